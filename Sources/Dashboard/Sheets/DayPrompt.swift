import Model
import Office
import Phrases
import Store
import Terminal

/// Asks for one day.
struct DayPrompt: Pane {
  static let name = "day"
  static let title = PhraseKey.paneAsOf

  let title: PhraseKey
  private var field: TextField
  /// What stood there when it opened.
  private let original: String
  private var problem: FieldProblem?
  private let accept: @Sendable (Day) -> [Effect]

  init(_ day: Day?, title: PhraseKey = Self.title, accept: @escaping @Sendable (Day) -> [Effect]) {
    self.title = title
    original = day?.description ?? ""
    field = TextField(original)
    // Another day takes its place; an arrow first, and it is changed.
    field.go(to: 0)
    field.go(to: original.count, marking: true)
    self.accept = accept
  }

  /// The prompt for the date for which the dashboard computes early, due, late and done.
  static func asOf(_ day: Day) -> DayPrompt { DayPrompt(day) { [.close, .setAsOf($0)] } }

  var placement: Placement { .sheet(rows: 2) }
  var isTyping: Bool { true }
  func typing(_ look: Look) -> [TypedHelp] { [TypedHelp(text: "", means: look.say(.hintDay))] }
  var typed: Typed? { Typed(line: field.text, unlike: original) }
  mutating func resume(_ draft: Draft) { field.set(draft.line) }

  static let commands: [Command<DayPrompt>] = [
    Command("day.accept", .commandAccept, ["Enter", "Ctrl-S", "F2"], rank: 1) { prompt, look in
      do throws(FieldProblem) {
        return prompt.accept(try WrittenDate.day(prompt.field.text, today: look.asOf))
      } catch {
        prompt.problem = error
        return []
      }
    }
  ]

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard field.take(chord) else { return nil }
    problem = nil
    return []
  }

  mutating func paste(_ text: String) -> Bool { field.insert(text) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    if let problem {
      canvas.lines([[Mark.problem.said(look.say(Phrase(problem)))]], in: area.inset(top: 1), margin: 2)
    }
    field.draw(on: &canvas, row: area.row, column: area.column + 2, width: min(24, area.columns - 3))
  }
}
