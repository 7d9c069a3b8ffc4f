import Model
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// Somebody works with another keyboard layout, or an input method, left on.
@Suite struct KeyLayoutTests {
  private func cursor(_ desk: Desk) -> String { desk.lines.first { $0.hasPrefix("▌") } ?? "" }

  /// j and k on a Russian, Greek, Hebrew and Arabic layout.
  @Test(arguments: ["ол", "ξκ", "\u{5D7}\u{5DC}", "\u{62A}\u{646}"])
  func `The cursor goes by the places of the keys`(_ keys: String) throws {
    let desk = try Desk("2", library: .ofForests())
    let first = cursor(desk)
    let (down, up) = (String(keys.prefix(1)), String(keys.suffix(1)))
    desk.type(down + down)
    #expect(cursor(desk).contains("Banda"), "\(desk.body)")
    desk.type(up + up)
    #expect(cursor(desk) == first)
  }

  @Test func `Letters, capitals, signs and digits of a Russian layout do what their keys do`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.type("П")
    #expect(cursor(desk).contains("Thapa"))
    desk.type("п")
    #expect(cursor(desk).contains("African Forest Forum"))
    desk.type(".")
    #expect(desk.session.shell.top.isTyping)
    desk.type("Рига.")
    #expect(desk.screen.contains("Рига."))
    desk.press("Esc", "Esc")
    desk.type("т")
    #expect(desk.session.shell.top is RecordForm<Stakeholder>)
    desk.press("Esc")
    desk.type("Ж")
    #expect(desk.session.shell.top is PalettePane)
    desk.press("Esc")
    desk.type("ж")
    #expect(PaneRegistry.entries[desk.session.shell.at].command == "pane.risks")
    desk.type("3й")
    #expect(desk.session.isOver)
  }

  @Test func `Full-width forms and digits of other scripts find panes, help, all commands and the search`()
    throws
  {
    let desk = try Desk("1", library: .ofForests())
    for (digit, pane) in zip("２٣۴５", 1...) {
      desk.type(String(digit))
      #expect(desk.session.shell.at == pane)
    }
    desk.type("２？")
    #expect(desk.session.shell.top is HelpPane)
    desk.press("Esc")
    desk.type("：")
    #expect(desk.session.shell.top is PalettePane)
    desk.press("Esc")
    desk.type("\u{3000}")
    #expect(desk.screen.contains("1 marked"), "\(desk.screen)")
    desk.press("Esc")
    desk.type("؟")
    #expect(desk.session.shell.top is HelpPane)
    desk.press("Esc")
    desk.type("／")
    desk.type("１：２")
    #expect(desk.screen.contains("１：２"))
  }

  @Test func `The yes of a question is found too`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("e")
    desk.type("!")
    desk.press("Ctrl-X")
    desk.type("н")
    #expect(!(desk.session.shell.top is RecordForm<Stakeholder>))
  }

  @Test func `A key without a twin says what it always said`() throws {
    let desk = try Desk("1", library: .ofForests())
    desk.type("中")
    #expect(desk.status == " 中 means nothing here. ? shows the keys.")
    desk.type(".")
    #expect(desk.status == " . means nothing here. ? shows the keys.")
  }

  @Test func `A keymap's own key goes before the twin`() throws {
    var keymap = Keymap()
    keymap.overrides["stakeholder.bottom"] = ["о"]
    let desk = try Desk("2", keymap: keymap, library: .ofForests())
    desk.type("о")
    #expect(cursor(desk).contains("Thapa"))
  }
}
