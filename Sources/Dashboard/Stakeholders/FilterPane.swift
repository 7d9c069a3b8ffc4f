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
    .kind, .roles, .audience, .knownAudience, .country, .region, .ipbesRegion, .ipbesSubregion, .m49Region,
    .m49Subregion,
    .scale, .disciplines, .knowledge, .language, .channel,
    .observer, .gender, .sectors, .participation, .mobilizer, .barriers,
    .unplanned, .consent, .contact, .incentives, .disincentives, .offers, .needs,
  ]

  private var filter: StakeholderFilter
  private var dimension = Selection()
  private var value = Selection()
  private var isInValues = false
  private var counts: [String: Int] = [:]

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

  static let commands: [Command<FilterPane>] = actions + moves { $0.move($1) }

  private static let actions: [Command<FilterPane>] = [
    Command("filter.toggle", .commandChoose, ["Space", "Enter"], rank: 1) { pane, _ in
      guard pane.isInValues else {
        pane.isInValues = true
        return []
      }
      guard pane.values.indices.contains(pane.value.index) else { return [] }
      pane.filter.facets[pane.current, default: []].formSymmetricDifference([pane.values[pane.value.index]])
      return [.steer(.stakeholders(pane.normalized))]
    },
    .moving("filter.right", .commandRight, ["Right", "l", "Tab"], rank: 3) { $0.isInValues = true },
    .moving("filter.left", .commandLeft, ["Left", "h", "Shift-Tab"]) { $0.isInValues = false },
    Command("filter.clear", .commandClear, ["-"], rank: 4) { pane, _ in
      pane.filter.facets = [:]
      return [.steer(.stakeholders(pane.filter))]
    },
  ]

  private var normalized: StakeholderFilter {
    StakeholderFilter(
      text: filter.text, facets: filter.facets, isRetired: filter.isRetired, clauses: filter.clauses)
  }

  private mutating func move(_ move: ListMove) {
    if isInValues { return value.move(move) }
    dimension.move(move)
    value = Selection()
    counts = [:]
  }

  mutating func fit(to size: Size, look: Look) {
    dimension.fit(count: Self.dimensions.count, height: max(1, size.rows))
    value.fit(count: values.count, height: max(1, size.rows))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let (left, right) = area.split(left: 28)
    let names = ListTable<Dimension>(
      columns: [
        .init("", 18) {
          Span(look.phrases.label("field", $0.rawValue), $0 == current ? .heading : .text)
        },
        .init("", 0) { dimension in
          let chosen = filter.facets[dimension]?.count ?? 0
          return chosen == 0 ? Span("") : Mark.ticked.said("\(chosen)")
        },
      ], margin: 2)
    names.draw(
      Self.dimensions.dropFirst(dimension.top), cursor: isInValues ? nil : dimension.index - dimension.top,
      on: &canvas, in: left, hasCursor: !isInValues)
    let most = counts.values.max() ?? 0
    let table = ListTable<String>(columns: [
      .check { filter.facets[current]?.contains($0) == true },
      .init("", 22, text: { FieldWords.word(current.rawValue, $0, look) }),
      .init("", 9, aligned: .trailing) { Span(look.phrases.number(counts[$0] ?? 0), .quiet) },
      .init("", 0) { Span(" " + Bars.bar(counts[$0] ?? 0, of: most, width: right.columns - 38), .bar) },
    ])
    table.draw(
      values.dropFirst(value.top), cursor: isInValues ? value.index - value.top : nil, on: &canvas, in: right,
      hasCursor: isInValues)
  }
}
