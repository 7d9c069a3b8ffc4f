import Testing

@testable import Terminal

@Suite struct KeyChordTests {
  @Test(arguments: [
    "g", "G", "?", "Ctrl-R", "Shift-Left", "PgDn", "F12", "Space", "Alt-x", "-", "Esc", "Ctrl-Left",
  ])
  func `A name reads as it is written`(_ name: String) {
    #expect(KeyChord(name)?.description == name)
  }

  @Test(arguments: ["", "Ctrl-", "Hyper-x", "F13", "PageDown", "ab"])
  func `A name that no key has is nothing`(_ name: String) { #expect(KeyChord(name) == nil) }

  @Test func `Control letters are the same in both cases`() {
    #expect(KeyChord("Ctrl-R") == KeyChord("Ctrl-r"))
  }

  @Test func `Only printed characters are typed`() {
    #expect(("x" as KeyChord).typed == "x")
    #expect(("Ctrl-x" as KeyChord).typed == nil)
    #expect(("Up" as KeyChord).typed == nil)
  }
}
