import CNcurses
import Terminal

/// Hands ncurses the cells in which two canvases differ.
struct CanvasWriter {
  let canvas: Canvas
  /// What ncurses has now; nil where it has blanks.
  let shown: Canvas?
  let size: Size
  let inks: InkTable
  let isASCII: Bool

  func write(to window: UnsafeMutablePointer<WINDOW>?) {
    let old = shown?.cells ?? Array(repeating: .blank, count: canvas.cells.count)
    let columns = min(canvas.size.columns, size.columns)
    var run: [cchar_t] = []
    run.reserveCapacity(columns)
    // Ten thousand comparisons a frame: without the bounds checks they are hardly felt.
    canvas.cells.withUnsafeBufferPointer { new in
      old.withUnsafeBufferPointer { old in
        for row in 0..<min(canvas.size.rows, size.rows) {
          let cells = row * canvas.size.columns..<row * canvas.size.columns + columns
          write(
            UnsafeBufferPointer(rebasing: new[cells]), over: UnsafeBufferPointer(rebasing: old[cells]),
            row: Int32(row), to: window, &run)
        }
      }
    }
  }

  private func write(
    _ new: UnsafeBufferPointer<Cell>, over old: UnsafeBufferPointer<Cell>, row: Int32,
    to window: UnsafeMutablePointer<WINDOW>?, _ run: inout [cchar_t]
  ) {
    var column = 0
    while column < new.count {
      let start = column
      run.removeAll(keepingCapacity: true)
      while column < new.count, Self.differ(new[column], old[column]) {
        append(new[column], to: &run)
        column += 1
      }
      if run.isEmpty {
        column += 1
      } else {
        // Never wraps or scrolls, not even in the last corner.
        mvwadd_wchnstr(window, row, Int32(start), run, Int32(run.count))
      }
    }
  }

  private static func differ(_ new: Cell, _ old: Cell) -> Bool {
    // The right half of a wide character looks like its left half.
    new != old && !(new.text.isEmpty && old.text.isEmpty)
  }

  private func append(_ cell: Cell, to run: inout [cchar_t]) {
    if cell.text.isEmpty { return }
    let look = cell.text == " " ? inks.blank(cell.ink) : inks[cell.ink]
    var made = cchar_t()
    var text: (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t) = (0, 0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &text) { bytes in
      let scalars = bytes.bindMemory(to: wchar_t.self)
      let letters = cell.text.utf8
      if let letter = letters.first, letter < 0x80, letters.count == 1 {
        scalars[0] = wchar_t(letter)
      } else {
        // The last place is for the end.
        for (index, scalar) in zip(0..<5, cell.text.unicodeScalars) {
          scalars[index] = isASCII && !scalar.isASCII ? 0x3F : wchar_t(scalar.value)
        }
      }
      _ = curses_set_cell(&made, scalars.baseAddress!, look.attributes, look.pair)
    }
    run.append(made)
  }
}
