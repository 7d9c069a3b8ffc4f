import Interchange
import Testing

@Suite struct CSVEncodingTests {
  static let text = "id;city\r\n1;Göteborg\r\n2;Київ\r\n3;東京 🗼\r\n"
  static let cities = ["Göteborg", "Київ", "東京 🗼"]

  static let files: [(bytes: [UInt8], encoding: TextEncoding)] = [
    (Array(text.utf8), .utf8),
    ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8WithBOM),
    (csvUTF16("\u{FEFF}" + text), .utf16LittleEndian),
    (csvUTF16("\u{FEFF}" + text, bigEndian: true), .utf16BigEndian),
    (csvUTF16(text), .utf16LittleEndian),
    (csvUTF16(text, bigEndian: true), .utf16BigEndian),
  ]

  @Test(arguments: files)
  func `Reads Unicode`(_ bytes: [UInt8], _ encoding: TextEncoding) throws {
    let csv = try ReadCSV(bytes)
    #expect(csv.table.encoding == encoding)
    #expect(csv.table.header == ["id", "city"])
    #expect(csv.fields.map(\.[1]) == Self.cities)
    #expect(csv.table.notes.isEmpty)
  }

  @Test func `Finds UTF-16 in other scripts`() throws {
    let csv = try ReadCSV(csvUTF16("імʼя,місто\nОксана,Київ\n"))
    #expect(csv.table.encoding == .utf16LittleEndian)
    #expect(csv.fields == [["Оксана", "Київ"]])
  }

  @Test func `Reads Windows-1252`() throws {
    let bytes = Array("a;b\n".utf8) + [0x80, 0x3B, 0x4D, 0xFC, 0x9F, 0x0A]
    let csv = try ReadCSV(ImportFile(bytes: bytes, encoding: .windows1252))
    #expect(csv.table.encoding == .windows1252)
    #expect(csv.fields == [["€", "MüŸ"]])
    #expect(csv.table.notes.isEmpty)
  }

  @Test func `A byte without a meaning in Windows-1252 spoils only its row`() throws {
    let rows = Array("a\n".utf8) + [0xE5, 0x81, 0x0A, 0xE5, 0x0A]
    let csv = try ReadCSV(ImportFile(bytes: rows, encoding: .windows1252))
    #expect(csv.fields == [["å\u{FFFD}"], ["å"]])
    #expect(csv.problems == [.undecodable(line: 2), nil])
  }

  /// 姓名,城市,性别 and 朱镕基,北京,男 as a Chinese spreadsheet writes them; 镕 ends in an ASCII letter.
  static let chinese: [UInt8] =
    [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB3, 0xC7, 0xCA, 0xD0, 0x2C, 0xD0, 0xD4, 0xB1, 0xF0, 0x0D, 0x0A]
    + [0xD6, 0xEC, 0xE9, 0x46, 0xBB, 0xF9, 0x2C, 0xB1, 0xB1, 0xBE, 0xA9, 0x2C, 0xC4, 0xD0, 0x0D, 0x0A]

  @Test func `Reads GB18030`() throws {
    let csv = try ReadCSV(Self.chinese)
    #expect(csv.table.encoding == .gb18030)
    #expect(csv.table.header == ["姓名", "城市", "性别"])
    #expect(csv.fields == [["朱镕基", "北京", "男"]])
    #expect(csv.problems == [nil])
  }

  @Test func `Reads GB18030 longer than a piece`() throws {
    // An odd count, so that pieces end inside characters.
    let row: [UInt8] = [0x61, 0xD6, 0xEC, 0xE9, 0x46, 0xBB, 0xF9, 0x0A, 0x95, 0x32, 0x82, 0x36, 0x0A]
    let csv = try ReadCSV(Self.chinese + (0..<6_000).flatMap { _ in row })
    #expect(csv.table.encoding == .gb18030)
    #expect(csv.fields.count == 12_001)
    #expect(Set(csv.fields.dropFirst().map(\.[0])) == ["a朱镕基", "\u{20000}"])
  }

  @Test(arguments: [
    "Müller, Ännö", "Müller", "élève", "Conceição", "CONCEIÇÃO", "São João", "“Été”", "Ångström",
  ])
  func `Western names stay Windows-1252`(_ name: String) throws {
    let bytes = name.unicodeScalars.map { scalar -> UInt8 in
      switch scalar {
      case "“": 0x93
      case "”": 0x94
      default: UInt8(scalar.value)
      }
    }
    let csv = try ReadCSV(Array("id;name\n1;".utf8) + bytes + Array("x\n".utf8))
    #expect(csv.table.encoding == .windows1252)
    #expect(csv.fields == [["1", name + "x"]])
  }

  @Test func `Chinese with a broken byte stays Chinese`() {
    #expect(TextEncoding.detect(in: Self.chinese + [0xFF, 0x0A]) == .gb18030)
  }

  @Test func `Broken GB18030 spoils only its row`() throws {
    var reader = try CSVReader(bytes: Self.chinese + [0xFF, 0x2C, 0x0A, 0x61])
    #expect(reader.next()?.fields[0] == "朱镕基")
    #expect(reader.next()?.problem == .undecodable(line: 3))
    #expect(reader.next()?.fields[0] == "a")
  }

  @Test func `Broken UTF-8 with byte order mark spoils only its row`() throws {
    let csv = try ReadCSV([0xEF, 0xBB, 0xBF] + Array("a\né\n".utf8) + [0xE5, 0x0A] + Array("ø\n".utf8))
    #expect(csv.fields == [["é"], ["\u{FFFD}"], ["ø"]])
    #expect(csv.problems == [nil, .undecodable(line: 3), nil])
  }

  @Test func `File cut off inside a character stays UTF-8`() throws {
    let csv = try ReadCSV(Array("a\né\nø".utf8).dropLast())
    #expect(csv.table.encoding == .utf8)
    #expect(csv.problems == [nil, .undecodable(line: 3)])
  }

  @Test func `Windows-1252 may end in its only special character`() throws {
    let csv = try ReadCSV(Array("name\nAndr".utf8) + [0xE9])
    #expect(csv.fields == [["André"]])
    #expect(csv.table.encoding == .windows1252)
  }

  @Test func `Broken UTF-16 spoils only its row`() throws {
    let surrogate: [UInt8] = [0x00, 0xD8]
    let csv = try ReadCSV(csvUTF16("\u{FEFF}a\n") + surrogate + csvUTF16("x\ny\n") + [0x7A])
    #expect(csv.fields == [["\u{FFFD}x"], ["y"], ["\u{FFFD}"]])
    #expect(csv.problems == [.undecodable(line: 2), nil, .undecodable(line: 4)])
  }

  @Test func `Removes NUL`() throws {
    let csv = try ReadCSV("a,b\nAn\0na\0\0,x\n2,y\n")
    #expect(csv.table.encoding == .utf8)
    #expect(csv.fields == [["Anna", "x"], ["2", "y"]])
    #expect(csv.table.notes == [.removedNUL(line: 2)])
  }

  @Test func `Fields padded with NUL are not UTF-16`() throws {
    let csv = try ReadCSV("\0id\0\0\0,name\0\0\0\0\n\01\0\0\0\0,Anna\0\0\0\0\n")
    #expect(csv.table.encoding == .utf8)
    #expect(csv.fields == [["1", "Anna"]])
  }

  @Test func `Takes the encoding the caller names`() throws {
    var reader = try CSVReader(ImportFile(bytes: Array("a\né\n".utf8), encoding: .windows1252))
    #expect(reader.next()?.fields == ["Ã©"])
  }
}
