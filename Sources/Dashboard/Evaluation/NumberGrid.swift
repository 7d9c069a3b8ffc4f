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

  /// A row with the number of its section.
  struct Line: Sendable {
    let section: Int
    let row: Row
  }

  var columns: [String] = []
  var sections: [Section] = []

  var rows: [Row] { sections.flatMap(\.rows) }

  var lines: [Line] {
    sections.enumerated().flatMap { number, section in section.rows.map { Line(section: number, row: $0) } }
  }
}

/// The selected number of a grid.
struct GridCursor: Sendable {
  private(set) var selection = Selection()
  private(set) var column = 0

  func cell(in grid: NumberGrid) -> NumberGrid.Cell? {
    let rows = grid.rows
    guard rows.indices.contains(selection.index) else { return nil }
    let cells = rows[selection.index].cells
    return cells.indices.contains(column) ? cells[column] : nil
  }

  mutating func move(_ step: Int, in grid: NumberGrid) { selection.move(by: step, count: grid.rows.count) }

  mutating func turn(_ step: Int, in grid: NumberGrid) {
    column = max(0, min(grid.columns.count - 1, column + step))
  }

  /// Keeps the selected row in sight, below the heading of its section.
  mutating func fit(_ grid: NumberGrid, rows: Int) {
    turn(0, in: grid)
    let (lines, table) = (grid.lines, grid.table(columns: 80))
    selection.fit(count: lines.count, height: max(1, rows - table.headRows)) {
      table.lines(of: lines, $0, $1)
    }
  }
}

extension NumberGrid {
  private static let widest = 14

  /// Each number as wide as its heading or the widest number, with room before it for the cursor.
  func table(columns room: Int) -> ListTable<Line> {
    let number = max(5, rows.flatMap(\.cells).map { CellText.width($0.text) }.max() ?? 5)
    let widths = columns.map { heading in
      let words = Wrapping.lines(heading, columns: Self.widest).map(CellText.width).max() ?? 0
      return min(Self.widest, max(number, words)) + 1
    }
    let labels = rows.map { CellText.width($0.label) }.max() ?? 0
    let label = max(6, min(labels, room - 2 - widths.reduce(0) { $0 + $1 + 1 }))
    let numbers = widths.enumerated().map { place, width in
      ListTable<Line>.Column(columns[place], width, aligned: .trailing) { line in
        let cells = line.row.cells
        return cells.indices.contains(place) ? Span(cells[place].text, cells[place].ink) : Span("")
      }
    }
    let name = ListTable<Line>.Column("", label, text: { $0.row.label })
    var table = ListTable(columns: [name] + numbers, headLines: 2)
    table.above = { line, before in
      guard line.section != before?.section else { return [] }
      let heading = [Span(sections[line.section].heading, .heading)]
      return before == nil ? [heading] : [[], heading]
    }
    return table
  }

  func draw(on canvas: inout Canvas, in area: Rect, cursor: GridCursor, isActive: Bool, look: Look) {
    let table = table(columns: area.columns)
    guard !rows.isEmpty else {
      let sentence = sections.first?.heading ?? ""
      return table.draw(nothing: sentence, on: &canvas, in: area, hasCursor: isActive)
    }
    table.draw(
      lines, cursor.selection, cell: isActive ? cursor.column + 1 : nil, on: &canvas, in: area,
      hasCursor: isActive)
  }
}
