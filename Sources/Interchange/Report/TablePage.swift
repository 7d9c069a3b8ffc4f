import Phrases

/// One table under its title as a page that stands alone, and is XML too.
public struct TablePage: Sendable {
  /// What stands in a cell: paragraphs, then a list.
  public struct Cell: Sendable {
    /// Each in its own language and direction; in those of the page where nil.
    private var paragraphs: [(language: String?, text: String)] = []
    private var items: [String] = []
    /// Words of the program, whose direction is that of the page.
    private var isOurs = false

    /// One text from outside.
    public init(_ text: String) { paragraphs = [(nil, text)] }

    public init(items: [String]) { self.items = items }

    public init(_ paragraphs: [(language: String?, text: String)], items: [String] = []) {
      (self.paragraphs, self.items) = (paragraphs, items)
    }

    public static func ours(_ text: String) -> Cell {
      var cell = Cell(text)
      cell.isOurs = true
      return cell
    }

    /// All of it in one line.
    public var line: String {
      let texts = paragraphs.map { language, text in (language.map { "\($0): " } ?? "") + text }
      return [texts.joined(separator: " / "), items.joined(separator: "; ")].filter { !$0.isEmpty }
        .joined(separator: " ")
    }

    fileprivate var html: String {
      if items.isEmpty, paragraphs.count == 1, paragraphs[0].language == nil {
        return isOurs ? PlainText.html(paragraphs[0].text) : PageHouse.isolated(paragraphs[0].text)
      }
      if paragraphs.isEmpty, items.count == 1 { return PageHouse.isolated(items[0]) }
      let texts = paragraphs.map { language, text in
        let own = language.map { " lang=\"\($0)\" dir=\"\(DocumentBook($0).direction)\"" } ?? ""
        return "<p\(own)>\(PageHouse.text(text))</p>"
      }
      let list = items.map { "<li>\(PageHouse.isolated($0))</li>" }.joined()
      return texts.joined() + (list.isEmpty ? "" : "<ul>\(list)</ul>")
    }
  }

  private let title, summary: String
  private let headings: [String]
  private let rows: [[Cell]]
  private let language: String

  /// - Parameter rows: of cells, the first of which is the row's heading.
  public init(title: String, summary: String, headings: [String], rows: [[Cell]], language: String) {
    (self.title, self.summary, self.headings) = (title, summary, headings)
    (self.rows, self.language) = (rows, language)
  }

  public var file: [UInt8] {
    let house = PageHouse(title: title, book: DocumentBook(language))
    let page =
      house.opening + house.heading + "<p>\(PlainText.html(summary))</p>\n"
      + PageHouse.table(PlainText.html(title), headings: headings, rows: rows.map(line)) + house.closing()
    return Array(page.utf8)
  }

  private func line(_ cells: [Cell]) -> String {
    let parts = cells.enumerated().map { place, cell in
      place == 0 ? "<th scope=\"row\">\(cell.html)</th>" : "<td>\(cell.html)</td>"
    }
    return "<tr>\(parts.joined())</tr>\n"
  }
}
