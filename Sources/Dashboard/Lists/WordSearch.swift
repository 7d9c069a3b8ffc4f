import Office
import Terminal

/// The words that a list is to hold. Their line stays open while the list is narrowed by them, whether somebody types
/// in it or not.
struct WordSearch: Sendable {
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
    if words.allSatisfy(\.isWhitespace) { close() }
  }

  mutating func close() { (field, isTyping) = (nil, false) }

  /// Takes a key as typing; false where it is none.
  mutating func take(_ chord: KeyChord) -> Bool { isTyping && field?.take(chord) == true }
  mutating func paste(_ text: String) -> Bool { isTyping && field?.insert(text) == true }

  func draw(on canvas: inout Canvas, in area: Rect) {
    if let field { SearchLine(field: field, isTyping: isTyping).draw(on: &canvas, in: area) }
  }
}
