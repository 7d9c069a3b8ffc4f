import Interchange
import Testing

@Suite struct CSVProblemTests {
  @Test(arguments: [
    "3,\"z\"",  // Ends at a quote that text follows.
    "3,z",  // Never ends.
    "3,\"\"",  // Runs over a doubled quote and never ends.
  ])
  func `Unclosed quote costs one row`(_ last: String) throws {
    let csv = try ReadCSV("a,b\n1,\"x\n2,y\n\(last)\n")
    #expect(csv.problems == [.unclosedQuote(line: 2), nil, nil])
    #expect(csv.fields.prefix(2) == [["1", "\"x"], ["2", "y"]])
    #expect(csv.rows.map(\.line) == [2, 3, 4])
  }

  @Test func `Many unclosed quotes are read in linear time`() throws {
    let rows = String(repeating: "1,\"x\n2,\"\"\n3,\"\"\"\"\n", count: 20_000)
    let csv = try ReadCSV("a,b\n" + rows)
    #expect(csv.rows.count == 60_000)
    #expect(csv.problems.count { $0 != nil } == 20_000)
  }

  @Test func `Text after a quote belongs to the field`() throws {
    let csv = try ReadCSV("a,b\n1,\"He said \"hi\" to me\"\n2,y\n")
    #expect(csv.problems == [.textAfterQuote(line: 2), nil])
    #expect(csv.fields == [["1", "He said hi\" to me\""], ["2", "y"]])
  }

  @Test func `Spaces after a quote are dropped`() throws {
    let csv = try ReadCSV("a,b\n\"1\"  ,\"2\" \n")
    #expect(csv.fields == [["1", "2"]])
    #expect(csv.problems == [nil])
    #expect(csv.table.notes == [.repairedQuote(line: 2)])
  }

  @Test func `Quotes inside a field are characters`() throws {
    let csv = try ReadCSV("a,b\n5\" pipe, \"x\"\n")
    #expect(csv.fields == [["5\" pipe", " \"x\""]])
    #expect(csv.problems == [nil])
  }

  @Test func `Stray quote in the header is noted`() throws {
    let csv = try ReadCSV("a,\"b\n1,2\n")
    #expect(csv.table.header == ["a", "\"b"])
    #expect(csv.table.notes == [.repairedQuote(line: 1)])
    #expect(csv.fields == [["1", "2"]])
  }

  @Test func `Long field is read as empty`() throws {
    let long = String(repeating: "x", count: 9)
    let csv = try ReadCSV("a,b\n1,\(long)\n2,\"\(long)\"\n3,12345678\n", limits: .init(fieldBytes: 8))
    #expect(csv.problems == [.fieldTooLong(line: 2, limit: 8), .fieldTooLong(line: 3, limit: 8), nil])
    #expect(csv.fields == [["1", ""], ["2", ""], ["3", "12345678"]])
  }

  @Test func `Quoted field over the limit does not swallow rows`() throws {
    let csv = try ReadCSV("a,b\n1,\"x\n2,y\n3,z\n4,27\"\n", limits: .init(fieldBytes: 8))
    #expect(csv.problems == [.unclosedQuote(line: 2), nil, nil, nil])
  }

  @Test func `Ten megabytes in one line`() throws {
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000)
    let csv = try ReadCSV(Array("a,b\n1,".utf8) + line + Array("\n2,y\n".utf8))
    #expect(csv.problems == [.fieldTooLong(line: 2, limit: 1 << 20), nil])
    #expect(throws: CSVProblem.fieldTooLong(line: 1, limit: 1 << 20)) { try CSVReader(bytes: line) }
  }

  @Test func `A million columns`() throws {
    let commas = [UInt8](repeating: UInt8(ascii: ","), count: 1_000_000)
    let csv = try ReadCSV(Array("a,b\n1".utf8) + commas + Array("\n2,y\n".utf8))
    #expect(csv.problems == [.tooManyColumns(limit: 2_000), nil])
    #expect(throws: CSVProblem.tooManyColumns(limit: 2_000)) { try CSVReader(bytes: commas) }
  }

  @Test(arguments: ["", "\n\r\n", "\u{FEFF}", "sep=;\n", " ,\t\n"])
  func `File without rows is empty`(_ text: String) {
    #expect(throws: CSVProblem.empty) { try CSVReader(bytes: Array(text.utf8)) }
  }

  @Test func `Notes are bounded`() throws {
    let csv = try ReadCSV("a\n" + String(repeating: "x\0\n", count: 50), limits: .init(notes: 10))
    #expect(csv.table.notes.count == 10)
  }
}
