import Office
import Testing

@Suite struct PersonalSettingsTests {
  @Test func `Each setting is read`() throws {
    let settings = try PersonalSettings(
      toml: "theme = \"light\"\nlanguage = \"zh\"\nmouse = false\nzone = \"Africa/Nairobi\"\nescape = 100\n")
    #expect(settings.escape == 100)
    #expect(settings.theme == "light" && settings.language == "zh")
    #expect(settings.mouse == false && settings.zone == "Africa/Nairobi")
    #expect(try PersonalSettings(toml: "") == PersonalSettings())
  }

  @Test(arguments: [
    ("theme = \"light\"\ntheem = \"x\"\n", 2, "theem"), ("\nmouse = \"off\"\n", 2, "mouse"),
    ("zone = 3\n", 1, "zone"), ("mouse = true\nlanguage = \"xx\"\n", 2, "language"),
    ("escape = 2001\n", 1, "escape = 2001"), ("mouse = true\nescape = \"long\"\n", 2, "escape"),
    ("mouse = true\nreading.\"xterm\" = \"banana\"\n", 2, "reading"),
  ])
  func `A mistake is named with its line`(toml: String, line: Int, reason: String) {
    let problem = #expect(throws: PersonalSettings.Problem.self) { try PersonalSettings(toml: toml) }
    #expect(
      problem?.line == line && problem?.reason.hasPrefix(reason) == true, "\(String(describing: problem))")
  }

  @Test(arguments: [
    ("", "theme = \"light\"\n"), ("mouse = false\n", "mouse = false\ntheme = \"light\"\n"),
    ("# mine\ntheme = \"dark\"\nzone = \"UTC\"", "# mine\ntheme = \"light\"\nzone = \"UTC\"\n"),
    ("# theme = \"dark\"\n", "# theme = \"dark\"\ntheme = \"light\"\n"),
  ])
  func `One line changes, and nothing else of the file`(before: String, after: String) {
    #expect(PersonalSettings.text(before, "theme", "light") == after)
  }

  @Test func `Who orders letters is kept for each terminal`() throws {
    let one = PersonalSettings.text("", "reading.\(PersonalSettings.key("xterm-256color"))", "program")
    let both = PersonalSettings.text(one, "reading.\(PersonalSettings.key("vte.direct"))", "terminal")
    let again = PersonalSettings.text(both, "reading.\(PersonalSettings.key("xterm-256color"))", "terminal")
    #expect(
      try PersonalSettings(toml: both).orders == ["xterm-256color": "program", "vte.direct": "terminal"])
    #expect(try PersonalSettings(toml: again).orders.values.allSatisfy { $0 == "terminal" })
  }
}
