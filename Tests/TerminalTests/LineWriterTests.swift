import Terminal
import Testing

@Suite struct LineWriterTests {
  private let writer = LineWriter()

  private func canvas(_ lines: String..., cursor: Int = 0, column: Int = 0) -> Canvas {
    var canvas = Canvas(size: Size(columns: 20, rows: 4))
    for (row, line) in lines.enumerated() { canvas.text(line, row: row, column: 0) }
    canvas.cursor = Point(row: cursor, column: column)
    return canvas
  }

  private func typing(_ text: String, _ caret: Int? = nil, label: String = "Name: ") -> Canvas {
    var canvas = Canvas(size: Size(columns: 20, rows: 4))
    canvas.text(label, row: 1, column: 0)
    var field = TextField(text)
    field.go(to: caret ?? text.count)
    field.draw(on: &canvas, row: 1, column: label.count, width: 12)
    return canvas
  }

  @Test func `A blank screen gets its lines from the top`() {
    #expect(
      writer.text(from: nil, to: canvas("one", "", "three", cursor: 2))
        == "\u{1B}[1;1Hone\u{1B}[K\u{1B}[3;1Hthree\u{1B}[K\u{1B}[3;1H")
  }

  @Test func `A line that differs by a letter is sent whole, and no other`() {
    let before = canvas("461 in all", "Achieng, Daudi; KE", "2", cursor: 1)
    let after = canvas("461 in all", "Achieng, David; KE", "2", cursor: 1)
    #expect(writer.text(from: before, to: after) == "\u{1B}[2;1HAchieng, David; KE\u{1B}[K\u{1B}[2;1H")
  }

  @Test func `Where nothing changed nothing is sent, and where the cursor moved, that alone`() {
    let before = canvas("a", "b")
    #expect(writer.text(from: before, to: before) == "")
    #expect(writer.text(from: before, to: canvas("a", "b", cursor: 1)) == "\u{1B}[2;1H")
  }

  @Test func `What has just happened is said first`() {
    var after = canvas("new row", "", "Saved.")
    after.news = 2..<3
    #expect(
      writer.text(from: canvas("old row"), to: after)
        == "\u{1B}[3;1HSaved.\u{1B}[K\u{1B}[1;1Hnew row\u{1B}[K\u{1B}[1;1H")
  }

  @Test func `Of what somebody types only the letters are sent`() {
    #expect(writer.text(from: typing("Ba"), to: typing("Ban")) == "\u{1B}[2;9Hn\u{1B}[2;10H")
    #expect(writer.text(from: typing("Ban"), to: typing("Ba")) == "\u{1B}[2;9H\u{1B}[K\u{1B}[2;9H")
    #expect(writer.text(from: typing("Ban"), to: typing("Ban", 1)) == "\u{1B}[2;8H")
  }

  @Test func `Another field is sent whole`() {
    #expect(
      writer.text(from: typing("Ba"), to: typing("x", label: "Kind: "))
        == "\u{1B}[2;1HKind: x\u{1B}[K\u{1B}[2;8H")
  }

  @Test func `A wide letter is sent from its beginning`() {
    #expect(writer.text(from: typing("刘"), to: typing("刘森")) == "\u{1B}[2;9H森\u{1B}[2;11H")
  }
}
