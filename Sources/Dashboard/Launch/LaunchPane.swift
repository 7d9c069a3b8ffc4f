import Model
import Office
import Phrases
import Store
import Terminal

/// The launch of an assessment: Table 2 month by month, and its board day by day. Both are as empty as the text
/// leaves them until somebody fills them.
struct LaunchPane: Pane {
  static let name = "launch"
  static let title = PhraseKey.paneLaunch

  private(set) var launches: [Launch] = []
  /// The one that is shown; the model for all others until somebody chooses.
  private(set) var id = Launch.pollination
  private(set) var cells: [RecordID: LaunchCell] = [:]
  private(set) var budget: [BudgetLine] = []
  private(set) var messages: [Message] = []
  /// Shows the board in place of the months of Table 2.
  var isBoard = false
  var isTable: Bool { !isBoard }
  var rows = Selection()
  var column = 0
  /// A month or day to go to as soon as the launch is known.
  private var sought: String?
  /// A card to go to as soon as it is known where it stands.
  var soughtCard: RecordID?
  private(set) var size = Size(columns: 80, rows: 19)

  /// The board, what somebody looks at of it, and what it says at this minute.
  var sources: BoardSources?
  var view: BoardView?
  var facts: BoardFacts?

  let activities = Decision.adopted.launchActivities

  var launch: Launch? { launches.first { $0.id == id } }

  /// The columns of Table 2.
  private(set) var columns = LaunchTable.columns(of: Launch(id: Launch.pollination))
  var slots: [String] { columns.map(\.slot) }

  var selected: LaunchCell? {
    guard columns.indices.contains(column), activities.indices.contains(rows.index),
      columns[column].month != nil
    else { return nil }
    return cell(activities[rows.index].id, slots[column])
  }

  /// The cell as it is stored; one that never was is of version 0.
  func cell(_ activity: RecordID, _ slot: String) -> LaunchCell {
    let id = LaunchCell.id(launch: id, activity: activity, slot: slot)
    return cells[id] ?? LaunchCell(id: id)
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AllRecords<Launch>()) { $0.take(launches: $1) },
      Ask(AllRecords<Message>(), .beside) { $0.messages = $1 },
    ]
      + (isBoard
        ? [Ask(LaunchBoardQuery(id, on: today(look)), .beside) { $0.take(sources: $1) }]
        : [
          Ask(AllRecords<LaunchCell>()) { pane, cells in
            pane.cells = cells.byID
          },
          Ask(AllRecords<BudgetLine>()) { $0.budget = $1 },
        ])
      + (soughtCard.map { [Ask(RecordByID<Card>($0)) { $0.take(sought: $1) }] } ?? [])
  }

  private mutating func take(launches: [Launch]) {
    let adopted = Decision.adopted.launches.map(\.id)
    let before = launch?.day
    self.launches = launches.sorted { a, b in
      func key(_ launch: Launch) -> (Int, Int, String) {
        (adopted.firstIndex(of: launch.id) ?? .max, launch.day?.number ?? .max, launch.name)
      }
      return key(a) < key(b)
    }
    if launch == nil, let first = self.launches.first { id = first.id }
    // The board goes along with its release.
    if before != nil, launch?.day != before { view = nil }
    seek()
  }

  // MARK: Going somewhere

  mutating func visit(_ destination: Destination) -> Bool {
    switch destination {
    case .launch(let launch, let activity, let slot):
      if let launch, launch != id { choose(launch) }
      if let row = activities.firstIndex(where: { $0.id == activity }) {
        rows.index = row
        view?.rows.index = row
      }
      sought = slot
      if slot == nil { isBoard = false }
      seek()
    case .list(.card, let card?):
      (soughtCard, isBoard) = (card, true)
    default: return false
    }
    return true
  }

  /// The launch, and the cell of Table 2 under the cursor.
  var place: String { isBoard ? "board \(id)" : "\(rows.index) \(column) \(id)" }

  mutating func stand(at place: String) {
    let parts = place.split(separator: " ")
    if let launch = parts.last.map(String.init), launch != id { choose(launch) }
    isBoard = parts.first == "board"
    guard parts.count == 3, let row = Int(parts[0]), let column = Int(parts[1]) else { return }
    (rows.index, self.column) = (row, column)
  }

  /// Shows another launch from its beginning.
  mutating func choose(_ launch: RecordID) {
    id = launch
    (sources, view, facts, column) = (nil, nil, nil, 0)
    seek()
  }

  private mutating func seek() {
    if let launch { columns = LaunchTable.columns(of: launch) }
    guard let slot = sought else { return }
    isBoard = Day(slot) != nil
    if let index = slots.firstIndex(of: slot) { column = index }
    guard launch != nil else { return }
    if !isBoard {
      sought = nil
    } else if let day = Day(slot), view != nil {
      view?.go(to: day)
      sought = nil
    }
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    column = max(0, min(columns.count - 1, column))
    if isBoard {
      fitBoard(look)
      if sought != nil { seek() }
    } else {
      rows.fit(count: activities.count, height: LaunchLayout(self, look: look).gridRows)
    }
  }

  // MARK: Writing

  mutating func applied(_ written: Written, look: Look) -> [Effect] {
    for cell in written.all(LaunchCell.self) { cells[cell.id] = cell }
    let resumed = written.all(Card.self).first { card in
      card.state != .blocked && sources?.board.card(card.id)?.state == .blocked
    }
    written.all(Card.self).forEach { put($0) }
    return resumed.map {
      [.announce(Phrase(.labelled, .text($0.name), .text($0.state.word(look))))]
    } ?? []
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    isBoard ? drawBoard(on: &canvas, in: area, look: look) : drawTable(on: &canvas, in: area, look: look)
  }
}

extension LaunchPane {
  /// A task on the board; in the table what stands in a month, or else the launch.
  var subject: RecordReference? {
    if isBoard { return card?.reference ?? launch?.reference }
    return selected.flatMap { $0.version > 0 ? $0.reference : nil } ?? launch?.reference
  }
}
