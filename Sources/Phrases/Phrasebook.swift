import Embedded
import Synchronization

/// The sentences of one language.
public struct Phrasebook: Sendable {
  /// BCP 47.
  public let language: String
  private let sentences: PhraseFile
  private let isPseudo: Bool

  /// The official languages (annex I, paragraph 6), first those in which the decision is at hand: where a word is one of
  /// several languages, the first one has it.
  public static let languages = ["en", "zh", "ar", "fr", "ru", "es"]

  /// Each language is read once: every option of the command line asks for its help.
  private static let loaded = Mutex<[String: PhraseFile]>([:])

  private static let stops: Set<Character> = [".", "。"]
  private static let ends: Set<Character> = ["?", "!", "…", "？", "！"]

  public init(_ language: String) {
    isPseudo = PseudoLocale.languages.contains(language)
    let file = Self.languages.contains(language) ? language : "en"
    self.language = isPseudo ? language : file
    sentences = Self.loaded.withLock { loaded in
      if let sentences = loaded[file] { return sentences }
      let sentences = PhraseFile(Embedded.bytes("phrases/\(file).json"))
      loaded[file] = sentences
      return sentences
    }
  }

  /// The language of a locale such as `zh_CN.UTF-8`; English where it is none of ours.
  public static func language(ofLocale locale: String) -> String { known(locale) ?? "en" }

  /// The language of a locale, where it is one of ours.
  public static func known(_ locale: String) -> String? {
    let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased()
    return languages.contains(code) ? code : nil
  }

  public var isRightToLeft: Bool { language == "ar" || language == PseudoLocale.mirrored }
  /// Whether ASCII can spell it, without marks.
  public var isLatin: Bool { isPseudo || ["en", "fr", "es"].contains(language) }

  public var keys: Set<String> { sentences.keys }

  /// The sentence with its arguments in place. A key that has none is shown as it is: a test holds that there
  /// is no such key.
  public func say(_ phrase: Phrase) -> String {
    let template = template(phrase)
    guard !phrase.arguments.isEmpty, template.contains("{") else { return template }
    var sentence = ""
    var rest = Substring(template)
    // Once from left to right: braces in a name from outside are not places.
    while let open = rest.firstIndex(of: "{") {
      sentence += rest[..<open]
      rest = rest[open...]
      let place = rest.firstIndex(of: "}").flatMap { close in
        Int(rest[..<close].dropFirst()).map { ($0, close) }
      }
      if let (index, close) = place, phrase.arguments.indices.contains(index) {
        sentence += text(phrase.arguments[index])
        rest = rest[rest.index(after: close)...]
        // "Added: Why?" has its end already; the point of "Why?.csv" is none.
        if let last = sentence.last, Self.ends.contains(last), let next = rest.first,
          Self.stops.contains(next), rest.dropFirst().first?.isWhitespace != false
        {
          rest = rest.dropFirst()
        }
      } else {
        sentence.append(rest.removeFirst())
      }
    }
    return sentence + rest
  }

  public func say(_ key: PhraseKey, _ arguments: Phrase.Argument...) -> String {
    let phrase = Phrase(key)
    return say(Phrase(key: phrase.key, arguments: arguments))
  }

  /// The label of a code; the code itself where it has none (a language, a user's own word).
  public func label(_ group: String, _ code: String) -> String {
    guard case .one(let text) = sentence("\(group).\(code)") else { return code }
    return text
  }

  /// Codes as somebody may write them, one after the other. They are English: in another language the word goes before
  /// each.
  private func codes(_ codes: [String], of group: String) -> String {
    let named = codes.map { code in
      let word = label(group, code)
      return language == "en" || word == code ? code : bracketed(word, code)
    }
    return list(named)
  }

  /// Several words one after the other, as the language strings them together: "a, b, c".
  public func list(_ words: [String]) -> String { join(words, .comma) }

  /// Several texts that may have commas of their own: "a; b; c".
  public func chain(_ texts: [String]) -> String { join(texts, .semicolon) }

  private func join(_ texts: [String], _ joint: Phrase.Joint) -> String {
    texts.joined(separator: say(joint == .comma ? .listed : .chained, "", ""))
  }

  /// A text behind what it is called: "a: b".
  public func labelled(_ label: String, _ text: String) -> String {
    say(.labelled, .text(label), .text(text))
  }

  /// Words, and others in brackets behind them: "a (b)".
  public func bracketed(_ words: String, _ others: String) -> String {
    say(.bracketed, .text(words), .text(others))
  }

  /// A number with its thousands set apart.
  public func number(_ number: Int) -> String { WholeNumber.text(number, in: language) }

  private func text(_ argument: Phrase.Argument) -> String {
    switch argument {
    case .text(let text): text
    case .number(let number): self.number(number)
    case .phrase(let phrase): say(phrase)
    case .codes(let group, let codes): self.codes(codes, of: group)
    case .several(let arguments, let joint): join(arguments.map(text), joint)
    }
  }

  private func sentence(_ key: String) -> Sentence? {
    isPseudo ? sentences[key].map { PseudoLocale.sentence($0, of: key) } : sentences[key]
  }

  private func template(_ phrase: Phrase) -> String {
    switch sentence(phrase.key) {
    case .one(let text): return text
    case .plural(let forms):
      let numbers = phrase.arguments.lazy.compactMap { argument -> Int? in
        if case .number(let number) = argument { return number }
        return nil
      }
      return forms[PluralRule.category(numbers.first ?? 0, language: language)] ?? forms["other"]
        ?? phrase.key
    case nil: return phrase.key
    }
  }
}

extension Phrase {
  public init(key: String, arguments: [Argument]) {
    self.key = key
    self.arguments = arguments
  }
}
