import Model
import Office
import Phrases
import Terminal

/// Cells one below the other: when, how far, and the note.
enum LaunchLines {
  static func table(of cells: [LaunchCell], _ look: Look) -> ListTable<LaunchCell> {
    func slot(_ cell: LaunchCell) -> String { LaunchSlot.name(cell.slot, look) }
    func widest(_ text: (LaunchCell) -> String) -> Int { cells.map { CellText.width(text($0)) }.max() ?? 0 }
    return ListTable(columns: [
      .init("", widest(slot) + 1, text: slot),
      .init("", widest { $0.state.said(look).text } + 1) { $0.state.said(look) },
      .init("", 0) { Span($0.note, .quiet) },
    ])
  }
}
