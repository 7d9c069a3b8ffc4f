/// A line of text that somebody types in, with a caret and its own undo.
public struct TextField: Sendable, Equatable {
  public private(set) var characters: [Character]
  public private(set) var caret: Int
  private var past: [[Character]] = []

  public init(_ text: String = "") {
    characters = Array(text)
    caret = characters.count
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }

  /// Takes a key; false where it means nothing to a text field.
  public mutating func take(_ chord: KeyChord) -> Bool {
    if let character = chord.typed { return insert(String(character)) }
    if chord.control, case .character(let letter) = chord.key { return control(letter) }
    switch chord.key {
    case .left: caret = chord.control ? wordStart : max(0, caret - 1)
    case .right: caret = chord.control ? wordEnd : min(characters.count, caret + 1)
    case .home: caret = 0
    case .end: caret = characters.count
    case .backspace: replace((chord.alt ? wordStart : max(0, caret - 1))..<caret)
    case .delete: replace(caret..<min(characters.count, caret + 1))
    default: return false
    }
    return true
  }

  /// Inserts typed or pasted text at the caret.
  @discardableResult
  public mutating func insert(_ text: String) -> Bool {
    replace(caret..<caret, with: Array(text))
    return true
  }

  public mutating func set(_ text: String) {
    replace(0..<characters.count, with: Array(text))
  }

  private mutating func control(_ letter: Character) -> Bool {
    switch letter {
    case "a": caret = 0
    case "e": caret = characters.count
    case "u": replace(0..<caret)
    case "k": replace(caret..<characters.count)
    case "w": replace(wordStart..<caret)
    case "z": undo()
    default: return false
    }
    return true
  }

  private mutating func replace(_ range: Range<Int>, with new: [Character] = []) {
    guard !range.isEmpty || !new.isEmpty else { return }
    past.append(characters)
    if past.count > 200 { past.removeFirst() }
    // Joining may make one character of two (a mark typed after its letter).
    let joined = Array(String(characters[..<range.lowerBound] + new))
    characters = Array(String(joined + characters[range.upperBound...]))
    caret = min(joined.count, characters.count)
  }

  private mutating func undo() {
    guard let last = past.popLast() else { return }
    characters = last
    caret = characters.count
  }

  private var wordStart: Int {
    var at = caret
    while at > 0, characters[at - 1].isWhitespace { at -= 1 }
    while at > 0, !characters[at - 1].isWhitespace { at -= 1 }
    return at
  }

  private var wordEnd: Int {
    var at = caret
    while at < characters.count, characters[at].isWhitespace { at += 1 }
    while at < characters.count, !characters[at].isWhitespace { at += 1 }
    return at
  }

  /// Draws the part around the caret and puts the canvas' cursor on it.
  public func draw(on canvas: inout Canvas, row: Int, column: Int, width: Int, ink: Ink = .entry) {
    draw(on: &canvas, row: row, column: column, width: width, inks: { _ in ink })
  }

  /// The same with an ink for each character.
  public func draw(on canvas: inout Canvas, row: Int, column: Int, width: Int, inks: (Int) -> Ink) {
    guard width > 0 else { return }
    var start = caret
    var before = 0
    while start > 0 {
      let next = CellText.width(String(characters[start - 1]))
      if before + next > width - 1 { break }
      before += next
      start -= 1
    }
    canvas.fill(Rect(row: row, column: column, rows: 1, columns: width), ink: .entry)
    var used = 0
    for index in start..<characters.count {
      let next = CellText.width(String(characters[index]))
      if used + next > width { break }
      canvas.text(String(characters[index]), row: row, column: column + used, width: next, ink: inks(index))
      used += next
    }
    canvas.cursor = Point(row: row, column: column + before)
    canvas.showsCursor = true
  }
}
