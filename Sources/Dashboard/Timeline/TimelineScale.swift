import Model
import Office
import Phrases
import Terminal

/// What the columns of the timeline are called.
struct TimelineScale {
  let axis: TimelineAxis
  let look: Look

  struct Mark {
    let column: Int
    let text: String
    let ink: Ink
  }

  /// The names above the columns, each no wider than its unit, so that none touches the next.
  var marks: [Mark] {
    (0..<axis.count).map { place in
      let index = axis.origin + place
      let day = axis.unit.first(index)
      let isNow = axis.unit.index(of: look.asOf) == index
      let isFree = axis.unit == .day && day.weekday > 5
      return Mark(
        column: place * axis.per, text: name(day), ink: isNow ? .today : isFree ? .quiet : .heading)
    }
  }

  private func name(_ day: Day) -> String {
    let (year, month, number) = day.parts
    switch axis.unit {
    case .year: return String(year)
    case .quarter:
      return fitting(look.say(.timelineQuarter, .number((month + 2) / 3)), or: "\((month + 2) / 3)")
    case .month: return fitting(look.say(Phrase(month: month)), or: letter(month))
    // The week in which a month begins is called by the month.
    case .week: return number <= 7 ? fitting(look.say(Phrase(month: month)), or: "\(month)/") : "\(number)"
    case .day: return "\(number)"
    }
  }

  private func letter(_ month: Int) -> String {
    let letters = look.say(.timelineMonths).split(separator: " ").map(String.init)
    let letter = month <= letters.count ? letters[month - 1] : ""
    return fitting(letter, or: String(letter.suffix(1)))
  }

  private func fitting(_ text: String, or short: String) -> String {
    CellText.width(text) < axis.per ? text : short
  }

  /// The time in sight, for the title line: "2015", "Sep 2015–Aug 2016", "14 Sep–25 Sep 2015".
  var span: String {
    let (first, last) = (axis.first, axis.last)
    let years = (first.parts.year, last.parts.year)
    switch axis.unit {
    case .month where years.0 == years.1: return String(years.0)
    case .year, .quarter: return years.0 == years.1 ? String(years.0) : "\(years.0)–\(years.1)"
    case .month: return "\(look.month(first.month))–\(look.month(last.month))"
    case .week, .day: return look.days(first, last)
    }
  }
}

extension Look {
  /// "14 Sep–25 Sep 2015": from one day to another, with the year once where it is the same.
  func days(_ first: Day, _ last: Day) -> String {
    let ((year, month, number), end) = (first.parts, last.parts)
    guard first != last else { return day(last) }
    guard year == end.year else { return "\(day(first))–\(day(last))" }
    // Where the year comes first, it stands with the first day.
    return day(first).hasPrefix(String(year))
      ? "\(day(first))–\(phrases.day(month: end.month, day: end.day))"
      : "\(phrases.day(month: month, day: number))–\(day(last))"
  }
}
