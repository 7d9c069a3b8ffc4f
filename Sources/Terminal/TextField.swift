/// A text that somebody types in, with a caret, a part that is marked, and its own undo: one line, or a long text whose
/// lines end where somebody ended them (`TextArea` shows it in several).
public struct TextField: Sendable, Equatable {
  public private(set) var characters: [Character]
  public private(set) var caret: Int
  /// Where the marked part begins or ends that the caret ends or begins; nil where nothing is marked.
  private var anchor: Int?
  /// Whether the ends of pasted lines stay; else each becomes a space.
  private let isLong: Bool
  private var past: [[Character]] = []
  private var future: [[Character]] = []
  /// What was cut last, to be put back elsewhere.
  private var cut: [Character] = []
  /// Whether the last key was a letter of a word: undo takes a word back, not each of its letters.
  private var isInWord = false

  public init(_ text: String = "", isLong: Bool = false) {
    characters = Array(text)
    caret = characters.count
    self.isLong = isLong
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }
  /// The marked part, by places of characters.
  public var marked: Range<Int>? {
    guard let anchor, anchor != caret else { return nil }
    return min(anchor, caret)..<max(anchor, caret)
  }

  /// Takes a key; false where it means nothing to a text field.
  public mutating func take(_ chord: KeyChord) -> Bool {
    if let character = chord.typed { return insert(String(character)) }
    if case .character(let letter) = chord.key, chord.control != chord.alt {
      return chord.control ? control(letter) : chord.alt && alternative(letter)
    }
    switch chord.key {
    case .left: go(to: chord.control ? wordStart : max(0, caret - 1), marking: chord.shift)
    case .right: go(to: chord.control ? wordEnd : min(characters.count, caret + 1), marking: chord.shift)
    case .home: go(to: chord.control ? 0 : lineStart, marking: chord.shift)
    case .end: go(to: chord.control ? characters.count : lineEnd, marking: chord.shift)
    case .enter where isLong && chord.alt: insert("\n")
    case .backspace: remove((chord.alt || chord.control ? wordStart : max(0, caret - 1))..<caret)
    case .delete: remove(caret..<(chord.control ? wordEnd : min(characters.count, caret + 1)))
    default: return false
    }
    return true
  }

  /// Inserts typed or pasted text at the caret, in the place of what is marked.
  @discardableResult
  public mutating func insert(_ text: String) -> Bool {
    let new = Array(isLong ? text : text.split(whereSeparator: \.isNewline).joined(separator: " "))
    let isLetter = new.count == 1 && !new[0].isWhitespace
    replace(marked ?? caret..<caret, with: new, isMore: isLetter && isInWord && marked == nil)
    isInWord = isLetter
    return true
  }

  public mutating func set(_ text: String) {
    replace(0..<characters.count, with: Array(text))
  }

  /// Puts the caret at a character.
  /// - Parameter marking: whether what lies between is marked.
  public mutating func go(to place: Int, marking: Bool = false) {
    isInWord = false
    anchor = marking ? anchor ?? caret : nil
    caret = max(0, min(characters.count, place))
  }

  private mutating func control(_ letter: Character) -> Bool {
    switch letter {
    case "a": go(to: lineStart)
    case "e": go(to: lineEnd)
    case "u": cut(lineStart..<caret)
    case "k": cut(caret..<(lineEnd == caret ? min(characters.count, caret + 1) : lineEnd))
    case "w": cut(marked ?? wordStart..<caret)
    case "x":
      // Where nothing is marked the key is free for what lies around.
      guard let marked else { return false }
      cut(marked)
    case "v": replace(marked ?? caret..<caret, with: cut)
    case "z": undo()
    default: return false
    }
    return true
  }

  private mutating func alternative(_ letter: Character) -> Bool {
    switch letter {
    case "z": redo()
    case "b": go(to: wordStart)
    case "f": go(to: wordEnd)
    default: return false
    }
    return true
  }

  /// Removes what is marked, or else the range.
  private mutating func remove(_ range: Range<Int>) {
    if let marked { cut(marked) } else { replace(range) }
  }

  /// Removes a part that `Ctrl-V` puts back.
  private mutating func cut(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    cut = Array(characters[range])
    replace(range)
  }

  /// - Parameter isMore: whether undo takes it back together with what was typed before.
  private mutating func replace(_ range: Range<Int>, with new: [Character] = [], isMore: Bool = false) {
    (anchor, isInWord) = (nil, false)
    guard !range.isEmpty || !new.isEmpty else { return }
    if !isMore { past.append(characters) }
    future = []
    // Each is the whole text: of a long one fewer are kept.
    past.removeFirst(max(0, past.count - max(20, min(200, 400_000 / (characters.count + 1)))))
    // Joining may make one character of two (a mark typed after its letter).
    let joined = Array(String(characters[..<range.lowerBound] + new))
    characters = Array(String(joined + characters[range.upperBound...]))
    caret = min(joined.count, characters.count)
  }

  private mutating func undo() {
    guard let last = past.popLast() else { return }
    future.append(characters)
    show(last)
  }

  private mutating func redo() {
    guard let next = future.popLast() else { return }
    past.append(characters)
    show(next)
  }

  /// The caret stands behind what differs from what stood here before.
  private mutating func show(_ text: [Character]) {
    let end = zip(characters.reversed(), text.reversed()).prefix { $0 == $1 }.count
    characters = text
    (caret, anchor, isInWord) = (text.count - end, nil, false)
  }

  private var lineStart: Int {
    (characters[..<caret].lastIndex(where: \.isNewline) ?? -1) + 1
  }

  private var lineEnd: Int {
    characters[caret...].firstIndex(where: \.isNewline) ?? characters.count
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

  /// The same with an ink for each character. Where the text goes on beyond an end of its room, a sign says so.
  public func draw(on canvas: inout Canvas, row: Int, column: Int, width: Int, inks: (Int) -> Ink) {
    guard width > 0 else { return }
    let widths = characters.map { CellText.width(String($0)) }
    let start = start(widths, width: width)
    canvas.fill(Rect(row: row, column: column, rows: 1, columns: width), ink: .entry)
    var (used, end) = (0, start)
    let before = min(width - 1, widths[start..<caret].reduce(0, +))
    canvas.type(from: Point(row: row, column: column), caret: Point(row: row, column: column + before))
    canvas.asOne { canvas in
      while end < characters.count, used + widths[end] <= width {
        let ink: Ink = marked?.contains(end) == true ? .selection : inks(end)
        canvas.text(String(characters[end]), row: row, column: column + used, width: widths[end], ink: ink)
        used += widths[end]
        end += 1
      }
    }
    guard width > 4 else { return }
    if start > 0 { canvas.text("‹", row: row, column: column, width: 1, ink: .quiet) }
    if end < characters.count {
      canvas.text("›", row: row, column: column + width - 1, width: 1, ink: .quiet)
    }
  }

  /// The first character in sight: all of a text that fits, else the caret with what comes before and behind it.
  private func start(_ widths: [Int], width: Int) -> Int {
    let all = widths.reduce(0, +)
    guard all > width - 1 else { return 0 }
    // Two thirds before the caret, or more where less is left behind it than the last third holds.
    let behind = widths[caret...].reduce(0, +)
    let room = max(width * 2 / 3, width - 1 - behind)
    var (start, before) = (caret, 0)
    while start > 0, before + widths[start - 1] <= room {
      before += widths[start - 1]
      start -= 1
    }
    return start
  }
}
