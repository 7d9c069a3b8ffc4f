/// A name taken apart so that spellings of the same name become equal: without case, accents, titles and
/// order.
struct NameForm: Equatable {
  /// Whole words, folded, in the order in which they stand, the given name first where a comma says so.
  private(set) var words: [String] = []
  /// Letters that stand for a word: the `h` of "H. Lefèvre".
  private(set) var initials: [Unicode.Scalar] = []
  /// Beginnings that stand for a word, or letters for several: "Th." Banda, Smith "JA". They are words too.
  private(set) var short: Set<String> = []
  /// What tells a father from his son: `jr`, `sr`, `ii` …
  private(set) var generation: String?
  /// The characters of a name in Chinese, Japanese or Korean script, turned so that it does not matter whether
  /// the family name comes first or last; empty where there are none.
  private(set) var characters = ""
  /// The characters as they stand.
  private(set) var written = ""
  /// The same in their words.
  private var parts: [String] = []

  init(person text: String) {
    var tokens = Self.tokens(Self.withoutRemarks(text))
    let isMixed = tokens.contains { !$0.isInCapitals && !$0.isLetter && !$0.isIdeographic }
    Self.dropTitles(of: &tokens)
    generation = Self.takeGeneration(from: &tokens)
    tokens = Self.turned(tokens)
    Self.dropParticles(of: &tokens)
    for token in tokens {
      take(token)
      let isShort = token.isPointed || token.isInCapitals && isMixed
      if isShort, !token.isLetter, !token.isIdeographic, (2...3).contains(token.folded.unicodeScalars.count) {
        short.insert(token.folded)
      }
    }
    written = Self.untitled(written)
    characters = Self.turned(written)
  }

  /// - Parameter place: the words of the city and country of the organization, which many write behind its name.
  init(organization text: String, at place: Set<String> = []) {
    let known = NameWords.shared
    let tokens = Self.joined(Self.tokens(text))
    for token in tokens where !known.fillers.contains(token.folded) {
      take(token, isLetterAWord: true)
    }
    let plain = words.map(known.whole).filter { !known.legalForms.contains($0) }
    if !plain.isEmpty { words = plain }
    let elsewhere = words.filter { !place.contains($0) }
    if elsewhere.count > 1, words.last.map(place.contains) == true { words = elsewhere }
    for form in known.legalCharacters where written.unicodeScalars.count > form.unicodeScalars.count + 1 {
      if written.hasSuffix(form) { written = String(written.dropLast(form.count)) }
      if written.hasPrefix(form) { written = String(written.dropFirst(form.count)) }
    }
    characters = Self.turned(written)
  }

  /// The same name in Latin letters, for one in another script; nil where nobody can tell its sounds.
  init?(readingOf form: NameForm) {
    let kana = form.words.isEmpty ? form.parts.compactMap(Kana.reading) : []
    if !kana.isEmpty, kana.count == form.parts.count {
      words = kana
    } else if form.words.isEmpty {
      guard let syllables = HanForm.reading(form.written) else { return nil }
      words = [syllables[0]] + (syllables.count > 1 ? [syllables.dropFirst().joined()] : [])
    } else {
      guard form.words.contains(where: { $0.utf8.contains { $0 >= 0x80 } }) else { return nil }
      let latin = form.words.compactMap(LatinLetters.of).filter { !$0.isEmpty }
      guard latin.count == form.words.count else { return nil }
      words = latin
    }
  }

  /// Equal for the same words in any order; nil for a name without whole words.
  var key: String? { words.isEmpty ? nil : Set(words).sorted().joined(separator: " ") }

  private mutating func take(_ token: NameToken, isLetterAWord: Bool = false) {
    if token.isIdeographic {
      written += token.folded
      parts.append(token.folded)
    } else if !isLetterAWord, token.isLetter, let letter = token.folded.unicodeScalars.first {
      initials.append(letter)
    } else {
      words.append(token.folded)
    }
  }

  // MARK: What does not belong to the name

  /// Without what stands in brackets and behind a semicolon, where something is left.
  private static func withoutRemarks(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ";") }) else {
      return text
    }
    let plain = String(text.prefix { $0 != ";" }).replacing(/\([^)]*\)/, with: " ").trimmed
    return plain.isEmpty ? text : plain
  }

  private static func dropTitles(of tokens: inout [NameToken]) {
    let known = NameWords.shared
    var first = 0
    while first < tokens.count {
      guard let length = titleLength(of: tokens[first...]) else { break }
      let rest = tokens[(first + length)...].filter { !$0.isLetter || $0.isIdeographic }.count
      // "M. Banda" has an initial; "M. Jean Dupont" a title.
      let word = tokens[first..<first + length].map(\.folded).joined()
      let isDoubtful = known.firstTitles.contains(word)
      if rest < (isDoubtful ? 2 : 1) { break }
      first += length
    }
    tokens.removeFirst(first)
    dropDegrees(of: &tokens)
    var kept = 0
    let words = tokens.filter { !$0.isLetter && !known.titles.contains($0.folded) }.count
    tokens.removeAll { token in
      kept += 1
      return kept > 1 && words > 0 && !token.isLetter && known.titles.contains(token.folded)
    }
  }

  /// How many words the title has with which a name begins.
  private static func titleLength(of tokens: ArraySlice<NameToken>) -> Int? {
    let known = NameWords.shared
    guard let first = tokens.first else { return nil }
    if let joiner = first.joiner, tokens.count > 2, let next = tokens.dropFirst().first {
      let word = first.folded + (joiner == "-" ? "-" : "") + next.folded
      if known.titles.contains(word) || known.firstTitles.contains(word) { return 2 }
    }
    if known.titles.contains(first.folded) && !(first.isLetter && first.raw.utf8.count == 1) { return 1 }
    if known.firstTitles.contains(first.folded), first.joiner == nil { return 1 }
    return known.markedTitles.contains(first.raw.lowercased()) && tokens.count > 2 ? 1 : nil
  }

  /// "Jane Mwale, Ph.D.": a degree at the end, with points or without; of one word only where it says so with
  /// capitals or a comma before it.
  private static func dropDegrees(of tokens: inout [NameToken]) {
    let known = NameWords.shared
    while tokens.count > 2 {
      var start = tokens.count - 1
      while start > 0, tokens[start - 1].joiner == "." { start -= 1 }
      let word = tokens[start...].map(\.folded).joined()
      let before = tokens[..<start]
      guard known.degrees.contains(word), before.filter({ !$0.isLetter }).count > 1 else { return }
      let isMarked = start < tokens.count - 1 || before.last?.endsPart == true || word.count > 2
      guard isMarked else { return }
      tokens.removeSubrange(start...)
    }
  }

  private static func takeGeneration(from tokens: inout [NameToken]) -> String? {
    let place = tokens.indices.dropFirst().last { place in
      NameWords.shared.generation(tokens[place].folded) != nil && (place > 1 || tokens.count == 2)
    }
    guard let place, tokens.count > 2, place == tokens.count - 1 || tokens[place].endsPart else { return nil }
    let generation = NameWords.shared.generation(tokens[place].folded)
    if tokens[place].endsPart { tokens[place - 1].endsPart = true }
    tokens.remove(at: place)
    return generation
  }

  /// Family, given: the given name first, as it is said.
  private static func turned(_ tokens: [NameToken]) -> [NameToken] {
    let commas = tokens.indices.filter { tokens[$0].endsPart && $0 < tokens.count - 1 }
    guard commas.count == 1, let comma = commas.first else { return tokens }
    return Array(tokens[(comma + 1)...] + tokens[...comma])
  }

  /// "de la" between words: "de la Cruz" is found as "Cruz" too. The first word of a name is none: Lê is a family.
  private static func dropParticles(of tokens: inout [NameToken]) {
    guard tokens.count > 2 else { return }
    let last = tokens.count - 1
    tokens = tokens.indices.filter { place in
      place == 0 || place == last || !NameWords.shared.particles.contains(tokens[place].folded)
        || tokens[place].isLetter
    }.map { tokens[$0] }
  }

  /// "S.A.", "d.o.o." and "U.N." as one word.
  private static func joined(_ tokens: [NameToken]) -> [NameToken] {
    var joined: [NameToken] = []
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count - 1, tokens[end].joiner == ".", tokens[end + 1].folded.utf8.count <= 2 {
        end += 1
      }
      var token = tokens[end]
      if end > start, tokens[start].folded.utf8.count <= 2 {
        token.folded = tokens[start...end].map(\.folded).joined()
        joined.append(token)
      } else if start < tokens.count - 1, tokens[start].raw + "/" + tokens[start + 1].raw == "A/S" {
        token.folded = "as"
        end = start + 1
        joined.append(token)
      } else {
        joined += tokens[start...end]
      }
      start = end + 1
    }
    return joined
  }

  private static func untitled(_ text: String) -> String {
    let count = text.unicodeScalars.count
    for title in NameWords.shared.characterTitles where count > max(2, title.unicodeScalars.count + 1) {
      if text.hasSuffix(title) { return String(text.dropLast(title.count)) }
      if count > 3, title.unicodeScalars.count > 1, text.hasPrefix(title) {
        return String(text.dropFirst(title.count))
      }
    }
    return text
  }

  /// The least of all turns of a short text: equal for 王小明 and 小明王.
  private static func turned(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard (2...8).contains(scalars.count) else { return text }
    let turns = scalars.indices.map { Array(scalars[$0...] + scalars[..<$0]) }
    let least = turns.min { $0.lexicographicallyPrecedes($1) } ?? scalars
    return String(String.UnicodeScalarView(least))
  }
}

extension NameForm {
  /// The key by words, or by characters where there are only those.
  var anyKey: String? {
    characters.isEmpty ? key : ([characters] + (key.map { [$0] } ?? [])).joined(separator: " ")
  }
}
