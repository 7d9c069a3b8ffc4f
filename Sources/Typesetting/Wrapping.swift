/// Breaks text into lines: where its paragraphs end, at spaces, and between the characters of scripts that have none.
public enum Wrapping {
  /// At most so many lines; the last one says by … that there is more.
  public static func lines(_ text: String, columns: Int, atMost most: Int) -> [String] {
    let lines = lines(text, columns: columns)
    guard lines.count > most, most > 0 else { return Array(lines.prefix(max(0, most))) }
    let rest = lines[(most - 1)...].joined(separator: " ")
    return lines.prefix(most - 1) + [CellText.shown(rest, columns: columns)]
  }

  public static func lines(_ text: String, columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { paragraph($0, columns: columns) }
  }

  private static func paragraph(_ text: Substring, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(text) {
      let width = CellText.width(word)
      let spaced = CellText.width(word.hasSuffix(" ") ? String(word.dropLast()) : word)
      if used > 0 && used + spaced > columns {
        lines.append(trimmed(line))
        (line, used) = ("", 0)
      }
      if width > columns {
        for group in CellText.groups(word) {
          if used + group.width > columns {
            lines.append(line)
            (line, used) = ("", 0)
          }
          line += group.text
          used += group.width
        }
      } else {
        line += word
        used += width
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// Words with the space behind them; a wide character is a word of its own, with the marks that belong to it.
  private static func words(_ text: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var isBehindWide = false
    for character in text {
      if character.dividesLines {
        words.append(word + " ")
        (word, isBehindWide) = ("", false)
        continue
      }
      let isWide = CellText.width(String(character)) == 2
      if let last = word.last, isWide || isBehindWide, !character.beginsNoLine, !last.endsNoLine {
        words.append(word)
        word = ""
      }
      word.append(character)
      isBehindWide = isWide
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func trimmed(_ line: String) -> String {
    line.hasSuffix(" ") ? String(line.dropLast()) : line
  }
}

extension Span {
  /// Its text in as many lines as it needs, those below the first one behind its sign.
  public func wrapped(columns: Int) -> [Span] {
    let sign = text.prefix { !$0.isWhitespace }
    let indent = sign.count == 1 && !sign.allSatisfy(\.isLetter) ? 2 : 0
    return Wrapping.lines(text, columns: columns - indent).enumerated().map { place, line in
      Span(place == 0 ? line : String(repeating: " ", count: indent) + line, ink)
    }
  }
}

extension Array<Span> {
  /// Each in lines of its own.
  public func wrapped(columns: Int) -> [[Span]] {
    flatMap { $0.wrapped(columns: Swift.max(10, columns)).map { [$0] } }
  }
}

extension Character {
  /// What closes a part of a sentence stays with it, in scripts whose lines end anywhere (UAX #14, classes CL, CP, EX, IS).
  var beginsNoLine: Bool { "、。，．：；！？）〕］｝」』】》〉”’…％,.:;!?)]}%".contains(self) }
  /// What opens one stays with what follows (class OP).
  var endsNoLine: Bool { "（〔［｛「『【《〈“‘([{".contains(self) }

  /// Whether a line may end here: at white space, but not at what keeps a number and its unit together (U+00A0, U+202F).
  var dividesLines: Bool { isWhitespace && self != "\u{A0}" && self != "\u{202F}" }
}
