/// A name taken apart so that spellings of the same name become equal: without case, accents, titles and
/// order. Nothing is transliterated: a name in another script is another name.
struct NameForm: Equatable {
  /// Whole words, folded, in the order in which they stand.
  private(set) var words: [String] = []
  /// Letters that stand for a word: the `h` of "H. Lefèvre".
  private(set) var initials: [Unicode.Scalar] = []
  /// What tells a father from his son: `jr`, `sr`, `ii` …
  private(set) var generation: String?
  /// The characters of a name in Chinese, Japanese or Korean script, turned so that it does not matter whether
  /// the family name comes first or last; empty where there are none.
  private(set) var characters = ""

  init(person text: String) {
    let tokens = Self.tokens(text)
    for (place, token) in tokens.enumerated() {
      if place == 0 ? Self.titles.contains(token) : Self.laterTitles.contains(token) { continue }
      if place > 0, Self.generations.contains(token) {
        generation = token
      } else {
        take(token)
      }
    }
    // Particles come and go: "de la Cruz" is found as "Cruz" too.
    let weighty = words.filter { !Self.particles.contains($0) }
    if weighty.count + initials.count > 1 || !characters.isEmpty { words = weighty }
    characters = Self.turned(Self.untitled(characters))
  }

  init(organization text: String) {
    for token in Self.tokens(text) where !Self.fillers.contains(token) { take(token, isLetterAWord: true) }
    characters = Self.turned(characters)
  }

  /// Equal for the same words in any order; nil for a name without whole words.
  var key: String? { words.isEmpty ? nil : Set(words).sorted().joined(separator: " ") }

  private mutating func take(_ token: String, isLetterAWord: Bool = false) {
    let scalars = token.unicodeScalars
    if let first = scalars.first, Folding.isIdeograph(first) {
      characters += token
    } else if !isLetterAWord, scalars.count == 1, let letter = scalars.first, letter.properties.isAlphabetic {
      initials.append(letter)
    } else {
      words.append(token)
    }
  }

  /// Folded words; an apostrophe joins what it stands between, all other signs divide.
  static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var token = String.UnicodeScalarView()
    var wasIdeograph = false
    func end() {
      if !token.isEmpty { tokens.append(String(token)) }
      token = String.UnicodeScalarView()
    }
    for scalar in Folding.folded(text).unicodeScalars {
      if apostrophes.contains(scalar) { continue }
      guard isWordPart(scalar) else {
        end()
        continue
      }
      let isIdeograph = Folding.isIdeograph(scalar)
      if isIdeograph != wasIdeograph { end() }
      wasIdeograph = isIdeograph
      token.append(scalar)
    }
    end()
    return tokens
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }

  /// The least of all turns of a short text: equal for 王小明 and 小明王.
  private static func turned(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard (2...8).contains(scalars.count) else { return text }
    let turns = scalars.indices.map { Array(scalars[$0...] + scalars[..<$0]) }
    let least = turns.min { $0.lexicographicallyPrecedes($1) } ?? scalars
    return String(String.UnicodeScalarView(least))
  }

  private static func untitled(_ text: String) -> String {
    guard text.unicodeScalars.count > 3 else { return text }
    for title in ["博士", "教授", "先生", "女士", "老师", "院士"] {
      if text.hasSuffix(title) { return String(text.dropLast(title.count)) }
      if text.hasPrefix(title) { return String(text.dropFirst(title.count)) }
    }
    return text
  }

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "‘", "ʼ", "ʻ", "`", "´", "\u{2BF}"]
  private static let laterTitles = set(
    "dr dra prof professor professora professeur profesor mr mrs ms miss mx sir dame mme mlle madame monsieur "
      + "herr frau sra ing lic dipl phd msc mba md esq rev hon amb pani д-р проф د دكتور")
  /// At the beginning also what means a generation at the end.
  private static let titles = laterTitles.union(["sr", "m", "d"])
  private static let generations = set("jr sr junior senior ii iii iv")
  private static let particles = set(
    "de del della di da das do dos du van von der den ter la le el al bin ibn")
  private static let fillers = set(
    "the of for and on in at a an de des du la le les et pour y e para el los las der die das und für fur "
      + "inc ltd llc gmbh ev e v sa ngo")
}
