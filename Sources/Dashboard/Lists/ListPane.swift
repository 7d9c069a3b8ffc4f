import Model
import Office
import Phrases
import Terminal

/// A pane that is one list of rows under headings: what it says of itself is only what differs.
///
///     struct DisclosuresPane: ListPane {
///       static let name = "disclosures", title = PhraseKey.paneDisclosures
///       static let commands: [Command<Self>] = moves
///       var list = RowList<Disclosure>()
///       let nothing = Phrase(.disclosuresNone)
///       func asks(_ look: Look) -> [Ask<Self>] { [Ask(Disclosures()) { $0.list.take($1) }] }
///       func table(_ look: Look, columns: Int) -> ListTable<Disclosure> { … }
///     }
protocol ListPane: Pane {
  associatedtype Row: Identifiable & Sendable where Row.ID: Sendable
  var list: RowList<Row> { get set }
  /// What is said where there is no row.
  var nothing: Phrase { get }
  /// The lines above the list.
  func head(_ look: Look, columns: Int) -> [[Span]]
  /// - Parameter columns: of the screen, that it has.
  func table(_ look: Look, columns: Int) -> ListTable<Row>
}

extension ListPane {
  var selected: Row? { list.selected }

  /// The moves, for the pane's own table.
  static var moves: [Command<Self>] { moves(in: \.list) }

  func head(_ look: Look, columns: Int) -> [[Span]] { [] }

  mutating func fit(to size: Size, look: Look) {
    let rows = size.rows - head(look, columns: size.columns).count
    list.fit(to: rows, as: table(look, columns: size.columns))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let (head, table) = (head(look, columns: area.columns), table(look, columns: area.columns))
    canvas.lines(head, in: area, margin: table.margin)
    list.draw(table, else: nothing, on: &canvas, in: area.inset(top: head.count), look: look)
  }
}

extension ListPane where Row: Record {
  var subject: RecordReference? { selected?.reference }
}
