import Model
import Office
import Phrases
import Terminal

/// Draws the tasks of a board: the activities down, days or hours across.
struct BoardGrid {
  let board: Board
  let view: BoardView
  let layout: BoardLayout
  /// By the clocks of the launch.
  let now: Moment
  let look: Look
  /// Nobody's cursor stands on a wall.
  var isWall = false

  func draw(on canvas: inout Canvas, in area: Rect) {
    drawHeadings(on: &canvas, in: area)
    var row = area.row + 1
    for (place, (activity, height)) in layout.rows.enumerated().dropFirst(view.rows.top) {
      guard row < area.endRow else { return }
      let rows = Rect(
        row: row, column: area.column, rows: min(height, area.endRow - row), columns: area.columns)
      draw(activity, on: &canvas, in: rows, by: isWall ? nil : place - view.rows.index)
      row += height
    }
  }

  // MARK: Headings

  private func drawHeadings(on canvas: inout Canvas, in area: Rect) {
    let label = view.isHours ? look.weekdayAndDay(view.day).uppercased() : now.zone.name
    canvas.text(
      label, row: area.row, column: area.column + 1, width: layout.labelWidth - 1,
      ink: view.isHours ? (view.day == now.day ? .today : .heading) : .quiet)
    for (index, column) in view.columns.enumerated() {
      let isNow = contains(column)
      let at = layout.column(index, in: area)
      canvas.text(
        heading(column) + (isNow ? "▼" : ""), row: area.row, column: at, width: layout.pitch,
        ink: isNow ? .today : .heading)
      // A wall has no cursor of its own: it stands where the time is.
      if isWall && isNow { canvas.cursor = Point(row: area.row, column: at) }
    }
  }

  private func heading(_ column: BoardColumn) -> String {
    switch column {
    case .day(let day):
      let weekday = LaunchSlot.weekday(day, look).uppercased()
      // The longest that leaves a gap before the next.
      let headings = ["\(weekday) \(look.shortDay(day).uppercased())", "\(weekday) \(day.parts.day)"]
      return headings.first { CellText.width($0) < layout.pitch } ?? "\(day.parts.day)"
    case .hour(nil): return look.say(.boardAllDay)
    case .hour(let hour?): return TimeOfDay(minutes: hour * 60)?.description ?? ""
    }
  }

  private func contains(_ column: BoardColumn) -> Bool {
    switch column {
    case .day(let day): day == now.day
    case .hour(let hour): view.day == now.day && hour == now.time.minutes / 60
    }
  }

  // MARK: One activity

  /// - Parameter step: how far it is below the selected one; nil where nobody's cursor is there.
  private func draw(_ index: Int, on canvas: inout Canvas, in area: Rect, by step: Int?) {
    let isSelected = step == 0
    let activity = BoardLayout.activities[index]
    canvas.text(
      activity.label.text(in: look.language), row: area.row, column: area.column + 1,
      width: layout.labelWidth - 1)
    if isSelected { canvas.mark(Point(row: area.row, column: area.column), hasCursor: false) }
    for (number, column) in view.columns.enumerated() {
      let cell = Rect(
        row: area.row, column: layout.column(number, in: area), rows: area.rows, columns: layout.pitch)
      let isHere = isSelected && column == view.current
      if let step {
        canvas.hits.append(Hit(cell, .cell(rows: step, columns: number - view.column)))
      }
      draw(board.cards(activity.id, column, on: view.day), on: &canvas, in: cell, isSelected: isHere)
    }
  }

  /// A click on another card of the cell under the cursor goes to it.
  private func hit(_ place: Int, _ picked: Int, on canvas: inout Canvas, _ part: Rect) {
    let step = place - picked
    guard step != 0 else { return }
    canvas.hits.append(Hit(part, .keys([.init(step > 0 ? "]" : "[", abs(step))])))
  }

  private func draw(_ cards: [Card], on canvas: inout Canvas, in cell: Rect, isSelected: Bool) {
    guard !cards.isEmpty else {
      canvas.text("·", row: cell.row, column: cell.column, ink: .quiet)
      if isSelected { select(on: &canvas, Rect(row: cell.row, column: cell.column, rows: 1, columns: 1)) }
      return
    }
    let depth = layout.isDeep && cell.rows > 1 ? 2 : 1
    let room = max(1, cell.rows / depth)
    let picked = isSelected ? min(view.picked, cards.count - 1) : nil
    if room == 1 && cards.count > 1 {
      return drawOne(of: cards, picked, on: &canvas, in: cell)
    }
    let first = max(0, (picked ?? 0) - room + 1)
    for (offset, card) in cards.dropFirst(first).prefix(room).enumerated() {
      let part = Rect(
        row: cell.row + offset * depth, column: cell.column, rows: depth, columns: cell.columns)
      let left = offset == room - 1 ? cards.count - first - room : 0
      draw(card, more: left, on: &canvas, in: part)
      guard let picked else { continue }
      hit(first + offset, picked, on: &canvas, part)
      if first + offset == picked { select(on: &canvas, part) }
    }
  }

  /// Several cards in one row: the one that is picked, else the most pressing one, and how many more there are.
  private func drawOne(of cards: [Card], _ picked: Int?, on canvas: inout Canvas, in cell: Rect) {
    let pressing = cards.max { $0.state.pressure < $1.state.pressure }
    let card = picked.map { cards[$0] } ?? pressing ?? cards[0]
    let part = Rect(row: cell.row, column: cell.column, rows: 1, columns: cell.columns)
    draw(card, more: cards.count - 1, on: &canvas, in: part)
    if picked != nil { select(on: &canvas, part) }
  }

  private func draw(_ card: Card, more: Int, on canvas: inout Canvas, in part: Rect) {
    let mark = card.state.mark
    let width = part.columns - 1
    let count = more > 0 ? "+\(more)" : ""
    let countWidth = count.isEmpty ? 0 : count.count + 1
    canvas.text(mark.glyph, row: part.row, column: part.column, ink: mark.ink)
    let time = part.rows == 1 && width >= 16 ? card.from.map { "\($0) " } ?? "" : ""
    let room = width - 2 - countWidth
    // Where there are but a few letters, none is given up for an ellipsis.
    let name = room < 8 ? CellText.cut(card.name, columns: room) : time + card.name
    canvas.text(name, row: part.row, column: part.column + 2, width: room)
    if more > 0 {
      canvas.text(
        count, row: part.row, column: part.column + width - count.count, width: count.count, ink: .quiet)
    }
    guard part.rows > 1 else { return }
    let about = [times(card), card.owner, card.place].filter { !$0.isEmpty }.joined(separator: " ")
    canvas.text(about, row: part.row + 1, column: part.column + 2, width: width - 2, ink: .quiet)
  }

  private func times(_ card: Card) -> String {
    guard let from = card.from else { return "" }
    return card.to.map { "\(from)–\($0)" } ?? from.description
  }

  private func select(on canvas: inout Canvas, _ part: Rect) {
    let end = part.column + max(1, part.columns - 1)
    canvas.tint(row: part.row, columns: part.column..<end, ink: .selection)
    canvas.cursor = Point(row: part.row, column: part.column)
  }
}
