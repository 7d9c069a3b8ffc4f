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

  @Test(arguments: [
    ("tutorial", "take the tour"), ("delete", "stakeholder.retire"), ("save as", "stakeholder.keepView"),
    ("csv", "stakeholder.import"), ("export", "output.export"), ("print", "output.export"),
    ("shortcuts", "help.open"), ("gantt", "pane.timeline"),
  ])
  func `What people say finds the command`(_ typed: String, _ name: String) throws {
    #expect(try #require(try first(typed)).contains(name))
  }

  @Test(arguments: [("教程", "开始导览"), ("导出", "output.export"), ("打印", "output.export")])
  func `In Chinese too`(_ typed: String, _ name: String) throws {
    #expect(try #require(try first(typed, "zh")).contains(name))
  }

  @Test func `To move is no command, and letters strewn over a title are no match`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press(":")
    #expect(!desk.body.contains("stakeholder.down") && !desk.body.contains("stakeholder.top"))
    #expect(try first("exp").map { !$0.contains("next pane") } ?? true)
  }

  @Test func `Who looks for a backup or for saving finds the export, in help too`() throws {
    for word in ["backup", "save"] {
      let desk = try Desk("1", library: .ofForests())
      desk.type(":" + word)
      #expect(desk.screen.contains("output.export"))
      desk.press("Esc", "?")
      desk.type(word)
      #expect(desk.body.contains("Ctrl-E"))
    }
  }

  @Test func `Every synonym is of a command that there is`() throws {
    for language in Phrasebook.languages {
      let book = Phrasebook(language)
      let named = Shell.commandNames.filter { book.label("also", $0.text) != $0.text }
      #expect(named.count > 30)
    }
  }
}
