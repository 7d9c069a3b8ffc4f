/// A question for stakeholders as somebody typed it: words, and conditions such as `country:KE`, `-lang:fr`,
/// `joined:<2015-06`, `tag:"wet lands"`, `has:email`.
///
/// All parts have to hold; values with commas between them are alternatives. What cannot be understood is
/// named in `problems`, and the rest holds without it.
public struct StakeholderQuery: Hashable, Sendable {
  public let text: String
  public let terms: [QueryTerm]
  public let problems: [QueryProblem]

  /// More parts than anybody types, and fewer than a store can stand.
  static let mostTerms = 100

  /// - Parameters:
  ///   - words: what fields and values are called.
  ///   - today: what ages are counted back from.
  public init(_ text: String, words: QueryWords, today: Day) {
    var reader = QueryReader(words: words, today: today)
    let parts = QueryScanner.parts(of: Array(text))
    for part in parts.prefix(Self.mostTerms) { reader.take(part) }
    if let first = parts.dropFirst(Self.mostTerms).first, let last = parts.last {
      reader.complain(.tooMany, first.range.lowerBound..<last.range.upperBound)
    }
    self.text = text
    terms = reader.terms
    problems = reader.problems
  }

  /// Asks for nothing, and needs no words for that.
  public init() { (text, terms, problems) = ("", [], []) }

  public var clauses: [QueryClause] { terms.compactMap(\.clause) }

  /// Whether nothing is asked.
  public var isEmpty: Bool { clauses.isEmpty }

  /// Whether there is more to it than words to look for.
  public var hasConditions: Bool {
    clauses.contains { clause in
      if case .words = clause.condition { return clause.isNegated }
      return true
    }
  }
}
