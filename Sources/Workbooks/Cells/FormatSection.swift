/// One of the sections of a format code, for positive numbers, negative ones, zero and text: its letters without what
/// stands in quotes, behind a backslash or in brackets.
struct FormatSection {
  private enum Token: Equatable {
    case letter(Character)
    case literal(Character)
    /// `[h]`, `[mm]`: more hours than a day has.
    case elapsed
  }

  private let tokens: [Token]

  static func sections(of code: String) -> [FormatSection] {
    var sections: [FormatSection] = []
    var tokens: [Token] = []
    var rest = code[...]
    while let character = rest.popFirst() {
      switch character {
      case ";":
        sections.append(FormatSection(tokens: tokens))
        tokens = []
      case "\"":
        let quoted = rest.prefix { $0 != "\"" }
        tokens += quoted.map(Token.literal)
        rest = rest.dropFirst(quoted.count + 1)
      case "\\", "!": if let next = rest.popFirst() { tokens.append(.literal(next)) }
      // As wide as the next character, or filled up with it.
      case "_", "*": _ = rest.popFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if isElapsed(inside) { tokens.append(.elapsed) }
        // `[$€-407]`: a currency, and whose dates and digits are meant.
        if inside.first == "$" { tokens += inside.dropFirst().prefix { $0 != "-" }.map(Token.literal) }
      default: tokens.append(.letter(character))
      }
    }
    return sections + [FormatSection(tokens: tokens)]
  }

  private static func isElapsed(_ inside: Substring) -> Bool {
    let letters = Set(inside.lowercased())
    return letters.count == 1 && !letters.isDisjoint(with: ["h", "m", "s"])
  }

  /// What it makes of numbers; nil where it says nothing of them.
  var format: CellFormat? {
    let text = String(tokens.map { if case .letter(let letter) = $0 { letter } else { " " } }).lowercased()
    if tokens.contains(.elapsed) { return .duration }
    // "General" and what it is called in files of some East Asian programs.
    if ["general", "standard", "g/"].contains(where: text.contains) { return number }
    if let moment = Self.moment(text) { return moment }
    if text.contains("%") { return .percent }
    if let pattern = pattern { return .padded(pattern) }
    return text.contains(where: "0#?@".contains) ? number : nil
  }

  /// A number, perhaps with a unit before or behind its digits; a comma behind them makes thousands of it, which its unit
  /// is then one of.
  private var number: CellFormat {
    let digits = tokens.indices.filter {
      if case .letter(let letter) = tokens[$0] { letter.isLetter || "0#?.,/".contains(letter) } else { false }
    }
    guard let first = digits.first, let last = digits.last, tokens[last] != .letter(","),
      let unit = CellUnit(before: text(tokens[..<first]), after: text(tokens[(last + 1)...]))
    else { return .general }
    return .unit(unit)
  }

  private func text(_ tokens: ArraySlice<Token>) -> String {
    String(
      tokens.compactMap {
        switch $0 {
        case .literal(let letter): letter
        case .letter(let letter) where letter.isCurrencySymbol || letter == " ": letter
        case .letter, .elapsed: nil
        }
      })
  }

  private static func moment(_ text: String) -> CellFormat? {
    let clock = text.replacing("am/pm", with: "h").replacing("a/p", with: "h")
    // The e of 0.00E+00 is no year.
    let plain = clock.replacing("e+", with: "").replacing("e-", with: "")
    let hasTime = plain.contains { $0 == "h" || $0 == "s" }
    let hasDay = plain.contains { "ydbe".contains($0) } || (plain.contains("m") && !hasTime)
    switch (hasDay, hasTime) {
    case (true, true): return .dateTime
    case (true, false): return .date
    case (false, true): return .time
    case (false, false): return nil
    }
  }

  /// Zeros without a point, a comma, an exponent or a fraction.
  private var pattern: DigitPattern? {
    var pieces: [DigitPattern.Piece] = []
    for token in tokens {
      switch token {
      case .letter("0"): pieces.append(.digit(isShown: true))
      case .letter("#"), .letter("?"): pieces.append(.digit(isShown: false))
      case .letter(let letter) where "-+ ()/:".contains(letter): pieces.append(.text(letter))
      case .literal(let letter): pieces.append(.text(letter))
      case .letter, .elapsed: return nil
      }
    }
    // A fraction: `# ??/??`.
    if pieces.contains(.text("/")), pieces.contains(.digit(isShown: false)) { return nil }
    return DigitPattern(pieces)
  }
}
