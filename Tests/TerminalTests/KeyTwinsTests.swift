import Testing

@testable import Terminal

/// Command keys with another script typed.
@Suite struct KeyTwinsTests {
  private static let latin = KeyLayout.latin.plain + KeyLayout.latin.shifted

  /// What each key of a layout writes, with what the Latin one has there; of what it writes twice, the first.
  private func pairs(_ layout: KeyLayout) -> [(own: Character, latin: Character)] {
    var seen: Set<Character> = []
    return zip((layout.rows.plain + layout.rows.shifted).unicodeScalars, Self.latin).compactMap {
      own, latin in
      let own = Character(own)
      return own != " " && seen.insert(own).inserted ? (own, latin) : nil
    }
  }

  private func twins(_ layout: KeyLayout) -> KeyTwins {
    var twins = KeyTwins()
    for (own, _) in pairs(layout) where !own.isASCII { twins.notice(KeyChord(.character(own))) }
    return twins
  }

  @Test(arguments: KeyLayout.allCases)
  func `Every row has as many keys as the Latin one`(_ layout: KeyLayout) {
    #expect(layout.rows.plain.unicodeScalars.count == KeyLayout.latin.plain.count)
    #expect(layout.rows.shifted.unicodeScalars.count == KeyLayout.latin.shifted.count)
  }

  @Test(arguments: KeyLayout.allCases)
  func `Each key means the Latin key in its place`(_ layout: KeyLayout) {
    let twins = twins(layout)
    for (own, latin) in pairs(layout) {
      let twin = twins.twin(of: KeyChord(.character(own)))
      #expect(twin == (own == latin ? nil : KeyChord(.character(latin))), "\(own) of \(layout)")
    }
  }

  /// A Greek capital sigma is on two keys: it is the S, not the W.
  @Test(arguments: KeyLayout.allCases)
  func `All letters, digits and signs of commands are within reach`(_ layout: KeyLayout) {
    let twins = twins(layout)
    var reached: Set<Character> = []
    for (own, _) in pairs(layout) {
      reached.insert(own)
      if let twin = twins.twin(of: KeyChord(.character(own)))?.typed { reached.insert(twin) }
    }
    let wanted = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/?:;[]<>@!"
      .filter { !(layout == .greek && $0 == "W") }
    #expect(wanted.filter { !reached.contains($0) }.isEmpty, "\(wanted.filter { !reached.contains($0) })")
  }

  @Test func `Digits of any script and full-width forms are their ASCII ones, whatever was typed before`() {
    let twins = KeyTwins()
    for (own, latin) in zip(
      "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１９？：；／！＠＜＞［］ｎＧ。、《》【】「」", "0123456789" + "0123456789" + "019?:;/!@<>[]nG./<>[][]")
    {
      #expect(twins.twin(of: KeyChord(.character(own)))?.typed == latin, "\(own)")
    }
    #expect(twins.twin(of: KeyChord(.character("\u{3000}"))) == "Space")
  }

  @Test func `A sign stands elsewhere only while the letters around it are of that layout`() {
    var twins = KeyTwins()
    #expect(twins.twin(of: ".") == nil)
    twins.notice("о")
    #expect(twins.twin(of: ".") == "/" && twins.twin(of: ",") == "?" && twins.twin(of: "\"") == "@")
    twins.notice("j")
    #expect(twins.twin(of: ".") == nil && twins.twin(of: "о") == "j")
  }

  @Test func `Letters that Arabic and Persian write with different keys go by what was typed before`() {
    var twins = KeyTwins()
    #expect(twins.twin(of: "د") == "]")
    twins.notice("ی")
    #expect(twins.twin(of: "د") == "n" && twins.twin(of: "ب") == "f")
    twins.notice("q")
    #expect(twins.twin(of: "د") == "n")
  }

  @Test func `What has no twin has none`() {
    let twins = KeyTwins()
    for chord in ["中", "日", "é", "ß", "Enter", "Ctrl-R", "a"] as [KeyChord] {
      #expect(twins.twin(of: chord) == nil, "\(chord)")
    }
  }
}
