import Model
import Terminal

/// The months of a year as columns: where days stand, and what bars timings make.
struct TimelineAxis: Sendable, Equatable {
  let year: Int
  let perMonth: Int

  var width: Int { 12 * perMonth }
  private var first: Day { Month(year: year, month: 1).first }
  private var last: Day { Month(year: year, month: 12).last }

  /// The column of a day: -1 for any before the year, `width` for any after it.
  func column(of day: Day) -> Int {
    let (year, month, number) = day.parts
    if year < self.year { return -1 }
    if year > self.year { return width }
    let length = day.month.last - day.month.first + 1
    return (month - 1) * perMonth + (number - 1) * perMonth / length
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

  /// What the decision printed.
  func baseline(_ timing: Timing) -> Gantt {
    var chart = Gantt(width: width)
    switch timing {
    case .by(let month): chart.add(bar(nil, month.last, .double, ink: .baseline))
    case .window(let from, let to): chart.add(bar(from.first, to.last, .double, ink: .baseline))
    case .allYear(let year):
      let (january, december) = (Month(year: year, month: 1), Month(year: year, month: 12))
      chart.add(bar(january.first, december.last, .double, ink: .baseline))
    case .yearly(let month):
      let month = Month(year: year, month: month)
      chart.mark(columns(month.first, month.last), ink: .baseline)
    case .regular, .ongoing: chart.add(Gantt.Bar(0..<width, .dotted, ink: .baseline))
    case .beforePlenary: break
    }
    return chart
  }

  /// The current plan, or the work itself where it has begun; nil where there is no day to draw.
  func plan(of activity: Activity, asOf day: Day, ink: Ink) -> Gantt? {
    let plan = activity.plan(in: year)
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
