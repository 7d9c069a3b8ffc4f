import Model
import Office
import Phrases
import Store
import Terminal

/// The pairs of stakeholders that may be the same, the surest first. What was merged or told apart leaves the
/// list, and comes back with undo.
struct DuplicatesPane: Pane {
  static let name = "duplicate"
  static let title = PhraseKey.paneDuplicates

  private var scope: StakeholderScope
  private var report: DuplicateReport
  /// What is still to be decided.
  private var list: RowList<DuplicateCandidate>
  /// Pairs nobody has decided about, of all levels.
  private var open: [DuplicateCandidate]
  /// Only pairs that are at least so sure are shown.
  private var level = DuplicateLevel.possible

  init(_ outcome: DuplicateErrand.Outcome) {
    (scope, report) = (outcome.scope, outcome.report)
    open = outcome.report.candidates
    list = RowList(open)
  }

  private var selected: DuplicateCandidate? { list.selected }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(OpenPairs(report.candidates.map(\.pair))) { pane, open in
        pane.open = pane.report.candidates.filter { open.contains($0.pair) }
        pane.show()
      }
    ]
  }

  static let commands: [Command<DuplicatesPane>] = actions + moves(in: \.list)

  private static let actions: [Command<DuplicatesPane>] = [
    Command(
      "duplicate.open", .commandSideBySide, ["Enter", "Right"], rank: 1,
      unless: lacking(\.selected)
    ) { pane, _ in
      [.present(PairPane(Array((pane.list.rows ?? []).dropFirst(pane.list.selection.index))))]
    },
    Command("duplicate.apart", .commandNotSame, ["x"], rank: 2, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in
      guard let pair = pane.selected?.pair else { return [] }
      return [.apply(TellApart(pair), then: [.announce(Phrase(.toldApart, .text("u")))])]
    },
    Command("duplicate.again", .commandSearchAgain, ["r"], rank: 3) { pane, _ in
      [.errand(DuplicateErrand(scope: pane.scope, isShown: true))]
    },
    Command("duplicate.level", .commandLevel, ["f"], rank: 4) { pane, look in
      pane.narrow()
      return [.announce(Phrase(.duplicateFrom, .phrase(Phrase(label: "level", pane.level.rawValue))))]
    },
    Command(
      "duplicate.copies", .commandAllCopies, ["a"], rank: 2, when: { $0.copies.count > 2 }
    ) { pane, _ in [.present(GroupPane(pane.copies))] },
    Command("duplicate.undo", .commandUndo, ["u"], rank: 5) { _, _ in [.undo] },
  ]

  /// The two under the cursor and all that seem to be the same as one of them, the nearest first.
  private var copies: [RecordID] {
    guard let pair = selected?.pair else { return [] }
    let sure = open.filter { $0.score >= DuplicateLevel.sameName }.map { [$0.a.id, $0.b.id] }
    var copies = [pair.first, pair.second]
    var place = 0
    while place < copies.count {
      for ids in sure where ids.contains(copies[place]) {
        copies += ids.filter { !copies.contains($0) }
      }
      place += 1
    }
    return Array(copies.prefix(GroupMerge.most))
  }

  /// The next stricter level; behind the strictest all.
  private mutating func narrow() {
    let levels: [DuplicateLevel] = [.possible, .likely, .certain]
    let next = (levels.firstIndex(of: level) ?? 0) + 1
    level = levels[next % levels.count]
    show()
  }

  private mutating func show() { list.take(open.filter { $0.score >= level.least }) }

  /// How many pairs of a level are left to decide, with those that are not listed.
  private func number(of level: DuplicateLevel) -> Int {
    let listed = report.candidates.count { $0.level == level }
    return open.count { $0.level == level } + max(0, (report.levels[level] ?? 0) - listed)
  }

  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] {
    guard let outcome = outcome as? DuplicateErrand.Outcome else { return [] }
    report = outcome.report
    open = report.candidates
    list = RowList(open.filter { $0.score >= level.least })
    return []
  }

  func aside(_ look: Look) -> [Span] {
    let numbers = DuplicateLevel.allCases.filter { $0.least >= level.least && number(of: $0) > 0 }.map {
      DuplicateWords.mark(of: $0).glyph + " " + look.phrases.number(number(of: $0))
    }
    let total = DuplicateLevel.allCases.filter { $0.least >= level.least }.map(number).reduce(0, +)
    let count = look.say(.duplicateCount, .number(total))
    // The signs are those of the list: words would leave no room for the numbers.
    let each = numbers.count > 1 ? " · " + numbers.joined(separator: "  ") : ""
    return [Span(count + each, .quiet)]
  }

  func status(_ look: Look) -> [Span] {
    [Span(DuplicateWords.notes(report).map { look.say($0) }.joined(separator: " "), .quiet)]
  }

  /// Below the list, the reasons of the selected pair in full.
  private static let detail = 4

  mutating func fit(to size: Size, look: Look) {
    list.fit(to: size.rows - Self.detail - 1, as: table(look, columns: size.columns))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let table = table(look, columns: area.columns)
    let nothing = report.candidates.isEmpty ? DuplicateWords.summary(report) : Phrase(.duplicatesDone)
    list.draw(table, else: nothing, on: &canvas, in: area.inset(bottom: Self.detail), look: look)
    drawReasons(on: &canvas, in: area.inset(top: max(0, area.rows - Self.detail)), look: look)
  }

  /// A pair is one line where the reasons fit beside the names, else two.
  private func table(_ look: Look, columns: Int) -> ListTable<DuplicateCandidate> {
    let isWide = Size.isWide(columns)
    let width = isWide ? 38 : (columns - 16) / 2
    func reasons(_ candidate: DuplicateCandidate) -> Span {
      Span(DuplicateWords.reasons(candidate, look.phrases), .quiet)
    }
    let pair: [ListTable<DuplicateCandidate>.Column] = [
      .init("", 11) { DuplicateWords.level($0.level, look.phrases) },
      .init("", width, text: \.a.title), .init("", 1) { _ in Span("=", .quiet) },
      .init("", isWide ? width + 1 : width, text: \.b.title),
    ]
    if isWide { return ListTable(columns: pair + [.init("", 0, reasons)]) }
    let indent = Span(String(repeating: " ", count: 12))
    return ListTable(columns: pair, below: { [[indent, reasons($0)]] })
  }

  private func drawReasons(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let selected, area.rows == Self.detail else { return }
    canvas.fill(area.split(top: 1).top, with: "─", ink: .rule)
    let reasons = DuplicateWords.reasons(selected, look.phrases)
    let text = look.say(.duplicateScore, .number(selected.score), .text(reasons))
    let lines = Wrapping.lines(text, columns: area.columns - 3, atMost: area.rows - 1)
    canvas.lines(lines.map { [Span($0)] }, in: area.inset(top: 1), margin: 2)
  }
}
