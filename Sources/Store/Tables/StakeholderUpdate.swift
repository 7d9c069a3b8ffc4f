import GRDB
import Model

/// What of a stored stakeholder has to be written anew when some of its fields change. An index that need not be
/// touched is not: that is most of what an edit of thousands of records costs.
struct StakeholderUpdate {
  /// Whether the full-text index finds the record by other words.
  let isSearched: Bool
  /// Whether lists place it elsewhere, or filters and counts see it otherwise.
  let isListed: Bool

  /// Fields in none of whose values a search looks. A field that stands in neither set costs more, and nothing
  /// else.
  private static let unsearched: Set<String> = [
    "family_first", "kind", "roles", "mobilizer", "audience", "scale", "gender", "disciplines", "knowledge",
    "sectors", "languages", "channels", "phones", "addresses", "links", "observer", "observer_since",
    "barriers",
    "barrier_steps", "incentives", "disincentives", "culture", "mandate", "governance", "participation",
    "source", "uids", "consents", "register_fields", "consent_scopes", "do_not_contact", "retain_until",
    "joined",
    "retired",
  ]
  /// Fields that no list is ordered by from an index, no filter asks for and nothing counts: what a record and its posts
  /// are called tells of which audience it is.
  private static let unlisted: Set<String> = [
    "family_first", "city", "emails", "phones", "addresses", "links", "aliases",
    "orcid", "ror", "observer_since", "issues", "culture", "interests",
    "mandate", "governance", "tags", "notes", "source", "uids", "register_fields", "consent_scopes",
    "retain_until",
  ]

  /// - Parameter changed: the names of the fields whose values differ.
  init(changing changed: [String]) {
    isSearched = !changed.allSatisfy(Self.unsearched.contains)
    isListed = !changed.allSatisfy(Self.unlisted.contains)
  }

  /// As much of a stakeholder as the columns are made of.
  func record(_ id: RecordID, version: Int, _ values: [String: String]) -> Stakeholder {
    let place = (isSearched ? 2 : 0) + (isListed ? 1 : 0)
    return Stakeholder(id: id, version: version, values: values, only: Self.fields[place])
  }

  private static let fields = [(false, false), (false, true), (true, false), (true, true)].map {
    (isSearched, isListed) in
    Stakeholder.fields.filter { field in
      (isSearched && !unsearched.contains(field.name)) || (isListed && !unlisted.contains(field.name))
    }
  }

  var sql: String { Self.statements[(isSearched ? 2 : 0) + (isListed ? 1 : 0)] }

  private static let statements = [(false, false), (false, true), (true, false), (true, true)].map {
    (isSearched, isListed) in
    let listed =
      "name_key = ?, written_key = ?, country = ?, joined = ?, retired = ?, facets = ?, more_facets = ?,"
    return """
      UPDATE stakeholder SET version = ?, changed = ?, \(isListed ? listed : "")
        \(isSearched ? "search_text = ?," : "") body = ? WHERE id = ?
      """
  }

  func arguments(_ columns: StakeholderColumns) -> StatementArguments {
    var arguments: StatementArguments = [columns.stakeholder.version, columns.changed]
    if isListed { arguments += columns.listed }
    if isSearched { arguments += [columns.searchText] }
    return arguments + [columns.body, columns.stakeholder.id]
  }
}
