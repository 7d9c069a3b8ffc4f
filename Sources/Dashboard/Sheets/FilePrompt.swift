import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// Asks which file is to be read or written: the one prompt for all. Below the line stand the names that fit what is
/// typed: places of earlier first, then files of a kind that fits, then the others. The arrows go through them.
struct FilePrompt: Pane {
  static let name = "file"
  static let title = PhraseKey.paneFile

  /// The name of the person's setting: the files of earlier, one a line, the newest first.
  static let preference = "files.recent"
  private static let mostRecent = 20

  /// One name that is offered.
  private struct Row: Sendable {
    /// As the line has it when it is taken.
    let path: String
    let isFolder: Bool
    let isFitting: Bool
    let isRecent: Bool
    /// Without the folder, unless that is what tells it.
    var name: String {
      if isRecent { return path }
      let (_, name) = PathCompletion.split(isFolder ? String(path.dropLast()) : path)
      return isFolder ? name + "/" : name
    }
  }

  let title: PhraseKey
  private let question: Phrase
  private let endings: [String]
  private var field: TextField
  /// What stood there when it opened.
  private let original: String
  /// What the program proposed last: to begin another path in it takes its place.
  private var proposal: String
  private var recent: [String] = []
  private var rows: [Row] = []
  private var selection = Selection()
  /// The names below have the arrows, not the line.
  private var isChoosing = false
  private var problem: Phrase?
  /// Whether a file is made, not read.
  private var isWriting = false
  /// Whether a folder is an answer too.
  var takesFolders = false
  /// Why nothing can be done with a path; nil where something can.
  private let refuses: @Sendable (String) -> Phrase?
  /// What is done with a path, the home folder in place of `~`.
  private let open: @Sendable (String) -> [Effect]
  /// What becomes of the outcome of that.
  private let accept: @Sendable (any Sendable) -> [Effect]

  /// - Parameters:
  ///   - endings: of names that fit, without the dot; empty where all do.
  init(
    _ question: Phrase, title: PhraseKey, _ path: String = "", endings: [String] = [],
    refuses: @escaping @Sendable (String) -> Phrase? = { _ in nil },
    open: @escaping @Sendable (String) -> [Effect],
    accept: @escaping @Sendable (any Sendable) -> [Effect] = { _ in [] }
  ) {
    self.refuses = refuses
    (self.question, self.title, self.original, self.endings) = (question, title, path, endings)
    proposal = path
    (self.open, self.accept) = (open, accept)
    field = TextField(path)
    markProposal()
    list()
  }

  /// The name that is proposed is marked: to type another takes its place in the folder.
  private mutating func markProposal() {
    guard !field.text.hasSuffix("/") else { return }
    let name = PathCompletion.split(field.text).beginning
    field.go(to: field.characters.count - name.count)
    field.go(to: field.characters.count, marking: true)
  }

  var placement: Placement { .sheet(rows: 11) }
  var isTyping: Bool { true }
  var typed: Typed? { Typed(line: field.text, unlike: original) }

  mutating func resume(_ draft: Draft) {
    field.set(draft.line)
    list()
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(Preferences()) { prompt, preferences in
        prompt.recent = (preferences[Self.preference] ?? "").split(separator: "\n").map(String.init)
        prompt.list()
      }
    ]
  }

  // MARK: The names

  private mutating func list() {
    let text = field.text
    let (folder, _) = PathCompletion.split(text)
    let earlier = recent.filter { $0 != text && $0.lowercased().contains(text.lowercased()) && isFitting($0) }
      .filter { PathCompletion.stands($0) }
      .prefix(text.isEmpty ? 5 : 3).map { Row(path: $0, isFolder: false, isFitting: true, isRecent: true) }
    // Beside a name that is only proposed stand those that are there.
    let names = PathCompletion.names(for: text == original ? folder : text).map { name in
      let isFolder = name.hasSuffix("/")
      return Row(
        path: folder + name, isFolder: isFolder, isFitting: isFolder || isFitting(name), isRecent: false)
    }
    rows = earlier + names.filter(\.isFitting) + names.filter { !$0.isFitting }
    selection = Selection()
    isChoosing = false
  }

  private func isFitting(_ path: String) -> Bool {
    endings.isEmpty || endings.contains { path.lowercased().hasSuffix("." + $0) }
  }

  private var chosen: Row? {
    isChoosing && rows.indices.contains(selection.index) ? rows[selection.index] : nil
  }

  // MARK: Commands

  static let commands: [Command<FilePrompt>] = [
    Command("file.open", .commandOpen, ["Enter", "Ctrl-S", "F2"], rank: 1, when: { !$0.isWriting }) {
      $0.enter($1)
    },
    Command("file.save", .commandSave, ["Enter", "Ctrl-S", "F2"], rank: 1, when: \.isWriting) {
      $0.enter($1)
    },
    .moving("file.complete", .commandComplete, ["Tab"], rank: 2) { $0.complete() },
    .moving("file.down", .commandNextName, ["Down", "WheelDown"], rank: 3) { $0.choose(1) },
    .moving("file.up", .commandPreviousName, ["Up", "WheelUp"]) { $0.choose(-1) },
    .moving("file.pageDown", .commandNextName, ["PgDn"]) { $0.choose($0.selection.height) },
    .moving("file.pageUp", .commandPreviousName, ["PgUp"]) { $0.choose(-$0.selection.height) },
  ]

  /// Up from the first name leads back to the line.
  private mutating func choose(_ step: Int) {
    guard !rows.isEmpty else { return }
    if !isChoosing {
      isChoosing = step > 0
    } else if step < 0, selection.index == 0 {
      isChoosing = false
    } else {
      selection.move(by: step, count: rows.count)
    }
  }

  private mutating func complete() {
    field.set(chosen?.path ?? PathCompletion.completed(field.text))
    list()
  }

  private mutating func enter(_ look: Look) -> [Effect] {
    if let chosen {
      field.set(chosen.path)
      list()
      if chosen.isFolder { return [] }
    }
    let path = field.text.trimmed
    guard !path.isEmpty else { return note(.problemMissing) }
    if goes(into: path) { return [] }
    guard takesFolders || !path.hasSuffix("/") else { return note(.fileNoName) }
    if let refusal = refuses(path) {
      problem = refusal
      return []
    }
    let kept = ([path] + recent.filter { $0 != path }).prefix(Self.mostRecent).joined(separator: "\n")
    return (look.preferences[Self.preference] == kept ? [] : [.prefer(Self.preference, kept)])
      + open(PersonalFolder.expanded(path))
  }

  /// Whether a folder stands there and a name was proposed: that name is then proposed in this folder.
  private mutating func goes(into path: String) -> Bool {
    let name = PathCompletion.split(original).beginning
    guard !takesFolders, !name.isEmpty, PathCompletion.isFolder(PersonalFolder.expanded(path)) else {
      return false
    }
    proposal = (path.hasSuffix("/") ? path : path + "/") + name
    field.set(proposal)
    markProposal()
    list()
    return true
  }

  private mutating func note(_ key: PhraseKey) -> [Effect] {
    problem = Phrase(key)
    return []
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    if let typed = chord.typed { clearProposal(before: String(typed)) }
    guard field.take(chord) else { return nil }
    problem = nil
    list()
    return []
  }

  /// A path from the root or from one's own folder takes the place of all that was proposed.
  private mutating func clearProposal(before text: String) {
    let isAtEnd = field.caret == field.characters.count
    if text.hasPrefix("/") || text.hasPrefix("~"), isAtEnd, field.text == proposal, !proposal.hasSuffix("/") {
      field.set("")
    }
  }

  mutating func paste(_ text: String) -> Bool {
    clearProposal(before: text)
    field.insert(text)
    list()
    return true
  }

  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] { accept(outcome) }

  // MARK: Drawing

  func status(_ look: Look) -> [Span] {
    problem.map { [Mark.problem.said(look.say($0))] } ?? [Span(look.say(question), .quiet)]
  }

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: rows.count, height: max(1, size.rows - 2))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    var table = ListTable<Row>(
      columns: [
        .init("", 0) { row in
          Span(row.name, row.isFitting ? .text : .quiet)
        },
        .init("", 14) { row in Span(row.isRecent ? look.say(.fileRecent) : "", .quiet) },
      ], margin: 2)
    table.hasArrows = true
    table.draw(
      rows.dropFirst(selection.top), cursor: isChoosing ? selection.index - selection.top : -1, on: &canvas,
      in: area.inset(top: 2), hasCursor: isChoosing)
    let line = area.split(top: 1).top
    if isChoosing {
      canvas.lines([[Span(field.text, .entry)]], in: line, margin: 2)
    } else {
      field.draw(on: &canvas, row: line.row, column: line.column + 2, width: line.columns - 4)
    }
  }
}

extension FilePrompt {
  /// The endings of files with tables or cards of people and records.
  static let recordFiles = ["csv", "tsv", "txt", "xlsx", "ods", "vcf", "json"]

  /// Asks where a file is to stand, and has it written there; what stands is asked about.
  static func writing(
    _ question: Phrase, title: PhraseKey, _ path: String,
    refuses: @escaping @Sendable (String) -> Phrase? = { _ in nil },
    errand: @escaping @Sendable (String) -> any Errand
  ) -> FilePrompt {
    let ending = path.split(separator: ".").last.map { [String($0)] } ?? []
    var prompt = FilePrompt(question, title: title, path, endings: ending, refuses: refuses) {
      [.errand(errand($0), closing: true)]
    }
    prompt.isWriting = true
    return prompt
  }

  /// Asks for a file that is read, and done with.
  static func reading(
    _ question: Phrase, title: PhraseKey, endings: [String] = [],
    errand: @escaping @Sendable (String) -> any Errand
  ) -> FilePrompt {
    FilePrompt(question, title: title, endings: endings) { [.errand(errand($0), closing: true)] }
  }

  /// Asks for a file that is read, and looked at before anything is done with it.
  static func looking(
    _ question: Phrase, title: PhraseKey = .paneImport, _ path: String = "",
    errand: @escaping @Sendable (String) -> any Errand,
    accept: @escaping @Sendable (any Sendable) -> [Effect]
  ) -> FilePrompt {
    FilePrompt(
      question, title: title, path, endings: recordFiles, open: { [.errand(errand($0))] }, accept: accept)
  }

  /// Asks for a file of stakeholders.
  static func stakeholders(_ path: String = "") -> FilePrompt {
    looking(Phrase(.importPath), path, errand: { SurveyErrand(path: $0) }, accept: survey)
  }

  /// A table goes to its columns first; cards and JSON name their fields themselves.
  private static func survey(_ outcome: any Sendable) -> [Effect] {
    switch outcome as? SurveyErrand.Outcome {
    case .job(let job):
      return job.mapping == nil ? [.errand(PreviewErrand(job: job))] : [.close, .present(MappingPane(job))]
    case .sheets(let path, let names): return [.close, .present(SheetPicker(path, names))]
    case nil: break
    }
    guard let outcome = outcome as? ImportOutcome else { return [] }
    return [.close, .present(ImportPreview(outcome, layers: 1))]
  }
}
