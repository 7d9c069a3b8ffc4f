import Model
import Office
import Terminal

/// Where the parts of a board stand: the grid, and beside or below it what there is to know.
struct BoardLayout {
  /// What the grid leaves for the panel.
  enum Panel: Equatable {
    case none
    /// At the right of the grid, over its whole height.
    case side(columns: Int)
    case below(rows: Int)
  }

  let panel: Panel
  let labelWidth: Int
  /// From one column to the next.
  let pitch: Int
  let columnCount: Int
  /// The activities that are shown, by their place in Table 2, each with its number of rows.
  let rows: [(activity: Int, height: Int)]
  /// Whether a card has a second row: when, who and where.
  let isDeep: Bool
  /// What is left below the grid for the cards of the cell under the cursor.
  let detailRows: Int

  static let activities = Decision.adopted.launchActivities

  /// - Parameter isWall: nobody's cursor is there, so that activities without cards in sight may be left out.
  init(_ board: Board, _ view: BoardView, size: Size, isWall: Bool = false, look: Look) {
    panel = Self.panel(size, isShown: view.showsPanel || isWall)
    var (width, height) = (size.columns, size.rows - 1)
    switch panel {
    case .none: break
    case .side(let columns): width -= columns
    case .below(let rows): height -= rows
    }
    let labels = Self.activities.map { CellText.width($0.label.text(in: look.language)) }
    let wanted = min(width >= 100 ? 30 : 23, (labels.max() ?? 0) + 2)
    let narrow = max(9, min(wanted, width - 1 - 7 * 8))
    columnCount = Self.columnCount(view, room: width - 1 - narrow, isWall: isWall)
    pitch = max(4, min(22, (width - 1 - narrow) / columnCount))
    labelWidth = max(0, min(wanted, width - 1 - pitch * columnCount))
    var sized = view
    sized.fit(columns: columnCount)
    let counts = Self.activities.map { activity in
      sized.columns.map { board.cards(activity.id, $0, on: sized.day).count }.max() ?? 0
    }
    var shown = Array(Self.activities.indices)
    if isWall, height < shown.count {
      let filled = shown.filter { counts[$0] > 0 }
      shown = Array((filled.isEmpty ? shown : filled).prefix(max(1, height)))
    }
    let needs = shown.map { ($0, counts[$0]) }
    let room = max(1, height)
    // A few rows for what stands in the cell under the cursor.
    let forGrid = isWall || room < 26 ? room : room - 8
    let (heights, isDeep) = Self.heights(needs.map(\.1), room: forGrid, mayBeDeep: pitch >= 12)
    self.isDeep = isDeep
    rows = Array(zip(shown, heights)).map { ($0, $1) }
    detailRows = isWall ? 0 : max(0, room - heights.reduce(0, +) - 1)
  }

  private static func panel(_ size: Size, isShown: Bool) -> Panel {
    guard isShown else { return .none }
    if size.isVast && size.rows >= 24 { return .side(columns: 54) }
    if size.rows < 12 { return .none }
    return .below(rows: size.rows < 16 ? 5 : min(16, max(9, size.rows - 17)))
  }

  /// So many characters a day needs before its tasks can be read.
  private static let legible = 12
  private static let comfortable = 18

  /// A week, or where its tasks would be a few letters each, as many days around the cursor as can be read. On a wall
  /// nobody moves on to the others.
  private static func columnCount(_ view: BoardView, room: Int, isWall: Bool) -> Int {
    if view.isHours { return max(2, min(25, room / 8)) }
    return isWall || room / 7 >= legible ? max(1, min(7, room / 5)) : max(1, min(7, room / comfortable))
  }

  /// How many rows each activity gets: two for each card if they all fit, else one for each of as many as do.
  private static func heights(_ counts: [Int], room: Int, mayBeDeep: Bool) -> ([Int], isDeep: Bool) {
    let deep = counts.map { max(1, $0 * 2) }
    if mayBeDeep, deep.reduce(0, +) <= room { return (deep, true) }
    let most = min(room, counts.max() ?? 1)
    let cap = stride(from: most, through: 2, by: -1).first { cap in
      counts.reduce(0) { $0 + max(1, min($1, cap)) } <= room
    }
    var heights = counts.map { max(1, min($0, cap ?? 1)) }
    // What is left goes to the first that have more.
    var left = room - heights.reduce(0, +)
    for index in heights.indices where left > 0 && counts[index] > heights[index] {
      heights[index] += 1
      left -= 1
    }
    return (heights, false)
  }

  func column(_ index: Int, in area: Rect) -> Int { area.column + 1 + labelWidth + index * pitch }
}
