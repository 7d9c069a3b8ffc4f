import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// Working in the timeline by keys.
@Suite struct TimelineEditTests {
  @Test func `A field is edited in place`() throws {
    let desk = try Desk("3")
    desk.press("Down", "Enter", "Down", "Down", "Enter")
    desk.type("web team")
    #expect(try desk.activity("t1.b").owner.isEmpty)
    desk.press("Enter")
    #expect(try desk.activity("t1.b").owner == "web team")
    #expect(desk.status == " Saved: Website redesign.")
    desk.press("Esc")
    #expect(desk.status.contains("“January to April 2015” · web team"))
  }

  @Test func `What is not a day is kept as typed`() throws {
    let desk = try Desk("3")
    desk.press("Enter", "PgDn", "Up", "Up", "Enter")
    desk.type("soon")
    desk.press("Enter")
    #expect(desk.screen.contains("! “soon” is not a day"))
    #expect(try desk.activity("t1.a").version == 1)
    desk.press("Esc")
    #expect(!desk.screen.contains("soon"))
  }

  @Test func `The end cannot come before the start`() throws {
    let desk = try Desk("3")
    try desk.library.edit("t1.a", ["start": "2015-03-01"])
    desk.rest()
    desk.press("Enter", "Down", "Down", "Down", "Down", "Enter")
    desk.type("2015-02-01")
    desk.press("Enter")
    #expect(desk.screen.contains("! The end lies before the start."))
    #expect(try desk.activity("t1.a").end == nil)
  }

  @Test func `Space goes through the states`() throws {
    let desk = try Desk("3")
    desk.press("Space")
    var activity = try desk.activity("t1.a")
    #expect(activity.status == .underWay)
    #expect(activity.actualStart == Desk.asOf)
    #expect(desk.status == " Needs analysis: under way")
    desk.press("Space")
    activity = try desk.activity("t1.a")
    #expect(activity.status == .done)
    #expect(activity.actualEnd == Desk.asOf)
    #expect(activity.progress == 100)
    #expect(desk.lines[3].hasSuffix("● done +138 d"))
    desk.press("u")
    activity = try desk.activity("t1.a")
    #expect(activity.status == .underWay)
    #expect(activity.actualEnd == nil)
    #expect(activity.progress == 0)
    desk.press("u", "u")
    #expect(try desk.activity("t1.a").values == ["status": "planned"])
  }

  @Test func `Real days are not overwritten`() throws {
    let desk = try Desk("3", library: .underWay())
    desk.press("Down", "Space")
    #expect(try desk.activity("t1.b").actualStart == Day("2015-01-12"))
  }

  @Test func `Space does not wipe what is finished`() throws {
    let desk = try Desk("3", library: .underWay())
    let finished = try desk.activity("t1.a")
    desk.press("Space")
    #expect(desk.status == " Needs analysis is finished. e or Enter changes what was recorded.")
    #expect(try desk.activity("t1.a") == finished)
  }

  @Test func `The months of other years are a key away`() throws {
    let desk = try Desk("3")
    desk.press(">")
    #expect(desk.lines[0].hasPrefix(" outreach · Timeline · 2016"))
    desk.press("<", "@", "Ctrl-U")
    desk.type("2026-11-23")
    desk.press("Enter")
    #expect(desk.lines[0].hasPrefix(" outreach · Timeline · 2015"))
  }

  @Test func `A read-only store says so`() throws {
    let desk = try Desk("3", isReadOnly: true)
    for key: KeyChord in ["Space", "e"] {
      desk.press(key)
      #expect(desk.status == " The store is open for reading only.")
    }
    desk.press("Enter", "Enter")
    #expect(desk.status == " The store is open for reading only.")
    #expect(!desk.session.draw().showsCursor)
  }

  @Test func `Two edits of one field meet in a form`() throws {
    let desk = try Desk("3")
    desk.press("Enter", "Down", "Down", "Enter")
    try desk.library.edit("t1.a", ["owner": "engage"])
    desk.type("comms")
    desk.press("Enter")
    #expect(desk.lines[0].hasPrefix(" outreach · Two edits › Needs analysis"))
    desk.press("Left", "Ctrl-S")
    #expect(try desk.activity("t1.a").owner == "engage")
  }

  @Test func `A lost link leaves a draft`() throws {
    let desk = try Desk("3")
    desk.press("Enter", "Down", "Down", "Enter")
    desk.type("com")
    desk.session.leave()
    #expect(try desk.library.read(Drafts()).first?.typed == ["owner": "com"])
  }

  @Test func `The whole form opens`() throws {
    let desk = try Desk("3")
    desk.press("e", "Down", "Down")
    desk.type("web")
    desk.press("Ctrl-S")
    #expect(try desk.activity("t1.a").owner == "web")
    #expect(desk.lines[0].hasPrefix(" outreach · Timeline · 2015"))
  }
}
