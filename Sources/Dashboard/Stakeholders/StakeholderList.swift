import Model
import Store

/// The cursor in a list of any length: a window of rows around what is seen, asked for anew near its edges.
struct StakeholderList: Sendable {
  private(set) var filter = StakeholderFilter()
  private(set) var sort = StakeholderSort()
  private(set) var page = StakeholderPage.none
  private(set) var index = 0
  private(set) var top = 0
  /// How many rows the list has in all; nil until somebody has counted.
  var total: Int?
  private var anchor = StakeholderWindow.Anchor.start
  private var height = 19
  /// The place of the first loaded row in the whole list, where it is known.
  private var firstNumber: Int? = 0
  /// A record to look for when the next page arrives, and its place in the list, not yet known.
  private(set) var sought: RecordID?
  private(set) var isAtRest = true
  /// Where the cursor goes when the page arrives that was asked for: whatever row it was on before.
  private var goesTo: Edge?

  /// Everything that could match was looked at since the list was asked for.
  private var isThorough = false

  private enum Edge { case start, end }

  /// What a key has time for, until the keys have rested once.
  var window: StakeholderWindow {
    StakeholderWindow(
      filter: filter, sort: sort, anchor: anchor, count: height * 2 + 20,
      isThorough: isThorough && anchor != .start)
  }

  /// The rest of what the window has not looked at; nil where it has looked at everything.
  var rest: StakeholderWindow? {
    guard page.isPartial, !isThorough else { return nil }
    var window = window
    window.isThorough = true
    return window
  }

  var selected: StakeholderRow? { page.rows.indices.contains(index) ? page.rows[index] : nil }
  var visible: ArraySlice<StakeholderRow> { page.rows.dropFirst(top).prefix(height) }
  /// The place of the selected row in the whole list, from 1.
  var number: Int? { selected == nil ? nil : firstNumber.map { $0 + index + 1 } }

  // MARK: What is listed

  mutating func show(_ filter: StakeholderFilter) {
    self.filter = filter
    restart()
  }

  mutating func sort(by sort: StakeholderSort) {
    self.sort = sort
    restart()
  }

  /// Opens the list at a record, wherever it stands.
  mutating func show(around id: RecordID) {
    filter = StakeholderFilter()
    if let at = page.rows.firstIndex(where: { $0.stakeholder.id == id }), total != nil {
      select(at)
    } else {
      restart()
      anchor = .record(id, before: height)
      sought = id
      goesTo = nil
      firstNumber = nil
    }
  }

  /// Goes to a record of what is listed and loaded; false where it is not among that.
  mutating func stand(on id: RecordID) -> Bool {
    guard let row = page.rows.firstIndex(where: { $0.stakeholder.id == id }) else { return false }
    select(row)
    return true
  }

  private mutating func restart() {
    anchor = .start
    (index, top, firstNumber, total) = (0, 0, 0, nil)
    sought = nil
    isAtRest = true
    isThorough = false
    goesTo = .start
  }

  // MARK: Moving

  /// Moves by rows; returns by how many the rows on the screen were scrolled.
  @discardableResult
  mutating func move(by step: Int) -> Int {
    let before = top
    isAtRest = false
    goesTo = nil
    index = max(0, min(page.rows.count - 1, index + step))
    keepInSight()
    let scrolled = top - before
    extend()
    return scrolled
  }

  mutating func movePage(by pages: Int) {
    isAtRest = false
    goesTo = nil
    let step = pages * max(1, height - 1)
    index = max(0, min(page.rows.count - 1, index + step))
    top = max(0, min(top + step, page.rows.count - height))
    keepInSight()
    extend()
  }

  mutating func moveToStart() {
    guard page.hasBefore else { return select(0) }
    anchor = .start
    firstNumber = 0
    (index, top) = (0, 0)
    sought = nil
    goesTo = .start
  }

  mutating func moveToEnd() {
    guard page.hasAfter else { return select(page.rows.count - 1) }
    anchor = .end
    firstNumber = nil
    goesTo = .end
    index = max(0, page.rows.count - 1)
    keepInSight()
  }

  private mutating func select(_ row: Int) {
    isAtRest = false
    goesTo = nil
    index = max(0, row)
    keepInSight()
    extend()
  }

  private mutating func keepInSight() {
    if index < top { top = index }
    if index >= top + height { top = index - height + 1 }
    top = max(0, min(top, max(0, page.rows.count - height)))
  }

  /// Asks for a window around the cursor before it reaches an edge of the loaded one.
  private mutating func extend() {
    guard let selected else { return }
    let nearEnd = page.hasAfter && index + height > page.rows.count
    let nearStart = page.hasBefore && index < height
    guard nearEnd || nearStart, goesTo == nil else { return }
    anchor = .around(selected.place, before: height + 10)
  }

  // MARK: Answers

  mutating func fit(height: Int) {
    self.height = max(1, height)
    keepInSight()
  }

  /// Takes what was found when there was time to look at everything.
  mutating func receiveRest(_ page: StakeholderPage) {
    receive(page)
    isThorough = true
  }

  /// Takes rows; the cursor stays on its record, at its line of the screen.
  mutating func receive(_ page: StakeholderPage) {
    let line = index - top
    let wanted = sought ?? selected?.stakeholder.id
    let oldIndex = index
    self.page = page
    if let count = page.total { total = count }
    if goesTo == .end {
      index = page.rows.count - 1
      top = index
      firstNumber = total.map { $0 - page.rows.count }
    } else if goesTo == .start || (anchor == .start && isAtRest && sought == nil) {
      // Nobody has moved yet: the first row stays selected, whoever it is now.
      (index, top) = (0, 0)
    } else if let wanted, let at = page.rows.firstIndex(where: { $0.stakeholder.id == wanted }) {
      if anchor != .start, sought == nil { firstNumber = firstNumber.map { $0 + oldIndex - at } }
      index = at
      top = sought == nil ? at - line : at - height / 3
    } else {
      index = max(0, min(oldIndex, page.rows.count - 1))
    }
    if !page.hasBefore { firstNumber = 0 }
    sought = nil
    goesTo = nil
    keepInSight()
  }
}
