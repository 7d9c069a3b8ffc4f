import Foundation
import Model
import Office
import Phrases
import Store
import Terminal
import Testing

@testable import Dashboard

/// All commands are found by what people say.
@Suite struct PalettePaneTests {
  private func first(_ typed: String, _ language: String = "en", at pane: KeyChord = "2") throws -> String? {
    let desk = try Desk(pane, language: language, library: .ofForests())
    desk.press(":")
    desk.type(typed)
    return desk.lines.last { $0.hasPrefix("▌") }
  }

  @Test func `The lists of a pane are found by their names, from anywhere`() throws {
    let desk = try Desk("1", library: .sample())
    desk.type(":comment")
    desk.press("Enter")
    #expect(desk.lines[0].contains("Voices"))
    #expect(desk.body.contains("‹Comments›"), "\(desk.body)")
    desk.type(":concerns")
    desk.press("Enter")
    #expect(desk.body.contains("‹Concerns›"), "\(desk.body)")
    desk.type(":enquiries")
    desk.press("Enter")
    #expect(desk.lines[0].contains("Press"))
  }

  @Test(arguments: [
    ("tutorial", PhraseKey.commandTour), ("delete", .commandRetire), ("save as", .commandKeepView),
    ("csv", .commandImport), ("export", .commandExport), ("print", .commandExport),
    ("backup", .commandBackup),
    ("shortcuts", .commandHelp), ("gantt", .commandTimeline),
  ])
  func `What people say finds the command`(_ typed: String, _ title: PhraseKey) throws {
    #expect(try #require(try first(typed)).contains(Phrasebook("en").say(Phrase(title))))
  }

  @Test(arguments: [
    ("教程", PhraseKey.commandTour), ("导出", .commandExport), ("打印", .commandExport), ("备份", .commandBackup),
  ])
  func `In Chinese too`(_ typed: String, _ title: PhraseKey) throws {
    #expect(try #require(try first(typed, "zh")).contains(Phrasebook("zh").say(Phrase(title))))
  }

  @Test func `What keymap files call commands stands in help, behind a key`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press(":")
    #expect(!desk.screen.contains("stakeholder.") && !desk.screen.contains("pane."))
  }

  @Test func `Where nothing is called so, the way out is said`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press(":")
    desk.type("qqqq")
    #expect(desk.body.contains("Esc closes"))
    desk.press("Esc")
    #expect(!(desk.session.shell.top is PalettePane))
  }

  @Test func `The whole store is copied by a command of the palette`() throws {
    let folder = scratchPath()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let desk = try Desk("2", library: .ofForests())
    desk.type(":back up")
    desk.press("Enter")
    desk.retype(folder + "/copy.sqlite")
    desk.press("Enter")
    let copy = try Library.open(folder + "/copy.sqlite", who: "tester", isReadOnly: true)
    #expect(try copy.read(AllRecords<Stakeholder>()).count == 7)
  }

  @Test func `To move is no command, and letters strewn over a title are no match`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press(":")
    let titles = desk.body.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "▌" } }
    #expect(titles.count > 8)
    #expect(!titles.contains { $0.hasPrefix("down ") || $0.hasPrefix("up ") })
    #expect(try first("exp").map { !$0.contains("next pane") } ?? true)
  }

  @Test func `Who looks for saving finds the export, in help too`() throws {
    let desk = try Desk("1", library: .ofForests())
    desk.type(":save")
    #expect(desk.screen.contains("export, print"))
    desk.press("Esc", "?")
    desk.type("save")
    #expect(desk.body.contains("Ctrl-E"))
  }

  @Test func `Every synonym is of a command that there is`() throws {
    for language in Phrasebook.languages {
      let book = Phrasebook(language)
      let named = Shell.commandNames.filter { book.label("also", $0.text) != $0.text }
      #expect(named.count > 30)
    }
  }

  @Test func `Records of every kind are found by their names, and opened where they stand`() throws {
    let library = try Library.inMemory(who: "tester")
    var message = Message(id: "m1")
    message.name = "Wetlands hold floods"
    var risk = Risk(id: "r1")
    risk.name = "Wetland funds dry up"
    var partnership = Partnership(id: "p1")
    partnership.name = "Wetland data"
    try library.apply(AddRecord(message))
    try library.apply(AddRecord(risk))
    try library.apply(AddRecord(partnership))
    for (name, pane) in [
      ("Wetlands hold", "Messages"), ("Wetland funds", "Risks"), ("Wetland data", "partnerships"),
    ] {
      let desk = try Desk("1", library: library)
      desk.type(":wetl")
      desk.session.settle(milliseconds: 0)
      for title in [message.name, risk.name, partnership.name] {
        #expect(desk.body.contains(title), "\(desk.body)")
      }
      desk.type(String(name.dropFirst(4)).lowercased())
      desk.session.settle(milliseconds: 0)
      desk.press("Enter")
      desk.session.settle(milliseconds: 0)
      #expect(desk.lines[0].lowercased().contains(pane.lowercased()), "\(desk.screen)")
      #expect(desk.lines.contains { $0.hasPrefix("▌") && $0.contains(name) }, "\(desk.screen)")
    }
  }

  @Test func `A reason that is longer than its column stands whole below`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.type(":merge")
    #expect(desk.body.contains("Mark two to 12 records with Space."), "\(desk.body)")
  }
}
