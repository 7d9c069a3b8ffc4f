import RandomRecords
import Testing
import Workbooks

@Suite struct PackageTests {
  @Test func `A document type is refused before it can say anything`() {
    let root = "<!DOCTYPE x [<!ENTITY a 'b'>]>"
    let bytes = TestPackage.xlsx("<sheetData><row><c t='str'><v>&a;</v></c></row></sheetData>", root: root)
    #expect(throws: WorkbookProblem.hostile("a/one.xml")) { try ReadWorkbook(bytes) }
  }

  @Test func `Elements without end are refused`() {
    let deep = String(repeating: "<c>", count: 100) + String(repeating: "</c>", count: 100)
    #expect(throws: WorkbookProblem.hostile("a/one.xml")) {
      try ReadWorkbook(TestPackage.xlsx("<sheetData>\(deep)</sheetData>"))
    }
  }

  @Test func `A comment without end is refused before all of it is read`() {
    let comment = "<!-- \(String(repeating: "no ", count: 2_000_000)) -->"
    #expect(throws: WorkbookProblem.hostile("a/one.xml")) { try ReadWorkbook(TestPackage.xlsx(comment)) }
  }

  @Test func `A text that is too long is said, and its row read on`() throws {
    let long = String(repeating: "x", count: 1 << 20) + "y"
    let row = "<row><c t='inlineStr'><is><t>\(long)</t></is></c><c t='s'><v>0</v></c><c><v>3</v></c></row>"
    let read = try ReadWorkbook(
      TestPackage.xlsx("<sheetData>\(row)</sheetData>", shared: "<si><t>\(long)</t></si>"))
    #expect(read.sheets[0].map(\.overlong) == [0] && read.texts == ["C1": "3"])
    let cell = "<table:table-cell office:value-type='string'><text:p>\(long)</text:p></table:table-cell>"
    let table = "<table:table table:name='T'><table:table-row>\(cell)</table:table-row></table:table>"
    #expect(try ReadWorkbook(TestPackage.ods(table)).sheets[0].map(\.overlong) == [0])
  }

  @Test func `What unpacks to far more than its size is refused`() throws {
    // The same text again and again: 4 MB of a sheet in some kilobytes.
    try TestFolder.with { path in
      let writer = try WorkbookWriter(path)
      try writer.begin("S", [SheetColumn("a")])
      let text = String(repeating: "same ", count: 6_000)
      for _ in 0..<140 { try writer.append([text]) }
      try writer.close()
      let file = try TestBytes.file(path)
      #expect(file.size * 250 < 4 << 20)
      #expect(try ReadWorkbook(file).sheets[0].count == 141)
      var limits = WorkbookLimits()
      limits.freeBytes = 1 << 20
      #expect(throws: WorkbookProblem.tooLarge) { try ReadWorkbook(file, limits) }
    }
  }

  @Test func `A file that was cut off is damaged`() throws {
    let bytes = try TestBytes.fixture("openpyxl.xlsx").bytes
    for count in [100, bytes.count / 2, bytes.count - 1] {
      #expect(throws: WorkbookProblem.self) { try ReadWorkbook(Array(bytes.prefix(count))) }
    }
  }

  @Test func `A part whose bytes were changed is damaged`() throws {
    let text = "<sheetData><row><c t='inlineStr'><is><t>some text</t></is></c></row></sheetData>"
    var bytes = TestPackage.xlsx(text)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("some text".utf8)) })
    bytes[place] = UInt8(ascii: "S")
    #expect(throws: WorkbookProblem.damaged("a/one.xml")) { try ReadWorkbook(bytes) }
  }

  @Test func `An error of the file is its own`() {
    final class Broken: WorkbookBytes {
      let inner = TestBytes(TestPackage.xlsx("<sheetData/>"))
      struct Lost: Error {}
      var size: Int { inner.size }
      func read(at offset: Int, count: Int) throws -> [UInt8] {
        if count == 4096 { return inner.read(at: offset, count: count) }
        throw Lost()
      }
    }
    #expect(throws: Broken.Lost.self) { try Workbook(Broken()) }
  }

  /// Bytes of real files, changed here and there: nothing crashes, and what is thrown is a problem of workbooks.
  @Test(arguments: ["openpyxl.xlsx", "libreoffice.ods", "gnumeric.ods", "encrypted.xlsx", "stored"])
  func `No bytes whatever break the reader`(_ name: String) throws {
    let original = name == "stored" ? Self.stored : try TestBytes.fixture(name).bytes
    var random = SeededGenerator(seed: 13)
    var read = 0
    for _ in 0..<60 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
        }
        if bytes.isEmpty { break }
      }
      do { if try Workbook(TestBytes(bytes)) != nil { read += try ReadWorkbook(bytes).sheets.count } } catch {
        #expect(error is WorkbookProblem)
      }
    }
    #expect(name == "encrypted.xlsx" || name == "stored" || read > 0)
  }

  /// Its text is not packed, so that changes of it reach the reader of XML; the checksums then stop most.
  private static let stored = TestPackage.ods(
    "<table:table table:name='T'><table:table-row><table:table-cell office:value-type='float' office:value='1'/></table:table-row></table:table>"
  )

  /// The same within the XML, where the checksums are right.
  @Test func `No XML whatever breaks the reader`() {
    let pieces = [
      "<row r='2'>", "</row>", "<c r='B2' t='s'>", "<c r='ZZZZ9'>", "<c t='d' s='99999999999999999999'>",
      "</c>", "<v>", "</v>",
      "1e999", "-0", "<is>", "</is>", "<t>", "</t>", "<rPh>", "</rPh>", "<f>", "</f>", "_x0041_", "42",
      "\u{10FFFF}", "&amp;",
      "<mergeCell ref='B2:A1'/>", "<col min='5' max='2' hidden='1'/>", "<mergeCell ref='A1:XFD1048576'/>",
    ]
    var random = SeededGenerator(seed: 7)
    var refused = 0
    for _ in 0..<600 {
      let text = (0..<Int.random(in: 1...20, using: &random)).map { _ in pieces.randomElement(using: &random)!
      }
      do { _ = try ReadWorkbook(TestPackage.xlsx(text.joined())) } catch {
        #expect(error is WorkbookProblem)
        refused += 1
      }
    }
    #expect(refused > 100 && refused < 600)
  }
}
