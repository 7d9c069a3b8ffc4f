import Office
import Phrases
import Terminal

/// The keys of the pane below, and those of every pane: the command table as a page.
struct HelpPane: Pane {
  static let name = "help"
  static let title = PhraseKey.paneHelp

  private let subject: PhraseKey
  private let offers: [Offer]
  private var scroll = Scroll()

  init(of subject: PhraseKey, _ offers: [Offer]) {
    self.subject = subject
    self.offers = offers.filter { !$0.keys.isEmpty }
  }

  static let commands: [Command<HelpPane>] =
    moves(in: \.scroll, also: [.pageDown: ["Space"]]) + [
      Command("help.close", .commandBack, ["Esc", "q", "?"], rank: 2) { _, _ in [.close] }
    ]

  mutating func fit(to size: Size, look: Look) { scroll.fit(count: offers.count, height: size.rows) }

  func heading(_ look: Look) -> [Span] { [Span(look.say(Phrase(subject)), .text)] }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    ListTable<Offer>(
      columns: [
        .init("", 21) { Span($0.keys.map(\.description).joined(separator: "  "), .key) },
        .init("", 30, text: { look.say(Phrase($0.title)) }),
        .init("", 0) { Span($0.obstacle.map(look.say) ?? $0.name.text, .quiet) },
      ], margin: 2
    ).draw(offers.dropFirst(scroll.top), cursor: nil, on: &canvas, in: area, hasCursor: true)
  }
}
