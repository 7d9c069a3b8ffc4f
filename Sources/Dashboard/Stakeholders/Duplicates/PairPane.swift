import Model
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
  private var first: Stakeholder??
  private var second: Stakeholder??
  private var merge: StakeholderMerge?
  private var selection = Selection()
  private var size = Size(columns: 80, rows: 19)

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
    (self.waiting, self.merge) = (waiting, merge)
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
      if first == .some(nil) || second == .some(nil) { merge = nil }
      return
    }
    merge = merge?.again(a, b) ?? StakeholderMerge(a, b)
  }

  private var isGone: Bool { first == .some(nil) || second == .some(nil) }
  private var differences: [Field<Stakeholder>] { merge?.differences ?? [] }
  /// Differences first, then what both have.
  private var rows: [Field<Stakeholder>] { differences + (merge?.agreements ?? []) }
  private var field: Field<Stakeholder>? {
    differences.indices.contains(selection.index) ? differences[selection.index] : nil
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
      let next = pane.following { ![$0.pair.a, $0.pair.b].contains(merge.second.id) }
      let news = Phrase(.merged, .text(merge.result.title), .text("u"))
      return [.apply(MergeStakeholders(merge), then: [.close] + next + [.announce(news)])]
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
          then: [.close] + next + [.announce(Phrase(.toldApart, .text("u")))])
      ]
    },
    Command("pair.next", .commandNextPair, ["n"], rank: 5, when: { $0.waiting.count > 1 }) { pane, _ in
      [.close] + pane.following { _ in true }
    },
    Command("pair.undo", .commandUndo, ["u"]) { _, _ in [.undo] },
  ]

  private mutating func choose(_ choice: StakeholderMerge.Choice) {
    if let field { merge?.choose(choice, of: field) }
  }

  private mutating func cycle() {
    guard let field, let merge else { return }
    let choices = merge.choices(of: field)
    let at = choices.firstIndex(of: merge.choice(of: field)) ?? 0
    choose(choices[(at + 1) % choices.count])
  }

  /// Opens what comes next.
  private func following(_ isThere: (Waiting) -> Bool) -> [Effect] {
    let next = waiting.dropFirst().filter(isThere)
    return next.isEmpty ? [] : [.present(PairPane(next))]
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

  func status(_ look: Look) -> [Span] {
    guard let merge, let field else { return [] }
    return [Span(look.say(choiceWords(merge, field)), .quiet)]
  }

  private func choiceWords(_ merge: StakeholderMerge, _ field: Field<Stakeholder>) -> Phrase {
    let label = Phrase.Argument.phrase(Phrase(label: "field", field.name))
    if StakeholderMerge.strict.contains(field.name) { return Phrase(.pairStrict, label) }
    switch merge.choice(of: field) {
    case .first: return Phrase(.pairFirst, label)
    case .second: return Phrase(.pairSecond, label)
    case .both: return Phrase(.pairBoth, label)
    }
  }

  private static let head = 3
  /// The result in full, where there is room for more than the fields.
  private static func foot(_ rows: Int) -> Int { rows < head + 8 ? 0 : 4 }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    selection.fit(count: rows.count, height: max(1, size.rows - Self.head - Self.foot(size.rows)))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let merge else {
      if isGone { canvas.text(look.say(.pairGone), row: area.row, column: 2, ink: .quiet) }
      return
    }
    if let candidate = waiting.first?.candidate {
      let level = DuplicateWords.level(candidate.level, look.phrases)
      let used = canvas.text(level, row: area.row, column: 1, ink: DuplicateWords.ink(candidate.level))
      let reasons = DuplicateWords.reasons(candidate, look.phrases)
      canvas.text(reasons, row: area.row, column: used + 3, width: area.columns - used - 4, ink: .quiet)
    }
    let columns = PairColumns(width: area.columns)
    drawHeadings(merge, columns, on: &canvas, row: area.row + 1, look: look)
    let list = area.inset(top: Self.head, bottom: Self.foot(area.rows))
    for (offset, field) in rows.dropFirst(selection.top).prefix(list.rows).enumerated() {
      let place = selection.top + offset
      draw(
        field, merge, columns, on: &canvas, row: list.row + offset, isSame: place >= differences.count,
        look: look)
      guard place == selection.index else { continue }
      canvas.text("▌", row: list.row + offset, column: 0, ink: .marker)
      canvas.cursor = Point(row: list.row + offset, column: 0)
    }
    let foot = Self.foot(area.rows)
    if foot > 0 { drawResult(merge, on: &canvas, in: area.inset(top: area.rows - foot), look: look) }
  }

  private func drawHeadings(
    _ merge: StakeholderMerge, _ columns: PairColumns, on canvas: inout Canvas, row: Int, look: Look
  ) {
    let stays = look.say(.pairStays, .text(merge.first.id))
    let goes = look.say(.pairGoes, .text(merge.second.id))
    canvas.text(stays, row: row, column: columns.first, width: columns.width, ink: .heading)
    canvas.text(goes, row: row, column: columns.second, width: columns.width, ink: .heading)
    if let result = columns.result {
      canvas.text(look.say(.pairResult), row: row, column: result, width: columns.width, ink: .heading)
    }
    canvas.fill(Rect(row: row + 1, column: 1, rows: 1, columns: size.columns - 2), with: "─", ink: .rule)
  }

  private func draw(
    _ field: Field<Stakeholder>, _ merge: StakeholderMerge, _ columns: PairColumns, on canvas: inout Canvas,
    row: Int, isSame: Bool, look: Look
  ) {
    func value(_ record: Stakeholder) -> String {
      FieldWords.shown(field.name, field.entry, field.read(record), look)
    }
    canvas.text(
      look.phrases.label("field", field.name), row: row, column: 1, width: columns.first - 4,
      ink: isSame ? .quiet : .text)
    if isSame {
      canvas.text("=", row: row, column: columns.first - 2, ink: .quiet)
      canvas.text(
        value(merge.first), row: row, column: columns.first, width: 2 * columns.width + 3, ink: .quiet)
      return
    }
    let choice = merge.choice(of: field)
    let sides: [(record: Stakeholder, column: Int, isKept: Bool)] = [
      (merge.first, columns.first, choice != .second), (merge.second, columns.second, choice != .first),
    ]
    for (record, column, isKept) in sides {
      canvas.text(isKept ? "●" : "○", row: row, column: column - 2, ink: isKept ? .done : .quiet)
      canvas.text(value(record), row: row, column: column, width: columns.width, ink: isKept ? .text : .quiet)
    }
    if let result = columns.result {
      canvas.text(value(merge.result), row: row, column: result, width: columns.width)
    }
  }

  /// The value that the selected field would have, in full.
  private func drawResult(_ merge: StakeholderMerge, on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.fill(Rect(row: area.row, column: 0, rows: 1, columns: area.columns), with: "─", ink: .rule)
    let result = merge.result
    let field = rows.indices.contains(selection.index) ? rows[selection.index] : Stakeholder.fields[0]
    let label = look.phrases.label("field", field.name)
    canvas.text(
      " \(look.say(.pairResult)) · \(label) ", row: area.row, column: 2, width: area.columns - 4,
      ink: .heading)
    let text = FieldWords.shown(field.name, field.entry, field.read(result), look)
    let lines = Wrapping.lines(text.isEmpty ? look.say(.notStated) : text, columns: area.columns - 4)
    for (offset, line) in lines.prefix(area.rows - 1).enumerated() {
      canvas.text(line, row: area.row + 1 + offset, column: 2)
    }
  }
}

/// Where the two records stand, and beside them on a wide screen what they become.
private struct PairColumns {
  let first: Int
  let second: Int
  let result: Int?
  /// In cells, of each.
  let width: Int

  init(width: Int) {
    let label = width >= 120 ? 24 : 19
    let count = width >= 120 ? 3 : 2
    self.width = max(1, (width - label - 1) / count - 3)
    first = label
    second = label + self.width + 3
    result = count == 3 ? second + self.width + 2 : nil
  }
}
