/// How the addresses of two records stand to each other.
struct AddressComparison {
  /// House number and street agree.
  var isHouse = false
  /// The street agrees, and not the number.
  var isStreet = false
  var isCode = false
  /// A word of a place agrees: a suburb, a town.
  var isPlace = false
  /// Both have a street, a code, a place.
  private(set) var haveStreets = false
  private(set) var haveCodes = false
  private(set) var havePlaces = false

  var haveAddresses: Bool { haveStreets || haveCodes }

  init(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) {
    var begin = 0
    while let left = WordList(a, at: begin) {
      begin = left.next
      if left.isName { continue }
      var other = 0
      while let right = WordList(b, at: other) {
        other = right.next
        if !right.isName { compare(left, right) }
      }
    }
  }

  private mutating func compare(_ a: WordList, _ b: WordList) {
    let code = agree(a, b, WordWriter.Sign.code)
    let place = agree(a, b, WordWriter.Sign.place)
    var street = agree(a, b, WordWriter.Sign.street)
    let number = agree(a, b, WordWriter.Sign.number)
    if !street.agrees, number.agrees, code.agrees || place.agrees {
      // Clerks put street and suburb into each other's place.
      street.agrees = agree(a, b, WordWriter.Sign.street, WordWriter.Sign.place).agrees
    }
    haveStreets = haveStreets || street.both
    haveCodes = haveCodes || code.both
    havePlaces = havePlaces || place.both
    isCode = isCode || code.agrees
    isPlace = isPlace || place.agrees
    isHouse = isHouse || street.agrees && number.agrees
    isStreet = isStreet || street.agrees
  }

  /// Most of the words of the shorter side agree: "Albion Park" is not "Sefton Park".
  private func agree(
    _ a: WordList, _ b: WordList, _ sign: UInt8, _ other: UInt8? = nil
  ) -> (agrees: Bool, both: Bool) {
    let (left, right) = (a.number(of: sign), b.number(of: other ?? sign))
    if left == 0 || right == 0 { return (false, false) }
    var alike = 0
    for i in 0..<a.count where a.words[i].sign == sign {
      for j in 0..<b.count where b.words[j].sign == other ?? sign {
        if Self.areAlike(a.letters(i), b.letters(j)) {
          alike += 1
          break
        }
      }
    }
    return (2 * alike > min(left, right), true)
  }

  /// Words of places with a slip; numbers and codes as they are.
  private static func areAlike(_ a: Letters, _ b: Letters) -> Bool {
    if a == b { return true }
    if a.hasDigit || b.hasDigit {
      // A code with two neighbours in the wrong order is a slip; another digit is another place.
      return a.count > 3 && a.count == b.count && a.slips(to: b) == 1 && a.isTurned(b)
    }
    let shorter = min(a.count, b.count)
    guard shorter > 3 else { return false }
    return a.slips(to: b) <= (shorter > 6 ? 2 : 1)
  }
}
