import Model
import Office
import Phrases
import Terminal

/// What lies behind the signals of a risk, record by record; each can be gone to.
struct SignalsPane: ListPane {
  static let name = "signals"
  static let title = PhraseKey.paneSignals

  struct Row: Identifiable, Hashable, Sendable {
    let signal: RiskSignal
    let row: SignalRow

    var id: Self { self }
  }

  private let row: RiskRow
  private let book: RiskBook
  var list: RowList<Row>
  let nothing = Phrase(.riskNothingCounted)

  init(_ row: RiskRow, in book: RiskBook) {
    (self.row, self.book) = (row, book)
    list = RowList(
      row.change.signals.flatMap { signal in signal.now.rows.map { Row(signal: signal.signal, row: $0) } })
  }

  var placement: Placement { .sheet(rows: 16) }
  var subject: RecordReference? {
    switch selected?.row {
    case .record(let one, _), .pair(let one, _): one
    case .stakeholders, nil: nil
    }
  }

  func heading(_ look: Look) -> [Span] { [Span(" · \(look.title(of: row.risk))", .quiet)] }

  static let commands: [Command<SignalsPane>] =
    [
      Command("signals.go", .commandGoThere, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
        pane.selected.map { [.close, .go($0.row.destination)] } ?? []
      }
    ] + moves

  /// What is counted and has nothing to go to.
  func head(_ look: Look, columns: Int) -> [[Span]] {
    let words = RiskWords(book: book, look: look)
    return row.change.signals.filter(\.now.rows.isEmpty).map { [Span(words.sentence($0), .quiet)] }
  }

  func table(_ look: Look, columns: Int) -> ListTable<Row> {
    let words = RiskWords(book: book, look: look)
    var table = ListTable<Row>(columns: [.init("", 0, text: { words.words($0.row) })], margin: 2)
    let signals = row.change.signals
    table.above = { row, before in
      guard before?.signal != row.signal, let signal = signals.first(where: { $0.signal == row.signal })
      else { return [] }
      return [[Span(words.sentence(signal), .heading)]]
    }
    return table
  }
}
