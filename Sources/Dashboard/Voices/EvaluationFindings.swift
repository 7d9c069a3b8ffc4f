import Model
import Office
import Phrases
import Store
import Terminal

/// What focus groups found that bears on a description of the indicators, from where its evidence stands.
extension EvaluationPane {
  static let findingCommands: [Command<EvaluationPane>] = [
    Command(
      "evaluation.findings", .commandFindings, ["c"], rank: 9,
      when: { $0.view == .outline && $0.editor == nil },
      unless: { pane, look in
        let title = FieldWords.word("indicators", pane.selected.id, look)
        return pane.findings.findings(on: pane.selected.id).isEmpty ? Phrase(.voNoFinding, .text(title)) : nil
      }
    ) { pane, look in
      let found = pane.findings.findings(on: pane.selected.id)
      let title = FieldWords.word("indicators", pane.selected.id, look)
      return [.present(CodedFindingsPane(found, called: title, of: pane.findings.groups))]
    }
  ]
}
