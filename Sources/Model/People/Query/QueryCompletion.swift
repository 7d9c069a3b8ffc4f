/// What may come next in a query that is being typed.
public struct QueryCompletion: Hashable, Sendable {
  public struct Candidate: Hashable, Sendable {
    /// What takes the place of `range`.
    public let text: String
    /// What it is called, where the text does not say it: `Kenya` beside `KE`.
    public let label: String?
  }

  /// Characters of the query: what has been typed of it.
  public let range: Range<Int>
  public let candidates: [Candidate]
  /// The field whose day is being typed: there is nothing to choose, but something to say.
  public let day: QueryField?

  static func none(at caret: Int) -> Self { QueryCompletion(range: caret..<caret, candidates: [], day: nil) }
}

extension StakeholderQuery {
  /// What may be meant by the word that ends at the caret.
  /// - Parameter most: so many at most.
  public static func completion(
    of text: [Character], caret: Int, words: QueryWords, most: Int = 20
  ) -> QueryCompletion {
    let nothing = QueryCompletion.none(at: caret)
    guard text.indices.contains(caret) ? text[caret].isWhitespace : caret == text.count,
      let part = QueryScanner.parts(of: Array(text[..<caret])).last, part.range.upperBound == caret,
      !part.isQuoted, let value = part.values.last
    else { return nothing }
    guard let name = part.name else { return fields(value, words, most: most) }
    guard let field = words.field(name) else { return nothing }
    switch field.subject {
    case .dimension(let dimension): return values(of: dimension, value, words, most: most)
    case .day: return QueryCompletion(range: value.range, candidates: [], day: field)
    case .flag: return chosen(["yes", "no"], value)
    case .retired: return chosen(["yes"], value)
    case .has:
      let names = QueryField.all.filter { $0.subject != .has && $0.subject != .id }.map(words.name)
      return chosen(Array(names.filter { begins($0, value.text) }.prefix(most)), value)
    case .text, .id: return nothing
    }
  }

  /// Fields whose name begins with two letters or more, or with one character of Chinese.
  private static func fields(
    _ value: QueryTerm.Value, _ words: QueryWords, most: Int
  ) -> QueryCompletion {
    let range = value.range
    let isLong = value.text.count > 1 || value.text.unicodeScalars.contains(where: Folding.isIdeograph)
    guard isLong, value.text.allSatisfy({ $0.isLetter || $0 == "_" }) else {
      return .none(at: range.upperBound)
    }
    let found = QueryField.all.filter { begins(words.name($0), value.text) || begins($0.name, value.text) }
    let candidates = found.prefix(most).map {
      QueryCompletion.Candidate(text: words.name($0) + ":", label: nil)
    }
    return QueryCompletion(range: range, candidates: candidates, day: nil)
  }

  private static func values(
    of dimension: Dimension, _ value: QueryTerm.Value, _ words: QueryWords, most: Int
  ) -> QueryCompletion {
    // A value that is whole needs no help, even where longer ones begin with it.
    if words.code(dimension, value.text) != nil { return .none(at: value.range.upperBound) }
    // Codes that begin with it, then names that do, then names with a later word that does.
    var ranked: [(rank: Int, code: String)] = []
    for code in words.codeList(dimension) + [""] {
      let written = words.written(dimension, code)
      let label = words.label(dimension, code) ?? code
      if begins(written, value.text) || begins(code, value.text) {
        ranked.append((1, code))
      } else if begins(label, value.text) {
        ranked.append((2, code))
      } else if label.split(whereSeparator: { !$0.isLetter }).contains(where: { begins($0, value.text) }) {
        ranked.append((3, code))
      }
    }
    let codes = (1...3).flatMap { rank in ranked.filter { $0.rank == rank } }
    let candidates = codes.prefix(most).map { _, code in
      let text = words.written(dimension, code)
      let label = words.label(dimension, code)
      return QueryCompletion.Candidate(
        text: text, label: label.flatMap { QueryWords.key($0) == QueryWords.key(text) ? nil : $0 })
    }
    return QueryCompletion(range: value.range, candidates: Array(candidates), day: nil)
  }

  private static func chosen(_ texts: [String], _ value: QueryTerm.Value) -> QueryCompletion {
    let candidates = texts.filter { begins($0, value.text) && $0 != value.text }
    return QueryCompletion(
      range: value.range, candidates: candidates.map { .init(text: $0, label: nil) }, day: nil)
  }

  private static func begins(_ text: some StringProtocol, _ typed: String) -> Bool {
    QueryWords.key(String(text)).hasPrefix(QueryWords.key(typed))
  }
}
