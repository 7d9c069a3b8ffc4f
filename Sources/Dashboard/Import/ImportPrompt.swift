import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// Asks which file to import, and completes its name.
struct ImportPrompt: Pane {
  static let name = "file"
  static let title = PhraseKey.paneImport

  private var field: TextField
  /// What stood there when it opened.
  private let original: String
  private var names: [String] = []
  private let question: Phrase
  /// Reads the file at a path.
  private let errand: @Sendable (String) -> any Errand
  /// What becomes of the errand's outcome.
  private let accept: @Sendable (any Sendable) -> [Effect]

  init(_ path: String = "") {
    self.init(Phrase(.importPath), path, errand: { SurveyErrand(path: $0) }, accept: Self.stakeholders)
  }

  init(
    _ question: Phrase, _ path: String = "", errand: @escaping @Sendable (String) -> any Errand,
    accept: @escaping @Sendable (any Sendable) -> [Effect]
  ) {
    (self.question, self.original, self.errand, self.accept) = (question, path, errand, accept)
    field = TextField(path)
    names = PathCompletion.names(for: path)
  }

  var placement: Placement { .sheet(rows: 9) }
  var isTyping: Bool { true }
  var typed: Typed? { Typed(line: field.text, unlike: original) }

  mutating func resume(_ draft: Draft) {
    field.set(draft.line)
    names = PathCompletion.names(for: draft.line)
  }

  static let commands: [Command<ImportPrompt>] = [
    Command("file.open", .commandOpen, ["Enter"], rank: 1) { prompt, _ in
      let path = prompt.field.text.trimmed
      guard !path.isEmpty else { return [] }
      return [.errand(prompt.errand(PersonalFolder.expanded(path)))]
    },
    .moving("file.complete", .commandComplete, ["Tab"], rank: 2) { prompt in
      prompt.field.set(PathCompletion.completed(prompt.field.text))
      prompt.names = PathCompletion.names(for: prompt.field.text)
    },
  ]

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard field.take(chord) else { return nil }
    names = PathCompletion.names(for: field.text)
    return []
  }

  mutating func paste(_ text: String) -> Bool {
    field.insert(text)
    names = PathCompletion.names(for: field.text)
    return true
  }

  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] { accept(outcome) }

  /// A table goes to its columns first; cards and JSON name their fields themselves.
  private static func stakeholders(_ outcome: any Sendable) -> [Effect] {
    switch outcome as? SurveyErrand.Outcome {
    case .job(let job):
      return job.mapping == nil ? [.errand(PreviewErrand(job: job))] : [.close, .present(MappingPane(job))]
    case .sheets(let path, let names): return [.close, .present(SheetPicker(path, names))]
    case nil: break
    }
    guard let outcome = outcome as? ImportOutcome else { return [] }
    return [.close, .present(ImportPreview(outcome, layers: 1))]
  }

  func status(_ look: Look) -> [Span] { [Span(look.say(question), .quiet)] }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let room = max(0, area.rows - 2)
    let shown = names.count > room ? Array(names.prefix(max(0, room - 1))) : names
    let more = names.count > shown.count ? [look.say(.importMore, .number(names.count - shown.count))] : []
    canvas.lines((shown + more).map { [Span($0, .quiet)] }, in: area.inset(top: 2, right: 1), margin: 2)
    field.draw(on: &canvas, row: area.row, column: area.column + 2, width: area.columns - 4)
  }
}
