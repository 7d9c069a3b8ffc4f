import Office
import Phrases
import Store
import Terminal

/// Numbers in rows and columns under headings, each with what lies behind it.
struct NumberGrid: Sendable {
  /// What a number leads to.
  enum Behind: Sendable {
    case place(Destination)
    /// Names under a title, where no record lies behind: countries that are missing.
    case names(String, [String])
  }

  struct Cell: Sendable {
    let text: String
    var behind: Behind?
    var ink = Ink.text
  }

  struct Row: Sendable {
    let label: String
    let cells: [Cell]
  }

  struct Section: Sendable {
    let heading: String
    let rows: [Row]
  }

  enum Line: Sendable {
    case heading(String)
    case row(Row)
    case blank
  }

  var columns: [String] = []
  var sections: [Section] = []

  var rows: [Row] { sections.flatMap(\.rows) }

  var lines: [Line] {
    Array(
      sections.map { section in [.heading(section.heading)] + section.rows.map { .row($0) } }
        .joined(separator: [.blank]))
  }

  /// The line of the row of that number.
  func line(of row: Int) -> Int {
    var number = -1
    return lines.firstIndex { line in
      if case .row = line { number += 1 }
      return number == row
    } ?? 0
  }
}

/// The selected number of a grid.
struct GridCursor: Sendable {
  private(set) var row = 0
  private(set) var column = 0
  private(set) var top = 0

  func cell(in grid: NumberGrid) -> NumberGrid.Cell? {
    let rows = grid.rows
    guard rows.indices.contains(row), rows[row].cells.indices.contains(column) else { return nil }
    return rows[row].cells[column]
  }

  mutating func move(_ step: Int, in grid: NumberGrid) {
    row = max(0, min(grid.rows.count - 1, row + step))
  }

  mutating func turn(_ step: Int, in grid: NumberGrid) {
    column = max(0, min(grid.columns.count - 1, column + step))
  }

  /// Keeps the selected row in sight, with its heading where it is the first; headings of columns take two lines.
  mutating func fit(_ grid: NumberGrid, rows: Int) {
    move(0, in: grid)
    turn(0, in: grid)
    var window = Selection()
    window.top = top
    window.index = row == 0 ? 0 : grid.line(of: row)
    window.fit(count: grid.lines.count, height: max(1, rows - 2))
    if row == 0, rows > 3 { window.top = 0 }
    top = window.top
  }
}

extension NumberGrid {
  private static let widest = 14

  func draw(on canvas: inout Canvas, in area: Rect, cursor: GridCursor, isActive: Bool, look: Look) {
    let cells = sections.flatMap(\.rows).flatMap { $0.cells.map { CellText.width($0.text) } }
    let number = max(5, cells.max() ?? 5)
    let heads = columns.map { heading in
      min(
        Self.widest, max(number, Wrapping.lines(heading, columns: Self.widest).map(CellText.width).max() ?? 0)
      )
    }
    let room = area.columns - 2 - heads.reduce(0) { $0 + $1 + 2 }
    let labels = max(6, min(rows.map { CellText.width($0.label) }.max() ?? 6, room))
    var starts: [Int] = []
    var at = area.column + 1 + labels
    for width in heads {
      starts.append(at + 2)
      at += width + 2
    }
    for (column, heading) in columns.enumerated() {
      let lines = Wrapping.lines(heading, columns: heads[column]).prefix(2)
      for (offset, line) in lines.enumerated() {
        canvas.text(
          line, row: area.row + 2 - lines.count + offset, column: starts[column], width: heads[column],
          ink: .heading, alignment: .trailing, clip: area)
      }
    }
    let body = area.inset(top: 2)
    let selected = isActive ? line(of: cursor.row) : -1
    for (offset, line) in lines.dropFirst(cursor.top).prefix(body.rows).enumerated() {
      let row = body.row + offset
      switch line {
      case .blank: continue
      case .heading(let text):
        canvas.text(text, row: row, column: area.column + 1, width: area.columns - 2, ink: .heading)
      case .row(let content):
        canvas.text(content.label, row: row, column: area.column + 1, width: labels, clip: area)
        for (column, cell) in content.cells.enumerated() where starts.indices.contains(column) {
          canvas.text(
            cell.text, row: row, column: starts[column], width: heads[column], ink: cell.ink,
            alignment: .trailing, clip: area)
          guard cursor.top + offset == selected, column == cursor.column else { continue }
          canvas.text("▌", row: row, column: starts[column] - 1, ink: .marker, clip: area)
          canvas.cursor = Point(row: row, column: min(starts[column] - 1, max(0, area.endColumn - 1)))
        }
      }
    }
  }
}
