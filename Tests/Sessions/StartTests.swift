import Foundation
import Glibc
import Probe
import Testing

/// How the program begins, on whatever terminal it is started.
@Suite(.serialized) struct StartTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `The first start says where the new store is`() throws {
    let probe = try desk.open(columns: 200)
    try probe.wait(for: "A new store was made: " + desk.store)
    let attributes = try FileManager.default.attributesOfItem(atPath: desk.store)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try probe.quit() == .code(0))
    #expect(!probe.isAlternateScreen)
    #expect(try desk.open().row(of: "A new store") == nil)
  }

  @Test(arguments: [(80, 24), (200, 50)])
  func `The sample data fills the overview`(columns: Int, rows: Int) throws {
    let probe = try desk.open("--sample", columns: columns, rows: rows)
    for text in [
      "as of 15 Sep 2015", "! late  Visual identity", "STAKEHOLDERS  461", "9 of 11 with evidence",
    ] {
      try probe.wait(for: text)
    }
    #expect(probe.line(0).hasPrefix(" outreach · Overview"))
    #expect(probe.line(rows - 2).hasPrefix(" Sample data, all of it invented."))
    #expect(probe.line(rows - 1).hasSuffix("q quit"))
    // What presses is drawn a moment after the rest: the cursor is on its way meanwhile.
    try probe.wait { $0.line($0.cursor.row).hasPrefix("▌! late") }
    #expect(try probe.quit() == .code(0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/temporary") == [])
    #expect(!FileManager.default.fileExists(atPath: desk.store))
  }

  @Test func `A hang-up takes the sample store away too`() throws {
    try desk.open("--sample").close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/temporary") == [])
  }

  @Test func `Without a terminal the overview is plain text`() throws {
    let result = try desk.run("--sample")
    #expect(result.code == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("STAKEHOLDERS  461"))
    #expect(!result.output.contains("\u{1B}"))
    #expect(!result.output.contains("q quit"))
  }

  @Test func `States are of the as-of date`() throws {
    let autumn = try desk.run("--sample").output
    let spring = try desk.run("--sample", "--as-of", "2015-03-01").output
    #expect(autumn.contains("! late  Visual identity"))
    #expect(spring.contains("as of 1 Mar 2015"))
    #expect(!spring.contains("! late  Visual identity"))
    #expect(try desk.run("--sample", "--as-of", "1 March 2015").output == spring)
    let wrong = try desk.run("--as-of", "someday")
    #expect(wrong.code == EX_USAGE)
    #expect(wrong.errors == "“someday” is not a day: write 2015-09-15 or 15 Sep 2015.\n")
    let open = try desk.run("--as-of", "3/4/2015")
    #expect(open.code == EX_USAGE)
    #expect(open.errors == "“3/4/2015” may be 2015-04-03 or 2015-03-04: write it so.\n")
  }

  @Test func `The as-of date can be set on the way`() throws {
    let probe = try desk.open("--sample")
    probe.press("@")
    try probe.wait(for: "Enter accept")
    probe.retype("2015-03-01")
    probe.press("Enter")
    try probe.wait(for: "as of 1 Mar 2015")
    try probe.wait(forNo: "! late  Visual identity")
  }

  @Test func `Colours can be refused`() throws {
    func colours(_ environment: [String: String]) throws -> Set<Int?> {
      let probe = try desk.open(environment: environment)
      let places = (0..<24).flatMap { row in (0..<80).map { (row, $0) } }
      return Set(places.map { probe.cell(row: $0, column: $1).foreground })
    }
    #expect(try colours(["NO_COLOR": "1"]) == [nil])
    #expect(try colours(["COLORFGBG": "15;0"]).count > 2)
    // Where nobody knows the background, the terminal's own colour is readable.
    #expect(try colours([:]) == [nil])
  }

  @Test func `A terminal of one cell is no reason to fall`() throws {
    let probe = try desk.start([Desk.program, "--sample"], columns: 1, rows: 1)
    try probe.wait(timeout: 20) { $0.isAlternateScreen }
    probe.press("2", "Enter", "e")
    probe.resize(columns: 80, rows: 24)
    try probe.wait(for: "outreach · Stakeholders")
  }
}
