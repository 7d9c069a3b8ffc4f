/// Says of each word which atoms of the rules of a language it is: words as such, and stems that it begins with.
struct WordReader: Sendable {
  /// The word that stands for marks between clauses.
  static let comma: Int32 = 0
  /// The word that stands for an exclamation mark.
  static let exclamation: Int32 = 1

  /// Which marks close a quotation, by the one that opens it.
  static let quotationMarks: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "\"": ["\""], "“": ["”"], "„": ["“", "”"], "‘": ["’"], "‚": ["‘", "’"], "«": ["»"], "「": ["」"],
    "『": ["』"],
    "《": ["》"], "〈": ["〉"],
  ]

  private(set) var exact: [String: Int32] = [:]
  private(set) var stems: [String: Int32] = [:]
  private(set) var endings: [String: Int32] = [:]
  private var count = exclamation + 1
  private var longestStem = 0
  private var longestEnding = 0
  private let prefixes: [[String]]
  private let abbreviations: Set<String>

  /// The atoms of each word met so far; the first ones are the marks.
  private(set) var atoms: [[Int32]] = [[comma], [exclamation]]
  private var known: [String: Int32] = [:]
  private var ideographs: [UInt32: Int32] = [:]

  /// - Parameter prefixes: what grows onto a word from the left, one set after the other (Arabic و, then ال).
  init(prefixes: [[String]], abbreviations: [String]) {
    self.prefixes = prefixes.map { $0.map(Folding.folded) }
    self.abbreviations = Set(abbreviations.map(Folding.folded))
  }

  /// The atom of a word that a rule looks for; `stem*` is any word that begins so, `*ending` one that ends so.
  mutating func atom(_ word: String) -> Int32 {
    let folded = Folding.folded(word)
    if folded.hasPrefix("*") {
      let ending = String(folded.dropFirst())
      longestEnding = max(longestEnding, ending.unicodeScalars.count)
      return Self.number(ending, in: &endings, count: &count)
    }
    guard folded.hasSuffix("*") else { return Self.number(folded, in: &exact, count: &count) }
    let stem = String(folded.dropLast())
    longestStem = max(longestStem, stem.unicodeScalars.count)
    return Self.number(stem, in: &stems, count: &count)
  }

  private static func number(_ word: String, in words: inout [String: Int32], count: inout Int32) -> Int32 {
    if let atom = words[word] { return atom }
    words[word] = count
    count += 1
    return count - 1
  }

  /// The place in `atoms` of a word as it stands in the text, without marks.
  mutating func word(_ raw: String) -> Int32 {
    if let place = known[raw] { return place }
    let place = add(atomsOf(Folding.folded(raw)))
    known[raw] = place
    return place
  }

  mutating func ideograph(_ scalar: Unicode.Scalar) -> Int32 {
    if let place = ideographs[scalar.value] { return place }
    let place = add(exact[Folding.folded(String(scalar))].map { [$0] } ?? [])
    ideographs[scalar.value] = place
    return place
  }

  func shortens(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    return scalars.count == 1 && scalars.first?.properties.isAlphabetic == true
      || abbreviations.contains(Folding.folded(word))
  }

  private mutating func add(_ atoms: [Int32]) -> Int32 {
    self.atoms.append(atoms)
    return Int32(self.atoms.count - 1)
  }

  private func atomsOf(_ word: String) -> [Int32] {
    var found: [Int32] = []
    for form in forms(of: word) {
      if let atom = exact[form] { found.append(atom) }
      var stem = ""
      for scalar in form.unicodeScalars.prefix(longestStem) {
        stem.unicodeScalars.append(scalar)
        if let atom = stems[stem] { found.append(atom) }
      }
      for length in 1...max(1, longestEnding) {
        if let atom = endings[String(form.unicodeScalars.suffix(length))] { found.append(atom) }
      }
    }
    return found
  }

  /// The word, and what is left of it without what may have grown onto it.
  private func forms(of word: String) -> [String] {
    var forms = [word]
    for set in prefixes {
      for form in forms {
        for prefix in set where form.hasPrefix(prefix) {
          let rest = String(form.dropFirst(prefix.count))
          if rest.unicodeScalars.count > 2 { forms.append(rest) }
        }
      }
    }
    return forms
  }
}
