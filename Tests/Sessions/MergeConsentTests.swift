import Foundation
import Probe
import Testing

/// Two records of one person, of which only one agreed to be public.
@Suite struct MergeConsentSessionTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    let people = """
      id,name,country,emails,phones,consents,register_fields
      list,"Mwale, Chanda",ZM,chanda.private@home.example; chanda@office.example,+260 955 000001,,
      self,Chanda Mwale,ZM,chanda@office.example,,"register | yes | consent | register | form | 2015-01-07",\
      name; emails; phones

      """
    let file = try desk.write(people, to: "people.csv")
    #expect(try desk.run("import", "stakeholders", file).code == 0)
  }

  @Test func `A merge puts no private address into the register`() throws {
    let probe = try desk.open()
    probe.press("2", "d")
    try probe.wait(for: "1 pair among 2 stakeholders may be the same.")
    probe.press("d")
    try probe.wait(for: "1 pair to decide")
    probe.press("Enter")
    try probe.wait(for: "Held back")
    probe.press("Ctrl-S")
    try probe.wait(for: "Merged into")
    probe.press("Esc")
    try probe.wait(for: "COUNTRY")
    #expect(try probe.quit() == .code(0))
    let stored = try desk.run("export", "stakeholders").output
    #expect(stored.contains("chanda.private@home.example") && stored.contains("+260 955 000001"))
    let out = desk.folder + "/out"
    let release = try desk.run(
      "register", "release", "-o", out, "--day", "2015-09-15", "--guidance", "bureau | 2015-03-02 | item 4")
    #expect(release.code == 0, "\(release.errors)")
    let files = try FileManager.default.contentsOfDirectory(atPath: out)
    let texts = try files.map { String(decoding: try desk.bytes("\(out)/\($0)"), as: UTF8.self) }
    #expect(texts.contains { $0.contains("chanda@office.example") })
    #expect(!texts.contains { $0.contains("home.example") || $0.contains("955") })
    #expect(try desk.run("store", "check").output == "\(desk.store) is sound.\n")
  }
}
