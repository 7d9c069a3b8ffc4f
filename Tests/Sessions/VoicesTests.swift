import Foundation
import Probe
import Testing

/// Comments come in as a sheet, are considered by keys, and leave as a ledger: the whole program.
@Suite struct VoicesTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func write(_ text: String, to name: String) throws -> String {
    let path = desk.folder + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func `5.5 from a review sheet to the published ledger`() throws {
    let calls = try write("id,name,opens,closes\ndraft,Example draft,2015-06-01,2015-08-01\n", to: "calls.csv")
    #expect(try desk.run("import", "calls", calls).code == 0)
    let sheet = try write(
      "No,Name,Page,Line,Comment\n1,Sample Institute,10,2,Example: one\n2,示例学会,9,1,示例：二\n", to: "sheet.csv")
    let rehearsal = try desk.run("comments", "import", "draft", sheet, "--dry-run")
    #expect(rehearsal.code == 0, "\(rehearsal.output)\(rehearsal.errors)")
    #expect(try desk.run("comments", "import", "draft", sheet).code == 0)
    let again = try desk.run("comments", "import", "draft", sheet)
    #expect(again.code == 0 && again.output.contains("2 "))
    let bad = try write("No,Name,Comment,Disposition\n3,Ann,More,perhaps\n", to: "bad.csv")
    let refused = try desk.run("comments", "import", "draft", bad)
    #expect(refused.code == 65 && refused.errors.contains("bad.csv:2"))
    #expect(try desk.run("comments", "import", "none", sheet).errors.contains("comments list"))

    let screen = try desk.open(columns: 80, rows: 24)
    try screen.wait { $0.text.contains("Overview") }
    try screen.press("O")
    try screen.wait { $0.text.contains("Opportunities") }
    try screen.press("]", "\r")
    try screen.wait { $0.text.contains("0 of 2 considered") }
    try screen.press("a")
    try screen.wait { $0.text.contains("1 of 2 considered") }
    try screen.press("q")

    let list = try desk.run("comments", "list")
    #expect(list.code == 0 && list.output.contains("1 of 2 considered"))
    let path = desk.folder + "/ledger.html"
    let published = try desk.run("comments", "publish", "draft", "--lang", "fr", "-o", path)
    #expect(published.code == 0, "\(published.errors)")
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.contains("示例：二") && page.contains("acceptée") && page.contains("pas encore examinée"))
    let log = try desk.run("privacy", "log")
    #expect(log.output.contains("comments draft"))
    #expect(try desk.run("comments", "publish", "draft", "--lang", "xx").code != 0)
    #expect(try desk.run("opportunities").code == 0)
    #expect(try desk.run("concerns", "--format", "csv").code == 0)
  }
}
