import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// Entries of several parts are edited one by one, and come back into the field as if they had been typed.
@Suite struct ItemsSheetTests {
  /// Opens the third record, Thandiwe Banda, with the cursor on a field.
  private func desk(on label: String, language: String = "en") throws -> Desk {
    let desk = try Desk("2", language: language, library: .ofForests())
    desk.press("Down", "Down", "Enter", "a")
    desk.go(to: label)
    desk.press("Enter")
    return desk
  }

  private func banda(_ desk: Desk) throws -> Stakeholder { try #require(try desk.stakeholder("ban")) }

  @Test func `Four kinds of participation are added with few keys, and count`() throws {
    let desk = try desk(on: "Took part")
    // How, how often, for what, when: Enter goes on, and takes the entry after the last part.
    desk.press("n", "Enter", "Enter")
    desk.type("Pollination")
    desk.press("Enter", "Enter")
    desk.press("n", "Right", "Enter")
    desk.retype("14")
    desk.press("Enter")
    desk.type("Pollination")
    desk.press("Enter")
    desk.retype("2015-03-02")
    desk.press("Enter", "n", "p", "Enter", "Enter")
    desk.type("Scoping")
    desk.press("Ctrl-S", "n", "f", "Ctrl-S", "Ctrl-S")
    #expect(desk.status == " Saved: Banda, Thandiwe.")
    #expect(
      try banda(desk).participation == [
        Participation(kind: .nomination, deliverable: "Pollination", day: Desk.asOf),
        Participation(kind: .comments, count: 14, deliverable: "Pollination", day: Day("2015-03-02")),
        Participation(kind: .participant, deliverable: "Scoping", day: Desk.asOf),
        Participation(kind: .fellowship, day: Desk.asOf),
      ])
    let tallies = try desk.library.read(Tallies())
    #expect(ParticipationKind.allCases.map(tallies.acts) == [1, 14, 1, 1])
    desk.press("Esc", "Esc", "5", "t")
    #expect(desk.body.contains("review comments"))
    #expect(desk.body.contains("14"))
    desk.press("2", "u")
    #expect(try banda(desk).participation.isEmpty)
  }

  @Test func `A part that is not valid is named, and nothing is taken`() throws {
    let desk = try desk(on: "Took part")
    desk.press("n", "Tab", "Tab", "Tab")
    desk.retype("2015-02-30")
    desk.press("Enter")
    #expect(desk.body.contains("! “2015-02-30” is not a day"))
    desk.retype("2015-02-28")
    desk.press("Enter", "Ctrl-S")
    #expect(try banda(desk).participation.map(\.day) == [Day("2015-02-28")])
  }

  @Test func `Entries are ordered and removed, and one undo brings them back`() throws {
    let desk = try desk(on: "Offers")
    for subject in ["pollen", "maps", "rooms"] {
      desk.press("n", "e", "Tab")
      desk.type(subject)
      desk.press("Ctrl-S")
    }
    desk.press("K", "Ctrl-Up", "Down", "D", "Ctrl-S")
    #expect(try banda(desk).offers.map(\.subject) == ["rooms", "maps"])
    desk.press("Enter", "D", "F2")
    #expect(try banda(desk).offers.map(\.subject) == ["maps"])
    desk.press("Esc", "u")
    #expect(try banda(desk).offers.map(\.subject) == ["rooms", "maps"])
  }

  @Test func `A line can still be typed by hand`() throws {
    let desk = try desk(on: "Needs")
    desk.press("t")
    #expect(desk.status == " Kind | What | Until, several with ;")
    desk.type("expertise | pollen | 2016-01-31; in-kind | rooms")
    desk.press("Enter")
    #expect(try banda(desk).needs.count == 2)
    #expect(desk.body.contains("expertise: pollen (until 31 Jan 2016)\n"))
    #expect(desk.body.contains("                   in-kind support: rooms"))
  }

  @Test func `An organization completes from the base and is linked to its record`() throws {
    let desk = try desk(on: "Affiliations")
    desk.press("n")
    desk.type("fore")
    #expect(
      desk.lines.drop { !$0.contains("Entries") }.prefix(6).joined(separator: "\n") == """
        ── Entries · Affiliations ──────────────────────────────────────────────────────
        ▌ Organization     fore
                             African Forest Forum · organization · KE
                             Association des forêts communautaires · organization · CM
                             Forest Research Institute · institution · GH
          Role
        """)
    desk.press("Down", "Down", "Down", "Enter")
    desk.type("director")
    desk.press("Enter")
    desk.type("2011")
    desk.press("Enter", "Enter", "Ctrl-S")
    #expect(
      try banda(desk).affiliations == [
        Affiliation(
          organization: "Forest Research Institute", role: "director", from: "2011", record: "fri")
      ])
    #expect(desk.body.contains("Forest Research Institute, director (since 2011)"))
    // And back: the organization names its people, and Enter goes there.
    desk.press("o", "Enter")
    #expect(desk.lines[0].contains("Forest Research Institute"))
    desk.go(to: "works here")
    #expect(desk.body.contains("▌works here        Banda, Thandiwe, director (since 2011)"))
    desk.press("Enter", "Enter")
    #expect(desk.lines[0].contains("Banda, Thandiwe"))
  }

  @Test func `Another name typed over a linked one takes the link away`() throws {
    let desk = try desk(on: "Affiliations")
    desk.press("t")
    desk.type("African Forest Forum | | | | aff")
    desk.press("Enter", "Enter", "Enter")
    #expect(desk.body.contains("linked to the record African Forest Forum"))
    desk.type("s")
    desk.press("Ctrl-S", "Ctrl-S")
    #expect(try banda(desk).affiliations == [Affiliation(organization: "African Forest Forums")])
  }

  @Test func `In a form the sheet fills the field, and a draft keeps it`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("e")
    desk.go(to: "Needs")
    #expect(desk.status == " Enter: one by one. As a line: Kind | What | Until, several with ;")
    desk.press("Enter", "n", "Tab")
    desk.type("rooms")
    desk.session.leave()
    #expect(try library.read(Drafts()).first?.typed["needs"] == "in-kind | rooms")
    desk.press("Ctrl-S", "Esc", "Ctrl-S")
    #expect(try desk.stakeholder("aff")?.needs == [Capacity(kind: .inKind, subject: "rooms")])
  }

  @Test func `A barrier without a planned step says so, and is counted`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    let unplanned = StakeholderFilter(facets: [.unplanned: ["internet"]])
    #expect(try library.read(StakeholderCount(unplanned)) == 1)
    #expect(try library.read(Tallies())[.unplanned] == ["internet": 1])
    desk.press("Down", "Enter")
    #expect(desk.body.contains("! no internet: no step planned"))
    desk.press("a")
    desk.go(to: "Steps planned")
    desk.press("Enter", "n", "i", "Enter")
    desk.type("post paper copies")
    desk.press("Ctrl-S", "Ctrl-S", "a")
    #expect(desk.body.contains("no internet: post paper copies"))
    #expect(!desk.body.contains("no step planned"))
    #expect(try library.read(StakeholderCount(unplanned)) == 0)
  }

  @Test func `The empty fields are folded away behind their number`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("Down", "Down", "Enter")
    #expect(!desk.body.contains("Native name"))
    #expect(desk.body.hasSuffix("fields are empty; a shows them."))
    desk.press("a")
    #expect(desk.body.contains("Native name"))
    desk.press("a")
    #expect(!desk.body.contains("Native name"))
  }

  @Test func `A sort key is suggested where the family name comes last, and orders the list`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("n")
    desk.type("Aminata Zongo")
    desk.go(to: "Sorted as")
    #expect(desk.status == " Ctrl-T takes “Zongo, Aminata”.")
    desk.press("Ctrl-T", "Ctrl-S")
    #expect(desk.status == " Added: Aminata Zongo.")
    desk.press("End")
    #expect(desk.lines.contains { $0.hasPrefix("▌Aminata Zongo") })
  }
}
