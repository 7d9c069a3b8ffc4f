import Model
import Office
import Phrases
import Terminal

/// What is wrong with a file, line by line.
struct FindingsPane: Pane {
  static let name = "mediafindings"
  static let title = PhraseKey.paneFindings

  private let findings: [(line: Int, what: Phrase)]
  private let path: String
  private var selection = Selection()
  private var height = 8

  init(_ findings: [(line: Int, what: Phrase)], of path: String) {
    (self.findings, self.path) = (findings, path)
  }

  var placement: Placement { .sheet(rows: 10) }

  func heading(_ look: Look) -> [Span] { [Span(" › \(path)")] }

  static let commands: [Command<FindingsPane>] = [
    .moving("mediafindings.down", .commandDown, ["Down", "j", "WheelDown"], rank: 1) { $0.move(1) },
    .moving("mediafindings.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("mediafindings.pageDown", .commandPageDown, ["PgDn"]) { $0.move($0.height) },
    .moving("mediafindings.pageUp", .commandPageUp, ["PgUp"]) { $0.move(-$0.height) },
  ]

  private mutating func move(_ step: Int) { selection.move(by: step, count: findings.count) }

  mutating func fit(to size: Size, look: Look) {
    height = max(1, size.rows)
    selection.fit(count: findings.count, height: height)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (offset, finding) in findings.dropFirst(selection.top).prefix(area.rows).enumerated() {
      let text = "\(finding.line): \(look.say(finding.what))"
      canvas.text(text, row: area.row + offset, column: area.column + 2, width: area.columns - 3)
    }
    let row = area.row + selection.index - selection.top
    canvas.text("▌", row: row, column: area.column, ink: .marker)
    canvas.cursor = Point(row: row, column: area.column)
  }
}
