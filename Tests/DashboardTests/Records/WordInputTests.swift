import Model
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// Countries, languages and zones are found by some letters, and Tab takes them.
@Suite struct WordInputTests {
  private func line(_ label: String, in desk: Desk) -> String {
    desk.lines.first { $0.hasPrefix("▌\(label)") } ?? ""
  }

  @Test func `A country is found by some letters of its name`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("n")
    desk.type("Somebody")
    desk.go(to: "Country")
    desk.type("guin")
    #expect(desk.body.contains("Guinea  GN") && desk.body.contains("Equatorial Guinea  GQ"))
    #expect(desk.status.contains("Tab takes"))
    desk.press("Down", "Up", "Tab")
    #expect(line("Country", in: desk).contains("GN"))
    desk.press("Tab", "Ctrl-S")
    let all = try desk.library.read(StakeholderWindow(filter: StakeholderFilter(text: "Somebody"), count: 5))
    #expect(all.rows.map(\.stakeholder.country) == ["GN"])
  }

  @Test func `Languages are found one after the other`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("n")
    desk.go(to: "Languages")
    desk.type("swah")
    desk.press("Tab")
    desk.type("; fren")
    #expect(desk.body.contains("French  fr"))
    desk.press("Enter")
    #expect(line("Languages", in: desk).contains("sw; fr"))
  }

  @Test func `What is whole is left alone, and Tab goes on`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("n")
    desk.go(to: "Country")
    desk.type("Niger")
    desk.press("Tab")
    #expect(!desk.lines.contains { $0.hasPrefix("▌Country") })
  }

  @Test func `In Chinese one character is enough`() throws {
    let desk = try Desk("2", language: "zh", library: .ofForests())
    desk.press("n")
    desk.go(to: "国家")
    desk.type("肯")
    #expect(desk.body.contains("肯尼亚  KE"))
  }

  @Test func `A zone is found by its city, in a prompt and behind a time`() throws {
    let desk = try Desk("6", library: .inMemory())
    desk.press("z")
    desk.retype("kuala")
    #expect(desk.screen.contains("Asia/Kuala_Lumpur"))
    desk.press("Tab", "Enter")
    #expect(desk.lines[0].contains("Asia/Kuala_Lumpur"))
    desk.press("n")
    desk.type("Briefing")
    desk.go(to: "Planned start")
    desk.retype("2015-09-20 09:00 nair")
    #expect(desk.body.contains("Africa/Nairobi"))
    desk.press("Tab")
    #expect(line("Planned start", in: desk).contains("2015-09-20 09:00 Africa/Nairobi"))
  }

  @Test func `A time without a zone says where one is set for all, and takes that of the calendar`() throws {
    let desk = try Desk("6", library: .inMemory())
    desk.press("n")
    desk.type("Briefing")
    desk.go(to: "Planned start")
    desk.retype("2015-09-20 09:00")
    desk.press("Tab")
    let said = desk.body.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(said.contains("names no time zone") && said.contains("settings.toml"))
    desk.press("Esc", "z")
    desk.retype("Africa/Nairobi")
    desk.press("Enter", "n")
    desk.go(to: "Planned start")
    desk.retype("2015-09-20 09:00")
    desk.press("Tab")
    #expect(
      desk.body.contains("2015-09-20 09:00 Africa/Nairobi") || desk.body.contains("09:00 Africa/Nairobi"))
  }

  @Test(arguments: [
    ("Nor", "“Nor” is Norway."), ("Frnace", "Nothing begins with “Frnace”: see how it is spelt."),
    ("Keny", "Some letters of the name; Tab takes what stands below."),
  ])
  func `What the letters of a country mean is said below, and when nothing begins so`(
    _ typed: String, _ hint: String
  ) throws {
    let desk = try Desk("2", library: .inMemory())
    desk.press("n")
    desk.type("Banda")
    desk.go(to: "Country")
    desk.type(typed)
    #expect(desk.status == " " + hint)
  }
}
