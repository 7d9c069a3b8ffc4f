import Foundation
import Glibc
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

  @Test func `A dry run names who may be known, and a row is added to them by name`() throws {
    let file = try desk.write(
      "name,emails,city\nH. Lefevre,H@x.example,Lyon\n\"Nowak, Ewa\",,Łódź\n", to: "in.csv")
    let tried = try desk.run("import", "stakeholders", file, "--dry-run")
    #expect(
      tried.output.contains(
        "in.csv:2: H. Lefevre may be Lefèvre, Hélène (a-1), who is known already. certain: same e-mail:"))
    #expect(tried.output.contains("To add such a row to who is known already: --same LINE=ID."))
    #expect(!tried.output.contains("in.csv:3:"))
    for (said, code) in [("2", EX_USAGE), ("2=", EX_USAGE), ("x=a-1", EX_USAGE), ("9=a-1", EX_DATAERR)] {
      let refused = try desk.run("import", "stakeholders", file, "--same", said)
      #expect(refused.code == code, "\(said)")
    }
    #expect(try desk.run("import", "stakeholders", file, "--same", "2=nobody").code == EX_DATAERR)
    #expect(try desk.run("import", "events", file, "--same", "2=a-1").code == EX_USAGE)
    #expect(try desk.stored("city").count == 4)
    let made = try desk.run("import", "stakeholders", file, "--same", "2=a-1")
    #expect(made.code == 0, "\(made.errors)")
    #expect(try desk.stored("city")["Lefèvre, Hélène"] == "Lyon")
    #expect(try desk.stored("aliases")["Lefèvre, Hélène"] == "H. Lefevre")
  }
}
