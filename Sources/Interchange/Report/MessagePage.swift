import Phrases

/// The message house as one page that stands alone, and is XML too. Each text stands in its own language and direction.
public struct MessagePage: Sendable {
  public struct Row: Sendable {
    let name, kind, state: String
    let texts: [(language: String, text: String)]
    let facts: [String]

    public init(
      name: String, kind: String, state: String, texts: [(language: String, text: String)], facts: [String]
    ) {
      (self.name, self.kind, self.state) = (name, kind, state)
      (self.texts, self.facts) = (texts, facts)
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
    let texts = row.texts.map { language, text in
      let direction = DocumentBook(language).direction
      return "<p lang=\"\(language)\" dir=\"\(direction)\">\(PlainText.html(text))</p>"
    }.joined()
    let facts = row.facts.map { "<li>\(PlainText.html($0))</li>" }.joined()
    return """
      <tr><th scope="row">\(PlainText.html(row.name))</th><td>\(PlainText.html(row.kind))</td>\
      <td>\(PlainText.html(row.state))</td><td>\(texts)</td>\
      <td>\(facts.isEmpty ? "" : "<ul>\(facts)</ul>")</td></tr>

      """
  }
}
