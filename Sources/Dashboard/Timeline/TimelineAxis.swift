import Model
import Terminal

/// Time as columns: where days stand, and what bars plans make.
struct TimelineAxis: Sendable, Equatable {
  let unit: TimelineUnit
  /// The columns of one unit.
  let per: Int
  let count: Int
  /// The place of the first unit.
  let origin: Int

  init(_ unit: TimelineUnit, from origin: Int, width: Int) {
    (self.unit, self.origin) = (unit, origin)
    per = unit.columns(in: width)
    count = max(1, width / per)
  }

  /// The months of a year.
  init(year: Int, perMonth: Int) { self.init(.month, from: year * 12, width: 12 * perMonth) }

  var width: Int { count * per }
  var first: Day { unit.first(origin) }
  var last: Day { unit.last(origin + count - 1) }

  /// The column of a day: -1 for any before the first, `width` for any after the last.
  func column(of day: Day) -> Int {
    if day < first { return -1 }
    if day > last { return width }
    let index = unit.index(of: day)
    let start = unit.first(index)
    return (index - origin) * per + (day - start) * per / (unit.last(index) - start + 1)
  }

  /// The columns from one day to another; empty where the second comes first.
  func columns(_ start: Day, _ end: Day) -> Range<Int> {
    guard start <= end else { return 0..<0 }
    return column(of: start)..<(column(of: end) + 1)
  }

  /// A bar between two days. A start that nobody says is open at the beginning of the end's year.
  func bar(
    _ start: Day?, _ end: Day, _ stroke: Gantt.Bar.Stroke, ink: Ink
  ) -> Gantt.Bar {
    let from = start ?? Month(year: end.parts.year, month: 1).first
    return Gantt.Bar(columns(from, end), stroke, ink: ink, openLeft: start == nil)
  }

  /// What was planned at first. Times at which it comes again are marks of their own.
  func baseline(of activity: Activity) -> Gantt {
    guard let adopted = activity.adopted else {
      var chart = Gantt(width: width)
      guard let end = activity.baselineEnd ?? activity.baselineStart else { return chart }
      chart.add(bar(activity.baselineStart, end, .double, ink: .baseline))
      return chart
    }
    return baseline(adopted.timing)
  }

  /// What the decision printed.
  func baseline(_ timing: Timing) -> Gantt {
    var chart = Gantt(width: width)
    switch timing {
    case .by(let month): chart.add(bar(nil, month.last, .double, ink: .baseline))
    case .window(let from, let to): chart.add(bar(from.first, to.last, .double, ink: .baseline))
    case .allYear(let year):
      let (january, december) = (Month(year: year, month: 1), Month(year: year, month: 12))
      chart.add(bar(january.first, december.last, .double, ink: .baseline))
    case .regular, .ongoing: chart.add(Gantt.Bar(0..<width, .dotted, ink: .baseline))
    case .yearly, .beforePlenary: break
    }
    return chart
  }

  /// The times at which something comes: ◆ done, ◇ open, × left out. What is open stands above what is not.
  func add(_ occurrences: [DatedOccurrence], to chart: inout Gantt, asOf day: Day) {
    for isOpen in [false, true] {
      for one in occurrences where one.isOpen == isOpen {
        let mark: Mark =
          switch one.state {
          case .done: .past
          case .skipped: .gone
          case .open: .ahead.inked(one.lateDays(on: day) != nil ? .late : one.start <= day ? .due : .baseline)
          }
        chart.mark(columns(one.start, one.end), mark.glyph, ink: mark.ink)
      }
    }
  }

  /// The current plan, or the work itself where it has begun; nil where there is no day to draw.
  func plan(of activity: Activity, asOf day: Day, ink: Ink) -> Gantt? {
    let plan = activity.plan(in: day.parts.year)
    let isBegun = activity.isBegun(on: day)
    let start = isBegun ? activity.actualStart ?? plan.start : plan.start
    let isDone = activity.status == .done && isBegun
    var chart = Gantt(width: width)
    guard let end = isDone ? activity.actualEnd ?? plan.end : plan.end else {
      guard let start else { return nil }
      return ongoing(from: start, asOf: day, isDone: isDone, ink: ink)
    }
    chart.add(bar(start, end, .heavy, ink: ink))
    if case .late = activity.standing(asOf: day) {
      chart.add(bar(max(end + 1, start ?? end), day, .overrun, ink: .late))
    }
    return chart
  }

  /// What has begun and has no end: heavy so far, dotted from there on.
  private func ongoing(from start: Day, asOf day: Day, isDone: Bool, ink: Ink) -> Gantt {
    var chart = Gantt(width: width)
    if !isDone { chart.add(Gantt.Bar(columns(max(start, first), last), .dotted, ink: ink)) }
    chart.add(bar(start, day, .heavy, ink: ink))
    return chart
  }
}
