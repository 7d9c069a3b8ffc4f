import Embedded

/// A country or territory of ISO 3166-1 with its names, its codes and the regions that it belongs to.
public struct Country: Sendable, Equatable {
  /// ISO 3166-1 alpha-2.
  public let code: String
  /// ISO 3166-1 alpha-3.
  public let alpha3: String
  /// Three digits: ISO 3166-1 numeric, which is the number in the M49 list too.
  public let number: String
  /// The regional group at the United Nations; nil for what is no Member State.
  public let region: UNRegion?
  private let m49Subregion: String
  private let ipbesSubregion: String
  /// In the order of `Region.languages`: as the United Nations words them, then short where that is long.
  private let names: [String]

  /// The name in a language of the United Nations, as the United Nations words it, else in English.
  /// For documents.
  public func name(in language: String) -> String { names[Region.place(of: language)] }

  /// The name of every day, for lists and tables: "Iran", "United Kingdom".
  public func shortName(in language: String) -> String {
    let short = names[Region.languages.count + Region.place(of: language)]
    return short.isEmpty ? name(in: language) : short
  }

  /// The code of its region; nil where it belongs to none, as Antarctica does.
  public func regionCode(in scheme: RegionScheme) -> String? {
    switch scheme {
    case .unGroups: region?.rawValue
    case .m49Subregion: m49Subregion.isEmpty ? nil : m49Subregion
    case .ipbesSubregion: ipbesSubregion.isEmpty ? nil : ipbesSubregion
    case .m49: Region.of(m49Subregion, in: .m49Subregion)?.parent
    case .ipbes: Region.of(ipbesSubregion, in: .ipbesSubregion)?.parent
    }
  }

  public func region(in scheme: RegionScheme) -> Region? {
    regionCode(in: scheme).flatMap { Region.of($0, in: scheme) }
  }

  /// All, sorted by code. Sources and date stand in the first line of the table. Read when first asked for.
  public static let all: [Country] = EmbeddedTable.rows("countries.tsv").compactMap { cells in
    guard cells.count == 18 else { return nil }
    func code(_ place: Int) -> String { cells[place] == "-" ? "" : cells[place] }
    return Country(
      code: cells[0], alpha3: cells[1], number: cells[2], region: UNRegion(rawValue: cells[3]),
      m49Subregion: code(4), ipbesSubregion: code(5), names: Array(cells[6...]))
  }

  public static func of(_ code: String) -> Country? { byCode[code] }

  /// The country of that code (alpha-2, alpha-3 or number) or of that name: in any of the six languages, as the
  /// United Nations words it, short, or as people write it.
  public static func named(_ text: String) -> Country? {
    byCode[text.uppercased()] ?? byName[key(text)]
  }

  /// The name of a country that somebody may have meant, as it is written; nil where none is near.
  public static func near(_ text: String) -> String? {
    EditDistance.nearest(key(text), of: written.keys.sorted()).flatMap { written[$0] }
  }

  private static let written: [String: String] = Dictionary(
    all.flatMap { country in country.names.filter { !$0.isEmpty }.map { (key($0), $0) } },
    uniquingKeysWith: { first, _ in first })

  /// The codes of a regional group.
  public static func codes(in region: UNRegion) -> [String] {
    all.filter { $0.region == region }.map(\.code)
  }

  private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  private static let byName: [String: Country] = {
    var byName: [String: Country] = [:]
    for country in all {
      for name in [country.alpha3, country.number] + country.names where !name.isEmpty {
        byName[key(name)] = country
      }
    }
    for cells in EmbeddedTable.rows("country-names.tsv") {
      guard let country = byCode[cells[0]] else { continue }
      for name in cells.dropFirst() where byName[key(name)] == nil { byName[key(name)] = country }
    }
    return byName
  }()

  /// What does not tell two names apart: case, accents, kinds of apostrophe, full stops, "&" and "the".
  private static func key(_ name: String) -> String {
    let plain = name.replacing("’", with: "'").replacing(".", with: " ").replacing("&", with: " and ")
    let folded = Folding.folded(plain)
    return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
  }
}
