/// Something to say to a person, in whichever language they read.
public struct Phrase: Sendable, Hashable {
  /// What takes the place of `{0}`, `{1}` … in the sentence.
  public indirect enum Argument: Sendable, Hashable {
    /// Words from outside: names, files, values. They stay as they are.
    case text(String)
    /// A number, written as the language writes numbers; the first one chooses the plural form.
    case number(Int)
    case phrase(Phrase)
    /// Codes of a vocabulary, with the words for them: see `Phrasebook.codes`.
    case codes(group: String, [String])
  }

  public let key: String
  public let arguments: [Argument]

  public init(_ key: PhraseKey, _ arguments: Argument...) {
    self.key = key.rawValue
    self.arguments = arguments
  }

  /// A label of a table outside this module: a field, a code of a vocabulary, a change.
  ///
  /// Some are sentences with places: why a line of a file was refused, by its code.
  public init(label group: String, _ code: String, _ arguments: Argument...) {
    key = "\(group).\(code)"
    self.arguments = arguments
  }
}

extension Phrase.Argument: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral {
  public init(stringLiteral text: String) { self = .text(text) }
  public init(integerLiteral number: Int) { self = .number(number) }
}

extension Phrase {
  public init(_ key: PhraseKey, with arguments: [Argument]) {
    self.init(key: key.rawValue, arguments: arguments)
  }
}
