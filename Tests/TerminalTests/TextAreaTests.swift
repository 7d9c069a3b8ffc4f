import RandomRecords
import Testing

@testable import Terminal

@Suite struct TextAreaTests {
  /// A text as it stands on a canvas of that size after some keys.
  private func area(_ text: String, _ size: Size = Size(columns: 12, rows: 3), _ keys: KeyChord...)
    -> TextArea
  {
    var area = TextArea(text)
    area.fit(to: size)
    for key in keys {
      _ = area.take(key)
      area.fit(to: size)
    }
    return area
  }

  private func drawn(_ area: TextArea, _ size: Size = Size(columns: 12, rows: 3)) -> (
    lines: [String], cursor: Point?
  ) {
    var canvas = Canvas(size: size)
    area.draw(on: &canvas, in: Rect(row: 0, column: 0, rows: size.rows, columns: size.columns))
    return (canvas.lines, canvas.cursor)
  }

  @Test func `A text stands in lines broken at spaces, its paragraphs apart`() {
    let size = Size(columns: 12, rows: 6)
    let shown = drawn(area("bees and wild flowers\n\nof Kenya", size), size)
    #expect(shown.lines == ["bees and", "wild", "flowers", "", "of Kenya", ""])
    #expect(shown.cursor == Point(row: 4, column: 8))
  }

  @Test func `Signs say that it goes on above and below`() {
    let text = area("one\ntwo\nthree\nfour\nfive", Size(columns: 12, rows: 3), "Up", "Up", "Up")
    #expect(drawn(text).lines == ["two        ↑", "three", "four       ↓"])
    #expect(drawn(text).cursor == Point(row: 0, column: 3))
  }

  @Test func `Up and down keep the column, and leave the text at its ends`() {
    var text = area("a long line\nx\nanother one", Size(columns: 20, rows: 3), "Up", "Up")
    #expect(drawn(text, Size(columns: 20, rows: 3)).cursor == Point(row: 0, column: 11))
    let isTaken = text.take("Up")
    #expect(!isTaken)
    _ = text.take("Down")
    _ = text.take("Down")
    let isTakenBelow = text.take("Down")
    #expect(!isTakenBelow)
    _ = text.take("!")
    #expect(text.text == "a long line\nx\nanother one!")
  }

  @Test func `Enter is left to the form, and Alt-Enter ends a line`() {
    var text = area("one")
    let isTaken = text.take("Enter")
    #expect(!isTaken)
    _ = text.take("Alt-Enter")
    text.insert("two\n\nthree")
    #expect(text.text == "one\ntwo\n\nthree")
  }

  @Test func `What is marked is replaced, cut and put back`() {
    var text = area(
      "bees of Kenya", Size(columns: 20, rows: 3), "Home", "Ctrl-Right", "Ctrl-Shift-Right", "Del")
    #expect(text.text == "bees Kenya")
    for key in ["End", "Ctrl-V"] as [KeyChord] { _ = text.take(key) }
    #expect(text.text == "bees Kenya of")
    for key in ["Shift-Home", "x"] as [KeyChord] { _ = text.take(key) }
    #expect(text.text == "x")
    for key in ["Ctrl-Z", "Ctrl-Z", "Alt-z"] as [KeyChord] { _ = text.take(key) }
    #expect(text.text == "bees Kenya of")
  }

  @Test func `Words are counted in every script`() {
    #expect(area("bees of Kenya").words == 3)
    #expect(area("蜜蜂 and 花").words == 4)
    #expect(area("نحل كينيا").words == 2)
    #expect(area("").words == 0)
  }

  /// Random texts and keys: what is shown is the text, line by line, and the caret is in sight.
  @Test(arguments: 0..<60) func `Whatever is typed stands in its lines`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let letters = Array("ab  \n蜜é\u{301}👩‍👩‍👧 ن")
    let keys: [KeyChord] = [
      "Up", "Down", "Left", "Right", "Home", "End", "Backspace", "Del", "Ctrl-W", "Ctrl-K", "Ctrl-V",
      "Ctrl-Z",
      "Alt-z", "Shift-Left", "Shift-Up", "Alt-Enter", "Ctrl-Left",
    ]
    let size = Size(
      columns: Int.random(in: 3...14, using: &random), rows: Int.random(in: 1...5, using: &random))
    var text = TextArea("")
    for _ in 0..<200 {
      if Bool.random(using: &random) {
        text.insert(String(letters.randomElement(using: &random)!))
      } else {
        _ = text.take(keys.randomElement(using: &random)!)
      }
      text.fit(to: size)
      let ranges = LineBreaks.ranges(of: text.field.characters, width: size.columns - 1)
      #expect(ranges.map { text.field.characters[$0] }.joined().elementsEqual(text.field.characters))
      #expect(ranges.dropLast().allSatisfy { !$0.isEmpty })
      let cursor = drawn(text, size).cursor
      #expect(cursor.map { $0.row < size.rows && $0.column < size.columns } == true)
    }
  }
}
