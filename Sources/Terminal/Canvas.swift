@_exported import Typesetting

/// One column of the screen.
public struct Cell: Sendable, Equatable {
  /// The scalars in it; empty in the right half of a wide character.
  public var text: String
  public var ink: Ink

  public static let blank = Cell(text: " ", ink: .text)

  public init(text: String, ink: Ink) {
    self.text = text
    self.ink = ink
  }
}

/// The cells of a screen. Everything is drawn here first: drawing does no input or output.
public struct Canvas: Sendable, Equatable {
  public let size: Size
  public private(set) var cells: [Cell]
  /// Where the hardware cursor stands: always on the selected row or field, so that screen readers and
  /// braille displays follow.
  public var cursor: Point?
  /// Whether the cursor is shown; it is where somebody types.
  public var showsCursor = false
  /// Where a click means something; what was drawn last comes last.
  public var hits: [Hit] = []
  /// Letters outside ASCII are spelled with it, and glyphs fall back, where the terminal cannot show them.
  public let isASCII: Bool
  /// Who puts text that runs from right to left in order.
  public let order: TextOrder
  /// Whether the screen runs from right to left: what is drawn at the left is seen at the right.
  public let isMirrored: Bool
  /// How it is drawn for somebody who listens; nil for somebody who looks.
  public var manner: SpokenManner?
  /// What stands under the cursor, as it is said.
  public private(set) var sentence = ""
  /// The rows that tell what has just happened.
  public var news: Range<Int>?
  /// Where what somebody types begins; nil where nobody does.
  public private(set) var entry: Point?
  /// The cursor stands on what is chosen, whatever is typed beside it.
  private var isChosen = false
  /// Of which text each cell is a part, by number: 0 of none. Empty where nobody asks.
  private(set) var pieces: [Int]
  private var lastPiece = 0
  /// How many there are.
  private var texts = 0
  /// Texts are drawn as parts of one.
  private var isJoining = false
  /// The number of what is shown in the order in which it is given.
  static let asGiven = -1

  public init(size: Size, isASCII: Bool = false, order: TextOrder = .nobody, isMirrored: Bool = false) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.isASCII = isASCII
    (self.order, self.isMirrored) = (order, isMirrored && order == .program)
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
    pieces = order == .nobody ? [] : Array(repeating: 0, count: cells.count)
  }

  /// Draws what is one text in several pieces: letter by letter, or word by word in other inks.
  public mutating func asOne(_ draw: (inout Canvas) -> Void) {
    let before = isJoining
    beginText()
    isJoining = true
    draw(&self)
    isJoining = before
  }

  public var isSpoken: Bool { manner != nil }

  /// Says what stands under the cursor, in as many lines as it takes; the cursor stands at its beginning.
  /// - Returns: how many lines those are.
  @discardableResult
  public mutating func say(_ sentence: String, in area: Rect) -> Int {
    let lines = Wrapping.lines(sentence, columns: area.columns).prefix(area.rows)
    for (offset, line) in lines.enumerated() {
      asOne { $0.text(line, row: area.row + offset, column: area.column) }
    }
    self.sentence = sentence
    (cursor, isChosen) = (Point(row: area.row, column: area.column), true)
    return lines.count
  }

  /// What stands under the cursor is this, wherever it is drawn.
  public mutating func hear(_ sentence: String) { self.sentence = sentence }

  /// A text as it is, in the first row of an area; returns the columns used.
  public mutating func put(_ text: String, in area: Rect) -> Int {
    var used = 0
    asOne { used = $0.text(text, row: area.row, column: area.column, width: area.columns) }
    return used
  }

  /// Somebody types there: the cursor is where the next letter goes, unless it stands on what the letters choose.
  mutating func type(from start: Point, caret: Point) {
    entry = start
    guard !isChosen else { return }
    (cursor, showsCursor) = (caret, true)
  }

  private mutating func beginText() {
    texts += 1
    lastPiece = texts
  }

  /// Puts a cell in the place of another, as it is.
  mutating func replace(_ row: Int, _ column: Int, _ cell: Cell) {
    cells[row * size.columns + column] = cell
  }

  public var bounds: Rect { Rect(size) }

  public subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// Draws `text` from `column` on, at most `width` columns, cut with an ellipsis; returns the columns used.
  @discardableResult
  public mutating func text(
    _ text: String, row: Int, column: Int, width: Int? = nil, ink: Ink = .text,
    alignment: Alignment = .leading, clip: Rect? = nil
  ) -> Int {
    let clip = (clip ?? bounds).intersection(bounds)
    guard row >= clip.row, row < clip.endRow else { return 0 }
    let text = isJoining || ink == .key ? text : manner?.words(text, ink) ?? text
    if !isJoining {
      beginText()
      // A key is called as it is printed: a bracket among Arabic would turn into the other one.
      if ink == .key, order != .nobody, text.utf8.allSatisfy({ $0 < 0x80 }) { lastPiece = Self.asGiven }
    }
    let room = max(0, min(width ?? .max, clip.endColumn - column))
    if let used = plain(text, row: row, column: column, room: room, ink, alignment, width, clip) {
      return used
    }
    let groups = CellText.fitting(
      isASCII ? Latin.spelled(text) : text, columns: room, ellipsis: isASCII ? "~" : "…")
    let used = groups.reduce(0) { $0 + $1.width }
    var at = column
    if alignment == .trailing, let width { at += max(0, width - used) }
    for group in groups {
      if at >= clip.column && at + group.width <= clip.endColumn {
        place(group, row: row, column: at, ink: ink)
      }
      at += group.width
    }
    return used
  }

  /// Draws what is printable ASCII alone, as nearly all is in most languages: nothing has to be taken apart for it.
  /// - Returns: nil for any other text, of which nothing was drawn.
  private mutating func plain(
    _ text: String, row: Int, column: Int, room: Int, _ ink: Ink, _ alignment: Alignment, _ width: Int?,
    _ clip: Rect
  ) -> Int? {
    let drawn: Int?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
      let isCut = bytes.count > room
      let used = isCut ? room : bytes.count
      guard used > 0 else { return 0 }
      let at = column + (alignment == .trailing ? max(0, (width ?? used) - used) : 0)
      for place in max(0, clip.column - at)..<max(max(0, clip.column - at), min(used, clip.endColumn - at)) {
        let isLast = isCut && place == used - 1
        set(isLast ? isASCII ? "~" : "…" : Self.ascii[Int(bytes[place]) - 0x20], row, at + place, ink)
      }
      return used
    }
    return drawn ?? nil
  }

  /// The printable characters of ASCII, from the space on.
  private static let ascii = (UInt8(0x20)..<0x7F).map { String(Unicode.Scalar($0)) }

  /// Draws several pieces one after the other; returns the columns used.
  @discardableResult
  public mutating func spans(
    _ spans: [Span], row: Int, column: Int, width: Int? = nil, clip: Rect? = nil
  ) -> Int {
    var used = 0
    var direction: LetterDirection?
    let before = isJoining
    defer { isJoining = before }
    for span in spans {
      let room = width.map { $0 - used }
      if let room, room <= 0 { break }
      // A name in Arabic behind a label in Latin letters is a text of its own; a word in another ink is none.
      if order != .nobody, !before {
        let own = LetterDirection(first: span.text)
        isJoining =
          used > 0 && lastPiece > 0 && span.ink != .key
          && (own == nil || direction == nil || own == direction)
        direction = own ?? direction
        if span.isAsGiven { (isJoining, lastPiece) = (true, Self.asGiven) }
      }
      used += text(span.text, row: row, column: column + used, width: room, ink: span.ink, clip: clip)
    }
    return used
  }

  /// Fills a rectangle with one character.
  public mutating func fill(_ rect: Rect, with character: String = " ", ink: Ink = .text) {
    let rect = rect.intersection(bounds)
    // A rule is nothing that is said.
    let character = isSpoken ? " " : character
    let piece = lastPiece
    lastPiece = 0
    defer { lastPiece = piece }
    let fitting = isASCII ? Latin.spelled(character) : character
    for row in rect.row..<max(rect.row, rect.endRow) {
      for column in rect.column..<max(rect.column, rect.endColumn) {
        place(CellGroup(text: fitting, width: 1), row: row, column: column, ink: ink)
      }
    }
  }

  /// Changes only the ink of a stretch of a row.
  public mutating func tint(row: Int, columns: Range<Int>, ink: Ink) {
    guard row >= 0, row < size.rows else { return }
    for column in columns.clamped(to: 0..<size.columns) { cells[row * size.columns + column].ink = ink }
  }

  /// The rows as text, without trailing blanks: what tests and `--print` read.
  public var lines: [String] {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns { line += self[row, column].text }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private mutating func place(_ group: CellGroup, row: Int, column: Int, ink: Ink) {
    set(group.text, row, column, ink)
    if group.width == 2 { set("", row, column + 1, ink) }
  }

  private mutating func set(_ text: String, _ row: Int, _ column: Int, _ ink: Ink) {
    clearHalf(row: row, column: column)
    cells[row * size.columns + column] = Cell(text: text, ink: ink)
    if order != .nobody { pieces[row * size.columns + column] = lastPiece }
  }

  /// Half of a wide character cannot stay when the other half is drawn over.
  private mutating func clearHalf(row: Int, column: Int) {
    let index = row * size.columns + column
    if cells[index].text.isEmpty, column > 0 { cells[index - 1].text = " " }
    if column + 1 < size.columns, cells[index + 1].text.isEmpty { cells[index + 1].text = " " }
  }
}
