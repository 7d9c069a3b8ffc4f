import Phrases
import Terminal

extension StakeholdersPane {
  /// Bringing a file in.
  static let importCommands: [Command<StakeholdersPane>] = [
    Command(
      "stakeholder.import", .commandImport, ["i"], rank: 6, when: { $0.editor == nil },
      needs: .edit
    ) { _, _ in [.present(ImportPrompt())] }
  ]
}
