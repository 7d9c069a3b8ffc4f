import Foundation
import Model
import Office
import Phrases
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// What is said at the foot of the screen can be read to its end, and the ways out stay named.
@Suite struct ShellFooterTests {
  private static func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// Every sentence of the program, with things in it as long as they are in real life.
  @Test(arguments: Phrasebook.languages)
  func `No sentence loses its end at 80 columns`(_ language: String) throws {
    let desk = try Desk("1", language: language, library: .ofForests())
    let arguments: [Phrase.Argument] = (0..<8).map { _ in .text("Association des forêts communautaires") }
    for key in PhraseKey.allCases {
      let phrase = Phrase(key, with: arguments)
      let said = desk.session.look.say(phrase)
      guard CellText.width(said) > 78 else { continue }
      desk.session.announce(phrase)
      #expect(Self.bare(desk.status) == Self.bare(said), "\(key)")
    }
  }

  @Test(arguments: Phrasebook.languages)
  func `What panes say of a line is there to its end`(_ language: String) throws {
    let library = try Library.sample()
    // An eighth of the rows: the longest has four lines at 80 columns.
    let desk = try Desk("1", rows: 40, language: language, library: library)
    for entry in PaneRegistry.entries {
      desk.press(entry.key)
      for _ in 0..<12 {
        let said = desk.session.shell.top.status(desk.session.look).map(\.text).joined()
        if desk.session.shell.message == nil {
          #expect(Self.bare(desk.status) == Self.bare(said), "\(entry.command.text)")
        }
        desk.press("Down")
      }
    }
  }

  @Test(arguments: [80, 60, 40])
  func `All commands, help and the way back fall out last`(_ columns: Int) throws {
    let library = try Library.sample()
    for language in Phrasebook.languages {
      let desk = try Desk("1", columns: columns, language: language, library: library)
      for entry in PaneRegistry.entries {
        desk.press(entry.key)
        let keys = desk.session.shell.footer(desk.session.look, columns: columns).map(\.key)
        #expect(
          keys.contains(":") && keys.contains("?"), "\(entry.command.text) \(columns) \(language): \(keys)")
        let offers = desk.session.shell.offers(desk.session.look)
        if offers.contains(where: { $0.keys.contains("Esc") && $0.rank > 0 }) {
          #expect(keys.contains("Esc"), "\(entry.command.text) \(columns) \(language): \(keys)")
        }
      }
    }
  }

  @Test func `The footer gives back where each command stands`() throws {
    let desk = try Desk("2", library: .ofForests())
    let footer = desk.footer
    for item in desk.session.shell.footer(desk.session.look, columns: 80) {
      let text = String(Array(footer)[item.columns.clamped(to: 0..<footer.count)])
      #expect(text == "\(item.key) \(item.title)")
    }
  }

  @Test func `A text in several inks keeps them over its lines`() {
    let spans = [Span("one two ", .text), Span("three four", .late)]
    #expect(spans.flowed(columns: 10) == [[Span("one two", .text)], [Span("three four", .late)]])
    #expect(spans.flowed(columns: 40) == [spans])
  }

  @Test func `A key that means nothing says so`() throws {
    let desk = try Desk("1", library: .ofForests())
    desk.press("&")
    #expect(desk.status == " & means nothing here. ? shows the keys.")
    desk.press("@", "F5")
    #expect(desk.status == " F5 means nothing here. F1 shows the keys.")
    desk.press("Esc", "WheelDown", "Esc")
    #expect(desk.status.isEmpty)
  }
}
