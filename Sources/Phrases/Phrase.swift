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
    /// Several, one after the other, as the language strings them together.
    case several([Argument], by: Joint)

    /// Several words: "a, b, c".
    /// - Parameters:
    ///   - first: no more than these are said; a mark stands for the others.
    ///   - count: how many there are, where not all of them are at hand.
    public static func list(
      _ words: some Collection<String>, first: Int = .max, of count: Int? = nil
    ) -> Argument {
      several(words.map(Argument.text), by: .comma, first, of: count)
    }

    /// Several texts that may have commas of their own: "a; b; c".
    public static func chain(
      _ texts: some Collection<String>, first: Int = .max, of count: Int? = nil
    ) -> Argument {
      several(texts.map(Argument.text), by: .semicolon, first, of: count)
    }

    private static func several(
      _ all: [Argument], by joint: Joint, _ first: Int, of count: Int?
    ) -> Argument {
      let said = Array(all.prefix(first))
      return .several(said.count < count ?? all.count ? said + ["…"] : said, by: joint)
    }
  }

  /// What stands between several words, by what it is in English.
  public enum Joint: Sendable, Hashable {
    case comma, semicolon
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
