import Testing

@testable import Terminal

@Suite struct KeyChordTests {
  @Test(arguments: [
    "g", "G", "?", "Ctrl-R", "Shift-Left", "PgDn", "F12", "Space", "Alt-x", "-", "Esc", "Ctrl-Left",
  ])
  func aNameReadsAsItIsWritten(_ name: String) {
    #expect(KeyChord(name)?.description == name)
  }

  @Test(arguments: ["", "Ctrl-", "Hyper-x", "F13", "PageDown", "ab"])
  func aNameThatNoKeyHasIsNothing(_ name: String) { #expect(KeyChord(name) == nil) }

  @Test func controlLettersAreTheSameInBothCases() { #expect(KeyChord("Ctrl-R") == KeyChord("Ctrl-r")) }

  @Test func onlyPrintedCharactersAreTyped() {
    #expect(("x" as KeyChord).typed == "x")
    #expect(("Ctrl-x" as KeyChord).typed == nil)
    #expect(("Up" as KeyChord).typed == nil)
  }
}
