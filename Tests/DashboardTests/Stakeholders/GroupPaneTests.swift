import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// Several copies of one stakeholder on one screen.
@Suite struct GroupPaneTests {
  private func library() throws -> Library {
    let library = try Library.ofForests()
    let rows: [(RecordID, [String: String])] = [
      ("ban2", ["name": "T. Banda", "country": "ZM", "emails": "Thandiwe@example.org", "city": "Ndola"]),
      (
        "ban3",
        ["name": "Thandiwe Banda", "country": "ZM", "emails": "thandiwe@example.org", "city": "Kitwe"]
      ),
      (
        "ban4", ["name": "BANDA THANDIWE", "country": "ZM", "emails": "t.banda@example.org", "city": "Ndola"]
      ),
      ("ban5", ["name": "Banda, Thandi", "emails": "t.banda@example.org", "do_not_contact": "yes"]),
    ]
    for (id, values) in rows {
      let values = values.merging(["kind": "individual"]) { one, _ in one }
      try library.apply(AddRecord(Stakeholder(id: id, version: 0, values: values)))
    }
    return library
  }

  private func people(_ desk: Desk) throws -> [RecordID] {
    try desk.library.read(AllRecords<Stakeholder>()).map(\.id).filter { $0.hasPrefix("ban") }.sorted()
  }

  private func opened(language: String = "en") throws -> Desk {
    let desk = try Desk("2", language: language, library: library())
    desk.press("d", "d", "a")
    return desk
  }

  @Test func `All copies stand there with what becomes of them`() throws {
    let desk = try opened()
    #expect(
      desk.screen == """
         outreach · All copies › Banda, Thandiwe                    5 copies become one
        ────────────────────────────────────────────────────────────────────────────────
        ▌Copies            ● 1  Banda, Thandiwe  Zambia · thandiwe@example.org
                           ● 2  T. Banda  Zambia · Thandiwe@example.org
                           ● 3  Thandiwe Banda  Zambia · thandiwe@example.org
                           ● 4  BANDA THANDIWE  Zambia · t.banda@example.org
                           ● 5  Banda, Thandi  t.banda@example.org
         Name              ● Banda, Thandiwe  (1)
                           ○ T. Banda  (2)
                           ○ Thandiwe Banda  (3)
                           ○ BANDA THANDIWE  (4)
                           ○ Banda, Thandi  (5)
         Family first      + yes
         Role              + contributor
         Country           + ZM  Zambia · Africa
         City              ● Ndola  (2, 4)
                           ○ Kitwe  (3)
        ── Copies ──────────────────────────────────────────────────────────────────────
          Banda, Thandiwe · Zambia · thandiwe@example.org


        ────────────────────────────────────────────────────────────────────────────────
         This one stays, with its id; the others go into it. Space leaves it out.
         Ctrl-S merge   Space choose   ? help   Esc back
        """)
  }

  @Test func `All become one with one key, and one undo brings all of them back`() throws {
    let desk = try opened()
    desk.press("Ctrl-S")
    #expect(desk.status == " 5 records merged into Banda, Thandiwe. Undo with u.")
    #expect(try people(desk) == ["ban"])
    let one = try #require(try desk.stakeholder("ban"))
    #expect(one.isDoNotContact && one.name == "Banda, Thandiwe")
    #expect(try desk.library.read(AllRecords<MergedRecord>()).map(\.into) == ["ban", "ban", "ban", "ban"])
    #expect(desk.body.contains("All pairs are decided. r searches again."))
    desk.press("u")
    #expect(try people(desk).count == 5)
    #expect(try desk.library.read(AllRecords<MergedRecord>()).isEmpty)
  }

  @Test func `One is left out, and another value is chosen`() throws {
    let desk = try opened()
    desk.press("Down", "Space")
    #expect(desk.lines[0].hasSuffix("4 copies become one"))
    let line = try #require(desk.lines.firstIndex { $0.contains("○ Kitwe") || $0.contains("Kitwe  (") })
    for _ in 0..<(line - 3) { desk.press("Down") }
    #expect(desk.lines[line].hasPrefix("▌"))
    desk.press("Space", "Ctrl-S")
    #expect(try people(desk).count == 2)
    #expect(try desk.stakeholder("ban")?.city == "Kitwe")
  }

  @Test func `Marked records are merged at once, two at least`() throws {
    let desk = try Desk("2", library: library())
    desk.press("/")
    desk.type("banda")
    desk.press("Enter", "Esc", "*", "M")
    #expect(desk.lines[0].contains("All copies"))
    desk.press("Space", "Down", "Space", "Down", "Space", "Down", "Space")
    #expect(desk.status == " Two have to be left to be merged.")
    desk.press("Ctrl-S")
    #expect(try people(desk).count == 4)
  }

  @Test func `A copy that somebody changed meanwhile is shown as it is now`() throws {
    let desk = try opened()
    let base = try #require(try desk.stakeholder("ban3"))
    var edited = base
    edited.city = "Lusaka"
    try desk.library.apply(EditRecord(base: base, edited: edited))
    desk.press("Ctrl-S")
    #expect(try people(desk).count == 5)
    #expect(desk.body.contains("Lusaka"))
    desk.press("Ctrl-S")
    #expect(try people(desk) == ["ban"])
  }

  @Test func `In Chinese`() throws {
    let desk = try opened(language: "zh")
    #expect(desk.lines[0].contains("全部副本"))
    #expect(desk.lines[0].hasSuffix("5 条合为一条"))
    desk.press("Ctrl-S")
    #expect(try people(desk) == ["ban"])
  }
}
