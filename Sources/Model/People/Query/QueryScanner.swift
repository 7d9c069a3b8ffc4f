/// Cuts a query into parts, without knowing what they mean. Every text has parts: nothing is refused here.
struct QueryScanner {
  struct Part: Equatable {
    var range: Range<Int>
    var isNegated = false
    /// Nil for words.
    var name: String?
    var nameRange: Range<Int>?
    var values: [QueryTerm.Value] = []
    var isQuoted = false
  }

  private let characters: [Character]
  private var at = 0

  init(_ characters: [Character]) { self.characters = characters }

  static func parts(of characters: [Character]) -> [Part] {
    var scanner = QueryScanner(characters)
    var parts: [Part] = []
    while let part = scanner.next() { parts.append(part) }
    return parts
  }

  /// What would end a value, or begin another thing.
  static func isSign(_ character: Character) -> Bool {
    isComma(character) || isQuote(character) || isColon(character)
  }

  private static func isComma(_ c: Character) -> Bool { c == "," || c == "，" || c == "、" }
  private static func isColon(_ c: Character) -> Bool { c == ":" || c == "：" }
  private static func isQuote(_ c: Character) -> Bool { closing(c) != nil }
  private static func isMinus(_ c: Character) -> Bool { c == "-" || c == "−" || c == "－" }

  /// What closes a quotation that opens with this.
  private static func closing(_ opening: Character) -> Character? {
    switch opening {
    case "\"", "＂": opening
    case "“", "”": "”"
    case "「": "」"
    case "«": "»"
    default: nil
    }
  }

  private func peek() -> Character? { at < characters.count ? characters[at] : nil }

  private mutating func next() -> Part? {
    while peek()?.isWhitespace == true { at += 1 }
    guard at < characters.count else { return nil }
    let start = at
    var part = Part(range: start..<start)
    if Self.isMinus(characters[at]) {
      part.isNegated = true
      at += 1
    }
    if let range = nameAhead() {
      part.name = String(characters[range])
      part.nameRange = range
      at = range.upperBound + 1
      part.values = values()
    } else if let word = word() {
      part.isQuoted = Self.isQuote(characters[word.range.lowerBound])
      part.values = [word]
    }
    part.range = start..<at
    return part
  }

  /// A name of a field with a colon behind it. An address of the Web is no field.
  private func nameAhead() -> Range<Int>? {
    guard peek()?.isLetter == true else { return nil }
    var end = at
    while end < characters.count, Self.isNamePart(characters[end]) || isShortened(at: end) { end += 1 }
    guard end < characters.count, Self.isColon(characters[end]) else { return nil }
    let isAddress = characters[(end + 1)...].starts(with: ["/", "/"])
    return isAddress ? nil : at..<end
  }

  private static func isNamePart(_ c: Character) -> Bool { c.isLetter || c.isNumber || c == "_" || c == "-" }

  /// A point that shortens a word of a name, as headings of columns do: `TEL.:`, `SUBREG.-ONU:`. That of a host stands
  /// before a letter.
  private func isShortened(at place: Int) -> Bool {
    guard characters[place] == ".", place + 1 < characters.count else { return false }
    let next = characters[place + 1]
    return Self.isColon(next) || next == "-" || next == "_"
  }

  /// Words up to the next space, or in quotation marks.
  private mutating func word() -> QueryTerm.Value? {
    guard let first = peek(), !first.isWhitespace else { return nil }
    if Self.isQuote(first) { return quotation() }
    let start = at
    while let character = peek(), !character.isWhitespace { at += 1 }
    return QueryTerm.Value(text: String(characters[start..<at]), range: start..<at)
  }

  /// What stands in quotation marks; without a closing one, all that follows.
  private mutating func quotation() -> QueryTerm.Value {
    let start = at
    let closing = Self.closing(characters[at])
    at += 1
    while let character = peek(), character != closing { at += 1 }
    let text = String(characters[(start + 1)..<at])
    if at < characters.count { at += 1 }
    return QueryTerm.Value(text: text, range: start..<at)
  }

  /// Values with commas between them. The last is empty where nothing follows a comma or the colon.
  private mutating func values() -> [QueryTerm.Value] {
    var values: [QueryTerm.Value] = []
    while true {
      values.append(value())
      guard let sign = peek(), Self.isComma(sign) else { return values }
      at += 1
    }
  }

  private mutating func value() -> QueryTerm.Value {
    let start = at
    var text = ""
    var mayQuote = true
    while let character = peek(), !character.isWhitespace, !Self.isComma(character) {
      if mayQuote, Self.isQuote(character) {
        text += quotation().text
        continue
      }
      text.append(character)
      at += 1
      // `<"1 June 2015"`, `"1 June 2015".."3 June 2015"`.
      mayQuote = text.allSatisfy { "<>=".contains($0) } || text.hasSuffix("..")
    }
    return QueryTerm.Value(text: text, range: start..<at)
  }
}
