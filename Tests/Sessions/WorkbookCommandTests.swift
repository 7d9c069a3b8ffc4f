import Foundation
import Glibc
import Testing
import Workbooks

/// Workbooks at the command line.
@Suite struct WorkbookCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func write(_ name: String, _ sheets: [(String, [[String]])]) throws -> String {
    let path = "\(desk.folder)/\(name)"
    let writer = try WorkbookWriter(path)
    for (name, rows) in sheets {
      try writer.begin(name, rows[0].map { SheetColumn($0) })
      for row in rows.dropFirst() { try writer.append(row) }
    }
    try writer.close()
    return path
  }

  @Test func `What was exported as a workbook comes back unchanged`() throws {
    try desk.fill("a-1,Ana,", "b-1,王小明,")
    let file = "\(desk.folder)/all.xlsx"
    #expect(try desk.run("export", "stakeholders", "--format", "xlsx", "-o", file).code == 0)
    let again = try desk.run("import", "stakeholders", file, "--dry-run")
    #expect(again.output.contains("0 new, 0 changed, 2 unchanged, 0 rejected."), "\(again)")
    #expect(again.output.contains("Sheet “stakeholders”, headings in row 1."))
    let standing = try desk.run("export", "stakeholders", "--format", "xlsx", "-o", file)
    #expect(standing.code == EX_CANTCREAT)
    #expect(try desk.run("export", "stakeholders", "--format", "xlsx", "-o", file, "--force").code == 0)
    #expect(try desk.run("export", "activities", "--format", "xlsx", "-o", "\(desk.folder)/b.xlsx").code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder).filter {
      $0.contains("xlsx")
    }
    #expect(names.sorted() == ["all.xlsx", "b.xlsx"])
  }

  @Test func `What a file is called says how it is written, unless somebody says otherwise`() throws {
    try desk.fill("a-1,Ana,")
    func beginning(_ name: String, _ arguments: String...) throws -> String {
      let path = "\(desk.folder)/\(name)"
      let run = try desk.run(arguments: arguments + ["-o", path, "--force"])
      #expect(run.code == 0, "\(run)")
      return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)).prefix(11), as: UTF8.self)
    }
    #expect(try beginning("a.XLSX", "export", "stakeholders").hasPrefix("PK"))
    #expect(try beginning("a.vcf", "export", "stakeholders") == "BEGIN:VCARD")
    #expect(try beginning("a.json", "export", "stakeholders").hasPrefix("["))
    #expect(try beginning("a.xlsx", "export", "stakeholders", "--format", "csv").hasPrefix("id,name"))
    #expect(try beginning("t.html", "trace").lowercased().hasPrefix("<!doctype"))
    #expect(try beginning("l.xlsx", "list").hasPrefix("PK"))
    #expect(try beginning("l.list", "list").hasPrefix("Ana"))
  }

  @Test func `A workbook needs a file`() throws {
    try desk.fill("a-1,Ana,")
    for arguments in [[], ["-o", "-"], ["-o", "/dev/stdout"]] {
      let result = try desk.run(arguments: ["export", "stakeholders", "--format", "xlsx"] + arguments)
      #expect(result.code == EX_USAGE && result.errors.contains("-o FILE.xlsx") && result.output.isEmpty)
    }
  }

  @Test func `A sheet is named where several fit`() throws {
    let file = try write(
      "two.xlsx",
      [
        ("2014", [["name"], ["Ada"]]), ("2015", [["name", "city"], ["Bo", "Lima"]]),
        ("2016", [["name", "city"], ["Cy", "Bonn"]]),
      ])
    let open = try desk.run("import", "stakeholders", file)
    #expect(open.code == EX_DATAERR && open.errors.contains("fit equally well: 2015; 2016"), "\(open)")
    let unknown = try desk.run("import", "stakeholders", file, "--sheet", "2017")
    #expect(unknown.code == EX_DATAERR && unknown.errors.contains("It has: 2014; 2015; 2016."))
    #expect(try desk.run("import", "stakeholders", file, "--sheet", "2016").code == 0)
    #expect(try desk.stored("city") == ["Cy": "Bonn"])
    let columns = try desk.run("import", "columns", file, "--sheet", "2014")
    #expect(columns.output.contains("Ada"))
  }

  @Test func `Reports of a table and mailing lists are written as workbooks`() throws {
    try desk.fill("a-1,Ana,ana@example.org", "b-1,=Bo,bo@example.org")
    let file = "\(desk.folder)/out.xlsx"
    #expect(try desk.run("trace", "--format", "xlsx", "-o", file).code == 0)
    let trace = try #require(try Workbook(SheetFile(file)))
    let csv = try desk.run("trace", "--format", "csv").output
    let head = try trace.head(of: 0)
    #expect(csv.hasPrefix(head[0].cells.map(\.value.text).joined(separator: ",")))
    let list = try desk.run(
      "export", "mailing-list", "--format", "xlsx", "--where", "name:Ana", "-o", file, "--force")
    #expect(list.code == 0, "\(list)")
    #expect(try Workbook(SheetFile(file))?.sheets.map(\.name) == ["mailing-list"])
    let people = try desk.run(
      "list", "--columns", "name,joined", "--format", "xlsx", "-o", file, "--force")
    #expect(people.code == 0, "\(people)")
    let listed = try #require(try Workbook(SheetFile(file)))
    #expect(
      try listed.head(of: 0).prefix(2).map { $0.cells.map(\.value.text) } == [["name", "joined"], ["=Bo"]])
    let count = try desk.run("count", "--rows", "country", "--format", "xlsx", "-o", file, "--force")
    #expect(count.code == 0, "\(count)")
  }
}

/// A file on disk, whole in memory.
private final class SheetFile: WorkbookBytes {
  private let bytes: [UInt8]
  var size: Int { bytes.count }

  init(_ path: String) throws { bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

  func read(at offset: Int, count: Int) -> [UInt8] {
    Array(bytes[min(offset, size)..<min(offset + count, size)])
  }
}
