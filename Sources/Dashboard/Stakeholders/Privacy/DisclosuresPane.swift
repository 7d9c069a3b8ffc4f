import Model
import Office
import Phrases
import Store
import Terminal

/// What left the house, and what was erased in it.
struct DisclosuresPane: Pane {
  static let name = "disclosures"
  static let title = PhraseKey.paneDisclosures

  private var disclosures: [Disclosure] = []
  private var selection = Selection()

  func asks(_ look: Look) -> [Ask<Self>] { [Ask(Disclosures()) { $0.disclosures = $1 }] }

  static let commands: [Command<DisclosuresPane>] = [
    .moving("disclosures.down", .commandDown, ["Down", "j", "WheelDown"]) {
      $0.selection.move(by: 1, count: $0.disclosures.count)
    },
    .moving("disclosures.up", .commandUp, ["Up", "k", "WheelUp"]) {
      $0.selection.move(by: -1, count: $0.disclosures.count)
    },
    .moving("disclosures.pageDown", .commandPageDown, ["PgDn"]) {
      $0.selection.move(by: 15, count: $0.disclosures.count)
    },
    .moving("disclosures.pageUp", .commandPageUp, ["PgUp"]) {
      $0.selection.move(by: -15, count: $0.disclosures.count)
    },
  ]

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: disclosures.count, height: max(1, size.rows))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard !disclosures.isEmpty else {
      canvas.text(look.say(.disclosuresNone), row: area.row, column: area.column + 1, ink: .quiet)
      return
    }
    for (offset, entry) in disclosures.dropFirst(selection.top).prefix(area.rows).enumerated() {
      let row = area.row + offset
      let column = area.column
      canvas.text(look.moment(entry.at), row: row, column: column + 1, width: 12, ink: .quiet)
      canvas.text(entry.who, row: row, column: column + 14, width: 10, ink: .quiet)
      canvas.text(look.word("disclosure", entry.name), row: row, column: column + 25, width: 20)
      canvas.text(
        look.phrases.number(entry.records), row: row, column: column + 45, width: 9, alignment: .trailing)
      let rest = [entry.format, entry.selection, entry.purpose].filter { !$0.isEmpty }
      canvas.text(
        rest.joined(separator: " · "), row: row, column: column + 56, width: area.columns - 57, ink: .quiet)
      guard selection.top + offset == selection.index else { continue }
      canvas.text("▌", row: row, column: column, ink: .marker)
      canvas.cursor = Point(row: row, column: column)
    }
  }
}
