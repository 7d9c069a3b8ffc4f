import Foundation
import Model

/// How wide letters are in charts: as DejaVu Sans has them, the widest of the faces that browsers take for `system-ui`, so
/// that in any other a text needs less room than it is given.
enum ChartLetters {
  /// In pixels, as the style of the page says.
  static let size = 13.0

  /// Of letters that a table names, in hundredths of their size.
  private static let widths: [Character: Double] = {
    let kinds: [(Double, String)] = [
      (30, "IJijlІЇЈіїј"), (35, " ,./:;\\|'"), (40, "()-[]ft"), (45, "!r"), (50, "\"*_`"),
      (55, "?cszгзсэѓєѕ"), (60, "FLkvxyвтухчьў"), (70, "ABCKRVXZЄАБВСХЧЬЭЯднпц"), (75, "NUЌЍИЙКъ"),
      (80, "&DGHOQЂЏДЛНОПЦмы"), (85, "#+<=>^w~Ъю"), (90, "MМФЫф"), (95, "%жшщљ"), (100, "@Wm…—"),
      (110, "ЉЖШЩЮЊ"),
    ]
    return Dictionary(
      kinds.flatMap { width, letters in letters.map { ($0, width) } }, uniquingKeysWith: { $1 })
  }()

  /// In pixels.
  static func width(_ text: some StringProtocol) -> Double { text.reduce(0) { $0 + width($1) } }

  private static func width(_ letter: Character) -> Double {
    if let width = widths[letter] { return width * size / 100 }
    // A letter with an accent is as wide as without.
    let scalar = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? " "
    if let width = widths[Character(scalar)] { return width * size / 100 }
    switch scalar.value {
    case 0x2066...0x2069: return 0
    // From Hangul on: Chinese, Japanese and Korean fill their square.
    case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFFEF, 0x20000...0x3FFFF: return size
    case 0x600...0x8FF: return size * 0.72
    case ..<0x500: return size * 0.65
    default: return size * 0.9
    }
  }

  /// As much of a text as has room, with an ellipsis where that is not all. Whichever way the page runs, the ellipsis
  /// stands at the end of the text: marks of isolation hold them together (UAX #9).
  static func fitting(_ text: String, _ room: Double) -> String {
    let line = PlainText.line(text)
    guard width(line) > room else { return isolated(line) }
    var (kept, used) = ("", size)
    for letter in line {
      used += width(letter)
      if used > room { break }
      kept.append(letter)
    }
    while kept.last == " " { kept.removeLast() }
    return isolated(kept + "…")
  }

  /// A text in several lines, where it needs them: broken between words, else anywhere.
  static func lines(_ text: String, _ room: Double, most: Int = 3) -> [String] {
    let line = PlainText.line(text)
    guard most > 1, width(line) > room else { return [fitting(line, room)] }
    var (end, space, used) = (line.startIndex, line.startIndex, 0.0)
    for place in line.indices {
      used += width(line[place])
      if used > room { break }
      if line[place] == " " { space = place }
      end = line.index(after: place)
    }
    let cut = space > line.startIndex ? space : end
    return [isolated(String(line[..<cut]))] + lines(String(line[cut...]).trimmed, room, most: most - 1)
  }

  private static func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }
}
