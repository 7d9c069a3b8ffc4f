/// The letters of a word.
struct Letters {
  private let base: UnsafeBufferPointer<UInt8>
  private let start: Int
  let count: Int

  init(base: UnsafeBufferPointer<UInt8>, start: Int, count: Int) {
    (self.base, self.start, self.count) = (base, start, count)
  }

  subscript(place: Int) -> UInt8 { base[start + place] }

  static func == (a: Letters, b: Letters) -> Bool {
    guard a.count == b.count else { return false }
    for place in 0..<a.count where a[place] != b[place] { return false }
    return true
  }

  func hasPrefix(_ other: Letters) -> Bool {
    guard other.count <= count else { return false }
    for place in 0..<other.count where self[place] != other[place] { return false }
    return true
  }

  func dropFirst(_ number: Int) -> Letters {
    Letters(base: base, start: start + number, count: max(0, count - number))
  }

  var hasDigit: Bool {
    for place in 0..<count where (0x30...0x39).contains(self[place]) { return true }
    return false
  }

  var hash: UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in 0..<count { digest = (digest ^ UInt64(self[place])) &* 0x100_0000_01B3 }
    return MatchCard.mixed(digest)
  }

  // MARK: Slips

  /// How many slips lie between two words: a letter wrong, missing, too much, or two neighbours in the wrong order
  /// (Damerau's distance, each place once); three where they are more than two.
  func slips(to other: Letters) -> Int {
    let most = 3
    if abs(count - other.count) >= most { return most }
    var before = InlineArray<32, UInt8>(repeating: 0)
    var last = InlineArray<32, UInt8>(repeating: 0)
    var row = InlineArray<32, UInt8>(repeating: 0)
    let (rows, columns) = (min(count, 30), min(other.count, 30))
    for column in 0...columns { last[column] = UInt8(column) }
    for line in 1..<(rows + 1) {
      row[0] = UInt8(line)
      var least = row[0]
      for column in 1..<(columns + 1) {
        let isSame = self[line - 1] == other[column - 1]
        var cost = min(last[column] + 1, row[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if line > 1, column > 1, self[line - 1] == other[column - 2], self[line - 2] == other[column - 1] {
          cost = min(cost, before[column - 2] + 1)
        }
        row[column] = cost
        least = min(least, cost)
      }
      if least >= most { return most }
      (before, last) = (last, row)
    }
    return min(most, Int(last[columns]))
  }

  /// How the consonants of a word sound, as far as spellings of a name in Latin letters differ in them: without
  /// vowels, `y`, `j` and doubled letters, `ph` as `f`, `ck` and `q` as `k`, `w` as `v`.
  var sound: (hash: UInt64, consonants: Int) {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    var consonants = 0
    var previous: UInt8 = 0
    for place in 0..<count {
      let letter = self[place]
      var sign: UInt8 = letter
      switch letter {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
        UInt8(ascii: "y"), UInt8(ascii: "j"):
        previous = 0
        continue
      case UInt8(ascii: "h"):
        if previous != 0 { continue }
      case UInt8(ascii: "p"):
        if place + 1 < count, self[place + 1] == UInt8(ascii: "h") { sign = UInt8(ascii: "f") }
      case UInt8(ascii: "c"), UInt8(ascii: "q"): sign = UInt8(ascii: "k")
      case UInt8(ascii: "w"): sign = UInt8(ascii: "v")
      case UInt8(ascii: "z"): sign = UInt8(ascii: "s")
      default: break
      }
      if sign == previous { continue }
      previous = sign
      digest = (digest ^ UInt64(sign)) &* 0x100_0000_01B3
      consonants += 1
    }
    return (MatchCard.mixed(digest), consonants)
  }
}

extension Letters {
  /// Without an article or a particle that some write as a part of the word: Alhashimi, Vanhoffmann.
  var withoutArticle: Letters {
    if count > 5, self[1] == UInt8(ascii: "l"), self[0] == UInt8(ascii: "a") || self[0] == UInt8(ascii: "e") {
      return dropFirst(2)
    }
    guard count > 7 else { return self }
    let (first, second, third) = (self[0], self[1], self[2])
    let isVan = first == UInt8(ascii: "v") && (second == UInt8(ascii: "a") || second == UInt8(ascii: "o"))
    let isDel = first == UInt8(ascii: "d") && second == UInt8(ascii: "e")
    if isVan && third == UInt8(ascii: "n") || isDel && third == UInt8(ascii: "l") { return dropFirst(3) }
    return self
  }

  /// The hash that a word has as letters.
  static func hash(of word: String) -> UInt64 {
    Array(word.utf8).withUnsafeBufferPointer { Letters(base: $0, start: 0, count: $0.count).hash }
  }
}

extension Letters {
  /// Whether both have the same letters, in another order.
  func isTurned(_ other: Letters) -> Bool {
    func sum(_ letters: Letters) -> Int {
      (0..<letters.count).reduce(0) { $0 + Int(letters[$1]) * Int(letters[$1]) }
    }
    return count == other.count && sum(self) == sum(other)
  }
}
