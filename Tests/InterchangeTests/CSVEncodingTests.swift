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
  func readsUnicode(_ bytes: [UInt8], _ encoding: TextEncoding) throws {
    let csv = try ReadCSV(bytes)
    #expect(csv.table.encoding == encoding)
    #expect(csv.table.header == ["id", "city"])
    #expect(csv.fields.map(\.[1]) == Self.cities)
    #expect(csv.table.notes.isEmpty)
  }

  @Test func findsUTF16InOtherScripts() throws {
    let csv = try ReadCSV(csvUTF16("імʼя,місто\nОксана,Київ\n"))
    #expect(csv.table.encoding == .utf16LittleEndian)
    #expect(csv.fields == [["Оксана", "Київ"]])
  }

  @Test func readsWindows1252() throws {
    let csv = try ReadCSV(Array("a;b\n".utf8) + [0x80, 0x3B, 0x4D, 0xFC, 0x9F, 0x0A])
    #expect(csv.table.encoding == .windows1252)
    #expect(csv.fields == [["€", "MüŸ"]])
    #expect(csv.table.notes.isEmpty)
  }

  @Test func notesBytesUndefinedInWindows1252() throws {
    let csv = try ReadCSV(Array("a\n".utf8) + [0xE5, 0x81, 0x0A])
    #expect(csv.fields == [["å\u{FFFD}"]])
    #expect(csv.table.notes == [.replacedBytes(line: 2)])
  }

  @Test func brokenUTF8WithByteOrderMarkSpoilsOnlyItsRow() throws {
    let csv = try ReadCSV([0xEF, 0xBB, 0xBF] + Array("a\né\n".utf8) + [0xE5, 0x0A] + Array("ø\n".utf8))
    #expect(csv.fields == [["é"], ["\u{FFFD}"], ["ø"]])
    #expect(csv.problems == [nil, .undecodable(line: 3), nil])
  }

  @Test func fileCutOffInsideACharacterStaysUTF8() throws {
    let csv = try ReadCSV(Array("a\né\nø".utf8).dropLast())
    #expect(csv.table.encoding == .utf8)
    #expect(csv.problems == [nil, .undecodable(line: 3)])
  }

  @Test func windows1252MayEndInItsOnlySpecialCharacter() throws {
    let csv = try ReadCSV(Array("name\nAndr".utf8) + [0xE9])
    #expect(csv.fields == [["André"]])
    #expect(csv.table.encoding == .windows1252)
  }

  @Test func brokenUTF16SpoilsOnlyItsRow() throws {
    let surrogate: [UInt8] = [0x00, 0xD8]
    let csv = try ReadCSV(csvUTF16("\u{FEFF}a\n") + surrogate + csvUTF16("x\ny\n") + [0x7A])
    #expect(csv.fields == [["\u{FFFD}x"], ["y"], ["\u{FFFD}"]])
    #expect(csv.problems == [.undecodable(line: 2), nil, .undecodable(line: 4)])
  }

  @Test func removesNULs() throws {
    let csv = try ReadCSV("a,b\nAn\0na\0\0,x\n2,y\n")
    #expect(csv.table.encoding == .utf8)
    #expect(csv.fields == [["Anna", "x"], ["2", "y"]])
    #expect(csv.table.notes == [.removedNUL(line: 2)])
  }

  @Test func fieldsPaddedWithNULAreNotUTF16() throws {
    let csv = try ReadCSV("\0id\0\0\0,name\0\0\0\0\n\01\0\0\0\0,Anna\0\0\0\0\n")
    #expect(csv.table.encoding == .utf8)
    #expect(csv.fields == [["1", "Anna"]])
  }

  @Test func takesTheEncodingTheCallerNames() throws {
    var reader = try CSVReader(bytes: Array("a\né\n".utf8), encoding: .windows1252)
    #expect(reader.next()?.fields == ["Ã©"])
  }
}
