import Model

/// What a word means, as somebody wrote it before the columns of the file were known: `Role:C=contributor`.
public struct GivenValue: Sendable, Equatable {
  /// The title of a column and the word: either may have a colon in it.
  public let place: String
  /// Empty where such cells say nothing.
  public let value: String

  /// Nil where it has no column, no word or no sign between them.
  public init?(_ text: String) {
    guard let sign = text.lastIndex(of: "=") else { return nil }
    place = String(text[..<sign])
    value = String(text[sign...].dropFirst()).trimmed
    guard let colon = place.firstIndex(of: ":"), !place[..<colon].allSatisfy(\.isWhitespace),
      !place[colon...].dropFirst().allSatisfy(\.isWhitespace)
    else { return nil }
  }

  /// The columns that it is about, and the word.
  /// - Parameters:
  ///   - titles: of the columns.
  ///   - fields: what each becomes; nil or empty where it is left out.
  ///   - field: the field that a name means which is no title.
  /// - Throws: `ImportFailure.valueColumn` where there is no such column, `.valueColumnLeftOut` where it becomes nothing.
  func columns(
    _ titles: [String], _ fields: [String?], _ field: (String) -> String?
  ) throws(ImportFailure) -> (positions: [Int], word: String) {
    let colons = place.indices.filter { place[$0] == ":" }
    for isTitle in [true, false] {
      for colon in colons.reversed() {
        let (name, word) = (String(place[..<colon]).trimmed, String(place[colon...].dropFirst()).trimmed)
        if name.isEmpty || word.isEmpty { continue }
        let positions = titles.indices.filter { position in
          guard fields[position]?.isEmpty == false else { return false }
          return isTitle
            ? titles[position].trimmed.lowercased() == name.lowercased()
            : fields[position] == name.lowercased() || fields[position] == field(name)
        }
        if !positions.isEmpty { return (positions, word) }
      }
    }
    for colon in colons.reversed() {
      let name = String(place[..<colon]).trimmed.lowercased()
      let title = titles.first { $0.trimmed.lowercased() == name }
      if let title { throw .valueColumnLeftOut(title.trimmed) }
    }
    let known = titles.indices.filter { fields[$0]?.isEmpty == false }.map { titles[$0].trimmed }
    let all = known.isEmpty ? titles.map(\.trimmed).filter { !$0.isEmpty } : known
    throw .valueColumn(String(place[..<(colons.first ?? place.endIndex)]).trimmed, all)
  }

  /// Whether a note tells of a cell that has the word.
  public func isAbout(_ note: CellNote) -> Bool {
    switch note.what {
    case .mapped, .emptied:
      let words = place.indices.filter { place[$0] == ":" }.map { String(place[$0...].dropFirst()).trimmed }
      return words.contains { $0 == MappedValue.any || ValueRules.key($0) == ValueRules.key(note.cell) }
    default: return false
    }
  }
}

/// What was said of words so far, by the places of their columns.
private struct SaidValues {
  private var values: [Int: [String: String]] = [:]

  mutating func add(_ given: GivenValue, _ word: String, at position: Int) throws(ImportFailure) {
    let key = ValueRules.key(word)
    if let known = values[position]?[key], known != given.value {
      throw .valueTwice(given.place, [known, given.value])
    }
    values[position, default: [:]][key] = given.value
  }
}

extension ColumnMapping {
  /// Takes up what somebody said of words.
  /// - Throws: `ImportFailure.valueColumn`, `.value` for what the field does not take, `.valueTwice`.
  public mutating func take(_ all: [GivenValue]) throws(ImportFailure) {
    var said = SaidValues()
    for given in all { try take(given, &said) }
  }

  private mutating func take(_ given: GivenValue, _ said: inout SaidValues) throws(ImportFailure) {
    let guess: (String) -> String? = { ColumnGuess<Stakeholder>(header: [$0]).columns[0].field }
    let (positions, word) = try given.columns(titles, targets.map(\.field), guess)
    for position in positions {
      if let problem = problem(of: given.value, at: position) {
        throw .value(titles[position].trimmed, problem)
      }
      try said.add(given, word, at: position)
      map(word, to: given.value, at: position)
    }
  }

  /// What is wrong with a value for the words of a column; nil where its field takes it, or it is empty.
  public func problem(of value: String, at position: Int) -> FieldProblem? {
    value.isEmpty ? nil : mapper.problem(of: value, at: position)
  }
}

extension ImportFile {
  /// What somebody said of the words of a table whose columns are told by their headers, by column.
  /// - Throws: `ImportFailure.valueColumn`, `.value` or `.valueTwice`.
  func values<R: Exchangeable>(
    of _: R.Type, _ titles: [String], _ fields: [String?]
  ) throws(ImportFailure) -> [[MappedValue]] {
    var values: [[MappedValue]] = titles.map { _ in [] }
    var said = SaidValues()
    for given in self.values {
      let guess: (String) -> String? = { ColumnGuess<R>(header: [$0]).columns[0].field }
      let (positions, word) = try given.columns(titles, fields, guess)
      for position in positions {
        if let field = fields[position].flatMap(R.field), !given.value.isEmpty,
          let problem = ValueRules.Words(field).problem(given.value)
        {
          throw .value(titles[position].trimmed, problem)
        }
        try said.add(given, word, at: position)
        values[position].append(MappedValue(word, given.value))
      }
    }
    return values
  }
}
