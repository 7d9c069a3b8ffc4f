import Model
import Office
import Phrases
import Store
import Terminal

/// Everything that has a day: a month as weeks with the selected day's list, or a week as one list.
struct CalendarPane: Pane {
  static let name = "calendar"
  static let title = PhraseKey.paneCalendar
  /// Under which the person's zone is kept.
  static let preference = Look.zonePreference

  private(set) var agenda = Agenda()
  private(set) var events: [RecordID: Event] = [:]
  /// Whose days and times are shown.
  private(set) var zone = Zone.utc
  /// The selected day; nil until the as-of day is known.
  private(set) var day: Day?
  var isWeek = false
  /// Whether the keys move in the list of the selected day, not over the days of the month.
  var isInList = false
  var filter = CalendarFilter.all
  /// The selected item of the selected day, and the row at the top of the list.
  var rows = Selection()
  private(set) var size = Size(columns: 80, rows: 19)
  /// What is in sight, by day: made anew when the month, the filter or an answer changes, not with each key.
  private(set) var shown: [Day: [AgendaItem]] = [:]
  private var shownFor: Scope?
  private var answers = 0
  /// An event to select as soon as it is known.
  private var sought: RecordID?

  /// What `shown` holds.
  private struct Scope: Equatable {
    let first: Day
    let last: Day
    let filter: CalendarFilter
    let answers: Int
  }

  var isMonth: Bool { !isWeek }
  var isAtDays: Bool { isMonth && !isInList }

  // MARK: Days

  /// The Monday of the first week in sight, and the last day.
  var span: (first: Day, last: Day) {
    let day = day ?? Day(number: 0)
    let (first, last) = isWeek ? (day, day) : (day.month.first, day.month.last)
    return (first + (1 - first.weekday), last + (7 - last.weekday))
  }

  func items(on day: Day) -> [AgendaItem] { shown[day] ?? [] }
  var items: [AgendaItem] { day.map(items) ?? [] }
  /// The selected item; none while the keys move over days.
  var selected: AgendaItem? {
    (isInList || isWeek) && items.indices.contains(rows.index) ? items[rows.index] : nil
  }
  /// What commands are about: the only thing of a day need not be chosen.
  var current: AgendaItem? { selected ?? (items.count == 1 ? items[0] : nil) }
  var event: Event? { current.flatMap { $0.kind == .event ? events[$0.id] : nil } }

  mutating func select(_ day: Day) {
    // The calendar ends where days have no year of four digits.
    self.day = max(.first + 31, min(.last + -31, day))
    rows.index = 0
  }

  // MARK: Answers

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(CalendarQuery(zone: zone)) { pane, answer in
        (pane.agenda, pane.events) = (answer.agenda, answer.events)
        pane.answers += 1
        pane.seek()
      }
    ]
  }

  mutating func prefer(_ preferences: [String: String]) {
    if let zone = preferences[Self.preference].flatMap({ Zone($0) }) { self.zone = zone }
  }

  mutating func show(in zone: Zone) { self.zone = zone }

  mutating func visit(_ destination: Destination) -> Bool {
    switch destination {
    case .calendar(let day):
      select(day)
      isInList = false
    case .event(let id):
      sought = id
      seek()
    default: return false
    }
    return true
  }

  private mutating func seek() {
    guard let id = sought, let event = events[id], let start = event.start else { return }
    sought = nil
    // A series stays at the time of it that was looked at.
    if let day, items(on: day).contains(where: { $0.id == id }) {
      isInList = true
    } else {
      select(start.day(in: zone))
      isInList = true
    }
    filter = .all
    refresh()
    rows.index = items.firstIndex { $0.kind == .event && $0.id == id } ?? 0
  }

  private mutating func refresh() {
    let (first, last) = span
    let scope = Scope(first: first, last: last, filter: filter, answers: answers)
    guard scope != shownFor else { return }
    let days = agenda.days(from: first, through: last)
    shown = filter == .all ? days : days.mapValues { $0.filter(filter.includes) }
    shownFor = scope
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    if day == nil { select(look.asOf) }
    refresh()
    if items.isEmpty { isInList = false }
    rows.index = max(0, min(items.count - 1, rows.index))
    let layout = CalendarLayout(size, weeks: (span.last - span.first + 1) / 7)
    if isWeek {
      fitWeek(height: size.rows)
    } else {
      rows.fit(count: items.count, height: max(1, layout.list.rows - 2))
    }
  }

  // MARK: The week

  /// A row of the week: a day with its first item or none, or another item of it.
  struct WeekRow: Equatable {
    let day: Day
    let index: Int
  }

  var weekRows: [WeekRow] {
    let first = span.first
    return (0..<7).flatMap { offset -> [WeekRow] in
      let day = first + offset
      return (0..<max(1, items(on: day).count)).map { WeekRow(day: day, index: $0) }
    }
  }

  var weekIndex: Int {
    weekRows.firstIndex { $0.day == day && $0.index == rows.index } ?? 0
  }

  private mutating func fitWeek(height: Int) {
    let (index, count) = (weekIndex, weekRows.count)
    var top = max(0, min(rows.top, count - height))
    if index < top { top = index }
    if index >= top + height { top = index - height + 1 }
    rows.top = top
  }

  /// Moves over the items of the week, and on into the next one.
  mutating func moveInWeek(by step: Int) {
    let all = weekRows
    let target = weekIndex + step
    guard all.indices.contains(target) else {
      guard let day else { return }
      select(day + (step > 0 ? 8 - day.weekday : -day.weekday))
      refresh()
      if step < 0 { rows.index = max(0, items.count - 1) }
      return
    }
    day = all[target].day
    rows.index = all[target].index
  }
}

/// Where the weeks and the list of the selected day stand.
struct CalendarLayout {
  let weeks: Rect
  let list: Rect
  let isWide: Bool
  /// Rows of a week.
  let height: Int
  /// Columns of a day.
  let pitch: Int
  static let weekNumber = 4

  init(_ size: Size, weeks count: Int) {
    isWide = size.isVast
    let width = isWide ? size.columns * 5 / 8 : size.columns
    pitch = max(3, (width - Self.weekNumber) / 7)
    let room = size.rows - 1
    if isWide {
      height = max(1, room / max(1, count))
      weeks = Rect(row: 0, column: 0, rows: size.rows, columns: width)
      list = Rect(row: 0, column: width + 2, rows: size.rows, columns: size.columns - width - 2)
    } else {
      // The list has its heading and as much as a busy day needs.
      height = max(1, min(4, (room - 7) / max(1, count)))
      weeks = Rect(row: 0, column: 0, rows: min(size.rows, 1 + height * count), columns: width)
      list = Rect(row: weeks.rows, column: 0, rows: size.rows - weeks.rows, columns: width)
    }
  }
}

extension CalendarPane {
  var subject: RecordReference? { event?.reference }
}

extension CalendarPane {
  func cited(_ look: Look) -> Cited? {
    current.map { .record(RecordReference($0.kind, $0.id)) }
  }
}
