import Foundation
import Testing

@testable import Interchange

/// Files that are larger than the window that is read at once.
@Suite struct LargeFileTests {
  private func file(_ bytes: [UInt8]) -> ImportFile { ImportFile(bytes: bytes) }

  /// Rows with quotes, line ends and separators inside, so that some of them lie across every border.
  private func text(_ rows: Int, end: String = "\r\n") -> (text: String, cells: [[String]]) {
    var cells: [[String]] = []
    var text = "a,b\(end)"
    for row in 0..<rows {
      let long = String(repeating: "é\"\n,", count: row % 97)
      cells.append(["\(row)", "x\(long)"])
      text += "\(row),\"x\(long.replacingOccurrences(of: "\"", with: "\"\""))\"\(end)"
    }
    return (text, cells)
  }

  @Test(arguments: ["\n", "\r\n"])
  func `Rows across windows are whole`(_ end: String) throws {
    let (text, cells) = text(5_000, end: end)
    let bytes = Array(text.utf8)
    #expect(bytes.count > 1_000_000)
    let csv = try ReadCSV(bytes)
    #expect(csv.fields == cells)
    #expect(csv.problems.allSatisfy { $0 == nil })
    let lines = text.utf8.count { $0 == 0x0A }
    #expect(csv.rows.last!.line + cells.last![1].count { $0 == "\n" } == lines)
  }

  @Test func `Other encodings are read piece by piece`() throws {
    let (text, cells) = text(3_000)
    for bigEndian in [true, false] {
      let csv = try ReadCSV(csvUTF16("\u{FEFF}" + text, bigEndian: bigEndian))
      #expect(csv.fields == cells)
    }
    // Three bytes and four, so that characters lie across the borders of pieces.
    let wide = (0..<60_000).map { "東🗼\($0)" }
    let csv = try ReadCSV("a\n" + wide.joined(separator: "\n"))
    #expect(csv.table.encoding == .utf8)
    #expect(csv.fields.map(\.[0]) == wide)
    #expect(try ReadCSV(csvUTF16("a\n" + wide.joined(separator: "\n"))).fields.map(\.[0]) == wide)
  }

  @Test func `A line of ten megabytes costs its row only`() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000)
    for (bytes, problem) in [
      (long, CSVProblem.fieldTooLong(line: 2, limit: 1 << 20)),
      ([0x22] + long, .rowTooLong(line: 2, limit: CSVReader.Limits().rowBytes)),
      (Array(String(repeating: "xxxxxxxxx,", count: 1_000_000).utf8), .tooManyColumns(limit: 2_000)),
      (
        Array(String(repeating: String(repeating: "x", count: 9_999) + ",", count: 1_000).utf8),
        .rowTooLong(line: 2, limit: CSVReader.Limits().rowBytes)
      ),
    ] {
      var reader = try CSVReader(file(Array("a,b\r\n".utf8) + bytes + Array("\r\n2,y\r\n".utf8)))
      let rows = [reader.next(), reader.next(), reader.next()]
      #expect(rows[0]?.problem == problem)
      #expect(rows[1] == CSVRow(line: 3, fields: ["2", "y"], isShort: false, problem: nil))
      #expect(rows[2] == nil)
    }
  }

  /// A quote that nothing closes does not take the rest of the file into memory.
  @Test func `An open quote costs its row only`() throws {
    let rows = String(repeating: "1,2\n", count: 2_000_000)
    var reader = try CSVReader(file(Array("a,b\n1,\"x\n\(rows)".utf8)))
    let first = reader.next()
    #expect(first?.problem == .unclosedQuote(line: 2))
    var count = 0
    while let row = reader.next() { count += row.problem == nil ? 1 : 0 }
    #expect(count == 2_000_000)
  }

  @Test func `A pipe is read like a file`() throws {
    let folder = NSTemporaryDirectory() + "outreach-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let pipe = folder + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let (text, cells) = text(2_000)
    let writer = Thread { try? Data(text.utf8).write(to: URL(fileURLWithPath: pipe)) }
    writer.start()
    let file = try ImportFile(path: pipe)
    #expect(file.size == text.utf8.count)
    for _ in 0..<2 {
      var reader = try CSVReader(file)
      var rows: [[String]] = []
      while let row = reader.next() { rows.append(row.fields) }
      #expect(rows == cells)
    }
  }

  @Test func `A file that cannot be read is named`() throws {
    #expect(throws: ImportFile.Unreadable(path: "/nowhere/x.csv", code: ENOENT)) {
      try ImportFile(path: "/nowhere/x.csv")
    }
    #expect(throws: ImportFile.Unreadable(path: "/tmp", code: EISDIR)) { try ImportFile(path: "/tmp") }
  }
}
