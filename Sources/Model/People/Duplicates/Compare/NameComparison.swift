/// How the words of two names stand for each other.
struct NameComparison {
  /// From the surest to none.
  enum Outcome: Int, Comparable {
    /// All words agree.
    case same
    /// The same letters, divided into words in another way.
    case joined
    /// All words agree but for a slip or two.
    case near
    /// A short name, or another spelling of the same sound.
    case spelling
    case initials
    case part
    /// Near or spelled otherwise, with initials or a word less; or a slip in a short word.
    case nearPart
    /// The only word of the one is a word of the other.
    case fragment
    /// Some words agree, and both have others.
    case mixed
    case other

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  private let a: WordList
  private let b: WordList
  /// A bit for each word that has found another.
  private var usedA: UInt32 = 0
  private var usedB: UInt32 = 0
  private var exact = 0
  private var near = 0
  private var weak = 0
  private var spelled = 0
  private var byInitial = 0
  private var slips = 0

  static func outcome(_ a: WordList, _ b: WordList) -> Outcome {
    var comparison = NameComparison(a, b)
    return comparison.run()
  }

  private init(_ a: WordList, _ b: WordList) { (self.a, self.b) = (a, b) }

  private mutating func run() -> Outcome {
    match { $0 == $1 }
    exact = usedA.nonzeroBitCount
    if isDone { return .same }
    if isJoined { return .joined }
    // Scripts without vowels have no slips of letters.
    if a.isReading || b.isReading { matchSpelled() }
    matchNear()
    matchSpelled()
    matchShort()
    matchInitials()
    return outcome
  }

  private var outcome: Outcome {
    let (wordsA, lettersA) = rest(a, usedA)
    let (wordsB, lettersB) = rest(b, usedB)
    let solid = exact + near + weak + spelled
    if lettersA > 0 && lettersB > 0 { return .other }
    if wordsA > 0 && wordsB > 0 { return solid > 0 ? .mixed : .other }
    if solid == 0 { return .other }
    // "A. Abenov" is not "Bela Abenov".
    if solid + byInitial < 2, wordsA > 0 && lettersB > 0 || wordsB > 0 && lettersA > 0 { return .mixed }
    let isComplete = wordsA + wordsB + lettersA + lettersB == 0
    if isComplete && byInitial == 0 {
      if weak > 0 && exact < 3 || slips > 3 { return .nearPart }
      return spelled > 0 ? .spelling : near + weak > 0 ? .near : .same
    }
    if solid + byInitial < 2 { return .fragment }
    if near + weak + spelled > 0 { return .nearPart }
    return wordsA + wordsB == 0 && byInitial > 0 ? .initials : .part
  }

  // MARK: Words

  private var isDone: Bool { rest(a, usedA) == (0, 0) && rest(b, usedB) == (0, 0) }

  private func rest(_ list: WordList, _ used: UInt32) -> (words: Int, letters: Int) {
    var rest = (words: 0, letters: 0)
    for place in 0..<list.count where used & 1 << UInt32(place) == 0 {
      if list.words[place].sign == WordWriter.Sign.initial { rest.letters += 1 } else { rest.words += 1 }
    }
    return rest
  }

  /// Pairs words that fit, each once.
  private mutating func match(_ fits: (Letters, Letters) -> Bool) {
    for i in 0..<a.count where usedA & 1 << UInt32(i) == 0 {
      for j in 0..<b.count where usedB & 1 << UInt32(j) == 0 && isSameSort(i, j) {
        if fits(a.letters(i), b.letters(j)) {
          usedA |= 1 << UInt32(i)
          usedB |= 1 << UInt32(j)
          break
        }
      }
    }
  }

  /// A letter is compared with letters only.
  private func isSameSort(_ i: Int, _ j: Int) -> Bool {
    (a.words[i].sign == WordWriter.Sign.initial) == (b.words[j].sign == WordWriter.Sign.initial)
  }

  private mutating func matchNear() {
    var (near, weak, slips) = (0, 0, 0)
    // The nearest first, so that none takes another's.
    for allowed in 1...2 {
      match { one, other in
        let shorter = min(one.count, other.count)
        guard shorter > 2, allowed == 1 || shorter > 5, !one.hasDigit, !other.hasDigit else { return false }
        let found = one.slips(to: other)
        guard found == allowed else { return false }
        slips += found
        if max(one.count, other.count) > 4, shorter > 3 { near += 1 } else { weak += 1 }
        return true
      }
    }
    (self.near, self.weak, self.slips) = (near, weak, slips)
  }

  private mutating func matchSpelled() {
    let (left, right) = (rest(a, usedA).words, rest(b, usedB).words)
    if left == 0 || right == 0 { return }
    var spelled = 0
    // A short name says something only where another word agrees.
    let mayBeShort = exact + near > 0 && (left == 1 || right == 1)
    let isReading = a.isReading || b.isReading
    match { one, other in
      guard !one.hasDigit, !other.hasDigit else { return false }
      let isOne =
        one.withoutArticle == other.withoutArticle || mayBeShort && Self.isNickname(one, other)
        || Self.soundsAlike(one.withoutArticle, other.withoutArticle, isReading: isReading)
      if isOne { spelled += 1 }
      return isOne
    }
    self.spelled += spelled
  }

  private static func isNickname(_ a: Letters, _ b: Letters) -> Bool {
    let (first, second) = (a.hash, b.hash)
    return Nicknames.shared.names(of: first).contains(second)
      || Nicknames.shared.names(of: second).contains(first)
  }

  private static func soundsAlike(_ a: Letters, _ b: Letters, isReading: Bool) -> Bool {
    let (first, second) = (a.sound, b.sound)
    guard first.hash == second.hash, first.consonants > 1 else { return false }
    // Arabic and Hebrew leave the vowels out.
    if isReading { return true }
    return min(a.count, b.count) > 4 && abs(a.count - b.count) < 4 && (a[0] == b[0] || first.consonants > 2)
  }

  /// "Th." for Thandiwe, "JA" for Jane Ann.
  private mutating func matchShort() {
    for i in 0..<a.count where a.words[i].sign == WordWriter.Sign.short && usedA & 1 << UInt32(i) == 0 {
      if Self.stands(a.letters(i), for: b, &usedB) {
        usedA |= 1 << UInt32(i)
        byInitial += 1
      }
    }
    for j in 0..<b.count where b.words[j].sign == WordWriter.Sign.short && usedB & 1 << UInt32(j) == 0 {
      if Self.stands(b.letters(j), for: a, &usedA) {
        usedB |= 1 << UInt32(j)
        byInitial += 1
      }
    }
  }

  private static func stands(_ short: Letters, for list: WordList, _ used: inout UInt32) -> Bool {
    func isFree(_ place: Int) -> Bool { used & 1 << UInt32(place) == 0 }
    for place in 0..<list.count where isFree(place) && list.letters(place).hasPrefix(short) {
      used |= 1 << UInt32(place)
      return true
    }
    var taken = used
    for letter in 0..<short.count {
      let place = (0..<list.count).first {
        taken & 1 << UInt32($0) == 0 && list.letters($0)[0] == short[letter]
      }
      guard let place else { return false }
      taken |= 1 << UInt32(place)
    }
    used = taken
    return true
  }

  private mutating func matchInitials() {
    byInitial += Self.match(a, &usedA, b, &usedB) + Self.match(b, &usedB, a, &usedA)
  }

  /// Letters of the one that stand for words of the other.
  private static func match(
    _ letters: WordList, _ used: inout UInt32, _ words: WordList, _ usedWords: inout UInt32
  ) -> Int {
    var number = 0
    for i in 0..<letters.count
    where letters.words[i].sign == WordWriter.Sign.initial && used & 1 << UInt32(i) == 0 {
      for j in 0..<words.count
      where words.words[j].sign != WordWriter.Sign.initial && usedWords & 1 << UInt32(j) == 0 {
        if words.letters(j)[0] == letters.letters(i)[0] {
          used |= 1 << UInt32(i)
          usedWords |= 1 << UInt32(j)
          number += 1
          break
        }
      }
    }
    return number
  }

  // MARK: Words joined and parted

  /// Whether what is left over has the same letters, in the order of the words or with the first word last.
  private var isJoined: Bool {
    let (sumA, sumB) = (sum(a, usedA), sum(b, usedB))
    guard sumA == sumB else { return false }
    let (left, right) = (joined(a, usedA), joined(b, usedB))
    guard left.count == right.count, left.count > 3 else { return false }
    if left == right { return true }
    return turns(b, usedB).contains(left) || turns(a, usedA).contains(right)
  }

  /// How many letters are left over, and their sum: equal for the same letters.
  private func sum(_ list: WordList, _ used: UInt32) -> Int {
    var sum = 0
    for place in 0..<list.count where used & 1 << UInt32(place) == 0 {
      let word = list.letters(place)
      for letter in 0..<word.count { sum += 1 << 16 | Int(word[letter]) }
    }
    return sum
  }

  private func joined(_ list: WordList, _ used: UInt32, from first: Int = 0) -> [UInt8] {
    var joined: [UInt8] = []
    for step in 0..<list.count {
      let place = (step + first) % list.count
      guard used & 1 << UInt32(place) == 0 else { continue }
      let word = list.letters(place)
      for letter in 0..<word.count { joined.append(word[letter]) }
    }
    return joined
  }

  private func turns(_ list: WordList, _ used: UInt32) -> [[UInt8]] {
    list.count < 2 ? [] : (1..<list.count).map { joined(list, used, from: $0) }
  }
}
