import Foundation
import Probe
import Testing

/// Comments come in as a sheet, are considered by keys, and leave as a ledger: the whole program.
@Suite struct VoicesTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `From a review sheet to the published ledger`() throws {
    let calls = try desk.write(
      "id,name,opens,closes\ndraft,Example draft,2015-06-01,2015-08-01\n", to: "calls.csv")
    #expect(try desk.run("import", "calls", calls).code == 0)
    let sheet = try desk.write(
      "No,Name,Page,Line,Comment\n1,Sample Institute,10,2,Example: one\n2,示例学会,9,1,示例：二\n", to: "sheet.csv")
    let rehearsal = try desk.run("comments", "import", "draft", sheet, "--dry-run")
    #expect(rehearsal.code == 0, "\(rehearsal.output)\(rehearsal.errors)")
    #expect(try desk.run("comments", "import", "draft", sheet).code == 0)
    let again = try desk.run("comments", "import", "draft", sheet)
    #expect(again.code == 0 && again.output.contains("2 "))
    let bad = try desk.write("No,Name,Comment,Disposition\n3,Ann,More,perhaps\n", to: "bad.csv")
    let refused = try desk.run("comments", "import", "draft", bad)
    #expect(refused.code == 65 && refused.errors.contains("bad.csv:2"))
    #expect(try desk.run("comments", "import", "none", sheet).errors.contains("comments list"))

    let probe = try desk.open()
    probe.press("O")
    try probe.wait(for: "‹Opportunities›")
    probe.press("]", "Enter")
    try probe.wait(for: "0 of 2 considered")
    probe.press("a")
    try probe.wait(for: "1 of 2 considered")
    #expect(try probe.quit() == .code(0))

    let list = try desk.run("comments", "list")
    #expect(list.code == 0 && list.output.contains("1 of 2 considered"))
    let path = desk.folder + "/ledger.html"
    let published = try desk.run("comments", "publish", "draft", "--lang", "fr", "-o", path)
    #expect(published.code == 0, "\(published.errors)")
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.contains("示例：二") && page.contains("acceptée") && page.contains("pas encore examinée"))
    let workbook = desk.folder + "/ledger.xlsx"
    let arabic = try desk.run(
      "comments", "publish", "draft", "--format", "xlsx", "--lang", "ar", "-o", workbook)
    #expect(arabic.code == 0, "\(arabic.errors)")
    let mode = try FileManager.default.attributesOfItem(atPath: workbook)[.posixPermissions] as? Int
    #expect(mode == 0o644)
    let log = try desk.run("privacy", "log")
    #expect(log.output.contains("comments draft"))
    #expect(try desk.run("comments", "publish", "draft", "--lang", "xx").code != 0)
    #expect(try desk.run("opportunities").code == 0)
    #expect(try desk.run("concerns", "--format", "csv").code == 0)
  }

  @Test func `Contact details in comments wait for a decision, which stays`() throws {
    let calls = try desk.write("id,name,opens\ndraft,Example draft,2015-06-01\n", to: "calls.csv")
    #expect(try desk.run("import", "calls", calls).code == 0)
    let comments = try desk.write(
      "call,number,text\ndraft,7,Mail someone@example.org\ndraft,8,Call +000 123 456 789\n",
      to: "comments.csv")
    #expect(try desk.run("import", "comments", comments).code == 0)
    func publish(_ more: String...) throws -> (Desk.Result, String) {
      let path = desk.folder + "/ledger.html"
      let result = try desk.run(arguments: ["comments", "publish", "draft", "--force", "-o", path] + more)
      return (result, try String(contentsOfFile: path, encoding: .utf8))
    }
    let (first, page) = try publish("--language", "fr", "--lang", "en")
    #expect(first.code == 0)
    #expect(
      !page.contains("someone@") && !page.contains("456") && page.contains("[coordonnées non publiées]"))
    #expect(
      first.errors.hasSuffix(
        """
        Contact details are held back in 2 comments until somebody decides:
          draft/7: e-mail so…rg
          draft/8: telephone +0…89
        To let them stand: outreach edit comment:draft/7 --set contact_details=publish; to leave them out for good: hold-back. Then publish again.

        """), "\(first.errors)")
    #expect(try desk.run("edit", "comment:draft/7", "--set", "contact_details=publish").code == 0)
    #expect(try desk.run("edit", "comment:draft/8", "--set", "contact_details=hold-back").code == 0)
    let (second, decided) = try publish("--language", "en", "--lang", "en")
    #expect(decided.contains("someone@example.org") && !decided.contains("456"))
    #expect(!second.errors.contains("held back") && decided.contains("[contact details held back]"))
    #expect(try publish("--lang", "zh").0.code == 0)
    let later = try desk.run(
      "edit", "comment:draft/7", "--set", "text=Mail someone@example.org, other@example.org", "--lang", "en")
    #expect(later.code == 0 && later.output.contains("New contact details came into the comment"))
    let (third, held) = try publish("--language", "en", "--lang", "en")
    #expect(!held.contains("someone@") && third.errors.contains("draft/7: e-mail so…rg, e-mail ot…rg"))
  }
}
