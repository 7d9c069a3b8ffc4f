import GRDB
import Model

/// A stakeholder as a row of its table.
struct StakeholderColumns {
  let stakeholder: Stakeholder
  let changed: Int
  let body: String
  /// What a search finds a stakeholder by.
  let searchText: String

  /// - Parameter body: the stakeholder's values, as `Body` writes them.
  init(_ stakeholder: Stakeholder, changed: Int, body: String) {
    self.stakeholder = stakeholder
    self.changed = changed
    self.body = body
    searchText = Self.searchText(of: stakeholder)
  }

  static let insert = """
    INSERT INTO stakeholder (version, name_key, written_key, country, joined, changed, retired, facets,
      more_facets, search_text, body, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
  static let update = """
    UPDATE stakeholder SET version = ?, name_key = ?, written_key = ?, country = ?, joined = ?, changed = ?, retired = ?,
      facets = ?, more_facets = ?, search_text = ?, body = ? WHERE id = ?
    """
  /// The index holds no text of its own: what is taken out has to be told to it as it was. Both statements
  /// take values, not a SELECT: with that, SQLite opens a savepoint for each row, at which the index writes
  /// all that it holds in memory.
  static let unindex = """
    INSERT INTO stakeholder_search (stakeholder_search, rowid, search_text) VALUES ('delete', ?, ?)
    """
  static let index = "INSERT INTO stakeholder_search (rowid, search_text) VALUES (?, ?)"

  var arguments: StatementArguments {
    let bits = FacetBits(stakeholder)
    return [
      stakeholder.version, nameKey, writtenKey, stakeholder.country, stakeholder.joined?.description ?? "",
      changed,
      stakeholder.retired == nil ? 0 : 1, bits.first, bits.second, searchText,
      body, stakeholder.id,
    ]
  }

  /// What lists are ordered by.
  private var nameKey: String { Folding.folded(stakeholder.orderName) }

  /// The name as it is written, where lists are ordered by another.
  private var writtenKey: String? {
    stakeholder.sortName.isEmpty ? nil : Folding.folded(stakeholder.name)
  }

  private static func searchText(of stakeholder: Stakeholder) -> String {
    let country = Country.of(stakeholder.country)
    let parts =
      [stakeholder.name, stakeholder.nativeName, stakeholder.city, stakeholder.country]
      + [country?.shortName(in: "en") ?? "", country?.shortName(in: "zh") ?? ""]
      + stakeholder.affiliations.flatMap { [$0.organization, $0.role, $0.from, $0.to, $0.record ?? ""] }
      + stakeholder.emails + stakeholder.tags + [stakeholder.interests, stakeholder.notes]
      + stakeholder.acronyms + stakeholder.aliases + stakeholder.issues + [
        stakeholder.orcid, stakeholder.ror,
      ]
      + (stakeholder.offers + stakeholder.needs).map(\.subject)
    return Folding.searchable(parts.joined(separator: " "))
  }
}
