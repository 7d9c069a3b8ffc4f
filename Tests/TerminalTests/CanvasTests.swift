import Testing

@testable import Terminal

@Suite struct CanvasTests {
  @Test func `Text is clipped at the edge`() {
    var canvas = Canvas(size: Size(columns: 6, rows: 2))
    canvas.text("forest network", row: 0, column: 2)
    canvas.text("nothing", row: 5, column: 0)
    canvas.text("left", row: 1, column: -2)
    #expect(canvas.lines == ["  for…", "ft"])
  }

  @Test func `A wide character takes two cells and never half of them`() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.text("刘森", row: 0, column: 0)
    #expect(canvas[0, 0].text == "刘" && canvas[0, 1].text.isEmpty)
    canvas.text("x", row: 0, column: 1)
    #expect(canvas.lines == [" x森"])
    canvas.text("y", row: 0, column: 2)
    #expect(canvas.lines == [" xy"])
  }

  @Test func `Trailing text ends at its right edge`() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    canvas.text("42", row: 0, column: 1, width: 6, alignment: .trailing)
    #expect(canvas.lines == ["     42"])
  }

  @Test func `An ASCII screen spells what it cannot show`() {
    var canvas = Canvas(size: Size(columns: 30, rows: 4), isASCII: true)
    canvas.text("▌Association des forêts … →", row: 0, column: 0)
    canvas.text("Łukasz Ørsted ß", row: 1, column: 0)
    canvas.text("刘森 · يوسف", row: 2, column: 0)
    canvas.text("━━┿╍ ● ◐ ○ ", row: 3, column: 0)
    // In one column, and not as the ellipsis.
    canvas.text("≠", row: 3, column: 11, width: 1)
    #expect(
      canvas.lines == [
        ">Association des forets ~ >", "Lukasz Orsted ss", "???? . ????", "##+% * % o /",
      ])
    #expect(canvas.cells.allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x80 } })
  }

  @Test(arguments: [Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: -3, rows: 5)])
  func `The smallest canvases hold`(_ size: Size) {
    var canvas = Canvas(size: size)
    canvas.text("刘森林", row: 0, column: 0)
    canvas.fill(Rect(row: -1, column: -1, rows: 9, columns: 9), with: "─")
    canvas.tint(row: 0, columns: -2..<9, ink: .late)
    var field = TextField("some text")
    _ = field.take("Left")
    field.draw(on: &canvas, row: 0, column: 0, width: 1)
    #expect(canvas.lines.count == max(0, size.rows))
  }

  @Test(arguments: [
    (0, 10, 4, ""), (1, 1000, 4, "▏"), (5, 10, 4, "██"), (10, 10, 4, "████"), (20, 10, 4, "████"),
    (3, 8, 1, "▍"),
    (3, 0, 4, ""),
  ])
  func `Bars are an eighth of a column fine`(_ value: Int, _ most: Int, _ width: Int, _ bar: String) {
    #expect(Bars.bar(value, of: most, width: width) == bar)
  }
}
