import Model
import Office
import Phrases
import Store
import Terminal

/// Two records side by side, field by field, and what the one that stays would be. The next pair of the list
/// follows.
struct PairPane: Pane {
  static let name = "pair"
  static let title = PhraseKey.panePair

  /// One pair after the other; the first is on the screen.
  private var waiting: [Waiting]
  /// It came by itself where another pair was: the key that was for that one is not for it.
  private var isUnseen = false
  private var first: Stakeholder??
  private var second: Stakeholder??
  private(set) var merge: StakeholderMerge?
  /// What the merge would do, line by line.
  private(set) var rows: [PairRow] = []
  private(set) var selection = Selection()

  private struct Waiting: Sendable {
    let pair: (a: RecordID, b: RecordID)
    let candidate: DuplicateCandidate?
  }

  init(_ candidates: [DuplicateCandidate]) {
    waiting = candidates.map { Waiting(pair: ($0.a.id, $0.b.id), candidate: $0) }
  }

  /// Two that somebody marked.
  init(_ a: RecordID, _ b: RecordID) { waiting = [Waiting(pair: (a, b), candidate: nil)] }

  private init(_ waiting: [Waiting], merge: StakeholderMerge? = nil) {
    self.waiting = waiting
    take(merge)
  }

  // MARK: The records

  func asks(_ look: Look) -> [Ask<Self>] {
    guard let pair = waiting.first?.pair else { return [] }
    return [
      Ask(RecordByID<Stakeholder>(pair.a)) { pane, record in
        pane.first = .some(record)
        pane.refresh()
      },
      Ask(RecordByID<Stakeholder>(pair.b)) { pane, record in
        pane.second = .some(record)
        pane.refresh()
      },
    ]
  }

  /// Lays fresh records side by side; what was chosen stays chosen.
  private mutating func refresh() {
    guard case .some(.some(let a)) = first, case .some(.some(let b)) = second else {
      if isGone { take(nil) }
      return
    }
    take(merge?.again(a, b) ?? StakeholderMerge(a, b))
  }

  private mutating func take(_ merge: StakeholderMerge?) {
    self.merge = merge
    rows = merge.map(PairRow.all) ?? []
  }

  var isGone: Bool { first == .some(nil) || second == .some(nil) }
  /// The field whose value can be chosen.
  private var field: Field<Stakeholder>? {
    if case .differs(let field) = row { field } else { nil }
  }

  // MARK: Commands

  private static func obstacle(_ pane: Self, _ look: Look) -> Phrase? {
    pane.merge == nil ? Phrase(.pairGone) : nil
  }

  static let commands: [Command<PairPane>] =
    actions + moves(in: \.selection, also: [.down: ["Tab"], .up: ["Shift-Tab"]])

  private static let actions: [Command<PairPane>] = [
    Command("pair.merge", .commandMerge, ["Ctrl-S", "F2"], rank: 1, needs: .edit, unless: obstacle) {
      pane, _ in
      guard let merge = pane.merge else { return [] }
      if pane.isUnseen, pane.selection.index == 0 {
        pane.isUnseen = false
        return [
          .announce(
            Phrase(
              .pairUnseen, .text(merge.first.title), .text(merge.second.title), .text("Ctrl-S")))
        ]
      }
      let next = pane.following { ![$0.pair.a, $0.pair.b].contains(merge.second.id) }
      let news = Phrase(.merged, .text(merge.result.title), .text("u"))
      return [.apply(MergeStakeholders(merge), closing: true, then: next + [.announce(news)])]
    },
    .moving("pair.choose", .commandChoose, ["Space"], rank: 2) { $0.cycle() },
    .moving("pair.left", .commandKeepLeft, ["Left", "h"]) { $0.choose(.first) },
    .moving("pair.right", .commandKeepRight, ["Right", "l"]) { $0.choose(.second) },
    .moving("pair.both", .commandKeepBoth, ["b"], rank: 3) { $0.choose(.both) },
    Command("pair.apart", .commandNotSame, ["x"], rank: 4, needs: .edit, unless: obstacle) { pane, _ in
      guard let pair = pane.waiting.first?.pair else { return [] }
      let next = pane.following { _ in true }
      return [
        .apply(
          TellApart(DistinctPair(pair.a, pair.b)),
          closing: true, then: next + [.announce(Phrase(.toldApart, .text("u")))])
      ]
    },
    Command("pair.next", .commandNextPair, ["]"], rank: 5, when: { $0.waiting.count > 1 }) { pane, _ in
      [.close] + pane.following(isCalled: true) { _ in true }
    },
    Command("pair.undo", .commandUndo, ["u"]) { _, _ in [.undo] },
  ]

  private mutating func choose(_ choice: StakeholderMerge.Choice) {
    guard let field, var chosen = merge else { return }
    chosen.choose(choice, of: field)
    take(chosen)
  }

  private mutating func cycle() {
    guard let field, let merge else { return }
    let choices = merge.choices(of: field)
    let at = choices.firstIndex(of: merge.choice(of: field)) ?? 0
    choose(choices[(at + 1) % choices.count])
  }

  /// Opens what comes next.
  /// - Parameter isCalled: whether somebody asked for it.
  private func following(isCalled: Bool = false, _ isThere: (Waiting) -> Bool) -> [Effect] {
    let next = waiting.dropFirst().filter(isThere)
    guard !next.isEmpty else { return [] }
    var pane = PairPane(next)
    pane.isUnseen = !isCalled
    return [.present(pane)]
  }

  /// Fresh values, with the choices made so far.
  mutating func refused(_ refusal: Refusal, look: Look) -> [Effect] {
    [.close, .present(PairPane(waiting, merge: merge)), .announce(Phrase(refusal: refusal))]
  }

  // MARK: Drawing

  func heading(_ look: Look) -> [Span] {
    guard let merge else { return [] }
    return [Span(" › \(merge.first.title) = \(merge.second.title)", .text)]
  }

  func aside(_ look: Look) -> [Span] {
    waiting.count > 1 ? [Span(look.say(.pairWaiting, .number(waiting.count - 1)), .quiet)] : []
  }

  /// Why the two may be the same; nil for two that somebody marked.
  var candidate: DuplicateCandidate? { waiting.first?.candidate }
  var row: PairRow? { rows.indices.contains(selection.index) ? rows[selection.index] : nil }

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: rows.count, height: max(1, size.rows - Self.head - Self.foot(size.rows)))
  }
}
