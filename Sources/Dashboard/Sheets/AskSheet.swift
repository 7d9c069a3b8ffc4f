import Model
import Office
import Phrases
import Store
import Terminal

/// Says what is about to be done and asks: no key that goes on elsewhere, as Enter does, says yes.
struct AskSheet: Pane {
  static let name = "ask"
  static let title = PhraseKey.paneAsk

  let title: PhraseKey
  let placement: Placement
  private let lines: @Sendable (Look) -> [String]
  private let yes: @Sendable (Look) -> [Effect]

  /// - Parameters:
  ///   - rows: so many lines of the screen.
  ///   - yes: what is done then.
  ///   - lines: what it says, each line wrapped.
  private init(
    _ title: PhraseKey, rows: Int, yes: @escaping @Sendable (Look) -> [Effect],
    lines: @escaping @Sendable (Look) -> [String]
  ) {
    (self.title, placement, self.yes, self.lines) = (title, .sheet(rows: rows), yes, lines)
  }

  static let commands: [Command<AskSheet>] = [
    Command("ask.accept", .commandYes, ["y"], rank: 1) { sheet, look in sheet.yes(look) }
  ]

  /// What is wrong stands in the sheet below, where it was typed.
  mutating func refused(_ refusal: Refusal, look: Look) -> [Effect] {
    [.close, .announce(Phrase(refusal: refusal))]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let said = lines(look).flatMap { Wrapping.lines($0, columns: area.columns - 4) }
    canvas.page(said.map { [Span($0)] }, in: area, margin: 2)
  }
}

extension AskSheet {
  /// Before a change that no undo takes back.
  /// - Parameter news: what follows once it is written.
  init(
    _ title: PhraseKey, _ change: any Change, then news: [Effect],
    lines: @escaping @Sendable (Look) -> [String]
  ) {
    self.init(title, rows: 6, yes: { _ in [.apply(change, closing: true, then: news)] }, lines: lines)
  }

  /// Before what somebody typed is thrown away, which no undo brings back.
  /// - Parameter effects: what throws it away; else what is typed in the form or sheet below is.
  static func discarding(_ effects: [Effect] = [.discard(Phrase(.draftDiscarded))]) -> AskSheet {
    AskSheet(.paneAsk, rows: 3, yes: { _ in [.close] + effects }) { look in
      [look.say(.askDiscard), look.say(.askTurn, .text("y"), .text("Esc"))]
    }
  }

  /// Before something is left that no draft keeps.
  static func losing(_ loss: PhraseKey) -> AskSheet {
    AskSheet(.paneAsk, rows: 3, yes: { _ in [.close, .close] }) { look in
      [look.say(Phrase(loss)), look.say(.askTurn, .text("y"), .text("Esc"))]
    }
  }

  /// So many changes are named.
  private static let mostNamed = 8

  /// Before changes are taken back, or brought back, that were not made here and now: what they are, and when they were
  /// made.
  /// - Parameters:
  ///   - entries: in the order in which they are turned; never empty.
  ///   - why: why it is asked about; nil where they were chosen by name.
  static func turning(_ entries: [JournalEntry], isRedo: Bool, why: PhraseKey? = nil) -> AskSheet {
    let named = entries.count > mostNamed ? Array(entries.prefix(mostNamed - 1)) : entries
    let rows = 3 + min(entries.count, mostNamed)
    return AskSheet(
      isRedo ? .paneBringBack : .paneTakeBack, rows: rows,
      yes: { [.close, .turn(TurnErrand(entries, isRedo: isRedo, $0))] }
    ) {
      look in
      let lines = named.map { entry in
        look.say(
          isRedo ? .bringBackThis : .takeBackThis, .phrase(Phrase(entry, look: look)),
          .text(look.recentMoment(entry.at)))
      }
      let left = entries.count - named.count
      return lines + (left > 0 ? [look.say(.turnMore, .number(left))] : [])
        + (why.map { [look.say($0)] } ?? [])
        + [look.say(.askTurn, .text("y"), .text("Esc"))]
    }
  }
}
