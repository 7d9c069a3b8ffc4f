import Model
import Phrases
import Terminal

extension LaunchPane {
  /// What is planned or under way on or after the as-of day, the earliest first.
  func next(_ look: Look) -> [LaunchCell] {
    let order = Dictionary(activities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { $1 })
    let open = cells.values.filter { cell in
      guard cell.launch == id, let day = Day(cell.slot) else { return false }
      return day >= look.asOf && (cell.state == .planned || cell.state == .underWay)
    }
    return open.sorted { ($0.slot, order[$0.activity] ?? 0) < ($1.slot, order[$1.activity] ?? 0) }
  }

  /// What comes next in the launch week: in one line where there is no room for more.
  func drawNext(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard area.rows > 0 else { return }
    let next = next(look)
    guard area.rows >= 4 else { return drawNextLine(next, on: &canvas, in: area, look: look) }
    let list = area.inset(top: 1)
    let count = next.isEmpty ? "" : "  \(look.phrases.number(next.count))"
    canvas.spans(
      [Span(look.say(.launchNext), .heading), Span(count, .quiet)], row: list.row, column: area.column + 1)
    let lines = list.inset(top: 1)
    if next.isEmpty {
      canvas.text(look.say(.launchNothingNext), row: lines.row, column: lines.column + 1, ink: .quiet)
    }
    let labels = next.map {
      Decision.adopted.launchActivity($0.activity)?.label.text(in: look.language) ?? ""
    }
    LaunchLines.draw(Array(zip(next, labels)), on: &canvas, in: lines, look: look)
  }

  /// The first of what comes next, and how many more there are.
  private func drawNextLine(_ next: [LaunchCell], on canvas: inout Canvas, in area: Rect, look: Look) {
    var spans = [Span(look.say(.launchNext) + "  ", .heading)]
    var more = ""
    if let first = next.first, let day = Day(first.slot) {
      let mark = LaunchMark(first.state)
      let label = Decision.adopted.launchActivity(first.activity)?.label.text(in: look.language) ?? ""
      spans += [
        Span("\(LaunchSlot.weekday(day, look)) \(look.shortDay(day))  "), Span("\(mark.glyph) ", mark.ink),
        Span(label), Span(first.note.isEmpty ? "" : "  \(first.note)", .quiet),
      ]
      if next.count > 1 { more = look.say(.launchMore, .number(next.count - 1)) }
    } else {
      spans.append(Span(look.say(.launchNothingNext), .quiet))
    }
    let width = CellText.width(more)
    canvas.spans(spans, row: area.row, column: area.column + 1, width: max(0, area.columns - width - 4))
    canvas.text(more, row: area.row, column: area.endColumn - width - 1, ink: .quiet)
  }
}

/// Cells one below the other: when, how far, what, and the note.
enum LaunchLines {
  static func draw(
    _ cells: [(cell: LaunchCell, label: String)], on canvas: inout Canvas, in area: Rect, look: Look
  ) {
    let slots = cells.map { LaunchSlot.name($0.cell.slot, look) }
    let slotWidth = slots.map { CellText.width($0) }.max() ?? 0
    let words = cells.map { LaunchMark($0.cell.state).word(look) }
    let wordWidth = words.map { CellText.width($0) }.max() ?? 0
    let labelWidth = cells.map { CellText.width($0.label) }.max() ?? 0
    for (offset, (cell, label)) in cells.prefix(area.rows).enumerated() {
      let row = area.row + offset
      let mark = LaunchMark(cell.state)
      var column = area.column + 1
      canvas.text(slots[offset], row: row, column: column, clip: area)
      column += slotWidth + 2
      canvas.text("\(mark.glyph) \(words[offset])", row: row, column: column, ink: mark.ink, clip: area)
      column += wordWidth + 4
      canvas.text(label, row: row, column: column, clip: area)
      column += labelWidth + (labelWidth > 0 ? 2 : 0)
      canvas.text(
        cell.note, row: row, column: column, width: area.endColumn - column - 1, ink: .quiet, clip: area)
    }
  }
}
