import Interchange
import Phrases
import Typesetting

extension Paper {
  /// As plain text: columns where they fit side by side, else each row as labelled lines.
  public func text(columns: Int = 80) -> [String] {
    guard isTable else { return rows.map { $0[0] } }
    let table = TextTable.lines([headings] + rows)
    if table.allSatisfy({ CellText.width($0) <= columns }) { return table }
    let label = min(24, (headings.map(CellText.width).max() ?? 0) + 2)
    return rows.flatMap { cells -> [String] in
      let lines = zip(headings, cells).filter { !$1.isEmpty }.flatMap { heading, cell in
        Wrapping.lines(cell, columns: columns - label).enumerated().map { number, line in
          let words = CellText.fitting(number == 0 ? heading : "", columns: label - 1).map(\.text).joined()
          return CellText.padded(words, to: label) + line
        }
      }
      return lines + [""]
    }
  }

  /// As the pages of a printer: title and number above each, a form feed between them.
  /// - Parameters:
  ///   - lines: of a page, its head counted.
  ///   - page: the words for its number.
  public func pages(lines: Int = 60, columns: Int = 80, page: (Int) -> String) -> String {
    let all = [summary, ""] + text(columns: columns)
    let room = max(1, lines - 2)
    return stride(from: 0, to: all.count, by: room).enumerated().map { number, first in
      let head = "\(title)   \(page(number + 1))"
      return ([head, ""] + all[first..<min(first + room, all.count)]).joined(separator: "\n") + "\n"
    }.joined(separator: "\u{0C}")
  }
}
