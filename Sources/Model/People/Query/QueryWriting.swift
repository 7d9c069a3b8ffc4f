extension QueryClause {
  /// The clause as a query says it; nil for what no query can say.
  public func text(words: QueryWords) -> String? {
    guard let text = condition.text(words) else { return nil }
    return isNegated ? "-" + text : text
  }
}

extension QueryCondition {
  fileprivate func text(_ words: QueryWords) -> String? {
    switch self {
    case .words(let text): return text
    case .phrase(let text): return "\"\(text.replacing("\"", with: ""))\""
    case .dimension(let dimension, let codes): return words.text(QueryField.of(dimension), dimension, codes)
    default: return said(words).map { "\(words.name($0.field)):\($0.value)" }
    }
  }

  /// The field that says it, and with which value.
  private func said(_ words: QueryWords) -> (field: QueryField, value: String)? {
    func field(_ subject: QueryField.Subject) -> QueryField? {
      QueryField.all.first { $0.subject == subject }
    }
    func named(_ name: String) -> QueryField? { field(.day(name)) ?? field(.flag(name)) }
    func having(_ other: QueryField?) -> (QueryField, String)? {
      guard let has = field(.has), let other else { return nil }
      return (has, words.name(other))
    }
    switch self {
    case .words, .phrase: return nil
    case .dimension(let dimension, let codes):
      return (QueryField.of(dimension), words.values(dimension, codes))
    case .every(let dimension, let codes):
      return words.written(dimension, every: codes).map { (QueryField.of(dimension), $0) }
    case .text(let names, let text): return field(.text(names)).map { ($0, QueryWords.quoted(text)) }
    case .empty(let names):
      return (field(.text(names)) ?? names.first.flatMap(named)).map { ($0, words.none) }
    case .filled(let names): return having(field(.text(names)) ?? names.first.flatMap(named))
    case .stated(let dimension): return having(.of(dimension))
    case .days(let name, let range):
      return (name == "retired" ? field(.retired) : field(.day(name))).map { ($0, range.text) }
    case .id(let id): return field(.id).map { ($0, QueryWords.quoted(id)) }
    case .retired(let isRetired): return field(.retired).map { ($0, isRetired ? words.yesWord : "no") }
    case .any(let conditions):
      let parts = conditions.compactMap { $0.said(words) }
      guard let first = parts.first, parts.count == conditions.count,
        parts.allSatisfy({ $0.field == first.field })
      else { return nil }
      return (first.field, parts.map(\.value).joined(separator: ","))
    }
  }
}

extension DayRange {
  /// As a query says it.
  public var text: String {
    switch (from, until) {
    case (nil, nil): ".."
    case (let from?, nil): ">=\(from)"
    case (nil, let until?): "<\(until)"
    case (let from?, let until?): "\(from)..\(until + -1)"
    }
  }
}

extension QueryWords {
  func text(_ field: QueryField, _ dimension: Dimension, _ codes: Set<String>) -> String {
    "\(name(field)):\(values(dimension, codes))"
  }

  /// Values in the order of the vocabulary, with commas between them.
  func values(_ dimension: Dimension, _ codes: Set<String>) -> String {
    let order = codeList(dimension)
    let sorted = codes.sorted {
      let (a, b) = (order.firstIndex(of: $0) ?? order.count, order.firstIndex(of: $1) ?? order.count)
      return (a, $0) < (b, $1)
    }
    return sorted.map { written(dimension, $0) }.joined(separator: ",")
  }
}
