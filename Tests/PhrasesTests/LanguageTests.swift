import Embedded
import Foundation
import Testing

@testable import Phrases

/// Every language says everything, with the same places for names and numbers.
@Suite struct LanguageTests {
  private let books = Phrasebook.languages.map(Phrasebook.init)

  @Test func `Every language has every sentence`() {
    for book in books { #expect(book.keys == books[0].keys) }
  }

  @Test func `Every key has a sentence`() {
    for book in books {
      let missing = PhraseKey.allCases.map(\.rawValue).filter { !book.keys.contains($0) }
      #expect(missing.isEmpty, "\(book.language)")
    }
  }

  @Test func `No key stands twice in a file`() throws {
    for language in Phrasebook.languages {
      let text = try #require(Embedded.text("phrases/\(language).json"))
      let keys = text.matches(of: /"([\w.-]+)": ["{]/).map(\.output.1).filter {
        !Self.categories.contains(String($0))
      }
      #expect(keys.count == Set(keys).count, "\(language)")
    }
  }

  @Test(arguments: Phrasebook("en").keys.sorted())
  func `Places are the same`(key: String) throws {
    let found = try Phrasebook.languages.map { language in
      try places(of: #require(table(language)[key]))
    }
    #expect(Set(found).count == 1, "\(key): \(found)")
  }

  @Test func `Forms are those of the language`() throws {
    let forms = [
      "en": ["one", "other"], "zh": ["other"], "fr": ["one", "other"], "es": ["one", "other"],
      "ru": ["few", "many", "one"], "ar": ["few", "many", "one", "other", "two", "zero"],
    ]
    for language in Phrasebook.languages {
      for case let sentence as [String: String] in try table(language).values {
        #expect(sentence.keys.sorted() == forms[language], "\(language): \(sentence)")
      }
    }
  }

  /// "one" of French is nought too, of Russian 21: only where it is the one number may the number be in the word.
  @Test(arguments: ["fr", "es", "ru", "ar"]) func `Every form says the number that it stands for`(
    language: String
  ) throws {
    let alone = ["es": ["one"], "ar": ["zero", "one", "two"]][language] ?? []
    for (key, sentence) in try table(language) {
      guard let forms = sentence as? [String: String] else { continue }
      let all = try places(of: sentence)
      for (category, text) in forms {
        let missing = try all.count - places(of: text).count
        #expect(missing == 0 || missing == 1 && alone.contains(category), "\(language) \(key): \(text)")
      }
    }
  }

  @Test(arguments: Phrasebook.languages)
  func `What is read where it lies is what a parser reads`(language: String) throws {
    let file = PhraseFile(Embedded.bytes("phrases/\(language).json"))
    let table = try table(language)
    #expect(file.keys == Set(table.keys))
    for (key, value) in table {
      let expected = (value as? String).map(Sentence.one) ?? .plural(value as? [String: String] ?? [:])
      #expect(file[key] == expected, "\(key)")
    }
  }

  private static let categories: Set = ["zero", "one", "two", "few", "many", "other"]

  /// Each file as a parser reads it that is not ours: once, for the thousands of keys.
  private static let tables: [String: [String: Any & Sendable]] = Dictionary(
    uniqueKeysWithValues: Phrasebook.languages.map { language in
      let bytes = Embedded.bytes("phrases/\(language).json").map { Data(buffer: $0) } ?? Data()
      let table = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any]
      return (
        language,
        (table ?? [:]).mapValues { value in
          (value as? [String: String]) ?? (value as? String ?? "") as Any & Sendable
        }
      )
    })

  private func table(_ language: String) throws -> [String: Any & Sendable] {
    try #require(Self.tables[language])
  }

  private static func general(_ forms: [String: String]?) -> String? { forms?["other"] ?? forms?["many"] }

  /// The places of a sentence; of one with plural forms, those of the general form.
  private func places(of sentence: Any) throws -> [String] {
    let text = try #require(sentence as? String ?? Self.general(sentence as? [String: String]))
    return Set(text.matches(of: /\{\d+\}/).map { String($0.output) }).sorted()
  }

  @Test(arguments: [
    ("zh_CN.UTF-8", "zh"), ("zh_TW", "zh"), ("zh-Hans", "zh"), ("zh", "zh"), ("en_GB.UTF-8", "en"),
    ("C", "en"),
    ("C.UTF-8", "en"), ("POSIX", "en"), ("fr_FR", "fr"), ("ru_RU.UTF-8", "ru"), ("ar_EG", "ar"),
    ("es_419", "es"), ("", "en"), ("zha_CN", "en"),
    ("ca_ES@valencia", "en"),
  ])
  func `The locale chooses`(locale: String, language: String) {
    #expect(Phrasebook.language(ofLocale: locale) == language)
  }

  @Test func `An unknown language is English`() { #expect(Phrasebook("tlh").say(.commandSave) == "save") }
}

/// The language for builders that nobody speaks.
@Suite struct PseudoLanguageTests {
  @Test func `It is English with marks, 40 % longer, and keeps what is no letter`() {
    let book = Phrasebook("qps-ploc")
    #expect(book.language == "qps-ploc" && !book.isRightToLeft && book.isLatin)
    #expect(book.say(.commandSave) == "⟦šààṽéé⟧")
    #expect(book.say(Phrase(.changeEditFields, .text("E-mail"), .text("Banda"))) == "⟦E-mail ööƒ Banda⟧")
    #expect(book.say(Phrase(.dayFormat, .text("1"), .text("Sep"), .text("2015"))) == "1 Sep 2015")
    #expect(book.label("kind", "group") == "⟦ĝŕööüüþ⟧")
    #expect(Phrasebook("qps-plocm").isRightToLeft)
  }

  @Test func `Every sentence is longer by 40 in 100 of its letters, and has the same arguments`() throws {
    let (english, pseudo) = (Phrasebook("en"), Phrasebook("qps-ploc"))
    for key in PhraseKey.allCases {
      let (text, long) = (english.say(Phrase(key)), pseudo.say(Phrase(key)))
      let places = text.matches(of: /\{\d+\}/).map { String($0.output) }
      #expect(long.matches(of: /\{\d+\}/).map { String($0.output) } == places)
      let letters = text.replacing(/\{\d+\}/, with: "").count { $0.isASCII && $0.isLetter }
      #expect(long.count - text.count == (letters == 0 ? 0 : (letters * 2 + 4) / 5 + 2), "\(key): \(long)")
    }
  }

  @Test func `It stands in no list, and no locale chooses it`() {
    #expect(Phrasebook.languages.count == 6)
    #expect(Phrasebook.known("qps-ploc") == nil && Phrasebook.language(ofLocale: "qps_PLOC.UTF-8") == "en")
  }
}
