/// Something that presses, or soon will: computed for a day and a moment, never stored.
public struct Alarm: Sendable, Equatable, Identifiable {
  /// Why it presses; what cannot wait comes first.
  public enum Grade: Int, Sendable, CaseIterable, Comparable {
    /// An embargo lifts within the hour.
    case embargo
    /// An enquiry is past its deadline.
    case unanswered
    /// The embargo has lifted, and the material has not been released by two people.
    case unreleased
    /// A task of a launch board is past its time by less than a day.
    case missed
    /// A planned day has passed.
    case overdue
    /// A planned day, a deadline or an embargo comes within the days asked for.
    case due

    public static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
  }

  /// How long until its time; negative once that has passed.
  public enum Left: Sendable, Equatable {
    case days(Int)
    case seconds(Int)
  }

  public let grade: Grade
  /// What it opens.
  public let kind: RecordKind
  public let record: RecordID
  /// What the office calls it; of what the decision names, its label is meant instead.
  public let name: String
  /// The activity of the decision that it is, or belongs to.
  public let label: Label?
  /// Which occurrence, which language; of a partnership `term`, where it is the end of its term that presses.
  public let part: String
  public let owner: String
  public let when: When
  public let left: Left

  static let term = "term"
  /// Whether what comes is the end of what was agreed, and not a review of it.
  public var isTerm: Bool { kind == .partnership && part == Self.term }

  /// What stays the same when its time or its name changes.
  public var id: String { "\(kind.rawValue):\(record):\(part)" }
  /// Whether it cannot wait until somebody looks at a list.
  public var isPressing: Bool { grade <= .missed }
  /// Whether its time has passed.
  public var isOver: Bool { grade != .embargo && grade != .due }

  /// By which alarms of one grade are told apart: the time, then the record.
  var order: (Grade.RawValue, Int, String, String) {
    let seconds = when.moment?.seconds ?? when.day.number * 86_400 + 86_399
    return (grade.rawValue, seconds, kind.rawValue, record)
  }
}

/// How much the line of alarms tells a person.
public enum AlarmLevel: String, Sendable, CaseIterable {
  case off
  /// What cannot wait.
  case pressing
  /// What is overdue and due, too.
  case all

  public func tells(_ alarm: Alarm) -> Bool {
    switch self {
    case .off: false
    case .pressing: alarm.isPressing
    case .all: true
    }
  }
}
