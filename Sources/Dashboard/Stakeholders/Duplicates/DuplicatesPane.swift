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
  /// The places in the report of what is still to be decided.
  private var open: [Int]
  private var selection = Selection()
  private var height = 10

  init(_ outcome: DuplicateErrand.Outcome) {
    (scope, report) = (outcome.scope, outcome.report)
    open = Array(outcome.report.candidates.indices)
  }

  private var selected: DuplicateCandidate? {
    open.indices.contains(selection.index) ? report.candidates[open[selection.index]] : nil
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(OpenPairs(report.candidates.map(\.pair))) { pane, open in
        pane.open = pane.report.candidates.indices.filter { open.contains(pane.report.candidates[$0].pair) }
      }
    ]
  }

  static let commands: [Command<DuplicatesPane>] = [
    Command(
      "duplicate.open", .commandSideBySide, ["Enter", "Right"], rank: 1,
      unless: lacking(\.selected)
    ) { pane, _ in
      [.present(PairPane(pane.open.dropFirst(pane.selection.index).map { pane.report.candidates[$0] }))]
    },
    Command("duplicate.apart", .commandNotSame, ["x"], rank: 2, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in
      guard let pair = pane.selected?.pair else { return [] }
      return [.apply(TellApart(pair), then: [.announce(Phrase(.toldApart, .text("u")))])]
    },
    Command("duplicate.again", .commandSearchAgain, ["r"], rank: 3) { pane, _ in
      [.errand(DuplicateErrand(scope: pane.scope, isShown: true))]
    },
    Command("duplicate.undo", .commandUndo, ["u"], rank: 4) { _, _ in [.undo] },
    .moving("duplicate.down", .commandDown, ["Down", "j", "WheelDown"]) { $0.move(1) },
    .moving("duplicate.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("duplicate.pageDown", .commandPageDown, ["PgDn"]) { $0.move($0.height - 1) },
    .moving("duplicate.pageUp", .commandPageUp, ["PgUp"]) { $0.move(1 - $0.height) },
    .moving("duplicate.top", .commandTop, ["g", "Home"]) { $0.selection.index = 0 },
    .moving("duplicate.bottom", .commandBottom, ["G", "End"]) { $0.move($0.open.count) },
  ]

  private mutating func move(_ step: Int) { selection.move(by: step, count: open.count) }

  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] {
    guard let outcome = outcome as? DuplicateErrand.Outcome else { return [] }
    report = outcome.report
    open = Array(report.candidates.indices)
    selection = Selection()
    return []
  }

  func aside(_ look: Look) -> [Span] {
    [Span(look.say(.duplicateCount, .number(open.count + report.left)), .quiet)]
  }

  func status(_ look: Look) -> [Span] {
    [Span(DuplicateWords.notes(report).map { look.say($0) }.joined(separator: " "), .quiet)]
  }

  /// Below the list, the reasons of the selected pair in full.
  private static let detail = 4

  mutating func fit(to size: Size, look: Look) {
    height = max(1, (size.rows - Self.detail - 1) / Self.lines(in: size.columns))
    selection.fit(count: open.count, height: height)
  }

  /// A pair is one line where the reasons fit beside the names, else two.
  private static func lines(in columns: Int) -> Int { columns >= 120 ? 1 : 2 }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard !open.isEmpty else {
      let sentence = look.say(DuplicateWords.summary(report))
      canvas.text(
        report.candidates.isEmpty ? sentence : look.say(.duplicatesDone), row: area.row, column: 2,
        ink: .quiet)
      return
    }
    let lines = Self.lines(in: area.columns)
    for (offset, place) in open.dropFirst(selection.top).prefix(height).enumerated() {
      let row = area.row + offset * lines
      draw(report.candidates[place], on: &canvas, in: area, row: row, look: look)
      guard selection.top + offset == selection.index else { continue }
      canvas.text("▌", row: row, column: area.column, ink: .marker)
      canvas.cursor = Point(row: row, column: area.column)
    }
    drawReasons(on: &canvas, in: area.inset(top: max(0, area.rows - Self.detail)), look: look)
  }

  private func draw(
    _ candidate: DuplicateCandidate, on canvas: inout Canvas, in area: Rect, row: Int, look: Look
  ) {
    let level = DuplicateWords.level(candidate.level, look.phrases)
    canvas.text(level, row: row, column: 1, width: 11, ink: DuplicateWords.ink(candidate.level))
    let isWide = Self.lines(in: area.columns) == 1
    let width = isWide ? 38 : (area.columns - 16) / 2
    canvas.text(candidate.a.title, row: row, column: 13, width: width)
    canvas.text("=", row: row, column: 14 + width, ink: .quiet)
    canvas.text(candidate.b.title, row: row, column: 16 + width, width: width)
    let reasons = DuplicateWords.reasons(candidate, look.phrases)
    let column = isWide ? 18 + 2 * width : 13
    canvas.text(
      reasons, row: isWide ? row : row + 1, column: column, width: area.columns - column - 1, ink: .quiet)
  }

  private func drawReasons(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let selected, area.rows == Self.detail else { return }
    canvas.fill(Rect(row: area.row, column: 0, rows: 1, columns: area.columns), with: "─", ink: .rule)
    let reasons = DuplicateWords.reasons(selected, look.phrases)
    let text = look.say(.duplicateScore, .number(selected.score), .text(reasons))
    for (offset, line) in Wrapping.lines(text, columns: area.columns - 3, atMost: area.rows - 1).enumerated()
    {
      canvas.text(line, row: area.row + 1 + offset, column: 2)
    }
  }
}
