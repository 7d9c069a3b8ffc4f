import Model
import Phrases

/// A record that everybody can look at.
public struct PublishedRecord: Sendable {
  public let name: String
  /// In the same folder.
  public let address: String

  public init(name: String, address: String) { (self.name, self.address) = (name, address) }
}

/// A report as one web page that needs nothing beside itself, runs nothing and prints well. It is XML too.
public struct ReportPage {
  private let document: ReportDocument
  private let book: DocumentBook
  private let words: ReportWords
  private let numbering: ReportNumbering
  /// Their numbers by their keys.
  private let tables: [String: Int]
  /// What lies beside the page; nil where it stands alone.
  private let beside: [String: PublishedRecord]?

  /// - Parameter beside: the records that have a place on pages in the same folder, as `kind:id`; nil for a page that
  ///   stands alone, which names records as the office does.
  public init(_ document: ReportDocument, beside: [String: PublishedRecord]? = nil) {
    (self.document, self.beside) = (document, beside)
    book = DocumentBook(document.language)
    words = ReportWords(book: book)
    numbering = ReportNumbering(language: document.language)
    let numbers = document.published.compactMap { piece -> (String, Int)? in
      if case .table(let table) = piece { (table.key, table.number) } else { nil }
    }
    tables = Dictionary(numbers, uniquingKeysWith: { $1 })
  }

  public var file: [UInt8] { Array(text.utf8) }

  private var text: String {
    let title = PlainText.html(document.title)
    let front = document.front.map { "<p>\(PageHouse.ours($0))</p>\n" }.joined()
    let pieces = document.published
    let house = PageHouse(
      title: document.title, subtitle: document.subtitle, book: book, width: 50, style: Self.style)
    return
      house.opening
        + """
        <header>
        \(front)</header>
        <h1>\(title)</h1>
        <p class="subtitle">\(PlainText.html(document.subtitle))</p>
        \(contents(pieces))\(pieces.enumerated().map { piece($1, at: $0) }.joined())\(sources)
        """ + house.closing()
  }

  /// The headings, each a way to its section; the number of a section leads back here.
  private func contents(_ pieces: [ReportDocument.Piece]) -> String {
    let items = pieces.enumerated().compactMap { place, piece -> String? in
      guard case .heading(let level, let number, let text) = piece else { return nil }
      return "<li class=\"level\(level)\"><span class=\"number\">\(PlainText.html(number))</span> "
        + "<a href=\"#s\(place)\">\(PageHouse.ours(text))</a></li>\n"
    }
    guard items.count > 3 else { return "" }
    let title = PlainText.html(book.say(.reportContents))
    return "<nav id=\"contents\" aria-label=\"\(title)\">\n<h2>\(title)</h2>\n\(Self.list(items))</nav>\n"
  }

  private func piece(_ piece: ReportDocument.Piece, at place: Int) -> String {
    switch piece {
    case .heading(let level, let number, let text):
      "<h\(level + 1) id=\"s\(place)\"><a class=\"number\" href=\"#contents\">\(PlainText.html(number))</a> "
        + "\(PageHouse.ours(text))</h\(level + 1)>\n"
    case .paragraph(let paragraph): self.paragraph(paragraph)
    case .table(let table):
      Self.table(
        "t\(table.number)", captioned(table.label, table.caption), table.columns, table.rows,
        firstNumber: table.firstNumber)
    case .figure(let figure): self.figure(figure)
    }
  }

  private func paragraph(_ paragraph: ReportDocument.Paragraph) -> String {
    let number = "<span class=\"number\">\(numbering.paragraph(paragraph.number))</span>"
    let texts = paragraph.texts.map(PageHouse.linked)
    let more = texts.dropFirst().map { "<p>\($0)</p>\n" }.joined()
    let text = "<p id=\"p\(paragraph.number)\">\(number) \(texts.first ?? "")</p>\n" + more
    let items = paragraph.items.enumerated().map { index, item in
      let parts = item.items.enumerated().map { Self.item(numbering.part($0), $1.text, "") }
      return Self.item(numbering.item(index), item.text, Self.list(parts))
    }
    return text + Self.list(items)
  }

  private static func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "<ul>\n\(items.joined())</ul>\n"
  }

  private static func item(_ number: String, _ text: String, _ inner: String) -> String {
    "<li><span class=\"number\">\(number)</span> \(PageHouse.linked(text))\(inner.isEmpty ? "" : "\n" + inner)</li>\n"
  }

  private func captioned(_ label: String, _ title: String) -> String {
    label + (book.language == "zh" ? "：" : ". ") + title
  }

  private func figure(_ figure: ReportDocument.Figure) -> String {
    let caption = captioned(figure.label, figure.chart.title)
    let picture = ChartSVG(figure.chart, id: "f\(figure.number)", words: words).text
    var data = ""
    if figure.tableKey.isEmpty {
      let table = ChartTable(figure.chart, words)
      let label = PlainText.html(book.say(.reportData, figure.label))
      data =
        "<details><summary>\(label)</summary>\n"
        + Self.table("d\(figure.number)", caption, table.columns, table.rows, firstNumber: 1, isData: true)
        + "</details>\n"
    } else if let table = tables[figure.tableKey] {
      let label = PlainText.html(book.say(.reportTable, String(table)))
      data = "<p class=\"data\"><a href=\"#t\(table)\">\(label)</a></p>\n"
    }
    return """
      <figure id="f\(figure.number)">
      <figcaption>\(PageHouse.ours(caption))</figcaption>
      \(picture)\(data)</figure>

      """
  }

  /// - Parameter isData: of a chart whose caption says already what it is.
  private static func table(
    _ id: String, _ caption: String, _ columns: [String], _ rows: [[String]], firstNumber: Int,
    isData: Bool = false
  ) -> String {
    func kind(_ column: Int) -> String { column >= firstNumber ? " class=\"count\"" : "" }
    let head = columns.enumerated().map { "<th scope=\"col\"\(kind($0))>\(PageHouse.ours($1))</th>" }.joined()
    let body = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == 0
          ? "<th scope=\"row\">\(PageHouse.ours(cell))</th>"
          : "<td\(kind(column))>\(PageHouse.ours(cell))</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let name = isData ? "aria-label=\"\(PlainText.html(caption))\"" : "aria-labelledby=\"\(id)c\""
    let region = PageHouse.region(columns.count, name)
    let kinds = ["table", isData ? "data" : "", rows.count <= 12 ? "few" : ""].filter { !$0.isEmpty }
    let own = isData ? " \(name)" : ""
    return """
      <div class="\(kinds.joined(separator: " "))"\(region)>
      <table id="\(id)"\(region.isEmpty ? own : "")>
      \(isData ? "" : "<caption id=\"\(id)c\">\(PageHouse.ours(caption))</caption>\n")<thead><tr>\(head)</tr></thead>
      <tbody>
      \(body.joined())</tbody>
      </table>
      </div>

      """
  }

  private var sources: String {
    guard !document.sources.isEmpty else { return "" }
    let lines = document.sources.map { source in
      let records = beside.map { published(source.records, $0) } ?? PageHouse.linked(source.text)
      return "<dt><a href=\"#\(source.anchor)\">\(PageHouse.ours(source.of))</a></dt><dd>\(records)</dd>\n"
    }
    return "<section class=\"sources\">\n<h2>\(PlainText.html(document.sourcesTitle))</h2>\n<dl>\n"
      + lines.joined() + "</dl>\n</section>\n"
  }

  /// What the public can look at is a way there; of all else only how much there is: a page for everybody names no record
  /// of the office, and nobody who stands in the register is shown to be one of those who were late or asked often.
  private func published(_ sources: ReportSources, _ beside: [String: PublishedRecord]) -> String {
    let known = sources.records.compactMap { beside[$0] }
    let links = known.map { "<a href=\"\(PlainText.html($0.address))\">\(PageHouse.isolated($0.name))</a>" }
    let rest = max(sources.count, sources.records.count) - known.count
    let others = rest > 0 ? [PlainText.html(book.say(.reportSourcesOffice, words.number(rest)))] : []
    return (links + others).joined(separator: " · ")
  }

  // MARK: The same in every edition

  private static let style = """
    header p { margin: 0; }
    .level2 { margin-inline-start: 2rem; }
    summary { padding: .25rem 0; }
    .subtitle { font-weight: bold; }
    .number { font-variant-numeric: tabular-nums; margin-inline-end: .5em; }
    main ul { list-style: none; margin: 0; padding-inline-start: 2.5rem; }
    main li { padding-inline-start: 2.5rem; text-indent: -2.5rem; }
    li > .number { display: inline-block; min-width: 2rem; text-indent: 0; }
    main li ul { padding-inline-start: 0; text-indent: 0; }
    figure { margin: 1.5rem 0; }
    figcaption { font-weight: bold; padding: .5rem 0; }
    svg { display: block; height: auto; max-width: 100%; width: 24rem; }
    svg text { fill: currentColor; font: 13px system-ui, sans-serif; }
    .bar, .part0 { fill: currentColor; fill-opacity: .75; }
    .part1 { fill: currentColor; fill-opacity: .15; stroke: currentColor; }
    .part2 { fill: currentColor; fill-opacity: .45; }
    .part3 { fill: none; stroke: currentColor; stroke-dasharray: 2 2; }
    .grid { stroke: currentColor; stroke-opacity: .3; }
    .line { fill: none; stroke: currentColor; stroke-width: 2; }
    .line1 { stroke-dasharray: 6 4; }
    .line2 { stroke-dasharray: 2 3; }
    .line3 { stroke-dasharray: 10 3 2 3; }
    .dot { fill: currentColor; }
    tbody th { font-weight: normal; }
    .count { font-variant-numeric: tabular-nums; padding-inline-end: .75rem; text-align: end; }
    .data, dl { font-size: .875rem; }
    dt { font-weight: bold; }
    dd { margin: 0 0 .5rem; }
    @media print {
      details::details-content { content-visibility: visible; }
      summary { display: none; }
      h2 a, h3 a { color: CanvasText; text-decoration: none; }
      .few { break-inside: avoid; }
      .sources { break-before: page; }
    }
    """
}
