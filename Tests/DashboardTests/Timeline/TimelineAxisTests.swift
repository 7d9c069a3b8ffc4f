import Model
import Office
import Phrases
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
  func `A day has its column`(day: String, column: Int) {
    #expect(axis.column(of: Day(day)!) == column)
  }

  @Test(arguments: [
    (Timing.by(Month("2015-04")!), "‹═══════════"),
    (.window(Month("2015-03")!, Month("2015-05")!), "      ═════════"),
    (.window(Month("2015-11")!, Month("2018-12")!), "                              ═════›"),
    (.allYear(2015), "════════════════════════════════════"),
    (.yearly(month: 10), ""),
    (.regular, "┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"),
    (.beforePlenary(days: 1...2), ""),
  ])
  func `A timing is drawn as it is printed`(timing: Timing, bar: String) {
    #expect(axis.baseline(timing).text.trimmedEnd == bar)
  }

  @Test func `Another year is told by an arrow head`() {
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
  func `The plan runs on until the work is done`(values: [String: String], bar: String) throws {
    let activity = Activity(id: "t1.b", version: 1, values: values)
    let chart = try #require(axis.plan(of: activity, asOf: asOf, ink: .bar))
    #expect(chart.text.trimmedEnd == bar)
  }

  @Test func `What goes on is dotted from the as-of day on`() throws {
    let activity = Activity(
      id: "ip.5", version: 1, values: ["status": "under-way", "actual_start": "2015-08-01"])
    var chart = try #require(axis.plan(of: activity, asOf: asOf, ink: .underWay))
    chart.cross(at: axis.column(of: asOf), ink: .today)
    #expect(chart.text == "                     ━━━━┿┄┄┄┄┄┄┄┄┄┄")
    #expect(axis.plan(of: Activity(id: "ip.5"), asOf: asOf, ink: .underWay) == nil)
  }

  @Test func `Any width is shared`() {
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

/// Other zooms: what a column group is, and where days stand then.
@Suite struct TimelineZoomTests {
  private let asOf = Day("2015-09-15")!

  private func scale(_ unit: TimelineUnit, _ day: String, width: Int, language: String = "en")
    -> TimelineScale
  {
    let look = Look(phrases: Phrasebook(language), asOf: asOf, who: "tester")
    return TimelineScale(axis: TimelineAxis(unit, from: unit.index(of: Day(day)!), width: width), look: look)
  }

  private func row(_ scale: TimelineScale) -> String {
    var row = ""
    for mark in scale.marks {
      row += String(repeating: " ", count: max(0, mark.column - CellText.width(row))) + mark.text
    }
    return row
  }

  @Test(arguments: [
    (TimelineUnit.year, "2013-05-01", "2013 2014 2015 2016 2017 2018 2019", "2013–2019"),
    (.quarter, "2015-03-31", "Q1  Q2  Q3  Q4  Q1  Q2  Q3  Q4  Q1", "2015–2017"),
    (.month, "2015-11-30", "N  D  J  F  M  A  M  J  J  A  S  O", "Nov 2015–Oct 2016"),
    (.week, "2015-12-20", "14   21   28   Jan  11   18   25", "14 Dec 2015–31 Jan 2016"),
    (.day, "2016-02-27", "27 28 29 1  2  3  4  5  6  7  8  9", "27 Feb–9 Mar 2016"),
  ])
  func `The axis says what its columns are`(unit: TimelineUnit, day: String, marks: String, span: String) {
    let scale = scale(unit, day, width: 36)
    #expect(row(scale) == marks)
    #expect(scale.span == span)
  }

  @Test(arguments: [
    (TimelineUnit.year, "2015 2016 2017 2018 2019 2020 2021", "2015–2021"),
    (.quarter, "3季 4季 1季 2季 3季 4季 1季 2季 3季", "2015–2017"),
    (.month, "9  10 11 12 1  2  3  4  5  6  7  8", "2015年9月–2016年8月"),
    (.week, "14   21   28   10月 12   19   26", "2015年9月14日–11月1日"),
    (.day, "15 16 17 18 19 20 21 22 23 24 25 26", "2015年9月15日–9月26日"),
  ])
  func `The axis in Chinese`(unit: TimelineUnit, marks: String, span: String) {
    let scale = scale(unit, "2015-09-15", width: 36, language: "zh")
    #expect(row(scale) == marks)
    #expect(scale.span == span)
  }

  @Test func `A day has its column at every zoom`() {
    for unit in TimelineUnit.allCases {
      for width in [12, 36, 72] {
        let axis = TimelineAxis(unit, from: unit.index(of: asOf) - 1, width: width)
        #expect(axis.width <= width)
        #expect((axis.per..<2 * axis.per).contains(axis.column(of: asOf)))
        #expect(axis.column(of: axis.first) == 0)
        #expect(axis.column(of: axis.first + -1) == -1)
        #expect(axis.column(of: axis.last + 1) == axis.width)
      }
    }
  }

  @Test func `The ends of the calendar are no trap`() {
    for unit in TimelineUnit.allCases {
      for day in [Day.first, Day.last] {
        let axis = TimelineAxis(unit, from: unit.index(of: day) - 3, width: 36)
        #expect((-1...axis.width).contains(axis.column(of: asOf)))
        _ = TimelineScale(axis: axis, look: Look(phrases: Phrasebook("en"), asOf: asOf, who: "")).marks
      }
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
