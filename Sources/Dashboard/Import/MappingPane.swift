import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// The columns of a file: what they hold, and what each becomes.
struct MappingPane: Pane {
  static let name = "mapping"
  static let title = PhraseKey.paneImport

  var job: ImportJob
  var selection = Selection()
  /// What would be rejected in each column, of the rows that were read.
  var rejected: [FileSurvey.Rejected] = []
  var picker: Picker?
  /// The name under which the mapping is being saved.
  var naming: TextField?
  var size = Size(columns: 80, rows: 19)

  /// The columns as nobody had to choose them: guessed, loaded, or saved.
  private var settled: ColumnMapping?

  init(_ job: ImportJob) {
    self.job = job
    settled = job.mapping
    check()
  }

  var mapping: ColumnMapping { job.mapping ?? ColumnMapping(header: []) }
  var isTyping: Bool { picker != nil || naming != nil }
  var loss: PhraseKey? { job.mapping == settled ? nil : .askLoseColumns }
  var typed: Typed? { naming.flatMap { Typed(line: $0.text, unlike: mapping.name ?? "") } }
  mutating func resume(_ draft: Draft) { naming = TextField(draft.line) }

  mutating func check() { rejected = job.survey?.rejected(mapping) ?? [] }

  mutating func choose(_ target: ColumnTarget) {
    job.choose(target, at: selection.index)
    check()
  }

  static let commands: [Command<MappingPane>] =
    listCommands + moves(in: \.selection, when: isList) + typingCommands
    + moves(when: { $0.picker != nil }, also: ListMove.besideTyping, as: "pick") {
      $0.picker?.selection.move($1)
    }

  private static func isList(_ pane: MappingPane) -> Bool { !pane.isTyping }

  private static let listCommands: [Command<MappingPane>] = [
    Command(
      "mapping.preview", .commandPreview, ["p", "Ctrl-S"], rank: 1, when: isList,
      unless: { pane, _ in pane.mapping.hasName ? nil : Phrase(.importNameMissing) }
    ) { pane, _ in [.errand(PreviewErrand(job: pane.job))] },
    .moving("mapping.choose", .commandChooseField, ["Enter"], rank: 2, when: isList) { pane in
      guard pane.mapping.targets.indices.contains(pane.selection.index) else { return }
      pane.picker = Picker(at: pane.mapping.targets[pane.selection.index])
    },
    .moving("mapping.next", .commandNextField, ["Right"], when: isList) { $0.turn(1) },
    .moving("mapping.previous", .commandPreviousField, ["Left"], when: isList) { $0.turn(-1) },
    .moving("mapping.leaveOut", .commandLeaveOut, ["x", "Del"], rank: 3, when: isList) {
      $0.choose(.leftOut)
    },
    .encoding(
      "mapping.encoding", when: { isList($0) && $0.job.survey?.sheets.isEmpty != false }, of: { $0.job }),
    Command(
      "mapping.words", .commandWords, ["v"], rank: 4, when: isList, unless: { pane, _ in pane.wordless }
    ) {
      pane, _ in [.errand(WordsErrand(job: pane.job))]
    },
    .moving("mapping.save", .commandSaveMapping, ["s"], rank: 5, when: isList) { pane in
      pane.naming = TextField(pane.mapping.name ?? "")
    },
    Command(
      "mapping.sheet", .commandOtherSheet, ["w"], rank: 7, when: isList,
      unless: { pane, _ in pane.job.survey?.sheets.count ?? 0 > 1 ? nil : Phrase(.importOneSheet) }
    ) { pane, _ in
      [.present(SheetPicker(pane.job.file.path, pane.job.survey?.sheets ?? [], below: 1))]
    },
    Command(
      "mapping.load", .commandLoadMapping, ["o"], rank: 6, when: isList,
      unless: { pane, _ in pane.job.saved.isEmpty ? Phrase(.importNoMappings) : nil }
    ) { pane, _ in
      pane.picker = Picker(of: pane.job.saved)
      return []
    },
  ]

  private static let typingCommands: [Command<MappingPane>] = [
    Command("mapping.take", .commandAccept, ["Enter"], rank: 1, when: \.isTyping) { pane, look in
      pane.naming == nil ? pane.take() : pane.keep()
    },
    .moving("mapping.cancel", .commandCancel, ["Esc"], rank: 2, when: \.isTyping) { pane in
      (pane.picker, pane.naming) = (nil, nil)
    },
  ]

  /// Why there are no words to say anything of.
  private var wordless: Phrase? {
    let position = selection.index
    let isIn = mapping.targets.indices.contains(position) && !mapping.targets[position].field.isEmpty
    return isIn ? nil : Phrase(.wordsLeftOut)
  }

  mutating func fill(_ filling: Filling) {
    guard case .meaning(let word, let value) = filling else { return }
    job.mapping?.map(word, to: value, at: selection.index)
    check()
  }

  /// The next thing that a column can be.
  private mutating func turn(_ step: Int) {
    guard mapping.targets.indices.contains(selection.index) else { return }
    let choices = ColumnTarget.choices
    var plain = mapping.targets[selection.index]
    plain.number = 1
    let at = choices.firstIndex(of: plain) ?? 0
    choose(choices[(at + step + choices.count) % choices.count])
  }

  private mutating func take() -> [Effect] {
    defer { picker = nil }
    guard let chosen = picker?.chosen else { return [] }
    switch chosen {
    case .target(var target):
      let old = mapping.targets[selection.index]
      if old.field == target.field, !target.part.isEmpty { target.number = old.number }
      choose(target)
      return []
    case .mapping(let index):
      job.apply(job.saved[index])
      settled = job.mapping
      check()
      return [.announce(Phrase(.importMappingLoaded, .text(job.saved[index].name)))]
    case .value: return []
    }
  }

  // MARK: Saving

  private mutating func keep() -> [Effect] {
    let name = naming?.text.trimmed ?? ""
    guard !name.isEmpty else { return [] }
    let (old, record) = job.record(named: name)
    guard let old else { return [.apply(AddRecord(record))] }
    return old.columns == record.columns ? applied(name) : [.apply(EditRecord(base: old, edited: record))]
  }

  private mutating func applied(_ name: String) -> [Effect] {
    (naming, settled) = (nil, job.mapping)
    return [.announce(Phrase(.importMappingSaved, .text(name)))]
  }

  mutating func applied(_ written: Written, look: Look) -> [Effect] { applied(naming?.text.trimmed ?? "") }

  func asks(_ look: Look) -> [Ask<Self>] {
    [Ask(AllRecords<ImportMapping>()) { pane, saved in pane.job.saved = saved.sorted { $0.name < $1.name } }]
  }

  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] {
    if case .job(let job)? = outcome as? SurveyErrand.Outcome {
      self.job = job.carrying(mapping)
      check()
      return []
    }
    if let words = (outcome as? WordsErrand.Words)?.columns {
      let position = selection.index
      guard words.indices.contains(position), !words[position].isEmpty else {
        return [.announce(Phrase(.wordsNone))]
      }
      return [.present(WordsPane(words[position], mapping, position))]
    }
    guard let outcome = outcome as? ImportOutcome else { return [] }
    return [.present(ImportPreview(outcome, layers: 2))]
  }

  // MARK: Typing

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    if naming?.take(chord) == true { return [] }
    return picker?.type(chord, look: look) == true ? [] : nil
  }

  mutating func paste(_ text: String) -> Bool {
    guard naming != nil else { return false }
    naming?.insert(text)
    return true
  }
}
