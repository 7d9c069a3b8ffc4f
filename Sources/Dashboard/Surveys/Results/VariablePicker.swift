import Model
import Office
import Phrases
import Terminal

/// Chooses a question by its words.
struct VariablePicker: ListPane {
  static let name = "variables"
  static let title = PhraseKey.paneVariable

  struct Row: Identifiable, Sendable {
    let id: SurveyVariable
    let words: String
  }

  var list: RowList<Row>
  let nothing = Phrase(.listNothing)
  private let choose: @Sendable (SurveyVariable) -> [Effect]

  init(_ options: [Row], choose: @escaping @Sendable (SurveyVariable) -> [Effect]) {
    (list, self.choose) = (RowList(options), choose)
  }

  var placement: Placement { .sheet(rows: min(max(1, list.count), 12)) }

  static let commands: [Command<VariablePicker>] =
    [
      Command("variables.choose", .commandChoose, ["Enter", "Space"], rank: 1) { picker, _ in
        picker.selected.map { picker.choose($0.id) } ?? [.close]
      }
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<Row> {
    ListTable(columns: [.init("", 0, text: \.words)], margin: 2)
  }
}
