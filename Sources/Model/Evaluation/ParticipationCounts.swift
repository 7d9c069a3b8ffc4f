/// How much stakeholders took part, by year, by country and by gender: the summary table of participation (annex II,
/// paragraph 20, description 3.1).
public struct ParticipationCounts: Sendable, Equatable {
  /// Acts by kind: an entry of fourteen comments is fourteen.
  public struct Acts: Sendable, Equatable {
    private var numbers: [Int] = Array(repeating: 0, count: ParticipationKind.allCases.count)

    public subscript(kind: ParticipationKind) -> Int { numbers[kind.place] }
    public var all: Int { numbers.reduce(0, +) }

    mutating func add(_ count: Int, _ kind: ParticipationKind) { numbers[kind.place] += count }

    static func + (a: Acts, b: Acts) -> Acts {
      var sum = a
      for place in b.numbers.indices { sum.numbers[place] += b.numbers[place] }
      return sum
    }
  }

  /// Under which gender those stand who are no individuals.
  public static let noIndividual = "no-individual"

  public let from: Day?
  public let last: Day
  /// By year; 0 holds the acts without a date, which count only where no first day is given.
  public private(set) var years: [Int: Acts] = [:]
  public private(set) var countries: [String: Acts] = [:]
  /// By code, the empty one for individuals of whom it is not stated.
  public private(set) var genders: [String: Acts] = [:]
  /// Stakeholders who took part in these days.
  public private(set) var stakeholders = 0

  public init(from: Day? = nil, through last: Day) { (self.from, self.last) = (from, last) }

  /// Counts a stakeholder's entries, as they stand in the field.
  public mutating func add(_ text: String, country: String, gender: String) {
    var own = Acts()
    for entry in Participation.brief(text) {
      guard covers(entry.day) else { continue }
      years[entry.day?.parts.year ?? 0, default: Acts()].add(entry.count, entry.kind)
      own.add(entry.count, entry.kind)
    }
    guard own.all > 0 else { return }
    countries[country] = (countries[country] ?? Acts()) + own
    genders[gender] = (genders[gender] ?? Acts()) + own
    stakeholders += 1
  }

  private func covers(_ day: Day?) -> Bool {
    guard let day else { return from == nil }
    return day <= last && (from.map { $0 <= day } ?? true)
  }

  /// By region; the empty code for countries that are not stated or belong to none.
  public func regions(by scheme: RegionScheme) -> [String: Acts] {
    var regions: [String: Acts] = [:]
    for (country, acts) in countries {
      let region = Country.of(country)?.regionCode(in: scheme) ?? ""
      regions[region] = (regions[region] ?? Acts()) + acts
    }
    return regions
  }

  public var all: Acts { years.values.reduce(Acts(), +) }
}

extension ParticipationKind {
  fileprivate var place: Int { Self.places[self] ?? 0 }
  private static let places = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))

  fileprivate static func of(_ code: Substring) -> ParticipationKind? {
    allCases.first { $0.rawValue.utf8.elementsEqual(code.utf8) }
  }
}

extension Participation {
  /// What counting needs of an entry, without its deliverable: there can be a million stakeholders.
  public typealias Brief = (kind: ParticipationKind, count: Int, day: Day?)

  /// The entries of the field as it is stored; what cannot be read is left out.
  public static func brief(_ text: String) -> [Brief] {
    guard !text.utf8.contains(UInt8(ascii: "\\")) else {
      return ListText.entries(of: text).compactMap { entry in
        (try? Participation(texts: padded(ListText.parts(of: entry)))).map { ($0.kind, $0.count, $0.day) }
      }
    }
    return text.utf8.split(separator: UInt8(ascii: ";")).compactMap { entry in
      var parts = entry.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map {
        Substring($0).trimmingSpaces
      }
      guard let kind = ParticipationKind.of(parts.removeFirst()) else { return nil }
      let count = parts.first.flatMap { Int($0) } ?? 1
      let day = parts.count > 2 ? Day(String(parts[2])) : nil
      return (kind, max(1, count), day)
    }
  }

  /// What a query calls the days on which stakeholders took part in one way.
  public static func field(of kind: ParticipationKind) -> String { "participation.\(kind.rawValue)" }

  /// The kind of such a field; nil for other fields.
  public static func kind(ofField field: String) -> ParticipationKind? {
    field.hasPrefix("participation.") ? ParticipationKind(rawValue: String(field.dropFirst(14))) : nil
  }

  private static func padded(_ parts: [String]) -> [String] {
    Array((parts + Array(repeating: "", count: Self.parts.count)).prefix(Self.parts.count))
  }

  /// Whether one of the entries of the field is of the kind and of one of the days.
  public static func isAny(of kind: ParticipationKind, in range: DayRange, _ text: String) -> Bool {
    brief(text).contains { $0.kind == kind && ($0.day.map(range.contains) ?? false) }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.utf8.first == 0x20 { text.removeFirst() }
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }
}
