import Testing

@testable import Typesetting

@Suite struct CellTextTests {
  @Test(arguments: [
    ("", 0), ("forest", 6), ("forêts", 6), ("刘森", 4), ("يوسف", 4), ("अनिता", 5), ("ศูนย์", 3), ("e\u{301}", 1),
    ("🌱", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇰🇪", 2), ("한국", 4),
  ])
  func `A width is what the terminal gives`(_ text: String, _ columns: Int) {
    #expect(CellText.width(text) == columns)
    #expect(CellText.groups(text).reduce(0) { $0 + $1.width } == columns)
  }

  @Test(arguments: [
    ("\u{1B}[2J", "␛[2J"), ("a\u{0}b", "a␀b"), ("a\tb", "a␉b"), ("a\u{7F}", "a␡"),
    ("a\u{9B}1m", "a\u{FFFD}1m"),
    ("evil\u{202E}txt", "eviltxt"), ("a\u{200B}b\u{2066}c", "abc"), ("line\u{2028}two", "line\u{2424}two"),
    ("soft\u{AD}hyphen", "softhyphen"),
  ])
  func `What steers a terminal is shown harmless`(_ text: String, _ shown: String) {
    #expect(CellText.groups(text).map(\.text).joined() == shown)
  }

  @Test func `No control byte leaves whatever comes in`() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for drawn in CellText.groups(String(scalar)).flatMap(\.text.unicodeScalars) {
        #expect(drawn.value >= 0x20 && !(0x7F..<0xA0).contains(drawn.value))
      }
    }
  }

  @Test func `A mark without a letter gets a space to stand on`() {
    #expect(CellText.groups("\u{301}a").map(\.text) == [" \u{301}", "a"])
  }

  @Test func `A pile of marks is cut`() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 50)
    #expect(CellText.groups(zalgo).first?.text.unicodeScalars.count == 1 + CellText.marksPerCell)
  }

  @Test(arguments: [
    ("forest", 6, "forest"), ("forest", 4, "for…"), ("刘森林", 5, "刘森…"), ("刘森林", 4, "刘…"), ("刘", 1, "…"),
    ("forest", 0, ""),
  ])
  func `What does not fit ends in an ellipsis`(_ text: String, _ columns: Int, _ shown: String) {
    let groups = CellText.fitting(text, columns: columns)
    #expect(groups.map(\.text).joined() == shown)
    #expect(groups.reduce(0) { $0 + $1.width } <= columns)
  }

  @Test(arguments: [
    ("338 contribuent · 302 utilisent", 40, "338 contribuent · 302 utilisent"),
    ("338 contribuent · 302 utilisent", 30, "338 contribue… · 302 utilisent"),
    ("338 contribuent · 302 utilisent", 25, "338 contri… · 302 utilis…"),
    ("6 en retard · 2 à échoir · +16", 29, "6 en reta… · 2 à échoir · +16"),
    ("即将到期 4 · 另有 5", 17, "即将… 4 · 另有 5"), ("+16", 2, "+16"), ("", 0, ""),
  ])
  func `Words give way before figures do`(_ text: String, _ columns: Int, _ shown: String) {
    #expect(CellText.keepingFigures(text, columns: columns) == shown)
  }
}
