import Model
import Office
import Phrases
import Store
import Terminal

/// The note of one cell of a launch, typed in a line below the grid.
struct NoteSheet: Pane {
  static let name = "note"
  static let title = PhraseKey.paneNote

  private var editor: RecordEditor<LaunchCell>
  /// Which activity, and when.
  private let whose: String

  init(_ cell: LaunchCell, of place: String) {
    editor = Self.editor(cell)
    whose = place
  }

  private static func editor(_ cell: LaunchCell, typed: [String: String] = [:]) -> RecordEditor<LaunchCell> {
    var editor = RecordEditor(cell, mode: .form, typed: typed)
    editor.select("note")
    return editor
  }

  var placement: Placement { .sheet(rows: 1) }
  var isTyping: Bool { true }
  func heading(_ look: Look) -> [Span] { [Span(" · \(whose)")] }

  var form: RecordReference? { editor.base.reference }
  var typed: Typed? { editor.typedOn }

  mutating func resume(_ draft: Draft) {
    let base = LaunchCell(id: draft.record, version: draft.basedOn, values: draft.base)
    editor = Self.editor(base, typed: draft.typed)
  }

  static let commands: [Command<NoteSheet>] = [
    Command("note.save", .commandSave, ["Enter", "Ctrl-S", "F2"], rank: 1) { sheet, _ in
      // On a copy: typing goes on where the store cannot write now.
      var editor = sheet.editor
      guard let edited = editor.edited() else { return [] }
      guard edited != sheet.editor.base else { return [.discard()] }
      return [
        .apply(
          EditLaunchCell(base: sheet.editor.base, edited: edited), closing: true,
          then: [.announce(Phrase(.saved, .text(sheet.whose)))])
      ]
    },
    Command("note.discard", .commandDiscard, ["Ctrl-X"], rank: 2, when: \.editor.isChanged) { _, _ in
      [.present(AskSheet.discarding())]
    },
    Command("note.back", .commandBack, ["Esc"], rank: 3) { sheet, _ in
      [.leave(saying: Phrase(.keptAsDraft, .text(sheet.whose)))]
    },
  ]

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? { editor.type(chord) ? [] : nil }
  mutating func paste(_ text: String) -> Bool { editor.paste(text) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard case .line(let field) = editor.input else { return }
    field.draw(on: &canvas, row: area.row, column: area.column + 2, width: max(1, area.columns - 4))
  }
}
