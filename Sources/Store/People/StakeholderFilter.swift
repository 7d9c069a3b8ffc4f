import Model

/// Which stakeholders somebody wants to see.
public struct StakeholderFilter: Hashable, Sendable {
  /// Words, each the beginning of a word in the record; Chinese anywhere in it.
  public var text = ""
  /// Within a dimension any of the values, between dimensions all. The empty value is "not stated".
  public var facets: [Dimension: Set<String>] = [:]
  public var isRetired = false
  /// What else has to hold.
  public var clauses: [QueryClause] = []

  public init(
    text: String = "", facets: [Dimension: Set<String>] = [:], isRetired: Bool = false,
    clauses: [QueryClause] = []
  ) {
    self.text = text
    self.facets = facets.filter { !$0.value.isEmpty }
    self.isRetired = isRetired
    self.clauses = clauses
  }

  /// What a query asks for; the parts of it that cannot be understood narrow nothing.
  public init(_ query: StakeholderQuery) {
    var words: [String] = []
    for clause in query.clauses where clause.scope == nil {
      switch clause.condition {
      case .words(let word) where !clause.isNegated: words.append(word)
      case .dimension(let dimension, let codes)
      where !clause.isNegated && clause.condition.fitsFacet && facets[dimension] == nil:
        facets[dimension] = codes
      default: clauses.append(clause)
      }
    }
    text = words.joined(separator: " ")
    isRetired = query.findsRetired
  }

  public var isEmpty: Bool { text.trimmed.isEmpty && facets.isEmpty && clauses.isEmpty && !isRetired }

  /// Whether it chooses by codes alone: no word in it can be a name.
  public var isOfCodes: Bool {
    func isCode(_ condition: QueryCondition) -> Bool {
      switch condition {
      case .dimension, .every, .empty, .filled, .stated, .days, .retired: true
      case .words, .phrase, .text, .id: false
      case .any(let conditions): conditions.allSatisfy(isCode)
      }
    }
    return text.trimmed.isEmpty && clauses.allSatisfy { isCode($0.condition) }
  }

  /// The conditions on a row of `stakeholder`, an index holding what the most usual of them need.
  /// - Parameter order: the column whose index is to give the order of the rows.
  func conditions(
    _ table: String = "stakeholder", order: String? = nil
  ) -> (sql: String, arguments: Arguments) {
    var sql = ClauseSQL(table: table, order: order)
    sql.add("\(table).retired = ?", [isRetired ? 1 : 0])
    for (dimension, values) in facets.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      sql.add(QueryClause(.dimension(dimension, values)))
    }
    for clause in clauses { sql.add(clause) }
    let words = WordMatch.phrases(text)
    if !words.isEmpty { sql.addSeen(words) }
    return (sql.text, sql.arguments)
  }

  /// The conditions on a row of `stakeholder`, the words of the text among them: for a walk through all of them.
  func conditionsAndWords() -> (sql: String, arguments: Arguments) {
    let (condition, arguments) = conditions()
    guard let match else { return (condition, arguments) }
    let found = "row IN (SELECT rowid FROM stakeholder_search WHERE stakeholder_search MATCH ?)"
    return ("\(found) AND \(condition)", [match] + arguments)
  }

  /// Whether so few rows lie in a span of days that sorting them costs less than walking through the others.
  func isNarrow(in reader: Reader) throws -> Bool {
    for clause in clauses where !clause.isNegated {
      guard case .days(let field, _) = clause.condition, ["joined", "changed"].contains(field) else {
        continue
      }
      var sql = ClauseSQL(table: "stakeholder")
      sql.add("stakeholder.retired = ?", [isRetired ? 1 : 0])
      sql.add(clause)
      let most = 5_000
      let counted = "SELECT count(*) FROM (SELECT 1 FROM stakeholder WHERE \(sql.text) LIMIT \(most + 1))"
      if try reader.value(Int.self, counted, sql.arguments) ?? 0 <= most { return true }
    }
    return false
  }

  /// Whether the conditions read more of a row than an index holds.
  var readsBody: Bool { clauses.contains { ClauseSQL.readsBody($0.condition) } }

  /// The text as a question to the full-text index, with what narrows it further; nil where there is nothing
  /// to look up.
  var match: String? {
    var parts = WordMatch.phrases(text).map(MatchText.phrase)
    for clause in clauses where !clause.isNegated {
      if let part = MatchText.beforehand(clause.condition) { parts.append(part) }
    }
    return parts.isEmpty ? nil : parts.prefix(MatchText.most).joined(separator: " AND ")
  }

  /// Whether there is a text, and nothing in it that could be found.
  var isHopeless: Bool { !text.trimmed.isEmpty && WordMatch.phrases(text).isEmpty }
}

/// What a list of stakeholders is ordered by. Names break ties.
public struct StakeholderSort: Hashable, Sendable {
  /// `name`, `changed`, or the name of a field.
  public var column: String
  public var isAscending: Bool

  public init(column: String = "name", isAscending: Bool = true) {
    self.column = column
    self.isAscending = isAscending
  }

  /// The expression ahead of the name; an index serves the first four.
  var expression: String? {
    switch column {
    case "name": nil
    case "country", "joined": column
    case "changed": "changed"
    default:
      Stakeholder.field(column).map { "coalesce(body ->> '$.\($0.name)', '')" }
    }
  }
}
