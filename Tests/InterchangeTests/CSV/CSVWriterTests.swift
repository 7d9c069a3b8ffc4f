import Interchange
import RandomRecords
import Testing

@Suite struct CSVWriterTests {
  private func written(
    _ rows: [[String]], style: CSVWriter.Style = .exact, delimiter: UInt8 = UInt8(ascii: ",")
  ) -> [UInt8] {
    var writer = CSVWriter(style: style, delimiter: delimiter)
    for row in rows { writer.append(row) }
    return writer.bytes
  }

  @Test func `Quotes only where needed`() {
    let bytes = written([["a", "b,c", "d\"e", "f\ng", ";", ""]])
    #expect(String(decoding: bytes, as: UTF8.self) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",;,\r\n")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
  func `Disarms formulas`(_ formula: String) throws {
    let csv = try ReadCSV(written([["id", "text"], ["1", formula]], style: .spreadsheetSafe))
    #expect(csv.fields == [["1", "'" + formula]])
  }

  @Test func `Leaves other text alone when safe`() throws {
    let bytes = written([["a", "1-2", "x=y", ""]], style: .spreadsheetSafe)
    #expect(String(decoding: bytes, as: UTF8.self) == "a,1-2,x=y,\r\n")
  }

  @Test func `Sends a long file piece by piece`() {
    var writer = CSVWriter(style: .exact, byteOrderMark: true)
    writer.append(["a"])
    #expect(writer.drain() == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
    #expect(writer.bytes.isEmpty)
  }

  @Test(arguments: [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09], 0..<20 as Range<UInt64>)
  func `Reader gives back what was written`(_ delimiter: UInt8, _ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = (0..<50).map { row in ["\(row)"] + (0..<4).map { _ in CSVSamples.text(using: &random) } }
    let csv = try ReadCSV(written([["id", "a", "b", "c", "d"]] + rows, delimiter: delimiter))
    #expect(csv.table.delimiter == delimiter)
    #expect(
      csv.fields.map { $0.map { Array($0.unicodeScalars) } }
        == rows.map { $0.map { Array($0.unicodeScalars) } })
    #expect(csv.problems.allSatisfy { $0 == nil })
  }
}

@Suite struct CSVFuzzTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Random bytes never crash the reader`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let bytes = CSVSamples.bytes(count: .random(in: 0..<400, using: &random), using: &random)
      guard let csv = try? ReadCSV(bytes, limits: .init(fieldBytes: 40, columns: 6)) else { continue }
      #expect(csv.rows.count <= bytes.count)
      #expect(csv.rows.allSatisfy { $0.fields.count >= csv.table.header.count })
      #expect(zip(csv.rows, csv.rows.dropFirst()).allSatisfy { $0.line < $1.line })
    }
  }
}

/// Random material for tests, rich in what CSV gives a meaning to.
enum CSVSamples {
  private static let pieces = [
    "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "'", "=", "abc", "Größe", "Україна", "Ελλάδα",
    "東京", "עברית", "العربية", "e\u{301}", "👩‍👧", "\u{FEFF}",
  ]

  static func text(using random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
  }

  /// Mostly bytes with a meaning, some of all kinds, sometimes behind a byte order mark.
  static func bytes(count: Int, using random: inout SeededGenerator) -> [UInt8] {
    let marks: [[UInt8]] = [[], [], [], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
    let frequent = Array("\"\"\",,;\n\r\nab ".utf8) + [0]
    return marks.randomElement(using: &random)!
      + (0..<count).map { _ in
        Int.random(in: 0..<8, using: &random) == 0
          ? .random(in: 0...255, using: &random) : frequent.randomElement(using: &random)!
      }
  }
}
