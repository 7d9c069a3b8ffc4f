import Model
import Phrases
import Typesetting

/// How an item of the calendar reads: a glyph and a word for what it is and how it stands, then its title.
public struct CalendarWords: Sendable {
  public let item: AgendaItem
  public let look: Look
  public let zone: Zone

  public init(item: AgendaItem, look: Look, zone: Zone) {
    (self.item, self.look, self.zone) = (item, look, zone)
  }

  /// What the decision names has a name in each language.
  public var title: String {
    let adopted: Label? =
      switch item.kind {
      case .activity: Decision.adopted.activity(item.id)?.label
      case .occurrence: Decision.adopted.activity(Occurrence(id: item.id).activity)?.label
      case .launch: Decision.adopted.label(ofLaunch: item.id, named: item.title)
      case .risk: Decision.adopted.risk(item.id)?.label
      case .partnership:
        Decision.adopted.partnership(item.id).flatMap { $0.label.en == item.title ? $0.label : nil }
      default: nil
      }
    return adopted?.text(in: look.language) ?? item.title
  }

  /// What of its record has that day: the kind of an event, "ends", "embargo lifts".
  public var what: String {
    if let type = item.type { return look.word("event_kind", type.rawValue) }
    return look.word("agenda", item.mark.rawValue)
  }

  /// Not done though its day is over.
  public var isLate: Bool {
    guard item.isOpen, [.ends, .due, .deadline, .task, .occurrence, .review].contains(item.mark) else {
      return false
    }
    if let moment = item.start.moment { return moment.seconds < look.present }
    return item.start.day < look.asOf
  }

  /// "done", "cancelled"; empty where nothing is to be said.
  public var state: String {
    switch item.state {
    case .open: isLate ? look.word("agenda_state", "late") : ""
    case .done: look.word("agenda_state", "done")
    case .tentative: look.word("event_status", "tentative")
    case .cancelled: look.word("event_status", "cancelled")
    }
  }

  public var mark: Mark {
    switch item.state {
    case .done: return .done
    case .cancelled: return .gone
    case .tentative: return .unclear
    case .open: break
    }
    if isLate { return .late }
    let mark: Mark = item.kind == .event ? .event : item.mark == .begins ? .begins : .open
    return [.release, .embargo].contains(item.mark) ? mark.inked(.today) : mark
  }

  /// The time of day on which it begins; "all day" is not said.
  public func time(on day: Day) -> String {
    guard let moment = item.start.moment?.moved(to: zone) else { return "" }
    return moment.day == day ? moment.time.description : "‹"
  }

  /// "10:00-11:30", or how far a span of days goes.
  public func times(on day: Day) -> String {
    let start = time(on: day)
    switch item.end {
    case .moment(let end) where end.seconds != item.start.moment?.seconds:
      let end = end.moved(to: zone)
      return "\(start)-\(end.day == day ? end.time.description : "›")"
    case .day(let last) where last > item.start.day:
      return "\(day - item.start.day + 1)/\(last - item.start.day + 1)"
    default: return start
    }
  }
}
