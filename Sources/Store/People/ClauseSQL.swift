import Model

/// Writes the conditions of a query as conditions on a row of `stakeholder`.
struct ClauseSQL {
  private let table: String
  private let order: String?
  private var parts: [String] = []
  private(set) var arguments: Arguments = []

  /// - Parameter order: the column whose index is to give the order; nil leaves the choice to SQLite.
  init(table: String, order: String? = nil) {
    self.table = table
    self.order = order
  }

  var text: String { parts.joined(separator: " AND ") }

  mutating func add(_ sql: String, _ values: Arguments) {
    parts.append(sql)
    arguments += values
  }

  mutating func add(_ clause: QueryClause) {
    let sql = sql(clause.condition)
    parts.append(clause.isNegated ? "NOT (\(sql))" : "(\(sql))")
  }

  /// What the full-text index found is looked for again where it holds more than the person sees. SQLite asks that once.
  mutating func addSeen(_ phrases: [[String]]) {
    parts.append("(\(Masks.seesContacts)() OR \(isFound(phrases)))")
  }

  /// Whether a condition reads more of a row than an index holds.
  static func readsBody(_ condition: QueryCondition) -> Bool {
    switch condition {
    case .dimension: !condition.fitsFacet
    case .every(let dimension, let codes):
      codes.contains { !QueryCondition.dimension(dimension, [$0]).fitsFacet }
    case .stated, .days("joined", _), .days("changed", _), .empty(["joined"]), .filled(["joined"]), .id,
      .retired:
      false
    case .any(let conditions): conditions.contains(where: readsBody)
    default: true
    }
  }

  /// The condition's text; its arguments are added in the order in which they stand in it.
  private mutating func sql(_ condition: QueryCondition) -> String {
    switch condition {
    case .words(let words): return isFound(WordMatch.phrases(words))
    case .phrase(let words): return isFound([WordMatch.words(words)])
    case .dimension(let dimension, let codes): return sql(dimension, codes)
    case .every(let dimension, let codes):
      return codes.sorted().map { "(\(sql(dimension, [$0])))" }.joined(separator: " AND ")
    case .stated(let dimension): return "NOT (\(sql(dimension, [""])))"
    case .text(let fields, let words):
      let words = [WordMatch.words(words)]
      return either(fields.map { hasWords(body($0), words) })
    case .empty(let fields): return "NOT (\(filled(fields)))"
    case .filled(let fields): return filled(fields)
    case .days(let field, let range): return sql(field, range)
    case .id(let id):
      arguments += [id]
      return "\(table).id = ?"
    case .retired(let isRetired): return "\(table).retired = \(isRetired ? 1 : 0)"
    case .any(let conditions): return either(conditions.map { "(\(sql($0)))" })
    }
  }

  private func either(_ parts: [String]) -> String { parts.isEmpty ? "0" : parts.joined(separator: " OR ") }

  /// A field's text. Names of fields are those of the table of fields: no quotation mark is among them.
  private func body(_ field: String) -> String { "coalesce(\(table).body ->> '$.\(field)', '')" }

  /// What the full-text index was given.
  private mutating func isFound(_ phrases: [[String]]) -> String {
    hasWords("\(table).search_text", phrases, function: FieldHasWords.inFolded)
  }

  private mutating func hasWords(
    _ text: String, _ phrases: [[String]], function: String = FieldHasWords.inText
  ) -> String {
    let known = phrases.filter { !$0.isEmpty }
    if known.isEmpty { return "0" }
    return known.map { words in
      arguments += [words.joined(separator: " ")]
      return "\(function)(\(text), ?)"
    }.joined(separator: " AND ")
  }

  /// Only fields that hold something are in a body; quotation marks within values have a backslash before.
  private mutating func filled(_ fields: [String]) -> String {
    if fields == ["joined"] { return "\(table).joined != ''" }
    return either(
      fields.map { field in
        arguments += ["\"\(field)\":"]
        return "instr(\(table).body, ?) > 0"
      })
  }

  // MARK: Days

  private mutating func sql(_ field: String, _ range: DayRange) -> String {
    switch field {
    case "changed":
      let seconds = { (day: Day?) in day.map { $0.number * 86_400 } }
      return between(column("changed"), seconds(range.from), seconds(range.until))
    case "joined":
      let text = between(column("joined"), range.from?.description, range.until?.description)
      return "\(column("joined")) != '' AND \(text)"
    case _ where Participation.kind(ofField: field) != nil:
      let kind = Participation.kind(ofField: field)?.rawValue ?? ""
      let facet = sql(.participation, [kind])
      arguments += [kind, range.from?.description ?? "", range.until?.description ?? ""]
      return "\(facet) AND \(FieldHasWords.tookPart)(\(body("participation")), ?, ?, ?)"
    default:
      // A day known in part counts from its beginning.
      let text = body(field)
      let whole = "\(text) || substr('0000-01-01', length(\(text)) + 1)"
      return "\(text) != '' AND \(between(whole, range.from?.description, range.until?.description))"
    }
  }

  /// A column that has an index. The plus keeps that out where another one gives the order: what it saves is
  /// less than sorting costs.
  private func column(_ name: String) -> String {
    "\(order == nil || order == name ? "" : "+")\(table).\(name)"
  }

  private mutating func between<V: Readable>(_ text: String, _ from: V?, _ until: V?)
    -> String
  {
    var parts: [String] = []
    if let from {
      parts.append("\(text) >= ?")
      arguments += [from]
    }
    if let until {
      parts.append("\(text) < ?")
      arguments += [until]
    }
    return parts.isEmpty ? "1" : parts.joined(separator: " AND ")
  }

  // MARK: Dimensions

  private mutating func sql(_ dimension: Dimension, _ codes: Set<String>) -> String {
    if dimension == .language, !QueryCondition.dimension(dimension, codes).fitsFacet {
      return languages(codes)
    }
    guard let bits = FacetBits(dimension, values: codes), let all = FacetBits.all(of: dimension) else {
      let countries = dimension.countries(of: codes)
      for country in countries { arguments += [country] }
      return "\(table).country IN (\(Array(repeating: "?", count: countries.count).joined(separator: ", ")))"
    }
    let isFirst = all.first != 0
    let column = "\(table).\(isFirst ? "facets" : "more_facets")"
    arguments += [isFirst ? bits.first : bits.second]
    guard codes.contains("") else { return "\(column) & ? != 0" }
    arguments += [isFirst ? all.first : all.second]
    return "\(column) & ? != 0 OR \(column) & ? = 0"
  }

  /// Languages that have no bit of their own: among those that do, as another one.
  private mutating func languages(_ codes: Set<String>) -> String {
    let known = codes.filter { $0.isEmpty || Dimension.languageCodes.contains($0) }
    var parts = known.isEmpty ? [] : [sql(.language, known)]
    // A tag of an official language, such as zh-Hant, is not another one.
    let list = "';' || replace(lower(\(body("languages"))), ' ', '') || ';'"
    for code in codes.subtracting(known).sorted() {
      let tag = code.lowercased()
      arguments += [";\(tag);", ";\(tag)-"]
      parts.append("instr(\(list), ?) > 0 OR instr(\(list), ?) > 0")
    }
    return either(parts)
  }
}
