import Model
import Office
import Phrases
import Store
import Terminal

/// Asks before a change is taken back, or brought back, that was not made here and now: what it is, when it was made,
/// and what goes with it. No key that goes on elsewhere, as Enter does, says yes.
struct TakeBackSheet: Pane {
  static let name = "takeback"
  static let title = PhraseKey.paneTakeBack

  private let entries: [JournalEntry]
  private let isRedo: Bool
  /// Why it is asked about; nil where it was chosen by name.
  private let why: PhraseKey?

  /// - Parameter entries: in the order in which they are turned; never empty.
  init(_ entries: [JournalEntry], isRedo: Bool, why: PhraseKey? = nil) {
    (self.entries, self.isRedo, self.why) = (entries, isRedo, why)
  }

  private static let mostLines = 8

  var placement: Placement { .sheet(rows: 3 + min(entries.count, Self.mostLines)) }

  static let commands: [Command<TakeBackSheet>] = [
    Command("takeback.accept", .commandYes, ["y"], rank: 1, needs: .edit) { sheet, look in
      [.close, .turn(TurnErrand(sheet.entries, isRedo: sheet.isRedo, look))]
    }
  ]

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let shown = entries.count > Self.mostLines ? Array(entries.prefix(Self.mostLines - 1)) : entries
    let lines = shown.map { entry in
      look.say(
        isRedo ? .bringBackThis : .takeBackThis, .phrase(Phrase(entry, look: look)),
        .text(look.exactMoment(entry.at)))
    }
    let left = entries.count - shown.count
    let more = left > 0 ? [look.say(.turnMore, .number(left))] : []
    let reason = why.map { [look.say($0)] } ?? []
    let question = [look.say(.askTurn, .text("y"), .text("Esc"))]
    let all = (lines + more + reason + question).flatMap { Wrapping.lines($0, columns: area.columns - 4) }
    canvas.page(all.map { [Span($0)] }, in: area, margin: 2)
  }
}

extension Look {
  /// The day and the time of day of something done.
  func exactMoment(_ at: Int) -> String {
    let local = at + zoneOffset
    let minutes = ((local % 86_400) + 86_400) % 86_400 / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(two(minutes / 60)):\(two(minutes % 60))"
    let day = Day(number: (local - ((local % 86_400) + 86_400) % 86_400) / 86_400)
    switch today.number - day.number {
    case 0: return time
    case 1: return say(.yesterdayAt, .text(time))
    default: return "\(self.day(day)) \(time)"
    }
  }
}
