import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// One edit of many marked records, seen before it is done.
@Suite struct BulkPaneTests {
  private func open(_ field: String, _ desk: Desk) {
    desk.press("*", "E")
    desk.type(field)
    desk.press("Enter")
  }

  @Test func `The star marks all that match and takes the marks away`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("*")
    #expect(desk.lines[0].contains("7 marked"))
    desk.press("*")
    #expect(!desk.lines[0].contains("marked"))
    desk.press("E")
    #expect(desk.status == " Mark records with Space first; * marks all that match.")
  }

  @Test func `A tag for all is one change and one undo`() throws {
    let desk = try Desk("2", library: .ofForests())
    open("Tags", desk)
    desk.type("hub2015")
    #expect(
      desk.screen == """
         outreach · Edit of many                                               7 marked
        ────────────────────────────────────────────────────────────────────────────────
          Links                    Tags
          Acronyms                 [add]  remove   set
          Other names              hub2015
          Affiliations
          Observer                 7 records change.
          Observer since
          Barriers                 African Forest Forum: not stated → hub2015
          Steps planned            Association des forêts communautaires: not stated →…
          Incentives               Banda, Thandiwe: not stated → hub2015
          Disincentives            El Amrani, Youssef · يوسف العمراني: not stated → hu…
          Offers                   Forest Research Institute: not stated → hub2015
          Needs                    Liu Sen · 刘森: not stated → hub2015
          Cares about              Thapa, Anita · अनिता थापा: not stated → hub2015
          Culture
          Interests
          Mandate
          Governance
          Took part
          Tags
        ────────────────────────────────────────────────────────────────────────────────

         Ctrl-S change them all   Tab set, add or remove   Esc back   F1 help
        """)
    desk.press("Ctrl-S")
    #expect(desk.status == " Changed 7 records. u takes it back.")
    #expect(try desk.stakeholder("ban")?.tags == ["hub2015"])
    desk.press("u")
    #expect(desk.status == " Taken back: Marked 7 records “hub2015”.")
    #expect(try desk.stakeholder("ban")?.tags == [])
  }

  @Test func `Choices are added and taken away`() throws {
    let desk = try Desk("2", library: .ofForests())
    open("Role", desk)
    desk.type("contr")
    #expect(desk.body.contains("[add]") && desk.body.contains("contributor"))
    #expect(!desk.part(28..<60).contains("\nend user") && desk.body.contains("change."))
    desk.press("Tab")
    #expect(desk.body.contains("[remove]") && desk.body.contains("end user"))
    desk.press("Down", "Ctrl-S")
    #expect(try desk.stakeholder("aff")?.roles == [.endUser])
    #expect(try desk.stakeholder("fri")?.roles == [.endUser])
  }

  @Test func `A list is set whole: letters find its words, Space takes them`() throws {
    let desk = try Desk("2", library: .ofForests())
    open("Role", desk)
    desk.press("Tab", "Tab")
    desk.type("end")
    desk.press("Space", "Backspace", "Backspace", "Backspace")
    #expect(desk.body.contains("[x] end user") && desk.body.contains("[ ] contributor"))
    desk.press("Ctrl-S")
    #expect(try desk.stakeholder("aff")?.roles == [.endUser])
  }

  @Test func `Letters that find no word are said`() throws {
    let desk = try Desk("2", library: .ofForests())
    open("Gender", desk)
    desk.type("zz")
    #expect(desk.body.contains("Nothing begins with “zz”"))
    desk.press("Ctrl-S")
    #expect(try desk.stakeholder("ban")?.gender == .female)
  }

  @Test func `A choice is found by the words of the language`() throws {
    let desk = try Desk("2", language: "zh", library: .ofForests())
    open("性别", desk)
    desk.type("男")
    desk.press("Ctrl-S")
    #expect(try desk.stakeholder("aff")?.gender == .male)
  }

  @Test func `A wrong value is said and nothing is written`() throws {
    let desk = try Desk("2", library: .ofForests())
    open("E-mail", desk)
    desk.type("nobody")
    #expect(desk.status == " There is no @ in “nobody”.")
    desk.press("Ctrl-S")
    #expect(try desk.stakeholder("ban")?.emails == ["thandiwe@example.org"])
  }

  @Test func `Refusals are forgotten only after that was said`() throws {
    let library = try Library.ofForests()
    let base = try #require(try library.read(RecordByID<Stakeholder>("ban")))
    var edited = base
    edited.isDoNotContact = true
    try library.apply(EditStakeholder(base: base, edited: edited))
    let desk = try Desk("2", library: library)
    open("Do not contact", desk)
    #expect(desk.body.contains("1 of them refused something: this forgets it."))
    desk.press("Ctrl-S")
    #expect(desk.status == " A refusal of 1 person would be forgotten. Ctrl-S again does it.")
    #expect(try desk.stakeholder("ban")?.isDoNotContact == true)
    desk.press("Ctrl-S")
    #expect(try desk.stakeholder("ban")?.isDoNotContact == false)
  }

  @Test func `In Chinese too`() throws {
    let desk = try Desk("2", language: "zh", library: .ofForests())
    open("标签", desk)
    desk.type("x")
    #expect(desk.body.contains("将更改 7 条记录。"))
  }

  @Test func `Esc leads from the value to the fields, and the value is there again`() throws {
    let desk = try Desk("2", library: .ofForests())
    open("Tags", desk)
    desk.type("hub2015")
    desk.press("Esc")
    #expect(desk.lines[0].contains("Edit of many") && !desk.screen.contains("[add]"))
    desk.press("Enter")
    #expect(desk.body.contains("hub2015"))
    desk.press("Esc", "Esc")
    #expect(desk.lines[0].contains("Stakeholders"))
    #expect(try desk.library.read(Drafts()).contains { $0.typed["value"] == "hub2015" })
  }

  @Test func `The row under the cursor shows whether it is marked`() throws {
    let desk = try Desk("2", library: .ofForests())
    #expect(desk.lines.contains { $0.hasPrefix("▌") })
    desk.press("Space", "Up")
    #expect(!desk.lines.contains { $0.hasPrefix("▌") } && desk.lines.contains { $0.hasPrefix("✓") })
  }
}
