import Interchange
import Testing

@Suite struct CSVReaderTests {
  @Test func `Reads quotes doubled quotes and newlines`() throws {
    let csv = try ReadCSV("id,text\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,plain\r\n")
    #expect(csv.table.header == ["id", "text"])
    #expect(csv.fields == [["1", "a, \"b\"\r\nc"], ["2", "plain"]])
    #expect(csv.rows.map(\.line) == [2, 4])
    #expect(csv.problems == [nil, nil])
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func `Reads every line end`(_ end: String) throws {
    let csv = try ReadCSV(["a,b", "1,2", "", "3,4"].joined(separator: end))
    #expect(csv.fields == [["1", "2"], ["3", "4"]])
    #expect(csv.rows.map(\.line) == [2, 4])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `Finds the delimiter`(_ delimiter: String) throws {
    let csv = try ReadCSV(
      [["a", "b"], ["1.5", "2"]].map { $0.joined(separator: delimiter) }.joined(separator: "\n"))
    #expect(csv.table.delimiter == delimiter.utf8.first)
    #expect(csv.fields == [["1.5", "2"]])
  }

  @Test(arguments: [
    "Contacts | 2015\na,b\n1,2\n3,4\n", "a,b\nx | y,1\nx | z,2\n", "| a,b |\n| 1,2 |\n| 3,4 |\n",
  ])
  func `Takes no bar within cells or at their ends for a delimiter`(_ text: String) throws {
    #expect(try ReadCSV(text).table.delimiter == UInt8(ascii: ","))
  }

  @Test func `Prefers the delimiter that all records agree on`() throws {
    let csv = try ReadCSV("Name, first;Price\nÅberg, Bo;1,50\nOz;\"2;\n,,50\"\n")
    #expect(csv.table.header == ["Name, first", "Price"])
    #expect(csv.fields == [["Åberg, Bo", "1,50"], ["Oz", "2;\n,,50"]])
  }

  @Test(arguments: ["sep=|\r\n", "SEP=|\n", "\"sep=|\"\r", "\u{FEFF}sep=|\n"])
  func `Obeys the separator line`(_ line: String) throws {
    let csv = try ReadCSV(line + "a,x|b\n1|2\n")
    #expect(csv.table.header == ["a,x", "b"])
    #expect(csv.table.headerLine == 2)
    #expect(csv.rows.first?.line == 3)
  }

  @Test func `Skips blank rows and finds the header below them`() throws {
    let csv = try ReadCSV("\n,,\na,b\n , \n1,2\n\"\",\"\"\n\n")
    #expect(csv.table.headerLine == 3)
    #expect(csv.fields == [["1", "2"]])
  }

  @Test func `Pads short rows and drops empty extra cells`() throws {
    let csv = try ReadCSV("a,b,c\n1\n1,2,3,,\n")
    #expect(csv.fields == [["1", "", ""], ["1", "2", "3"]])
    #expect(csv.rows.map(\.isShort) == [true, false])
    #expect(csv.problems == [nil, nil])
  }

  @Test func `Reports fields beyond the header`() throws {
    let csv = try ReadCSV("a,b\n1,2,3\n4,5\n")
    #expect(csv.problems == [.wrongFieldCount(line: 2, found: 3, expected: 2), nil])
    #expect(csv.fields[0] == ["1", "2", "3"])
  }

  @Test func `Finds columns by name`() throws {
    let table = try ReadCSV("ID, E-Mail  address\n").table
    #expect(table.column(named: "e-mail address ") == 1)
    #expect(table.column(named: "phone") == nil)
  }

  @Test func `Is a sequence`() throws {
    let reader = try CSVReader(bytes: Array("a\n1\n2".utf8))
    #expect(reader.map { $0.fields[0] } == ["1", "2"])
  }

  @Test func `Takes the delimiter the caller names`() throws {
    var reader = try CSVReader(bytes: Array("a,b\n1,2\n".utf8), delimiter: UInt8(ascii: ";"))
    #expect(reader.next()?.fields == ["1,2"])
  }
}
