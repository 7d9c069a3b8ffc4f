import Model
import Office
import Phrases
import Store
import Terminal

/// A whole record as a form: nothing is written until it is saved, nothing typed is lost before.
struct RecordForm<R: Record>: Pane {
  static var name: String { "form" }
  static var title: PhraseKey { R.kind.shown.form }

  var editor: RecordEditor<R>
  var isTyping: Bool { true }
  /// Where what is typed came from a draft.
  var isFromDraft = false
  /// Why the change is made, for the journal.
  private(set) var why = ""
  /// What somebody said of who may be known already; nil until they are asked.
  private var newcomer: Newcomer?
  /// What it was opened over and goes back to when it is saved: a log, say, and whose it is.
  private let below: String?
  /// What writes it, where that is more than an edit: a form of it writes though nothing was changed.
  private let change: Writing?
  /// The record that a new one becomes a part of by that change: a draft keeps it.
  private let whole: RecordID?
  /// Under what name.
  static var wholeName: String { "whole" }

  /// Makes a change of the record as it was and as it is to be.
  typealias Writing = @Sendable (_ base: R, _ edited: R) -> any Change

  /// - Parameters:
  ///   - typed: what was typed of it before it opened, by field.
  ///   - field: where the cursor stands; the first field where nil.
  ///   - below: what lies below, where saving leads back there and not to the record in its list: a log and whose it is;
  ///     empty for a page of the record itself, which needs no other name.
  ///   - whole: the record that a new one becomes a part of by the change.
  ///   - change: what writes it, where that is more than an edit.
  init(
    _ record: R, isNew: Bool = false, typed: [String: String] = [:], at field: String? = nil,
    over below: String? = nil, into whole: RecordID? = nil, change: Writing? = nil
  ) {
    editor = RecordEditor(record, mode: .form, isNew: isNew, typed: typed)
    (self.below, self.whole, self.change) = (below, whole, change)
    if let field { editor.select(field) }
  }

  /// What is on its way out of the house is read when the keys rest: no key waits for it.
  func asks(_ look: Look) -> [Ask<Self>] {
    let texts = editor.outgoingTexts
    return texts.isEmpty ? [] : [Ask(WordingOf(texts), .rest) { $0.editor.findings = $1 }]
  }

  var form: RecordReference? { editor.base.reference }
  var typed: Typed? {
    guard let whole, case .record(let draft)? = editor.typedOn else { return editor.typedOn }
    let base = draft.base.merging([Self.wholeName: whole]) { $1 }
    return .record(
      Draft(kind: draft.kind, record: draft.record, basedOn: draft.basedOn, base: base, typed: draft.typed))
  }

  mutating func resume(_ draft: Draft) {
    // A new record may have begun with values of its own: they stand in the draft's base.
    let base = R(id: draft.record, version: draft.basedOn, values: draft.base)
    // Where one left off: nobody goes back far in a form.
    let field = R.fields.last { draft.typed[$0.name] != nil }?.name ?? editor.field.name
    editor = RecordEditor(base, mode: .form, isNew: editor.isNew, typed: draft.typed)
    editor.select(field)
    isFromDraft = true
  }

  static var commands: [Command<RecordForm>] {
    [
      Command(
        "form.save", .commandSave, ["Ctrl-S", "F2"], rank: 1,
        needs: R.kind.need
      ) { form, look in form.save(look) },
      Command("form.items", .commandItems, ["Enter"], rank: 2, when: \.editor.isAtItems) { form, _ in
        form.editor.itemsSheet(isSaving: false) { _ in [] }
      },
      .moving(
        "form.next", .commandNextField, ["Enter"], rank: 2,
        when: { !$0.editor.isAtItems && !$0.editor.isAtEnd }
      ) { $0.editor.move(by: 1) },
      Command(
        "form.finish", .commandSave, ["Enter"], rank: 2, when: { !$0.editor.isAtItems && $0.editor.isAtEnd },
        needs: R.kind.need
      ) { form, look in form.save(look) },
      .moving("form.down", .commandNextField, ["Down", "Tab", "WheelDown"]) { $0.editor.move(by: 1) },
      .moving("form.previous", .commandPreviousField, ["Up", "Shift-Tab", "WheelUp"]) {
        $0.editor.move(by: -1)
      },
      .moving("form.pageDown", .commandPageDown, ["PgDn"]) { $0.editor.move(by: 10) },
      .moving("form.pageUp", .commandPageUp, ["PgUp"]) { $0.editor.move(by: -10) },
      Command("form.suggest", .commandSuggest, ["Ctrl-T"], rank: 3, when: { $0.editor.suggestion != nil }) {
        form, _ in
        if let text = form.editor.suggestion { form.editor.fill(form.editor.field.name, text: text) }
        return []
      },
      TextSheet.opening("form.editor", when: \.editor.isAtText) { $0.editor.textSheet },
      Command("form.why", .commandWhy, ["Ctrl-Y", "F3"], rank: 5) { form, _ in
        [
          .present(
            LinePrompt(Phrase(.whyHelp), title: .paneWhy, .text, text: form.why) {
              .effects([.fill(.why($0)), .close])
            })
        ]
      },
      Command(
        "form.discard", .commandDiscard, ["Ctrl-X"], rank: 4, when: { $0.editor.isChanged || $0.isFromDraft }
      ) {
        _, _ in
        [.present(AskSheet.discarding())]
      },
      Command("form.back", .commandBack, ["Esc"], rank: 3) { form, look in
        let key: PhraseKey = form.editor.isNew ? .keptAsNewDraft : .keptAsDraft
        return [.leave(saying: Phrase(key, .text(form.called(look)), .text("Ctrl-O")))]
      },
    ]
  }

  private mutating func save(_ look: Look) -> [Effect] {
    // On a copy: typing goes on where the store cannot write now.
    var copy = editor
    guard let edited = copy.edited() else {
      editor = copy
      return []
    }
    let today = min(look.asOf, look.today)
    if let (field, problem) = edited.untimely(over: editor.isNew ? nil : editor.base, asOf: today) {
      editor.note(problem, of: field)
      return []
    }
    guard editor.isNew || change != nil || edited != editor.base else {
      return [.discard(Phrase(.unchanged))]
    }
    let news = Phrase(editor.isNew ? .added : .saved, .text(look.title(of: edited)))
    let place: [Effect] = below != nil ? [] : [.go(Destination(edited))]
    let pair: [Effect] = newcomer?.merging(edited.id) ?? []
    return [.apply(writing(edited), closing: true, then: [.announce(news)] + place + pair)]
  }

  private func writing(_ edited: R) -> any Change {
    if let change { return change(editor.base, edited) }
    if editor.isNew, let stakeholder = edited as? Stakeholder {
      return AddStakeholder(stakeholder, besides: newcomer?.others, why: why)
    }
    return editor.isNew
      ? AddRecord(edited, why: why) : EditRecord(base: editor.base, edited: edited, why: why)
  }

  private func called(_ look: Look) -> String {
    let name =
      R.fields.first.map {
        FieldWords.shown($0.name, $0.entry, editor.pendingTyped[$0.name] ?? $0.read(editor.base), look)
      } ?? ""
    let title = look.title(of: editor.base)
    if !title.isEmpty { return title }
    return name.isEmpty ? look.say(.formNew) : name
  }

  func heading(_ look: Look) -> [Span] {
    let state = editor.isNew ? look.say(.formNew) : called(look)
    let place = [below ?? "", state].filter { !$0.isEmpty }
    return [Span(place.map { " › \($0)" }.joined(), .text)]
  }

  func aside(_ look: Look) -> [Span] {
    var parts = [
      look.say(
        isFromDraft ? .formFromDraft : editor.isNew ? .formNew : .formVersion, .number(editor.base.version))
    ]
    if editor.isChanged { parts.append(look.say(.formChanged)) }
    return [Span(parts.joined(separator: " · "), .quiet)]
  }

  mutating func fill(_ filling: Filling) {
    switch filling {
    case .field(let name, let text): editor.fill(name, text: text)
    case .why(let text): why = text
    case .newcomer(let answer): newcomer = answer
    case .timeline, .media, .meaning, .composed: break
    }
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? { editor.type(chord) ? [] : nil }
  mutating func paste(_ text: String) -> Bool { editor.paste(text) }
  func status(_ look: Look) -> [Span] {
    why.isEmpty ? editor.hint(look) : [Span(look.say(.whySaid, .text(why)), .quiet)]
  }
  mutating func fit(to size: Size, look: Look) { editor.fit(to: size, look: look) }

  mutating func refused(_ refusal: Refusal, look: Look) -> [Effect] {
    // It is asked anew: what is typed may be another name by then.
    newcomer = nil
    if case .alike(let candidates) = refusal { return [.present(AlikeSheet(candidates))] }
    // What is wrong may be in another record that is written with this one.
    guard case .invalid(let field, let problem) = refusal, R.field(field) != nil else {
      return [.announce(Phrase(refusal: refusal))]
    }
    editor.note(problem, of: field)
    return []
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    editor.draw(on: &canvas, in: area, look: look)
  }
}
