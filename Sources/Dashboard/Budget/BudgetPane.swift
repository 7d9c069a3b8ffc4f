import Model
import Office
import Phrases
import Store
import Terminal

/// What everything costs: the decision's indicative budgets as what they are, beside them what the office indicated,
/// committed and spent, by plan and activity. Totals say what they leave out.
struct BudgetPane: Pane {
  static let name = "budget"
  static let title = PhraseKey.paneBudget

  private(set) var sheet = BudgetSheet()
  private(set) var rows: [BudgetRow] = []
  private(set) var activities: [RecordID: Activity] = [:]
  private(set) var plans: [RecordID: WorkPlan] = [:]
  private(set) var launches: [RecordID: Launch] = [:]
  private(set) var lines: [BudgetLine] = []
  private(set) var filter = BudgetFilter.budgeted
  var selection = Selection()
  /// What is to be selected when its row is there: a sum or an activity.
  private var sought: RecordID?
  private var isOutdated = true
  /// The rows are of another filter, the sums still good.
  private var isRefiltered = false
  /// What the totals leave out, in lines: as many as there is room for.
  private(set) var leftOut: [String] = []
  private var allLeftOut: [String] = []
  private(set) var size = Size(columns: 80, rows: 19)

  /// - Parameter record: a sum or an activity at which it opens.
  init(at record: RecordID? = nil) { sought = record }

  var isWide: Bool { size.isWide }
  var listWidth: Int { isWide ? size.columns * 3 / 5 : size.columns }
  var selected: BudgetRow? { rows.indices.contains(selection.index) ? rows[selection.index] : nil }

  var group: BudgetSheet.Group? {
    switch selected {
    case .group(let group), .entry(let group, _), .item(let group, _, _): sheet.groups[group]
    default: nil
    }
  }

  var entry: BudgetSheet.Entry? {
    switch selected {
    case .entry(let group, let entry), .item(let group, let entry, _): sheet.groups[group].entries[entry]
    default: nil
    }
  }

  var item: BudgetItem? {
    guard case .item(let group, let entry, let item) = selected else { return nil }
    return sheet.groups[group].entries[entry].items[item]
  }

  /// The sum of the office under the cursor.
  var line: BudgetLine? {
    if case .line(let line) = item { return line }
    return nil
  }

  /// The launch whose group the cursor stands on.
  var launch: Launch? {
    if case .group = selected, case .launch(let id) = group?.plan { return launches[id] }
    return nil
  }

  // MARK: Answers

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AllRecords<BudgetLine>()) { pane, lines in pane.take { $0.lines = lines } },
      Ask(AllRecords<Activity>()) { pane, activities in pane.take { $0.activities = activities.byID } },
      Ask(AllRecords<WorkPlan>()) { pane, plans in pane.take { $0.plans = plans.byID } },
      Ask(AllRecords<Launch>()) { pane, launches in pane.take { $0.launches = launches.byID } },
    ]
  }

  private mutating func take(_ answer: (inout BudgetPane) -> Void) {
    answer(&self)
    isOutdated = true
  }

  /// Once for all answers that arrived together, not at every key.
  private mutating func renew(_ look: Look) {
    guard isOutdated || isRefiltered else { return }
    let kept = [sought, item?.id ?? entry?.activity]
    let key = selected
    if isOutdated {
      sheet = BudgetSheet(
        activities: activities.values.sorted { $0.id < $1.id },
        plans: plans.values.sorted { $0.name < $1.name },
        launches: launches.values.sorted { $0.id < $1.id }, lines: lines)
      allLeftOut = BudgetWords(look: look).leftOut(sheet.figures.leftOut, isBrief: true)
    }
    (isOutdated, isRefiltered) = (false, false)
    rows = filter.rows(of: sheet)
    if let place = kept.lazy.compactMap({ $0 }).compactMap(place).first {
      if sought.flatMap(self.place) == place { sought = nil }
      selection.index = place
    } else if let key, let place = rows.firstIndex(of: key) {
      selection.index = place
    }
    if selected?.isStop != true { selection.index = rows.firstIndex(where: \.isStop) ?? 0 }
  }

  private func place(of id: RecordID) -> Int? {
    rows.firstIndex { row in
      switch row {
      case .entry(let group, let entry): sheet.groups[group].entries[entry].activity == id
      case .item(let group, let entry, let item):
        sheet.groups[group].entries[entry].items[item].id == id
      default: false
      }
    }
  }

  // MARK: Moving

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(.budgetLine, let id) = destination else { return false }
    sought = id ?? sought
    isOutdated = true
    return true
  }

  mutating func show(_ filter: BudgetFilter) {
    self.filter = filter
    isRefiltered = true
  }

  /// To the next row at which the cursor stops, that many rows on.
  mutating func move(by step: Int) {
    let target = max(0, min(rows.count - 1, selection.index + step))
    guard rows.indices.contains(target) else { return }
    let stop =
      step > 0
      ? rows[target...].firstIndex(where: \.isStop) ?? rows.lastIndex(where: \.isStop)
      : rows[...target].lastIndex(where: \.isStop) ?? rows.firstIndex(where: \.isStop)
    selection.index = stop ?? 0
  }

  /// The rows of the list, without the titles above and the totals below.
  var listRows: Int { max(1, size.rows - 3 - leftOut.count) }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    renew(look)
    leftOut = Array(allLeftOut.prefix(max(0, min(isWide ? 10 : 4, size.rows / 3 - 2))))
    selection.fit(count: rows.count, height: listRows)
    // What belongs to a row, below it, stays in sight with it.
    var last = selection.index
    while rows.indices.contains(last + 1), !rows[last + 1].isStop, rows[last + 1] != .blank { last += 1 }
    if last >= selection.top + listRows { selection.top = min(selection.index, last - listRows + 1) }
    // The heading above the first entry comes into sight with it.
    if selection.index == rows.firstIndex(where: \.isStop) { selection.top = 0 }
  }
}

extension BudgetPane {
  var subject: RecordReference? { line?.reference }
}
