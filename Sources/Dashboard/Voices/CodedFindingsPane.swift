import Model
import Office
import Phrases
import Terminal

/// A code of a finding with what was found on it; the last row is of findings that nobody coded.
struct CodedRow {
  /// Nil for the findings without one.
  let code: CodedFindings.Code?
  let found: [CodedFindings.One]

  /// The code itself tells a row from others.
  var id: String { code.map { "\($0.axis.rawValue)/\($0.code)" } ?? "" }

  func title(_ look: Look) -> String {
    code.map { FieldWords.word($0.axis.rawValue, $0.code, look) } ?? look.say(.voUncoded)
  }

  static func rows(of coded: CodedFindings) -> [CodedRow] {
    CodedFindings.codes.map { CodedRow(code: $0, found: coded[$0]) }
      + (coded.uncoded.isEmpty ? [] : [CodedRow(code: nil, found: coded.uncoded)])
  }
}

/// What was found on one message, objective or description: Enter leads to the session.
struct CodedFindingsPane: Pane {
  static let name = "coded"
  static let title = PhraseKey.voFindings

  private let found: [CodedFindings.One]
  private let called: String
  private let groups: [FocusGroup]
  private var selection = Selection()

  /// - Parameters:
  ///   - called: what the findings bear on.
  ///   - groups: the sessions.
  init(_ found: [CodedFindings.One], called: String, of groups: [FocusGroup]) {
    (self.found, self.called, self.groups) = (found, called, groups)
  }

  var placement: Placement { .beside }
  func heading(_ look: Look) -> [Span] { [Span(" › \(called)")] }

  static let commands: [Command<CodedFindingsPane>] =
    [
      Command("coded.open", .commandOpen, ["Enter"], rank: 1) { pane, _ in
        [.close, .go(.list(.focusGroup, pane.found[pane.selection.index].group))]
      }
    ] + moves(in: \.selection)

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: found.count, height: max(1, size.rows / FindingLines.rows))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    FindingLines(found: found, groups: groups, look: look)
      .draw(on: &canvas, in: area, selected: selection.index, top: selection.top)
  }
}

/// Findings one below the other, each with its session.
struct FindingLines {
  let found: [CodedFindings.One]
  let groups: [FocusGroup]
  let look: Look

  /// Session, two lines of words, and a gap.
  static let rows = 4

  func draw(on canvas: inout Canvas, in area: Rect, selected: Int?, top: Int) {
    for (offset, one) in found.dropFirst(top).prefix(max(1, area.rows / Self.rows)).enumerated() {
      let row = area.row + offset * Self.rows
      let group = groups.first { $0.id == one.group }
      let audience = one.finding.audience.map { look.word("audience", $0.rawValue) } ?? ""
      let head = [look.when(group?.when), group?.name ?? one.group, audience].filter { !$0.isEmpty }
      canvas.text(
        head.joined(separator: " · "), row: row, column: area.column + 2, width: area.columns - 3,
        ink: .quiet,
        clip: area)
      for (line, text) in Wrapping.lines(one.finding.text, columns: area.columns - 3).prefix(2).enumerated() {
        canvas.text(text, row: row + 1 + line, column: area.column + 2, width: area.columns - 3, clip: area)
      }
      guard top + offset == selected else { continue }
      canvas.text("▌", row: row, column: area.column, ink: .marker)
      canvas.cursor = Point(row: row, column: area.column)
    }
  }
}
