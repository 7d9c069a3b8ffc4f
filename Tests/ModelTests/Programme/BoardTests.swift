import Model
import Testing

@Suite struct BoardTests {
  private func card(_ id: RecordID, _ values: [String: String]) -> Card {
    Card(
      id: id, version: 1,
      values: ["name": id, "launch": "p", "launch_activity": "t2.1"].merging(values) { $1 })
  }

  private func launch(_ values: [String: String] = [:]) -> Launch {
    Launch(id: "p", version: 1, values: ["name": "P", "zone": "Africa/Nairobi"].merging(values) { $1 })
  }

  private func facts(
    _ cards: [Card] = [], _ launch: Launch? = nil, at text: String,
    _ more: (inout BoardSources) -> Void = { _ in }
  ) throws -> BoardFacts {
    var sources = BoardSources(launch: launch ?? self.launch(), board: Board(cards))
    more(&sources)
    return BoardFacts(sources, at: try Moment(text).seconds)
  }

  private let day = Day("2016-02-22")!

  @Test func `Cards of a cell stand in the order of their times`() {
    var board = Board([
      card("late", ["day": "2016-02-22", "from": "18:00"]), card("all", ["day": "2016-02-22"]),
      card("early", ["day": "2016-02-22", "from": "08:00"]), card("none", [:]),
    ])
    #expect(board.cards("t2.1", day).map(\.id) == ["all", "early", "late"])
    #expect(board.cards("t2.1", nil).map(\.id) == ["none"])
    #expect(board.undatedCount == 1)
    board.put(card("early", ["day": "2016-02-23", "from": "08:00"]))
    #expect(board.cards("t2.1", day).map(\.id) == ["all", "late"])
    #expect(board.count(outside: day...day) == 1)
    board.remove("late")
    #expect((board.count, board.card("late")) == (3, nil))
  }

  @Test func `What comes next and what was missed`() throws {
    let facts = try facts(
      [
        card("over", ["day": "2016-02-22", "from": "08:00", "to": "09:00"]),
        card("on", ["day": "2016-02-22", "from": "08:00", "to": "11:00"]),
        card("done", ["day": "2016-02-21", "card_state": "done"]),
        card("live", ["day": "2016-02-21", "card_state": "live"]),
        card("begun", ["day": "2016-02-22", "from": "09:30", "card_state": "live"]),
        card("soon", ["day": "2016-02-22", "from": "10:30"]), card("whole", ["day": "2016-02-22"]),
        card("undated", [:]),
      ], at: "2016-02-22 10:00 Africa/Nairobi")
    #expect(facts.next.map(\.id) == ["on", "soon", "whole"])
    #expect(facts.late.map(\.id) == ["live", "over"])
  }

  @Test func `Of many the first are kept and the missed are counted`() throws {
    let many = (0..<500).map {
      card("c\($0 + 100)", ["day": "2016-02-2\($0 % 2)", "from": "\(10 + $0 % 12):\(10 + $0 % 50)"])
    }
    let facts = try facts(many, at: "2016-02-21 00:00 Africa/Nairobi")
    #expect((facts.lateCount, facts.late.count, facts.next.count) == (250, 12, 12))
    #expect(facts.next.map(\.minuteOfDay) == facts.next.map(\.minuteOfDay).sorted())
  }

  @Test func `An event comes once where a card stands for it`() throws {
    var event = Event(id: "e")
    (event.name, event.start) = ("press conference", try When("2016-02-22 07:30 UTC"))
    var other = event
    other = Event(id: "f", version: 1, values: ["name": "reception", "start": "2016-02-23"])
    let linked = card("c", ["day": "2016-02-22", "from": "10:30", "event": "e"])
    let at = "2016-02-22 10:00 Africa/Nairobi"
    let alone = try facts(at: at) { $0.events = [event, other] }
    #expect(alone.next.map(\.id) == ["e", "f"])
    #expect(alone.next.first?.time == TimeOfDay("10:30"))
    #expect(try facts([linked], at: at) { $0.events = [event, other] }.next.map(\.id) == ["c", "f"])
  }

  @Test func `The earliest deadline comes first in whatever zone`() throws {
    func enquiry(_ id: RecordID, _ deadline: String, _ state: String = "open") -> Enquiry {
      Enquiry(
        id: id, version: 1,
        values: ["subject": id, "deadline": deadline, "enquiry_state": state, "answer": "a"])
    }
    let facts = try facts(at: "2016-02-22 10:00 Africa/Nairobi") {
      $0.enquiries = [
        enquiry("none", ""), enquiry("paris", "2016-02-22 09:30 Europe/Paris"),
        enquiry("nairobi", "2016-02-22 09:45 Africa/Nairobi", "assigned"),
        enquiry("closed", "2016-02-22 01:00 UTC", "answered"),
      ]
    }
    #expect(facts.enquiries.map(\.id) == ["nairobi", "paris", "none"])
    #expect(facts.overdueEnquiries == 1)
  }

  @Test(arguments: [
    ("2016-02-22 05:59", ["night"]), ("2016-02-22 06:00", ["day"]), ("2016-02-22 22:00", ["night"]),
    ("2016-02-23 05:00", ["night"]), ("2016-02-23 07:00", []),
  ])
  func `Duties go past midnight`(time: String, names: [String]) throws {
    let duties =
      "2016-02-21 | 22:00 | 06:00 | night; 2016-02-22 | 06:00 | 14:00 | day; 2016-02-22 | 22:00 | 06:00 | night"
    let facts = try facts([], launch(["duties": duties]), at: time + " Africa/Nairobi")
    #expect(facts.onDuty.map(\.who) == names)
  }

  @Test func `What was heard is counted by the clock of the launch`() throws {
    func item(_ id: RecordID, _ values: [String: String]) -> Coverage {
      Coverage(id: id, version: 1, values: ["name": id].merging(values) { $1 })
    }
    let heard = try facts(at: "2016-02-22 10:00 Africa/Nairobi") {
      $0.coverage = [
        item("a", ["when": "2016-02-21 22:30 UTC", "story": "s", "messages": "a; e", "tone": "neutral"]),
        item("b", ["when": "2016-02-22 09:59 Africa/Nairobi", "story": "s", "messages": "a"]),
        item("c", ["when": "2016-02-22", "outside": "yes"]), item("d", ["when": "2016-02-22 21:30 UTC"]),
      ]
    }.heard
    #expect((heard.items, heard.stories, heard.outside) == (3, 2, 1))
    #expect((heard.hours[1], heard.hours[9], heard.hours.reduce(0, +)) == (1, 1, 2))
    #expect(heard.messages == [.a: 2, .e: 1])
  }

  @Test func `A cell of the old board becomes a card`() {
    var cell = LaunchCell(launch: "pollination", activity: "t2.15", slot: "2016-02-22")
    #expect(Card(cell) == nil)
    cell.state = .underWay
    #expect(Card(cell)?.name == "Press conferences")
    cell.note = "Hall 3"
    let card = Card(cell)
    #expect(
      card?.values == [
        "name": "Hall 3", "launch": "pollination", "launch_activity": "t2.15", "day": "2016-02-22",
        "card_state": "live",
      ])
    #expect(card?.id == "pollination.t2.15.2016-02-22")
    #expect(Card(LaunchCell(launch: "pollination", activity: "t2.15", slot: "2016-02")) == nil)
  }
}

extension BoardItem {
  fileprivate var minuteOfDay: Int { day.number * 1_440 + (time?.minutes ?? 0) }
}
