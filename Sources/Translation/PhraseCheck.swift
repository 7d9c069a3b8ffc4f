import Phrases
import Typesetting

/// Something to look at in a phrase of a language.
public struct PhraseFinding: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case missing, unknown, stale, arguments, forms, width, word
  }

  /// BCP 47.
  public let language: String
  public let key: String
  public let kind: Kind
  /// What it is, for people.
  public let what: Phrase

  init(_ language: String, _ key: String, _ kind: Kind, _ what: Phrase) {
    (self.language, self.key, self.kind, self.what) = (language, key, kind, what)
  }
}

/// Looks at one phrase of one language.
struct PhraseCheck {
  let language: String
  let key: String
  let english: Sentence
  let own: Sentence
  private(set) var findings: [PhraseFinding] = []

  init(language: String, key: String, english: Sentence, own: Sentence) {
    (self.language, self.key, self.english, self.own) = (language, key, english, own)
  }

  mutating func add(_ kind: PhraseFinding.Kind, _ what: Phrase) {
    findings.append(PhraseFinding(language, key, kind, what))
  }

  /// Its plural forms are those of the language, and each has the arguments of the English.
  mutating func checkArguments() {
    let forms = PluralForms.of(language).categories
    if own.isPlural, Set(own.forms.keys) != Set(forms) {
      let found = PluralForms.order.filter { own.forms[$0] != nil }
      return add(.forms, Phrase(.phrasesForms, .text(Self.list(found)), .text(Self.list(forms))))
    }
    let (wanted, found) = (Self.arguments(english.general), Self.arguments(own.general))
    guard found == wanted else {
      return add(.arguments, Phrase(.phrasesArguments, .text(Self.list(found)), .text(Self.list(wanted))))
    }
    let alone = PluralForms.alone(language)
    // "Imported {1}" of one thing, "Imported {0} records" of several: what English says of the one, others may say.
    let one = Self.arguments(english.form("one"))
    for (category, text) in own.forms.sorted(by: { $0.key < $1.key }) {
      let said = Self.arguments(text)
      if said == wanted || category != "" && category != "other" && said == one { continue }
      // The one number may be in the word.
      if alone.contains(category), Set(said).isSubset(of: wanted), said.count + 1 == wanted.count { continue }
      add(.arguments, Phrase(.phrasesArguments, .text(Self.list(said)), .text(Self.list(wanted))))
    }
  }

  mutating func check(columns: Int) {
    for text in own.forms.values.sorted() where CellText.width(text) > columns {
      add(.width, Phrase(.phrasesWide, .number(columns), .text(text), .number(CellText.width(text))))
    }
  }

  /// - Parameter avoided: what is not said, in small letters, and the term that it is not said for.
  mutating func check(avoided: some Sequence<(String, String)>) {
    let text = own.forms.values.sorted().joined(separator: "\n").lowercased()
    for (word, term) in avoided where Glossary.says(text, word, in: language) {
      add(.word, Phrase(.phrasesWord, .text(word), .text(term)))
    }
  }

  /// The places of a text, each once: `{0}`, `{1}`.
  static func arguments(_ text: String) -> [String] {
    let bytes = text.utf8
    guard bytes.contains(UInt8(ascii: "{")) else { return [] }
    var found: Set<String> = []
    var rest = bytes[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[bytes.index(after: open)...]
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      let isClosed = digits.endIndex < rest.endIndex && rest[digits.endIndex] == UInt8(ascii: "}")
      if !digits.isEmpty, isClosed { found.insert("{\(Substring(digits))}") }
    }
    return found.sorted()
  }

  private static func list(_ words: [String]) -> String {
    words.isEmpty ? "–" : words.joined(separator: ", ")
  }
}
