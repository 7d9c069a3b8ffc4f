extension EventRule {
  /// The days on which a series that begins on `start` comes, the first one included, in their order.
  ///
  /// - Parameters:
  ///   - first: nothing before it is wanted.
  ///   - last: nothing after it is wanted.
  public func days(since start: Day, from first: Day, through last: Day) -> [Day] {
    guard start <= last else { return [] }
    var found: [Day] = []
    var number = 1
    // The first one counts, whether or not it follows the rule (section 3.8.5.3).
    if start >= first { found.append(start) }
    var step = count == nil ? stepsBefore(first, since: start) : 0
    while let period = period(step, since: start), period.first <= last {
      for day in chosen(candidates(in: period, since: start)) where day > start {
        number += 1
        if let count, number > count { return found }
        if day > last { return found }
        if day >= first { found.append(day) }
      }
      step += 1
    }
    return found
  }

  /// A day, week, month or year of the series.
  private struct Period {
    let first: Day
    let last: Day
  }

  /// How many periods end before a day for certain: they need not be looked at where nobody counts.
  private func stepsBefore(_ day: Day, since start: Day) -> Int {
    let days = day - start
    guard days > 0 else { return 0 }
    let length = [Frequency.daily: 1, .weekly: 7, .monthly: 31, .yearly: 366][frequency]! * interval
    return max(0, days / length - 1)
  }

  private func period(_ step: Int, since start: Day) -> Period? {
    let steps = step * interval
    switch frequency {
    case .daily:
      let day = start + steps
      return Period(first: day, last: day)
    case .weekly:
      let first = start + (-((start.weekday - weekStart + 7) % 7) + steps * 7)
      return Period(first: first, last: first + 6)
    case .monthly:
      let month = start.month + steps
      return month.year > 9999 ? nil : Period(first: month.first, last: month.last)
    case .yearly:
      let year = start.parts.year + steps
      guard let first = Day(year: year, month: 1, day: 1) else { return nil }
      return Period(first: first, last: Day(year: year, month: 12, day: 31)!)
    }
  }

  /// The days of a period that the rule names, in their order.
  private func candidates(in period: Period, since start: Day) -> [Day] {
    switch frequency {
    case .daily: return isNamed(period.first) ? [period.first] : []
    case .weekly:
      let wanted = weekdays.isEmpty ? [start.weekday] : weekdays.map(\.weekday)
      return (0..<7).map { period.first + $0 }.filter { wanted.contains($0.weekday) && isInMonth($0) }
    case .monthly:
      return isInMonth(period.first) ? days(of: period, on: start.parts.day) : []
    case .yearly: return daysOfYear(period, since: start)
    }
  }

  private func daysOfYear(_ year: Period, since start: Day) -> [Day] {
    let (number, month, day) = (year.first.parts.year, start.parts.month, start.parts.day)
    if months.isEmpty && monthDays.isEmpty && !weekdays.isEmpty { return days(of: year, on: nil) }
    let wanted = months.isEmpty ? (monthDays.isEmpty ? [month] : Array(1...12)) : Set(months).sorted()
    return wanted.flatMap { wanted -> [Day] in
      let month = Month(year: number, month: wanted)
      return days(of: Period(first: month.first, last: month.last), on: day)
    }
  }

  /// - Parameter day: the day of the month that counts where the rule names none.
  private func days(of period: Period, on day: Int?) -> [Day] {
    if weekdays.isEmpty && monthDays.isEmpty {
      let parts = period.first.parts
      return day.flatMap { Day(year: parts.year, month: parts.month, day: $0) }.map { [$0] } ?? []
    }
    return (0...(period.last - period.first)).map { period.first + $0 }.filter { day in
      isOnMonthDay(day) && (weekdays.isEmpty || weekdays.contains { isOn(day, $0, of: period) })
    }
  }

  private func isOn(_ day: Day, _ wanted: Weekday, of period: Period) -> Bool {
    guard day.weekday == wanted.weekday else { return false }
    if wanted.ordinal > 0 { return (day - period.first) / 7 + 1 == wanted.ordinal }
    return wanted.ordinal == 0 || (period.last - day) / 7 + 1 == -wanted.ordinal
  }

  private func isNamed(_ day: Day) -> Bool {
    isInMonth(day) && isOnMonthDay(day)
      && (weekdays.isEmpty || weekdays.contains { $0.weekday == day.weekday })
  }

  private func isInMonth(_ day: Day) -> Bool { months.isEmpty || months.contains(day.parts.month) }

  private func isOnMonthDay(_ day: Day) -> Bool {
    if monthDays.isEmpty { return true }
    let number = day.parts.day
    return monthDays.contains(number) || monthDays.contains(number - day.month.last.parts.day - 1)
  }

  /// Those at the places that BYSETPOS names.
  private func chosen(_ days: [Day]) -> [Day] {
    if positions.isEmpty { return days }
    let places = positions.map { $0 > 0 ? $0 - 1 : days.count + $0 }
    return days.indices.filter(places.contains).map { days[$0] }
  }
}
