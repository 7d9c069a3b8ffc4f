import Phrases
import Terminal
import Testing

@testable import Dashboard

@Suite struct LanguagePaneTests {
  @Test(arguments: Phrasebook.languages)
  func `A word of any language finds it, and the screen speaks at once`(
    _ language: String
  ) throws {
    let desk = try Desk("1")
    var kept: [String] = []
    desk.session.keepLanguage = { kept.append($0) }
    desk.type(":langue")
    desk.press("Enter")
    for _ in 0..<(Phrasebook.languages.firstIndex(of: language) ?? 0) { desk.press("Down") }
    desk.press("Enter")
    #expect(kept == [language] && desk.session.look.language == language)
    #expect(desk.lines[0].contains(Phrasebook(language).say(.paneOverview)))
  }

  @Test func `Where an option chose the language, keeping another says that the option goes first`() throws {
    let desk = try Desk("1")
    desk.session.languageSource = "--lang"
    desk.type(":langue")
    desk.press("Enter", "Enter")
    #expect(desk.screen.contains("--lang"))
  }

  @Test func `The line that reads right is kept, and orders from then on`() throws {
    let desk = try Desk("1")
    var kept: [TextOrder] = []
    desk.session.keepOrder = { kept.append($0) }
    desk.type(":right to left")
    desk.press("Enter")
    #expect(desk.screen.contains("this program orders"))
    desk.press("Enter")
    #expect(kept == [.program] && desk.session.order == .program)
  }
}
