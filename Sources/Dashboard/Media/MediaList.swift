import Model
import Store

/// The cursor in the list of items in the media: a window of rows around what is seen, asked for anew near
/// its edges.
struct MediaList: Sendable, Movable {
  private(set) var page = CoveragePage()
  private(set) var isKnown = false
  private(set) var selection = Selection()
  var filter = CoverageFilter() { didSet { if filter != oldValue { restart() } } }
  /// Each story stands once.
  var isGrouped = false { didSet { if isGrouped != oldValue { restart() } } }
  private var anchor = CoverageWindow.Anchor.start
  private var height = 19
  /// Where the cursor goes when the next page comes; nil keeps it on its item.
  private var goesTo: Goal? = .start

  private enum Goal: Equatable { case start, end, item(RecordID) }

  var window: CoverageWindow {
    CoverageWindow(filter, isGrouped: isGrouped, anchor: anchor, count: height * 2 + 20)
  }

  var selected: CoverageRow? { page.rows.indices.contains(index) ? page.rows[index] : nil }

  private var index: Int {
    get { selection.index }
    set { selection.index = newValue }
  }
  private var top: Int {
    get { selection.top }
    set { selection.top = newValue }
  }

  private mutating func restart() {
    (anchor, index, top, goesTo) = (.start, 0, 0, .start)
  }

  /// Opens the list at an item, wherever it stands.
  mutating func show(around id: RecordID) {
    (filter, isGrouped) = (CoverageFilter(), false)
    (anchor, goesTo) = (.record(id, before: height), .item(id))
  }

  mutating func move(by step: Int) {
    goesTo = nil
    index = max(0, min(page.rows.count - 1, index + step))
    keepInSight()
    guard let selected else { return }
    let isNearEnd = page.hasAfter && index + height > page.rows.count
    let isNearStart = page.hasBefore && index < height
    if isNearEnd || isNearStart { anchor = .around(selected.place, before: height + 10) }
  }

  mutating func move(_ move: ListMove) {
    switch move {
    case .top: moveToStart()
    case .bottom: moveToEnd()
    default: self.move(by: move.step(count: page.rows.count, height: height))
    }
  }

  private mutating func moveToStart() {
    if page.hasBefore { (anchor, goesTo) = (.start, .start) } else { move(by: -page.rows.count) }
  }

  private mutating func moveToEnd() {
    if page.hasAfter { (anchor, goesTo) = (.end, .end) } else { move(by: page.rows.count) }
  }

  mutating func fit(height: Int) {
    self.height = max(1, height)
    keepInSight()
  }

  private mutating func keepInSight() {
    if index < top { top = index }
    if index >= top + height { top = index - height + 1 }
    top = max(0, min(top, max(0, page.rows.count - height)))
  }

  /// Takes rows; the cursor stays on its item, at its line of the screen.
  mutating func receive(_ page: CoveragePage) {
    let (line, item) = (index - top, selected?.item.id)
    self.page = page
    isKnown = true
    switch goesTo {
    case .start: (index, top) = (0, 0)
    case .end: index = max(0, page.rows.count - 1)
    case .item(let id): index = page.rows.firstIndex { $0.item.id == id } ?? 0
    case nil:
      if let item, let place = page.rows.firstIndex(where: { $0.item.id == item }) {
        (index, top) = (place, place - line)
      } else {
        index = max(0, min(index, page.rows.count - 1))
      }
    }
    // At rest at the start, the newest item stays selected, whichever comes.
    if goesTo != .start { goesTo = nil }
    keepInSight()
  }

  /// Takes in what was just written, before the store's answer comes.
  mutating func take(_ written: [Coverage]) {
    let items = written.byID
    for index in page.rows.indices {
      if let item = items[page.rows[index].item.id] { page.rows[index].item = item }
    }
  }
}
