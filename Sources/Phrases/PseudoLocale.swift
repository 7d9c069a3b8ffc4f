/// English as a translation might look that nobody made: marks on its letters, 40 % longer, in brackets. Who builds sees by
/// it what is not translated, what was measured for English, and what is cut without a sign. It stands in no list of
/// languages.
enum PseudoLocale {
  /// From left to right, as BCP 47 leaves `qps` to private use and others name theirs.
  static let plain = "qps-ploc"
  /// The same from right to left.
  static let mirrored = "qps-plocm"
  static let languages = [plain, mirrored]

  static func sentence(_ sentence: Sentence, of key: String) -> Sentence {
    // What people type stays as it is typed.
    if key.hasPrefix("query.") || key.hasPrefix("also.") { return sentence }
    switch sentence {
    case .one(let text): return .one(self.text(text))
    case .plural(let forms): return .plural(forms.mapValues(self.text))
    }
  }

  /// What has no letter but in its places is a format and stays.
  static func text(_ english: String) -> String {
    var isPlace = false
    let letters = english.map { letter -> (letter: Character, isOurs: Bool) in
      if letter == "{" { isPlace = true }
      defer { if letter == "}" { isPlace = false } }
      return (letter, !isPlace && marked[letter] != nil)
    }
    let count = letters.count { $0.isOurs }
    guard count > 0 else { return english }
    let stretched = letters.indices.filter { letters[$0].isOurs && vowels.contains(letters[$0].letter) }
    let places = stretched.isEmpty ? letters.indices.filter { letters[$0].isOurs }.suffix(1) : stretched
    let more = (count * 2 + 4) / 5
    var text = opening
    var seen = 0
    for (index, (letter, isOurs)) in letters.enumerated() {
      let shown = isOurs ? marked[letter] ?? letter : letter
      text.append(shown)
      guard places.contains(index) else { continue }
      let share = more / places.count + (seen < more % places.count ? 1 : 0)
      text += String(repeating: shown, count: share)
      seen += 1
    }
    return text + closing
  }

  static let opening = "⟦"
  static let closing = "⟧"
  private static let vowels: Set<Character> = Set("aeiouyAEIOUY")
  private static let marked = Dictionary(
    uniqueKeysWithValues: zip(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
      "àƀçđéƒĝĥíĵķļɱñöþɋŕšţüṽŵẋýžÀƁÇĐÉƑĜĤÍĴĶĻṀÑÖÞɊŔŠŢÜṼŴẊÝŽ"))
}
