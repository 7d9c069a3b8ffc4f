import Foundation

/// Spells text in ASCII for terminals that show nothing else: glyphs of ours by their twins, accented letters
/// by their base letter, anything else by a question mark a column.
enum Latin {
  private static let twins: [Unicode.Scalar: String] = [
    "▌": ">", "─": "-", "═": "=", "━": "#", "╍": "%", "│": "|", "┿": "+", "┄": ".", "┼": "+", "╪": "+",
    "●": "*", "◐": "o", "○": ".", "·": ".", "◆": "*", "✓": "x", "▲": "^", "▼": "v", "▏": "|",
    "█": "#", "▉": "#", "▊": "#", "▋": "#", "▍": "+", "▎": "-", "░": ".", "▁": "_",
    "▂": "_", "▃": ".", "▄": "-", "▅": "=", "▆": "=", "▇": "#", "‹": "<", "›": ">", "…": "~",
    "–": "-", "—": "-", "“": "\"", "”": "\"", "‘": "'", "’": "'", "→": ">", "←": "<", "↑": "^",
    "↓": "v", "×": "x", "≠": "!", "±": "+", "\u{A0}": " ", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O",
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "đ": "d", "Đ": "D", "ı": "i",
  ]

  static func spelled(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var spelled = ""
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.isASCII {
        spelled.unicodeScalars.append(scalar)
      } else if let twin = twins[scalar] {
        spelled += twin
      } else if scalar.properties.generalCategory != .nonspacingMark {
        let columns = CellText.width(String(scalar))
        spelled += String(repeating: "?", count: columns)
      }
    }
    return spelled
  }
}
