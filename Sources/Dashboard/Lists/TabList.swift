import Model
import Office
import Phrases
import Terminal

/// The list under a tab as it stands now, of whatever kind its rows are.
protocol TabRows {
  var count: Int { get }
  /// What tells the row from others when they come and go.
  func id(_ place: Int) -> RecordID
  func place(of id: RecordID) -> Int?
  /// The record of a row; nil where it is none.
  func record(_ place: Int) -> (any Record)?
  /// The headings, and the cells of all rows as text.
  func texts(_ look: Look) -> (headings: [String], rows: [[String]])
  /// The cells of a row with their headings.
  func labelled(_ place: Int, _ look: Look) -> [(label: String, text: String)]
  /// - Parameter nothing: what is said where there is no row.
  func draw(
    _ selection: Selection, else nothing: Phrase, on canvas: inout Canvas, in area: Rect, look: Look,
    hasCursor: Bool)
}

/// A list under a tab: its rows in their order, and the table that draws them.
struct TabList<Row>: TabRows {
  private let rows: [Row]
  private let id: (Row) -> RecordID
  private let record: (Row) -> (any Record)?
  private let table: (Look) -> ListTable<Row>

  /// - Parameter record: the record that a row is of; nil where it is of none.
  init(
    _ rows: [Row], id: @escaping (Row) -> RecordID, record: @escaping (Row) -> (any Record)? = { _ in nil },
    table: @escaping (Look) -> ListTable<Row>
  ) {
    (self.rows, self.id, self.record, self.table) = (rows, id, record, table)
  }

  init(_ rows: [Row], table: @escaping (Look) -> ListTable<Row>) where Row: Record {
    self.init(rows, id: \.id, record: { $0 }, table: table)
  }

  var count: Int { rows.count }
  func id(_ place: Int) -> RecordID { id(rows[place]) }
  func place(of id: RecordID) -> Int? { rows.firstIndex { self.id($0) == id } }
  func record(_ place: Int) -> (any Record)? { record(rows[place]) }
  func texts(_ look: Look) -> (headings: [String], rows: [[String]]) { table(look).texts(of: rows) }
  func labelled(_ place: Int, _ look: Look) -> [(label: String, text: String)] {
    table(look).labelled(rows[place])
  }

  func draw(
    _ selection: Selection, else nothing: Phrase, on canvas: inout Canvas, in area: Rect, look: Look,
    hasCursor: Bool
  ) {
    let table = table(look)
    table.draw(rows, selection, on: &canvas, in: area, hasCursor: hasCursor)
    if rows.isEmpty { table.draw(nothing: look.say(nothing), on: &canvas, in: area, hasCursor: hasCursor) }
  }
}
