/// Gives the parts of a query their meaning.
struct QueryReader {
  let words: QueryWords
  let today: Day
  private(set) var terms: [QueryTerm] = []
  private(set) var problems: [QueryProblem] = []

  init(words: QueryWords, today: Day) {
    self.words = words
    self.today = today
  }

  mutating func complain(
    _ reason: QueryProblem.Reason, _ range: Range<Int>, suggestion: String? = nil
  ) {
    problems.append(QueryProblem(reason: reason, range: range, suggestion: suggestion))
  }

  mutating func take(_ part: QueryScanner.Part) {
    let field = part.name.flatMap(words.field)
    terms.append(
      QueryTerm(
        range: part.range, isNegated: part.isNegated, field: field, nameRange: part.nameRange,
        values: part.values, condition: condition(of: part, field)))
  }

  private mutating func condition(of part: QueryScanner.Part, _ field: QueryField?) -> QueryCondition? {
    if let field { return condition(field, part) }
    if let name = part.name {
      let near = EditDistance.nearest(Folding.folded(name), of: words.fieldNames)
      complain(.unknownField(name), part.nameRange ?? part.range, suggestion: near)
      return nil
    }
    guard let value = part.values.first else { return nil }
    guard part.isQuoted else { return .words(value.text) }
    return WordMatch.words(value.text).isEmpty ? nil : .phrase(value.text)
  }

  private mutating func condition(_ field: QueryField, _ part: QueryScanner.Part) -> QueryCondition? {
    let given = part.values.filter { !$0.text.trimmed.isEmpty }
    if given.isEmpty {
      complain(.missingValue(field), part.range)
      return nil
    }
    if case .dimension(let dimension) = field.subject {
      return condition(field, dimension, given)
    }
    let most = StakeholderQuery.mostTerms
    if given.count > most { complain(.tooMany, given[most].range.lowerBound..<part.range.upperBound) }
    let conditions = given.prefix(most).compactMap { condition(field, $0) }
    return conditions.count > 1 ? .any(conditions) : conditions.first
  }

  private mutating func condition(
    _ field: QueryField, _ dimension: Dimension, _ given: [QueryTerm.Value]
  ) -> QueryCondition? {
    var codes: Set<String> = []
    var conditions: [QueryCondition] = []
    for value in given {
      if let several = words.several(dimension, value.text) {
        conditions.append(.every(dimension, several))
      } else if let code = code(field, dimension, value) {
        codes.insert(code)
      }
    }
    if !codes.isEmpty { conditions.append(.dimension(dimension, codes)) }
    return conditions.count > 1 ? .any(conditions) : conditions.first
  }

  private mutating func code(
    _ field: QueryField, _ dimension: Dimension, _ value: QueryTerm.Value
  ) -> String? {
    if let code = words.code(dimension, value.text) { return code }
    complain(
      .unknownValue(field, value.text), value.range, suggestion: words.nearestValue(dimension, value.text))
    return nil
  }

  private mutating func condition(_ field: QueryField, _ value: QueryTerm.Value) -> QueryCondition? {
    switch field.subject {
    case .dimension: return nil
    case .text(let names):
      if words.isNone(value.text) { return .empty(names) }
      guard WordMatch.words(value.text).isEmpty else { return .text(names, value.text) }
      complain(.noWords(field, value.text), value.range)
      return nil
    case .day(let name):
      if words.isNone(value.text), name != "changed", Participation.kind(ofField: name) == nil {
        return .empty([name])
      }
      return days(field, name, value)
    case .flag(let name):
      guard let answer = words.answer(value.text) else { return unknown(field, value, of: ["yes", "no"]) }
      return answer ? .filled([name]) : .empty([name])
    case .retired:
      if let answer = words.answer(value.text) { return .retired(answer) }
      return days(field, "retired", value)
    case .id: return .id(value.text)
    case .has: return presence(field, value)
    }
  }

  private mutating func days(
    _ field: QueryField, _ name: String, _ value: QueryTerm.Value
  ) -> QueryCondition? {
    if let range = QueryDays.range(value.text, today: today) { return .days(name, range) }
    complain(.malformedDay(field, value.text), value.range)
    return nil
  }

  private mutating func presence(_ has: QueryField, _ value: QueryTerm.Value) -> QueryCondition? {
    switch words.field(value.text)?.subject {
    case .dimension(let dimension): return .stated(dimension)
    case .text(let names): return .filled(names)
    case .day("changed"), .id, .has, .retired, nil: return unknown(has, value, of: words.fieldNames)
    case .day(let name), .flag(let name):
      if let kind = Participation.kind(ofField: name) { return .dimension(.participation, [kind.rawValue]) }
      return .filled([name])
    }
  }

  private mutating func unknown(
    _ field: QueryField, _ value: QueryTerm.Value, of known: [String]
  ) -> QueryCondition? {
    let near = EditDistance.nearest(Folding.folded(value.text), of: known)
    complain(.unknownValue(field, value.text), value.range, suggestion: near)
    return nil
  }
}
