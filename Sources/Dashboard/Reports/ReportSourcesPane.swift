import Model
import Office
import Phrases
import Store
import Terminal

/// The records behind a paragraph, a table or a chart of a report; each can be gone to.
struct ReportSourcesPane: ListPane {
  static let name = "sources"
  static let title = PhraseKey.paneReportSources

  private let sources: ReportSources
  private var titles: [String: String] = [:]
  var list: RowList<RecordReference>
  let nothing = Phrase(.nothingSelected)

  init(_ sources: ReportSources) {
    self.sources = sources
    list = RowList(sources.records.compactMap { RecordReference($0) })
  }

  var placement: Placement { .sheet(rows: min(14, list.count + 2)) }

  func asks(_ look: Look) -> [Ask<Self>] {
    [Ask(RecordTitles(list.rows ?? []), .beside) { $0.titles = $1 }]
  }

  static let commands: [Command<ReportSourcesPane>] =
    [
      Command("sources.go", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
        guard let reference = pane.selected else { return [] }
        // The report lies over the pane that is gone to.
        return [.close, .close, .go(Destination(reference.kind, reference.id))]
      }
    ] + moves

  func head(_ look: Look, columns: Int) -> [[Span]] {
    let all = look.say(.reportSourcesAll, .number(sources.count), .text(sources.query))
    return [
      [Span(sources.query.isEmpty ? look.say(.reportBehind, .number(sources.count)) : all, .quiet)]
    ]
  }

  func table(_ look: Look, columns: Int) -> ListTable<RecordReference> {
    ListTable(
      columns: [
        .init("", min(37, columns - 3), text: \.description),
        .init("", 0) { Span(titles[$0.description] ?? "", .quiet) },
      ], margin: 2)
  }
}
