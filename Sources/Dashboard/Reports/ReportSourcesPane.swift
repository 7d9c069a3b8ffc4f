import Model
import Office
import Phrases
import Store
import Terminal

/// The records behind a paragraph, a table or a chart of a report; each can be gone to.
struct ReportSourcesPane: Pane {
  static let name = "sources"
  static let title = PhraseKey.paneReportSources

  private let sources: ReportSources
  private let references: [RecordReference]
  private var titles: [String: String] = [:]
  private var selection = Selection()

  init(_ sources: ReportSources) {
    self.sources = sources
    references = sources.records.compactMap { RecordReference($0) }
  }

  var placement: Placement { .sheet(rows: min(14, references.count + 2)) }

  func asks(_ look: Look) -> [Ask<Self>] {
    [Ask(RecordTitles(references), .beside) { $0.titles = $1 }]
  }

  static let commands: [Command<ReportSourcesPane>] = [
    Command(
      "sources.go", .commandOpen, ["Enter"], rank: 1,
      unless: lacking(\.reference)
    ) { pane, _ in
      guard let reference = pane.reference else { return [] }
      // The report lies over the pane that is gone to.
      return [.close, .close, .go(Destination(reference.kind, reference.id))]
    },
    .moving("sources.down", .commandDown, ["Down", "j", "WheelDown"]) {
      $0.selection.move(by: 1, count: $0.references.count)
    },
    .moving("sources.up", .commandUp, ["Up", "k", "WheelUp"]) {
      $0.selection.move(by: -1, count: $0.references.count)
    },
  ]

  private var reference: RecordReference? {
    references.indices.contains(selection.index) ? references[selection.index] : nil
  }

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: references.count, height: max(1, size.rows - 1))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let all = look.say(.reportSourcesAll, .number(sources.count), .text(sources.query))
    canvas.text(
      sources.query.isEmpty ? look.say(.reportBehind, .number(sources.count)) : all, row: area.row,
      column: area.column + 2, width: area.columns - 3, ink: .quiet)
    for (offset, reference) in references.dropFirst(selection.top).prefix(area.rows - 1).enumerated() {
      let row = area.row + 1 + offset
      canvas.text(reference.description, row: row, column: area.column + 2, width: min(36, area.columns - 3))
      canvas.text(
        titles[reference.description] ?? "", row: row, column: area.column + 40,
        width: max(0, area.columns - 41), ink: .quiet)
    }
    let row = min(area.endRow - 1, area.row + 1 + selection.index - selection.top)
    if reference != nil { canvas.text("▌", row: row, column: area.column, ink: .marker) }
    canvas.cursor = Point(row: row, column: area.column)
  }
}
