import Foundation
import Glibc
import Probe
import Testing

/// Files of other programs, by keys and on the command line.
@Suite(.serialized) struct ImportSessionTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private static let header =
    "First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Address 1 - Country\n"

  @Test func `A file comes in through keys, and goes as one`() throws {
    let file = try desk.write(
      Self.header + "Ana,Prado,Reefs ::: * myContacts,* Work,ana@reefs.example ::: a@post.example,Brasil\n"
        + "承宇,周,,,zhou@post.example,中国\nBen,Nowak,,,ben@,Poland\n", to: "contacts.csv")
    let probe = try desk.open()
    probe.press("2")
    try probe.wait(for: "0 in all")
    probe.press("i")
    try probe.wait(for: "Tab complete")
    probe.send(String(file.dropLast(5)))
    probe.press("Tab")
    try probe.wait(for: "contacts.csv")
    probe.press("Enter")
    try probe.wait(for: "Google Contacts")
    try probe.wait(for: "Name: given name")
    probe.press("p")
    try probe.wait(for: "nothing is written yet")
    try probe.wait(for: "! line 4")
    #expect(probe.row(of: "+ Prado, Ana") != nil)
    #expect(try desk.stored("name").isEmpty)
    probe.press("Ctrl-S")
    try probe.wait(for: "Imported: 2 new, 0 changed.")
    try probe.wait(for: "What to do next:")
    #expect(try desk.stored("emails")["Prado, Ana"] == "ana@reefs.example; a@post.example")
    #expect(try desk.stored("country")["周承宇"] == "CN")
    probe.press("Enter")
    try probe.wait(for: "2 in all")
    probe.press("u")
    try probe.wait(for: "0 in all")
    #expect(try probe.quit() == .code(0))
  }

  @Test func `A long import is stopped by its key, and the store goes on`() throws {
    let rows = (0..<100_000).map { "p\($0),Person \($0),p\($0)@example.org\n" }
    let file = try desk.write("id,name,emails\n" + rows.joined(), to: "many.csv")
    let probe = try desk.open()
    probe.press("2")
    try probe.wait(for: "0 in all")
    probe.press("i")
    try probe.wait(for: "Tab complete")
    probe.send(file)
    probe.press("Enter")
    try probe.wait(for: "Preview", timeout: 20)
    probe.press("p")
    try probe.wait(for: "Ctrl-G stops", timeout: 20)
    try probe.wait(for: "nothing is written yet", timeout: 120)
    probe.press("Ctrl-S")
    try probe.wait(for: " left · ", timeout: 60)
    #expect(probe.row(of: "· Ctrl-G stops · ") != nil)
    #expect(probe.row(of: "Ctrl-X") == nil)
    probe.press("Ctrl-G")
    try probe.wait(for: "Stopped: nothing was written.", timeout: 60)
    #expect(try desk.stored("name").isEmpty)
    #expect(try desk.run("store", "check").code == 0)
    try desk.fill("a-1,Ana,")
    probe.press("Esc")
    try probe.wait(for: "Preview")
    probe.press("Esc")
    try probe.wait(for: "1 in all")
    #expect(try probe.quit() == .code(0))
  }

  @Test func `Columns are shown, chosen and saved on the command line`() throws {
    let file = try desk.write(
      "who,mail,when,colour\nAna Prado,ana@example.org,31/12/2014,blue\n", to: "list.csv")
    let shown = try desk.run("import", "columns", file)
    #expect(shown.code == 0)
    #expect(
      shown.output.contains("mail                            emails                      ana@example.org\n"))
    #expect(shown.output.contains("who                             -                           Ana Prado\n"))
    #expect(shown.output.hasSuffix("No column gives a name. Choose one that becomes “Name”.\n"))
    #expect(!FileManager.default.fileExists(atPath: desk.store))

    let done = try desk.run(
      "import", "stakeholders", file, "--map", "who=name", "--map", "when=joined", "--map",
      "colour=notes titled",
      "--save-mapping", "Workshop")
    #expect(done.code == 0, "\(done.errors)")
    #expect(try desk.stored("joined") == ["Ana Prado": "2014-12-31"])
    #expect(try desk.stored("notes") == ["Ana Prado": "colour: blue"])

    let next = try desk.write("who,mail,when,colour\nBen,ben@example.org,30/11/2014,\n", to: "next.csv")
    #expect(
      try desk.run("import", "columns", next).output.hasPrefix("The saved mapping “Workshop” fits this file.")
    )
    let again = try desk.run("import", "stakeholders", next, "--mapping", "Workshop")
    #expect(again.output.hasPrefix("Read as: Workshop.\nNew: Ben\n1 new"))
    #expect(try desk.stored("joined")["Ben"] == "2014-11-30")
    let unknown = try desk.run("import", "stakeholders", next, "--mapping", "other")
    #expect(unknown.code == EX_USAGE)
    #expect(unknown.errors == "No mapping is called “other”. Saved ones: Workshop.\n")
    #expect(try desk.run("import", "columns", next, "--map", "who=nonsense").code == EX_USAGE)
    #expect(try desk.run("import", "columns", next, "--map", "Who else=name").errors.contains("Who else"))
  }

  @Test(arguments: ["google-contacts.csv", "observers-outlook.csv", "networks.vcf"])
  func `The messy files of the sample data come in but for one entry each`(name: String) throws {
    let inbox = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("sample-data/inbox").path
    let refused = try desk.run("import", "stakeholders", "\(inbox)/\(name)")
    #expect(refused.code == EX_DATAERR)
    #expect(refused.errors.contains(" 1 rejected."))
    let done = try desk.run("import", "stakeholders", "\(inbox)/\(name)", "--skip-rejected")
    #expect(done.code == 0)
    let csv = try desk.run("export", "stakeholders").output
    #expect(csv.components(separatedBy: "register | yes").count > 3)
    let json = try desk.run("export", "stakeholders", "--format", "json").output
    let rows = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]] ?? []
    #expect(rows.contains { $0["do_not_contact"] as? Bool == true })
  }
}
