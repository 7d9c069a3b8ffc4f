import Foundation
import Model
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct PrivacyPaneTests {
  private func desk(_ language: String = "en") throws -> Desk {
    let desk = try Desk("2", language: language, library: .ofForests())
    desk.press("Down", "Down", "P")
    return desk
  }

  @Test func `What somebody allowed stands use by use`() throws {
    let desk = try desk()
    desk.press("Down", "y", "Ctrl-S")
    #expect(desk.screen.contains("Say how they said so"))
    desk.type("letter of 3 May")
    desk.press("Down", "Down")
    desk.type("EX-7")
    desk.press("Ctrl-S", "Down", "n", "Ctrl-S", "c")
    #expect(
      desk.body == """
         USE                   ALLOWED     BASIS        DATE           PURPOSE, SOURCE
         the office's own work ● not asked mandate
         mailings              ○ yes       consent      15 Sep 2015    letter of 3 May…
        ▌public register       ○ no        consent      15 Sep 2015
         focal-point notices   ○ not asked

         In the register       nothing yet
                               A yes publishes nothing before the name is among these.
         Do not contact        yes
         Keep until            not stated
         Source                not stated

         Nothing is mailed, published or handed on without a yes. The office's own use
         rests on its mandate until somebody says no.
        """)
  }

  @Test func `An answer is one undoable change`() throws {
    let desk = try desk()
    desk.press("Down", "Down", "y")
    desk.type("form")
    desk.press("Ctrl-S")
    #expect(try desk.stakeholder("ban")?.allows(.register) == true)
    #expect(try desk.stakeholder("ban")?.consent(to: .register)?.source == "form")
    desk.press("n", "Ctrl-S")
    #expect(try desk.stakeholder("ban")?.consents.count == 1)
    desk.press("Esc", "u", "u")
    #expect(try desk.stakeholder("ban")?.consents == [])
  }

  @Test func `Erasing asks why and is for good`() throws {
    let desk = try desk()
    desk.press("X", "Enter")
    #expect(desk.screen.contains("! This has to be filled in."))
    desk.type("asked by letter")
    desk.press("Enter")
    #expect(desk.status.contains("Erased: the record. History 1, contacts 0"))
    #expect(try desk.stakeholder("ban") == nil)
    desk.press("P", "L")
    #expect(desk.body.contains("erased                      1 asked by letter"))
  }

  @Test func `Own data are written into a file for their eyes`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("own-\(UUID().uuidString).json")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let desk = try desk()
    desk.press("o", "Ctrl-U")
    desk.type(path)
    desk.press("Enter")
    #expect(desk.status.contains("Written for them alone to read"))
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((file["record"] as? [String: String])?["name"] == "Banda, Thandiwe")
    #expect((file["history"] as? [Any])?.count == 1)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `Records whose time has come wait for review`() throws {
    let desk = try desk()
    let stored = try #require(try desk.stakeholder("ban"))
    var old = stored
    old.retainUntil = Day("2015-09-15")
    try desk.library.apply(EditRecord(base: stored, edited: old))
    desk.press("v")
    desk.rest()
    #expect(desk.body.contains("▌15 Sep 2015   Banda, Thandiwe"))
    desk.press("+")
    #expect(desk.status.contains("Banda, Thandiwe is kept until 14 Sep 2016."))
    #expect(desk.body.contains("No record has to be reviewed"))
  }

  @Test func `It speaks Chinese`() throws {
    let desk = try desk("zh")
    #expect(desk.lines[0].contains("隐私 › Banda, Thandiwe"))
    #expect(desk.body.contains("公开登记册"))
  }
}
