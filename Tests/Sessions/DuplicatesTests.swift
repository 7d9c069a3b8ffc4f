import Foundation
import Testing

/// Finding what is stored twice, by the command line and by keys in the whole program.
@Suite struct DuplicatesTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.fill(
      "a-1,\"Lefèvre, Hélène\",h@x.example", "b-1,Helene LEFEVRE,H@x.example", "c-1,\"Kamau, John\",",
      "d-1,刘森,")
  }

  @Test func `The command line lists pairs with their reasons`() throws {
    let said = try desk.run("duplicates")
    #expect(said.code == 0)
    #expect(
      said.output == """
        ● certain  Lefèvre, Hélène (a-1) = Helene LEFEVRE (b-1)
            same e-mail: h@x.example / H@x.example; same name: Lefèvre, Hélène / Helene LEFEVRE
        1 pair among 4 stakeholders may be the same.

        """)
    let chinese = try desk.run("duplicates", "--lang", "zh")
    #expect(chinese.output.contains("电子邮件相同：h@x.example ／ H@x.example"))
    let table = try desk.run("duplicates", "--format", "csv")
    #expect(table.output.hasPrefix("certainty,score,id,name,other id,other name,reasons\r\ncertain,"))
    let none = try desk.run("duplicates", "--limit", "0")
    #expect(none.output.contains("1 pair among 4 stakeholders may be the same."))
  }

  @Test func `Levels, points and a query narrow what is listed`() throws {
    #expect(try desk.run("duplicates", "--level", "certain").output.contains("Helene LEFEVRE"))
    #expect(try desk.run("duplicates", "--min", "100").output.contains("Helene LEFEVRE"))
    let elsewhere = try desk.run("duplicates", "--where", "Kamau")
    #expect(elsewhere.code == 0 && !elsewhere.output.contains("LEFEVRE"))
    #expect(elsewhere.output.contains("1 stakeholder"))
    #expect(try desk.run("duplicates", "--level", "sure").code != 0)
  }

  @Test func `Two records are found, compared, merged, and brought back`() throws {
    let probe = try desk.open()
    probe.press("2")
    try probe.wait(for: "Kamau")
    probe.press("d")
    try probe.wait(for: "d shows them")
    probe.press("d", "Enter")
    try probe.wait(for: "Result")
    probe.press("Ctrl-S")
    try probe.wait(for: "Merged into")
    #expect(try desk.stored("emails")["Lefèvre, Hélène"] == "h@x.example")
    #expect(try desk.stored("emails").count == 3)
    probe.press("u")
    try probe.wait(for: "Taken back: Merged")
    probe.press("Esc")
    try probe.wait(for: "Kamau")
    #expect(try probe.quit() == .code(0))
    #expect(try desk.stored("emails").count == 4)
  }
}
