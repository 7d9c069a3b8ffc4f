/// Japanese syllables in Latin letters, after Hepburn as passports write it (ISO 3602 writes some of them otherwise): long
/// vowels are short, and `n` stays before `b` and `p`.
enum Kana {
  /// How a word of hiragana reads, to which `HanForm.unified` turns katakana; nil with any other character, of which only
  /// people know the reading.
  static func reading(_ word: String) -> String? {
    var latin = ""
    var isDoubled = false
    for scalar in word.unicodeScalars {
      switch scalar {
      case "っ": isDoubled = true
      case "ー": break
      case "ゃ", "ゅ", "ょ":
        guard let vowel = small[scalar], latin.hasSuffix("i") else { return nil }
        latin.removeLast()
        // "shi" and a small "ya" are "sha", "ki" and a small "ya" are "kya".
        latin += latin.hasSuffix("sh") || latin.hasSuffix("ch") || latin.hasSuffix("j") ? vowel : "y" + vowel
      default:
        guard let syllable = syllables[scalar] else { return nil }
        if isDoubled, let first = syllable.first { latin.append(first == "c" ? "t" : first) }
        isDoubled = false
        latin += syllable
      }
    }
    return latin.isEmpty ? nil : shortened(latin)
  }

  /// "ou" is a long "o" but where another vowel follows: Satou, and Inoue.
  private static func shortened(_ latin: String) -> String {
    let letters = Array(latin)
    var short = ""
    for (place, letter) in letters.enumerated() {
      let isLong = letter == "u" && "ou".contains(short.last ?? "-") || letter == "o" && short.last == "o"
      let isBeforeVowel = place + 1 < letters.count && "aiueo".contains(letters[place + 1])
      if !isLong || isBeforeVowel { short.append(letter) }
    }
    return short
  }

  private static let small: [Unicode.Scalar: String] = ["ゃ": "a", "ゅ": "u", "ょ": "o"]

  private static let syllables: [Unicode.Scalar: String] = {
    let rows: [(String, String)] = [
      ("あいうえお", "a i u e o"), ("かきくけこ", "ka ki ku ke ko"), ("がぎぐげご", "ga gi gu ge go"),
      ("さしすせそ", "sa shi su se so"), ("ざじずぜぞ", "za ji zu ze zo"), ("たちつてと", "ta chi tsu te to"),
      ("だぢづでど", "da ji zu de do"), ("なにぬねの", "na ni nu ne no"), ("はひふへほ", "ha hi fu he ho"),
      ("ばびぶべぼ", "ba bi bu be bo"), ("ぱぴぷぺぽ", "pa pi pu pe po"), ("まみむめも", "ma mi mu me mo"),
      ("やゆよ", "ya yu yo"), ("らりるれろ", "ra ri ru re ro"), ("わゐゑを", "wa i e o"), ("んゔ", "n vu"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (kana, latin) in rows {
      for (scalar, syllable) in zip(kana.unicodeScalars, latin.split(separator: " ")) {
        table[scalar] = String(syllable)
      }
    }
    return table
  }()
}
