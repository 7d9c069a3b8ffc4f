import Model

/// What somebody said of the words of a column: what each means, or that cells with it say nothing.
struct ValueRules: Sendable {
  /// How the cells of a column are made of words.
  struct Words: Sendable {
    /// Whether a cell may have several.
    let isList: Bool
    /// What is wrong with a word; nil for one that the field takes.
    let problem: @Sendable (String) -> FieldProblem?
  }

  private let values: [String: String]
  /// What every other word becomes that the field does not take; nil leaves it to the field.
  private let other: String?
  private let words: Words
  /// Whether the field takes a word, which is dear to find out.
  private var taken: [String: Bool] = [:]
  private static let mostTaken = 10_000

  init(_ values: [MappedValue], _ words: Words) {
    let named = values.filter { $0.word != MappedValue.any }.map { (Self.key($0.word), $0.value) }
    self.values = Dictionary(named, uniquingKeysWith: { _, last in last })
    other = values.last { $0.word == MappedValue.any }?.value
    self.words = words
  }

  /// Of the columns for which somebody said something, by their places.
  static func rules(_ values: [[MappedValue]], _ words: (Int) -> Words) -> [Int: ValueRules] {
    var rules: [Int: ValueRules] = [:]
    for (position, values) in values.enumerated() where !values.isEmpty {
      rules[position] = ValueRules(values, words(position))
    }
    return rules
  }

  /// What makes two words the same: neither case nor accents tell them apart.
  static func key(_ word: String) -> String {
    let folded = Folding.folded(word.trimmed)
    return folded.isEmpty ? word.trimmed : folded
  }

  /// Puts what was said in the place of the words of a cell.
  /// - Returns: the cell as the field is to get it, and the words that something was said of, each with its value.
  mutating func mend(_ cell: String) -> (text: String, found: [(word: String, value: String)]) {
    let text = cell.trimmed
    if text.isEmpty { return (cell, []) }
    if let value = values[Self.key(text)] { return (value, [(text, value)]) }
    let entries = words.isList ? Self.entries(of: text) : [text]
    var found: [(word: String, value: String)] = []
    var left: [String] = []
    for entry in entries {
      for (word, value) in said(of: words.isList ? entry.unescaped : entry) {
        if let value { found.append((word, value)) }
        let result = value ?? (words.isList ? ListText.entry(word) : word)
        if !result.isEmpty { left.append(result) }
      }
    }
    return found.isEmpty ? (cell, []) : (left.joined(separator: "; "), found)
  }

  /// What was said of an entry, or of its words where commas part them; nil of those that are left to the field.
  private mutating func said(of entry: String) -> [(word: String, value: String?)] {
    if let value = values[Self.key(entry)] { return [(entry, value)] }
    if takes(entry) { return [(entry, nil)] }
    let pieces = words.isList ? CellWords.pieces(of: entry) : []
    let parted = pieces.map { piece -> (word: String, value: String?, isKnown: Bool) in
      let value = values[Self.key(piece)]
      return (piece, value, value != nil || takes(piece))
    }
    let isParted = parted.count > 1 && parted.contains(where: \.isKnown)
    guard isParted, other != nil || parted.allSatisfy(\.isKnown) else { return [(entry, other)] }
    return parted.map { ($0.word, $0.isKnown ? $0.value : other) }
  }

  /// The words of a cell that the field does not take, and those of which something was said.
  static func open(in cell: String, _ words: Words, _ said: Set<String>) -> [String] {
    let text = cell.trimmed
    func isOpen(_ word: String) -> Bool {
      if said.contains(key(word)) { return true }
      // Which number of a date is the month is no matter of what words mean.
      if case .ambiguousDay = words.problem(word) { return false }
      return words.problem(word) != nil
    }
    if text.isEmpty || !isOpen(text) && said.isEmpty { return [] }
    guard words.isList, !said.contains(key(text)) else { return isOpen(text) ? [text] : [] }
    return entries(of: text).map(\.unescaped).filter(isOpen).flatMap { entry -> [String] in
      let pieces = said.contains(key(entry)) ? [] : CellWords.pieces(of: entry)
      let left = pieces.filter(isOpen)
      return pieces.count > 1 && left.count < pieces.count ? left : [entry]
    }
  }

  private mutating func takes(_ word: String) -> Bool {
    if let known = taken[word] { return known }
    let isTaken = words.problem(word) == nil
    if taken.count < Self.mostTaken { taken[word] = isTaken }
    return isTaken
  }

  /// Google's mark stands between several values of a cell, as semicolons do.
  private static func entries(of text: String) -> [String] {
    ListText.entries(of: text.contains(":::") ? text.replacing(":::", with: ";") : text)
  }
}

extension String {
  fileprivate var unescaped: String { items.first ?? self }
}

extension ValueRules.Words {
  /// Any text.
  static let free = Self(isList: false) { _ in nil }

  /// The words of a field of any kind.
  init<R: Record>(_ field: Field<R>) {
    let reader = CellWords(field.name, field.entry)
    isList = field.entry.isList
    problem = { word in
      var record = R(id: "a")
      do throws(FieldProblem) { try field.write(reader?.read(word) ?? word, to: &record) } catch {
        return error
      }
      return nil
    }
  }
}

extension RowMapper {
  /// The words of a column, by what it becomes.
  func words(at position: Int) -> ValueRules.Words {
    let entry = Stakeholder.field(targets[position].field)?.entry
    let isList = targets[position].part.isEmpty && entry?.isList == true
    return ValueRules.Words(isList: isList) { problem(of: $0, at: position) }
  }

  /// What is wrong with one cell, the rest of its row aside.
  func problem(of cell: String, at position: Int) -> FieldProblem? {
    var record = Stakeholder(id: "a")
    for (column, value) in zip(columns, cells(alone(cell, at: position))) {
      guard let value, let name = column.field else { continue }
      do throws(FieldProblem) {
        if name == "id" {
          _ = try NewID.checked(value)
        } else {
          try Stakeholder.field(name)?.write(value, to: &record)
        }
      } catch { return error }
    }
    return nil
  }

  /// A row with nothing but one cell. Beside a street a country that is not known is no harm: it stays in the
  /// address.
  private func alone(_ cell: String, at position: Int) -> [String] {
    var row = Array(repeating: "", count: titles.count)
    row[position] = cell
    let street = targets.firstIndex { $0.field == "addresses" && ["street", "city"].contains($0.part) }
    if targets[position].field == "addresses", let street, street != position { row[street] = "-" }
    return row
  }
}
