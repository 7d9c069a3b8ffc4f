import Interchange
import Testing

@Suite struct CSVSignatureTests {
  static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00]
  static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  static let files: [(bytes: [UInt8], token: String)] = [
    (zip + Array("[Content_Types].xml xl/workbook.xml".utf8), "xlsx"),
    (zip + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), "ods"),
    (zip + Array("photo.jpg".utf8), "zip"),
    (ole + [UInt8](repeating: 0, count: 500), "xls"),
    (Array("%PDF-1.7".utf8), "pdf"),
    (Array(0...255), "binary"),
    ([UInt8](repeating: 0, count: 100), "binary"),
    ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "binary"),
  ]

  @Test(arguments: files)
  func `Refuses what is no text`(_ bytes: [UInt8], _ token: String) {
    #expect(throws: CSVProblem.notText(token)) { try CSVReader(bytes: bytes) }
  }

  @Test func `Accepts a key column named PK`() throws {
    #expect(try ReadCSV("PK,name\n1,x\n").table.header == ["PK", "name"])
  }
}
