import Model
import Office
import Phrases
import Store
import Terminal

/// What I did, the newest first, with what taking it back would do: that change and, because changes are taken back in
/// their order, those of mine that came after it.
struct OwnChangesPane: ListPane {
  static let name = "mine"
  static let title = PhraseKey.paneOwnChanges

  /// More records than these are not tried beforehand.
  private static let mostTried = 1_000

  var list = RowList<OwnChanges.Change>()
  let nothing = Phrase(.ownChangesNone)
  /// Whether what is under the cursor can be turned: for which turn that was found, and why not.
  private var tried: (turn: Turn, refusal: Refusal?)?

  func asks(_ look: Look) -> [Ask<Self>] {
    let changes = Ask<Self>(OwnChanges(), .beside) { $0.list.take($1) }
    guard let turn, records <= Self.mostTried else { return [changes] }
    return [
      changes,
      Ask(turn, .rest, answer: { try $0.refusal(of: turn) }) { $0.tried = (turn, $1) },
    ]
  }

  // MARK: What would be turned

  private var isRedo: Bool { selected?.state == .undone }

  /// The changes that go with the one under the cursor, in the order in which they are turned.
  private var entries: [JournalEntry] {
    guard let selected, let rows = list.rows, selected.state != .lasting else { return [] }
    let among = rows.filter { $0.state == selected.state }.map(\.entry)
    return isRedo
      ? among.filter { $0.id <= selected.id }.reversed() : among.filter { $0.id >= selected.id }
  }

  private var records: Int { entries.reduce(0) { $0 + $1.count } }
  private var turn: Turn? {
    let ids = entries.map(\.id)
    return ids.isEmpty ? nil : Turn(isRedo: isRedo, entries: ids)
  }

  /// Why it cannot be turned, as far as that is known.
  private var refusal: Refusal? { tried.flatMap { $0.turn == turn ? $0.refusal : nil } }

  private static func cannot(_ pane: Self, _ look: Look) -> Phrase? {
    guard let selected = pane.selected else { return Phrase(.nothingSelected) }
    if selected.state == .lasting { return Phrase(.ownChangeLasts) }
    return pane.refusal.map(Phrase.init(refusal:))
  }

  static let commands: [Command<OwnChangesPane>] =
    [
      Command("mine.turn", .commandTurn, ["Enter", "u"], rank: 1, needs: .contribute, unless: cannot) {
        pane, _ in
        [.present(AskSheet.turning(pane.entries, isRedo: pane.isRedo))]
      },
      Command("mine.open", .commandGoThere, ["o"], rank: 2, unless: lacking(\.selected)) { pane, _ in
        pane.selected.map { [.go(Destination($0.entry))] } ?? []
      },
    ] + moves

  // MARK: Drawing

  func table(_ look: Look, columns: Int) -> ListTable<OwnChanges.Change> {
    var table = ListTable<OwnChanges.Change>(
      columns: [
        .init(look.say(.ownChangeWhen), 17) { Span(look.recentMoment($0.entry.at), .quiet) }.whole,
        .init(look.say(.ownChangeState), 12) { Span(Self.word($0.state, look), .quiet) }.growing,
        .init(look.say(.ownChangeWhat), 0, text: { look.say(Phrase($0.entry, look: look)) }),
      ])
    let chosen = selected?.id
    let detail = detail(look, room: columns - 31).flatMap {
      Wrapping.lines($0.text, columns: columns - 6).map { [$0] }
    }
    let ink: Ink = refusal == nil ? .quiet : .problem
    table.below = { $0.id == chosen ? detail.map { [Span("  " + $0[0], ink)] } : [] }
    return table
  }

  private static func word(_ state: OwnChanges.State, _ look: Look) -> String {
    switch state {
    case .done: ""
    case .undone: look.say(.ownChangeUndone)
    case .lasting: look.say(.ownChangeStays)
    }
  }

  /// What turning the change under the cursor would do, or why it cannot be done. What its row has no room for comes
  /// first.
  /// - Parameter room: in columns.
  private func detail(_ look: Look, room: Int) -> [Span] {
    guard let selected else { return [] }
    if let obstacle = Self.cannot(self, look) { return [Span(look.say(obstacle))] }
    let entry = selected.entry
    func shown(_ name: String, _ text: String) -> String {
      guard !text.isEmpty else { return look.say(.notStated) }
      let field = entry.kind.type.entry(of: name)
      return field.map { FieldWords.shown(name, $0, text, look) } ?? text
    }
    var lines = entry.fields.prefix(3).map { change in
      let (from, to) = isRedo ? (change.before, change.after) : (change.after, change.before)
      return look.say(
        .ownChangeField, .phrase(Phrase(label: "field", change.field)), .text(shown(change.field, from)),
        .text(shown(change.field, to)))
    }
    let act = look.say(Phrase(entry, look: look))
    if CellText.width(act) > room { lines.insert(act, at: 0) }
    if entry.fields.count > 3 { lines.append(look.say(.turnMore, .number(entry.fields.count - 3))) }
    if entry.fields.isEmpty {
      lines += [look.say(isRedo ? .ownChangeBrings : .ownChangeTakes, .number(entry.count))]
    }
    if entries.count > 1 { lines.append(look.say(.ownChangeWith, .number(entries.count - 1))) }
    return lines.map { Span($0) }
  }
}
