import Model
import Phrases
import Workbooks

/// A report as a document of Word (ISO/IEC 29500-1, transitional): headings, captions and rows of headings are what they
/// are called, so that contents, lists and screen readers know them; a right-to-left report runs from right to left, its
/// tables too. Charts stand as tables of their numbers. The same document makes the same bytes.
public struct ReportDocx {
  private let document: ReportDocument
  private let words: ReportWords
  private let numbering: ReportNumbering
  private let text: DocxText

  public init(_ document: ReportDocument) {
    self.document = document
    words = ReportWords(book: DocumentBook(document.language))
    numbering = ReportNumbering(language: document.language)
    text = DocxText(isRightToLeft: words.book.direction == "rtl")
  }

  public var file: [UInt8] {
    let parts = DocxParts(language: document.language, title: document.title)
    return PackageWriter.bytes(
      parts.all + [("word/document.xml", Array(parts.document(body, isRightToLeft: text.isRightToLeft).utf8))]
    )
  }

  private var body: String {
    let pieces = document.published.filter { !isSaidInTable($0) }
    let front =
      document.front.map { text.paragraph("Front", $0) }
      + [text.paragraph("Title", document.title), text.paragraph("Subtitle", document.subtitle)]
    let figures = pieces.contains { if case .figure = $0 { true } else { false } }
    let note = figures ? [text.paragraph("Front", words.book.say(.reportNoCharts))] : []
    return (front + note + contents(pieces) + pieces.enumerated().map { piece($1, at: $0) } + sources)
      .joined()
  }

  /// A list that the program brings up to date with the numbers of pages.
  private func contents(_ pieces: [ReportDocument.Piece]) -> [String] {
    let headings = pieces.enumerated().compactMap { place, piece -> (level: Int, text: String, place: Int)? in
      guard case .heading(let level, let number, let text) = piece else { return nil }
      return (level, "\(number) \(text)", place)
    }
    guard headings.count > 3 else { return [] }
    let lines = headings.enumerated().map { index, heading in
      text.paragraph(
        "TOC\(heading.level)", heading.text, link: "s\(heading.place)",
        before: index == 0 ? DocxText.field(#"TOC \o "1-2" \h \z \u"#) : "")
    }
    return [text.paragraph("ContentsHeading", words.book.say(.reportContents))] + lines
      + ["<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>\n"]
  }

  private func piece(_ piece: ReportDocument.Piece, at place: Int) -> String {
    switch piece {
    case .heading(let level, let number, let heading):
      text.paragraph("Heading\(level)", "\(number) \(heading)", bookmark: "s\(place)")
    case .paragraph(let paragraph): self.paragraph(paragraph)
    case .table(let table):
      caption(table.label, table.caption, "t\(table.number)")
        + text.table(table.columns, table.rows, firstNumber: table.firstNumber)
    case .figure(let figure): self.figure(figure)
    }
  }

  private func paragraph(_ paragraph: ReportDocument.Paragraph) -> String {
    let texts = paragraph.texts
    let number = numbering.paragraph(paragraph.number)
    let first = text.paragraph(
      "BodyText", "\(number)\t\(texts.first ?? "")", bookmark: "p\(paragraph.number)")
    let items = paragraph.items.enumerated().flatMap { index, item in
      [text.paragraph("Item", "\(numbering.item(index))\t\(item.text)")]
        + item.items.enumerated().map { text.paragraph("Part", "\(numbering.part($0))\t\($1.text)") }
    }
    return ([first] + texts.dropFirst().map { text.paragraph("BodyText", $0) } + items).joined()
  }

  /// Where the numbers of a chart stand in a table of the report, nothing is left of it that could be shown.
  private func isSaidInTable(_ piece: ReportDocument.Piece) -> Bool {
    guard case .figure(let figure) = piece else { return false }
    return !figure.tableKey.isEmpty
  }

  private func figure(_ figure: ReportDocument.Figure) -> String {
    let table = ChartTable(figure.chart, words)
    return caption(figure.label, figure.chart.title, "f\(figure.number)")
      + text.table(table.columns, table.rows, firstNumber: 1)
  }

  private func caption(_ label: String, _ title: String, _ bookmark: String) -> String {
    text.paragraph(
      "Caption", label + (document.language == "zh" ? "：" : ". ") + title, bookmark: bookmark)
  }

  private var sources: [String] {
    let left = document.published.compactMap { piece in
      if case .figure(let figure) = piece, isSaidInTable(piece) { "f\(figure.number)" } else { nil }
    }
    let sources = document.sources.filter { !left.contains($0.anchor) }
    guard !sources.isEmpty else { return [] }
    return [text.paragraph("Heading1", document.sourcesTitle)]
      + sources.flatMap { source in
        [
          text.paragraph("SourceOf", source.of, link: source.anchor), text.paragraph("Source", source.text),
        ]
      }
  }
}

/// Paragraphs and tables as WordprocessingML, in the direction of a document.
struct DocxText {
  let isRightToLeft: Bool

  /// - Parameters:
  ///   - style: by its id in `DocxParts`.
  ///   - text: with marks of isolation.
  ///   - bookmark: what links within the document call it.
  ///   - link: the bookmark to which its text leads.
  ///   - before: runs before its text.
  func paragraph(
    _ style: String, _ text: String, bookmark: String = "", link: String = "", before: String = ""
  ) -> String {
    var inside = runs(text)
    if !link.isEmpty { inside = "<w:hyperlink w:anchor=\"\(link)\" w:history=\"1\">\(inside)</w:hyperlink>" }
    if !bookmark.isEmpty {
      // Numbers have to be different: the letter before and the number of each are.
      let id = (Int(bookmark.utf8.first ?? 0) * 100_000) + (Int(bookmark.dropFirst()) ?? 0)
      inside =
        "<w:bookmarkStart w:id=\"\(id)\" w:name=\"\(bookmark)\"/>\(inside)<w:bookmarkEnd w:id=\"\(id)\"/>"
    }
    let direction = isRightToLeft ? "<w:bidi/>" : ""
    return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(direction)</w:pPr>\(before)\(inside)</w:p>\n"
  }

  /// The beginning of a field; what follows is what it said last.
  static func field(_ code: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> "
      + "\(PlainText.html(code)) </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
  }

  /// - Parameter firstNumber: from this column on cells are numbers.
  func table(_ columns: [String], _ rows: [[String]], firstNumber: Int) -> String {
    let width = 9_600 / max(1, columns.count)
    func row(_ cells: [String], isHead: Bool) -> String {
      let cells = cells.enumerated().map { column, cell in
        let style = (isHead ? "TableHead" : "TableText") + (column >= firstNumber ? "Number" : "")
        return
          "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>\(paragraph(style, cell))</w:tc>"
      }
      let kind = isHead ? "<w:cantSplit/><w:tblHeader/>" : "<w:cantSplit/>"
      return "<w:tr><w:trPr>\(kind)</w:trPr>\(cells.joined())</w:tr>\n"
    }
    let grid = columns.map { _ in "<w:gridCol w:w=\"\(width)\"/>" }.joined()
    let direction = isRightToLeft ? "<w:bidiVisual/>" : ""
    return
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/>\(direction)<w:tblW w:w=\"5000\" w:type=\"pct\"/>"
      + "<w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" "
      + "w:noVBand=\"1\"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>\n"
      + row(columns, isHead: true) + rows.map { row($0, isHead: false) }.joined() + "</w:tbl>\n"
      + paragraph("AfterTable", "")
  }

  /// A text in pieces each of which runs one way: programs for documents take the direction of signs from their run.
  func runs(_ text: String) -> String {
    ReportIsolation.pieces(text).flatMap { piece in
      let own = piece.isIsolated ? ReportIsolation.direction(of: piece.text) : nil
      return Self.directed(piece.text, own ?? isRightToLeft)
    }.map { piece, isRightToLeft in
      let direction = isRightToLeft ? "<w:rPr><w:rtl/></w:rPr>" : ""
      let pieces = piece.split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : "<w:t xml:space=\"preserve\">\(PlainText.html(String($0)))</w:t>"
      }
      return "<w:r>\(direction)\(pieces.joined(separator: "<w:tab/>"))</w:r>"
    }.joined()
  }

  /// What begins with a letter of one direction goes on to its last letter, or digit of the same word; what stands
  /// between such stretches runs as the page does.
  static func directed(_ text: String, _ isRightToLeft: Bool) -> [(text: String, isRightToLeft: Bool)] {
    var pieces: [(text: String, isRightToLeft: Bool)] = []
    var (other, rest) = (String.UnicodeScalarView(), String.UnicodeScalarView())
    func add(_ text: String.UnicodeScalarView, _ direction: Bool) {
      guard !text.isEmpty else { return }
      if pieces.last?.isRightToLeft == direction {
        pieces[pieces.count - 1].text.unicodeScalars.append(contentsOf: text)
      } else {
        pieces.append((String(text), direction))
      }
    }
    for scalar in text.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic
      let isOther = isLetter && ReportIsolation.isRightToLeft(scalar) != isRightToLeft
      let isDigit = !isLetter && scalar.properties.numericType != nil
      if isOther || isDigit && !other.isEmpty && !rest.contains(where: \.properties.isWhitespace) {
        other.append(contentsOf: rest)
        rest = .init()
        other.append(scalar)
      } else if isLetter || other.isEmpty {
        add(other, !isRightToLeft)
        add(rest, isRightToLeft)
        (other, rest) = (.init(), .init())
        add(.init([scalar]), isRightToLeft)
      } else {
        rest.append(scalar)
      }
    }
    add(other, !isRightToLeft)
    add(rest, isRightToLeft)
    return pieces
  }
}
