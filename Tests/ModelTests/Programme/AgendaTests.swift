import Model
import Testing

@Suite struct AgendaTests {
  private func event(_ id: String, _ start: String, _ end: String? = nil, rule: String = "") throws -> Event {
    var event = Event(id: id)
    (event.name, event.rule) = (id, rule)
    event.start = try When(start)
    event.end = try end.map { text throws in try When(text) }
    return event
  }

  private func list(_ programme: Programme, _ first: String, _ last: String, zone: Zone = .utc) -> [String] {
    let days = Agenda(programme, zone: zone).days(from: Day(first)!, through: Day(last)!)
    return days.keys.sorted().flatMap { day in
      days[day]!.map { "\(String(day.description.dropFirst(5))) \($0.mark.rawValue) \($0.title)" }
    }
  }

  @Test func `Everything that has a day is in it`() throws {
    var programme = Programme()
    var session = try event("ipbes-4", "2016-02-22", "2016-02-24")
    session.type = .session
    programme.events = [session]
    var launch = Launch(id: "l")
    (launch.name, launch.day) = ("Pollination", Day("2016-02-25"))
    launch.embargo = try Moment("2016-02-25 09:00 Africa/Nairobi")
    programme.launches = [launch]
    var card = Card(id: "c")
    (card.name, card.launch, card.day, card.from) = ("brief", "l", Day("2016-02-25"), TimeOfDay("08:00"))
    programme.cards = [card]
    var enquiry = Enquiry(id: "q")
    (enquiry.subject, enquiry.deadline) = ("Figures", try Moment("2016-02-26 23:30 Europe/Paris"))
    programme.enquiries = [enquiry]
    var activity = Activity(id: "a")
    (activity.name, activity.start, activity.end) = ("Map", Day("2016-02-01"), Day("2016-02-23"))
    programme.activities = [activity]
    let lines = list(programme, "2016-02-20", "2016-02-27")
    #expect(
      lines.filter { !$0.contains(" occurrence ") } == [
        "02-22 event ipbes-4", "02-23 ends Map", "02-23 event ipbes-4", "02-24 event ipbes-4",
        "02-25 release Pollination", "02-25 embargo Pollination", "02-25 task brief",
        "02-26 deadline Figures",
      ])
    // One to two days before the session (annex II, implementation plan, row 9).
    #expect(lines.first?.hasPrefix("02-21 occurrence") == true)
  }

  @Test func `A moment lies on the day of the zone asked for`() throws {
    var programme = Programme()
    programme.events = [try event("late", "2016-02-22 23:30 Europe/Paris")]
    #expect(list(programme, "2016-02-20", "2016-02-27") == ["02-22 event late"])
    #expect(
      list(programme, "2016-02-20", "2016-02-27", zone: Zone("Africa/Nairobi")!) == ["02-23 event late"])
  }

  @Test func `What is over at midnight is not on the next day`() throws {
    var programme = Programme()
    programme.events = [try event("gala", "2016-02-22 20:00 UTC", "2016-02-23 00:00 UTC")]
    #expect(list(programme, "2016-02-20", "2016-02-27") == ["02-22 event gala"])
  }

  @Test func `What goes on for years is on each day asked for`() throws {
    var programme = Programme()
    programme.events = [try event("decade", "2011-01-01", "2020-12-31")]
    #expect(list(programme, "2016-02-29", "2016-03-01") == ["02-29 event decade", "03-01 event decade"])
  }

  @Test func `A time of a series that was moved is there once`() throws {
    var programme = Programme()
    var weekly = try event("weekly", "2016-02-01 10:00 UTC", rule: "FREQ=WEEKLY")
    weekly.uid = "w@x"
    var moved = try event("moved", "2016-02-09 15:00 UTC")
    (moved.uid, moved.extra) = ("w@x", ["RECURRENCE-ID:20160208T100000Z"])
    programme.events = [weekly, moved]
    #expect(
      list(programme, "2016-02-01", "2016-02-16") == [
        "02-01 event weekly", "02-09 event moved", "02-15 event weekly",
      ])
  }

  @Test func `The adopted plan is there before anybody touched it`() {
    let lines = list(Programme(), "2015-04-30", "2015-04-30")
    #expect(lines.contains { $0.hasPrefix("04-30 ends") })
    // The annual survey: every October, as the decision says.
    #expect(list(Programme(), "2017-10-31", "2017-10-31").contains { $0.hasPrefix("10-31 occurrence") })
  }
}
