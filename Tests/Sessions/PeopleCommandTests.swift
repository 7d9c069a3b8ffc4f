import Foundation
import Glibc
import Testing

/// The log of contacts and the history of a record, without a screen.
@Suite struct PeopleCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `Contacts are noted and listed, the overdue ones alone where asked`() throws {
    try desk.fill("ban,\"Banda, Thandiwe\",t@example.org", "liu,Liu Sen,")
    let added = try desk.run(
      "log", "add", "ban", "--date", "2015-09-01", "--channel", "phone", "--direction", "incoming",
      "--subject",
      "asked for the French fact sheet", "--follow-up", "2015-09-10")
    #expect(added.code == 0)
    #expect(
      added.output.hasPrefix("Noted. 1 Sep 2015, phone ← Banda, Thandiwe: asked for the French fact sheet"))
    #expect(try desk.run("log", "add", "liu sen", "--subject", "guide", "--date", "2015-09-12").code == 0)
    let all = try desk.run("log", "list", "--as-of", "2015-09-15").output
    #expect(
      all == """
        12 Sep → Liu Sen: guide
        1 Sep, phone ← Banda, Thandiwe: asked for the French fact sheet · ! 5 d overdue

        """)
    let overdue = try desk.run("log", "list", "--overdue", "--as-of", "2015-09-15")
    #expect(overdue.output.split(separator: "\n").count == 1)
    #expect(try desk.run("log", "list", "--overdue", "--as-of", "2015-09-10").output == "")
    let chinese = try desk.run("log", "list", "Liu Sen", "--as-of", "2015-09-15", "--lang", "zh")
    #expect(chinese.output == "9月12日 → Liu Sen：guide\n")
  }

  @Test func `A name that nobody or more than one has is refused`() throws {
    try desk.fill("a-1,Ana,", "a-2,Ben,", "a-3,Ana,a@example.org")
    let nobody = try desk.run("log", "add", "Cleo", "--subject", "x")
    #expect((nobody.code, nobody.errors) == (EX_DATAERR, "No stakeholder has the id or name “Cleo”.\n"))
    let several = try desk.run("log", "list", "ana")
    #expect(several.errors == "2 stakeholders are called “ana”. Give an id: a-1, a-3\n")
    let badDay = try desk.run("log", "add", "a-2", "--subject", "x", "--date", "2015-02-30")
    #expect(badDay.code == EX_USAGE && badDay.errors.contains("2015-02-30"))
  }

  @Test func `The history of a record is printed`() throws {
    try desk.fill("a-1,Ana,a@example.org")
    let file = try desk.write("id,name,emails\na-1,Anna,a@example.org\n", to: "again.csv")
    #expect(try desk.run("import", "stakeholders", file).code == 0)
    let lines = try desk.run("history", "a-1").output.split(separator: "\n").map(String.init)
    #expect(lines.contains("  Name: Ana → Anna"), "\(lines)")
    #expect(lines.filter { $0.contains("imported") }.count == 2)
    #expect(try desk.run("history", "Anna").output.split(separator: "\n").map(String.init) == lines)
    let json = try desk.run("history", "a-1", "--format", "json").output
    let entries = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(entries?.count == 2)
    #expect((entries?.first?["after"] as? [String: String])?["name"] == "Anna")
  }
}
