import Testing

@testable import Model

private func day(_ text: String) -> Day { Day(text)! }

private func own(_ recurrence: Recurrence, _ start: String? = nil, _ end: String? = nil) -> Activity {
  var activity = Activity(id: "own")
  activity.name = "Own"
  activity.recurrence = recurrence
  (activity.start, activity.end) = (start.flatMap { Day($0) }, end.flatMap { Day($0) })
  return activity
}

private func session(_ id: RecordID, _ start: String, _ end: String? = nil) -> Event {
  var event = Event(id: id)
  (event.name, event.type) = (id, .session)
  event.start = .day(day(start))
  event.end = end.map { .day(day($0)) }
  return event
}

extension DatedOccurrence {
  fileprivate var text: String { "\(slot) \(start)–\(end)" }
}

/// When recurring activities come.
@Suite struct OccurrenceTests {
  private func days(
    _ activity: Activity, _ from: String, _ to: String, _ programme: Programme = Programme()
  ) -> [String] {
    programme.occurrences(of: activity, from: day(from), to: day(to)).map(\.text)
  }

  @Test func `The annual survey comes every October from the year of the decision on`() {
    #expect(
      days(Activity(id: "t1.l"), "2013-01-01", "2016-12-31")
        == ["2015 2015-10-01–2015-10-31", "2016 2016-10-01–2016-10-31"])
    #expect(days(Activity(id: "ip.10"), "2015-11-15", "2015-11-16") == ["2015 2015-11-01–2015-11-30"])
    #expect(days(Activity(id: "t1.l"), "2015-11-01", "2016-09-30").isEmpty)
  }

  @Test func `What the office plans for a year goes before the rule`() {
    var survey = Activity(id: "t1.l")
    survey.end = day("2015-10-16")
    #expect(
      days(survey, "2015-01-01", "2016-12-31")
        == ["2015 2015-10-01–2015-10-16", "2016 2016-10-01–2016-10-31"])
  }

  @Test func `What does not come again has no times`() {
    #expect(days(Activity(id: "t1.a"), "2015-01-01", "2016-12-31").isEmpty)
    #expect(days(Activity(id: "ip.5"), "2015-01-01", "2016-12-31").isEmpty)
    #expect(days(own(.weekly), "2015-01-01", "2016-12-31").isEmpty)
    #expect(days(own(.monthly, "2016-01-01"), "2015-01-01", "2015-12-31").isEmpty)
  }

  @Test func `Stakeholder events come one to two days before each session`() {
    var programme = Programme()
    #expect(days(Activity(id: "ip.9"), "2015-01-01", "2017-12-31", programme).isEmpty)
    programme.events = [
      session("ipbes-5", "2017-03-07", "2017-03-10"), session("ipbes-4", "2016-02-22", "2016-02-28"),
    ]
    #expect(
      days(Activity(id: "ip.9"), "2015-01-01", "2017-12-31", programme)
        == ["ipbes-4 2016-02-20–2016-02-21", "ipbes-5 2017-03-05–2017-03-06"])
    // Over the end of February of a leap year, and over a year's end.
    programme.events = [session("a", "2016-03-01"), session("b", "2017-01-02")]
    #expect(
      days(own(.beforeSession), "2015-01-01", "2017-12-31", programme)
        == ["a 2016-02-28–2016-02-29", "b 2016-12-31–2017-01-01"])
    programme.events[0].status = .cancelled
    #expect(days(own(.beforeSession), "2015-01-01", "2016-03-31", programme).isEmpty)
  }

  @Test func `Wikipedia is updated after each session and each launch`() {
    var programme = Programme()
    var launch = Launch(id: "pollination")
    launch.day = day("2016-02-26")
    programme.launches = [launch, Launch(id: "scenarios")]
    var again = Event(id: "release")
    (again.type, again.launch, again.start) = (.launch, "pollination", .day(day("2016-02-26")))
    programme.events = [
      session("ipbes-2", "2013-12-09", "2013-12-14"), session("ipbes-4", "2016-02-22", "2016-02-28"), again,
    ]
    #expect(
      days(Activity(id: "t1.k"), "2010-01-01", "2017-12-31", programme)
        == ["launch:pollination 2016-02-27–2016-02-27", "ipbes-4 2016-02-29–2016-02-29"])
    let first = programme.occurrences(of: Activity(id: "t1.k"), from: .first, to: .last)[0]
    #expect(first.lateDays(on: day("2017-01-01")) == nil)
    // The office's own may have a length, and then a deadline.
    let mine = own(.afterEvent, "2016-02-28", "2016-03-05")
    #expect(days(mine, "2016-01-01", "2016-12-31", programme) == ["ipbes-4 2016-02-29–2016-03-06"])
  }

  @Test func `Weeks count from the first`() {
    let weekly = own(.weekly, "2015-12-21", "2015-12-22")
    #expect(
      days(weekly, "2015-12-22", "2016-01-04")
        == [
          "2015-W52 2015-12-21–2015-12-22", "2015-W53 2015-12-28–2015-12-29",
          "2016-W01 2016-01-04–2016-01-05",
        ])
    #expect(days(weekly, "2015-12-23", "2015-12-27").isEmpty)
  }

  @Test func `The last of the month comes back as such`() {
    #expect(
      days(own(.monthly, "2015-12-31"), "2016-01-01", "2016-04-30")
        == [
          "2016-01 2016-01-31–2016-01-31", "2016-02 2016-02-29–2016-02-29",
          "2016-03 2016-03-31–2016-03-31", "2016-04 2016-04-30–2016-04-30",
        ])
    #expect(
      days(own(.monthly, "2015-01-01", "2015-01-31"), "2015-02-10", "2015-03-10")
        == ["2015-02 2015-02-01–2015-02-28", "2015-03 2015-03-01–2015-03-31"])
  }

  @Test func `A leap day comes back each year`() {
    #expect(
      days(own(.yearly, "2016-02-29"), "2016-01-01", "2020-12-31")
        == [
          "2016 2016-02-29–2016-02-29", "2017 2017-02-28–2017-02-28", "2018 2018-02-28–2018-02-28",
          "2019 2019-02-28–2019-02-28", "2020 2020-02-29–2020-02-29",
        ])
  }

  @Test func `Quarters and long spans that reach into the window`() {
    #expect(
      days(own(.quarterly, "2015-11-15", "2016-01-14"), "2016-01-10", "2016-02-20")
        == ["2015-Q4 2015-11-15–2016-01-14", "2016-Q1 2016-02-15–2016-04-15"])
  }

  @Test func `Nothing comes after the last day or beyond the calendar`() {
    var weekly = own(.weekly, "2015-01-05")
    weekly.recursUntil = day("2015-01-12")
    #expect(days(weekly, "2015-01-01", "2030-01-01").count == 2)
    let programme = Programme()
    let years = programme.occurrences(of: own(.yearly, "9990-06-01"), from: .first, to: .last + 5000)
    #expect(years.last?.start == day("9999-06-01"))
    #expect(programme.occurrences(of: own(.weekly, "2015-01-05"), from: .last, to: .first).isEmpty)
  }
}

/// What is noted of one of the times.
@Suite struct OccurrenceMarkTests {
  private func programme(_ values: [String: String], slot: String = "2015") -> Programme {
    var programme = Programme()
    let id = Occurrence(activity: "t1.l", slot: slot).id
    programme.occurrences = [Occurrence(id: id, version: 1, values: values)]
    return programme
  }

  private let survey = Activity(id: "t1.l")

  private func first(_ programme: Programme) -> DatedOccurrence {
    programme.occurrences(of: survey, from: day("2015-01-01"), to: day("2016-02-01"))[0]
  }

  @Test func `Done skipped and moved`() {
    #expect(first(programme(["done": "2015-10-20"])).state == .done(day("2015-10-20")))
    #expect(first(programme(["skipped": "yes", "note": "no money"])).state == .skipped)
    let later = first(programme(["start": "2015-11-10"]))
    #expect((later.start, later.end, later.isMoved) == (day("2015-11-10"), day("2015-12-10"), true))
    let earlier = first(programme(["end": "2015-09-15"]))
    #expect((earlier.start, earlier.end) == (day("2015-09-15"), day("2015-09-15")))
  }

  @Test func `What was moved is found where it is now`() {
    let moved = programme(["start": "2016-01-11", "end": "2016-01-15"])
    #expect(moved.occurrences(of: survey, from: day("2015-10-01"), to: day("2015-12-31")).isEmpty)
    let found = moved.occurrences(of: survey, from: day("2016-01-12"), to: day("2016-01-12"))
    #expect(found.map(\.slot) == ["2015"])
  }

  @Test func `A mark of no time is left out`() {
    for slot in ["1999", "2015-13", "nothing"] {
      let found = programme(["start": "2015-10-02"], slot: slot)
        .occurrences(of: survey, from: day("2015-10-01"), to: day("2015-12-31"))
      #expect(found.map(\.slot) == ["2015"])
    }
  }

  @Test func `The time that presses most says where it stands`() {
    // Somebody has begun with the plan: it is not closed when its year is over.
    var begun = Programme()
    begun.activities = [Activity(id: "t1.b", version: 2, values: ["status": "under-way"])]
    let open = OccurrenceBook(begun)
    #expect(open.standing(of: survey, asOf: day("2015-09-15")) == .next(days: 16))
    #expect(open.standing(of: survey, asOf: day("2015-10-11")) == .due(days: 20))
    #expect(open.standing(of: survey, asOf: day("2016-10-11")) == .late(days: 346))
    #expect(open.slipDays(of: survey, asOf: day("2016-10-11")) == 346)
    #expect(open.standing(of: Activity(id: "ip.9"), asOf: day("2015-09-15")) == .ongoing)
    let done = OccurrenceBook(programme(["done": "2015-11-05"]))
    #expect(done.standing(of: survey, asOf: day("2015-11-30")) == .next(days: 306))
    #expect(done.slipDays(of: survey, asOf: day("2015-11-30")) == 5)
  }
}

/// Weeks by number.
@Suite struct ISOWeekTests {
  @Test(arguments: [
    ("2015-01-01", "2015-W01"), ("2015-12-31", "2015-W53"), ("2016-01-03", "2015-W53"),
    ("2016-01-04", "2016-W01"), ("2014-12-29", "2015-W01"), ("2016-02-29", "2016-W09"),
  ])
  func `A day lies in its week`(text: String, week: String) {
    #expect(ISOWeek(day(text)).description == week)
    #expect(ISOWeek(week)?.monday == day(text) + (1 - day(text).weekday))
  }

  @Test(arguments: ["2016-W53", "2015-W54", "2015-W00", "2015-38", "15-W38", "2015-W3", ""])
  func `What is no week is not read`(text: String) { #expect(ISOWeek(text) == nil) }
}
