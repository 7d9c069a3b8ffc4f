import Phrases

/// One table under its title as a page that stands alone, and is XML too.
public struct TablePage: Sendable {
  private let title, summary: String
  private let headings: [String]
  private let rows: [[[String]]]
  private let language: String

  /// - Parameter rows: of cells; a cell of several texts is a list. The first cell is the row's heading.
  public init(title: String, summary: String, headings: [String], rows: [[[String]]], language: String) {
    (self.title, self.summary, self.headings) = (title, summary, headings)
    (self.rows, self.language) = (rows, language)
  }

  public var file: [UInt8] {
    let (book, title) = (DocumentBook(language), PlainText.html(title))
    let page =
      StandalonePage.opening(title, book, style: StandalonePage.tableStyle)
      + StandalonePage.heading(title, book) + "<p>\(PlainText.html(summary))</p>\n"
      + StandalonePage.table(title, headings: headings, rows: rows.map(line)) + StandalonePage.closing()
    return Array(page.utf8)
  }

  private func line(_ cells: [[String]]) -> String {
    let parts = cells.enumerated().map { place, cell in
      place == 0 ? "<th scope=\"row\">\(text(cell))</th>" : "<td>\(text(cell))</td>"
    }
    return "<tr>\(parts.joined())</tr>\n"
  }

  private func text(_ cell: [String]) -> String {
    if cell.count < 2 { return cell.first.map(StandalonePage.isolated) ?? "" }
    return "<ul>\(cell.map { "<li>\(StandalonePage.isolated($0))</li>" }.joined())</ul>"
  }
}
