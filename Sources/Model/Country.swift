import Embedded

/// A country or territory of ISO 3166-1 with its names and its regional group at the United Nations.
public struct Country: Sendable, Equatable {
  /// ISO 3166-1 alpha-2.
  public let code: String
  public let region: UNRegion?
  /// In the order of `languages`.
  private let names: [String]

  private static let languages = ["en", "zh", "ar", "fr", "ru", "es"]

  /// The name in a language of the United Nations, else in English.
  public func name(in language: String) -> String {
    names[Self.languages.firstIndex(of: language) ?? 0]
  }

  /// All, sorted by code. Source and date stand in the first line of the table.
  public static let all: [Country] = (Embedded.text("countries.tsv") ?? "").split(separator: "\n")
    .compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 8, !line.hasPrefix("#") else { return nil }
      return Country(code: cells[0], region: UNRegion(rawValue: cells[1]), names: Array(cells[2...]))
    }

  public static func of(_ code: String) -> Country? { byCode[code] }

  /// The country of that code or that name in any of the six languages.
  public static func named(_ text: String) -> Country? {
    byCode[text.uppercased()] ?? byName[Folding.folded(text)]
  }

  /// The codes of a regional group.
  public static func codes(in region: UNRegion) -> [String] {
    all.filter { $0.region == region }.map(\.code)
  }

  private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  private static let byName = Dictionary(
    all.flatMap { country in country.names.map { (Folding.folded($0), country) } },
    uniquingKeysWith: { first, _ in first })
}
