import Model
import Office
import Phrases
import Store
import Terminal

extension CalendarPane {
  static let commands: [Command<CalendarPane>] = itemCommands + viewCommands + turns + ways

  private static func noEvent(_ pane: Self, _ look: Look) -> Phrase? {
    pane.event == nil ? Phrase(.calendarNoEvent) : nil
  }

  private static let itemCommands: [Command<CalendarPane>] = [
    Command("calendar.open", .commandOpen, ["Enter"], rank: 1) { pane, _ in pane.open() },
    Command("calendar.new", .commandNew, ["n"], rank: 2, needs: .campaign) { pane, look in
      var event = Event(id: NewID.make())
      event.start = .day(pane.day ?? look.asOf)
      return [.present(RecordForm(event, isNew: true, at: "name"))]
    },
    Command("calendar.edit", .commandEdit, ["e"], rank: 6, needs: .campaign, unless: noEvent) { pane, _ in
      pane.event.map { [.present(RecordForm($0))] } ?? []
    },
    Command("calendar.state", .commandNextState, ["Space"], needs: .campaign, unless: noEvent) { pane, look in
      pane.event?.nextState(look) ?? []
    },
    Command("calendar.remove", .commandRemove, ["D"], needs: .campaign, unless: noEvent) { pane, _ in
      guard let event = pane.event else { return [] }
      let news = Phrase(.removed, .text(event.title), .text("u"))
      return [.apply(RemoveRecord(event), then: [.announce(news)])]
    },
    Command("calendar.import", .commandImport, ["i"], rank: 8, needs: .campaign) { _, _ in
      [
        .present(
          FilePrompt.reading(
            Phrase(.calendarFileQuestion), title: .commandImport, endings: ["ics", "ical", "icalendar"]
          ) { CalendarImportErrand(path: $0) })
      ]
    },
  ]

  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] { FindingsPane.telling(outcome) }

  private mutating func open() -> [Effect] {
    guard !items.isEmpty else { return [.announce(Phrase(.calendarNothing))] }
    guard let item = current else {
      isInList = true
      rows.index = 0
      return []
    }
    if item.kind == .event { return events[item.id].map { [.present(RecordForm($0))] } ?? [] }
    if item.kind == .launch { return [.go(.launch(item.id, activity: nil, slot: nil))] }
    return [.go(Destination(item.kind, item.id))]
  }

  private static let viewCommands: [Command<CalendarPane>] = [
    .moving("calendar.week", .commandCalendarWeek, ["w"], rank: 3, when: \.isMonth) {
      $0.isWeek = true
      $0.isInList = false
    },
    .moving("calendar.month", .commandCalendarMonth, ["m", "w"], rank: 3, when: \.isWeek) {
      $0.isWeek = false
    },
    .moving("calendar.filter", .commandFilter, ["f"], rank: 4) { $0.filter = $0.filter.next },
    Command("calendar.today", .commandToday, ["t"], rank: 5) { pane, look in
      pane.isInList = false
      pane.select(look.asOf)
      return []
    },
    Command("calendar.zone", .commandZone, ["z"]) { pane, _ in
      [
        .present(
          LinePrompt(Phrase(.calendarZoneHelp), title: .commandZone, of: .zone, text: pane.zone.name) {
            text in
            guard let zone = Zone.meant(by: text) else { return .problem(Phrase(.problemZone, .text(text))) }
            return .effects([
              .fill(.field(preference, text: zone.name)), .prefer(preference, zone.name), .close,
            ])
          })
      ]
    },
    .moving("calendar.back", .commandBack, ["Esc"], rank: 7, when: \.isInList) { $0.isInList = false },
    .moving(
      "calendar.clear", .commandClear, ["Esc"], rank: 7, when: { !$0.isInList && $0.filter != .all }
    ) { $0.filter = .all },
  ]

  private static let turns: [Command<CalendarPane>] = [
    .moving("calendar.right", .commandNextDay, ["Right", "l"]) { $0.move(days: 1) },
    .moving("calendar.left", .commandPreviousDay, ["Left", "h"]) { $0.move(days: -1) },
  ]

  private static let ways: [Command<CalendarPane>] =
    moves(also: [.pageDown: [">"], .pageUp: ["<"]]) { $0.go($1) }

  private mutating func go(_ move: ListMove) {
    switch move {
    case .down: step(1)
    case .up: step(-1)
    case .pageDown: page(1)
    case .pageUp: page(-1)
    case .top: if let day { select(isWeek ? day + (1 - day.weekday) : day.month.first) }
    case .bottom: if let day { select(isWeek ? day + (7 - day.weekday) : day.month.last) }
    }
  }

  private mutating func move(days: Int) {
    isInList = false
    if let day { select(day + days) }
  }

  private mutating func step(_ step: Int) {
    if isWeek {
      moveInWeek(by: step)
    } else if isInList {
      rows.move(by: step, count: items.count)
    } else {
      move(days: 7 * step)
    }
  }

  /// The same day of the next month, or of the next week.
  private mutating func page(_ sign: Int) {
    isInList = false
    guard let day else { return }
    select(isWeek ? day + 7 * sign : day.adding(months: sign))
  }

  mutating func fill(_ filling: Filling) {
    if case .field(Self.preference, let name) = filling, let zone = Zone(name) { show(in: zone) }
  }
}
