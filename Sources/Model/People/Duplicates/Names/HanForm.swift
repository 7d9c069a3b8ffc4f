import Foundation

/// Chinese, Japanese and Korean characters made comparable: one form of each character, and how it is read.
enum HanForm {
  /// Simplified for traditional and Japanese forms; hiragana for katakana; syllables for letters of Hangul.
  static func unified(_ text: String) -> String {
    var unified = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      if (0x30A1...0x30F6).contains(scalar.value), let kana = Unicode.Scalar(scalar.value - 0x60) {
        unified.append(kana)
      } else {
        unified.append(HanForms.form(of: scalar))
      }
    }
    return String(unified)
  }

  /// The syllables of a name in Latin letters: Hanyu Pinyin for Chinese characters, Revised Romanization for
  /// Hangul with the family names as families write them; nil with characters of which only people know the
  /// reading.
  static func reading(_ text: String) -> [String]? {
    var syllables: [String] = []
    for (place, scalar) in text.unicodeScalars.enumerated() {
      guard let syllable = readings[scalar] ?? hangul(scalar, isFirst: place == 0) else { return nil }
      syllables.append(syllable)
    }
    return syllables.isEmpty ? nil : syllables
  }

  private static let readings: [Unicode.Scalar: String] = {
    var readings: [Unicode.Scalar: String] = [:]
    for row in EmbeddedTable.rows("han-readings.tsv") where row.count == 2 {
      for character in row[1].unicodeScalars { readings[character] = row[0] }
    }
    return readings
  }()

  // MARK: Hangul

  /// The parts of a syllable lie in the order of Unicode (chapter 3.12).
  private static func hangul(_ scalar: Unicode.Scalar, isFirst: Bool) -> String? {
    guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
    if isFirst, let family = koreanFamilies[Character(scalar)] { return family }
    let index = Int(scalar.value - 0xAC00)
    return leads[index / 588] + vowels[index % 588 / 28] + tails[index % 28]
  }

  private static let koreanFamilies: [Character: String] = [
    "김": "kim", "이": "lee", "박": "park", "최": "choi", "정": "jung", "강": "kang", "조": "cho", "윤": "yoon",
    "임": "lim", "오": "oh", "신": "shin", "권": "kwon", "유": "yoo", "구": "koo", "우": "woo", "문": "moon",
  ]
  private static let leads = "g kk n d tt r m b pp s ss - j jj ch k t p h".split(separator: " ").map {
    $0 == "-" ? "" : String($0)
  }
  private static let vowels =
    "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(separator: " ").map(String.init)
  private static let tails = ("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t").split(
    separator: " "
  )
  .map { $0 == "-" ? "" : String($0) }
}

/// Letters of other alphabets in Latin ones.
enum LatinLetters {
  /// Nil where a letter has none in the table.
  static func of(_ word: String) -> String? {
    var latin = ""
    for scalar in word.unicodeScalars {
      if scalar.isASCII {
        latin.unicodeScalars.append(scalar)
      } else if let letters = table[scalar] {
        latin += letters
      } else {
        return nil
      }
    }
    return latin
  }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for row in EmbeddedTable.rows("latin-letters.tsv") where row.count == 2 {
      if let letter = row[0].unicodeScalars.first { table[letter] = row[1] }
    }
    return table
  }()
}
