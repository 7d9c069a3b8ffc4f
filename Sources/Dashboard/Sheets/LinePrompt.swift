import Model
import Office
import Phrases
import Store
import Terminal

/// Asks for one text: a name, the path of a file, a reason of some lines.
struct LinePrompt: Pane {
  static let name = "line"
  static let title = PhraseKey.paneLine

  let title: PhraseKey
  /// What the line is for, above it.
  private let question: Phrase
  private let words: WordInput.Source?
  private var input: FieldInput
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

  /// - Parameters:
  ///   - entry: a line, or a text of several.
  ///   - words: what is typed in the line; nil for anything.
  ///   - accept: gets the text without white space at its ends, never empty; the prompt stays open unless its effects
  ///     close it.
  init(
    _ question: Phrase, title: PhraseKey, _ entry: Entry = .line, of words: WordInput.Source? = nil,
    text: String = "",
    accept: @escaping @Sendable (String) -> Answer
  ) {
    (self.question, self.title, self.original, self.accept) = (question, title, text, accept)
    self.words = words
    input = FieldInput(entry, of: words, text: text)
  }

  var placement: Placement {
    .sheet(rows: 2 + input.rows + max(words == nil ? 1 : ReferenceInput.most, problemLines.count))
  }
  var isTyping: Bool { true }
  var typed: Typed? { Typed(line: input.text, unlike: original) }
  mutating func resume(_ draft: Draft) { set(draft.line) }

  private mutating func set(_ text: String) {
    input = FieldInput(input.isLong ? .text : .line, of: words, text: text)
    problem = nil
  }

  mutating func fill(_ filling: Filling) {
    if case .field(Self.name, let text) = filling { set(text) }
  }

  static let commands: [Command<LinePrompt>] = [
    Command("line.accept", .commandAccept, ["Enter", "Ctrl-S", "F2"], rank: 1) { prompt, _ in
      let line = prompt.input.text.trimmed
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
    },
    TextSheet.opening("line.editor", when: \.input.isLong) {
      TextSheet($0.title, field: name, text: $0.input.text)
    },
  ]

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard input.take(chord) else { return nil }
    problem = nil
    return []
  }

  mutating func paste(_ text: String) -> Bool { input.paste(text) }
  func status(_ look: Look) -> [Span] { input.wordHint(look) ?? [] }

  mutating func fit(to size: Size, look: Look) {
    input.fit(look, columns: size.columns - 4)
    problemLines =
      problem.map { [Mark.problem.said(look.say($0))].wrapped(columns: size.columns - 4) } ?? []
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let width = area.columns - 4
    canvas.paragraph(look.say(question), in: area.split(top: 2).top.inset(right: 1), margin: 2)
    guard !canvas.isSpoken else {
      return SpokenField(label: "", problem: problem).draw(
        input, of: "", on: &canvas, in: area.inset(top: 2), look)
    }
    let below = problemLines.isEmpty ? input.lines(look) : problemLines
    canvas.lines(below, in: area.inset(top: min(area.rows, 2 + input.rows)), margin: 2)
    input.draw(of: "", on: &canvas, row: area.row + 2, column: area.column + 2, width: width, look)
  }
}
