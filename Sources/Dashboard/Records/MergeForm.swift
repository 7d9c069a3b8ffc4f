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
    actions + moves(in: \.selection, also: [.down: ["Enter", "Tab"], .up: ["Shift-Tab"]])
  }

  private static var actions: [Command<MergeForm>] {
    [
      Command("merge.save", .commandSave, ["Ctrl-S", "F2"], rank: 1) { form, look in
        [
          .apply(
            EditRecord(base: form.theirs, edited: form.merged), closing: true,
            then: [.announce(form.news(look))])
        ]
      },
      .moving("merge.choose", .commandChoose, ["Left", "Right", "Space"], rank: 2) {
        $0.isMine[$0.selection.index].toggle()
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

  /// Whether anything is left of what the other changed.
  private func news(_ look: Look) -> Phrase {
    let base = R(id: clash.record, version: 0, values: clash.base)
    let kept = Set(theirs.differences(from: base)).subtracting(theirs.differences(from: merged))
    return kept.isEmpty
      ? Phrase(.saved, .text(look.title(of: merged))) : Phrase(.mergedWith, .text(clash.who))
  }

  func heading(_ look: Look) -> [Span] { [Span(" › \(look.title(of: theirs))")] }
  func status(_ look: Look) -> [Span] { [Span(look.say(.mergeHelp), .quiet)] }

  mutating func fit(to size: Size, look: Look) {
    let (table, fields) = (table(look, columns: size.columns), clash.fields)
    selection.fit(count: fields.count, height: max(1, size.rows)) { table.lines(of: fields, $0, $1) }
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    table(look, columns: area.columns).draw(clash.fields, selection, on: &canvas, in: area, hasCursor: true)
  }

  private func table(_ look: Look, columns: Int) -> ListTable<String> {
    ListTable(
      columns: [.init("", 0) { Span(look.phrases.label("field", $0), .heading) }], margin: 2,
      below: { values(of: $0, look, columns: columns) + [[]] })
  }

  /// What stood, what the other wrote, and what this person wrote.
  private func values(of name: String, _ look: Look, columns: Int) -> [[Span]] {
    guard let field = R.field(name), let index = clash.fields.firstIndex(of: name) else { return [] }
    func line(_ label: String, _ values: [String: String], _ ink: Ink, isChosen: Bool) -> [[Span]] {
      let value = FieldWords.shown(name, field.entry, values[name] ?? "", look)
      // What differs may stand far behind: the whole is there to be read.
      let lines = Wrapping.lines(value, columns: max(20, columns - 21), atMost: 9)
      return (lines.isEmpty ? [""] : lines).enumerated().map { place, text in
        [
          isChosen && place == 0 ? Mark.done.said("") : Span("  "),
          Span(CellText.padded(place == 0 ? label : "", to: 14) + " ", .quiet), Span(text, ink),
        ]
      }
    }
    return line(look.say(.mergeBase), clash.base, .quiet, isChosen: false)
      + line(look.say(.mergeTheirs, .text(clash.who)), clash.theirs, .text, isChosen: !isMine[index])
      + line(look.say(.mergeMine), clash.mine, .text, isChosen: isMine[index])
  }
}
