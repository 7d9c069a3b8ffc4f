import Model
import Office
import Phrases
import Store
import Terminal

/// What became of a record: every change with who, when and why, the newest first, and each field before and
/// after. Any earlier state can be looked at, any field brought back.
struct HistoryPane<R: Record>: Pane {
  static var name: String { "history" }
  static var title: PhraseKey { .paneHistory }

  /// An entry, or one of the fields that it changed.
  private struct Row: Sendable, Identifiable {
    /// Counted from the oldest entry, which stays when others come.
    let id: String
    let entry: Int
    let change: JournalEntry.FieldChange?
  }

  let id: RecordID
  private let called: String
  private var history: RecordHistory.Answer?
  private var current: R?
  private var list = RowList<Row>()

  /// - Parameter called: what the record is called, for the title line.
  init(_ id: RecordID, called: String) {
    self.id = id
    self.called = called
  }

  var opened: RecordReference? { RecordReference(R.kind, id) }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(RecordHistory(R.kind, id)) { $0.receive($1) },
      Ask(RecordByID<R>(id)) { $0.current = $1 },
    ]
  }

  private mutating func receive(_ history: RecordHistory.Answer) {
    self.history = history
    list.take(
      history.entries.enumerated().flatMap { index, entry in
        let id = "\(history.entries.count - index)"
        let changes = entry.fields.map { Row(id: "\(id) \($0.field)", entry: index, change: $0) }
        return [Row(id: id, entry: index, change: nil)] + changes
      })
  }

  private static func noChange(_ pane: Self, _ look: Look) -> Phrase? {
    guard pane.list.selected?.change != nil else { return Phrase(.historyChooseField) }
    if pane.current == nil { return Phrase(.recordGone, .text(pane.called)) }
    return nil
  }

  static var commands: [Command<HistoryPane>] { actions + moves(in: \.list) }

  private static var actions: [Command<HistoryPane>] {
    [
      Command("history.open", .commandAsItWas, ["Enter"], rank: 1, unless: lacking(\.list.selected)) {
        pane, look in
        pane.open(look)
      },
      Command("history.restore", .commandRestoreField, ["r"], rank: 2, needs: R.kind.need, unless: noChange) {
        pane, look in
        guard let current = pane.current, let row = pane.list.selected, let change = row.change,
          let entry = pane.history?.entries[row.entry]
        else { return [] }
        return current.restoring(change.field, to: change.before, from: entry.at, look)
      },
      Command(
        "history.undo", .commandUndo, ["u"], rank: 4,
        needs: .contribute
      ) { _, _ in [.undo] },
      Command("history.back", .commandBack, ["Esc", "Left", "h", "H"], rank: 3) { _, _ in [.close] },
    ]
  }

  /// Shows the record as it was right after the entry under the cursor.
  private func open(_ look: Look) -> [Effect] {
    guard let index = list.selected?.entry else { return [] }
    guard let history else { return [] }
    if history.isEmptied(after: index) { return [.announce(Phrase(.historyEmptied))] }
    guard let values = history.values(after: index) else { return [.announce(Phrase(.historyWasGone))] }
    let entry = history.entries[index]
    return [.present(PastRecordPane(R(id: id, version: 0, values: values), at: entry.at))]
  }

  func heading(_ look: Look) -> [Span] { [Span(" › \(called)")] }

  func aside(_ look: Look) -> [Span] {
    history.map { [Span(look.say(.historyCount, .number($0.entries.count)), .quiet)] } ?? []
  }

  mutating func fit(to size: Size, look: Look) { list.fit(to: size.rows) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let words = HistoryWords<R>(look)
    let table = ListTable<Row>(
      columns: [
        .init("", 18) { Span("   " + ($0.change.map { words.change($0).label } ?? ""), .quiet) },
        .init("", 0, spans: { $0.change.map { values($0, words, room: area.columns - 21) } ?? [] }),
      ],
      across: { $0.change == nil ? entry(at: $0.entry, words) : nil })
    let nothing = Phrase(history?.isLost == true ? .historyLost : .historyNone)
    list.draw(table, else: nothing, on: &canvas, in: area, look: look)
  }

  private func entry(at index: Int, _ words: HistoryWords<R>) -> [Span] {
    guard let entry = history?.entries[index] else { return [] }
    return [
      Span("\(words.look.exactMoment(entry.at))  ", .quiet), Span("\(entry.who)  ", .heading),
      Span(words.deed(entry)), Span(entry.why.isEmpty ? "" : " · \(entry.why)", .quiet),
    ]
  }

  /// Before and after: what was there gives way to what is.
  private func values(_ change: JournalEntry.FieldChange, _ words: HistoryWords<R>, room: Int) -> [Span] {
    let (_, before, after) = words.change(change, columns: room)
    let kept = min(CellText.width(before), max(room / 2 - 2, room - 3 - CellText.width(after)))
    let shortened = CellText.fitting(before, columns: kept).map(\.text).joined()
    return [Span("\(shortened) → ", .quiet), Span(after)]
  }
}

/// A record as it was at an earlier time: for looking, and for taking single fields back.
struct PastRecordPane<R: Record>: Pane {
  static var name: String { "past" }
  static var title: PhraseKey { .panePast }

  private let at: Int
  private var editor: RecordEditor<R>
  private var current: R?

  init(_ record: R, at: Int) {
    self.at = at
    editor = RecordEditor(record, mode: .view)
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    [Ask(RecordByID<R>(editor.base.id)) { $0.current = $1 }]
  }

  private static func cannot(_ pane: Self, _ look: Look) -> Phrase? {
    if pane.current == nil { return Phrase(.recordGone, .text(look.title(of: pane.editor.base))) }
    return nil
  }

  static var commands: [Command<PastRecordPane>] { actions + moves(in: \.editor) }

  private static var actions: [Command<PastRecordPane>] {
    [
      Command("past.restore", .commandRestoreField, ["r"], rank: 1, needs: R.kind.need, unless: cannot) {
        pane, look in
        let field = pane.editor.field
        return pane.current?.restoring(field.name, to: field.read(pane.editor.base), from: pane.at, look)
          ?? []
      },
      .moving("past.all", .commandShowAll, ["a"], rank: 2) { $0.editor.showsAll.toggle() },
      Command("past.back", .commandBack, ["Esc", "Left", "h"], rank: 3) { _, _ in [.close] },
    ]
  }

  func heading(_ look: Look) -> [Span] { [Span(" › \(look.title(of: editor.base))")] }
  func aside(_ look: Look) -> [Span] {
    [Span(look.say(.asOf, .text(look.exactMoment(at))), .announcement)]
  }

  mutating func fit(to size: Size, look: Look) { editor.fit(to: size, look: look) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    editor.draw(on: &canvas, in: area, look: look)
  }
}

extension Record {
  /// Gives a field an earlier value back, as a change like any other.
  fileprivate func restoring(_ name: String, to text: String, from at: Int, _ look: Look) -> [Effect] {
    guard let field = Self.field(name), field.read(self) != text else {
      return [.announce(Phrase(.unchanged))]
    }
    var edited = self
    do { try field.write(text, to: &edited) } catch { return [.announce(Phrase(error))] }
    let moment = look.exactMoment(at)
    let change = EditRecord(
      base: self, edited: edited, why: look.say(.restoredFrom, .text(moment)))
    let label = Phrase(label: "field", name)
    return [.apply(change, then: [.announce(Phrase(.fieldRestored, .phrase(label), .text(moment)))])]
  }
}

extension RecordPane {
  /// Opens the history of the record that is open or selected.
  static func historyCommand(of record: @escaping @Sendable (Self) -> Opened?) -> Command<Self> {
    Command(
      CommandName("\(Self.name).history"), .commandHistory, ["H"], when: { $0.editor?.isTyping != true },
      unless: lacking(record)
    ) { pane, look in
      record(pane).map { [.present(HistoryPane<Opened>($0.id, called: look.title(of: $0)))] } ?? []
    }
  }
}
