/// What a rule looks for, as words and gaps. It is written as parts set apart by spaces:
///
/// - `must`: that word, whatever its case and accents; a Chinese character is a word of its own
/// - `recommend*`: any word that begins so; `*ите`: any word that ends so
/// - `must|ought_to`: one of these; `_` joins the words of one
/// - `@actor`: one of that class
/// - `be?`: with it or without it
/// - `~3`: up to three words, in the same clause; `~~3` goes on behind commas
/// - `,`: a comma, semicolon, colon, bracket or dash
/// - `!`: an exclamation mark
/// - `^`: the sentence begins here; `$`: it ends here
/// - `!users`: what follows is not that; the last words of a pattern may be so
struct WordingPattern: Sendable {
  enum Step: Sendable {
    case words(Words, isOptional: Bool)
    case gap(Int, crossesCommas: Bool)
    case start, end
    case not(Words)
  }

  /// Sequences of atoms of which one must stand there, by their first atom.
  struct Words: Sendable {
    private(set) var byFirst: [Int32: [[Int32]]] = [:]

    init(_ sequences: [[Int32]]) {
      for sequence in sequences where !sequence.isEmpty { byFirst[sequence[0], default: []].append(sequence) }
    }
  }

  /// A way in which a match may begin.
  struct Lead: Sendable {
    /// At least one.
    let atoms: [Int32]
    /// How many of them are done with when the rest begins.
    let length: Int
    let rest: ArraySlice<Step>
  }

  let leads: [Lead]

  /// - Throws: for a class that is not there, and for a pattern that begins with what may be missing.
  init(_ text: String, classes: [String: [[Int32]]], reader: inout WordReader) throws(WordingProblem) {
    var steps: [Step] = []
    for part in text.split(separator: " ") {
      switch part.first {
      case "^": steps.append(.start)
      case "$": steps.append(.end)
      case "~":
        let crosses = part.hasPrefix("~~")
        guard let count = Int(part.drop { $0 == "~" }), count <= 24 else { throw .pattern(text) }
        steps.append(.gap(count, crossesCommas: crosses))
      case "!" where part.count > 1:
        steps.append(.not(Words(try Self.sequences(part.dropFirst(), classes, &reader))))
      default:
        let isOptional = part.hasSuffix("?")
        let words = try Self.sequences(isOptional ? part.dropLast() : part, classes, &reader)
        steps.append(.words(Words(words), isOptional: isOptional))
      }
    }
    leads = Self.leads(steps[...], before: [])
    if leads.isEmpty { throw .pattern(text) }
  }

  private static func leads(_ steps: ArraySlice<Step>, before: [Step]) -> [Lead] {
    guard let step = steps.first else { return [] }
    let rest = steps.dropFirst()
    switch step {
    case .start, .not: return leads(rest, before: before + [step])
    case .words(let words, let isOptional):
      // Looked at again, where something about the place comes before.
      let leads = words.byFirst.values.joined().map {
        before.isEmpty
          ? Lead(atoms: $0, length: $0.count, rest: rest)
          : Lead(atoms: $0, length: 0, rest: (before + steps)[...])
      }
      return isOptional ? leads + Self.leads(rest, before: before) : leads
    case .gap, .end: return []
    }
  }

  /// The sequences of atoms that `a|b_c|@d` stands for.
  static func sequences(
    _ text: Substring, _ classes: [String: [[Int32]]], _ reader: inout WordReader
  ) throws(WordingProblem) -> [[Int32]] {
    var sequences: [[Int32]] = []
    for alternative in text.split(separator: "|") {
      if alternative.hasPrefix("@") {
        guard let known = classes[String(alternative.dropFirst())] else { throw .pattern(String(text)) }
        sequences += known
      } else if alternative == "," || alternative == "!" {
        sequences.append([alternative == "," ? WordReader.comma : WordReader.exclamation])
      } else {
        sequences.append(atoms(of: alternative, &reader))
      }
    }
    return sequences
  }

  private static func atoms(of words: Substring, _ reader: inout WordReader) -> [Int32] {
    var atoms: [Int32] = []
    for word in words.split(whereSeparator: { "_'’-".contains($0) }) {
      if word.unicodeScalars.contains(where: Folding.isIdeograph) {
        atoms += word.unicodeScalars.map { reader.atom(String($0)) }
      } else {
        atoms.append(reader.atom(String(word)))
      }
    }
    return atoms
  }
}

/// What is wrong with the file of rules.
enum WordingProblem: Error, Equatable {
  case pattern(String)
}

/// The words of one sentence, to match patterns on.
struct WordingMatcher {
  let tokens: [WordingText.Token]
  let sentence: Range<Int>
  let atoms: [[Int32]]

  /// Where the first match that begins so at a token ends; nil where none does.
  func end(of lead: WordingPattern.Lead, at start: Int) -> Int? {
    stands(lead.atoms, at: start) ? end(lead.rest, at: start + lead.length) : nil
  }

  private func stands(_ sequence: [Int32], at place: Int) -> Bool {
    guard place + sequence.count <= sentence.upperBound else { return false }
    var place = place
    for atom in sequence {
      guard atoms[Int(tokens[place].word)].contains(atom) else { return false }
      place += 1
    }
    return true
  }

  private func end(_ steps: ArraySlice<WordingPattern.Step>, at place: Int) -> Int? {
    guard let step = steps.first else { return place }
    let rest = steps.dropFirst()
    switch step {
    case .start: return place == sentence.lowerBound ? end(rest, at: place) : nil
    case .end: return place == sentence.upperBound ? end(rest, at: place) : nil
    case .not(let words):
      return ends(of: words, at: place) { _ in 0 } == nil ? end(rest, at: place) : nil
    case .words(let words, let isOptional):
      return ends(of: words, at: place) { end(rest, at: $0) } ?? (isOptional ? end(rest, at: place) : nil)
    case .gap(let count, let crossesCommas):
      var place = place
      for _ in 0...count {
        if let end = end(rest, at: place) { return end }
        guard place < sentence.upperBound, crossesCommas || tokens[place].word != WordReader.comma else {
          return nil
        }
        place += 1
      }
      return nil
    }
  }

  /// The first answer for a place behind one of the sequences.
  private func ends(of words: WordingPattern.Words, at place: Int, then: (Int) -> Int?) -> Int? {
    guard place < sentence.upperBound else { return nil }
    for atom in atoms[Int(tokens[place].word)] {
      for sequence in words.byFirst[atom] ?? [] {
        if stands(sequence, at: place), let end = then(place + sequence.count) { return end }
      }
    }
    return nil
  }
}
