import Model
import Office
import Phrases
import Store
import Terminal

/// All that presses and comes next, the most urgent first: each line leads to its record.
struct AlarmsPane: Pane {
  static let name = "alarms"
  static let title = PhraseKey.paneAlarms
  private var alarms: [Alarm]?
  private var mine: [Alarm] = []
  private var isMineOnly = false
  private var selection = Selection()

  private var shown: [Alarm] { isMineOnly ? mine : alarms ?? [] }
  private var selected: Alarm? { shown.indices.contains(selection.index) ? shown[selection.index] : nil }

  func asks(_ look: Look) -> [Ask<Self>] {
    let who = look.who
    return [
      Ask(AlarmsAt(asOf: look.asOf, at: look.present)) {
        $0.alarms = $1
        $0.mine = $1.filter { $0.owner == who }
      }
    ]
  }

  static let commands: [Command<AlarmsPane>] = [
    Command("alarms.open", .commandOpen, ["Enter"], rank: 1) { pane, _ in
      pane.selected.map { [.go($0.destination)] } ?? [.announce(Phrase(.nothingSelected))]
    },
    .moving("alarms.mine", .commandMine, ["f"], rank: 2) {
      $0.isMineOnly.toggle()
      $0.selection = Selection()
    },
    Command("alarms.level", .commandAlarmLevel, ["Space"], rank: 3) { _, look in
      let levels = AlarmLevel.allCases
      let next = levels[(levels.firstIndex(of: look.alarms)! + 1) % levels.count]
      return [
        .prefer(Look.alarmsPreference, next.rawValue),
        .announce(Phrase(.alarmLine, .text(look.word("alarms", next.rawValue)))),
      ]
    },
    .moving("alarms.down", .commandDown, ["Down", "j", "WheelDown"]) { $0.move(1) },
    .moving("alarms.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("alarms.page", .commandPageDown, ["PgDn"]) { $0.move($0.height) },
    .moving("alarms.back", .commandPageUp, ["PgUp"]) { $0.move(-$0.height) },
    .moving("alarms.top", .commandTop, ["g", "Home"]) { $0.move(-$0.shown.count) },
    .moving("alarms.bottom", .commandBottom, ["G", "End"]) { $0.move($0.shown.count) },
  ]

  private var height = 1

  private mutating func move(_ step: Int) { selection.move(by: step, count: shown.count) }

  mutating func fit(to size: Size, look: Look) {
    height = max(1, size.rows - 1)
    selection.fit(count: shown.count, height: height)
  }

  // MARK: Drawing

  func heading(_ look: Look) -> [Span] {
    guard let alarms else { return [] }
    let over = alarms.count { $0.isOver }
    return [Span(" · \(look.say(.alarmCounts, .number(over), .number(alarms.count - over)))", .quiet)]
      + (isMineOnly ? [Span(" · \(look.say(.alarmMine))", .match)] : [])
  }

  func status(_ look: Look) -> [Span] {
    guard let selected else { return [] }
    let words = AlarmWords(alarm: selected, look: look)
    let owner = selected.owner.isEmpty ? "" : " · \(selected.owner)"
    return [Span("\(words.title) · \(words.fullWhen)\(owner)", .quiet)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let alarms else { return }
    guard !shown.isEmpty else {
      let sentence = look.say(isMineOnly && !alarms.isEmpty ? .alarmNoneMine : .alarmNone)
      canvas.text(sentence, row: area.row, column: area.column + 1, ink: .quiet)
      return
    }
    let columns = AlarmColumns(width: area.columns)
    for (text, column) in [
      (look.say(.timelineState), columns.state), (look.say(.alarmWhen), columns.when),
      (look.say(.alarmWhat), columns.title),
    ] {
      canvas.text(text, row: area.row, column: column.start, width: column.width, ink: .heading)
    }
    if columns.owner.width > 0 {
      canvas.text(
        look.word("field", "owner"), row: area.row, column: columns.owner.start, width: columns.owner.width,
        ink: .heading)
    }
    for (offset, alarm) in shown.dropFirst(selection.top).prefix(area.rows - 1).enumerated() {
      draw(alarm, on: &canvas, row: area.row + 1 + offset, columns, look)
      guard selection.top + offset == selection.index else { continue }
      canvas.text("▌", row: area.row + 1 + offset, column: area.column, ink: .marker)
      canvas.cursor = Point(row: area.row + 1 + offset, column: area.column)
    }
  }

  private func draw(
    _ alarm: Alarm, on canvas: inout Canvas, row: Int, _ columns: AlarmColumns, _ look: Look
  ) {
    let words = AlarmWords(alarm: alarm, look: look)
    canvas.spans([words.state], row: row, column: columns.state.start, width: columns.state.width)
    let when = columns.isWide ? words.fullWhen : words.when
    canvas.text(when, row: row, column: columns.when.start, width: columns.when.width, ink: .quiet)
    canvas.text(words.kind, row: row, column: columns.kind.start, width: columns.kind.width, ink: .quiet)
    canvas.text(words.title, row: row, column: columns.title.start, width: columns.title.width)
    canvas.text(
      alarm.owner, row: row, column: columns.owner.start, width: columns.owner.width, ink: .quiet)
  }
}

/// Where the columns of the list stand.
private struct AlarmColumns {
  struct Column { let start: Int, width: Int }

  let isWide: Bool
  let state, when, kind, title, owner: Column

  init(width: Int) {
    isWide = width >= 120
    state = Column(start: 1, width: 21)
    when = Column(start: 23, width: isWide ? 36 : 18)
    kind = Column(start: when.start + when.width + 1, width: width >= 70 ? 11 : 0)
    let start = kind.start + (kind.width > 0 ? kind.width + 1 : 0)
    owner = Column(start: isWide ? width - 26 : width, width: isWide ? 25 : 0)
    title = Column(start: start, width: max(0, owner.start - start - 1))
  }
}

extension Look {
  fileprivate static let alarmsPreference = "alarms"

  /// How much the line of alarms tells.
  var alarms: AlarmLevel {
    get { preferences[Self.alarmsPreference].flatMap(AlarmLevel.init) ?? .pressing }
    set { prefer(Self.alarmsPreference, newValue.rawValue) }
  }
}

extension Alarm {
  var destination: Destination { Destination(kind, record) }
}
