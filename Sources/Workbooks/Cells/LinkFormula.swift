/// `HYPERLINK("address"; "text")`: a formula that only says where a cell leads and what it shows.
struct LinkFormula: Equatable {
  let address: String
  /// What the cell shows; nil where a function makes it, or another cell has it.
  let text: String?

  /// - Parameter formula: with or without its sign and the name of its language (`of:`).
  /// - Returns: nil for any other formula, and where the address is none that stands there.
  init?(_ formula: String) {
    var rest = Substring(formula)
    for start in ["of:", "msoxl:", "="] where rest.hasPrefix(start) { rest = rest.dropFirst(start.count) }
    guard rest.prefix(10).uppercased() == "HYPERLINK(" else { return nil }
    rest = rest.dropFirst(10)
    guard let address = Self.literal(&rest) else { return nil }
    self.address = address
    rest = rest.drop(while: \.isWhitespace)
    if rest.first == ")" {
      text = address
    } else {
      rest = rest.dropFirst()
      text = Self.literal(&rest).flatMap { rest.drop(while: \.isWhitespace).first == ")" ? $0 : nil }
    }
  }

  init?(_ formula: TextBuffer) {
    // Most formulas are others.
    guard let first = formula.bytes.first, first | 0x20 == UInt8(ascii: "h"), !formula.isOverlong else {
      return nil
    }
    self.init(formula.text)
  }

  /// What a cell with such a formula shows, where the file does not hold what came of it.
  static func shown(_ value: CellValue?, _ link: LinkFormula?) -> CellValue? {
    guard case .uncomputed? = value, let text = link?.text else { return value }
    return text.isEmpty ? nil : .text(text)
  }

  /// The text in quotes with which the rest begins; a quote in it stands there twice.
  private static func literal(_ rest: inout Substring) -> String? {
    var read = rest.drop(while: \.isWhitespace)
    guard read.popFirst() == "\"" else { return nil }
    var text = ""
    while let character = read.popFirst() {
      if character == "\"" {
        guard read.first == "\"" else {
          // Behind it comes the next part or the end; anything else makes more of the text.
          guard let next = read.drop(while: \.isWhitespace).first, ",;)".contains(next) else { return nil }
          rest = read
          return text
        }
        read.removeFirst()
      }
      text.append(character)
    }
    return nil
  }
}
