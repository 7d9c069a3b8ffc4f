import Office
import Phrases
import Terminal

/// The keys of the pane below, and those of every pane: the command table as a page.
struct HelpPane: Pane {
  static let name = "help"
  static let title = PhraseKey.paneHelp

  private let subject: PhraseKey
  private let offers: [Offer]
  private var top = 0
  private var height = 1

  init(of subject: PhraseKey, _ offers: [Offer]) {
    self.subject = subject
    self.offers = offers.filter { !$0.keys.isEmpty }
  }

  static let commands: [Command<HelpPane>] = [
    .moving("help.down", .commandDown, ["Down", "j"], rank: 1) { $0.scroll(1) },
    .moving("help.up", .commandUp, ["Up", "k"]) { $0.scroll(-1) },
    .moving("help.pageDown", .commandPageDown, ["PgDn", "Space"]) { $0.scroll($0.height) },
    .moving("help.pageUp", .commandPageUp, ["PgUp"]) { $0.scroll(-$0.height) },
    Command("help.close", .commandBack, ["Esc", "q", "?"], rank: 2) { _, _ in [.close] },
  ]

  private mutating func scroll(_ step: Int) { top = max(0, min(top + step, max(0, offers.count - height))) }

  mutating func fit(to size: Size, look: Look) {
    height = max(1, size.rows)
    scroll(0)
  }

  func heading(_ look: Look) -> [Span] { [Span(look.say(Phrase(subject)), .text)] }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (offset, offer) in offers.dropFirst(top).prefix(area.rows).enumerated() {
      let row = area.row + offset
      let keys = offer.keys.map(\.description).joined(separator: "  ")
      canvas.text(keys, row: row, column: area.column + 2, width: 20, ink: .key)
      canvas.text(look.say(Phrase(offer.title)), row: row, column: 24, width: 30)
      let note = offer.obstacle.map(look.say) ?? offer.name.text
      canvas.text(note, row: row, column: 55, width: area.columns - 56, ink: .quiet)
    }
    canvas.cursor = Point(row: area.row, column: area.column)
  }
}
