import Office
import Phrases
import Store
import Terminal

/// What somebody left half typed, where it is more than one form.
struct DraftsPane: Pane {
  static let name = "drafts"
  static let title = PhraseKey.paneDrafts

  private let drafts: [Draft]
  private let titles: [String]
  private var selection = Selection()

  init(_ drafts: [Draft], _ look: Look) {
    self.drafts = drafts
    titles = drafts.map { PaneRegistry.title(of: $0, look) }
  }

  var placement: Placement { .sheet(rows: 8) }

  static let commands: [Command<DraftsPane>] = [
    Command("drafts.open", .commandOpen, ["Enter"], rank: 1) { pane, _ in
      [.close, .openDraft(pane.drafts[pane.selection.index])]
    },
    .moving("drafts.down", .commandDown, ["Down", "j"], rank: 2) {
      $0.selection.move(by: 1, count: $0.drafts.count)
    },
    .moving("drafts.up", .commandUp, ["Up", "k"]) { $0.selection.move(by: -1, count: $0.drafts.count) },
    Command("drafts.discard", .commandDiscard, ["Ctrl-X"], rank: 3) { pane, _ in
      let draft = pane.drafts[pane.selection.index]
      return [.close, .dropDraft(draft), .announce(Phrase(.draftDiscarded))]
    },
  ]

  mutating func fit(to size: Size, look: Look) { selection.fit(count: drafts.count, height: size.rows) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (offset, index) in drafts.indices.dropFirst(selection.top).prefix(area.rows).enumerated() {
      let row = area.row + offset
      canvas.text(look.moment(drafts[index].at), row: row, column: 2, width: 12, ink: .quiet)
      canvas.text(titles[index], row: row, column: 15, width: area.columns - 16)
      guard index == selection.index else { continue }
      canvas.text("▌", row: row, column: 0, ink: .marker)
      canvas.cursor = Point(row: row, column: 0)
    }
  }
}
