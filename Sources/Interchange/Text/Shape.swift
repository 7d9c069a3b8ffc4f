/// What a short text of ASCII is made of, read from its beginning. For what is asked of every cell of a file.
struct Shape {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = Substring(text).utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  /// Passes over a sign, where it is the next one.
  mutating func one(of signs: StaticString) -> Bool {
    guard let next = rest.first else { return false }
    let isOne = signs.withUTF8Buffer { $0.contains(next) }
    if isOne { rest.removeFirst() }
    return isOne
  }

  /// Passes over all digits that follow, where there are so many.
  mutating func digits(_ count: ClosedRange<Int>) -> Bool { number(count) != nil }

  /// The number of so many digits, and no more of them behind; nil where there is none.
  mutating func number(_ count: ClosedRange<Int>) -> Int? {
    var (number, found) = (0, 0)
    while found < count.upperBound, let next = rest.first, (0x30...0x39).contains(next) {
      number = found < 18 ? number * 10 + Int(next) - 0x30 : number
      found += 1
      rest.removeFirst()
    }
    return found >= count.lowerBound ? number : nil
  }

  /// Passes over what is of a kind.
  /// - Returns: how many bytes.
  mutating func skip(_ isOne: (UInt8) -> Bool) -> Int {
    let count = rest.prefix(while: isOne).count
    rest.removeFirst(count)
    return count
  }
}
