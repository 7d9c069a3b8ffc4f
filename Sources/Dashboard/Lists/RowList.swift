import Office
import Phrases
import Terminal

/// A list as a pane holds it: its rows, the cursor that stays on its row when others come and go, and the window.
struct RowList<Row: Identifiable & Sendable>: Sendable, Movable where Row.ID: Sendable {
  /// In their order; nil while nobody has answered yet.
  private(set) var rows: [Row]?
  var selection = Selection()
  /// The row that the cursor goes to as soon as it is there.
  private var sought: Row.ID?

  init(_ rows: [Row]? = nil) { self.rows = rows }

  var count: Int { rows?.count ?? 0 }
  var isEmpty: Bool { count == 0 }
  /// The row under the cursor.
  var selected: Row? {
    rows.flatMap { $0.indices.contains(selection.index) ? $0[selection.index] : nil }
  }

  /// Takes fresh rows; where the cursor's own is gone, it stays at its place in the list.
  mutating func take(_ rows: [Row]) {
    let stood = sought ?? selected?.id
    self.rows = rows
    if let stood { stand(on: stood) }
    fit(to: selection.height)
  }

  /// Goes to a row, at once or as soon as it arrives.
  mutating func seek(_ id: Row.ID?) {
    sought = id
    if let id { stand(on: id) }
  }

  private mutating func stand(on id: Row.ID) {
    guard let place = rows?.firstIndex(where: { $0.id == id }) else { return }
    selection.index = place
    sought = nil
  }

  mutating func move(_ move: ListMove) { selection.move(move) }

  /// - Parameter height: the rows of the screen that it has.
  mutating func fit(to height: Int) { selection.fit(count: count, height: max(1, height)) }

  /// The same as `table` draws it in so many rows.
  mutating func fit(to rows: Int, as table: ListTable<Row>) {
    let list = self.rows ?? []
    selection.fit(count: list.count, height: max(1, rows - table.headRows)) { table.lines(of: list, $0, $1) }
  }

  /// Draws what is in sight, with the cursor; where there is no row, why.
  /// - Parameter hasCursor: whether the keys are in the list, not in a line above it or in another list.
  func draw(
    _ table: ListTable<Row>, else nothing: Phrase, on canvas: inout Canvas, in area: Rect, look: Look,
    hasCursor: Bool = true
  ) {
    table.draw(rows ?? [], selection, on: &canvas, in: area, hasCursor: hasCursor)
    guard isEmpty else { return }
    table.draw(
      nothing: look.say(rows == nil ? Phrase(.working) : nothing), on: &canvas, in: area, hasCursor: hasCursor
    )
  }
}
