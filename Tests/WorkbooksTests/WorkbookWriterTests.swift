import Glibc
import RandomRecords
import Testing
import Workbooks

/// A name for a file that is gone afterwards.
enum TestFolder {
  static func with<T>(_ body: (String) throws -> T) throws -> T {
    var template = Array(
      "\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/workbooks-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw WorkbookProblem.damaged("folder") }
    let folder = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    defer {
      unlink("\(folder)/a.xlsx")
      rmdir(folder)
    }
    return try body("\(folder)/a.xlsx")
  }
}

@Suite struct WorkbookWriterTests {
  /// The table that `own-libreoffice` was made of.
  private static let columns = [
    SheetColumn("Name"), SheetColumn("Code"), SheetColumn("Joined", .date), SheetColumn("Reach", .number),
    SheetColumn("Share", .percent), SheetColumn("When", .dateTime), SheetColumn("Note", width: 40),
  ]
  private static let rows = [
    ["Åsa Öberg", "0012", "2015-09-01", "441", "7.5%", "2015-09-01 10:11", "=1+1"],
    ["王小明", "1e3", "2016-02-29", "-0.5", "100%", "2015-12-31 23:59", "two\nlines"],
    ["أمينة", "true", "1899-12-31", "about 7", "", "2015-09", "  blanks  inside "],
    ["", "+41 22 000 00 00", "", "0", "0%", "", "_x0041_ tab\there"],
  ]

  private func written(_ body: (WorkbookWriter) throws -> Void) throws -> ReadWorkbook {
    try TestFolder.with { path in
      let writer = try WorkbookWriter(path)
      try body(writer)
      try writer.close()
      return try ReadWorkbook(TestBytes.file(path))
    }
  }

  /// The rows below the header, as wide as the columns.
  private func table(_ read: ReadWorkbook, _ sheet: Int = 0) -> [[String]] {
    read.sheets[sheet].dropFirst().map { row in
      var cells = Array(repeating: "", count: Self.columns.count)
      for cell in row.cells { cells[cell.column] = cell.value.text }
      return cells
    }
  }

  @Test func `Real days and numbers are written, and codes as text`() throws {
    let read = try written {
      try $0.begin("الأشخاص", Self.columns, isRightToLeft: true)
      for row in Self.rows { try $0.append(row) }
    }
    #expect(table(read) == Self.rows)
    #expect(read.sheets[0][0].cells.map(\.value) == Self.columns.map { .text($0.title) })
    let first = read.sheets[0][1].cells.map(\.value)
    let day = CellDay(year: 2015, month: 9, day: 1)
    #expect(
      first == [
        .text("Åsa Öberg"), .text("0012"), .date(day), .number(441), .percent(0.075), .dateTime(day, 36_660),
        .text("=1+1"),
      ])
  }

  @Test(arguments: ["own-libreoffice.xlsx", "own-libreoffice.ods"])
  func `What LibreOffice opened and saved is read back unchanged`(_ name: String) throws {
    let read = try ReadWorkbook(TestBytes.fixture(name))
    #expect(table(read) == Self.rows)
    #expect(read.book.sheets.map(\.name) == ["الأشخاص", "Other- -1-2-"])
  }

  @Test func `Names of sheets are made legal and unique`() throws {
    let long = String(repeating: "长", count: 40)
    let read = try written { writer in
      for name in ["a/b: [c]?", "A/B: [c]?", "", "History", "'quoted'", long, long] {
        try writer.begin(name, [SheetColumn("x")])
      }
    }
    #expect(
      read.book.sheets.map(\.name) == [
        "a-b- -c--", "A-B- -c-- 2", "Sheet3", "Sheet4", "quoted", String(long.prefix(31)),
        String(long.prefix(27)) + " 2",
      ])
  }

  @Test func `Cells and sheets that are too long are refused`() throws {
    #expect(throws: WorkbookWriter.Problem.overlong(column: 2, row: 2)) {
      try self.written {
        try $0.begin("S", [SheetColumn("x"), SheetColumn("y")])
        try $0.append(["", String(repeating: "x", count: 32_768)])
      }
    }
    #expect(throws: WorkbookWriter.Problem.unwritable(errno: ENOENT)) {
      let writer = try WorkbookWriter("/nonexistent/folder/a.xlsx")
      try writer.begin("S", [SheetColumn("x")])
      try writer.close()
    }
  }

  @Test func `Numbers are written with a point whatever the locale`() throws {
    let before = String(cString: setlocale(LC_NUMERIC, nil))
    defer { setlocale(LC_NUMERIC, before) }
    // Not every system has one; where it has none the test is that of the others.
    for name in ["de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8"] where setlocale(LC_NUMERIC, name) != nil {
      break
    }
    let read = try written {
      try $0.begin("S", [SheetColumn("x", .number)])
      try $0.append(["1.25"])
    }
    #expect(read.values["A2"] == .number(1.25))
  }

  @Test func `Random tables come back as they were`() throws {
    var random = SeededGenerator(seed: 2015)
    for _ in 0..<30 {
      let columns = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        SheetColumn(
          Self.text(&random).replacing("\0", with: "") + "x",
          [.text, .number, .date, .dateTime, .percent].randomElement(using: &random)!)
      }
      let rows = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        columns.map { _ in Int.random(in: 0..<5, using: &random) == 0 ? "" : Self.value(&random) } + ["end"]
      }
      let read = try written {
        try $0.begin("S", columns)
        for row in rows { try $0.append(row) }
      }
      let found = read.sheets[0].dropFirst().map { row in
        (0...columns.count).map { column in row.cells.first { $0.column == column }?.value.text ?? "" }
      }
      #expect(found == rows)
      #expect(read.sheets[0][0].cells.map(\.value.text) == columns.map(\.title))
    }
  }

  private static func value(_ random: inout SeededGenerator) -> String {
    let number = Int.random(in: -1_000_000...1_000_000, using: &random)
    let day = CellDay(
      year: Int.random(in: 1890...2100, using: &random), month: Int.random(in: 1...12, using: &random),
      day: Int.random(in: 1...31, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "\(number)"
    case 1: return "\(Double(number) / 1000)"
    case 2: return "\(Double(number) / 100)%"
    case 3: return "\(day)"
    case 4:
      return "\(day) \(Int.random(in: 10...23, using: &random)):\(Int.random(in: 10...59, using: &random))"
    default: return text(&random)
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    let pieces = [
      "=", "+", "@", "-", "_x000D_", "_x005F_", "_x", "_", "\r", "\n", "\r\n", "\t", " ", "\u{1}", "\u{B}",
      "\u{1F}", "&", "<", ">", "\"", "'",
      "]]>", "é", "王", "ع", "😀", "\u{FEFF}", "\u{FFFD}", "\u{85}", "0012", "1e5", "TRUE", "#N/A",
      "http://example.org", "a", "\u{7F}",
    ]
    return (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random)! }
      .joined()
  }
}
