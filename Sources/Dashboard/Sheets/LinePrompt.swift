import Model
import Office
import Phrases
import Store
import Terminal

/// Asks for one line of text: a name, a reason, the path of a file.
struct LinePrompt: Pane {
  static let name = "line"
  static let title = PhraseKey.paneLine

  let title: PhraseKey
  /// What the line is for, above it.
  private let question: Phrase
  private var field: TextField
  /// What stood there when it opened.
  private let original: String
  private var problem: Phrase?
  /// What is wrong, as wide as the prompt is.
  private var problemLines: [[Span]] = []
  private let accept: @Sendable (String) -> Answer

  /// What becomes of a line: something is done, or the person is told what is wrong with it.
  enum Answer: Sendable {
    case effects([Effect])
    case problem(Phrase)
  }

  /// - Parameter accept: gets the line without white space at its ends, never empty; the prompt stays open
  ///   unless its effects close it.
  init(
    _ question: Phrase, title: PhraseKey, text: String = "", accept: @escaping @Sendable (String) -> Answer
  ) {
    (self.question, self.title, self.original, self.accept) = (question, title, text, accept)
    field = TextField(text)
  }

  var placement: Placement { .sheet(rows: 3 + max(1, problemLines.count)) }
  var isTyping: Bool { true }
  var typed: Typed? { Typed(line: field.text, unlike: original) }
  mutating func resume(_ draft: Draft) { field.set(draft.line) }

  static let commands: [Command<LinePrompt>] = [
    Command("line.accept", .commandAccept, ["Enter"], rank: 1) { prompt, _ in
      let line = prompt.field.text.trimmed
      guard !line.isEmpty else {
        prompt.problem = Phrase(.problemMissing)
        return []
      }
      switch prompt.accept(line) {
      case .effects(let effects): return effects
      case .problem(let problem):
        prompt.problem = problem
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

  mutating func fit(to size: Size, look: Look) {
    problemLines =
      problem.map { [Mark.problem.said(look.say($0))].wrapped(columns: size.columns - 4) } ?? []
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let width = area.columns - 4
    canvas.paragraph(look.say(question), in: area.split(top: 2).top.inset(right: 1), margin: 2)
    canvas.lines(problemLines, in: area.inset(top: 3), margin: 2)
    field.draw(on: &canvas, row: area.row + 2, column: area.column + 2, width: width)
  }
}
