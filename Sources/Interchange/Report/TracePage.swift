import Phrases

/// The trace to the mandate as one page that stands alone, and is XML too.
public struct TracePage: Sendable {
  public struct Row: Sendable {
    let citation, state, who, text: String
    let covers: [String]

    public init(citation: String, state: String, who: String, text: String, covers: [String]) {
      (self.citation, self.state, self.who, self.text) = (citation, state, who, text)
      self.covers = covers
    }
  }

  private let title, summary: String
  private let headings: [String]
  private let rows: [Row]
  private let language: String

  public init(title: String, summary: String, headings: [String], rows: [Row], language: String) {
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

  private func line(_ row: Row) -> String {
    let covers = row.covers.map { "<li>\(PlainText.html($0))</li>" }.joined()
    return """
      <tr><th scope="row">\(PlainText.html(row.citation))</th><td>\(PlainText.html(row.state))</td>\
      <td>\(PlainText.html(row.who))</td><td><p>\(PlainText.html(row.text))</p>\
      \(covers.isEmpty ? "" : "<ul>\(covers)</ul>")</td></tr>

      """
  }
}
