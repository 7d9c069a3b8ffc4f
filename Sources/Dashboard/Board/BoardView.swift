import Model
import Terminal

/// A column of a board.
enum BoardColumn: Sendable, Hashable {
  case day(Day)
  /// Of the day that is shown in hours; what has no time stands in none.
  case hour(Int?)
}

/// What somebody is looking at on a board: days or the hours of one, and the card under the cursor.
struct BoardView: Sendable, Equatable {
  /// The first of the days in sight.
  private(set) var first: Day
  /// The day under the cursor.
  private(set) var day: Day
  /// The hour under the cursor, nil in the column without time; nil altogether while days are shown.
  private(set) var slot: Int??
  private(set) var firstHour = 0
  /// The activity under the cursor.
  var rows = Selection()
  /// Which of the cards in the cell.
  var picked = 0
  var showsPanel = true
  /// How many columns there is room for.
  private(set) var columnCount = 7

  var isHours: Bool { slot != nil }

  /// The week around the release; later in the time of attention the week around today.
  init(_ launch: Launch, today: Day) {
    let release = launch.day ?? today
    let isLater = today > release + 3 && today <= (launch.attention?.upperBound ?? today)
    let middle = isLater ? today : release
    first = middle + -3
    day = (first...(first + 6)).contains(today) ? today : middle
  }

  /// The columns in sight, from left to right.
  var columns: [BoardColumn] {
    guard isHours else { return (0..<columnCount).map { .day(first + $0) } }
    let last = min(24, firstHour + columnCount - 1)
    return [.hour(nil)] + (firstHour..<last).map { .hour($0) }
  }

  var column: Int { columns.firstIndex(of: current) ?? 0 }
  var current: BoardColumn { slot.map { .hour($0) } ?? .day(day) }

  /// The days that the columns show.
  var window: ClosedRange<Day> { isHours ? day...day : first...(first + (columnCount - 1)) }

  // MARK: Moving

  mutating func moveColumn(by step: Int) {
    picked = 0
    guard let slot else {
      day = day + step
      return
    }
    // The column without time stands before midnight.
    let place = (slot ?? -1) + step
    if place < -1 || place > 23 { day = day + (place < 0 ? -1 : 1) }
    let wrapped = place < -1 ? 23 : place > 23 ? -1 : place
    self.slot = .some(wrapped < 0 ? nil : wrapped)
  }

  /// To other days, as many at a time as are in sight; hour by hour, a day at a time.
  mutating func page(by step: Int) {
    picked = 0
    let days = isHours ? step : step * columnCount
    day = day + days
    first = first + days
  }

  mutating func go(to day: Day) {
    picked = 0
    self.day = day
  }

  mutating func go(to column: BoardColumn) {
    switch column {
    case .day(let day): go(to: day)
    case .hour(let hour): slot = .some(hour)
    }
    picked = 0
  }

  /// Shows the hours of the day under the cursor, at an hour.
  mutating func zoomIn(at hour: Int?) {
    slot = .some(hour)
    firstHour = max(0, (hour ?? 8) - 1)
    picked = 0
  }

  mutating func zoomOut() {
    slot = .none
    picked = 0
  }

  mutating func fit(columns count: Int) {
    let isNarrower = max(1, count) < min(7, columnCount)
    columnCount = max(1, count)
    // Where less than a week has room, the cursor's day stands in the middle.
    if columnCount < 7, isNarrower { first = day + -(columnCount / 2) }
    if day < first { first = day }
    if day > first + (columnCount - 1) { first = day + -(columnCount - 1) }
    guard case .some(.some(let hour)) = slot else { return }
    let hours = max(1, columnCount - 1)
    if hour < firstHour { firstHour = hour }
    if hour >= firstHour + hours { firstHour = hour - hours + 1 }
    firstHour = max(0, min(firstHour, 24 - hours))
  }
}

extension Board {
  /// The cards of a cell: those of a day, or of an hour of the day that is shown.
  func cards(_ activity: RecordID, _ column: BoardColumn, on day: Day) -> [Card] {
    switch column {
    case .day(let day): cards(activity, day)
    case .hour(let hour): cards(activity, day).filter { $0.from.map { $0.minutes / 60 } == hour }
    }
  }
}
