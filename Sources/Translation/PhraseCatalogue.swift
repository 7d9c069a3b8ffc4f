import Embedded
import Phrases

/// The phrases of all languages, and what is known about them beside their words.
public struct PhraseCatalogue: Sendable {
  public private(set) var english: PhraseTable
  /// Of the other languages, by their codes.
  public private(set) var languages: [String: PhraseTable]
  public private(set) var hashes: SourceHashes
  private let glossary: Glossary
  private let limits: WidthLimits
  private let places: PhrasePlaces

  /// What a language is translated from.
  public static let source = "en"
  /// The name of the file of hashes.
  public static let hashFile = "sources.tsv"

  /// The one that travels in the program.
  public init() throws(TranslationProblem) {
    func bytes(_ name: String) -> [UInt8] { Embedded.bytes("phrases/\(name)").map(Array.init) ?? [] }
    func text(_ name: String) -> String { Embedded.text("phrases/\(name)") ?? "" }
    english = try PhraseTable(bytes("en.json"))
    languages = [:]
    for language in Phrasebook.languages where language != Self.source {
      languages[language] = try PhraseTable(bytes("\(language).json"))
    }
    hashes = try SourceHashes(text(Self.hashFile))
    (glossary, limits) = (Glossary(text("glossary.tsv")), WidthLimits(text("widths.tsv")))
    places = PhrasePlaces(text("where.tsv"))
  }

  /// Puts a file in the place of the one of that name.
  /// - Returns: the language whose phrases it has; nil for the hashes.
  /// - Throws: `TranslationProblem`.
  public mutating func take(_ bytes: [UInt8], named name: String) throws(TranslationProblem) -> String? {
    if name == Self.hashFile {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw TranslationProblem(Phrase(.phrasesNotUTF8))
      }
      hashes = try SourceHashes(text)
      return nil
    }
    let language = name.hasSuffix(".json") ? String(name.dropLast(5)) : ""
    guard Phrasebook.languages.contains(language) else {
      let known = Phrasebook.languages.map { "\($0).json" } + [Self.hashFile]
      throw TranslationProblem(Phrase(.phrasesNoSuchFile, .text(known.joined(separator: ", "))))
    }
    let table = try PhraseTable(bytes)
    if language == Self.source { english = table } else { languages[language] = table }
    return language
  }

  /// Whether the English is still that from which a language has its phrase; what nobody noted is not.
  func isCurrent(_ key: String, in language: String) -> Bool {
    hashes[key, language] == english[key].map(Self.hash)
  }

  static func hash(_ sentence: Sentence) -> String {
    SourceHashes.hash(sentence.isPlural ? ["one", "other"].map(sentence.form) : [sentence.general])
  }

  /// Notes that phrases of a language say what the English says now.
  /// - Throws: `TranslationProblem` for a key that has no phrase there.
  public mutating func settle(_ keys: [String], in language: String) throws(TranslationProblem) {
    for key in keys {
      guard let english = english[key], languages[language]?[key] != nil else {
        throw TranslationProblem(Phrase(.phrasesNoKey, .text(key), .text(language)))
      }
      hashes.set(key, Self.hash(english), in: language)
    }
  }

  mutating func change(_ changes: [String: Sentence], _ hashes: SourceHashes, in language: String)
    throws(TranslationProblem)
  {
    self.hashes = hashes
    languages[language] = try languages[language]?.changing(changes, order: english.keys)
  }

  public var hashText: String { hashes.text(order: english.keys) }

  /// The phrases of a language for those who translate them, in the order of the English.
  public func units(_ language: String) -> [TranslationUnit] {
    english.keys.compactMap { key in
      guard let source = english[key] else { return nil }
      let own = languages[language]?[key]
      let isPlural = source.isPlural || own?.isPlural == true
      let forms = isPlural ? PluralForms.of(language).categories : [""]
      return TranslationUnit(
        key: key, source: isPlural ? ["one", "other"].map(source.form) : [source.general],
        target: own.map { forms.map($0.form) } ?? [], isPlural: isPlural,
        state: own == nil ? .missing : isCurrent(key, in: language) ? .translated : .stale,
        places: places[key], columns: limits[key])
    }
  }

  /// What is wrong with the phrases of a language, key by key in the order of the English.
  public func findings(_ language: String) -> [PhraseFinding] {
    guard let table = languages[language] else { return [] }
    // A phrase in thousands has a word that the glossary rules out: all of them together are asked first.
    let all = table.keys.compactMap { table[$0]?.forms.values.joined(separator: "\n") }
      .joined(separator: "\n").lowercased()
    let avoided = glossary.entries.filter { $0.language == language }.flatMap { entry in
      entry.avoided.map { (word: $0.lowercased(), entry: entry) }.filter { all.contains($0.word) }
    }
    var findings: [PhraseFinding] = []
    for key in english.keys {
      guard let source = english[key] else { continue }
      guard let own = table[key] else {
        findings.append(PhraseFinding(language, key, .missing, Phrase(.phrasesMissing)))
        continue
      }
      var check = PhraseCheck(language: language, key: key, english: source, own: own)
      if !isCurrent(key, in: language) { check.add(.stale, Phrase(.phrasesStale, .text(source.general))) }
      check.checkArguments()
      if let columns = limits[key] { check.check(columns: columns) }
      if Glossary.rules(key) { check.check(avoided: avoided.lazy.map { ($0.word, $0.entry.term) }) }
      findings += check.findings
    }
    let unknown = table.keys.filter { english[$0] == nil }
    return findings
      + unknown.map { PhraseFinding(language, $0, .unknown, Phrase(.phrasesUnknown)) }
  }
}
