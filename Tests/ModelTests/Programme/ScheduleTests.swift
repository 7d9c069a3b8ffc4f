import Testing

@testable import Model

private func day(_ text: String) -> Day { Day(text)! }
private let today = day("2015-09-15")

private func activity(
  _ id: RecordID, _ start: String, _ end: String, after: [RecordID] = [], _ status: WorkState = .planned
) -> Activity {
  var activity = Activity(id: id)
  activity.name = id
  (activity.start, activity.end) = (Day(start), Day(end))
  activity.dependsOn = after
  activity.status = status
  return activity
}

/// What waits for what, and how it gives way.
@Suite struct ScheduleTests {
  private func pushed(_ changed: Activity, _ all: [Activity]) -> [String] {
    Schedule(all, asOf: today).pushed(by: [changed]).map {
      "\($0.after.id) \($0.after.start!)–\($0.after.end!)"
    }
  }

  @Test func `What waits is pushed along as far as needed`() {
    let all = [
      activity("a", "2015-10-01", "2015-10-31"), activity("b", "2015-11-01", "2015-11-10", after: ["a"]),
      activity("c", "2015-11-20", "2015-11-30", after: ["b"]),
      activity("d", "2015-12-01", "2015-12-05", after: ["c", "a"]),
    ]
    #expect(pushed(activity("a", "2015-10-01", "2015-10-31"), all).isEmpty)
    #expect(pushed(activity("a", "2015-10-05", "2015-11-04"), all) == ["b 2015-11-05–2015-11-14"])
    #expect(
      pushed(activity("a", "2015-10-20", "2015-11-20"), all) == [
        "b 2015-11-21–2015-11-30", "c 2015-12-01–2015-12-11", "d 2015-12-12–2015-12-16",
      ])
  }

  @Test func `What has begun or has no start stays`() {
    let all = [
      activity("a", "2015-10-01", "2015-10-31"),
      activity("b", "2015-11-01", "2015-11-10", after: ["a"], .underWay),
      activity("c", "", "2015-11-10", after: ["a"]),
      activity("d", "2015-11-01", "2015-11-10", after: ["a"], .done),
    ]
    #expect(pushed(activity("a", "2015-10-01", "2015-12-31"), all).isEmpty)
  }

  @Test func `What keeps an activity from beginning is named`() {
    let all = [
      activity("late", "2015-08-01", "2015-08-31", .underWay),
      activity("over", "2015-08-01", "2015-08-31", .done),
      activity("long", "2015-10-01", "2015-12-31"), activity("gone", "2015-08-01", "2015-08-31", .cancelled),
      activity("x", "2015-11-01", "2015-11-30", after: ["late", "over", "long", "gone", "nowhere"]),
    ]
    let schedule = Schedule(all, asOf: today)
    #expect(schedule.blockers(of: all[4]).map(\.id) == ["late", "long"])
    #expect(schedule.followers(of: "long").map(\.id) == ["x"])
    #expect(schedule.predecessors(of: all[4]).count == 4)
  }

  @Test func `A chain of ten thousand is pushed to its end`() {
    var all = [activity("0", "2015-10-01", "2015-10-01")]
    for index in 1..<10_000 {
      let day = (self.start + index).description
      all.append(activity("\(index)", day, day, after: ["\(index - 1)"]))
    }
    let moved = activity("0", "2015-10-01", "2015-10-11")
    let pushed = Schedule(all.reversed(), asOf: today).pushed(by: [moved])
    #expect(pushed.count == 9_999)
    #expect(pushed.last?.after.start == start + 9_999 + 10)
  }

  private let start = day("2015-10-01")

  @Test func `A circle of ten thousand is found`() {
    let names = (0..<10_000).map { "\($0)" }
    var next = Dictionary(uniqueKeysWithValues: zip(names, names.dropFirst().map { [$0] }))
    #expect(Dependencies.circle(from: ["0"], next) == nil)
    next["9999"] = ["5000"]
    #expect(Dependencies.circle(from: ["0"], next)?.count == 5_001)
    // A circle in the store, which no road leads to, would not hang the schedule.
    let circle = [
      activity("a", "2015-10-01", "2015-10-02", after: ["b"]),
      activity("b", "2015-10-03", "2015-10-04", after: ["a"]),
    ]
    #expect(
      Schedule(circle, asOf: today).pushed(by: [activity("a", "2015-10-01", "2015-10-09", after: ["b"])])
        .count == 1)
  }
}

/// A plan moved by months and days.
@Suite struct PlanShiftTests {
  private func moved(_ base: Activity, _ months: Int, _ days: Int = 0, ofEnd isEnd: Bool = false) -> String {
    var shift = PlanShift()
    if !isEnd { shift.start = (months, days) }
    shift.end = (months, days)
    let moved = base.moved(by: shift, asOf: today)
    return "\(moved.start?.description ?? "")–\(moved.end?.description ?? "")"
  }

  @Test func `Whole months stay whole`() {
    let quarter = activity("a", "2015-10-01", "2015-11-30")
    #expect(moved(quarter, 1) == "2015-11-01–2015-12-31")
    #expect(moved(quarter, 3) == "2016-01-01–2016-02-29")
    #expect(moved(activity("a", "2015-01-31", "2015-02-10"), 1) == "2015-02-28–2015-03-10")
    #expect(moved(quarter, 0, 7) == "2015-10-08–2015-12-07")
  }

  @Test func `An end is stretched and never comes before the start`() {
    let base = activity("a", "2015-10-10", "2015-11-15")
    #expect(moved(base, 1, ofEnd: true) == "2015-10-10–2015-12-15")
    #expect(moved(base, -3, ofEnd: true) == "2015-10-10–2015-10-10")
  }

  @Test func `Of begun work only the end moves`() {
    let begun = activity("a", "2015-08-10", "2015-11-15", .underWay)
    #expect(moved(begun, 1) == "2015-08-10–2015-12-15")
  }

  @Test func `The adopted plan is where it begins`() {
    #expect(moved(Activity(id: "t1.a"), 1) == "–2015-05-31")
    #expect(moved(Activity(id: "ip.2"), 1) == "2015-07-01–2015-08-31")
  }
}
