import Foundation
import Model
import Phrases
import Testing

@testable import Interchange
@testable import Workbooks

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A file in memory.
private final class Bytes: WorkbookBytes {
  let bytes: [UInt8]
  var size: Int { bytes.count }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(at offset: Int, count: Int) -> [UInt8] {
    Array(bytes[min(offset, size)..<min(offset + count, size)])
  }
}

/// What a document of Word says, by paragraphs and tables.
private final class DocxReader: NSObject, XMLParserDelegate {
  private(set) var paragraphs: [(style: String, text: String)] = []
  private(set) var counts: [String: Int] = [:]
  private(set) var bookmarks: Set<String> = []
  private(set) var links: Set<String> = []
  private var (style, text, isText) = ("", "", false)

  init(_ bytes: [UInt8]) throws {
    super.init()
    let entries = try PackageEntries(Bytes(bytes), WorkbookLimits())
    var names: [String] = []
    while let name = try entries.next() {
      var part: [UInt8] = []
      while let block = try entries.block({ Array($0) }) { part += block }
      names.append(name)
      let parser = XMLParser(data: Data(part))
      if name == "word/document.xml" { parser.delegate = self }
      #expect(
        parser.parse(), "\(name): \(String(describing: parser.parserError)) in line \(parser.lineNumber)")
    }
    #expect(names.first == "[content_types].xml" && names.contains("word/styles.xml"))
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    counts[name, default: 0] += 1
    switch name {
    case "w:p": (style, text) = ("", "")
    case "w:pStyle": style = attributes["w:val"] ?? ""
    case "w:bookmarkStart": bookmarks.insert(attributes["w:name"] ?? "")
    case "w:hyperlink": links.insert(attributes["w:anchor"] ?? "")
    case "w:t": isText = true
    case "w:tab": if style != "" { text += "\t" }
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isText { text += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "w:t" { isText = false }
    if name == "w:p" { paragraphs.append((style, text)) }
  }

  func texts(_ style: String) -> [String] { paragraphs.filter { $0.style == style }.map(\.text) }
}

@Suite struct ReportDocxTests {
  private func document(_ language: String, _ name: String = "Name") -> ReportDocument {
    ReportDocument(ReportDocumentTests.facts(name: name), language: language)
  }

  @Test(arguments: DocumentBook.languages)
  func `A document has all that the report says, as what it is`(_ language: String) throws {
    let document = document(language)
    let reader = try DocxReader(ReportDocx(document).file)
    #expect(reader.texts("Title") == [document.title])
    var (headings, tables, captions) = ([String](), 0, [String]())
    for piece in document.published {
      switch piece {
      case .heading(let level, let number, let text): if level == 1 { headings.append("\(number) \(text)") }
      case .table(let table):
        tables += 1
        captions.append(table.label)
      // What a table of the report says already has no chart here to stand above.
      case .figure(let figure) where !figure.tableKey.isEmpty: break
      case .figure(let figure):
        tables += 1
        captions.append(figure.label)
      case .paragraph(let one):
        let number = ReportNumbering(language: language).paragraph(one.number)
        #expect(reader.texts("BodyText").contains { $0.hasPrefix("\(number)\t") }, "\(number)")
      }
    }
    #expect(reader.texts("Heading1") == headings + [document.sourcesTitle])
    #expect(reader.texts("TOC1") == headings && headings.count > 3)
    #expect(reader.counts["w:tbl"] == tables && reader.counts["w:tblHeader"] == tables)
    let written = reader.texts("Caption")
    #expect(written.count == captions.count && zip(written, captions).allSatisfy { $0.hasPrefix($1) })
    let isArabic = language == "ar"
    #expect(reader.counts["w:bidiVisual"] ?? 0 == (isArabic ? tables : 0))
    #expect((reader.counts["w:bidi"] ?? 0 > 100) == isArabic)
    #expect(reader.links.isSubset(of: reader.bookmarks) && reader.links.count > 20)
    #expect(reader.bookmarks.count == reader.counts["w:bookmarkStart"])
    #expect(ReportDocx(self.document(language)).file == ReportDocx(document).file)
  }

  @Test func `Each run goes one way`() {
    let text = DocxText(isRightToLeft: true)
    func said(_ runs: String) -> [String] {
      runs.matches(of: #/<w:r>(<w:rPr><w:rtl/></w:rPr>)?<w:t [^>]*>([^<]*)</#).map {
        ($0.output.1 == nil ? "l:" : "r:") + $0.output.2
      }
    }
    #expect(said(text.runs("المقرر IPBES-3/4، 3")) == ["r:المقرر ", "l:IPBES-3/4", "r:، 3"])
    #expect(said(text.runs("في \u{2068}Call (2015) (x)\u{2069}.")) == ["r:في ", "l:Call (2015) (x)", "r:."])
    let other = DocxText(isRightToLeft: false)
    #expect(said(other.runs("Item \u{2068}طلب (3)\u{2069}: 4")) == ["l:Item ", "r:طلب (3)", "l:: 4"])
    #expect(said(other.runs("Plain & <b>")) == ["l:Plain &amp; &lt;b&gt;"])
  }

  @Test(arguments: ReportDocumentTests.hostile)
  func `Names from outside are text`(_ name: String) throws {
    for language in ["en", "ar"] {
      let reader = try DocxReader(ReportDocx(document(language, name)).file)
      #expect(reader.counts["script"] == nil && reader.counts["w:tbl"] ?? 0 > 3)
    }
  }
}
