import Model
import Office
import Phrases
import Store
import Terminal

/// Narrows the list of stakeholders: dimensions at the left, the values of one at the right with how many
/// stakeholders each would leave.
struct FilterPane: Pane {
  static let name = "filter"
  static let title = PhraseKey.paneFilter

  static let dimensions: [Dimension] = [
    .kind, .roles, .audience, .country, .region, .ipbesRegion, .ipbesSubregion, .m49Region, .m49Subregion,
    .scale, .disciplines, .knowledge, .language, .channel,
    .observer, .gender, .sectors, .participation, .mobilizer, .barriers,
    .unplanned, .consent, .contact, .incentives, .disincentives, .offers, .needs,
  ]

  private var filter: StakeholderFilter
  private var dimension = Selection()
  private var value = Selection()
  private var isInValues = false
  private var counts: [String: Int] = [:]
  private var height = 14

  init(_ filter: StakeholderFilter) { self.filter = filter }

  var placement: Placement { .sheet(rows: 16) }

  private var current: Dimension { Self.dimensions[dimension.index] }

  /// The values to choose from: the vocabulary, or the countries that there are, most first.
  private var values: [String] {
    let known = current.vocabulary ?? counts.keys.sorted { (-counts[$0]!, $0) < (-counts[$1]!, $1) }
    // What the query line says and no count brings: a country without anybody, and "not stated".
    return known + (filter.facets[current] ?? []).filter { !known.contains($0) }.sorted()
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    [Ask(FacetCounts(current, within: filter), filter.isEmpty ? .frame : .rest) { $0.counts = $1 }]
  }

  static let commands: [Command<FilterPane>] = [
    Command("filter.toggle", .commandChoose, ["Space", "Enter"], rank: 1) { pane, _ in
      guard pane.isInValues else {
        pane.isInValues = true
        return []
      }
      guard pane.values.indices.contains(pane.value.index) else { return [] }
      pane.filter.facets[pane.current, default: []].formSymmetricDifference([pane.values[pane.value.index]])
      return [.steer(.stakeholders(pane.normalized))]
    },
    .moving("filter.down", .commandDown, ["Down", "j"], rank: 2) { $0.move(1) },
    .moving("filter.up", .commandUp, ["Up", "k"]) { $0.move(-1) },
    .moving("filter.right", .commandRight, ["Right", "l", "Tab"], rank: 3) { $0.isInValues = true },
    .moving("filter.left", .commandLeft, ["Left", "h", "Shift-Tab"]) { $0.isInValues = false },
    Command("filter.clear", .commandClear, ["x"], rank: 4) { pane, _ in
      pane.filter.facets = [:]
      return [.steer(.stakeholders(pane.filter))]
    },
  ]

  private var normalized: StakeholderFilter {
    StakeholderFilter(
      text: filter.text, facets: filter.facets, isRetired: filter.isRetired, clauses: filter.clauses)
  }

  private mutating func move(_ step: Int) {
    if isInValues { return value.move(by: step, count: values.count) }
    dimension.move(by: step, count: Self.dimensions.count)
    value = Selection()
    counts = [:]
  }

  mutating func fit(to size: Size, look: Look) {
    height = max(1, size.rows)
    dimension.fit(count: Self.dimensions.count, height: height)
    value.fit(count: values.count, height: height)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (offset, dimension) in Self.dimensions.dropFirst(dimension.top).prefix(area.rows).enumerated() {
      let chosen = filter.facets[dimension] ?? []
      let isCurrent = dimension == current
      let ink: Ink = isCurrent ? .heading : .text
      let row = area.row + offset
      canvas.text(look.phrases.label("field", dimension.rawValue), row: row, column: 2, width: 18, ink: ink)
      if !chosen.isEmpty { canvas.text("✓ \(chosen.count)", row: row, column: 21, ink: .match) }
      if isCurrent && !isInValues { mark(on: &canvas, row: row, column: 0) }
    }
    drawValues(on: &canvas, in: area.inset(left: 28), look: look)
  }

  private func drawValues(on canvas: inout Canvas, in area: Rect, look: Look) {
    let most = counts.values.max() ?? 0
    for (offset, code) in values.dropFirst(value.top).prefix(area.rows).enumerated() {
      let row = area.row + offset
      let isChosen = filter.facets[current]?.contains(code) == true
      canvas.text(isChosen ? "✓" : " ", row: row, column: area.column + 1, ink: .match)
      canvas.text(FieldWords.word(current.rawValue, code, look), row: row, column: area.column + 3, width: 22)
      let count = counts[code] ?? 0
      canvas.text(
        look.phrases.number(count), row: row, column: area.column + 26, width: 9, ink: .quiet,
        alignment: .trailing)
      let room = area.columns - 38
      canvas.text(Bars.bar(count, of: most, width: room), row: row, column: area.column + 37, ink: .bar)
      if isInValues && value.top + offset == value.index { mark(on: &canvas, row: row, column: area.column) }
    }
  }

  private func mark(on canvas: inout Canvas, row: Int, column: Int) {
    canvas.text("▌", row: row, column: column, ink: .marker)
    canvas.cursor = Point(row: row, column: column)
  }
}
