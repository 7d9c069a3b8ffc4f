extension StakeholderQuery {
  /// The text with other values of a dimension: where the query names it already, there; else at its end.
  /// Conditions that something is not so stay.
  public func text(setting dimension: Dimension, to codes: Set<String>, words: QueryWords) -> String {
    let field = QueryField.of(dimension)
    let own = terms.first { term in
      if case .dimension(dimension, let values) = term.condition, !term.isNegated {
        return QueryCondition.dimension(dimension, values).fitsFacet
      }
      return false
    }
    let part = codes.isEmpty ? "" : words.text(field, dimension, codes)
    return Self.replacing(own?.range, of: text, with: part)
  }

  /// The text that looks among the retired, or no longer does.
  public func text(settingRetired isRetired: Bool, words: QueryWords) -> String {
    let spoken = terms.filter { term in term.field?.subject == .retired }
    let cleared = spoken.reversed().reduce(self.text) { text, term in
      Self.replacing(term.range, of: text, with: "")
    }
    guard isRetired, let field = QueryField.all.first(where: { $0.subject == .retired }) else {
      return cleared
    }
    return Self.replacing(nil, of: cleared, with: "\(words.name(field)):\(words.yesWord)")
  }

  private static func replacing(_ range: Range<Int>?, of text: String, with part: String) -> String {
    let characters = Array(text)
    let (before, after) = (
      String(characters[..<(range?.lowerBound ?? characters.count)]).trimmed,
      String(characters[(range?.upperBound ?? characters.count)...]).trimmed
    )
    return [before, part, after].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The query in the words that are the same in every language, as it is kept.
  public var neutralText: String { text(in: .plain) }

  /// The query with the names and values of another language; what cannot be understood stays as it is.
  public func text(in words: QueryWords) -> String {
    let characters = Array(text)
    return terms.map { term in
      guard let field = term.field, let name = term.nameRange, !hasProblem(in: term.range) else {
        return String(characters[term.range])
      }
      if case .dimension(let dimension, let codes) = term.condition {
        return (term.isNegated ? "-" : "") + words.text(field, dimension, codes)
      }
      let values = String(characters[(name.upperBound + 1)..<term.range.upperBound])
      return "\(term.isNegated ? "-" : "")\(words.name(field)):\(values)"
    }.joined(separator: " ")
  }

  private func hasProblem(in range: Range<Int>) -> Bool {
    problems.contains { $0.range.overlaps(range) || range.contains($0.range.lowerBound) }
  }
}

extension QueryCondition {
  /// Whether the values are among those that a facet can be set to.
  public var fitsFacet: Bool {
    guard case .dimension(let dimension, let codes) = self else { return false }
    return dimension != .language || codes.allSatisfy { $0.isEmpty || Dimension.languageCodes.contains($0) }
  }
}
