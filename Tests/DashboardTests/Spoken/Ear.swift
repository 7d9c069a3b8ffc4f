import Terminal

@testable import Dashboard

/// Somebody who listens to a session: what a screen reader that reads each line as it comes would say after a key, and
/// what stands under the fingers.
final class Ear {
  let desk: Desk
  private var shown: Canvas

  init(_ desk: Desk) {
    self.desk = desk
    shown = desk.canvas
  }

  /// The bytes that are sent for the keys together.
  func sent(_ keys: KeyChord...) -> String {
    for key in keys { desk.press(key) }
    return sent()
  }

  /// The bytes that bring the screen to what it is now.
  func sent() -> String {
    let now = desk.canvas
    defer { shown = now }
    return LineWriter().text(from: shown, to: now)
  }

  /// What is said: each text that is sent without a move of the cursor in it.
  func hear(_ keys: KeyChord...) -> [String] {
    for key in keys { desk.press(key) }
    return Self.texts(sent())
  }

  func hear(typing text: String) -> [String] {
    desk.type(text)
    return Self.texts(sent())
  }

  /// The texts between the control sequences, which begin with CSI (ECMA-48, 5.4).
  static func texts(_ bytes: String) -> [String] {
    bytes.split(separator: "\u{1B}[").map { piece in
      String(piece.drop { !("\u{40}"..."\u{7E}").contains($0) }.dropFirst())
    }.filter { !$0.isEmpty }
  }

  /// What a display of so many cells shows, which goes along with the cursor by its own width.
  func braille(cells: Int = 40) -> String {
    let canvas = desk.canvas
    guard let cursor = canvas.cursor else { return "" }
    let first = cursor.column / cells * cells
    let row = (first..<min(first + cells, canvas.size.columns)).map { canvas[cursor.row, $0].text }.joined()
    return String(row.reversed().drop { $0 == " " }.reversed())
  }
}
