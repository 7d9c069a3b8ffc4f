import Foundation

/// Spells text in ASCII for terminals that show nothing else: glyphs of ours by their twins, accented letters
/// by their base letter, anything else by a question mark a column.
public enum Latin {
  private static let twins: [Unicode.Scalar: String] = [
    "▌": ">", "─": "-", "═": "=", "━": "#", "╍": "%", "│": "|", "┿": "+", "┄": ".", "┼": "+", "╪": "+",
    "●": "*", "◐": "%", "○": "o", "◎": "@", "✗": "X", "−": "-", "·": ".", "◆": "*", "◇": "o", "▸": ">",
    "▾": "v", "✓": "x", "▲": "^", "▼": "v", "▏": "|",
    "█": "#", "▉": "#", "▊": "#", "▋": "#", "▍": "+", "▎": "-", "░": ".", "▁": "_",
    "▂": "_", "▃": ".", "▄": "-", "▅": "=", "▆": "=", "▇": "#", "‹": "<", "›": ">", "…": "~",
    "–": "-", "—": "-", "“": "\"", "”": "\"", "‘": "'", "’": "'", "→": ">", "←": "<", "↑": "^",
    "↓": "v", "×": "x", "≠": "/", "±": "+", "\u{A0}": " ", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O",
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "đ": "d", "Đ": "D", "ı": "i",
  ]

  public static func spelled(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var spelled = ""
    for scalar in text.unicodeScalars {
      // Before it is taken apart: a ≠ without its stroke is an =.
      spelled += twins[scalar] ?? letters(scalar)
    }
    return spelled
  }

  /// The base letter without its marks.
  private static func letters(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return String(scalar) }
    var letters = ""
    for part in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars {
      if part.isASCII || twins[part] != nil {
        letters += twins[part] ?? String(part)
      } else if part.properties.generalCategory != .nonspacingMark {
        letters += String(repeating: "?", count: CellText.width(String(part)))
      }
    }
    return letters
  }
}
