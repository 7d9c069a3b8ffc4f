/// The words of a record where they lie, by kinds.
struct WordList {
  struct Word {
    let sign: UInt8
    let start: UInt16
    let count: UInt16
  }

  static let most = 16
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var words = InlineArray<16, Word>(repeating: Word(sign: 0, start: 0, count: 0))
  private(set) var count = 0
  /// Where the next name or address begins.
  private(set) var next: Int
  let isReading: Bool
  let isName: Bool

  /// Reads what begins at a place; nil at the end.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at begin: Int) {
    guard begin < bytes.count else { return nil }
    self.bytes = bytes
    isReading = bytes[begin] == WordWriter.Sign.reading
    isName = bytes[begin] != WordWriter.Sign.address
    var place = begin + 1
    while place < bytes.count, !Self.begins(bytes[place]) {
      let sign = bytes[place]
      let start = place + 1
      place = start
      while place < bytes.count, bytes[place] > WordWriter.Sign.last { place += 1 }
      if count < Self.most {
        words[count] = Word(sign: sign, start: UInt16(start), count: UInt16(place - start))
        count += 1
      }
    }
    next = place
  }

  private static func begins(_ sign: UInt8) -> Bool {
    sign == WordWriter.Sign.name || sign == WordWriter.Sign.reading || sign == WordWriter.Sign.address
  }

  func number(of sign: UInt8) -> Int {
    var number = 0
    for place in 0..<count where words[place].sign == sign { number += 1 }
    return number
  }

  /// A word of it.
  func letters(_ place: Int) -> Letters {
    let word = words[place]
    return Letters(base: bytes, start: Int(word.start), count: Int(word.count))
  }
}
