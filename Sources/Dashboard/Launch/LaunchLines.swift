import Model
import Office
import Phrases
import Terminal

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
