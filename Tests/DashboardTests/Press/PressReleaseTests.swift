import Foundation
import Interchange
import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// Material under embargo, rapid response, coverage and the media, by keys.
@Suite struct PressReleaseTests {
  private func material(_ desk: Desk) throws -> Material {
    try #require(try desk.library.read(RecordByID<Material>("m1")))
  }

  @Test func `Before the embargo only a typed word releases`() throws {
    let desk = try Desk.atPress()
    desk.press("h", "h", "r")
    #expect(desk.screen.contains("is under embargo until 18 Sep 2015 09:00"))
    desk.type("yes")
    desk.press("Enter")
    #expect(desk.screen.contains("! Only the word “release” releases it"))
    #expect(try material(desk).releases.isEmpty)
    desk.press("Ctrl-U")
    desk.type("release")
    desk.press("Enter")
    #expect(desk.status == " Summary for policymakers: released by you; waiting for a second person.")
    #expect(desk.body.contains("▌◐ needs a second"))
    desk.press("r")
    #expect(desk.status.hasPrefix(" tester has given the word already"))
    // Another person, at their own screen.
    let changed = try material(desk)
    #expect(changed.standing == .waiting(for: "tester"))
  }

  @Test func `The second person lets it out`() throws {
    let path = scratchPath() + ".sqlite"
    defer {
      for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
    let mei = try Library.open(path, who: "mei", creating: true)
    let tom = try Library.open(path, who: "tom")
    try mei.apply(AddRecord(Material(id: "m1", version: 0, values: ["name": "Press release"])))
    let first = try Desk.atPress(library: mei)
    first.press("h", "h", "r")
    #expect(first.status.hasSuffix("waiting for a second person."))
    let second = try Desk.atPress(library: tom)
    second.press("h", "h")
    #expect(second.status == " released by mei, waiting for a second person")
    second.press("r")
    #expect(try tom.read(RecordByID<Material>("m1"))?.isReleased == true)
    _ = first.session.idle()
    first.rest()
    #expect(first.body.contains("▌● released"))
  }

  @Test func `The file is compared with what was kept`() throws {
    let path = scratchPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "abc".write(toFile: path, atomically: true, encoding: .utf8)
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    // The example of FIPS 180-4, appendix B.1.
    #expect(try FileDigest.sha256(of: ImportFile(path: path)) == digest)
    let library = try Library.withPress()
    let base = try #require(try library.read(RecordByID<Material>("m1")))
    var edited = base
    edited.url = path
    try library.apply(EditRecord(base: base, edited: edited))
    let desk = try Desk.atPress(library: library)
    desk.press("h", "h", "c")
    #expect(try material(desk).digest == digest)
    desk.press("c")
    #expect(desk.status == " Summary for policymakers: the file is the one that was kept.")
    try "abd".write(toFile: path, atomically: true, encoding: .utf8)
    desk.press("c")
    #expect(desk.status.contains("ANOTHER"))
  }

  @Test func `What goes wrong in public is answered`() throws {
    let desk = try Desk.atPress()
    desk.press("0", "R")
    #expect(desk.status == " Rapid response opened: UN panel demands ban.")
    #expect(desk.lines[5].hasPrefix("▌! open"))
    desk.press("o")
    desk.type("Called the desk")
    desk.press("Enter")
    #expect(desk.lines[5].contains("Called the desk"))
    desk.press("Space", "Ctrl-S")
    // Nothing goes out without a line, and somebody who agreed to it.
    desk.type("The report does not prescribe")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("▌ Approvers"))
    desk.type("co-chair A; co-chair B")
    desk.press("Enter", "Space", "Space")
    let response = try #require(try desk.library.read(AllRecords<RapidResponse>()).first)
    #expect((response.state, response.approvers) == (.closed, ["co-chair A", "co-chair B"]))
    #expect((response.coverage, response.log.map(\.what)) == (["c1"], ["Called the desk"]))
    #expect(response.log.first?.at?.seconds == Desk.now)
    // The item leads to what was opened, and opens no second one.
    desk.press("0", "R")
    #expect(try desk.library.read(AllRecords<RapidResponse>()).count == 1)
    #expect(desk.status == " A rapid response stands already: UN panel demands ban.")
  }

  @Test func `An open response is seen from the enquiries`() throws {
    let desk = try Desk.atPress()
    desk.press("0", "R", "l")
    #expect(desk.lines[3].contains("! rapid response: UN panel demands ban"))
  }

  @Test func `Influential media come from the base`() throws {
    let library = try Library.ofForests()
    try library.apply(
      ImportRecords(new: [
        Stakeholder(
          id: "rad", version: 0,
          values: [
            "name": "Radio Ejemplo", "audience": "media", "tags": "influential", "country": "CO",
            "languages": "es", "emails": "radio@example.org", "consents": "mailing | yes | consent",
          ]),
        Stakeholder(
          id: "wee", version: 0,
          values: ["name": "Example Weekly", "audience": "media", "country": "KE", "languages": "fr"]),
      ]))
    let desk = try Desk.atPress(library: library)
    desk.press("l", "l", "l")
    #expect(desk.lines[3] == " 1 · es 1 · CO 1  audience:media tag:influential")
    #expect(desk.lines[5].hasPrefix("▌Radio Ejemplo"))
    desk.press("f")
    desk.retype("audience:media")
    desk.press("Enter")
    #expect(desk.lines[5].hasPrefix("▌Example Weekly"))
    #expect(desk.lines[6].hasPrefix(" Radio Ejemplo"))
    // All share the question.
    #expect(try desk.library.read(RecordByID<SavedView>("influential-media"))?.query == "audience:media")
    desk.press("Enter")
    #expect(desk.lines[0].contains("Stakeholders"))
    #expect(desk.screen.contains("▌Example Weekly"))
  }

  @Test func `A mailing list is written and logged`() throws {
    let path = scratchPath() + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let library = try Library.inMemory()
    try library.apply(
      ImportRecords(
        new: ["a", "b"].map { id in
          Stakeholder(
            id: id, version: 0,
            values: [
              "name": "Paper \(id)", "audience": "media", "languages": "es", "emails": "\(id)@example.org",
              "consents": id == "a" ? "mailing | yes | consent" : "mailing | no | consent",
            ])
        }))
    let desk = try Desk.atPress(library: library)
    desk.press("l", "l", "l", "l")
    #expect(desk.lines[5].hasPrefix("▌Spanish                  1          1"))
    desk.press("m")
    desk.retype(path)
    desk.press("Enter")
    #expect(desk.status.hasPrefix(" 1 addressee, 1 left out"))
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("a@example.org"))
    let log = try #require(try library.read(Disclosures()).first)
    #expect((log.name, log.records, log.selection) == ("mailing-list", 1, "audience es"))
  }
}
