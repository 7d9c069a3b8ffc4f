/// A way to divide the world: kept apart from the others, because they disagree.
public enum RegionScheme: String, Sendable, CaseIterable, Identifiable {
  /// The regional groups of the Member States of the United Nations.
  case unGroups = "un-groups"
  /// The regions of the M49 list, for statistics.
  case m49
  /// The finest subregions of the M49 list.
  case m49Subregion = "m49-subregion"
  /// The regions of the assessments (decision IPBES-3/1, annexes IV to VII).
  case ipbes
  /// The subregions of the assessments (the same annexes).
  case ipbesSubregion = "ipbes-subregion"

  public var id: Self { self }

  /// The dimension that tells stakeholders apart by it.
  public var dimension: Dimension {
    switch self {
    case .unGroups: .region
    case .m49: .m49Region
    case .m49Subregion: .m49Subregion
    case .ipbes: .ipbesRegion
    case .ipbesSubregion: .ipbesSubregion
    }
  }

  /// In the order of the table, which is geographic.
  public var regions: [Region] { Region.byScheme[self] ?? [] }
}

/// A region of one scheme, with its names in the six languages of the United Nations.
public struct Region: Sendable, Equatable {
  public let scheme: RegionScheme
  /// A word, or for M49 its number.
  public let code: String
  /// The code of the region that a subregion belongs to.
  public let parent: String?
  private let names: [String]
  private let shortNames: [String]

  /// In the order of the columns of the tables.
  static let languages = ["en", "zh", "ar", "fr", "ru", "es"]

  static func place(of language: String) -> Int { languages.firstIndex(of: language) ?? 0 }

  /// The name in a language of the United Nations, else in English.
  public func name(in language: String) -> String { names[Self.place(of: language)] }

  /// A name that fits a column of 18 cells, where the language has one.
  public func shortName(in language: String) -> String {
    let place = Self.place(of: language)
    guard shortNames.indices.contains(place), !shortNames[place].isEmpty else { return names[place] }
    return shortNames[place]
  }

  /// The countries and territories that belong to it, by their codes.
  public var countries: [String] { Self.countries[scheme]?[code] ?? [] }

  /// How many Member States of the United Nations belong to it.
  public var memberStates: Int { countries.count { Country.of($0)?.region != nil } }

  public static func of(_ code: String, in scheme: RegionScheme) -> Region? { byCode[scheme]?[code] }

  static let byScheme = Dictionary(grouping: all, by: \.scheme)

  /// Sources and date stand in the first line of the table.
  private static let all: [Region] = EmbeddedTable.rows("regions.tsv").compactMap { cells in
    guard cells.count >= 9, let scheme = RegionScheme(rawValue: cells[0]) else { return nil }
    return Region(
      scheme: scheme, code: cells[1], parent: cells[2] == "-" ? nil : cells[2], names: Array(cells[3..<9]),
      shortNames: Array(cells[9...]))
  }

  private static let byCode = byScheme.mapValues { regions in
    Dictionary(regions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static let countries: [RegionScheme: [String: [String]]] = {
    var countries: [RegionScheme: [String: [String]]] = [:]
    for country in Country.all {
      for scheme in RegionScheme.allCases {
        guard let code = country.regionCode(in: scheme) else { continue }
        countries[scheme, default: [:]][code, default: []].append(country.code)
      }
    }
    return countries
  }()
}
