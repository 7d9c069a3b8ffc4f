import Model
import Phrases
import Store
import Terminal

/// The adopted activities over the months of the as-of year: what the decision printed, what the office plans
/// now, and how far the work is.
struct TimelinePane: RecordPane {
  static let name = "activity"
  static let title = PhraseKey.paneTimeline

  /// All activities, in the order of the decision.
  private(set) var activities: [Activity] = []
  /// Those that the filter leaves.
  private(set) var listed: [Activity] = []
  var filter = TimelineFilter.all
  var showsBaseline = true
  /// How many years the months shown lie from those that open first.
  var yearShift = 0
  var editor: RecordEditor<Activity>?
  private(set) var selectedID: RecordID?
  private(set) var index = 0
  private(set) var top = 0
  private(set) var size = Size(columns: 80, rows: 19)

  var isWide: Bool { size.columns >= StakeholdersPane.wide }
  /// The record lies beside the list, not over it.
  var isBeside: Bool { isWide && editor != nil }
  var listWidth: Int { isBeside ? size.columns / 2 + 4 : size.columns }
  var columns: TimelineColumns { TimelineColumns(width: listWidth) }
  var selected: Activity? { listed.indices.contains(index) ? listed[index] : nil }
  /// The record that commands are about.
  var current: Activity? { editor?.base ?? selected }

  // MARK: Answers

  func asks(_ look: Look) -> [Ask<Self>] {
    [Ask(AllRecords<Activity>()) { pane, records in pane.receive(records) }]
  }

  private mutating func receive(_ records: [Activity]) {
    let stored = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
    activities = Decision.adopted.activities.map { stored[$0.id] ?? Activity(id: $0.id) }
    if let id = editor?.base.id, let fresh = stored[id] { editor?.refresh(fresh) }
  }

  // MARK: Moving

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .activity(let id) = destination else { return false }
    editor = nil
    guard let id else { return true }
    selectedID = id
    if !listed.contains(where: { $0.id == id }) { filter = .all }
    return true
  }

  mutating func move(to index: Int) {
    self.index = max(0, min(listed.count - 1, index))
    selectedID = selected?.id
  }

  /// Moves by about as many rows as the screen shows.
  mutating func movePage(by sign: Int) {
    let rows = rows
    guard let at = rows.firstIndex(where: { $0.activity == index }) else { return }
    let target = max(0, min(rows.count - 1, at + sign * max(1, height - 2)))
    let near =
      sign > 0 ? rows[target...].first { $0.activity != nil } : rows[...target].last { $0.activity != nil }
    move(to: near?.activity ?? (sign > 0 ? listed.count - 1 : 0))
  }

  /// The rows below that of the months.
  private var height: Int { max(1, size.rows - 1) }

  var rows: [TimelineRow] {
    TimelineRows.of(listed) { activity in
      guard showsBaseline else { return false }
      return hasOwnPlan(activity) || !columns.isRich && ActivityWords.hasBudget(activity)
    }
  }

  /// Whether the current plan is not the adopted one, or there is room to say that it is.
  func hasOwnPlan(_ activity: Activity) -> Bool {
    if [.underWay, .done].contains(activity.status) || activity.start != nil || activity.end != nil {
      return true
    }
    if activity.actualStart != nil || activity.actualEnd != nil { return true }
    return columns.isRich && activity.adopted?.timing.span(in: 1).end != nil
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    listed = activities.filter { filter.includes($0, asOf: look.asOf) }
    if let at = listed.firstIndex(where: { $0.id == selectedID }) { index = at }
    // The answers may not be there yet: what is to be selected then is kept.
    if !listed.isEmpty { move(to: index) }
    top = TimelineRows.top(rows, selected: index, from: top, height: height)
    let room = fieldsArea(in: Rect(size), look: look).size
    editor?.fit(to: room, look: look)
  }
}
