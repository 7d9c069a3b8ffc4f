import Terminal
import Testing

@Suite struct SpokenMannerTests {
  private let manner = SpokenManner(
    labelled: "{0}: {1}", next: "{0}; {1}", listed: "{0}, {1}", place: "{0} of {1}", chosen: "chosen",
    late: "overdue",
    signs: ["○": "nothing yet", "▼": "today", "·": "not planned"])

  @Test func `Texts stand behind their labels, and what is empty is left out`() {
    #expect(
      manner.sentence([("Name", "Banda, Thandiwe"), ("Kind", ""), ("", "ZM")]) == "Name: Banda, Thandiwe; ZM")
    #expect(manner.sentence([]) == "")
    #expect(manner.label("Name") == "Name: ")
    #expect(manner.place(2, of: 461) == "2 of 461")
  }

  @Test func `What is put in may hold the sign of a place`() {
    #expect(manner.sentence([("{1}", "{0}")]) == "{1}: {0}")
  }

  @Test(arguments: [
    ("late  Website redesign       30 Apr", "late, Website redesign, 30 Apr"),
    ("! late", "late"), ("! 206 d", "overdue 206 d"), ("! 3 h late", "3 h late"), (" · ", ", "),
    ("·", "not planned"), ("D-5 · ", "D-5, "), ("○", "nothing yet"), ("◐ under way", "under way"),
    ("Africa ██████▌ 131", "Africa, 131"), ("‹ institution ›", "institution"), ("▌", ""), ("────", ""),
    ("as of 15 Sep 2015 · ana", "as of 15 Sep 2015, ana"), ("15▼", "15, today"),
    ("[x] Email", "Email, chosen"),
    ("[ ] Email", "Email"), ("late.  Then", "late. Then"), ("  two", "  two"), ("Wow! Yes", "Wow! Yes"),
    ("A × B", "A × B"), ("刘森", "刘森"), ("1\u{202F}234\u{202F}567 €", "1234567 €"), ("10\u{A0}000", "10000"),
    ("15\u{A0}сен 2015", "15\u{A0}сен 2015"),
  ])
  func `Signs become words, and what is drawn is nothing`(text: String, words: String) {
    #expect(manner.words(text) == words)
  }

  @Test func `A sign that marks says that it is chosen`() {
    #expect(manner.words("● Email", .match) == "Email, chosen")
    #expect(manner.words("● done", .done) == "done")
  }

  @Test func `Keys stay what they are`() {
    #expect(manner.words([Span("!", .key), Span(" goes there")]) == "! goes there")
  }

  @Test func `A canvas for somebody who listens holds no rule and no sign, and what is typed as it is`() {
    var canvas = Canvas(size: Size(columns: 20, rows: 4))
    canvas.manner = manner
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: 20), with: "─", ink: .rule)
    canvas.text("! late", row: 1, column: 0)
    TextField("! ○").draw(on: &canvas, row: 2, column: 0, width: 20)
    canvas.text("!", row: 3, column: 0, ink: .key)
    #expect(canvas.lines == ["", "late", "! ○", "!"])
  }

  @Test func `What is chosen keeps the cursor, though somebody types above it`() {
    var canvas = Canvas(size: Size(columns: 10, rows: 5))
    canvas.manner = manner
    #expect(canvas.say("one two three four", in: Rect(row: 2, column: 0, rows: 3, columns: 10)) == 2)
    TextField("ab").draw(on: &canvas, row: 0, column: 0, width: 10)
    #expect(canvas.cursor == Point(row: 2, column: 0))
    #expect(canvas.entry == Point(row: 0, column: 0))
    #expect(canvas.sentence == "one two three four")
    #expect(canvas.lines == ["ab", "", "one two", "three four", ""])
  }
}
