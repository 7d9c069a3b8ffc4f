import Model
import Phrases
import Store
import Terminal

/// A whole record as a form: nothing is written until it is saved, nothing typed is lost before.
struct RecordForm<R: Record>: Pane {
  static var name: String { "form" }
  static var title: PhraseKey {
    switch R.kind {
    case .stakeholder: .paneStakeholders
    case .activity: .paneTimeline
    case .launch, .launchCell: .paneLaunch
    case .evidence: .paneEvaluation
    case .engagement: .paneEngagement
    case .request: .paneRequest
    case .view: .paneView
    case .mapping: .paneMapping
    case .focalPoint: .paneFocalPoint
    case .release: .paneRelease
    case .notice: .paneNotice
    case .toldApart, .merged: .paneDuplicates
    }
  }

  var editor: RecordEditor<R>
  var isTyping: Bool { true }
  /// Where what is typed came from a draft.
  var isFromDraft = false

  /// - Parameter field: where the cursor stands; the first field where nil.
  init(_ record: R, isNew: Bool = false, at field: String? = nil) {
    editor = RecordEditor(record, mode: .form, isNew: isNew)
    if let field { editor.select(field) }
  }

  mutating func resume(_ drafts: [Draft]) {
    guard let draft = drafts.first(where: { $0.kind == R.kind && $0.record == editor.base.id }) else {
      return
    }
    // A new record may have begun with values of its own: they stand in the draft's base.
    let base = R(id: draft.record, version: draft.basedOn, values: draft.base)
    editor = RecordEditor(base, mode: .form, isNew: editor.isNew, typed: draft.typed)
    isFromDraft = true
  }

  static var commands: [Command<RecordForm>] {
    [
      Command(
        "form.save", .commandSave, ["Ctrl-S", "F2"], rank: 1,
        unless: { _, look in
          look.isReadOnly ? Phrase(.storeIsReadOnly) : nil
        }
      ) { form, _ in form.save() },
      .moving("form.next", .commandNextField, ["Enter", "Down", "Tab"], rank: 2) { $0.editor.move(by: 1) },
      .moving("form.previous", .commandPreviousField, ["Up", "Shift-Tab"]) { $0.editor.move(by: -1) },
      .moving("form.pageDown", .commandPageDown, ["PgDn"]) { $0.editor.move(by: 10) },
      .moving("form.pageUp", .commandPageUp, ["PgUp"]) { $0.editor.move(by: -10) },
      Command(
        "form.discard", .commandDiscard, ["Ctrl-X"], rank: 4, when: { $0.editor.isChanged || $0.isFromDraft }
      ) {
        form, _ in
        [.dropDraft(R.kind, form.editor.base.id), .announce(Phrase(.draftDiscarded)), .close]
      },
      Command("form.back", .commandBack, ["Esc"], rank: 3) { form, look in
        guard form.editor.isChanged else { return [.close] }
        let kept = Phrase(
          form.editor.isNew ? .keptAsNewDraft : .keptAsDraft, .text(form.called(look)), .text("Ctrl-O"))
        return [form.editor.draft(at: look.now, then: [.announce(kept), .close])]
      },
    ]
  }

  private mutating func save() -> [Effect] {
    // On a copy: typing goes on where the store cannot write now.
    var copy = editor
    guard let edited = copy.edited() else {
      editor = copy
      return []
    }
    guard editor.isNew || edited != editor.base else {
      return [.announce(Phrase(.unchanged)), .dropDraft(R.kind, editor.base.id), .close]
    }
    return [
      .apply(editor.isNew ? AddRecord(edited) as any Change : EditRecord(base: editor.base, edited: edited))
    ]
  }

  private func called(_ look: Look) -> String {
    let name = R.fields.first.map { editor.pendingTyped[$0.name] ?? $0.read(editor.base) } ?? ""
    let title = look.title(of: editor.base)
    if !title.isEmpty { return title }
    return name.isEmpty ? look.say(.formNew) : name
  }

  func heading(_ look: Look) -> [Span] {
    let state = editor.isNew ? look.say(.formNew) : called(look)
    return [Span(" › \(state)", .text)]
  }

  func aside(_ look: Look) -> [Span] {
    var parts = [
      look.say(
        isFromDraft ? .formFromDraft : editor.isNew ? .formNew : .formVersion, .number(editor.base.version))
    ]
    if editor.isChanged { parts.append(look.say(.formChanged)) }
    return [Span(parts.joined(separator: " · "), .quiet)]
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? { editor.type(chord) ? [] : nil }
  mutating func paste(_ text: String) -> Bool { editor.paste(text) }
  func status(_ look: Look) -> [Span] { editor.hint(look) }
  mutating func fit(to size: Size, look: Look) { editor.fit(to: size, look: look) }

  mutating func applied(_ look: Look) -> [Effect] {
    let title = editor.edited().map(look.title) ?? called(look)
    return [
      .dropDraft(R.kind, editor.base.id), .close,
      .announce(Phrase(editor.isNew ? .added : .saved, .text(title))),
      .go(Destination(R.kind, editor.base.id)),
    ]
  }

  mutating func refused(_ refusal: Refusal, look: Look) -> [Effect] {
    switch refusal {
    case .invalid(let field, let problem):
      editor.note(problem, of: field)
      return []
    case .clash(let clash):
      return leave(look) + [.present(MergeForm<R>(clash)), .announce(Phrase(refusal: refusal))]
    default: return leave(look) + [.announce(Phrase(refusal: refusal))]
    }
  }

  func leave(_ look: Look) -> [Effect] {
    guard editor.isChanged else { return [] }
    return [editor.draft(at: look.now)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    editor.draw(on: &canvas, in: area, look: look)
  }
}
