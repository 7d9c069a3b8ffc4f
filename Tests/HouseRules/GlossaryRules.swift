import Embedded
import Foundation
import Testing
import Translation

@testable import Phrases

/// One thing has one name in each language: `glossary.tsv` says which, and every phrase keeps to it.
@Suite struct GlossaryRules {
  private static let entries = Glossary(Embedded.text("phrases/glossary.tsv") ?? "").entries

  /// The texts of a language by their keys, in small letters.
  private static func phrases(_ language: String) -> [String: String] {
    let file = PhraseFile(Embedded.bytes("phrases/\(language).json"))
    var phrases: [String: String] = [:]
    for key in file.keys where Glossary.rules(key) {
      switch file[key] {
      case .one(let text): phrases[key] = text.lowercased()
      case .plural(let forms): phrases[key] = forms.values.sorted().joined(separator: "\n").lowercased()
      case nil: break
      }
    }
    return phrases
  }

  /// The keys of the English phrases that hold a term, as whole words, in the plural too.
  private struct EnglishWords {
    private let texts: [String: String]
    private let keys: [Substring: Set<String>]

    init() {
      var keys: [Substring: Set<String>] = [:]
      texts = GlossaryRules.phrases("en").mapValues { text in
        " "
          + text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" && $0 != "'" }
          .joined(separator: " ") + " "
      }
      for (key, text) in texts {
        for word in text.split(separator: " ") { keys[word, default: []].insert(key) }
      }
      self.keys = keys
    }

    func holding(_ term: String) -> Set<String> {
      let words = term.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
      guard let first = words.first else { return [] }
      let whole = words.joined(separator: " ")
      let candidates = ["", "s", "es"].flatMap {
        keys[words.count == 1 ? Substring(first + $0) : first] ?? []
      }
      return Set(candidates).filter { key in
        let text = texts[key] ?? ""
        return ["", "s", "es"].contains { text.contains(" \(whole)\($0) ") }
      }
    }
  }

  @Test func `The glossary has every term in all five other languages`() {
    #expect(Self.entries.count > 900)
    let languages = Dictionary(grouping: Self.entries, by: \.term).mapValues { Set($0.map(\.language)) }
    let proposed = languages.filter { $0.value.count > 1 }
    for (term, languages) in proposed {
      #expect(languages == ["zh", "ar", "fr", "ru", "es"], "\(term)")
    }
  }

  @Test(arguments: Phrasebook.languages.filter { $0 != "en" })
  func `Where the English says a term, the other language says its own`(language: String) {
    let (english, phrases) = (EnglishWords(), Self.phrases(language))
    for entry in Self.entries where entry.language == language {
      for key in english.holding(entry.term).sorted() {
        let text = phrases[key] ?? ""
        let isSaid = entry.forms.contains { text.contains($0) }
        #expect(
          isSaid != entry.others.contains(key),
          "\(language) \(key): \(entry.term) is “\(entry.forms.first ?? "")” in “\(text)”")
      }
    }
  }

  @Test(arguments: Phrasebook.languages.filter { $0 != "en" })
  func `What the glossary says not to say is not said`(language: String) {
    let phrases = Self.phrases(language)
    let all = phrases.values.joined(separator: "\n")
    for entry in Self.entries where entry.language == language {
      for word in entry.avoided where all.contains(word.lowercased()) {
        let said = phrases.filter { Glossary.says($0.value, word.lowercased(), in: language) }.map(\.key)
        #expect(said.isEmpty, "\(language): “\(word)” for \(entry.term) in \(said.sorted())")
      }
    }
  }
}
