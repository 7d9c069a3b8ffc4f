import Testing

@testable import Terminal

@Suite struct TextFieldTests {
  private func typing(_ text: String, _ keys: KeyChord...) -> TextField {
    var field = TextField(text)
    for key in keys { _ = field.take(key) }
    return field
  }

  @Test(arguments: [
    (["Left", "x"], "fores" + "xt"), (["Home", "x"], "xforest"), (["Ctrl-A", "Del"], "orest"),
    (["Backspace"], "fores"), (["Ctrl-U"], ""), (["Home", "Ctrl-K"], ""), (["Ctrl-U", "Ctrl-Z"], "forest"),
    (["Home", "Right", "Ctrl-K"], "f"),
  ])
  func `Editing keys do what habit expects`(_ keys: [String], _ text: String) {
    var field = TextField("forest")
    for key in keys { _ = field.take(KeyChord(key)!) }
    #expect(field.text == text)
  }

  @Test func `Words are taken whole`() {
    #expect(typing("African Forest Forum", "Ctrl-W").text == "African Forest ")
    #expect(typing("African Forest", "Ctrl-Left", "x").text == "African xForest")
  }

  @Test func `A mark joins the letter before it`() {
    var field = TextField("e")
    field.insert("\u{301}")
    #expect(field.characters.count == 1)
    _ = field.take("Backspace")
    #expect(field.isEmpty)
  }

  @Test func `Keys that are not for typing are left to others`() {
    var field = TextField("x")
    for key in ["Enter", "Esc", "Up", "Ctrl-S", "Alt-x", "F1"] as [KeyChord] {
      let isTaken = field.take(key)
      #expect(!isTaken)
    }
    #expect(field.text == "x")
  }

  @Test func `The caret stays in sight`() {
    var canvas = Canvas(size: Size(columns: 10, rows: 1))
    TextField("a long line of text").draw(on: &canvas, row: 0, column: 0, width: 10)
    #expect(canvas.lines == ["‹ of text"])
    #expect(canvas.cursor == Point(row: 0, column: 9))
  }

  @Test func `What lies behind the caret is in sight, and signs say that there is more`() {
    var field = TextField("a long line of text that goes on")
    for key in ["Home", "Ctrl-Right", "Ctrl-Right", "Ctrl-Right"] as [KeyChord] { _ = field.take(key) }
    var canvas = Canvas(size: Size(columns: 16, rows: 1))
    field.draw(on: &canvas, row: 0, column: 0, width: 16)
    #expect(canvas.lines == ["‹long line of t›"])
    #expect(canvas.cursor == Point(row: 0, column: 10))
  }
}
