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
  var nameKey: String { Folding.folded(stakeholder.orderName) }

  /// The name as it is written, where lists are ordered by another.
  var writtenKey: String? {
    stakeholder.sortName.isEmpty ? nil : Folding.folded(stakeholder.name)
  }

  private static func searchText(of stakeholder: Stakeholder) -> String {
    var parts = [stakeholder.name, stakeholder.nativeName, stakeholder.city, stakeholder.country]
    if let country = Country.of(stakeholder.country) {
      parts += [country.shortName(in: "en"), country.shortName(in: "zh")]
    }
    for affiliation in stakeholder.affiliations {
      parts += [affiliation.organization, affiliation.role, affiliation.from, affiliation.to]
      parts.append(affiliation.record ?? "")
    }
    parts += stakeholder.emails
    parts += stakeholder.tags
    parts += [stakeholder.interests, stakeholder.notes]
    parts += stakeholder.acronyms
    parts += stakeholder.aliases
    parts += stakeholder.issues
    parts += [stakeholder.orcid, stakeholder.ror]
    parts += stakeholder.offers.map(\.subject)
    parts += stakeholder.needs.map(\.subject)
    return Folding.searchable(parts)
  }
}
