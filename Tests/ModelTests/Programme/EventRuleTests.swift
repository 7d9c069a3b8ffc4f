import Foundation
import Model
import Testing

@Suite struct EventRuleTests {
  private func days(_ rule: String, from start: String, through last: String) throws -> [String] {
    var event = Event(id: "e")
    event.start = try When(start)
    event.rule = rule
    let instances = event.instances(
      from: Day("1990-01-01")!, through: Day(last)!, in: .utc)
    return instances.map { String($0.start.text.prefix(10)) }
  }

  /// The examples of RFC 5545, section 3.8.5.3, that count in days.
  @Test(arguments: [
    ("FREQ=DAILY;COUNT=3", "1997-09-02", ["1997-09-02", "1997-09-03", "1997-09-04"]),
    ("FREQ=DAILY;INTERVAL=10;COUNT=3", "1997-09-02", ["1997-09-02", "1997-09-12", "1997-09-22"]),
    ("FREQ=WEEKLY;COUNT=3", "1997-09-02", ["1997-09-02", "1997-09-09", "1997-09-16"]),
    (
      "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971007;BYDAY=MO,WE,FR", "1997-09-01",
      [
        "1997-09-01", "1997-09-03", "1997-09-05", "1997-09-15", "1997-09-17", "1997-09-19", "1997-09-29",
        "1997-10-01", "1997-10-03",
      ]
    ),
    (
      "FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "1997-09-05",
      ["1997-09-05", "1997-10-03", "1997-11-07", "1997-12-05"]
    ),
    ("FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "1997-09-22", ["1997-09-22", "1997-10-20", "1997-11-17"]),
    ("FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "1997-09-28", ["1997-09-28", "1997-10-29", "1997-11-28"]),
    (
      "FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1", "1997-09-30",
      ["1997-09-30", "1997-10-01", "1997-10-31", "1997-11-01"]
    ),
    (
      "FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "1997-06-10",
      ["1997-06-10", "1997-07-10", "1998-06-10", "1998-07-10"]
    ),
    ("FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19", ["1997-05-19", "1998-05-18", "1999-05-17"]),
    (
      "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4", "1997-03-13",
      ["1997-03-13", "1997-03-20", "1997-03-27", "1998-03-05"]
    ),
    (
      "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "1998-02-13", ["1998-02-13", "1998-03-13", "1998-11-13"]
    ),
    (
      "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3", "1996-11-05",
      ["1996-11-05", "2000-11-07", "2004-11-02"]
    ),
    (
      "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04",
      ["1997-09-04", "1997-10-07", "1997-11-06"]
    ),
    (
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05",
      ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]
    ),
    (
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05",
      ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]
    ),
    ("FREQ=YEARLY;COUNT=3", "1996-02-29", ["1996-02-29", "2000-02-29", "2004-02-29"]),
    ("FREQ=MONTHLY;COUNT=3", "1997-01-31", ["1997-01-31", "1997-03-31", "1997-05-31"]),
  ])
  func `Comes as the standard says`(_ rule: String, start: String, days: [String]) throws {
    #expect(try self.days(rule, from: start, through: "2010-12-31") == days)
  }

  @Test func `A series far away is found without counting up to it`() throws {
    var event = Event(id: "e")
    event.start = try When("1800-01-06")
    event.rule = "FREQ=WEEKLY;BYDAY=MO"
    let days = event.instances(from: Day("9990-01-01")!, through: Day("9990-01-14")!, in: .utc)
    #expect(days.map(\.start.text) == ["9990-01-01", "9990-01-08"])
  }

  /// Ten in the morning stays ten in the morning, whatever the clocks do; what they pass over moves on.
  @Test func `The clocks of the place count`() throws {
    var event = Event(id: "e")
    event.start = try When("2016-03-25 02:30 Europe/Paris")
    event.end = try When("2016-03-25 03:30 Europe/Paris")
    event.rule = "FREQ=DAILY;COUNT=4"
    let instances = event.instances(from: Day("2016-03-01")!, through: Day("2016-04-30")!, in: .utc)
    #expect(
      instances.map(\.start.text) == [
        "2016-03-25 02:30 Europe/Paris", "2016-03-26 02:30 Europe/Paris", "2016-03-27 03:30 Europe/Paris",
        "2016-03-28 02:30 Europe/Paris",
      ])
    #expect(instances[2].end?.text == "2016-03-27 04:30 Europe/Paris")
  }

  @Test func `Times are taken out and put in`() throws {
    var event = Event(id: "e")
    event.start = try When("2016-01-04 10:00 Africa/Nairobi")
    event.rule = "FREQ=WEEKLY;UNTIL=20160125T070000Z"
    event.extra = [
      "EXDATE;TZID=Africa/Nairobi:20160111T100000", "RDATE:20160113T070000Z", "X-OTHER:1",
    ]
    let days = event.instances(from: Day("2016-01-01")!, through: Day("2016-12-31")!, in: .utc)
    #expect(days.map(\.start.day.description) == ["2016-01-04", "2016-01-18", "2016-01-25", "2016-01-13"])
  }

  @Test(arguments: [
    "", "FREQ=FORTNIGHTLY", "DAILY", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=1;UNTIL=20160101",
    "FREQ=DAILY;INTERVAL=-1", "FREQ=MONTHLY;BYDAY=0MO", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=DAILY;FREQ=DAILY",
    "FREQ=YEARLY;BYMONTH=13", "FREQ=DAILY;UNTIL=yesterday", "FREQ=DAILY;COLOUR=RED",
  ])
  func `Nonsense is no rule`(_ text: String) {
    #expect { try EventRule(text) } throws: {
      if case .malformed = $0 as? EventRule.Problem { true } else { false }
    }
    guard !text.isEmpty else { return }
    var event = Event(id: "e")
    event.rule = text
    #expect(event.contradictions.map(\.field) == ["rule"])
  }

  @Test(arguments: [
    "FREQ=HOURLY", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=DAILY;BYHOUR=9,10", "FREQ=DAILY;X-MOON=FULL",
  ])
  func `What is not reckoned with is kept and said`(_ text: String) {
    #expect { try EventRule(text) } throws: {
      if case .unsupported = $0 as? EventRule.Problem { true } else { false }
    }
    var event = Event(id: "e")
    event.rule = text
    #expect(event.contradictions.isEmpty)
  }
}
