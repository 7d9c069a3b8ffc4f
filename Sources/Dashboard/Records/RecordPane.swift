import Model
import Office
import Phrases
import Store
import Terminal

/// A pane that opens one record of its list, beside it or over it, and edits its fields in place.
protocol RecordPane: Pane {
  associatedtype Opened: Record
  /// The record that has the keys; nil while the list has them.
  var editor: RecordEditor<Opened>? { get set }
  /// The list gets the keys back.
  mutating func closeRecord() -> [Effect]
  /// Takes the records in that a change of its own wrote, beside the one that is open.
  mutating func take(_ written: Written)
}

extension RecordPane {
  var isTyping: Bool { isTypingField }
  var opened: RecordReference? { editor?.base.reference }
  var isTypingField: Bool { editor?.isTyping == true }
  var isReading: Bool { editor?.isTyping == false }

  mutating func closeRecord() -> [Effect] {
    editor = nil
    return []
  }

  mutating func fill(_ filling: Filling) {
    if case .field(let name, let text) = filling { editor?.fill(name, text: text) }
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? { editor?.type(chord) == true ? [] : nil }
  mutating func paste(_ text: String) -> Bool { editor?.paste(text) == true }

  /// Where the record that is open was written, it is as it is stored now.
  mutating func applied(_ written: Written, look: Look) -> [Effect] {
    take(written)
    guard let editor, let saved: Opened = written.record(editor.base.id) else { return [] }
    self.editor?.settle(saved)
    return [.announce(Phrase(.saved, .text(look.title(of: saved))))]
  }

  mutating func take(_ written: Written) {}

  mutating func refused(_ refusal: Refusal, look: Look) -> [Effect] {
    switch refusal {
    case .invalid(let name, let problem) where editor != nil:
      editor?.note(problem, of: name)
      editor?.begin()
      return []
    case .clash:
      // What was typed is in the form of both edits, and in a draft; the field shows what is stored.
      editor?.forget()
      return [.announce(Phrase(refusal: refusal))]
    default: return [.announce(Phrase(refusal: refusal))]
    }
  }

  var typed: Typed? { editor?.typedOn }

  /// Turns away from a field; what was typed in it is kept.
  private mutating func cancelField() -> [Effect] {
    defer { editor?.cancel() }
    guard case .record(let draft) = editor?.typedOn else { return [] }
    return [.keepDraft(draft)]
  }

  private mutating func save() -> [Effect] {
    // On a copy: typing goes on where the store cannot write now.
    guard let editor, var copy = self.editor else { return [] }
    guard let edited = copy.edited() else {
      self.editor = copy
      return []
    }
    guard edited != editor.base else {
      self.editor?.settle(editor.base)
      return [.announce(Phrase(.unchanged))]
    }
    return [.apply(EditRecord(base: editor.base, edited: edited))]
  }

  /// Starts typing; entries of several parts open their sheet over the field, and are saved from there.
  private mutating func beginField() -> [Effect] {
    editor?.begin()
    let (save, cancel) = (CommandName("\(Self.name).fieldSave"), CommandName("\(Self.name).fieldCancel"))
    return editor?.itemsSheet(isSaving: true) { [.run($0 ? save : cancel)] } ?? []
  }

  /// The commands of an open record: they move among its fields, and edit the one under the cursor.
  static var recordCommands: [Command<Self>] {
    recordActions + moves(when: \.isReading, as: "field") { $0.editor?.move($1) }
  }

  private static var recordActions: [Command<Self>] {
    func name(_ command: String) -> CommandName { CommandName("\(Self.name).\(command)") }
    return [
      Command(
        name("field"), .commandEditField, ["Enter"], rank: 1,
        when: { $0.isReading && $0.editor?.target == nil }, needs: Opened.kind.need
      ) { pane, _ in
        pane.beginField()
      },
      Command(name("fieldSave"), .commandSave, ["Enter", "Ctrl-S", "F2"], rank: 1, when: \.isTypingField) {
        pane, _ in
        pane.save()
      },
      Command(name("fieldCancel"), .commandCancel, ["Esc"], rank: 2, when: \.isTypingField) {
        pane, _ in
        pane.cancelField()
      },
      TextSheet.opening(name("editor"), when: { $0.editor?.isAtText == true }) { $0.editor?.textSheet },
      Command(name("back"), .commandBack, ["Esc", "Left", "h"], rank: 3, when: \.isReading) { pane, _ in
        pane.closeRecord()
      },
    ]
  }
}

extension RecordEditor {
  /// A long text is being typed.
  var isAtText: Bool { input?.isLong == true }

  /// The room for the long text that is being typed.
  var textSheet: TextSheet? {
    input.map { TextSheet(R.kind.shown.form, field: field.name, text: $0.text) }
  }

  /// The sheet for a field of entries with several parts, over what stands in the field now; empty for other
  /// fields. Says what is wrong where the text cannot be taken apart: it then has to be mended as a line.
  /// - Parameters:
  ///   - isSaving: whether the field is written from there; else a form holds it.
  ///   - done: what follows when it closes: whether what it holds is to be written.
  func itemsSheet(isSaving: Bool, done: @escaping @Sendable (Bool) -> [Effect]) -> [Effect] {
    guard case .items(let parts) = field.entry, let input else { return [] }
    let (field, base) = (field, base)
    do throws(FieldProblem) {
      let sheet = try ItemsSheet(
        field: field.name, parts: parts, text: input.text, isSaving: isSaving,
        check: { entry in
          var copy = base
          do throws(FieldProblem) {
            try field.write(entry, to: &copy)
            return nil
          } catch { return error }
        }, done: done)
      return [.present(sheet)]
    } catch { return [.announce(Phrase(error))] }
  }
}
