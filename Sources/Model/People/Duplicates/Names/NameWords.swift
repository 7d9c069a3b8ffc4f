import Foundation

/// Words that do not tell names apart, from a table: titles, particles, legal forms and the like.
struct NameWords: Sendable {
  static let shared = NameWords()

  /// What may stand before or behind a name.
  let titles: Set<String>
  /// What is a title only as the first word.
  let firstTitles: Set<String>
  /// What is a title only with its marks: Vietnamese `bà` is one, `ba` is a name.
  let markedTitles: Set<String>
  /// What stands behind a name, mostly with points.
  let degrees: Set<String>
  let particles: Set<String>
  let fillers: Set<String>
  let legalForms: Set<String>
  let legalCharacters: [String]
  let characterTitles: [String]
  let pronouns: Set<String>
  /// Words of addresses that stand in most of them.
  let streetWords: Set<String>
  /// What tells a father from his son, in one spelling.
  private let generations: [String: String]
  /// A word of organizations for its short form: `inst` is `institute`.
  private let whole: [String: String]

  private init() {
    let rows = EmbeddedTable.rows("name-words.tsv").filter { $0.count == 2 }
    func words(_ kind: String) -> [[String]] {
      rows.filter { $0[0] == kind }.map { $0[1].split(separator: " ").map(String.init) }
    }
    func set(_ kind: String) -> Set<String> { Set(words(kind).joined().map(Folding.folded)) }
    (titles, firstTitles, degrees) = (set("title"), set("first-title"), set("degree"))
    markedTitles = Set(words("marked-title").joined())
    (particles, fillers, legalForms) = (set("particle"), set("filler"), set("legal"))
    legalCharacters = words("legal-character").joined().map(HanForm.unified)
    characterTitles = words("character-title").joined().map(HanForm.unified)
    (pronouns, streetWords) = (set("pronoun"), set("street"))
    var generations: [String: String] = [:]
    for row in rows {
      guard row[0].hasPrefix("generation ") else { continue }
      for word in row[1].split(separator: " ") {
        generations[Folding.folded(String(word))] = String(row[0].dropFirst(11))
      }
    }
    self.generations = generations
    whole = Dictionary(
      words("short").flatMap { all in all.dropFirst().map { (Folding.folded($0), all[0]) } },
      uniquingKeysWith: { first, _ in first })
  }

  func generation(_ word: String) -> String? { generations[word] }
  func whole(_ word: String) -> String { whole[word] ?? word }
}

/// Short names by which people are called instead of their given names.
struct Nicknames: Sendable {
  static let shared = Nicknames()

  /// For a short name, the names that it may stand for; by the hashes of their letters.
  private let names: [UInt64: [UInt64]]

  private init() {
    var names: [UInt64: [UInt64]] = [:]
    for row in EmbeddedTable.rows("nicknames.tsv") where row.count == 2 {
      let name = Letters.hash(of: row[0])
      for nick in row[1].split(separator: " ") {
        names[Letters.hash(of: String(nick)), default: []].append(name)
      }
    }
    self.names = names
  }

  /// The names that a word may stand for as a short name, few at most.
  func names(of word: UInt64) -> ArraySlice<UInt64> { names[word]?.prefix(8) ?? [] }
}
