import Model
import Office
import Phrases
import Store
import Terminal

/// Two edits of the same fields side by side: for each field the person chooses, and what was chosen is
/// written over the other's record.
struct MergeForm<R: Record>: Pane {
  static var name: String { "merge" }
  static var title: PhraseKey { .paneMerge }

  let clash: Clash
  private let theirs: R
  private let mine: R
  private var isMine: [Bool]
  private var selection = Selection()

  init(_ clash: Clash) {
    self.clash = clash
    theirs = R(id: clash.record, version: clash.version, values: clash.theirs)
    mine = R(id: clash.record, version: clash.version, values: clash.mine)
    isMine = clash.fields.map { _ in true }
  }

  static var commands: [Command<MergeForm>] {
    [
      Command("merge.save", .commandSave, ["Ctrl-S", "F2"], rank: 1) { form, _ in
        [
          .apply(
            EditRecord(base: form.theirs, edited: form.merged), closing: true,
            then: [.announce(Phrase(.mergedWith, .text(form.clash.who)))])
        ]
      },
      .moving("merge.choose", .commandChoose, ["Left", "Right", "Space"], rank: 2) {
        $0.isMine[$0.selection.index].toggle()
      },
      .moving("merge.down", .commandNextField, ["Down", "Enter", "j", "Tab"], rank: 3) {
        $0.selection.move(by: 1, count: $0.clash.fields.count)
      },
      .moving("merge.up", .commandPreviousField, ["Up", "k", "Shift-Tab"]) {
        $0.selection.move(by: -1, count: $0.clash.fields.count)
      },
    ]
  }

  /// Their record with all that this person changed and nobody else did, and the choices.
  private var merged: R {
    let base = R(id: clash.record, version: 0, values: clash.base)
    var merged = theirs
    for name in mine.differences(from: base) {
      let choice = clash.fields.firstIndex(of: name).map { isMine[$0] } ?? true
      if choice, let field = R.field(name) { try? field.write(field.read(mine), to: &merged) }
    }
    return merged
  }

  func heading(_ look: Look) -> [Span] { [Span(" › \(look.title(of: theirs))")] }
  func status(_ look: Look) -> [Span] { [Span(look.say(.mergeHelp), .quiet)] }

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: clash.fields.count, height: max(1, size.rows / 5))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (offset, index) in (selection.top..<clash.fields.count).enumerated() {
      let row = area.row + offset * 5
      guard row + 3 < area.endRow else { return }
      draw(index, on: &canvas, in: area, row: row, look: look)
    }
  }

  private func draw(_ index: Int, on canvas: inout Canvas, in area: Rect, row: Int, look: Look) {
    let name = clash.fields[index]
    guard let field = R.field(name) else { return }
    func value(_ values: [String: String]) -> String {
      FieldWords.shown(name, field.entry, values[name] ?? "", look)
    }
    canvas.text(look.phrases.label("field", name), row: row, column: area.column + 2, ink: .heading)
    let rows = [
      (look.say(.mergeBase), value(clash.base), Ink.quiet, false),
      (look.say(.mergeTheirs, .text(clash.who)), value(clash.theirs), .text, !isMine[index]),
      (look.say(.mergeMine), value(clash.mine), .text, isMine[index]),
    ]
    for (offset, (label, text, ink, isChosen)) in rows.enumerated() {
      let line = row + 1 + offset
      canvas.text(isChosen ? "●" : " ", row: line, column: area.column + 2, ink: .done)
      canvas.text(label, row: line, column: area.column + 4, width: 14, ink: .quiet)
      canvas.text(text, row: line, column: area.column + 19, width: area.columns - 20, ink: ink)
    }
    if index == selection.index {
      canvas.text("▌", row: row, column: area.column, ink: .marker)
      canvas.cursor = Point(row: row, column: area.column)
    }
  }
}
