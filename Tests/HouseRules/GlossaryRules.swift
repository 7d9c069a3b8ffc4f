import Embedded
import Foundation
import Testing

@testable import Phrases

/// One thing has one name in each language: `glossary.tsv` says which, and every phrase keeps to it.
@Suite struct GlossaryRules {
  private struct Entry {
    let term: String
    let language: String
    /// A phrase holds one of these where its English holds the term.
    let forms: [String]
    let avoided: [String]
    /// The phrases where the English word means something else.
    let others: Set<String>

    init?(_ line: Substring) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7 else { return nil }
      func parts(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }
      // "slip (days late)" is looked for as "slip", "the Platform" as "platform".
      let bare = cells[0].replacing(/\s*\(.*\)/, with: "").lowercased()
      term = bare.hasPrefix("the ") ? String(bare.dropFirst(4)) : bare
      (language, forms, avoided) = (cells[1], parts(cells[3]), parts(cells[5]))
      others = Set(cells[6].split(separator: " ").map(String.init))
    }
  }

  private static let entries: [Entry] = {
    let url = House.root.appendingPathComponent("Sources/Phrases/Resources/glossary.tsv")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap(Entry.init)
  }()

  /// The texts of a language by their keys, in small letters. What people type in searches has words beside the term.
  private static func phrases(_ language: String) -> [String: String] {
    let file = PhraseFile(Embedded.bytes("phrases/\(language).json"))
    var phrases: [String: String] = [:]
    for key in file.keys where !key.hasPrefix("query.") && !key.hasPrefix("also.") {
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
    let isSpaced = ["fr", "ru", "es"].contains(language)
    for entry in Self.entries where entry.language == language {
      for word in entry.avoided where all.contains(word.lowercased()) {
        let said = phrases.filter { Self.says($0.value, word.lowercased(), asWord: isSpaced) }.map(\.key)
        #expect(said.isEmpty, "\(language): “\(word)” for \(entry.term) in \(said.sorted())")
      }
    }
  }

  private static func says(_ text: String, _ word: String, asWord: Bool) -> Bool {
    text.ranges(of: word).contains { range in
      guard asWord else { return true }
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      return !before.isLetter && !before.isNumber && !after.isLetter && !after.isNumber
    }
  }
}
