/// What a cell holds, of the kind that its format says.
public enum CellValue: Sendable, Equatable {
  case text(String)
  case number(Double)
  /// A number of which one hundredth is shown as 1 %.
  case percent(Double)
  /// A number that is shown with a unit.
  case quantity(Double, CellUnit)
  /// A whole number whose format shows leading zeros, as it is shown: `0012`.
  case padded(String)
  case date(CellDay)
  /// Seconds since midnight.
  case time(Int)
  /// A day, and seconds since its midnight.
  case dateTime(CellDay, Int)
  /// In seconds; may be more than a day.
  case duration(Int)
  case boolean(Bool)
  /// What a formula gave that cannot be computed: `#N/A`, `Err:508`.
  case error(String)
  /// A formula that no program has computed yet.
  case uncomputed
}

extension CellValue {
  /// As text: numbers in the shortest decimal notation that people saw in the sheet, days of ISO 8601, times behind
  /// a blank, percentages with their sign, quantities without their unit; of an error its code.
  public var text: String {
    switch self {
    case .text(let text), .padded(let text), .error(let text): text
    case .number(let number), .quantity(let number, _): DecimalText.of(number)
    case .percent(let number): DecimalText(number).percent
    case .date(let day): day.description
    case .time(let seconds): Self.clock(seconds)
    case .dateTime(let day, let seconds): "\(day) \(Self.clock(seconds))"
    case .duration(let seconds): Self.clock(seconds)
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .uncomputed: ""
    }
  }

  /// `10:05`, with seconds only where there are some; hours may be more than a day has.
  private static func clock(_ seconds: Int) -> String {
    let size = abs(seconds)
    let parts = [size / 3600, size / 60 % 60, size % 60].map { $0 < 10 ? "0\($0)" : String($0) }
    let shown = size % 60 == 0 ? parts.prefix(2) : parts[...]
    return (seconds < 0 ? "-" : "") + shown.joined(separator: ":")
  }
}

/// A day of the Gregorian calendar as a cell shows it; that includes 29 February 1900, which Excel believes in.
public struct CellDay: Sendable, Equatable, CustomStringConvertible {
  public let year: Int16
  public let month: UInt8
  public let day: UInt8

  public init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (Int16(clamping: year), UInt8(clamping: month), UInt8(clamping: day))
  }

  /// The day so many days after 1 January 1970.
  init(number: Int) {
    // Years that begin in March, in cycles of 400 years (Hinnant, "chrono-compatible date algorithms").
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let isNext = month >= 10
    self.init(
      year: yearOfEra + era * 400 + (isNext ? 1 : 0), month: isNext ? month - 9 : month + 3,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// Days since 1 January 1970.
  var number: Int {
    let shifted = Int(year) - (month < 3 ? 1 : 0)
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((Int(month) + 9) % 12) + 2) / 5 + Int(day) - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  public var description: String {
    let digits = String(year)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(zeros)\(digits)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
