import Office
import Phrases
import Terminal

/// The same line of Arabic as each can put it in order, this program and the terminal: whoever reads it knows which is
/// right. `Enter` keeps that for later visits at terminals of this kind.
struct ReadingPane: ListPane {
  static let name = "reading"
  static let title = PhraseKey.paneTextOrder

  /// Who orders, as a row.
  struct Choice: Identifiable, Sendable {
    let order: TextOrder
    var id: String { order.rawValue }
  }

  private let current: TextOrder
  var list = RowList([TextOrder.program, .terminal].map(Choice.init))
  let nothing = Phrase(.nothingSelected)

  init(_ current: TextOrder) {
    self.current = current
    list.seek(current.rawValue)
  }

  var placement: Placement { .sheet(rows: list.count + 4) }

  static let commands: [Command<ReadingPane>] =
    [
      Command("reading.keep", .commandChoose, ["Enter"], rank: 1) { pane, _ in
        pane.selected.map { [.close, .keepOrder($0.order)] } ?? []
      }
    ] + moves

  /// Letters that join, a number and a pair of brackets: each goes wrong in another way where nobody orders.
  private static let sample = "المقرر (3/4) لعام 2015"

  func table(_ look: Look, columns: Int) -> ListTable<Choice> {
    ListTable(
      columns: [
        .check { $0.order == current },
        .init("", 30) { choice in
          var line = Span(choice.order == .program ? TextOrder.seen(Self.sample) : Self.sample)
          line.isAsGiven = true
          return line
        },
        .init("", 0) { Span(look.word("order", $0.id), .quiet) },
      ], margin: 2)
  }
}
