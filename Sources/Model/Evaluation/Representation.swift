/// How countries and regions are represented, against a reference (annex II, paragraph 20, description 4.1): the
/// countries of a scheme of regions, or a list of members that somebody named. No list is shipped.
public struct Representation: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    /// A region of the scheme; empty for countries that belong to none.
    public let region: String
    /// Countries of the reference that somebody in the base comes from.
    public let present: [String]
    /// The others of the reference.
    public let missing: [String]
    public let stakeholders: Int

    public var whole: Int { present.count + missing.count }
    /// In hundredths, rounded down so that 100 means all; nil where the reference has nobody there.
    public var percent: Int? { whole == 0 ? nil : present.count * 100 / whole }
  }

  public let scheme: RegionScheme
  public let rows: [Row]
  /// Countries in the base that the reference does not have.
  public let outside: [String]

  /// - Parameters:
  ///   - members: the codes of the reference; the countries of the scheme where empty.
  ///   - counts: how many stakeholders there are by country.
  public init(scheme: RegionScheme, members: [String] = [], counts: [String: Int]) {
    self.scheme = scheme
    let regions = scheme.regions.map { ($0.code, members.isEmpty ? $0.countries : []) }
    var reference = Dictionary(uniqueKeysWithValues: regions)
    for code in members {
      reference[Country.of(code)?.regionCode(in: scheme) ?? "", default: []].append(code)
    }
    let codes = scheme.regions.map(\.code) + (reference[""] == nil ? [] : [""])
    rows = codes.map { region in
      let whole = Set(reference[region] ?? []).sorted()
      return Row(
        region: region, present: whole.filter { counts[$0, default: 0] > 0 },
        missing: whole.filter { counts[$0, default: 0] == 0 },
        stakeholders: whole.reduce(0) { $0 + counts[$1, default: 0] })
    }
    let known = Set(reference.values.joined())
    outside = counts.keys.filter { counts[$0, default: 0] > 0 && !known.contains($0) }.sorted()
  }

  public var present: Int { rows.reduce(0) { $0 + $1.present.count } }
  public var whole: Int { rows.reduce(0) { $0 + $1.whole } }

  /// Under which name a person's list of members is kept.
  public static let preference = "members"

  /// Reads countries by code or name, between commas, semicolons, spaces or line ends; names of several words need a
  /// comma or semicolon between them.
  public static func members(_ text: String) -> (known: [String], unknown: [String]) {
    let hasMarks = text.contains { ",;\n\r，；、".contains($0) }
    let words = text.split { hasMarks ? ",;\n\r，；、".contains($0) : $0.isWhitespace }
    var (known, unknown): ([String], [String]) = ([], [])
    for word in words.map({ String($0).trimmed }) where !word.isEmpty {
      guard let country = Country.named(word) else {
        unknown.append(word)
        continue
      }
      if !known.contains(country.code) { known.append(country.code) }
    }
    // A single name of several words.
    if !hasMarks, !unknown.isEmpty, let country = Country.named(text.trimmed) { return ([country.code], []) }
    return (known.sorted(), unknown)
  }
}
