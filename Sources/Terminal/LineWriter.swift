/// What is sent to a terminal to whose screen somebody listens: a line that changed is sent whole and no other, so that
/// nothing is said twice and no half of a word; of what somebody types only the letters.
public struct LineWriter: Sendable {
  private let go: @Sendable (Point) -> String
  private let erase: String

  /// - Parameters:
  ///   - go: puts the cursor there. As ECMA-48 has it (CUP), where nothing else is said.
  ///   - erase: to the end of the line (EL).
  public init(
    go: @escaping @Sendable (Point) -> String = { "\u{1B}[\($0.row + 1);\($0.column + 1)H" },
    erase: String = "\u{1B}[K"
  ) {
    (self.go, self.erase) = (go, erase)
  }

  /// What brings a terminal from one canvas to the next: first what has just happened, then the lines from the top,
  /// at last the cursor. Empty where nothing changed.
  /// - Parameter old: nil on a blank screen.
  public func text(from old: Canvas?, to new: Canvas) -> String {
    let news = (new.news ?? 0..<0).clamped(to: 0..<new.size.rows)
    let rows = Array(news) + (0..<new.size.rows).filter { !news.contains($0) }
    let text = rows.map { line($0, from: old, to: new) }.joined()
    let cursor = new.cursor ?? Point(row: 0, column: 0)
    let isMoved = old == nil || cursor != old?.cursor ?? Point(row: 0, column: 0)
    return text.isEmpty && !isMoved ? "" : text + go(cursor)
  }

  private func line(_ row: Int, from old: Canvas?, to new: Canvas) -> String {
    let line = Self.letters(of: row, in: new)
    let before = old.map { Self.letters(of: row, in: $0) } ?? []
    guard line != before else { return "" }
    // Of a line that is typed in, what stands before that is the same; a blank behind a label is no letter.
    let start = isTyped(row, from: old, to: new) ? new.entry?.column : nil
    let first = start.map { max($0, Self.common(line, before)) } ?? 0
    let isShorter = before.count > line.count
    return go(Point(row: row, column: first)) + line.dropFirst(first).joined()
      + (first == 0 || isShorter ? erase : "")
  }

  /// The cells of a row up to the last that is not blank; empty in the right half of a wide letter.
  private static func letters(of row: Int, in canvas: Canvas) -> [String] {
    var letters = (0..<canvas.size.columns).map { canvas[row, $0].text }
    while letters.last == " " { letters.removeLast() }
    return letters
  }

  /// Whether the same line is typed in before and now.
  private func isTyped(_ row: Int, from old: Canvas?, to new: Canvas) -> Bool {
    guard let entry = new.entry, entry.row == row, let old else { return false }
    return old.entry == entry
      && (0..<entry.column).allSatisfy { old[row, $0].text == new[row, $0].text }
  }

  /// So many columns at the beginning are the same in both; where a wide letter begins, not in its middle.
  private static func common(_ line: [String], _ before: [String]) -> Int {
    var same = zip(line, before).prefix { $0 == $1 }.count
    while same > 0, same < line.count, line[same].isEmpty { same -= 1 }
    return same
  }
}
