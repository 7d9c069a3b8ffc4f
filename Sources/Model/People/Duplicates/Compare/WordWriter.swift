/// The words of names and addresses, one byte a letter, each behind a sign that says what it is.
struct WordWriter {
  /// What stands before a word. All lie below the letters.
  enum Sign {
    /// A name begins; a name in Latin letters that was made from another script begins.
    static let name: UInt8 = 1
    static let reading: UInt8 = 2
    static let word: UInt8 = 3
    static let initial: UInt8 = 4
    /// A beginning or letters that stand for words.
    static let short: UInt8 = 5
    /// An address begins.
    static let address: UInt8 = 6
    static let number: UInt8 = 7
    static let street: UInt8 = 8
    static let code: UInt8 = 9
    static let place: UInt8 = 10
    static let last: UInt8 = 10
  }

  private(set) var bytes: [UInt8] = []

  mutating func append(_ form: NameForm, isReading: Bool = false) {
    bytes.append(isReading ? Sign.reading : Sign.name)
    // Of a long name the first two words and the last ones.
    let words = form.words.count > 6 ? Array(form.words.prefix(2) + form.words.suffix(4)) : form.words
    for word in words { append(word, form.short.contains(word) ? Sign.short : Sign.word) }
    for initial in form.initials.prefix(5) { append(String(initial), Sign.initial) }
  }

  mutating func append(_ address: PostalAddress) {
    bytes.append(Sign.address)
    if !address.number.isEmpty { append(address.number, Sign.number) }
    for word in address.street.prefix(4) { append(word, Sign.street) }
    for code in address.codes.prefix(3) { append(code, Sign.code) }
    for place in address.places.prefix(8) { append(place, Sign.place) }
  }

  mutating func append(place: String) {
    bytes.append(Sign.address)
    for word in NameForm.tokens(place).prefix(5) { append(word.folded, Sign.place) }
  }

  private mutating func append(_ word: String, _ sign: UInt8) {
    bytes.append(sign)
    for scalar in word.unicodeScalars.prefix(24) {
      // Alphabets lie within 128 places of Unicode; a letter of one is never compared with one of another.
      bytes.append(scalar.isASCII ? UInt8(scalar.value) : 0x80 | UInt8(scalar.value & 0x7F))
    }
  }
}
