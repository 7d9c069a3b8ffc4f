import Testing

@testable import Model

/// Japanese syllables read as passports write them.
@Suite struct KanaTests {
  @Test(arguments: [
    ("やまだ", "yamada"), ("たろう", "taro"), ("さとう", "sato"), ("いのうえ", "inoue"), ("おおの", "ono"),
    ("しょうへい", "shohei"), ("きょうごく", "kyogoku"), ("はっとり", "hattori"), ("まっちゃ", "matcha"), ("じゅん", "jun"),
    ("けんいち", "kenichi"), ("ふじつぼ", "fujitsubo"), ("れーな", "rena"),
  ])
  func `A word`(_ kana: String, _ latin: String) { #expect(Kana.reading(kana) == latin) }

  @Test(arguments: ["山だ", "ゃま", "", "kana", "っ"])
  func `What nobody can read so`(_ text: String) { #expect(Kana.reading(text) == nil) }
}
