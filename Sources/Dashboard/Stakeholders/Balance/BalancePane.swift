import Model
import Office
import Phrases
import Store
import Terminal

/// Where balance between regions, sectors, genders and kinds of knowledge is missing (annex II, paragraph 7 (e);
/// appendix, paragraph 3), in words, with the rule by which it is found. Every gap opens its records.
struct BalancePane: Pane {
  static let name = "balance"
  static let title = PhraseKey.paneBalance

  let filter: StakeholderFilter
  private(set) var scheme: RegionScheme
  private(set) var cross: CrossTable?
  /// Nil until it is counted.
  private(set) var balance: Balance?
  /// Among the gaps.
  private(set) var index = 0
  private(set) var top = 0
  /// As they are drawn, for the size that there is.
  private(set) var lines: [BalanceLine] = []
  private(set) var size = Size(columns: 80, rows: 19)

  init(_ filter: StakeholderFilter, by scheme: RegionScheme) {
    self.filter = filter
    self.scheme = scheme
  }

  /// Room for the counts behind the selected gap.
  var isWide: Bool { size.isWide }
  /// How wide the list of gaps is.
  var listWidth: Int { isWide ? min(100, size.columns * 3 / 5) : size.columns }

  var gaps: [Balance.Gap] { balance?.comparisons.flatMap(\.gaps) ?? [] }
  var selected: Balance.Gap? { gaps.indices.contains(index) ? gaps[index] : nil }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(CrossCounts(Balance.dimensions(by: look.regions), within: filter), .rest) { pane, cross in
        pane.cross = cross
        pane.balance = Balance(cross)
      }
    ]
  }

  static let commands: [Command<BalancePane>] =
    actions
    + moves { pane, move in
      pane.move(move.step(count: pane.gaps.count, height: pane.size.rows / 2))
    }

  private static let actions: [Command<BalancePane>] = [
    Command("balance.records", .commandRecords, ["Enter"], rank: 1) { pane, _ in
      guard let gap = pane.selected else { return [.announce(Phrase(.nothingToOpen))] }
      var filter = pane.filter
      for (dimension, values) in gap.facets { filter.facets[dimension] = values }
      return [.go(.stakeholders(filter))]
    },
    Command("balance.regions", .commandRegions, ["W"], rank: 3) { pane, _ in
      [.present(RegionsPane(pane.scheme))]
    },
    Command("balance.pivot", .commandPivot, ["p"], rank: 2) { pane, _ in
      guard let gap = pane.selected else { return [.announce(Phrase(.nothingToOpen))] }
      let rows = gap.within ?? gap.dimension
      return [.present(PivotPane(pane.filter, rows: rows, columns: gap.within == nil ? nil : gap.dimension))]
    },
  ]

  private mutating func move(_ step: Int) { index = max(0, min(gaps.count - 1, index + step)) }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    if scheme != look.regions {
      scheme = look.regions
      (cross, balance, index, top) = (nil, nil, 0, 0)
    }
    lines = BalanceLine.lines(of: self, look)
    move(0)
    let height = max(1, size.rows - BalanceLine.rule(of: self, look).count - 1)
    let rows = lines.indices.filter { lines[$0].gap == index }
    var window = Selection()
    (window.index, window.top) = (rows.last ?? 0, top)
    window.fit(count: lines.count, height: height)
    // The first line of a gap stays in sight, and the heading above the first gap.
    if let first = rows.first, first < window.top { window.top = first }
    top = index == 0 ? 0 : window.top
  }
}
