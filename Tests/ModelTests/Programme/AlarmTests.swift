import Model
import Testing

/// What presses, computed from records for a day and a moment.
@Suite struct AlarmTests {
  private static let day = Day("2016-02-22")!
  /// 06:20 in UTC, 09:20 in Nairobi.
  private static let now = Self.day.number * 86_400 + 6 * 3_600 + 20 * 60

  private func alarms(_ programme: Programme, days: Int = 7) -> [Alarm] {
    programme.alarms(asOf: Self.day, at: Self.now, within: days)
  }

  private func record<R: Record>(_ id: RecordID, _ values: [String: String]) -> R {
    R(id: id, version: 1, values: values)
  }

  private func brief(_ alarms: [Alarm]) -> [String] { alarms.map { "\($0.grade) \($0.record) \($0.left)" } }

  @Test func `Activities are overdue after their end and due within the days asked for`() {
    var programme = Programme()
    programme.activities = [
      record("late", ["name": "A", "end": "2016-02-20", "owner": "comms"]),
      record("today", ["name": "B", "end": "2016-02-22"]),
      record("soon", ["name": "C", "end": "2016-02-29"]),
      record("far", ["name": "D", "end": "2016-03-01"]),
      record("done", ["name": "E", "end": "2016-02-01", "status": "done", "actual_end": "2016-02-01"]),
      record("gone", ["name": "F", "end": "2016-02-01", "status": "cancelled"]),
    ]
    #expect(
      brief(alarms(programme)) == ["overdue late days(-2)", "due today days(0)", "due soon days(7)"])
    #expect(alarms(programme).first?.owner == "comms")
    #expect(brief(alarms(programme, days: 0)) == ["overdue late days(-2)", "due today days(0)"])
  }

  @Test func `A text that a decision overruled raises no alarm`() throws {
    let contradiction = try #require(Decision.adopted.contradictions.first)
    var programme = Programme()
    programme.activities = [
      record(contradiction.first, ["owner": "comms"]), record(contradiction.second, ["owner": "comms"]),
    ]
    let before = Set(alarms(programme).map(\.record))
    programme.rulings = [record(contradiction.id, ["side": "second", "by": "Bureau", "reason": "Example"])]
    #expect(Set(alarms(programme).map(\.record)) == before.subtracting([contradiction.first]))
    #expect(before.contains(contradiction.first))
  }

  @Test func `An embargo presses within the hour and is quiet once lifted`() {
    var programme = Programme()
    func grades(_ embargo: String) -> [Alarm.Grade] {
      programme.launches = [record("l", ["name": "L", "embargo": embargo])]
      return alarms(programme).map(\.grade)
    }
    #expect(grades("2016-02-22 10:20 Africa/Nairobi") == [.embargo])
    #expect(grades("2016-02-22 10:21 Africa/Nairobi") == [.due])
    #expect(grades("2016-02-22 09:20 Africa/Nairobi") == [])
    #expect(grades("2016-03-22 09:20 Africa/Nairobi") == [])
  }

  @Test func `Material needs two people once the embargo of its launch has lifted`() {
    var programme = Programme()
    programme.launches = [record("l", ["name": "L", "embargo": "2016-02-22 09:00 Africa/Nairobi"])]
    programme.materials = [record("m", ["name": "Summary", "launch": "l", "releases": "ann | 1"])]
    #expect(brief(alarms(programme)) == ["unreleased m seconds(-1200)"])
    programme.materials[0].releases.append(Release(who: "ann", at: 2))
    #expect(alarms(programme).count == 1, "the same person twice is one person")
    programme.materials[0].releases.append(Release(who: "ben", at: 2))
    #expect(alarms(programme).isEmpty)
  }

  @Test func `An enquiry is unanswered past its deadline, in whatever zone that was given`() {
    var programme = Programme()
    programme.enquiries = [
      record("past", ["subject": "A", "deadline": "2016-02-22 07:00 Europe/Paris"]),
      record("longer", ["subject": "B", "deadline": "2016-02-21 09:00 Africa/Nairobi"]),
      record("ahead", ["subject": "C", "deadline": "2016-02-22 09:30 Africa/Nairobi"]),
      record("open", ["subject": "D"]),
      record(
        "told",
        ["subject": "E", "deadline": "2016-02-21 09:00 UTC", "enquiry_state": "answered", "answer": "x"]),
    ]
    #expect(
      brief(alarms(programme)) == [
        "unanswered longer seconds(-87600)", "unanswered past seconds(-1200)", "due ahead seconds(600)",
      ])
  }

  @Test func `A task of the board is missed by the clock of its launch, and overdue after a day`() {
    var programme = Programme()
    programme.launches = [record("l", ["name": "L", "zone": "Africa/Nairobi"])]
    func card(_ id: RecordID, _ values: [String: String]) -> Card {
      record(id, ["name": id, "launch": "l", "launch_activity": "t2.1"].merging(values) { $1 })
    }
    programme.cards = [
      card("missed", ["day": "2016-02-22", "from": "08:00", "to": "09:00"]),
      card("running", ["day": "2016-02-22", "from": "09:00", "to": "10:00", "card_state": "live"]),
      card("old", ["day": "2016-02-21", "from": "09:00"]),
      card("whole", ["day": "2016-02-22"]), card("someday", [:]),
      card("done", ["day": "2016-02-20", "card_state": "done"]),
    ]
    #expect(
      brief(alarms(programme)) == [
        "missed missed seconds(-1200)", "overdue old seconds(-87600)", "due running seconds(2400)",
        "due whole days(0)",
      ])
  }

  @Test func `Translations and deadlines of the calendar are due; a published one is not`() {
    var programme = Programme()
    programme.products = [record("faq", ["name": "FAQ", "owner": "web"])]
    programme.translations = [
      record("faq/fr", ["translation": "in-translation", "due": "2016-02-19"]),
      record("faq/ar", ["due": "2016-02-25", "translator": "Salma"]),
      record("faq/zh", ["translation": "published", "due": "2016-02-19"]),
      record("faq/ru", ["translation": "not-feasible", "reason": "no", "due": "2016-02-19"]),
    ]
    programme.events = [
      record("call", ["name": "Call", "event_kind": "deadline", "start": "2016-02-23"]),
      record("over", ["name": "Over", "event_kind": "deadline", "start": "2016-02-20"]),
      record("meeting", ["name": "Meeting", "start": "2016-02-23"]),
    ]
    let found = alarms(programme)
    #expect(
      brief(found) == ["overdue faq/fr days(-3)", "due call days(1)", "due faq/ar days(3)"])
    #expect(found.map(\.part) == ["fr", "", "ar"])
    #expect(found.map(\.owner) == ["web", "", "Salma"])
  }

  @Test func `What cannot wait comes first, whatever is longest overdue`() {
    var programme = Programme()
    programme.activities = [record("late", ["name": "A", "end": "2015-02-20"])]
    programme.enquiries = [record("past", ["subject": "A", "deadline": "2016-02-22 06:00 UTC"])]
    programme.launches = [record("l", ["name": "L", "embargo": "2016-02-22 07:00 UTC"])]
    let found = alarms(programme)
    #expect(found.map(\.grade) == [.embargo, .unanswered, .overdue])
    #expect(found.map(AlarmLevel.pressing.tells) == [true, true, false])
    #expect(found.allSatisfy(AlarmLevel.all.tells))
    #expect(!found.contains(where: AlarmLevel.off.tells))
  }

  @Test func `Each time of what comes again presses by itself until it is ticked`() {
    var programme = Programme()
    programme.activities = [
      record(
        "call", ["name": "Call", "recurrence": "weekly", "start": "2016-02-09", "end": "2016-02-09"])
    ]
    programme.occurrences = [record("call/2016-W07", ["done": "2016-02-16"])]
    let found = alarms(programme)
    #expect(
      brief(found) == [
        "overdue call/2016-W06 days(-13)", "due call/2016-W08 days(1)",
      ])
    #expect(found.map(\.part) == ["2016-W06", "2016-W08"])
  }

  @Test func `The end of what was agreed presses as its review does, as long as it is in force`() throws {
    var programme = Programme()
    var one = try PartnershipMachineTests.walk(
      PartnershipMachineTests.whole(), .alternatives, .proposed, .bureau, .active)
    (one.end, one.nextReview, one.owner) = (Day("2016-02-24"), Day("2016-02-20"), "comms")
    programme.partnerships = [one]
    #expect(brief(alarms(programme)) == ["overdue p days(-2)", "due p days(2)"])
    #expect(alarms(programme).map(\.isTerm) == [false, true] && Set(alarms(programme).map(\.id)).count == 2)
    let items = Agenda(programme, zone: .utc).items(from: Day("2016-02-20")!, through: Day("2016-02-24")!)
    #expect(items.map(\.mark) == [.review, .ends] && items.allSatisfy { $0.kind == .partnership })
    programme.partnerships = [try PartnershipMachineTests.walk(one, .ended)]
    #expect(alarms(programme).isEmpty)
  }
}
