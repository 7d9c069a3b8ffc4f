import Model
import Office
import Phrases
import Terminal

/// By which scheme regions are shown: in the overview, in lists, in the table of diversity.
struct RegionsPane: Pane {
  static let name = "regions"
  static let title = PhraseKey.paneRegions

  private var chosen: RegionScheme
  private var selection = Selection()

  init(_ chosen: RegionScheme) {
    self.chosen = chosen
    selection.index = RegionScheme.allCases.firstIndex(of: chosen) ?? 0
  }

  var placement: Placement { .sheet(rows: 6) }

  static let commands: [Command<RegionsPane>] = [
    Command("regions.show", .commandChoose, ["Space", "Enter"], rank: 1) { pane, _ in
      pane.chosen = RegionScheme.allCases[pane.selection.index]
      return [.prefer(Look.regionsPreference, pane.chosen.rawValue)]
    },
    .moving("regions.down", .commandDown, ["Down", "j"]) { $0.move(1) },
    .moving("regions.up", .commandUp, ["Up", "k"]) { $0.move(-1) },
  ]

  private mutating func move(_ step: Int) {
    selection.move(by: step, count: RegionScheme.allCases.count)
  }

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: RegionScheme.allCases.count, height: size.rows)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let schemes = RegionScheme.allCases.enumerated().dropFirst(selection.top).prefix(area.rows)
    for (row, (index, scheme)) in zip(area.row..., schemes) {
      canvas.text(scheme == chosen ? "✓" : " ", row: row, column: 2, ink: .match)
      canvas.text(look.word("scheme", scheme.rawValue), row: row, column: 4, width: 20)
      canvas.text(
        look.say(.regionsCount, .number(scheme.regions.count)), row: row, column: 25, width: 12, ink: .quiet)
      canvas.text(
        look.word("schemeNote", scheme.rawValue), row: row, column: 38, width: max(0, area.columns - 39),
        ink: .quiet)
      guard index == selection.index else { continue }
      canvas.text("▌", row: row, column: 0, ink: .marker)
      canvas.cursor = Point(row: row, column: 0)
    }
  }
}
