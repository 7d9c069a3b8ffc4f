import Model
import Terminal
import Testing

@testable import Dashboard

/// Days as columns, and timings as bars.
@Suite struct TimelineAxisTests {
  let axis = TimelineAxis(year: 2015, perMonth: 3)
  let asOf = Day("2015-09-15")!

  @Test(arguments: [
    ("2015-01-01", 0), ("2015-01-31", 2), ("2015-02-01", 3), ("2015-09-15", 25), ("2015-12-31", 35),
    ("2014-12-31", -1), ("2016-01-01", 36),
  ])
  func aDayHasItsColumn(day: String, column: Int) {
    #expect(axis.column(of: Day(day)!) == column)
  }

  @Test(arguments: [
    (Timing.by(Month("2015-04")!), "‹═══════════"),
    (.window(Month("2015-03")!, Month("2015-05")!), "      ═════════"),
    (.window(Month("2015-11")!, Month("2018-12")!), "                              ═════›"),
    (.allYear(2015), "════════════════════════════════════"),
    (.yearly(month: 10), "                           ◆◆◆"),
    (.regular, "┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"),
    (.beforePlenary(days: 1...2), ""),
  ])
  func aTimingIsDrawnAsItIsPrinted(timing: Timing, bar: String) {
    #expect(axis.baseline(timing).text.trimmedEnd == bar)
  }

  @Test func anotherYearIsToldByAnArrowHead() {
    let later = TimelineAxis(year: 2016, perMonth: 1)
    #expect(later.baseline(.by(Month("2015-04")!)).text.trimmedEnd == "‹")
    let earlier = TimelineAxis(year: 2014, perMonth: 1)
    #expect(earlier.baseline(.by(Month("2015-04")!)).text == "           ›")
  }

  @Test(arguments: [
    (["status": "under-way", "actual_start": "2015-01-12"], " ━━━━━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍"),
    (["status": "done", "actual_start": "2015-02-02", "actual_end": "2015-05-12"], "   ━━━━━━━━━━━"),
    (["start": "2015-10-01", "end": "2015-11-30"], "                           ━━━━━━"),
    (["status": "under-way", "actual_start": "2015-05-01"], "            ╍╍╍╍╍╍╍╍╍╍╍╍╍╍"),
  ])
  func thePlanRunsOnUntilTheWorkIsDone(values: [String: String], bar: String) throws {
    let activity = Activity(id: "t1.b", version: 1, values: values)
    let chart = try #require(axis.plan(of: activity, asOf: asOf, ink: .bar))
    #expect(chart.text.trimmedEnd == bar)
  }

  @Test func whatGoesOnIsDottedFromTheAsOfDayOn() throws {
    let activity = Activity(
      id: "ip.5", version: 1, values: ["status": "under-way", "actual_start": "2015-08-01"])
    var chart = try #require(axis.plan(of: activity, asOf: asOf, ink: .underWay))
    chart.cross(at: axis.column(of: asOf), ink: .today)
    #expect(chart.text == "                     ━━━━┿┄┄┄┄┄┄┄┄┄┄")
    #expect(axis.plan(of: Activity(id: "ip.5"), asOf: asOf, ink: .underWay) == nil)
  }

  @Test func anyWidthIsShared() {
    for width in 0...260 {
      let columns = TimelineColumns(width: width)
      #expect((1...6).contains(columns.perMonth))
      #expect(columns.label >= 4)
      if width >= 40 { #expect(columns.stateAt + columns.state < width) }
      if columns.owner > 0 { #expect(columns.ownerAt + columns.owner < width) }
    }
    #expect(TimelineColumns(width: 80).perMonth == 3)
    #expect(TimelineColumns(width: 200).perMonth == 6)
  }
}

/// Which rows the timeline has, and which of them are in sight.
@Suite struct TimelineRowsTests {
  let activities = ["t1.k", "t1.l", "ip.1"].map { Activity(id: $0) }

  @Test func aGroupHasItsHeading() {
    let rows = TimelineRows.of(activities) { $0.id == "t1.l" }
    #expect(
      rows == [.adopted(0), .adopted(1), .current(1), .blank, .heading(.implementation), .adopted(2)])
  }

  @Test func bothRowsOfTheSelectedStayInSight() {
    let rows = TimelineRows.of(activities) { _ in true }
    #expect(TimelineRows.top(rows, selected: 1, from: 0, height: 3) == 1)
    #expect(TimelineRows.top(rows, selected: 0, from: 4, height: 3) == 0)
    #expect(TimelineRows.top(rows, selected: 2, from: 4, height: 2) == 6)
    #expect(TimelineRows.top([], selected: 0, from: 4, height: 2) == 0)
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
