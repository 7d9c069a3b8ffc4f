import CSystem
import Synchronization

/// One group of scalars that shares a cell: a spacing scalar and the marks on it.
public struct CellGroup: Sendable, Equatable {
  public var text: String
  /// 1 or 2 columns.
  public var width: Int

  public init(text: String, width: Int) { (self.text, self.width) = (text, width) }
}

/// Cuts text into what cells can hold, and makes it harmless: the one place that decides width.
///
/// Width is that of the C library (`wcwidth`), which is what ncurses believes. No control byte, escape
/// sequence or bidirectional override (Unicode UAX #9) leaves this type; a control character becomes its
/// visible picture.
public enum CellText {
  /// Marks that one cell can hold beside its spacing scalar (ncurses: `CCHARW_MAX` 5).
  static let marksPerCell = 4

  private static let utf8 = system_charset()

  /// The groups of `text` from left to right in logical order.
  public static func groups(_ text: String) -> [CellGroup] {
    _ = utf8
    var groups: [CellGroup] = []
    groups.reserveCapacity(text.utf8.count)
    var marks = 0
    var joined = false
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x20 && scalar.value < 0x7F {
        groups.append(CellGroup(text: ascii[Int(scalar.value) - 0x20], width: 1))
        (marks, joined) = (0, false)
        continue
      }
      if scalar.value == 0x200D {
        joined = true
        continue
      }
      guard let drawn = harmless(scalar) else { continue }
      let width = width(of: drawn)
      if width == 0 {
        attach(drawn, to: &groups, marks: &marks)
      } else if joined && width == 2 && groups.last?.width == 2 {
        // Terminals disagree about joined emoji; the first of a family is drawn by all.
        continue
      } else {
        groups.append(CellGroup(text: String(drawn), width: width))
        marks = 0
      }
      joined = false
    }
    return groups
  }

  /// How many columns `text` takes when drawn.
  public static func width(_ text: String) -> Int {
    var ascii = 0
    for byte in text.utf8 {
      guard byte >= 0x20 && byte < 0x7F else {
        return groups(text).reduce(0) { $0 + $1.width }
      }
      ascii += 1
    }
    return ascii
  }

  /// The beginning of `text` that fits into `columns`, with an ellipsis where something was cut.
  public static func fitting(_ text: String, columns: Int, ellipsis: String = "…") -> [CellGroup] {
    let all = groups(text)
    var total = 0
    var keep = 0
    let room = columns - 1
    for group in all {
      total += group.width
      if total <= room { keep += 1 }
    }
    if total <= columns { return all }
    guard columns > 0 else { return [] }
    return all.prefix(keep) + [CellGroup(text: ellipsis, width: 1)]
  }

  private static let ascii = (0x20..<0x7F).map { String(Unicode.Scalar(UInt8($0))) }

  /// The same as a text.
  public static func shown(_ text: String, columns: Int) -> String {
    fitting(text, columns: columns).map(\.text).joined()
  }

  /// A line of words and figures as short as has room: its longest words give way, each with an ellipsis, and no figure.
  public static func keepingFigures(_ text: String, columns: Int) -> String {
    var parts: [(text: Substring, isWord: Bool, isCut: Bool)] = []
    var rest = text[...]
    while let first = rest.first {
      let part = rest.prefix { $0.isLetter == first.isLetter }
      parts.append((part, first.isLetter, false))
      rest = rest.dropFirst(part.count)
    }
    var left = width(text) - columns
    while left > 0 {
      let words = parts.indices.filter { parts[$0].isWord && parts[$0].text.count > 2 }
      // Of two as long the one that is cut already, so that few are.
      func length(_ word: Int) -> (Int, Int) {
        let cut = parts[word].isCut ? 1 : 0
        return (width(String(parts[word].text)) + cut, cut)
      }
      guard let longest = words.max(by: { length($0) < length($1) }) else { break }
      let before = length(longest).0
      (parts[longest].text, parts[longest].isCut) = (parts[longest].text.dropLast(), true)
      left -= before - length(longest).0
    }
    return parts.map { $0.text + ($0.isCut ? "…" : "") }.joined()
  }

  /// As much of the text as fits, without a sign that there was more.
  public static func cut(_ text: String, columns: Int) -> String {
    var (kept, used) = ("", 0)
    for group in groups(text) {
      used += group.width
      if used > columns { break }
      kept += group.text
    }
    return kept
  }

  private static func attach(_ mark: Unicode.Scalar, to groups: inout [CellGroup], marks: inout Int) {
    guard marks < marksPerCell else { return }
    if groups.isEmpty { groups.append(CellGroup(text: " ", width: 1)) }
    groups[groups.count - 1].text.unicodeScalars.append(mark)
    marks += 1
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    let width = Int(system_scalar_width(scalar.value))
    guard width == 1, scalar.value >= 0x900, scalar.properties.generalCategory == .spacingMark else {
      return width
    }
    if !hasMetMarks { met.store(true, ordering: .relaxed) }
    return joins.load(ordering: .relaxed) ? 0 : 1
  }

  // MARK: Marks that take room

  private static let met = Atomic(false)
  private static let joins = Atomic(false)

  /// Whether any text so far had a spacing mark of Hindi, Burmese, Khmer and the like (general category Mc). The C library
  /// counts a column for each; some terminals draw them on the letter before, and count none.
  public static var hasMetMarks: Bool { met.load(ordering: .relaxed) }

  /// Counts such marks as the terminal does, from now on.
  public static func settle(marksTakeRoom: Bool) { joins.store(!marksTakeRoom, ordering: .relaxed) }

  /// The scalar to draw in place of `scalar`, or nil for one that has to stay out of the terminal.
  private static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    // A paragraph of a long text ends, in a place of one line.
    case 0x0A, 0x2029: return "\u{B6}"
    case 0x00..<0x20: return Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: return "\u{2421}"
    case 0x80..<0xA0: return "\u{FFFD}"
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
      return nil
    case 0x2028: return "\u{2424}"
    case 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF: return nil
    case 0x1F1E6...0x1F1FF: return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
    default: return scalar.value >= 0x300 && system_scalar_width(scalar.value) < 0 ? "\u{FFFD}" : scalar
    }
  }
}

extension CellText {
  /// A text in so many columns, cut or with spaces behind it.
  public static func padded(_ text: String, to columns: Int) -> String {
    let shown = shown(text, columns: columns)
    return shown + String(repeating: " ", count: max(0, columns - width(shown)))
  }

  /// A number or a word at the right of so many columns.
  public static func trailing(_ text: String, in columns: Int) -> String {
    let shown = shown(text, columns: columns)
    return String(repeating: " ", count: max(0, columns - width(shown))) + shown
  }
}
