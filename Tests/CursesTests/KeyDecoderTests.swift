import Curses
import Terminal
import Testing

/// What the bytes of terminals mean.
@Suite struct KeyDecoderTests {
  private func keys(_ text: String) -> [TerminalEvent] {
    var decoder = KeyDecoder()
    return decoder.decode(bytes(text)) + decoder.giveUp()
  }

  /// `^[` stands for Escape, `^A` for Control and A.
  private func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var holdsControl = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "^"), !holdsControl {
        holdsControl = true
      } else {
        bytes.append(holdsControl ? byte ^ 0x40 : byte)
        holdsControl = false
      }
    }
    return bytes
  }

  /// What the terminal is asked between two frames it answers at any moment.
  @Test func `An answer takes no Escape with it`() {
    let escape = TerminalEvent.key(KeyChord(.escape))
    #expect(keys("^[^[[0n") == [escape, .here])
    #expect(keys("^[^[^[^[[0n") == [escape, escape, escape, .here])
    #expect(
      keys("^[[0n^[^[[?2026;2$yx").filter { $0 != .synchronizes(true) } == [
        .here, escape, .key(KeyChord("x")),
      ])
  }

  @Test(arguments: [
    ("^[[A", "Up"), ("^[OB", "Down"), ("^[[1;5C", "Ctrl-Right"), ("^[[1;2D", "Shift-Left"),
    ("^[[1;3A", "Alt-Up"), ("^[^[[A", "Alt-Up"), ("^[[Z", "Shift-Tab"), ("\t", "Tab"),
    ("\r", "Enter"), ("\n", "Enter"), ("^[OM", "Enter"), ("^?", "Backspace"), ("^H", "Backspace"),
    ("^[^?", "Alt-Backspace"), ("^A", "Ctrl-A"), ("^Z", "Ctrl-Z"), ("^@", "Ctrl-Space"),
    ("^_", "Ctrl-_"), ("^[", "Esc"), ("^[x", "Alt-x"), ("^[[", "Alt-["), ("^[O", "Alt-O"),
    ("^[OP", "F1"), ("^[[[A", "F1"), ("^[[24~", "F12"), ("^[[15;2~", "Shift-F5"),
    ("^[[5~", "PgUp"), ("^[[6~", "PgDn"), ("^[[H", "Home"), ("^[[4~", "End"),
    ("^[[2~", "Ins"), ("^[[3;5~", "Ctrl-Del"), ("^[[27;5;13~", "Ctrl-Enter"),
    ("^[[114;5u", "Ctrl-R"), ("^[[103;2u", "G"), ("^[Or", "2"), ("é", "é"), ("刘", "刘"),
    ("^[é", "Alt-é"), (" ", "Space"), ("^[[<64;3;4M", "WheelUp"), ("^[[<65;3;4M", "WheelDown"),
  ])
  func `One key`(bytes: String, name: String) throws {
    #expect(keys(bytes) == [.key(try #require(KeyChord(name)))])
  }

  @Test(arguments: [
    "^[[?1;2c", "^[[99;99;99x", "^[[12;40R", "^[]10;rgb:0000/0000/0000^G", "^[]11;?^G", "^[]11;rgb:g/0/0^G",
    "^[[I",
    "^[P>|XTerm(370)^[\\", "^[[<0;3;4m", "^[[57358u", "^[[1;5", "^[[35~",
  ])
  func `What is not a key is swallowed whole`(bytes: String) {
    #expect(keys(bytes + (bytes.hasSuffix("5") ? "" : "j")).filter { $0 != .key("j") } == [])
  }

  @Test(arguments: [
    ("^[]11;rgb:0000/0000/0000^G", Background.dark), ("^[]11;rgb:ffff/ffff/ffff^[\\", .light),
    ("^[]11;rgb:fd/f6/e3^G", .light), ("^[]11;rgba:1e1e/1e1e/1e1e/ffff^[\\", .dark),
  ])
  func `The terminal says what it writes on, among the keys`(bytes: String, background: Background) {
    #expect(keys("j" + bytes + "k") == [.key("j"), .background(background), .key("k")])
    var decoder = KeyDecoder()
    let all = self.bytes("j" + bytes + "k")
    let events = all.flatMap { decoder.decode([$0]) }
    #expect(events == [.key("j"), .background(background), .key("k")])
  }

  @Test func `The terminal says whether marks take a column, and Shift-F3 stays a key`() {
    #expect(keys("j^[[2;2Rk") == [.key("j"), .marks(takeRoom: false), .key("k")])
    #expect(keys("^[[2;3R") == [.marks(takeRoom: true)])
    // Somebody else's question, or no place for a letter with a mark.
    #expect(keys("^[[2;40R^[[12;3Rj") == [.key("j")])
    #expect(keys("^[[1;2R") == [.key("Shift-F3")])
  }

  @Test func `Keys come in the order of their bytes`() {
    #expect(keys("j^[[Bk^C") == [.key("j"), .key("Down"), .key("k"), .key("Ctrl-C")])
    #expect(keys("^[^[") == [.key("Esc"), .key("Esc")])
    #expect(keys("^[[1^C") == [.key("Ctrl-C")])
  }

  @Test(arguments: [
    ("[D", "Left"), ("[3~", "Del"), ("OP", "F1"), ("[Z", "Shift-Tab"), ("[", "["), ("x", "x"),
  ])
  func `What comes long after its Escape is still no letter`(rest: String, name: String) throws {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]).isEmpty && decoder.patienceMilliseconds == 50)
    #expect(decoder.giveUp() == [.key("Esc")] && decoder.patienceMilliseconds == 500)
    let events = rest.utf8.flatMap { decoder.decode([$0]) } + decoder.giveUp()
    #expect(events == [.key(try #require(KeyChord(name)))])
    #expect(decoder.decode(bytes("[")) == [.key("[")])
  }

  @Test(arguments: [(nil, 50), (4, 25), (120, 60), (900, 200)] as [(Int32?, Int32)])
  func `Escape alone waits as the way to the terminal is long`(roundTrip: Int32?, waited: Int32) {
    var decoder = KeyDecoder()
    if let roundTrip { decoder.note(roundTrip: roundTrip) }
    #expect(decoder.decode([0x1B]).isEmpty && decoder.patienceMilliseconds == waited)
    #expect(decoder.giveUp() == [.key("Esc")] && decoder.patienceMilliseconds == max(500, 4 * waited))
    // What was measured while the program itself was busy says nothing of the link.
    decoder.note(roundTrip: 5_000)
    #expect(decoder.giveUp() + decoder.decode([0x1B]) == [])
    #expect(decoder.patienceMilliseconds == (roundTrip == nil ? 200 : waited))
  }

  @Test(arguments: [(0, 0), (350, 350), (9_000, 2_000)] as [(Int, Int32)])
  func `Escape alone waits as long as somebody said`(said: Int, waited: Int32) {
    var decoder = KeyDecoder(patience: EscapePatience(milliseconds: said))
    decoder.note(roundTrip: 300)
    #expect(decoder.decode([0x1B]).isEmpty && decoder.patienceMilliseconds == waited)
  }

  @Test func `A bracket long after an Escape is a bracket`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]) + decoder.giveUp() + decoder.giveUp() == [.key("Esc")])
    #expect(decoder.patienceMilliseconds == nil && decoder.decode(bytes("[")) == [.key("[")])
  }

  @Test func `A key in pieces is one key`() {
    for text in ["^[[1;5C", "刘", "^[OB", "^[[200~a^[[201~"] {
      var decoder = KeyDecoder()
      let events = bytes(text).flatMap { decoder.decode([$0]) }
      #expect(events.count == 1)
      #expect(decoder.patienceMilliseconds == nil)
    }
  }

  @Test func `Broken UTF-8 is dropped and what follows is not`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0xFF, 0xC3, 0x6A, 0xE5, 0x6B]) == [.key("j"), .key("k")])
  }

  @Test func `A click has its place`() {
    #expect(keys("^[[<0;3;4M") == [.key(KeyChord(.click(row: 3, column: 2)))])
    #expect(keys("^[[M !!") == [.key(KeyChord(.click(row: 0, column: 0)))])
  }

  @Test func `A paste is text, whatever is in it`() {
    #expect(
      keys("^[[200~a\rb\r\nc^[[Aq^[[201~j") == [.paste("a\nb\nc\u{1B}[Aq"), .key("j")])
  }

  @Test func `What a pasted text holds behind the bytes of an end does not act as keys`() {
    #expect(keys("^[[200~a^[[201~D^[[201~j") == [.paste("aD"), .key("j")])
    #expect(keys("^[[200~a^[[201~D^[[201~x^[[201~") == [.paste("aDx")])
    // The rest may come in other packets.
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes("^[[200~a^[[201~DDDDDDDDDDDDDDDDDDDD")).isEmpty)
    #expect(decoder.patienceMilliseconds == 50)
    #expect(decoder.decode(bytes("EEEEEEEEEEEEEEEEEEEEEEEEEE^[[20")).isEmpty)
    let text = "a" + String(repeating: "D", count: 20) + String(repeating: "E", count: 26)
    #expect(decoder.decode(bytes("1~")) == [.paste(text)])
    #expect(decoder.patienceMilliseconds == nil)
  }

  @Test func `Whoever types right behind a paste is heard`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes("^[[200~a^[[201~j")).isEmpty)
    #expect(decoder.decode(bytes("k")) == [.paste("a"), .key("j"), .key("k")])
    #expect(decoder.decode(bytes("^[[200~a^[[201~j")).isEmpty)
    #expect(decoder.giveUp() == [.paste("a"), .key("j")])
    #expect(decoder.decode(bytes("^[[200~a^[[201~")) == [.paste("a")])
    #expect(keys("^[[200~a^[[201~^[[200~b^[[201~") == [.paste("a"), .paste("b")])
  }

  @Test func `A paste without an end is not lost`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes("^[[200~half")) == [])
    #expect(decoder.giveUp() == [.paste("half")])
  }

  @Test func `The rest of a paste that was given up does not act as keys`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes("^[[200~half")) == [] && decoder.patienceMilliseconds == 3000)
    #expect(decoder.giveUp() == [.paste("half")])
    #expect(decoder.decode(bytes("DDD^[[201~j")) == [])
    #expect(decoder.giveUp() == [.paste("DDD"), .key("j")])
    // In large pieces, the end comes last.
    #expect(decoder.decode(bytes("^[[200~half")) == [] && decoder.giveUp() == [.paste("half")])
    #expect(decoder.decode(bytes(String(repeating: "D", count: 40))) == [])
    #expect(decoder.decode(bytes("D^[[201~")) == [.paste(String(repeating: "D", count: 41))])
    #expect(decoder.decode(bytes("D")) == [.key("D")])
  }

  @Test func `A begin alone swallows the keys of three seconds, and no others`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes("^[[200~")) == [] && decoder.giveUp() == [])
    #expect(decoder.decode(bytes("j^[[B")) == [.key("j"), .key("Down")])
  }

  @Test func `Without brackets, what comes at once in words is a paste`() {
    var decoder = KeyDecoder(bracketsPastes: false)
    #expect(decoder.decode(bytes("Dear all,\rplease ")) == [] && decoder.patienceMilliseconds == 60)
    #expect(decoder.decode(bytes("D")) == [])
    #expect(decoder.giveUp() == [.paste("Dear all,\nplease D")])
    // Held keys, keys with an Escape, a word typed ahead, a short line.
    for text in [
      "jjjjjjjjjjjjjjjjjjjjjj", "^[[B^[[B^[[B^[[B^[[B^[[B", "Kenya-and-its-neighbours", "2 3 4 5\r",
    ] {
      #expect(decoder.decode(bytes(text)).allSatisfy { if case .key = $0 { true } else { false } })
    }
    // Where brackets come, nothing has to be guessed.
    #expect(decoder.decode(bytes("^[[200~a^[[201~")) == [.paste("a")])
    #expect(decoder.decode(bytes("Dear all,\rplease ")).count == 17)
  }

  @Test func `The terminal answers that it is there, and whether it can be told of frames`() {
    #expect(keys("j^[[0nk") == [.key("j"), .here, .key("k")])
    for (answer, can) in [("1", true), ("2", true), ("0", false), ("4", false)] {
      #expect(keys("^[[?2026;\(answer)$yj") == [.synchronizes(can), .key("j")])
    }
    #expect(keys("^[[?2004;1$y^[[3n^[[nj") == [.key("j")])
  }

  @Test func `The terminal's own description wins`() {
    var decoder = KeyDecoder(named: [bytes("^[[25~"): "Shift-F1"])
    #expect(decoder.decode(bytes("^[[25~")) == [.key("Shift-F1")])
  }
}
