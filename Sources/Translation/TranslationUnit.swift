import Phrases

/// A phrase as those who translate see it.
public struct TranslationUnit: Sendable, Equatable {
  public enum State: String, Sendable { case missing, stale, translated }

  public let key: String
  /// English: one text, or that for one thing and that for several.
  public let source: [String]
  /// One text, or one for each plural form of the language; empty where it is missing.
  public let target: [String]
  public let isPlural: Bool
  public let state: State
  /// Where the sources say it.
  public let places: [String]
  /// How wide it may be on the screen; nil where that is no matter.
  public let columns: Int?

  /// In letters: those of Chinese take two columns.
  func letters(in language: String) -> Int? { columns.map { language == "zh" ? $0 / 2 : $0 } }

  /// What to know about it, in English as the source is: lines for people.
  var notes: [String] {
    var notes: [String] = []
    if !places.isEmpty { notes.append("Stands in " + places.joined(separator: ", ")) }
    let arguments = PhraseCheck.arguments(source.joined())
    if !arguments.isEmpty { notes.append("Keep " + arguments.joined(separator: " ")) }
    if let columns { notes.append("At most \(columns) columns of the screen") }
    return notes
  }
}

/// What a file of translations says, before anything is taken from it.
public struct TranslationFile: Sendable, Equatable {
  public struct Unit: Sendable, Equatable {
    /// Where it begins, counted from 1.
    public let line: Int
    public let key: String
    public var source: [String]
    public var target: [String]
    public let isPlural: Bool
    /// Whether somebody has to look at it again.
    public let isOpen: Bool
  }

  /// BCP 47; one of ours.
  public let language: String
  public let units: [Unit]

  /// So large is no file of phrases, in bytes.
  static let limit = 32 << 20

  /// A file in either format, by how it begins.
  /// - Throws: `TranslationProblem`.
  public init(_ bytes: [UInt8]) throws(TranslationProblem) {
    guard bytes.count <= Self.limit else {
      throw TranslationProblem(Phrase(.phrasesTooLarge, .number(Self.limit >> 20)))
    }
    let isXML = bytes.first { $0 > 0x20 && !(0xBB...0xBF).contains($0) && $0 != 0xEF } == UInt8(ascii: "<")
    self = isXML ? try XLIFFReader.read(bytes) : try GettextReader.read(bytes)
  }

  init(_ language: String, _ units: [Unit]) throws(TranslationProblem) {
    guard let known = Phrasebook.known(language), known != PhraseCatalogue.source else {
      throw TranslationProblem(Phrase(.phrasesWhichLanguage, .text(language)))
    }
    (self.language, self.units) = (known, units)
  }
}
