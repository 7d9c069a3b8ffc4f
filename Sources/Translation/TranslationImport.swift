import Phrases

/// Takes what a file of translations says into the phrases: all of it or nothing.
public struct TranslationImport: Sendable {
  public let language: String
  /// With the new words.
  public private(set) var catalogue: PhraseCatalogue
  /// The keys whose words are others now.
  public private(set) var changed: [String] = []
  /// The keys of which the file says that they say what their English says, which nobody had noted yet.
  public private(set) var settled: [String] = []
  /// The keys without words in the file: what stands there stays.
  public private(set) var empty: [String] = []

  /// - Throws: `TranslationProblem`, for the first phrase that cannot be.
  public init(_ file: TranslationFile, into catalogue: PhraseCatalogue) throws(TranslationProblem) {
    (language, self.catalogue) = (file.language, catalogue)
    var changes: [String: Sentence] = [:]
    var hashes = catalogue.hashes
    var seen: Set<String> = []
    for unit in file.units {
      guard let english = catalogue.english[unit.key] else {
        throw TranslationProblem(unit.line, Phrase(.phrasesNoKey, .text(unit.key), .text("en")))
      }
      guard seen.insert(unit.key).inserted else {
        throw TranslationProblem(unit.line, Phrase(.phrasesTwice, .text(unit.key)))
      }
      guard unit.target.contains(where: { !$0.isEmpty }) else {
        empty.append(unit.key)
        continue
      }
      let own = catalogue.languages[language]?[unit.key]
      let sentence = try Self.sentence(unit, english, own, language)
      if sentence != own {
        changes[unit.key] = sentence
        changed.append(unit.key)
      }
      let hash = Self.hash(unit, english, hashes[unit.key, language])
      guard hash != hashes[unit.key, language] else { continue }
      hashes.set(unit.key, hash, in: language)
      if hash == PhraseCatalogue.hash(english) { settled.append(unit.key) }
    }
    try self.catalogue.change(changes, hashes, in: language)
  }

  /// From which English the file has it.
  private static func hash(_ unit: TranslationFile.Unit, _ english: Sentence, _ noted: String?) -> String {
    if unit.isOpen { return noted ?? "new" }
    let now = unit.isPlural ? ["one", "other"].map(english.form) : [english.general]
    // Where a language has one form, its group has the English of several alone.
    let isNow = unit.source == now || unit.source == now.suffix(1)
    return isNow ? PhraseCatalogue.hash(english) : SourceHashes.hash(unit.source)
  }

  private static func sentence(
    _ unit: TranslationFile.Unit, _ english: Sentence, _ own: Sentence?, _ language: String
  ) throws(TranslationProblem) -> Sentence {
    func problem(_ what: Phrase) -> TranslationProblem {
      TranslationProblem(unit.line, Phrase(.phrasesOf, .text(unit.key), .phrase(what)))
    }
    let categories = PluralForms.of(language).categories
    let isPlural = english.isPlural || own?.isPlural == true
    let wanted = isPlural ? categories.count : 1
    guard unit.isPlural == isPlural, unit.target.count == wanted else {
      throw problem(Phrase(.phrasesCount, .number(unit.target.count), .number(wanted)))
    }
    for text in unit.target {
      if text.isEmpty { throw problem(Phrase(.phrasesFormEmpty)) }
      if text.unicodeScalars.contains(where: isSteering) { throw problem(Phrase(.phrasesControl)) }
    }
    let sentence = shaped(unit.target, categories, isPlural: isPlural, own)
    var check = PhraseCheck(language: language, key: unit.key, english: english, own: sentence)
    check.checkArguments()
    if let finding = check.findings.first { throw problem(finding.what) }
    return sentence
  }

  /// A sentence that is the same for every number stays one, as it was.
  private static func shaped(
    _ texts: [String], _ categories: [String], isPlural: Bool, _ own: Sentence?
  ) -> Sentence {
    guard isPlural else { return .one(texts[0]) }
    if Set(texts).count == 1, own?.isPlural == false { return .one(texts[0]) }
    return .plural(Dictionary(uniqueKeysWithValues: zip(categories, texts)))
  }

  /// What no phrase has: lines, controls, and marks that turn the text around it.
  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
      || (0x2028...0x2029).contains(scalar.value)
  }
}
