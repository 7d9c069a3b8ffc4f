import Interchange
import Testing

@Suite struct CSVReaderTests {
  @Test func readsQuotesDoubledQuotesAndNewlines() throws {
    let csv = try ReadCSV("id,text\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,plain\r\n")
    #expect(csv.table.header == ["id", "text"])
    #expect(csv.fields == [["1", "a, \"b\"\r\nc"], ["2", "plain"]])
    #expect(csv.rows.map(\.line) == [2, 4])
    #expect(csv.problems == [nil, nil])
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func readsEveryLineEnd(_ end: String) throws {
    let csv = try ReadCSV(["a,b", "1,2", "", "3,4"].joined(separator: end))
    #expect(csv.fields == [["1", "2"], ["3", "4"]])
    #expect(csv.rows.map(\.line) == [2, 4])
  }

  @Test(arguments: [",", ";", "\t"])
  func findsTheDelimiter(_ delimiter: String) throws {
    let csv = try ReadCSV(
      [["a", "b"], ["1.5", "2"]].map { $0.joined(separator: delimiter) }.joined(separator: "\n"))
    #expect(csv.table.delimiter == delimiter.utf8.first)
    #expect(csv.fields == [["1.5", "2"]])
  }

  @Test func prefersTheDelimiterThatAllRecordsAgreeOn() throws {
    let csv = try ReadCSV("Name, first;Price\nÅberg, Bo;1,50\nOz;\"2;\n,,50\"\n")
    #expect(csv.table.header == ["Name, first", "Price"])
    #expect(csv.fields == [["Åberg, Bo", "1,50"], ["Oz", "2;\n,,50"]])
  }

  @Test(arguments: ["sep=|\r\n", "SEP=|\n", "\"sep=|\"\r", "\u{FEFF}sep=|\n"])
  func obeysTheSeparatorLine(_ line: String) throws {
    let csv = try ReadCSV(line + "a,x|b\n1|2\n")
    #expect(csv.table.header == ["a,x", "b"])
    #expect(csv.table.headerLine == 2)
    #expect(csv.rows.first?.line == 3)
  }

  @Test func skipsBlankRowsAndFindsTheHeaderBelowThem() throws {
    let csv = try ReadCSV("\n,,\na,b\n , \n1,2\n\"\",\"\"\n\n")
    #expect(csv.table.headerLine == 3)
    #expect(csv.fields == [["1", "2"]])
  }

  @Test func padsShortRowsAndDropsEmptyExtraCells() throws {
    let csv = try ReadCSV("a,b,c\n1\n1,2,3,,\n")
    #expect(csv.fields == [["1", "", ""], ["1", "2", "3"]])
    #expect(csv.rows.map(\.isShort) == [true, false])
    #expect(csv.problems == [nil, nil])
  }

  @Test func reportsFieldsBeyondTheHeader() throws {
    let csv = try ReadCSV("a,b\n1,2,3\n4,5\n")
    #expect(csv.problems == [.wrongFieldCount(line: 2, found: 3, expected: 2), nil])
    #expect(csv.fields[0] == ["1", "2", "3"])
  }

  @Test func findsColumnsByName() throws {
    let table = try ReadCSV("ID, E-Mail  address\n").table
    #expect(table.column(named: "e-mail address ") == 1)
    #expect(table.column(named: "phone") == nil)
  }

  @Test func isASequence() throws {
    let reader = try CSVReader(bytes: Array("a\n1\n2".utf8))
    #expect(reader.map { $0.fields[0] } == ["1", "2"])
  }

  @Test func takesTheDelimiterTheCallerNames() throws {
    var reader = try CSVReader(bytes: Array("a,b\n1,2\n".utf8), delimiter: UInt8(ascii: ";"))
    #expect(reader.next()?.fields == ["1,2"])
  }
}
