/// How an enquiry stands to its deadline.
public enum Deadline: Sendable, Equatable {
  /// Nobody said when.
  case none
  /// Seconds that are left.
  case left(Int)
  /// Seconds since it passed.
  case late(Int)
  /// It was answered or declined; so many seconds after the deadline, 0 where in time.
  case closed(late: Int)
}

extension Enquiry {
  /// - Parameter present: seconds since 1970.
  public func standing(at present: Int) -> Deadline {
    if !isOpen {
      guard let deadline, let answered else { return .closed(late: 0) }
      return .closed(late: max(0, answered.seconds - deadline.seconds))
    }
    guard let deadline else { return .none }
    let left = deadline.seconds - present
    return left >= 0 ? .left(left) : .late(-left)
  }

  public func isOverdue(at present: Int) -> Bool {
    if case .late = standing(at: present) { true } else { false }
  }

  /// Seconds from the question to the answer; nil where one of the two is not known.
  public var answerTime: Int? {
    guard state == .answered, let received, let answered else { return nil }
    return max(0, answered.seconds - received.seconds)
  }

  /// What waits stands before what is closed. Of what waits the nearest deadline comes first, so that the most
  /// overdue is at the top at any time; then what has no deadline, the longest waiting first; then what is closed,
  /// the newest first.
  public static func isBefore(_ a: Enquiry, _ b: Enquiry) -> Bool {
    let (first, second) = (a.place, b.place)
    return (first.group, first.order, a.id) < (second.group, second.order, b.id)
  }

  private var place: (group: Int, order: Int) {
    if !isOpen { return (2, -(answered?.seconds ?? 0)) }
    return deadline.map { (0, $0.seconds) } ?? (1, received?.seconds ?? 0)
  }
}

/// How the enquiries stand together.
public struct EnquiryFigures: Sendable, Equatable {
  public var open = 0
  public var overdue = 0
  public var withoutDeadline = 0
  public var answered = 0
  /// Answered after the deadline.
  public var answeredLate = 0
  /// Half of the answers took no longer; nil where none has both times.
  public var medianAnswerTime: Int?

  /// - Parameter present: seconds since 1970.
  public init(_ enquiries: [Enquiry], at present: Int) {
    for enquiry in enquiries {
      switch enquiry.standing(at: present) {
      case .none: (open, withoutDeadline) = (open + 1, withoutDeadline + 1)
      case .left: open += 1
      case .late: (open, overdue) = (open + 1, overdue + 1)
      case .closed(let late) where enquiry.state == .answered:
        answered += 1
        if late > 0 { answeredLate += 1 }
      case .closed: break
      }
    }
    let times = enquiries.compactMap(\.answerTime).sorted()
    if !times.isEmpty { medianAnswerTime = times[(times.count - 1) / 2] }
  }
}
