import Testing

@testable import Model

/// What comes in from others: deliverables, the order of comments, findings by code, numbers of some days.
@Suite struct VoiceTests {
  private func make<R: Record>(_ id: RecordID, _ values: [String: String]) -> R {
    R(id: id, version: 0, values: values)
  }

  @Test func `A deliverable has the shape of the work programme`() throws {
    var one = Opportunity(id: "o")
    let field = try #require(Opportunity.field("deliverable"))
    for (typed, stored) in [("1(a)", "1(a)"), (" 3 (B) (ii) ", "3(b)(ii)"), ("4(e)", "4(e)"), ("", "")] {
      try field.write(typed, to: &one)
      #expect(one.deliverable == stored)
    }
    for wrong in ["5(a)", "1(f)", "1", "1(a)(x)", "3(b)(i)x", "1a", "(a)"] {
      #expect(throws: FieldProblem.malformedDeliverable(wrong)) { try field.write(wrong, to: &one) }
    }
  }

  @Test func `Comments stand in the order of the document`() {
    let places = ["2.10", "", "annex, p. 2", "2.9", "p. 10, l. 3", "p. 9, l. 12", "2.9.1", "p. 9, l. 2"]
    let comments = places.enumerated().map { index, place in
      var comment = ReviewComment(call: "c", number: index + 1)
      comment.paragraph = place
      return comment
    }
    #expect(
      ReviewComment.inOrder(comments).map(\.paragraph) == [
        "2.9", "2.9.1", "2.10", "annex, p. 2", "p. 9, l. 2", "p. 9, l. 12", "p. 10, l. 3", "",
      ])
  }

  @Test func `An order for every text, whatever it holds`() {
    let odd = ["99999999999999999999999", "١٢", "第3段", "a1b2", "...", "\u{202E}4", "3 bis", "3"]
    let keys = odd.map(ParagraphOrder.init)
    for a in keys { for b in keys where a < b { #expect(!(b < a)) } }
    #expect(ParagraphOrder("3") < ParagraphOrder("3 bis"))
  }

  @Test func `Findings count by message, objective and description`() {
    let first: FocusGroup = make(
      "g1",
      [
        "name": "One", "when": "2015-05-01",
        "findings": "Peoples are missing | e, f | B.7b | 2.1; Too slow",
      ])
    let second: FocusGroup = make(
      "g2", ["name": "Two", "when": "2015-04-01", "findings": "Trust | e |  | 2.1, 5.1"])
    let coded = CodedFindings([first, second])
    #expect(coded.groups.map(\.id) == ["g2", "g1"])
    #expect(coded[.init(axis: .messages, code: "e")].count == 2)
    #expect(coded.count(.init(axis: .messages, code: "f"), in: "g2") == 0)
    #expect(coded.findings(on: "2.1").map(\.group) == ["g2", "g1"])
    #expect(coded.findings(on: "6.3").isEmpty)
    #expect(coded.uncoded.map(\.finding.text) == ["Too slow"])
    #expect(CodedFindings.codes.count == 7 + 14 + 11)
    let chart = coded.chart(of: .messages, title: "") { $0.code }
    #expect(chart.categories == ["Two", "One"] && chart.series[4].values == [1, 1])
  }

  // MARK: Numbers of some days

  private let year = (first: Day("2015-01-01")!, last: Day("2015-12-31")!)

  @Test func `What was open in the days counts, as it stood on the last`() {
    var sources = VoiceSources()
    sources.opportunities = [
      make("old", ["name": "Old", "opens": "2014-01-01", "deadline": "2014-02-01"]),
      make(
        "now",
        [
          "name": "Now", "opens": "2014-12-01", "deadline": "2015-03-01",
          "told": "2015-01-05 | | email | s1; 2015-01-06 | | email | | 40; 2016-01-01 | | email | | 7",
          "answered": "2015-02-01 | s1; | | 3",
        ]),
      make("off", ["name": "Off", "opportunity_state": "cancelled", "deadline": "2015-03-01"]),
      make("told", ["name": "Told", "told": "2015-06-01 | | email | | 2"]),
    ]
    sources.calls = [
      make("c", ["name": "C", "opens": "2015-01-01", "closes": "2015-02-01", "on_engagement": "yes"]),
      make("d", ["name": "D"]),
    ]
    var counts = CommentCounts()
    (counts.all, counts.byDisposition) = (364, [.accepted: 200, .partly: 61, .notAccepted: 50])
    sources.comments = ["c": counts]
    let figures = VoiceFigures(sources, from: year.first, through: year.last)
    #expect(figures.opportunities.map(\.id) == ["now", "told"])
    #expect((figures.opportunities[0].told, figures.opportunities[0].answered) == (41, 4))
    #expect(figures.opportunities[0].rule == "")
    #expect(figures.calls.map(\.id) == ["c"])
    #expect((figures.calls[0].comments, figures.calls[0].open) == (364, 53))
  }

  @Test func `Concerns by state, risk, and the days to resolve`() {
    func concern(_ id: RecordID, _ values: [String: String]) -> Concern {
      make(id, ["name": id, "resolution": "Done"].merging(values) { $1 })
    }
    var sources = VoiceSources()
    sources.concerns = [
      concern(
        "a",
        ["raised": "2015-01-01", "resolved": "2015-01-11", "concern_state": "resolved", "risk": "fatigue"]),
      concern("b", ["raised": "2015-01-01", "resolved": "2015-01-31", "concern_state": "resolved"]),
      concern("before", ["raised": "2014-01-01", "resolved": "2014-01-31", "concern_state": "resolved"]),
      concern("later", ["raised": "2015-12-01", "resolved": "2016-01-31", "concern_state": "resolved"]),
      concern("open", ["raised": "2014-01-01", "risk": "fatigue"]),
      concern("after", ["raised": "2016-01-01"]),
    ]
    let figures = VoiceFigures(sources, from: year.first, through: year.last)
    #expect(figures.concernSources == ["a", "b", "later", "open"])
    #expect(figures.concerns == ["resolved": 2, "open": 2])
    #expect(figures.risks == ["fatigue": 2, "": 2])
    #expect(figures.daysToResolve == 20)
    #expect(Concern.median([9, 1, 4]) == 4 && Concern.median([]) == nil)
  }

  // MARK: People

  @Test func `Whoever is forgotten stays counted`() throws {
    let (s1, s2) = (RecordReference(.stakeholder, "s1"), RecordReference(.stakeholder, "s2"))
    let told: Opportunity = make(
      "o", ["name": "O", "told": "2015-01-05 | | email | s1 | | by phone too", "answered": "2015-01-06 | s1"])
    let one = try #require(told.forgetting([s1]))
    #expect(one.named(.stakeholder).isEmpty && one.toldCount(through: year.last) == 1)
    #expect(one.answeredCount(through: year.last) == 1 && one.told[0].note.isEmpty)
    let whole: FocusGroup = make("g", ["name": "G", "participants": "s1; s2"])
    let group = try #require(whole.forgetting([s1]))
    #expect(group.participants == ["s2"] && group.headCount == 2)
    #expect(group.naming(RecordReference(.stakeholder, "s3"), for: s2).participants == ["s3"])
  }

  @Test func `What is due stands among alarms and in the calendar`() {
    var programme = Programme()
    programme.opportunities = [
      make("late", ["name": "Late", "opportunity_state": "open", "deadline": "2015-09-10"]),
      make(
        "near", ["name": "Near", "opportunity_state": "open", "deadline": "2015-09-18 12:00 Europe/Berlin"]),
      make("closed", ["name": "Closed", "opportunity_state": "closed", "deadline": "2015-09-10"]),
    ]
    programme.calls = [
      make("over", ["name": "Over", "closes": "2015-09-01"]),
      make("soon", ["name": "Soon", "closes": "2015-09-20"]),
    ]
    programme.concerns = [
      make("c", ["name": "C", "due": "2015-09-14", "owner": "ben"]),
      make("done", ["name": "Done", "due": "2015-09-14", "concern_state": "declined"]),
    ]
    let day = Day("2015-09-15")!
    let alarms = programme.alarms(asOf: day, at: day.number * 86_400, within: 7)
    #expect(alarms.map(\.record) == ["late", "c", "near", "soon"])
    #expect(alarms.map(\.grade) == [.overdue, .overdue, .due, .due])
    #expect(alarms[1].owner == "ben")
    let items = Agenda(programme, zone: .utc).items(from: day + -30, through: day + 30)
    #expect(items.filter { [.deadline, .closes].contains($0.mark) && $0.isOpen }.count == 4)
  }
}
