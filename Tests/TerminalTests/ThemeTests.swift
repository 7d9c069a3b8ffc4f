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

  @Test func `A theme for one background says so, and one for both says what differs`() throws {
    let theme = try Theme(
      name: "test",
      toml: "background = \"light\"\n[ink]\nlate = { bold = true }\n[dark]\nlate = { fg = \"red\" }\n")
    #expect(theme.background == .light && theme.background(.dark) == .light)
    #expect(theme[.late].isBold && theme[.late, on: .light].isBold)
    #expect(theme[.late, on: .dark].foreground == .ansi(1))
    let problem = #expect(throws: Theme.Problem.self) {
      try Theme(name: "test", toml: "background = \"pink\"\n[ink]\n")
    }
    #expect(problem == Theme.Problem(line: 1, reason: "pink"))
  }

  @Test(arguments: [
    ("#ff0000", 256, nil, 196), ("#ff0000", 16, Background.dark, 9), ("#ff0000", 16, nil, -1),
    // Red on black cannot be read where there are eight colours; on white it can.
    ("#ff0000", 8, .dark, -1), ("#ff0000", 8, .light, 1), ("#ffd787", 16, .dark, 11),
    ("#ffd787", 16, .light, -1),
    ("bright-red", 256, nil, 9), ("bright-red", 8, .light, 1), ("bright-red", 8, nil, -1), ("red", 8, nil, 1),
    ("#808080", 256, nil, 244), ("#808080", 16, .dark, -1),
  ])
  func `The nearest colour is taken that can be read, else the terminal's own`(
    _ name: String, _ colours: Int, _ background: Background?, _ index: Int
  ) {
    #expect(Colour(name)?.index(colours: colours, on: background, contrast: 4.5) == index)
  }
}
