import Terminal

/// How the width of the timeline is shared out. A column that has no room is 0 wide.
struct TimelineColumns: Sendable, Equatable {
  var label = 0
  var perMonth = 1
  var state = 17
  var dates = 0
  var progress = 0
  var budget = 0
  var owner = 0

  /// Where dates, progress, budget and owner have columns of their own.
  var isRich: Bool { dates > 0 }

  /// - Parameter width: of the whole list, the marker at its left and one blank column at its right included.
  init(width: Int) {
    if Size.isVast(width) {
      (dates, progress, budget) = (20, 6, 20)
    } else if width < 60 {
      state = 13
    }
    let others = 2 + state + 1 + [dates, progress, budget].filter { $0 > 0 }.reduce(0) { $0 + $1 + 1 }
    let fewest = width < 60 ? 10 : width < 80 ? 19 : 23
    perMonth = max(1, min(6, (width - others - 1 - fewest) / 12))
    let left = max(4, width - others - 1 - 12 * perMonth)
    label = isRich ? min(left, 40) : left
    owner = left - label >= 9 ? min(24, left - label - 1) : 0
  }

  var chart: Int { 1 + label + 1 }
  var chartWidth: Int { 12 * perMonth }
  /// What stands behind the chart, each with the column it begins at.
  var stateAt: Int { chart + chartWidth + 1 }
  var datesAt: Int { stateAt + state + 1 }
  var progressAt: Int { datesAt + dates + 1 }
  var budgetAt: Int { progressAt + progress + 1 }
  var ownerAt: Int { budgetAt + budget + 1 }
}
