import GRDB
import Model

/// A stakeholder as a row of its table.
struct StakeholderColumns {
  let stakeholder: Stakeholder
  let changed: Int
  let body: String
  /// What a search finds a stakeholder by.
  let searchText: String

  /// - Parameters:
  ///   - body: the stakeholder's values, as `Body` writes them.
  ///   - isSearched: false where the text to search stays as it is stored: it is not made then.
  init(_ stakeholder: Stakeholder, changed: Int, body: String, isSearched: Bool = true) {
    self.stakeholder = stakeholder
    self.changed = changed
    self.body = body
    searchText = isSearched ? Self.searchText(of: stakeholder) : ""
  }

  static let insert = """
    INSERT INTO stakeholder (version, changed, name_key, written_key, country, joined, retired, facets,
      more_facets, search_text, body, id, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \(Incoming.rowBelow))
    """
  /// The index holds no text of its own: what is taken out has to be told to it as it was. Both statements
  /// take values, not a SELECT: with that, SQLite opens a savepoint for each row, at which the index writes
  /// all that it holds in memory.
  static let unindex = """
    INSERT INTO stakeholder_search (stakeholder_search, rowid, search_text) VALUES ('delete', ?, ?)
    """
  static let index = "INSERT INTO stakeholder_search (rowid, search_text) VALUES (?, ?)"

  var arguments: StatementArguments {
    [stakeholder.version, changed] + listed + [searchText, body, stakeholder.id]
  }

  /// What lists are ordered and filtered by.
  var listed: StatementArguments {
    let bits = FacetBits(stakeholder)
    return [
      nameKey, writtenKey, stakeholder.country, stakeholder.joined?.description ?? "",
      stakeholder.retired == nil ? 0 : 1, bits.first, bits.second,
    ]
  }

  /// What lists are ordered by.
  var nameKey: String { Folding.folded(stakeholder.orderName) }

  /// The name as it is written, where lists are ordered by another.
  var writtenKey: String? {
    stakeholder.sortName.isEmpty ? nil : Folding.folded(stakeholder.name)
  }

  static func searchText(of stakeholder: Stakeholder) -> String {
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
