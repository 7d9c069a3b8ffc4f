import Testing

@testable import Terminal

/// Text that runs from right to left: what the terminal is given, for what was drawn.
@Suite struct TextOrderTests {
  private func row(
    _ order: TextOrder, mirrored: Bool = false, columns: Int = 24, _ draw: (inout Canvas) -> Void
  ) -> String {
    var canvas = Canvas(size: Size(columns: columns, rows: 1), order: order, isMirrored: mirrored)
    draw(&canvas)
    return (0..<columns).map { canvas.seen[0, $0].text }.joined()
  }

  @Test func `mlterm is told to leave the order to the program, in every language`() {
    #expect(TextOrder.known(of: "mlterm-256color") == .program)
    #expect(TextOrder.known(of: "xterm-256color") == nil)
  }

  @Test func `Nobody orders: as it was drawn`() {
    #expect(row(.nobody) { $0.text("سلمى", row: 0, column: 2) }.hasPrefix("  سلمى "))
  }

  /// The forms of the letters are those of UnicodeData (Arabic Presentation Forms-B): initial, medial, final, isolated.
  @Test
  func `The program puts the first letter at the right, in the forms that letters take beside each other`() {
    let seen = row(.program) { $0.text("سلمى", row: 0, column: 2) }
    #expect(seen == "  \u{FEF0}\u{FEE4}\u{FEE0}\u{FEB3}" + String(repeating: " ", count: 18))
  }

  @Test func `Numbers and Latin words keep their own direction, and brackets turn`() {
    let seen = row(.program) { $0.text("א (3/4) IPBES ב 2015", row: 0, column: 0) }
    #expect(seen.trimmingPrefix(" ") == "2015 ב IPBES (3/4) א    ")
  }

  @Test func `Two cells beside each other stay in their columns`() {
    let seen = row(.program) {
      $0.text("אב", row: 0, column: 1)
      $0.text("גד", row: 0, column: 10)
    }
    #expect(seen == " בא       דג            ")
  }

  @Test func `A mirrored screen begins at the right`() {
    let seen = row(.program, mirrored: true) {
      $0.text("אב", row: 0, column: 1)
      $0.text("Banda, T.", row: 0, column: 5)
      $0.text("12", row: 0, column: 20)
    }
    #expect(seen == "  12      Banda, T.  בא ")
  }

  @Test func `Columns of one text that two spaces part change sides, words of one stay in order`() {
    let seen = row(.program, mirrored: true) { $0.text("Banda T.  KE  2015", row: 0, column: 0) }
    #expect(seen == "      2015  KE  Banda T.")
  }

  @Test func `A word in another ink is no text of its own, a name in another script is`() {
    let seen = row(.program, mirrored: true) {
      $0.spans([Span("Ban"), Span("da", .match), Span(" T.")], row: 0, column: 0)
    }
    #expect(seen == "                Banda T.")
    let label = row(.program) { $0.spans([Span("Note: ", .quiet), Span("אב (ג) 3")], row: 0, column: 0) }
    #expect(label == "Note: 3 (ג) בא          ")
  }

  @Test func `Signs that point or grow turn round`() {
    let seen = row(.program, mirrored: true) {
      $0.text("▌", row: 0, column: 0, ink: .marker)
      $0.text("██▌", row: 0, column: 4)
      $0.fill(Rect(row: 0, column: 10, rows: 1, columns: 3), with: "─")
    }
    #expect(seen == "           ───   ▐██   ▐")
  }

  @Test func `A wide character keeps its two columns`() {
    #expect(row(.program, mirrored: true) { $0.text("王א", row: 0, column: 0) } == "                     א王")
  }

  @Test func `The cursor and clicks go where their letters went`() {
    var canvas = Canvas(size: Size(columns: 10, rows: 1), order: .program, isMirrored: true)
    canvas.text("אבג", row: 0, column: 2)
    canvas.cursor = Point(row: 0, column: 3)
    canvas.hits = [Hit(Rect(row: 0, column: 2, rows: 1, columns: 3), .keys([]))]
    let seen = canvas.seen
    #expect(seen.cursor == Point(row: 0, column: 6) && seen[0, 6].text == "ב")
    #expect(seen.hits.map(\.area) == [Rect(row: 0, column: 5, rows: 1, columns: 3)])
  }

  @Test func `Behind the last letter typed the cursor stands at its left`() {
    var canvas = Canvas(size: Size(columns: 10, rows: 1), order: .program, isMirrored: true)
    let field = TextField("אב")
    field.draw(on: &canvas, row: 0, column: 1, width: 8)
    let seen = canvas.seen
    #expect(seen[0, 8].text == "א" && seen[0, 7].text == "ב" && seen.cursor == Point(row: 0, column: 6))
  }

  /// UAX #9, P2 and N1: without the marks the terminal takes both cells and the number for one text, and the line for a
  /// Hebrew one.
  @Test func `Where the terminal orders, marks keep cells apart and the line from left to right`() {
    let seen = row(.terminal) {
      $0.text("אב", row: 0, column: 1)
      $0.text("גד", row: 0, column: 6)
      $0.text("12", row: 0, column: 11)
    }
    #expect(seen.hasPrefix(" \u{200E}אב   \u{200E}גד   \u{200E}12 "))
  }

  @Test func `A name in a line of Latin letters needs no marks`() {
    let seen = row(.terminal) {
      $0.text("Merged into אב", row: 0, column: 1)
      $0.text("KE", row: 0, column: 18)
    }
    #expect(seen == " Merged into אב   KE    ")
  }

  @Test func `A line without such letters is given as it was drawn`() {
    var canvas = Canvas(size: Size(columns: 10, rows: 1), order: .terminal)
    canvas.text("Ångström", row: 0, column: 1)
    #expect(canvas.seen == canvas)
  }

  @Test func `A key is called as it is printed`() {
    let seen = row(.program, mirrored: true) {
      $0.spans([Span("[ ", .key), Span("אב")], row: 0, column: 0)
    }
    #expect(seen == "                    בא [")
  }

  @Test func `What parts a Latin word from the words before stands between them`() {
    let seen = row(.program, mirrored: true) {
      $0.spans([Span("אב"), Span(" · root", .quiet)], row: 0, column: 0)
    }
    #expect(seen == "               root · בא")
  }

  @Test func `What is given in its order keeps it`() {
    let seen = row(.program, mirrored: true) {
      var given = Span("בא")
      given.isAsGiven = true
      $0.spans([given], row: 0, column: 0)
    }
    #expect(seen.hasSuffix(" בא"))
  }

  @Test func `Behind Latin letters the caret stands at their right, where the next one comes`() {
    var canvas = Canvas(size: Size(columns: 10, rows: 1), order: .program, isMirrored: true)
    TextField("ab").draw(on: &canvas, row: 0, column: 1, width: 8)
    let seen = canvas.seen
    #expect(seen[0, 7].text == "a" && seen[0, 8].text == "b" && seen.cursor == Point(row: 0, column: 9))
  }

  @Test(arguments: [
    ("ab", true), ("abcdefghi שלום", false), ("abcdefghijk אב", true), ("", false), ("שלום", false),
    ("שלום ab", false), ("שלום ab שלום", false),
  ])
  func `Arrows go the way they point in a text that runs from left to right as a whole`(
    text: String, isSo: Bool
  ) {
    var field = TextField(text)
    for _ in 0...text.count {
      var canvas = Canvas(size: Size(columns: 20, rows: 1), order: .program, isMirrored: true)
      field.draw(on: &canvas, row: 0, column: 1, width: 18)
      #expect(canvas.isCaretInLeftToRight == isSo)
      _ = field.take(KeyChord(.left))
    }
  }

  @Test func `Signs before a text stay before it where the screen runs from left to right`() {
    #expect(row(.program, mirrored: false) { $0.text(" › אב", row: 0, column: 0) }.hasPrefix(" › בא"))
  }

  @Test(arguments: [
    ("-34", "-34"), ("אב -34", "-34 בא"), ("אב (+3.5%)", "(+3.5%) בא"),
    ("\u{2212}1,200 אב", "בא \u{2212}1,200"),
    ("2015-03 אב", "בא 2015-03"), ("אב-19", "19-בא"), ("- 34", "34 -"),
  ])
  func `The sign of a number stands before it, from right to left too`(text: String, seen: String) {
    #expect(row(.program, mirrored: true, columns: text.count) { $0.text(text, row: 0, column: 0) } == seen)
  }

  @Test func `What a dot parts is each a text of its own`() {
    let seen = row(.program, mirrored: true, columns: 30) {
      $0.text("14 אב 17:00 Europe/London · Example Weekly", row: 0, column: 0, width: 30)
    }
    #expect(seen.contains("Europe/London 17:00 בא 14"))
  }
}
