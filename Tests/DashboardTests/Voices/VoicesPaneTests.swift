import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// Opportunities, calls, comments, concerns and focus groups by keys.
@Suite struct VoicesPaneTests {
  private static func library() throws -> Library {
    let library = try Library.inMemory(who: "tester")
    func add<R: Model.Record>(_: R.Type, _ id: RecordID, _ values: [String: String]) throws {
      try library.apply(AddRecord(R(id: id, version: 0, values: values)))
    }
    try add(Stakeholder.self, "ann", ["name": "Ann Invented", "channels": "phone"])
    try add(Stakeholder.self, "shy", ["name": "Shy Invented", "do_not_contact": "yes"])
    try add(
      Opportunity.self, "o1",
      [
        "name": "Review the guide", "deliverable": "3(a)", "opportunity_state": "open",
        "deadline": "2015-09-10",
      ])
    try add(
      Opportunity.self, "o2",
      [
        "name": "Nominate", "opportunity_state": "planned", "engagement_rule": "Rules",
        "deadline": "2015-10-01",
      ])
    try add(
      CallForInput.self, "c", ["name": "Draft strategy", "opens": "2015-08-01", "closes": "2015-09-20"])
    for number in 1...6 {
      try add(
        ReviewComment.self, "c/\(number)",
        ["text": "Comment \(number)", "paragraph": "\(11 - number)", "source": "Source \(number)"])
    }
    try add(Concern.self, "k1", ["name": "Too little time", "raised": "2015-09-01", "due": "2015-09-10"])
    try add(
      FocusGroup.self, "g1",
      ["name": "Session", "when": "2015-05-01", "findings": "Peoples are missing | e | B.7b | 2.1"])
    return library
  }

  private func desk(columns: Int = 80, rows: Int = 24, language: String = "en") throws -> Desk {
    try Desk("O", columns: columns, rows: rows, language: language, library: Self.library())
  }

  private func record<R: Model.Record>(_: R.Type, _ id: RecordID, _ desk: Desk) throws -> R {
    try #require(try desk.library.read(RecordByID<R>(id)))
  }

  @Test func `No rule yet is said loudly, and what is over stands first`() throws {
    let desk = try desk()
    #expect(desk.lines[2].contains("‹Opportunities›"))
    #expect(desk.lines[3].contains("2 open · ! 1 without a rule"))
    #expect(desk.lines[5].contains("! 10 Sep") && desk.lines[5].contains("! no rule yet"))
    let chinese = try self.desk(language: "zh")
    #expect(chinese.lines[5].contains("! 尚无规则"))
  }

  @Test func `One key notes who was told, by the channel they prefer, and who answered`() throws {
    let desk = try desk()
    desk.press("t")
    desk.type("Ann")
    desk.press("Enter")
    #expect(try record(Opportunity.self, "o1", desk).told.map(\.channel) == [.phone])
    #expect(desk.status.contains("Ann Invented was told"))
    desk.press("r")
    desk.type("Ann")
    desk.press("Enter")
    #expect(try record(Opportunity.self, "o1", desk).answered.map(\.stakeholder) == ["ann"])
    desk.press("t")
    desk.type("Shy")
    desk.press("Enter")
    #expect(desk.status.contains("asked to be left alone"))
    desk.press("Esc")
    #expect(try record(Opportunity.self, "o1", desk).told.count == 1)
  }

  @Test func `A list is told: how many, by which channel, and who is left out`() throws {
    let desk = try desk()
    desk.press("m")
    desk.type("Invented")
    desk.press("Down", "Down")
    desk.press("Enter")
    #expect(desk.status.contains("1 stakeholder told; 1 left out"))
    let telling = try #require(try record(Opportunity.self, "o1", desk).told.first)
    #expect((telling.number, telling.channel) == (1, .email))
    desk.press("m")
    desk.type("country:nowhere")
    desk.press("Enter")
    // What cannot be understood tells nobody, and the sheet stays.
    #expect(try record(Opportunity.self, "o1", desk).told.count == 1)
    #expect(desk.screen.contains("!"))
  }

  @Test func `A key for each disposition; not accepted needs a reason`() throws {
    let desk = try desk()
    desk.press("]", "Enter")
    #expect(desk.lines[3].contains("0 of 6 considered"))
    // The last number stands first: the document's order, not the sheet's.
    #expect(desk.lines[5].contains("6") && desk.lines[5].contains("Source 6"))
    desk.press("a", ".")
    #expect(try record(ReviewComment.self, "c/6", desk).disposition == .accepted)
    #expect(try record(ReviewComment.self, "c/6", desk).answeredBy == "tester")
    desk.press("x", "Enter")
    #expect(try record(ReviewComment.self, "c/5", desk).disposition == nil)
    desk.type("Outside the mandate")
    desk.press("Enter")
    #expect(try record(ReviewComment.self, "c/5", desk).reason == "Outside the mandate")
    #expect(desk.lines[3].contains("2 of 6 considered"))
    desk.press("u")
    #expect(try record(ReviewComment.self, "c/5", desk).disposition == nil)
  }

  @Test func `Who accepted a comment, and when, stays when it is accepted again`() throws {
    let desk = try desk()
    desk.press("]", "Enter", "a")
    let first = try record(ReviewComment.self, "c/6", desk)
    desk.press("a")
    #expect(desk.status == " It is accepted already; nothing is changed.")
    #expect(try record(ReviewComment.self, "c/6", desk) == first)
  }

  @Test func `Several at once with one reason, an earlier answer again, the open ones alone`() throws {
    let desk = try desk()
    desk.press("]", "Enter", "Space", "Space", "p")
    #expect(desk.screen.contains("2 comments"))
    desk.type("In part: see the annex")
    desk.press("Enter")
    #expect(desk.lines[3].contains("2 of 6 considered") && !desk.lines[3].contains("marked"))
    desk.press("f")
    #expect(desk.lines[3].contains("not considered only") && !desk.screen.contains("Source 6"))
    desk.press("c", "Enter")
    #expect(desk.lines[3].contains("3 of 6 considered"))
    #expect(try record(ReviewComment.self, "c/4", desk).reason == "In part: see the annex")
    // What was answered is gone from the list; the cursor stands on the next one.
    desk.press("a", "a", "a")
    #expect(desk.screen.contains("Every comment listed is considered."))
    desk.press("u")
    #expect(desk.lines[3].contains("5 of 6 considered"))
  }

  @Test func `A concern is taken in hand, and settled with an answer`() throws {
    let desk = try desk()
    desk.press("]", "]", "]")
    #expect(desk.lines[3].contains("1 open · ! 1 overdue"))
    desk.press("Space")
    #expect(try record(Concern.self, "k1", desk).owner == "tester")
    desk.press("Space", "Enter")
    #expect(try record(Concern.self, "k1", desk).state == .considering)
    desk.type("The next call is longer")
    desk.press("Enter")
    let concern = try record(Concern.self, "k1", desk)
    #expect(concern.state == .resolved && concern.daysToResolve == 14)
    #expect(desk.lines[3].contains("1 resolved, in 14 days"))
    desk.press("Space")
    #expect(desk.status.contains("resolved"))
  }

  @Test func `From a stakeholder one key opens a concern, and the record leads to it`() throws {
    let desk = try desk()
    desk.press("2", "C")
    desk.type("Was not asked")
    desk.press("Ctrl-S")
    let concern = try #require(
      try desk.library.read(AllRecords<Concern>()).first { $0.name == "Was not asked" })
    #expect(concern.stakeholder == "ann" && concern.raised == Desk.asOf && concern.owner == "tester")
    #expect(desk.lines[2].contains("‹Concerns›"))
    desk.press("2", "Enter", "PgDn", "PgDn", "PgDn", "PgDn")
    #expect(desk.screen.contains("○ open · Was not asked"))
    desk.press("Enter")
    #expect(desk.lines[2].contains("‹Concerns›"))
  }

  @Test func `Findings by code; a gap is said; Enter leads to the session`() throws {
    let desk = try desk()
    desk.press("[")
    #expect(desk.lines[2].contains("‹Findings›") && desk.lines[5].contains("! none yet"))
    desk.press("j", "j", "j", "j", "Enter")
    #expect(desk.screen.contains("Peoples are missing"))
    desk.press("Enter")
    #expect(desk.lines[2].contains("‹Focus groups›"))
    desk.press("p")
    desk.type("Ann")
    desk.press("Enter")
    #expect(try record(FocusGroup.self, "g1", desk).participants == ["ann"])
  }

  @Test func `An indicator shows the findings coded to it, or says that there are none`() throws {
    let desk = try desk()
    desk.press("5", "c")
    #expect(desk.status.contains("No finding bears on “1.1"))
    desk.press("j", "j", "j", "c")
    #expect(desk.screen.contains("Peoples are missing"))
    desk.press("Enter")
    #expect(desk.lines[2].contains("‹Focus groups›"))
  }

  @Test func `A finding is coded in its sheet`() throws {
    let desk = try desk()
    desk.press("[", "[", "Enter")
    for _ in 0..<20 where !desk.lines.contains(where: { $0.hasPrefix("▌") && $0.contains("Findings") }) {
      desk.press("j")
    }
    desk.press("Enter", "n")
    desk.type("New finding")
    desk.press("Down", "Space", "Right", "Right", "Space", "Down", "Space", "Down", "Space", "Down")
    desk.press("Enter", "Ctrl-S")
    let finding = try #require(try record(FocusGroup.self, "g1", desk).findings.last)
    #expect(finding.text == "New finding" && finding.messages.map(\.rawValue) == ["a", "c"])
    #expect(finding.objectives == [.a10a] && finding.indicators == ["1.1"])
  }

  @Test func `Every list outlives every size`() throws {
    for (columns, rows) in [(1, 1), (3, 80), (80, 3), (40, 10), (200, 50)] {
      let desk = try desk(columns: columns, rows: rows, language: rows == 10 ? "zh" : "en")
      for _ in VoicesTab.allCases {
        desk.press("j", "k", "G", "g")
        #expect(desk.lines.count == rows)
        desk.press("]")
      }
      desk.press("/")
      desk.type("nothing like this")
      desk.session.resize(to: Size(columns: 80, rows: 24))
      #expect(!desk.body.contains("Review the guide"))
      desk.press("Esc", "Esc")
      #expect(desk.body.contains("Review the guide"))
    }
  }

  @Test func `Text from outside is harmless`() throws {
    let library = try Self.library()
    try library.apply(
      AddRecord(
        Opportunity(
          id: "evil", version: 0,
          values: [
            "name": "\u{1B}[2J\u{202E}مرحبا 你好", "engagement_rule": "\u{7}", "opportunity_state": "open",
          ])))
    let desk = try Desk("O", columns: 80, rows: 24, library: library)
    #expect(!desk.screen.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
  }

  @Test func `Keys are answered over thousands of comments`() throws {
    let library = try Self.library()
    let comments = (7...2_000).map { number in
      ReviewComment(
        id: "c/\(number)", version: 0,
        values: ["text": "Comment \(number)", "paragraph": "p. \(number % 300), l. \(number)", "source": "S"])
    }
    try library.apply(ImportRecords(new: comments))
    let desk = try Desk("O", columns: 80, rows: 24, library: library)
    desk.press("]", "Enter")
    #expect(desk.lines[3].contains("0 of 2,000 considered"))
    desk.press("a", ".")
    #expect(desk.lines[3].contains("1 of 2,000 considered"))
    desk.press("G", "g", "PgDn")
    #expect(desk.screen.contains("○ to consider"))
  }
}
