import Model
import Phrases

/// What of all that has a day the calendar shows.
enum CalendarFilter: CaseIterable, Sendable {
  case all, events, sessions, deadlines, launches, open

  var next: Self {
    let all = Self.allCases
    return all[(all.firstIndex(of: self)! + 1) % all.count]
  }

  func includes(_ item: AgendaItem) -> Bool {
    switch self {
    case .all: true
    case .events: item.kind == .event
    case .sessions: item.type == .session
    case .deadlines: [.ends, .due, .deadline, .closes, .occurrence, .embargo, .review].contains(item.mark)
    case .launches: !item.launch.isEmpty
    case .open: item.isOpen && item.kind != .event
    }
  }

  /// What the title says; nil where everything is shown.
  var phrase: PhraseKey? {
    switch self {
    case .all: nil
    case .events: .calendarEvents
    case .sessions: .calendarSessions
    case .deadlines: .calendarDeadlines
    case .launches: .calendarLaunches
    case .open: .calendarOpen
    }
  }
}
