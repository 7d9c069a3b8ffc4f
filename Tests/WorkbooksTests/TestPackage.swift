import Glibc
import Workbooks

/// Bytes in memory, as a file.
final class TestBytes: WorkbookBytes {
  let bytes: [UInt8]
  var size: Int { bytes.count }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(at offset: Int, count: Int) -> [UInt8] {
    Array(bytes[min(offset, size)..<min(offset + count, size)])
  }

  /// One that a program wrote: see the README of the folder.
  static func fixture(_ name: String) throws -> TestBytes {
    try file(#filePath.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/Fixtures/\(name)")
  }

  static func file(_ path: String) throws -> TestBytes {
    guard let file = fopen(path, "rb") else { throw WorkbookProblem.damaged(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return TestBytes(bytes)
  }
}

/// A zip container, its parts stored as they are (APPNOTE 4.3).
struct TestPackage {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// - Parameter parts: in the order in which they stand in the file.
  init(_ parts: [(String, String)]) {
    for (name, text) in parts { add(name, Array(text.utf8)) }
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) {
    let start = body.count
    let size = Self.little(bytes.count, 4)
    var common = Self.little(20, 2) + Self.little(0, 8)
    common += Self.little(Int(Self.checksum(bytes)), 4) + size + size
    common += Self.little(name.utf8.count, 2) + [0, 0]
    body += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
    directory += [0x50, 0x4B, 1, 2, 20, 0] + common + Self.little(0, 10) + Self.little(start, 4)
    directory += Array(name.utf8)
    count += 1
  }

  var bytes: [UInt8] {
    let counts = Self.little(count, 2) + Self.little(count, 2)
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    end += counts + Self.little(directory.count, 4)
    end += Self.little(body.count, 4) + [0, 0]
    return body + directory + end
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xEDB8_8320 }
      }
    }
    return ~sum
  }
}

extension TestPackage {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// An `.xlsx` of one sheet, its parts under names that nobody would guess.
  /// - Parameters:
  ///   - sheet: what stands in the `worksheet` element.
  ///   - shared: what stands in the `sst` element.
  ///   - styles: what stands in the `styleSheet` element.
  ///   - book: what else the workbook says.
  ///   - besides: other parts.
  static func xlsx(
    _ sheet: String, shared: String = "", styles: String = "", book: String = "", root: String = "",
    besides: [(String, String)] = []
  ) -> [UInt8] {
    let kinds = [
      ("1", "worksheet", "/a/one.xml"), ("2", "styles", "b/two.xml"), ("3", "sharedStrings", "./3.xml"),
    ]
    let links = kinds.map { #"<Relationship Id="i\#($0.0)" Type="\#(office)/\#($0.1)" Target="\#($0.2)"/>"# }
    return TestPackage(
      [
        ("a/one.xml", "\(root)<worksheet xmlns=\"\(main)\">\(sheet)</worksheet>"),
        ("x/b/two.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"),
        (
          "x/book.xml",
          """
          <workbook xmlns="\(main)" xmlns:r="\(office)">\(book)<sheets><sheet name="S" sheetId="7" r:id="i1"/></sheets></workbook>
          """
        ),
        ("x/_rels/book.xml.rels", "<Relationships xmlns=\"\(relations)\">\(links.joined())</Relationships>"),
        ("x/3.xml", "<sst xmlns=\"\(main)\">\(shared)</sst>"),
        (
          "_rels/.rels",
          """
          <Relationships xmlns="\(relations)"><Relationship Id="r" Type="\(office)/officeDocument" Target="x/book.xml"/></Relationships>
          """
        ),
      ] + besides
    ).bytes
  }

  private static let names =
    [
      "office": "office", "table": "table", "text": "text", "style": "style", "number": "datastyle",
      "draw": "drawing",
    ].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($1):1.0\"" }.joined(separator: " ")
    + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""

  /// An `.ods`.
  /// - Parameters:
  ///   - tables: what stands in the `office:spreadsheet` element.
  ///   - styles: the automatic styles.
  static func ods(_ tables: String, styles: String = "") -> [UInt8] {
    let calc = "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\""
    return TestPackage([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      (
        "content.xml",
        """
        <office:document-content \(names) \(calc)><office:automatic-styles>\(styles)</office:automatic-styles>
        <office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>
        """
      ),
    ]).bytes
  }
}

/// All that can be read of a workbook.
struct ReadWorkbook {
  let book: Workbook
  private(set) var sheets: [[SheetRow]] = []
  private(set) var hidden: [[ClosedRange<Int>]] = []
  private(set) var merged: [[MergedCells]] = []
  /// Where links of all sheets lead.
  private(set) var links: [String] = []

  init(_ file: TestBytes, _ limits: WorkbookLimits = .init()) throws {
    guard let book = try Workbook(file, limits: limits) else { throw WorkbookProblem.foreign("") }
    self.book = book
    for index in book.sheets.indices {
      let rows = try book.rows(of: index)
      var found: [SheetRow] = []
      while let row = try rows.next() { found.append(row) }
      sheets.append(found)
      hidden.append(rows.hiddenColumns)
      merged.append(rows.merged)
      links += rows.extras.links
    }
  }

  init(_ bytes: [UInt8]) throws { try self.init(TestBytes(bytes)) }

  /// The values of the first sheet, by their places.
  var values: [String: CellValue] {
    var values: [String: CellValue] = [:]
    for row in sheets[0] {
      for cell in row.cells { values[CellName.column(cell.column) + String(row.number)] = cell.value }
    }
    return values
  }

  /// Their texts.
  var texts: [String: String] { values.mapValues(\.text) }
}
