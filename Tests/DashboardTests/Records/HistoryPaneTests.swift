import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// What became of a record, and the way back.
@Suite struct HistoryPaneTests {
  /// Three changes by two people on two days.
  private func library() throws -> Library {
    let library = try Library.ofForests()
    try library.change("ban", ["city": "Lusaka", "emails": "banda@example.org"], why: "she wrote to us")
    try library.change("ban", ["city": "Ndola"])
    return library
  }

  private func history(_ language: String) throws -> Desk {
    let desk = try Desk("2", language: language, library: library())
    desk.press("Down", "Down", "H")
    return desk
  }

  @Test func `The history says who, when, what and why, the newest first`() throws {
    #expect(
      try history("en").screen == """
         outreach · History › Banda, Thandiwe                                 3 changes
        ────────────────────────────────────────────────────────────────────────────────
        ▌15 Sep 2015 00:00  tester  changed
            City            Lusaka → Ndola
         15 Sep 2015 00:00  tester  changed · she wrote to us
            City            not stated → Lusaka
            E-mail          thandiwe@example.org → banda@example.org
         15 Sep 2015 00:00  tester  made













        ────────────────────────────────────────────────────────────────────────────────

         Enter as it was   Esc back   ? help
        """)
  }

  @Test func `The history speaks Chinese`() throws {
    #expect(
      try history("zh").screen == """
         outreach · 历史 › Banda, Thandiwe                                     3 次更改
        ────────────────────────────────────────────────────────────────────────────────
        ▌2015年9月15日 00:00  tester  更改
            城市            Lusaka → Ndola
         2015年9月15日 00:00  tester  更改 · she wrote to us
            城市            未说明 → Lusaka
            电子邮件        thandiwe@example.org → banda@example.org
         2015年9月15日 00:00  tester  新建













        ────────────────────────────────────────────────────────────────────────────────

         Enter 当时状态   Esc 返回   ? 帮助
        """)
  }

  @Test func `Any earlier state can be looked at`() throws {
    let desk = try history("en")
    desk.press("Down", "Down", "Enter")
    #expect(desk.lines[0].contains("As it was › Banda, Thandiwe"))
    #expect(desk.body.contains("City              Lusaka"))
    desk.press("Esc", "Down", "Down", "Down", "Enter")
    #expect(!desk.body.contains("Lusaka") && desk.body.contains("thandiwe@example.org"))
  }

  @Test func `A field is given back what it held before, as a change that can be undone`() throws {
    let desk = try history("en")
    desk.press("r")
    #expect(desk.status.contains("Choose a field that was changed"))
    desk.press("Down", "Down", "Down", "Down")
    #expect(desk.body.contains("▌   E-mail"))
    desk.press("r")
    #expect(desk.status == " Restored: E-mail, as before 15 Sep 2015 00:00.")
    #expect(try desk.stakeholder("ban")?.emails == ["thandiwe@example.org"])
    #expect(try desk.stakeholder("ban")?.city == "Ndola")
    #expect(desk.body.contains("changed · restored from 15 Sep 2015 00:00"))
    desk.press("u")
    #expect(try desk.stakeholder("ban")?.emails == ["banda@example.org"])
  }

  @Test func `A field of an earlier state is taken back from there too`() throws {
    let desk = try history("en")
    desk.press("Down", "Down", "Enter")
    desk.go(to: "City")
    desk.press("r")
    #expect(try desk.stakeholder("ban")?.city == "Lusaka")
  }

  @Test func `Why a change is made is asked in the form and kept`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("Down", "Down", "e")
    desk.type(" Mary")
    desk.press("Ctrl-Y")
    desk.type("her passport")
    desk.press("Enter")
    #expect(desk.status == " why: her passport")
    desk.press("Ctrl-S", "H")
    #expect(desk.body.contains("tester  changed · her passport"))
  }

  @Test func `Activities and evidence have a history too`() throws {
    let library = try Library.underWay()
    let desk = try Desk("3", library: library)
    desk.press("H")
    #expect(desk.lines[0].contains("History › "))
    #expect(desk.body.contains("changed"))
  }

  @Test(arguments: [80, 200])
  func `Of a long list the entry that changed is shown`(columns: Int) throws {
    let library = try Library.inMemory()
    var one = Partnership(id: "p")
    one.name = "Data"
    one.alternatives = LighterWay.allCases.map { WeighedAlternative($0, why: "not enough, as was found") }
    try library.apply(AddRecord(one))
    for (place, why) in [(2, "nobody would answer"), (4, "methods alone give no figures")] {
      let base = try #require(try library.read(RecordByID<Partnership>("p")))
      var edited = base
      edited.alternatives[place] = WeighedAlternative(edited.alternatives[place].way, why: why)
      try library.apply(EditRecord(base: base, edited: edited))
    }
    let desk = try Desk("Q", columns: columns, library: library)
    desk.session.perform([.go(.list(.partnership, "p"))], from: 0)
    desk.press("H")
    let lines = desk.lines.filter { $0.contains("→") }
    #expect(lines[0].contains("→ … methods alone") && lines[0].contains("… "), "\(lines)")
    #expect(lines[1].contains("→ … nobody would answer"))
    #expect(lines.prefix(2).allSatisfy { $0.contains("not enough") })
  }
}
