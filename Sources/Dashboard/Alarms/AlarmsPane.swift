import Model
import Office
import Phrases
import Store
import Terminal

/// All that presses and comes next, the most urgent first: each line leads to its record.
struct AlarmsPane: ListPane {
  static let name = "alarms"
  static let title = PhraseKey.paneAlarms
  private var alarms: [Alarm]?
  private var mine: [Alarm] = []
  private var isMineOnly = false
  /// The adopted plans of which nothing presses, since nobody has started them.
  private var closedPlans: [Plan] = []
  var list = RowList<Alarm>()

  func asks(_ look: Look) -> [Ask<Self>] {
    let who = look.who
    return [
      Ask(AlarmsAt(asOf: look.asOf, at: look.present)) {
        $0.alarms = $1
        $0.mine = $1.filter { $0.owner == who }
        $0.refresh()
      },
      Ask(ClosedPlansOn(look.asOf)) { $0.closedPlans = $1 },
    ]
  }

  private mutating func refresh() { list.take(isMineOnly ? mine : alarms ?? []) }

  static let commands: [Command<AlarmsPane>] = actions + moves

  private static let actions: [Command<AlarmsPane>] = [
    Command("alarms.open", .commandOpen, ["Enter"], rank: 1) { pane, _ in
      pane.selected.map { [.go($0.destination)] } ?? [.announce(Phrase(.nothingSelected))]
    },
    .moving("alarms.mine", .commandMine, ["f"], rank: 2) {
      $0.isMineOnly.toggle()
      $0.refresh()
      $0.list.move(.top)
    },
    Command("alarms.level", .commandAlarmLevel, ["Space"], rank: 3) { _, look in
      let levels = AlarmLevel.allCases
      let next = levels[(levels.firstIndex(of: look.alarms)! + 1) % levels.count]
      return [
        .prefer(Look.alarmsPreference, next.rawValue),
        .announce(Phrase(.alarmLine, .text(look.word("alarms", next.rawValue)))),
      ]
    },
  ]

  func cited(_ look: Look) -> Cited? {
    selected.map { .record(RecordReference($0.kind, $0.record)) }
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

  var nothing: Phrase {
    if isMineOnly, alarms?.isEmpty == false { return Phrase(.alarmNoneMine) }
    guard let year = closedPlans.first?.lastYear else { return Phrase(.alarmNone) }
    return Phrase(.alarmNoneClosed, .text(String(year)))
  }

  func table(_ look: Look, columns: Int) -> ListTable<Alarm> {
    func words(_ alarm: Alarm) -> AlarmWords { AlarmWords(alarm: alarm, look: look) }
    let isWide = Size.isWide(columns)
    var table: [ListTable<Alarm>.Column] = [
      .init(look.say(.timelineState), 21) { words($0).state }.growing,
      .init(look.say(.alarmWhen), isWide ? 36 : 18) {
        Span(isWide ? words($0).fullWhen : words($0).when, .quiet)
      }.whole,
    ]
    if columns >= 70 { table.append(.init("", 11) { Span(words($0).kind, .quiet) }) }
    table.append(.init(look.say(.alarmWhat), 0, text: { words($0).title }))
    if isWide { table.append(.init(look.word("field", "owner"), 25) { Span($0.owner, .quiet) }) }
    return ListTable(columns: table)
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
