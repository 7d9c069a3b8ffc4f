/// Numbers as files write them: `12`, `-0.5`, `1.5E-3`; white space around them is none of theirs.
enum NumberText {
  /// - Returns: nil for what is no number, or none that is finite.
  static func value(of bytes: [UInt8]) -> Double? {
    if let whole = whole(bytes) { return Double(whole) }
    let text = String(decoding: bytes, as: UTF8.self)
    let isBare = bytes.first ?? 0 > 0x20 && bytes.last ?? 0 > 0x20
    guard let number = isBare ? Double(text) : Double(text.trimmedOfSpace), number.isFinite else {
      return nil
    }
    return number
  }

  /// Most numbers are short and whole, which a Double holds exactly.
  private static func whole(_ bytes: [UInt8]) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
    var number = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}

extension String {
  var trimmedOfSpace: Substring {
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex
    return self[..<end].drop(while: \.isWhitespace)
  }
}

/// Dates, times and durations of ISO 8601, in which OpenDocument and strict workbooks write them.
enum ISOValue {
  /// `2015-09-01`, `2015-09-01T10:11:00`, with a blank for the T, `10:11:00`; what is none of these as text.
  static func moment(_ text: String) -> CellValue {
    let parts = text.trimmedOfSpace.split(omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
    if let day = parts.first.flatMap({ day($0) }) {
      if parts.count == 1 { return .date(day) }
      if parts.count == 2, let seconds = clock(parts[1]) { return .dateTime(day, seconds) }
    }
    if parts.count == 1, let seconds = clock(parts[0]) { return .time(seconds) }
    return .text(text)
  }

  private static func day(_ text: Substring) -> CellDay? {
    let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2],
      0...9999 ~= year, 1...12 ~= month, 1...31 ~= day
    else { return nil }
    return CellDay(year: year, month: month, day: day)
  }

  /// Seconds of a time of day, which are rounded; a zone behind them is left out, as cells have none.
  private static func clock(_ text: Substring) -> Int? {
    let bare = text.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let parts = bare.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard 2...3 ~= parts.count, let hours = parts[0], let minutes = parts[1],
      let seconds = parts.count == 3 ? parts[2] : 0, 0..<24 ~= hours, 0..<60 ~= minutes, 0..<60 ~= seconds
    else { return nil }
    return min(86_399, Int((hours * 3600 + minutes * 60 + seconds).rounded()))
  }

  /// The seconds of `PT10H30M00S`; nil for what is no duration of days, hours, minutes and seconds.
  static func duration(_ text: String) -> Int? {
    var rest = text.trimmedOfSpace
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    guard rest.popFirst() == "P" else { return nil }
    var seconds = 0.0
    while !rest.isEmpty {
      if rest.first == "T" { rest.removeFirst() }
      let digits = rest.prefix { $0.isNumber || $0 == "." || $0 == "," }
      guard let number = Double(digits.map { $0 == "," ? "." : $0 }.reduce(into: "") { $0.append($1) }) else {
        return nil
      }
      rest = rest.dropFirst(digits.count)
      switch rest.popFirst() {
      case "D": seconds += number * 86_400
      case "H": seconds += number * 3600
      case "M": seconds += number * 60
      case "S": seconds += number
      default: return nil
      }
    }
    guard seconds.magnitude < 1e12 else { return nil }
    return Int((isNegative ? -seconds : seconds).rounded())
  }
}
