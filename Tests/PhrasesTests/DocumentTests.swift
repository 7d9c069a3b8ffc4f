import Foundation
import Testing

@testable import Phrases

/// Documents that leave the house are whole in each of the six languages.
@Suite struct DocumentTests {
  @Test func `Every key has its words in each language`() {
    #expect(DocumentBook.all.count > 80)
    #expect(Set(DocumentKey.allCases.map(\.rawValue)).isSubset(of: DocumentBook.all.keys))
    for (key, words) in DocumentBook.all {
      #expect(Set(words.keys) == Set(DocumentBook.languages), "\(key)")
      #expect(words.values.allSatisfy { !$0.trimmingCharacters(in: .whitespaces).isEmpty }, "\(key)")
    }
  }

  @Test func `Every plain key is known`() {
    let sentences = DocumentBook.all.keys.filter { !$0.contains(".") }
    #expect(Set(sentences) == Set(DocumentKey.allCases.map(\.rawValue)))
  }

  /// What has no words in it, only places and marks.
  private static let formats: Set = [
    "listed", "date", "dateWeekday", "dateTime", "dateMonth", "guidanceEntry", "reportItem", "reportPercent",
    "reportOnDay",
  ]

  /// Where one language stands in another's place, somebody forgot to translate. Formats alone may be equal.
  @Test func `No two languages are equal`() {
    for (key, words) in DocumentBook.all where !Self.formats.contains(key) {
      #expect(Set(words.values).count == words.count, "\(key)")
    }
  }

  @Test func `Languages put the same things into a sentence`() {
    for (key, words) in DocumentBook.all {
      let places = words.values.map { Set($0.matches(of: /\{\d\}/).map { String($0.output) }) }
      #expect(Set(places).count == 1, "\(key)")
    }
  }

  @Test func `Scripts are those of their languages`() {
    let ranges: [String: ClosedRange<UInt32>] = [
      "ar": 0x600...0x6FF, "zh": 0x4E00...0x9FFF, "ru": 0x400...0x4FF,
    ]
    for (language, range) in ranges {
      for (key, words) in DocumentBook.all where key != "number" {
        if Self.formats.contains(key) && !(key == "date" && language != "ar") { continue }
        let text = words[language] ?? ""
        #expect(text.unicodeScalars.contains { range.contains($0.value) }, "\(key) \(language)")
      }
    }
  }

  @Test(arguments: [
    ("ar", "1 أيلول/سبتمبر 2015"), ("zh", "2015年9月1日"), ("en", "1 September 2015"),
    ("fr", "1er septembre 2015"), ("ru", "1 сентября 2015 года"), ("es", "1 de septiembre de 2015"),
  ])
  func `Days are written as the language does`(_ language: String, _ day: String) {
    #expect(DocumentBook(language).day(year: 2015, month: 9, day: 1) == day)
  }

  @Test func `Braces of a name are no places`() {
    #expect(DocumentBook("en").say(.listed, "{1}", "b") == "{1}, b")
    #expect(DocumentBook("fr-CA").language == "fr")
    #expect(DocumentBook("sw").language == "en")
  }
}
