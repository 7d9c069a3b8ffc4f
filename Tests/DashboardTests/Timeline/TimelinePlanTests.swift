import Model
import Store
import Terminal
import Testing

@testable import Dashboard

extension Library {
  /// A plan of the office's own (invented), with steps and what waits for what.
  static func withPlan() throws -> Library {
    let library = try Library.inMemory()
    var plan = WorkPlan(id: "survey")
    plan.name = "Survey plan"
    try library.apply(AddRecord(plan))
    let rows: [(RecordID, [String: String])] = [
      ("sv", ["name": "Survey"]),
      (
        "sv1",
        ["name": "Questions", "parent": "sv", "start": "2015-08-03", "end": "2015-09-30", "owner": "engage"]
      ),
      (
        "sv2",
        [
          "name": "Translation", "parent": "sv", "start": "2015-10-01", "end": "2015-10-31",
          "depends_on": "sv1",
          "owner": "lang",
        ]
      ),
      (
        "sv3",
        [
          "name": "Invitations", "parent": "sv", "start": "2015-11-02", "end": "2015-11-13",
          "depends_on": "sv2",
        ]
      ),
      ("rep", ["name": "Report", "start": "2015-12-01", "end": "2015-12-18"]),
    ]
    for (id, values) in rows {
      try library.apply(
        AddRecord(Activity(id: id, version: 0, values: values.merging(["plan": "survey"]) { a, _ in a })))
    }
    return library
  }

  func session(_ id: RecordID, _ start: String) throws {
    var event = Event(id: id)
    (event.name, event.type, event.start) = (id.uppercased(), .session, .day(Day(start)!))
    try apply(AddRecord(event))
  }
}

/// Plans that the office adds, their steps, and what waits for what.
@Suite struct TimelinePlanTests {
  /// At the first line of the office's plan.
  private func desk(columns: Int = 80, rows: Int = 24, language: String = "en", library: Library? = nil)
    throws -> Desk
  {
    let desk = try Desk(
      "3", columns: columns, rows: rows, language: language, library: library ?? .withPlan())
    desk.press("G", "Up", "Up", "Up", "Up")
    return desk
  }

  @Test func `Steps stand below what they are steps of`() throws {
    let desk = try desk()
    #expect(
      desk.lines[15..<21].joined(separator: "\n") == """
         Survey plan                                      │
        ▌▾ Survey 0/3                                 ━━━━┿━━━━━━     ○ not begun
           Questions                                  ━━━━┿━          ○ due in 15 d
           Translation                                    │ ━━━       ○ starts in 16 d
           Invitations                                    │    ━━     ○ starts in 48 d
         Report                                           │       ━━  ○ starts in 77 d
        """)
    #expect(desk.status == " 3 Aug–13 Nov · 0 of 3 steps done, 0 % in all")
    desk.press("z")
    #expect(desk.screen.contains("▌▸ Survey 0/3"))
    #expect(!desk.screen.contains("Questions"))
    desk.press("z", "Down", "Space", "Space")
    #expect(desk.screen.contains("▾ Survey 1/3"))
    #expect(try desk.activity("sv").progress == 0)
  }

  @Test func `A whole plan folds into one line`() throws {
    let desk = try desk()
    desk.press("Z")
    #expect(desk.screen.contains(" 12 activities"))
    #expect(desk.screen.contains("▌▸ 5 activities"))
    desk.press("Enter")
    #expect(desk.screen.contains("▌▾ Survey 0/3"))
  }

  @Test func `Plans and activities are added`() throws {
    let desk = try Desk("3")
    desk.press("P")
    desk.type("Outreach in schools")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("▌None yet: n adds one"))
    desk.press("n")
    desk.type("Letter to teachers")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("▌Letter to teachers"))
    desk.press("N")
    desk.type("First draft")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains(" ▾ Letter to teache… 0/1"))
    #expect(desk.screen.contains("▌  First draft"))
    let step = try #require(try desk.library.read(AllRecords<Activity>()).first { $0.name == "First draft" })
    #expect(try desk.activity(step.parent).name == "Letter to teachers")
    desk.press("D")
    #expect(desk.status == " Taken out: First draft. u brings it back.")
    desk.press("u")
    #expect(desk.screen.contains("First draft"))
  }

  // MARK: Moving bars

  @Test func `A bar is moved and one undo takes it back`() throws {
    let desk = try desk()
    desk.press("Down", "Down", "Down", "Down", "]", "]")
    #expect(desk.status.hasPrefix(" Report → 1 Feb 2016–18 Feb 2016, +62 d"))
    #expect(try desk.activity("rep").start == Day("2015-12-01"))
    desk.press("Enter")
    #expect(try desk.activity("rep").start == Day("2016-02-01"))
    #expect(desk.status == " Saved: Report.")
    desk.press("u")
    #expect(try desk.activity("rep").start == Day("2015-12-01"))
    desk.press("+", "+", "}", "Enter")
    #expect(try desk.activity("rep").end == Day("2015-12-19"))
    #expect(try desk.activity("rep").start == Day("2015-12-01"))
    desk.press("[", "Esc")
    #expect(try desk.activity("rep").end == Day("2015-12-19"))
  }

  @Test func `What waits is moved along in one change`() throws {
    let desk = try desk()
    desk.press("Down", "}")
    #expect(desk.status.hasSuffix(", +31 d · d moves 2 that wait along"))
    desk.press("d")
    #expect(desk.status == " Questions moved, and 2 that wait for it.")
    #expect(try desk.activity("sv1").end == Day("2015-10-31"))
    #expect(try desk.activity("sv2").start == Day("2015-11-01"))
    #expect(try desk.activity("sv3").start == Day("2015-12-02"))
    #expect(desk.footer.contains("undo: Moved the d"))
    desk.press("u")
    #expect(try desk.activity("sv3").start == Day("2015-11-02"))
    desk.press("}", "Enter")
    #expect(desk.status == " Saved: Questions. 2 activities that wait for it begin too early.")
    #expect(desk.screen.contains("Translation ←"))
  }

  @Test func `What cannot be moved says why`() throws {
    let desk = try desk()
    desk.press("]")
    #expect(desk.status == " Its days are those of its steps: move a step.")
    desk.press("g", "Space", "Space", "]")
    #expect(desk.status.hasPrefix(" Needs analysis is finished."))
  }

  // MARK: What waits for what

  @Test func `A circle is refused and named`() throws {
    let desk = try desk()
    desk.press("Down", "d")
    desk.type("invit")
    desk.press("Enter")
    #expect(desk.status.contains("Questions → Invitations → Translation → Questions."))
    #expect(try desk.activity("sv1").dependsOn.isEmpty)
    desk.press("Ctrl-U")
    desk.type("report")
    desk.press("Enter", "Esc")
    #expect(try desk.activity("sv1").dependsOn == ["rep"])
    #expect(desk.status == " Waits for what is not over: Report.")
  }

  @Test func `An open activity leads to what stands around it`() throws {
    let library = try Library.withPlan()
    try library.hang("stakeholders", of: RecordReference(.activity, "sv2"), on: "aff")
    try library.hang("evidence", of: RecordReference(.activity, "sv2"), on: "none")
    let desk = try desk(rows: 40, library: library)
    desk.press("Down", "Down", "Enter")
    #expect(desk.screen.contains(" part of           Survey"))
    #expect(desk.screen.contains(" waits for         Questions"))
    #expect(desk.screen.contains(" awaited by        Invitations"))
    #expect(desk.screen.contains(" with              aff (no such record)"))
    for _ in 0..<30 where !desk.lines.contains(where: { $0.hasPrefix("▌awaited by") }) { desk.press("Down") }
    desk.press("Enter")
    #expect(desk.screen.contains("▌  Invitations"))
  }

  // MARK: First plans

  @Test func `The first plan is kept and slip is measured against it`() throws {
    let desk = try desk()
    let before = desk.lines[0]
    desk.press("Down", "Down", "Down", "Down", "B")
    #expect(desk.status == " The plan of 1 activity is kept as it was first.")
    #expect(try desk.activity("rep").baselineEnd == Day("2015-12-18"))
    desk.press("]", "Enter")
    #expect(desk.screen.contains("══"))
    #expect(desk.lines[0] != before)
    desk.press("B")
    #expect(desk.status == " Report has its first plan already. e changes it.")
    desk.press("g", "B")
    #expect(desk.status.hasPrefix(" What the decision adopted stays"))
  }

  // MARK: Taking out

  @Test func `What something hangs on is cancelled and what hangs is named`() throws {
    let desk = try desk()
    desk.press("Down", "D")
    #expect(
      desk.status == " Questions is only cancelled: it has 1 that waits for it.")
    #expect(try desk.activity("sv1").status == .cancelled)
    desk.press("D")
    #expect(desk.status == " Questions stays: it has 1 that waits for it.")
    desk.press("Z", "D")
    #expect(desk.status == " Survey plan stays: it has 5 activities.")
    #expect(desk.library.isSound("survey"))
  }
}

extension Library {
  fileprivate func isSound(_ plan: RecordID) -> Bool { (try? read(RecordByID<WorkPlan>(plan))) != nil }
}

/// What comes again, and what was decided between two texts.
@Suite struct TimelineTimesTests {
  @Test func `The times of an activity are ticked one by one`() throws {
    let desk = try Desk("3")
    desk.press("G", "Up", "Up")
    #expect(desk.status.contains("every November"))
    desk.press("Space")
    #expect(
      desk.body == """
         STATE                DATES
        ▌◇ starts in 47 d     1 Nov–30 Nov 2015           2015
         ◇ starts in 413 d    1 Nov–30 Nov 2016           2016
        """)
    desk.press("Space")
    #expect(desk.screen.contains("▌◆ done 15 Sep"))
    #expect(try desk.library.read(RecordByID<Occurrence>("ip.10/2015"))?.done == Desk.asOf)
    desk.press("u")
    #expect(desk.screen.contains("▌◇ starts in 47 d"))
    desk.press("x")
    #expect(desk.screen.contains("▌× left out"))
    desk.press("x", "e")
    desk.go(to: "Planned start")
    desk.type("2015-12-07")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("▌◇ starts in 83 d     7 Dec 2015–5 Jan 2016       2015 · moved"))
  }

  @Test func `Stakeholder days come before the sessions that the user keeps`() throws {
    let library = try Library.inMemory()
    let desk = try Desk("3", library: library)
    desk.press("G", "Up", "Up", "Up")
    #expect(desk.status.contains("no session is in the calendar yet"))
    desk.press("o")
    #expect(desk.screen.contains("No plenary session is in the calendar yet"))
    desk.press("Esc")
    try library.session("ipbes-4", "2015-11-23")
    desk.rest()
    #expect(
      desk.lines.contains {
        $0.hasPrefix("▌Stakeholder events") && $0.contains("◇") && $0.hasSuffix("starts in 67 d")
      })
    desk.press("o")
    #expect(desk.screen.contains("▌◇ starts in 67 d     21 Nov–22 Nov 2015          IPBES-4"))
  }

  @Test func `A ruling leaves one bar and the other row says so`() throws {
    let library = try Library.inMemory()
    let values = ["side": "second", "by": "Bureau", "reason": "the survey needs the list first"]
    try library.apply(
      EditRecord(
        base: Ruling(id: "needs-analysis"), edited: Ruling(id: "needs-analysis", version: 0, values: values)))
    let desk = try Desk("3", library: library)
    #expect(desk.lines[3].hasSuffix("– see plan row 2"))
    #expect(!desk.lines[3].contains("═"))
    #expect(desk.status == " Decided: plan row 2. By Bureau: the survey needs the list first")
  }

  @Test func `Launches stand in the timeline and lead to their pane`() throws {
    let desk = try Desk("3", library: .withLaunch(day: "2015-10-20", [("t2.1 2015-10", .underWay, "")]))
    desk.press("G", "Up", "Up", "Up")
    #expect(desk.screen.contains(" LAUNCH Pollination and"))
    #expect(desk.screen.contains("Release                                          │  ◇        ○ D-35"))
    desk.press("Down")
    #expect(desk.lines.contains { $0.hasPrefix("▌Publications") } || desk.screen.contains("Publications"))
    #expect(desk.status == " The launch pane keeps this line. Enter goes there.")
    desk.press("e")
    #expect(desk.status == " The launch pane keeps this line. Enter goes there.")
    desk.press("Enter")
    #expect(desk.lines[0].hasPrefix(" outreach · Launch"))
  }
}
