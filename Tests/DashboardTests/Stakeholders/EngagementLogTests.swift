import Foundation
import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// The contacts with a stakeholder, from the first call to the follow-up that is done.
@Suite struct EngagementLogTests {
  @Test func `The log shows contacts newest first, with what is left to do`() throws {
    let desk = try Desk("2", library: .ofPeople())
    desk.press("Down", "Down", "L")
    #expect(
      desk.screen == """
         outreach · Contacts › Banda, Thandiwe                               2 contacts
        ────────────────────────────────────────────────────────────────────────────────
         DATE        CHANNEL        SUBJECT                     WHO      FOLLOW-UP
        ▌13 Sep      ← phone        asked for the French fact … engage   by 20 Sep
         3 Aug       → e-mail       invited to review           press    ✓ 19 Aug
















        ────────────────────────────────────────────────────────────────────────────────

         Enter edit   n new contact   Space followed up   D remove   Esc back   ? help
        """)
  }

  @Test func `The log speaks Chinese`() throws {
    let desk = try Desk("2", language: "zh", library: .ofPeople())
    desk.press("Down", "Down", "L")
    #expect(
      desk.screen == """
         outreach · 联络记录 › Banda, Thandiwe                                 2 次联络
        ────────────────────────────────────────────────────────────────────────────────
         日期        渠道           主题                        经办人   跟进
        ▌9月13日     ← 电话         asked for the French fact … engage   9月20日前
         8月3日      → 电子邮件     invited to review           press    ✓ 8月19日
















        ────────────────────────────────────────────────────────────────────────────────

         Enter 编辑   n 新联络   Space 已跟进   D 删除   Esc 返回   ? 帮助
        """)
  }

  @Test func `A new contact needs its subject alone`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("Down", "Down", "L", "n")
    desk.type("sent the guide")
    desk.press("Ctrl-S")
    #expect(desk.status == " Added: sent the guide.")
    #expect(desk.lines[0].contains("Contacts › Banda, Thandiwe"))
    let contact = try #require(try desk.library.read(EngagementsOf("ban")).first)
    #expect((contact.day, contact.who, contact.channel) == (Desk.asOf, "tester", .phone))
    desk.press("e")
    desk.go(to: "Follow up by")
    desk.type("2015-09-14")
    desk.press("Ctrl-S")
    #expect(desk.body.contains("The end lies before the start."))
    desk.retype("2015-09-22")
    desk.press("Ctrl-S")
    #expect(desk.body.contains("by 22 Sep"))
    desk.press("D")
    #expect(try desk.library.read(EngagementsOf("ban")).isEmpty)
    desk.press("u")
    #expect(try desk.library.read(EngagementsOf("ban")).count == 1)
  }

  @Test func `A message that a mail program saved is noted once`() throws {
    let path = NSTemporaryDirectory() + "message-\(NewID.make()).eml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let message = "From: x@example.org\nSubject: Bees\nDate: Mon, 14 Sep 2015 10:00:00 +0000\n\nDear all.\n"
    try Data(message.utf8).write(to: URL(fileURLWithPath: path))
    let desk = try Desk("2", library: .ofForests())
    desk.press("Down", "Down", "L", "m")
    desk.type(path)
    desk.press("Enter")
    #expect(desk.status.contains("Noted. 14 Sep, e-mail ← Banda, Thandiwe: Bees"), "\(desk.status)")
    let contact = try #require(try desk.library.read(EngagementsOf("ban")).first)
    #expect((contact.direction, contact.notes) == (.incoming, "Dear all."))
    desk.press("m")
    desk.type(path)
    desk.press("Enter")
    #expect(desk.status.contains("Already logged: Banda, Thandiwe"))
    #expect(try desk.library.read(EngagementsOf("ban")).count == 1)
  }

  @Test func `One key marks a follow-up as done, and takes it back`() throws {
    let desk = try Desk("2", library: .ofPeople())
    desk.press("Down", "Down", "L", "Space")
    #expect(desk.body.contains("✓ 15 Sep"))
    #expect(try desk.library.read(FollowUps(asOf: Desk.asOf, limit: 5)).soon == 0)
    desk.press("Space")
    #expect(desk.body.contains("by 20 Sep"))
  }

  @Test func `The overview counts what is overdue, and a line opens the log`() throws {
    let desk = try Desk("1", library: .ofPeople())
    #expect(desk.body.contains("FOLLOW-UPS  1 overdue · 1 soon"))
    for _ in 0..<4 { desk.press("Down") }
    #expect(desk.body.contains("▌! 14 d  El Amrani, Youssef: wants"))
    desk.press("Enter")
    #expect(desk.lines[0].contains("Contacts › El Amrani, Youssef"))
    desk.press("Space", "Esc", "1")
    #expect(desk.body.contains("FOLLOW-UPS  1 soon"))
  }

  @Test func `The overview counts the records to review, and the line opens them`() throws {
    let library = try Library.ofPeople()
    for (id, day) in [("fri", "2015-09-15"), ("liu", "2015-09-16"), ("thp", "2014-01-01")] {
      try library.change(id, ["retain_until": day])
    }
    try library.apply(RetireStakeholder(["thp"], on: Desk.asOf))
    let desk = try Desk("1", library: library)
    #expect(desk.body.contains("!       1 record to review"), "\(desk.screen)")
    #expect(try Desk("1", language: "zh", library: library).body.contains("1 条记录待复核"))
    for _ in 0..<9 where !desk.body.contains("▌!       1 record") { desk.press("Down") }
    desk.press("Enter")
    #expect(desk.lines[0].contains("Records to review") && desk.body.contains("Forest Research Institute"))
    desk.press("D", "Esc")
    #expect(!desk.body.contains("to review"))
  }

  @Test func `News of a contact open the log, of one that was removed too`() throws {
    let library = try Library.ofPeople()
    let base = try #require(try library.read(EngagementsOf("ela")).first)
    var edited = base
    edited.notes = "in July"
    try library.apply(EditRecord(base: base, edited: edited))
    func open() throws -> String {
      let desk = try Desk("1", columns: 200, library: library)
      desk.press("Right", "Right", "G")
      for _ in 0..<60 { desk.press("Up") }
      let isNews = { (line: String) in line.dropFirst(130).contains(/▌.*tester.* (of|Removed|Added) .*wants/)
      }
      for _ in 0..<60 where !desk.lines.contains(where: isNews) { desk.press("Down") }
      let news = desk.screen
      desk.press("Enter")
      return desk.lines[0] + news
    }
    let opened = " outreach · Contacts › El Amrani, Youssef"
    #expect(try open().hasPrefix(opened))
    try library.apply(RemoveRecord(try #require(try library.read(EngagementsOf("ela")).first)))
    #expect(try open().hasPrefix(opened))
    try library.undo()
    #expect(try open().hasPrefix(opened))
  }

  @Test func `A half-typed contact waits as a draft`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("L", "n")
    desk.type("called about")
    desk.session.leave()
    let next = try Desk("1", library: library)
    next.press("Ctrl-O", "Ctrl-S")
    #expect(next.lines[0].contains("Contacts › African Forest Forum"))
    #expect(try library.read(EngagementsOf("aff")).map(\.subject) == ["called about"])
  }
}
