import Foundation
import RandomRecords
import Testing

@testable import Model

/// Byte by byte: Swift takes forms of a letter for equal that a store keeps apart.
@Suite struct SpellingTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(arguments: Spellings.pairs)
  func `Both spellings are one`(pair: Spellings.Pair) {
    #expect(bytes(Folding.folded(pair.one)) == bytes(Folding.folded(pair.other)))
    #expect(bytes(Folding.searchable(pair.one)) == bytes(Folding.searchable(pair.other)))
    #expect(WordMatch.contains(WordMatch.words(pair.other), in: "Lake \(pair.one) Shore"))
    #expect(WordMatch.contains(WordMatch.words(pair.one), in: "Lake \(pair.other) Shore"))
  }

  @Test(arguments: Spellings.others)
  func `Other letters are others`(pair: Spellings.Pair) {
    #expect(bytes(Folding.folded(pair.one)) != bytes(Folding.folded(pair.other)))
  }

  @Test(arguments: [
    ("مكتبـــة", "مكتبه"), ("عليّ", "علي"), ("قمة ٢٠١٥", "قمه 2015"), ("می\u{200C}خواهم", "ميخواهم"),
    ("Ελλάς", "ελλασ"), ("國際", "国际"), ("ヤマダー", "やまたー\u{3099}".replacing("たー\u{3099}", with: "た\u{3099}ー")),
    ("शर्मा", "शर्मा"), ("ดี", "ดี"), ("ﷺ", "صلي الله عليه وسلم"), ("\u{3164}x", "\u{1160}x"),
  ])
  func folds(_ text: String, expected: String) {
    #expect(bytes(Folding.folded(text)) == bytes(expected))
  }

  /// What a store of schema 9 holds folded is folded again as it stands.
  @Test func `Names folded of old are folded again to what they would be now`() {
    var random = SeededGenerator(seed: 10)
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x80...0x24F, 0x300...0x5FF, 0x600...0x6FF, 0x900...0x954, 0x1E00...0x1FFF,
      0x2000...0x206F,
      0x3041...0x3098, 0x30A0...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFDFF, 0xFE00...0xFF9D,
      0x1F300...0x1F5FF, 0x20000...0x2A6DF, 0xE0100...0xE01EF,
    ]
    for _ in 0..<4_000 {
      var text = String.UnicodeScalarView()
      let chosen = [
        ranges.randomElement(using: &random)!, ranges.randomElement(using: &random)!, 0x20...0x7E,
      ]
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let value = UInt32.random(in: chosen.randomElement(using: &random)!, using: &random)
        if let sign = Unicode.Scalar(value) { text.append(sign) }
      }
      let now = Folding.folded(String(text))
      #expect(bytes(Folding.folded(Folding.firstEdition(String(text)))) == bytes(now))
      let parts = Folding.searchable(String(text))
      #expect(bytes(Folding.folded(parts)) == bytes(parts))
    }
  }

  @Test(arguments: [
    ("  Łódź\tß ", "lodz ss"), ("علي رضايي", "علي رضايي"), ("علی", "علی"), ("فاطمة", "فاطمة"),
    ("أحمدُ", "احمد"),
    ("國際", "國際"), ("ヤマタ", "ヤマタ"), ("٢", "٢"), ("a\u{200C}b", "a\u{200C}b"), ("Ελλάς", "ελλας"),
    ("ANA", "ana"),
  ])
  func `The first folding is kept as it was`(text: String, expected: String) {
    #expect(bytes(Folding.firstEdition(text)) == bytes(expected))
  }

  @Test(arguments: [("عليّ", "علی"), ("فاطمة كريم", "کریم، فاطمه"), ("張偉", "张伟"), ("ヤマダ", "やまだ")])
  func `A name is the same to duplicates too`(_ one: String, _ other: String) throws {
    let keys = [one, other].map { NameForm(person: $0).anyKey }
    #expect(keys[0] != nil && keys[0] == keys[1])
    #expect(Folding.person(one) == Folding.person(other))
  }

  @Test func `Forms of a character lead to one and no further`() {
    for sign in HanForms.range.compactMap(Unicode.Scalar.init) {
      let form = HanForms.form(of: sign)
      #expect(HanForms.form(of: form) == form)
    }
    #expect(String(String.UnicodeScalarView("國际澤沢".unicodeScalars.map(HanForms.form(of:)))) == "国际泽泽")
  }
}
