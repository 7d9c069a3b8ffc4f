import Office
import Phrases
import Terminal

extension StakeholdersPane {
  /// Bringing a file in.
  static let importCommands: [Command<StakeholdersPane>] = [
    Command(
      "stakeholder.import", .commandImport, ["i"], rank: 6, when: { $0.editor == nil },
      needs: .edit
    ) { _, _ in [.present(FilePrompt.stakeholders())] }
  ]
}

extension Command {
  /// Says how the letters of a file are stored, and reads it anew.
  static func encoding(
    _ name: CommandName, when isOffered: @escaping @Sendable (Owner) -> Bool,
    of job: @escaping @Sendable (Owner) -> ImportJob
  ) -> Self {
    Command(name, .commandEncoding, ["c"], when: isOffered) { owner, _ in
      [.errand(SurveyErrand(path: job(owner).file.path, asks: true))]
    }
  }
}
