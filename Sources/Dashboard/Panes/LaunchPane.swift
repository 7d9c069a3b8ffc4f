import Model
import Phrases
import Store
import Terminal

/// The launch of an assessment: Table 2 month by month, and the week of the release day by day. Both are as
/// empty as the text leaves them until somebody fills them.
struct LaunchPane: Pane {
  static let name = "launch"
  static let title = PhraseKey.paneLaunch

  private(set) var launch: Launch?
  private(set) var cells: [RecordID: LaunchCell] = [:]
  /// Shows the days of the launch week in place of the months of Table 2.
  var isBoard = false
  var isTable: Bool { !isBoard }
  var rows = Selection()
  var column = 0
  /// A slot to go to as soon as the launch is known, and with it the days of its week.
  private var sought: String?
  /// The cell that is being written.
  var written: LaunchCell?
  private(set) var size = Size(columns: 80, rows: 19)

  let activities = Decision.adopted.launchActivities

  var id: RecordID { launch?.id ?? Launch.pollination }

  /// The columns: months of Table 2, or days of the launch week; none while no release day is set.
  var slots: [String] {
    isBoard ? launch?.week.map(\.description) ?? [] : Decision.adopted.launchMonths.map(\.description)
  }

  var selected: LaunchCell? {
    guard slots.indices.contains(column), activities.indices.contains(rows.index) else { return nil }
    return cell(activities[rows.index].id, slots[column])
  }

  /// The cell as it is stored; one that never was is of version 0.
  func cell(_ activity: RecordID, _ slot: String) -> LaunchCell {
    let id = LaunchCell.id(launch: id, activity: activity, slot: slot)
    return cells[id] ?? LaunchCell(id: id)
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AllRecords<Launch>()) { pane, launches in
        pane.launch = launches.first { $0.id == Launch.pollination } ?? launches.first
        pane.seek()
      },
      Ask(AllRecords<LaunchCell>()) { pane, cells in
        pane.cells = Dictionary(cells.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
      },
    ]
  }

  // MARK: Going somewhere

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .launch(_, let activity, let slot) = destination else { return false }
    if let row = activities.firstIndex(where: { $0.id == activity }) { rows.index = row }
    sought = slot
    seek()
    return true
  }

  private mutating func seek() {
    guard let slot = sought else { return }
    isBoard = Day(slot) != nil
    if launch != nil { sought = nil }
    if let index = slots.firstIndex(of: slot) { column = index }
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    column = max(0, min(slots.count - 1, column))
    rows.fit(count: activities.count, height: LaunchLayout(self, look: look).gridRows)
  }

  // MARK: Writing

  /// The next key may come before the store's answer does: it builds on what was just written.
  mutating func applied(_ look: Look) -> [Effect] {
    guard var cell = written else { return [] }
    written = nil
    cell.version += 1
    cells[cell.id] = cell
    return []
  }

  mutating func refused(_ refusal: Refusal, look: Look) -> [Effect] {
    written = nil
    guard case .clash(let clash) = refusal else { return [.announce(Phrase(refusal: refusal))] }
    let form: any Pane =
      clash.kind == .launch ? MergeForm<Launch>(clash) : MergeForm<LaunchCell>(clash)
    return [.present(form), .announce(Phrase(refusal: refusal))]
  }
}

/// What the columns of a launch are called.
enum LaunchSlot {
  /// "Feb 2016", or "Mon 22 Feb 2016".
  static func name(_ slot: String, _ look: Look) -> String {
    if let day = Day(slot) { return "\(weekday(day, look)) \(look.day(day))" }
    return Month(slot).map(look.month) ?? slot
  }

  /// "Interviews, Mar 2016".
  static func title(of cell: LaunchCell, _ look: Look) -> String {
    let label = Decision.adopted.launchActivity(cell.activity)?.label.text(in: look.language)
    return look.say(.launchPlace, .text(label ?? cell.activity), .text(name(cell.slot, look)))
  }

  static func weekday(_ day: Day, _ look: Look) -> String { look.say(Phrase(weekday: day.weekday)) }
}

/// How the state of a cell looks: a glyph and a word first, an ink after that.
struct LaunchMark {
  let glyph: String
  let ink: Ink
  private let state: CellState?

  init(_ state: CellState?) {
    self.state = state
    (glyph, ink) =
      switch state {
      case nil: ("·", .quiet)
      case .planned: ("○", .text)
      case .underWay: ("◐", .underWay)
      case .done: ("●", .done)
      }
  }

  func word(_ look: Look) -> String {
    state.map { look.word("state", $0.rawValue) } ?? look.say(.launchNothing)
  }
}
