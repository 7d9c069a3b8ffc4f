/// The components of a calendar that are open, the innermost last; whether one of a name is among them is known without
/// looking through all, of which a hostile file may have as many as lines.
struct OpenComponents {
  private var all: [(name: String, line: Int)] = []
  private var counts: [String: Int] = [:]

  var innermost: String? { all.last?.name }

  func has(_ name: String) -> Bool { counts[name] != nil }

  /// - Parameter line: where it begins, counted from 1.
  mutating func begin(_ name: String, at line: Int) {
    all.append((name, line))
    counts[name, default: 0] += 1
  }

  /// Closes the innermost.
  mutating func end() -> (name: String, line: Int)? {
    guard let last = all.popLast() else { return nil }
    let left = counts[last.name, default: 1] - 1
    counts[last.name] = left > 0 ? left : nil
    return last
  }
}

/// The beginning or the end of a component.
struct ICalendarMark {
  let name: String
  let isBegin: Bool

  /// Those of a line: some programs write no line end between two events, `END:VEVENTBEGIN:VEVENT`.
  static func marks(_ property: ICalendarProperty) -> [ICalendarMark] {
    var marks: [ICalendarMark] = []
    var (rest, isBegin) = (property.value.uppercased()[...], property.name == "BEGIN")
    while let colon = rest.firstIndex(of: ":") {
      let before = rest[..<colon]
      let next = ["BEGIN", "END"].first { before.hasSuffix($0) }
      guard let next else { break }
      marks.append(ICalendarMark(name: String(before.dropLast(next.count)).trimmed, isBegin: isBegin))
      (rest, isBegin) = (rest[rest.index(after: colon)...], next == "BEGIN")
    }
    return marks + [ICalendarMark(name: String(rest).trimmed, isBegin: isBegin)]
  }
}
