import Office
import Phrases
import Terminal

/// Asks which sheet of a workbook is meant.
struct SheetPicker: ListPane {
  static let name = "sheets"
  static let title = PhraseKey.paneSheets

  struct Row: Identifiable, Sendable { let id: String }

  var list: RowList<Row>
  let nothing = Phrase(.listNothing)
  private let path: String
  /// How many panes make way for the columns of the sheet, beside this one.
  private let below: Int

  init(_ path: String, _ names: [String], below: Int = 0) {
    list = RowList(names.map { Row(id: $0) })
    (self.path, self.below) = (path, below)
  }

  var placement: Placement { .sheet(rows: min(max(1, list.count), 12)) }

  static let commands: [Command<SheetPicker>] =
    [
      Command("sheets.choose", .commandChoose, ["Enter", "Space"], rank: 1) { picker, _ in
        picker.selected.map { [.errand(SurveyErrand(path: picker.path, sheet: $0.id))] } ?? [.close]
      }
    ] + moves

  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] {
    guard case .job(let job) = outcome as? SurveyErrand.Outcome else { return [] }
    return Array(repeating: .close, count: below + 1) + [.present(MappingPane(job))]
  }

  func table(_ look: Look, columns: Int) -> ListTable<Row> {
    ListTable(columns: [.init("", 0, text: \.id)], margin: 2)
  }
}
