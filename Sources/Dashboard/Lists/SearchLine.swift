import Office
import Phrases
import Terminal

/// A line of words that a list is to hold. It stays open while the list is narrowed by it, whether somebody types in
/// it or not.
struct SearchLine: Sendable {
  private var field: TextField?
  private(set) var isTyping = false

  var isOpen: Bool { field != nil }
  /// Empty where nobody looks for anything.
  var words: String { field?.text ?? "" }

  mutating func open() {
    field = field ?? TextField("")
    isTyping = true
  }

  /// Leaves the line; what was found stays listed. Without words there is nothing to leave.
  mutating func accept() {
    isTyping = false
    if words.trimmed.isEmpty { close() }
  }

  mutating func close() { (field, isTyping) = (nil, false) }

  /// Takes a key as typing; false where it is none.
  mutating func take(_ chord: KeyChord) -> Bool { isTyping && field?.take(chord) == true }
  mutating func paste(_ text: String) -> Bool { isTyping && field?.insert(text) == true }

  func draw(on canvas: inout Canvas, in area: Rect) {
    guard let field else { return }
    canvas.text("/", row: area.row, column: area.column + 1, ink: .key)
    let (column, width) = (area.column + 3, max(1, area.columns - 4))
    if isTyping {
      field.draw(on: &canvas, row: area.row, column: column, width: width)
    } else {
      canvas.text(field.text, row: area.row, column: column, width: width, ink: .entry)
    }
  }
}
