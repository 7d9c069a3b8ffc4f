import Testing

@testable import Model

/// The rules of the press office; everybody in it is invented.
@Suite struct PressTests {
  private let now = (try? Moment("2016-02-22 12:00 UTC").seconds) ?? 0
  private let today = Day("2016-02-22")!

  private func enquiry(_ id: RecordID, _ values: [String: String]) -> Enquiry {
    Enquiry(id: id, version: 1, values: ["subject": id].merging(values) { $1 })
  }

  private func person(_ id: RecordID, _ values: [String: String]) -> Spokesperson {
    Spokesperson(id: id, version: 1, values: ["name": id].merging(values) { $1 })
  }

  @Test func `What is overdue rises`() {
    let enquiries = [
      enquiry(
        "answered", ["enquiry_state": "answered", "answer": "yes", "answered": "2016-02-21 10:00 UTC"]),
      enquiry("declined later", ["enquiry_state": "declined", "answered": "2016-02-22 10:00 UTC"]),
      enquiry("no deadline", ["received": "2016-02-20 10:00 UTC"]),
      enquiry("older, no deadline", ["received": "2016-02-19 10:00 UTC"]),
      enquiry("tomorrow", ["deadline": "2016-02-23 09:00 UTC"]),
      enquiry("late", ["deadline": "2016-02-22 11:00 UTC"]),
      enquiry("very late", ["deadline": "2016-02-21 09:00 UTC", "enquiry_state": "assigned"]),
    ]
    #expect(
      enquiries.sorted(by: Enquiry.isBefore).map(\.id) == [
        "very late", "late", "tomorrow", "older, no deadline", "no deadline", "declined later", "answered",
      ])
  }

  @Test func `How an enquiry stands`() {
    #expect(enquiry("a", [:]).standing(at: now) == .none)
    #expect(enquiry("a", ["deadline": "2016-02-22 17:00 Africa/Nairobi"]).standing(at: now) == .left(7_200))
    #expect(enquiry("a", ["deadline": "2016-02-22 12:00 UTC"]).standing(at: now) == .left(0))
    #expect(enquiry("a", ["deadline": "2016-02-22 11:59 UTC"]).isOverdue(at: now))
    let answered = enquiry(
      "a",
      [
        "enquiry_state": "answered", "answer": "x", "received": "2016-02-22 08:00 UTC",
        "deadline": "2016-02-22 09:00 UTC", "answered": "2016-02-22 09:30 UTC",
      ])
    #expect(answered.standing(at: now) == .closed(late: 1_800))
    #expect(answered.answerTime == 5_400)
  }

  @Test func `Figures count nothing away`() {
    let figures = EnquiryFigures(
      [
        enquiry("a", ["deadline": "2016-02-22 11:00 UTC"]), enquiry("b", [:]),
        enquiry("c", ["deadline": "2016-02-23 11:00 UTC", "enquiry_state": "assigned"]),
        enquiry(
          "d",
          [
            "enquiry_state": "answered", "answer": "x", "received": "2016-02-22 08:00 UTC",
            "answered": "2016-02-22 09:00 UTC", "deadline": "2016-02-22 08:30 UTC",
          ]),
        enquiry("e", ["enquiry_state": "declined"]),
      ], at: now)
    #expect((figures.open, figures.overdue, figures.withoutDeadline) == (3, 1, 1))
    #expect((figures.answered, figures.answeredLate, figures.medianAnswerTime) == (1, 1, 3_600))
    #expect(EnquiryFigures([], at: now).medianAnswerTime == nil)
  }

  @Test func `Presence and training`() {
    let person = person(
      "p",
      [
        "availability": "2016-02-20 | 2016-02-25; 2016-02-23 | 2016-02-23 | yes",
        "training": "2016-01-12 | interviews; 2016-03-01 | crisis", "languages": "zh-Hans; en",
      ])
    #expect([21, 23, 26].map { person.presence(on: Day("2016-02-\($0)")!) } == [.available, .away, .unsaid])
    #expect(person.lastTraining(by: today) == Day("2016-01-12"))
    #expect(person.speaks("zh") && person.speaks("en") && !person.speaks("fr"))
  }

  @Test func `Load is counted once`() {
    var event = Event(id: "v")
    (event.start, event.end, event.spokespersons) = (.day(today), .day(today + 1), ["p"])
    let enquiries = [
      enquiry("late", ["spokesperson": "p", "deadline": "2016-02-20 09:00 UTC"]),
      enquiry("tomorrow", ["spokesperson": "p", "deadline": "2016-02-23 09:00 UTC"]),
      enquiry("closed", ["spokesperson": "p", "enquiry_state": "declined"]),
      enquiry("the event", ["spokesperson": "p", "event": "v", "deadline": "2016-02-22 09:00 UTC"]),
    ]
    let load = Workload(enquiries: enquiries, events: [event], today: today)
    // Late, and the enquiry that became the event; the event itself is no second task.
    #expect(load.count("p", on: today) == 2)
    #expect(load.count("p", on: today + 1) == 1)
    #expect(load.waiting(for: "p") == 3)
    let limited = person("p", ["limit": "2"])
    #expect(load.isFull(limited, on: today) && !load.isFull(limited, on: today + 1))
    event.status = .cancelled
    #expect(Workload(enquiries: [], events: [event], today: today).count("p", on: today) == 0)
  }

  @Test func `The most suitable comes first`() {
    let trained = "2016-01-12 | interviews"
    let people = [
      person(
        "a away", ["languages": "fr", "training": trained, "availability": "2016-02-22 | 2016-02-22 | yes"]),
      person("b busy", ["languages": "fr", "training": trained]),
      person("c free", ["languages": "fr", "training": trained]),
      person("d untrained", ["languages": "fr"]),
      person("e english", ["languages": "en", "training": trained]),
    ]
    let mine = enquiry("mine", ["language": "fr"])
    let load = Workload(
      enquiries: [enquiry("other", ["spokesperson": "b busy"])], events: [], today: today)
    let choices = SpokespersonChoice.ordered(people, for: mine, on: today, load)
    #expect(choices.map(\.person.id) == ["c free", "b busy", "a away", "d untrained", "e english"])
    #expect(choices.last?.speaksIt == false)
    #expect(SpokespersonChoice.ordered(people, for: enquiry("x", [:]), on: today, load)[0].speaksIt == nil)
  }

  @Test func `Material follows the embargo of its launch`() throws {
    var launch = Launch(id: "l")
    launch.embargo = try Moment("2016-02-26 14:00 Asia/Kuala_Lumpur")
    var material = Material(id: "m")
    material.launch = "l"
    #expect(material.embargo(in: [launch])?.description == "2016-02-26 14:00 Asia/Kuala_Lumpur")
    material.embargo = try Moment("2016-02-25 09:00 UTC")
    #expect(material.embargo(in: [launch])?.description == "2016-02-25 09:00 UTC")
    #expect(material.standing == .held)
    material.releases = [Release(who: "ann", at: 0), Release(who: "ann", at: 1)]
    #expect(material.standing == .waiting(for: "ann"))
    material.releases.append(Release(who: "ben", at: 2))
    #expect(material.standing == .released)
  }

  @Test func `An enquiry becomes an appearance`() {
    let event = enquiry(
      "Live",
      ["enquiry_kind": "briefing", "outlet": "Radio", "language": "es", "spokesperson": "p", "launch": "l"]
    ).appearance(id: "v", on: today)
    #expect((event.name, event.type, event.start) == ("Radio: Live", .briefing, .day(today)))
    #expect((event.spokespersons, event.languages, event.launch) == (["p"], ["es"], "l"))
  }

  @Test func `The office works for the launch at hand`() {
    var (near, far, past) = (Launch(id: "near"), Launch(id: "far"), Launch(id: "past"))
    (near.day, far.day, past.day) = (today + 20, today + 150, today + -100)
    func office(_ launches: [Launch]) -> PressOffice {
      PressOffice(
        enquiries: [], events: [], spokespersons: [], materials: [], responses: [], coverage: [],
        launches: launches, today: today)
    }
    #expect(office([far, near, past]).launch(on: today)?.id == "near")
    // Attention lasts three months.
    #expect(office([past]).launch(on: today) == nil)
    #expect(office([]).launch(on: today) == nil)
  }
}
