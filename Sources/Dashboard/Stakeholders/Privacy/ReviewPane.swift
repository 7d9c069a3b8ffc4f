import Model
import Office
import Phrases
import Store
import Terminal

/// The records whose retention date has come: kept for another while, retired, or erased.
struct ReviewPane: Pane {
  static let name = "review"
  static let title = PhraseKey.paneReview

  private var due: [Stakeholder] = []
  private var selection = Selection()

  func heading(_ look: Look) -> [Span] { [Span(" · \(look.phrases.number(due.count))", .quiet)] }

  func asks(_ look: Look) -> [Ask<Self>] {
    [Ask(StakeholdersToReview(on: look.asOf)) { $0.due = $1 }]
  }

  var selected: Stakeholder? { due.indices.contains(selection.index) ? due[selection.index] : nil }

  static let commands: [Command<ReviewPane>] = [
    Command("review.open", .commandOpen, ["Enter"], rank: 1) { pane, _ in
      pane.selected.map { [.present(PrivacyPane($0))] } ?? [.announce(Phrase(.nothingSelected))]
    },
    Command("review.keep", .commandKeepYear, ["k"], rank: 2, needs: .edit, unless: lacking(\.selected)) {
      pane, look in
      guard let stakeholder = pane.selected else { return [] }
      var kept = stakeholder
      kept.retainUntil = look.asOf + 365
      let until = Phrase(.keptUntil, .text(stakeholder.title), .text(look.day(look.asOf + 365)))
      return [.apply(EditStakeholder(base: stakeholder, edited: kept), then: [.announce(until)])]
    },
    Command("review.retire", .commandRetire, ["D"], rank: 3, needs: .edit, unless: lacking(\.selected)) {
      pane, look in
      guard let stakeholder = pane.selected else { return [] }
      let news = Phrase(.retired, .text(stakeholder.title), .text("u"))
      return [.apply(RetireStakeholder([stakeholder.id], on: look.asOf), then: [.announce(news)])]
    },
    .moving("review.down", .commandDown, ["Down", "j", "WheelDown"]) {
      $0.selection.move(by: 1, count: $0.due.count)
    },
    .moving("review.up", .commandUp, ["Up", "WheelUp"]) { $0.selection.move(by: -1, count: $0.due.count) },
  ]

  mutating func visit(_ destination: Destination) -> Bool { destination == .review }

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: due.count, height: max(1, size.rows - 1))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard !due.isEmpty else {
      canvas.text(look.say(.reviewNone), row: area.row, column: area.column + 1, ink: .quiet)
      return
    }
    canvas.text(look.say(.reviewUntil), row: area.row, column: area.column + 1, ink: .heading)
    canvas.text(look.word("field", "name"), row: area.row, column: area.column + 15, ink: .heading)
    canvas.text(look.word("field", "source"), row: area.row, column: area.column + 50, ink: .heading)
    for (offset, stakeholder) in due.dropFirst(selection.top).prefix(area.rows - 1).enumerated() {
      let row = area.row + 1 + offset
      let day = stakeholder.retainUntil.map(look.day) ?? ""
      canvas.text(day, row: row, column: area.column + 1, width: 13, ink: .late)
      canvas.text(stakeholder.title, row: row, column: area.column + 15, width: 34)
      canvas.text(
        stakeholder.source, row: row, column: area.column + 50, width: area.columns - 51, ink: .quiet)
      guard selection.top + offset == selection.index else { continue }
      canvas.text("▌", row: row, column: area.column, ink: .marker)
      canvas.cursor = Point(row: row, column: area.column)
    }
  }
}
