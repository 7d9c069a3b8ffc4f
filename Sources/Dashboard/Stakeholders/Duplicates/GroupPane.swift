import Model
import Office
import Phrases
import Store
import Terminal

/// All copies of one stakeholder on one screen: which of them are merged, and which value stays where they differ.
struct GroupPane: Pane {
  static let name = "copies"
  static let title = PhraseKey.paneCopies

  private let ids: [RecordID]
  private(set) var group: GroupMerge?
  /// Where fewer than two are left of them.
  private(set) var isGone = false
  private(set) var rows: [GroupRow] = []
  private(set) var selection = Selection()

  /// - Parameter ids: two at least, no more than `GroupMerge.most`.
  init(_ ids: [RecordID]) { self.ids = ids }

  private init(_ ids: [RecordID], _ group: GroupMerge?) {
    self.ids = ids
    show(group)
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    [Ask(KnownStakeholders(ids: ids)) { pane, known in pane.take(known.byID) }]
  }

  /// What was chosen stays chosen over fresh records.
  private mutating func take(_ known: [RecordID: Stakeholder]) {
    let records = ids.compactMap { known[$0] }
    let group = group?.again(known) ?? (records.count > 1 ? GroupMerge(records) : nil)
    isGone = (group?.taken.count ?? 0) < 2
    show(isGone ? nil : group)
  }

  private mutating func show(_ group: GroupMerge?) {
    self.group = group
    rows = group.map(GroupRow.all) ?? []
  }

  var row: GroupRow? { rows.indices.contains(selection.index) ? rows[selection.index] : nil }

  static let commands: [Command<GroupPane>] =
    [
      Command(
        "copies.merge", .commandMerge, ["Ctrl-S", "F2"], rank: 1, needs: .edit,
        unless: { pane, _ in pane.group == nil ? Phrase(.pairGone) : nil }
      ) { pane, _ in
        guard let group = pane.group else { return [] }
        let news = Phrase(
          .mergedAll, .number(group.taken.count), .text(group.result.title), .text("u"))
        return [.apply(MergeStakeholders(group), closing: true, then: [.announce(news)])]
      },
      Command(
        "copies.choose", .commandChoose, ["Space"], rank: 2,
        unless: { pane, _ in pane.row?.isChoice == true ? nil : Phrase(.copiesNoChoice) }
      ) { pane, _ in pane.choose() },
      Command("copies.undo", .commandUndo, ["u"]) { _, _ in [.undo] },
    ] + moves(in: \.selection, also: [.down: ["Tab"], .up: ["Shift-Tab"]])

  private mutating func choose() -> [Effect] {
    guard var group, let row else { return [] }
    switch row {
    case .copy(let place):
      guard group.turn(group.records[place]) else { return [.announce(Phrase(.copiesTwo))] }
    case .value(let field, let value, _): group.choose(value.text, of: field)
    case .published, .heldBack, .joined, .same: return []
    }
    show(group)
    return []
  }

  /// Fresh records, with the choices made so far.
  mutating func refused(_ refusal: Refusal, look: Look) -> [Effect] {
    [.close, .present(GroupPane(ids, group)), .announce(Phrase(refusal: refusal))]
  }

  // MARK: Drawing

  static let legend: [LegendLine] = [
    LegendLine(Mark.done, .legendCopyKept), LegendLine(Mark.unsaid, .legendCopyValue),
    LegendLine(Mark.gone, .legendCopyOut), LegendLine("+", .legendCopyJoined),
    LegendLine("=", .legendCopySame),
  ]

  /// The selected line in full, where there is room for more than the lines.
  private static func foot(_ rows: Int) -> Int { rows < 12 ? 0 : 4 }

  func heading(_ look: Look) -> [Span] { group.map { [Span(" › \($0.result.title)", .text)] } ?? [] }

  func aside(_ look: Look) -> [Span] {
    group.map { [Span(look.say(.copiesCount, .number($0.taken.count)), .quiet)] } ?? []
  }

  func status(_ look: Look) -> [Span] {
    guard let row else { return [] }
    return [Span(look.say(row.status), .quiet)]
  }

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: rows.count, height: max(1, size.rows - Self.foot(size.rows)))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let group else {
      if isGone { canvas.paragraph(look.say(.pairGone), in: area, margin: 2) }
      return
    }
    let foot = Self.foot(area.rows)
    let table = ListTable<GroupRow>(columns: [
      .init("", 17) { Span($0.label(look), $0.isQuiet ? .quiet : .text) },
      .init("", 1) { $0.mark(in: group) },
      .init("", 0, spans: { $0.spans(in: group, look) }),
    ])
    table.draw(rows, selection, on: &canvas, in: area.inset(bottom: foot), hasCursor: true)
    guard foot > 0, let row else { return }
    let below = area.inset(top: area.rows - foot)
    canvas.rule(row.title(look), in: below)
    canvas.paragraph(row.text(in: group, look), in: below.inset(top: 1), margin: 2, ink: .text)
  }
}
