/// Where records with the same key meet.
///
/// Besides the traits that two records share, these are keys that survive a slip: all letters of the name, whatever
/// their order, and all but one of them; the consonants; a word with the first letter of another; what a short name
/// stands for; and what of an address goes with a word of the name.
struct BlockKeys {
  /// Of two records that meet by a key, at least one has to lead, as "H. Lefèvre" leads to everybody called H…
  /// Lefèvre, who are not all compared with each other.
  typealias Take = (_ key: UInt64, _ leads: Bool) -> Void

  /// Whether a key only says that two records may be alike: what many have in common so is not worth comparing.
  static func isWeak(_ key: UInt64) -> Bool { key & 1 == 1 }

  /// Kinds of keys, so that none meets another by chance.
  private enum Salt {
    static let pair: UInt64 = 0x1F35_0B55_9C3B_1C01
    static let short: UInt64 = 0x2F35_0B55_9C3B_1C03
    static let letters: UInt64 = 0x3F35_0B55_9C3B_1C05
    static let sound: UInt64 = 0x4F35_0B55_9C3B_1C07
    static let slips: UInt64 = 0x7F35_0B55_9C3B_1C0D
    static let place: UInt64 = 0x5F35_0B55_9C3B_1C09
    static let house: UInt64 = 0x6F35_0B55_9C3B_1C0B
  }

  static func each(
    _ traits: UnsafeBufferPointer<UInt64>, _ words: UnsafeBufferPointer<UInt8>, _ take: Take
  ) {
    for trait in traits {
      switch MatchCard.kind(of: trait) {
      case .orcid, .ror, .mailbox, .link, .name, .address: take(trait & ~1, true)
      case .nationalTail, .internationalTail: take(MatchCard.recast(trait, as: .phone) & ~1, true)
      case .acronym: take(trait & ~1, true)
      case .computedAcronym: take(MatchCard.recast(trait, as: .acronym) & ~1, false)
      default: break
      }
    }
    let isPerson = traits.first.map { MatchCard.kind(of: $0) == .person } ?? false
    var begin = 0
    while let list = WordList(words, at: begin) {
      begin = list.next
      if list.isName {
        names(list, isPerson: isPerson, take)
        if isPerson { places(of: list, words, take) }
      } else {
        house(list, take)
      }
    }
  }

  // MARK: Names

  private static func names(_ list: WordList, isPerson: Bool, _ take: Take) {
    var full = 0
    for place in 0..<list.count where list.words[place].sign == WordWriter.Sign.word { full += 1 }
    letters(list, take)
    guard isPerson else { return }
    var sound: UInt64 = 0
    var consonants = 0
    for place in 0..<list.count where list.words[place].sign == WordWriter.Sign.word {
      let word = list.letters(place)
      let heard = word.withoutArticle.sound
      sound = sound &+ MatchCard.mixed(heard.hash)
      consonants += heard.consonants
      if word.count > 4 { slips(list, place, word, take) }
      pairs(list, place, word, full, take)
      for name in Nicknames.shared.names(of: word.hash) { pairs(list, place, name, take) }
    }
    if consonants > 3 { take(MatchCard.mixed(sound ^ Salt.sound) | 1, true) }
  }

  /// A word with each other one, and with the first letter of each.
  private static func pairs(
    _ list: WordList, _ place: Int, _ word: Letters, _ full: Int, _ take: Take
  ) {
    let hash = word.hash
    let isAlone = full == 1
    for other in 0..<list.count where other != place {
      let rest = list.letters(other)
      if list.words[other].sign == WordWriter.Sign.word, other > place {
        take(MatchCard.mixed((hash &+ rest.hash) ^ Salt.pair) & ~1, true)
      }
      let leads = list.words[other].sign != WordWriter.Sign.word && isAlone
      take(MatchCard.mixed((hash &+ UInt64(rest[0])) ^ Salt.short) & ~1, leads)
    }
  }

  /// A word with the first and the last letter of another, and all its letters but one with these and the
  /// second: so names meet with two slips in one word, or one in each.
  private static func slips(_ list: WordList, _ place: Int, _ word: Letters, _ take: Take) {
    for other in 0..<list.count where other != place && list.letters(other).count > 3 {
      let second = list.letters(other)
      let ends = UInt64(second[0]) << 8 | UInt64(second[second.count - 1])
      take(MatchCard.mixed((word.hash &+ ends) ^ Salt.slips) | 1, true)
      var sum = MatchCard.mixed(ends << 8 | UInt64(second[1]))
      for letter in 0..<word.count { sum = sum &+ MatchCard.mixed(UInt64(word[letter]) &+ Salt.slips) }
      for letter in 0..<word.count where letter == 0 || word[letter] != word[letter - 1] {
        take(
          MatchCard.mixed((sum &- MatchCard.mixed(UInt64(word[letter]) &+ Salt.slips)) ^ Salt.slips) | 1, true
        )
      }
    }
  }

  private static func pairs(_ list: WordList, _ place: Int, _ hash: UInt64, _ take: Take) {
    for other in 0..<list.count where other != place && list.words[other].sign == WordWriter.Sign.word {
      take(MatchCard.mixed((hash &+ list.letters(other).hash) ^ Salt.pair) & ~1, true)
    }
  }

  /// All letters in no order, and all but one: names meet where words are joined or parted, and where one letter is
  /// wrong, missing, too much or in the wrong place.
  private static func letters(_ list: WordList, _ take: Take) {
    var sum: UInt64 = 0
    var number = 0
    eachLetter(list) { letter in
      sum = sum &+ MatchCard.mixed(UInt64(letter) &+ Salt.letters)
      number += 1
    }
    guard number > 4 else { return }
    take(MatchCard.mixed(sum ^ Salt.letters) & ~1, true)
    // A slip in a word of four letters makes another name.
    guard isLong(list) else { return }
    take(MatchCard.mixed(sum ^ Salt.letters) | 1, true)
    var seen: (UInt64, UInt64) = (0, 0)
    eachLetter(list) { letter in
      let bit = UInt64(1) << UInt64(letter & 0x3F)
      let isHigh = letter & 0x40 != 0
      if (isHigh ? seen.1 : seen.0) & bit != 0 { return }
      if isHigh { seen.1 |= bit } else { seen.0 |= bit }
      take(MatchCard.mixed((sum &- MatchCard.mixed(UInt64(letter) &+ Salt.letters)) ^ Salt.letters) | 1, true)
    }
  }

  private static func isLong(_ list: WordList) -> Bool {
    var isLong = false
    for place in 0..<list.count {
      let word = list.letters(place)
      if word.hasDigit { return false }
      isLong = isLong || word.count > 4
    }
    return isLong
  }

  /// `al` before a word comes and goes.
  private static func eachLetter(_ list: WordList, _ body: (UInt8) -> Void) {
    for place in 0..<list.count where list.words[place].sign <= WordWriter.Sign.short {
      let word = list.letters(place).withoutArticle
      for letter in 0..<word.count { body(word[letter]) }
    }
  }

  // MARK: Addresses

  /// A code with the number and with each word of the street: so those meet whose names have slips.
  private static func house(_ list: WordList, _ take: Take) {
    for place in 0..<list.count where list.words[place].sign == WordWriter.Sign.code {
      let code = list.letters(place).hash
      for other in 0..<list.count {
        let sign = list.words[other].sign
        guard sign == WordWriter.Sign.street || sign == WordWriter.Sign.number else { continue }
        take(MatchCard.mixed((code &+ list.letters(other).hash) ^ Salt.house) & ~1, true)
      }
    }
  }

  /// A word of the name with a code or a word of the street.
  private static func places(
    of name: WordList, _ words: UnsafeBufferPointer<UInt8>, _ take: Take
  ) {
    var begin = name.next
    while let list = WordList(words, at: begin) {
      begin = list.next
      if list.isName { continue }
      for place in 0..<list.count {
        let sign = list.words[place].sign
        guard sign == WordWriter.Sign.street || sign == WordWriter.Sign.code else { continue }
        let hash = list.letters(place).hash
        for word in 0..<name.count where name.words[word].sign == WordWriter.Sign.word {
          take(MatchCard.mixed((hash &+ name.letters(word).hash) ^ Salt.place) & ~1, true)
        }
      }
    }
  }
}
