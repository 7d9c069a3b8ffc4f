import Interchange
import Model
import Phrases
import Typesetting

/// Counts over one or two dimensions as plain text or CSV, for reports.
public struct PivotReport: Sendable {
  /// Headings first, totals last.
  private let lines: [[String]]
  private let note: String?

  public var headings: [String] { lines[0] }
  /// Below the headings, the totals among them.
  public var rows: [[String]] { Array(lines.dropFirst()) }

  /// - Parameter look: the language of the words.
  public init(_ cross: CrossTable, rows: Dimension, columns: Dimension?, look: Look) {
    self.init(PivotTable(cross, rows: rows, columns: columns), rows: rows, columns: columns, look: look)
  }

  /// A table as it is ordered on the screen.
  public init(_ table: PivotTable, rows: Dimension, columns: Dimension?, look: Look) {
    func word(_ dimension: Dimension?, _ value: String) -> String {
      dimension.map { FieldWords.word($0.rawValue, value, look) } ?? ""
    }
    let all = look.say(.pivotAll)
    let heading = look.phrases.label("field", rows.rawValue)
    var lines = [[heading] + table.columns.map { word(columns, $0) } + [all]]
    for (row, value) in table.rows.enumerated() {
      lines.append([word(rows, value)] + (table.counts[row] + [table.rowTotals[row]]).map(String.init))
    }
    lines.append([all] + (table.columnTotals + [table.total]).map(String.init))
    self.lines = lines
    note = PivotReport.note(rows, columns, look)
  }

  /// What the numbers of a dimension with several values add up to.
  public static func note(_ rows: Dimension, _ columns: Dimension?, _ look: Look) -> String? {
    let manifold = ([rows] + (columns.map { [$0] } ?? [])).filter(\.isManifold)
    let names = manifold.map { look.phrases.label("field", $0.rawValue) }
    return names.isEmpty ? nil : look.say(.pivotManifold, .text(look.list(names)))
  }

  /// Columns under one another, numbers to the right.
  public var text: String {
    let widths = lines[0].indices.map { column in lines.map { CellText.width($0[column]) }.max() ?? 0 }
    let rows = lines.map { cells in
      zip(cells.indices, zip(cells, widths)).map { column, cell in
        let padding = String(repeating: " ", count: cell.1 - CellText.width(cell.0))
        return column == 0 ? cell.0 + padding : padding + cell.0
      }.joined(separator: "  ")
    }
    return (rows + (note.map { ["", $0] } ?? [])).joined(separator: "\n") + "\n"
  }

  /// RFC 4180, in UTF-8.
  public var csv: [UInt8] {
    var writer = CSVWriter(style: .exact)
    for line in lines { writer.append(line) }
    return writer.drain()
  }
}
