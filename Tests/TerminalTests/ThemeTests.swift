import Testing

@testable import Terminal

@Suite struct ThemeTests {
  @Test func `Inks are read with their colours and attributes`() throws {
    let theme = try Theme(name: "test", toml: "[ink]\nlate = { fg = \"#ff8787\", bold = true }\n")
    #expect(theme[.late].foreground == .rgb(255, 135, 135))
    #expect(theme[.late].isBold)
    #expect(theme[.done] == Paint())
  }

  @Test(arguments: [
    ("[ink]\nlate = { fg = \"purplish\" }", 2, "purplish"), ("[ink]\n\nlaet = { bold = true }", 3, "laet"),
    ("[ink]\nlate = { shiny = true }", 2, "shiny"),
  ])
  func `A mistake is named with its line`(_ toml: String, _ line: Int, _ reason: String) {
    let problem = #expect(throws: Theme.Problem.self) { try Theme(name: "test", toml: toml) }
    #expect(problem == Theme.Problem(line: line, reason: reason))
  }

  @Test func `Broken TOML names the line where it breaks`() {
    let problem = #expect(throws: Theme.Problem.self) { try Theme(name: "test", toml: "[ink]\nlate = {\n") }
    #expect(problem?.line == 2 || problem?.line == 3)
  }

  @Test(arguments: [
    ("#ff0000", 256, 196), ("#ff0000", 16, 9), ("#ff0000", 8, 1), ("bright-red", 256, 9),
    ("bright-red", 8, 1),
    ("#808080", 256, 244), ("#ffffff", 16, 15),
  ])
  func `The nearest colour is taken that the terminal has`(_ name: String, _ colours: Int, _ index: Int) {
    #expect(Colour(name)?.index(colours: colours) == index)
  }
}
