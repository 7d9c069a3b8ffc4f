/// A record that can cover a paragraph of the decision.
public protocol Traced: Record {
  /// How far it had come on a day; nil where it was not there yet.
  func mandateState(asOf day: Day) -> MandateState?
  /// The code by which records of its kind are told apart here; empty where they are not.
  var mandateType: String { get }
  /// All codes under which it is counted, the empty one with all of its kind.
  var mandateTypes: [String] { get }
}

extension Traced {
  public var mandateType: String { "" }
  public var mandateTypes: [String] { [""] + (mandateType.isEmpty ? [] : [mandateType]) }
}

extension MandateState {
  /// What has a first and a last day, either of which may be unknown.
  fileprivate static func of(_ first: Day?, _ last: Day?, on day: Day) -> MandateState {
    if let first, day < first { return .planned }
    if let last, last < day { return .done }
    return .underWay
  }
}

// MARK: Programme

extension DatedOccurrence {
  func mandateState(asOf day: Day) -> MandateState {
    switch state {
    case .skipped: return .dropped
    case .done(let done) where done <= day: return .done
    // What was done later was late on the day as well.
    case .done, .open: return hasDeadline && end < day ? .overdue : start <= day ? .underWay : .planned
    }
  }
}

extension Launch: Traced {
  public func mandateState(asOf day: Day) -> MandateState? {
    switch attention(on: day) {
    case nil, .ahead: .planned
    case .day: .underWay
    case .over: .done
    }
  }
}

extension LaunchCell: Traced {
  public func mandateState(asOf day: Day) -> MandateState? {
    switch state {
    case nil: nil
    case .planned: (Month(slot)?.last).map { $0 < day } ?? false ? .overdue : .planned
    case .underWay: .underWay
    case .done: .done
    }
  }
}

extension Event: Traced {
  public var mandateType: String { type.rawValue }

  public func mandateState(asOf day: Day) -> MandateState? {
    if status == .cancelled { return .dropped }
    let last = isSeries ? nil : end?.day ?? start?.day
    return .of(start?.day, last, on: day)
  }
}

// MARK: Press

extension Enquiry: Traced {
  public func mandateState(asOf day: Day) -> MandateState? {
    if let received, received.day > day { return nil }
    if state == .declined { return .dropped }
    if !isOpen, (answered?.day ?? day) <= day { return .done }
    return deadline.map { $0.day < day } ?? false ? .overdue : .underWay
  }
}

extension Material: Traced {
  public func mandateState(asOf day: Day) -> MandateState? { isReleased ? .done : .underWay }
}

extension Message: Traced {
  public var mandateType: String { type.rawValue }

  /// What the decision says counts once the office works with it.
  public func mandateState(asOf day: Day) -> MandateState? {
    if isAgreed { return .done }
    let isUntouched = adopted != nil && texts.isEmpty && deliveries.isEmpty && agreements.isEmpty
    return isUntouched ? nil : .underWay
  }
}

extension RapidResponse: Traced {
  public func mandateState(asOf day: Day) -> MandateState? {
    if let opened, opened.day > day { return nil }
    return isOpen ? .underWay : .done
  }
}

// MARK: Voices

extension Opportunity: Traced {
  public func mandateState(asOf day: Day) -> MandateState? {
    switch state {
    case .planned: .planned
    case .open: .of(opens, nil, on: day)
    case .closed: .done
    case .cancelled: .dropped
    }
  }
}

extension CallForInput: Traced {
  public func mandateState(asOf day: Day) -> MandateState? {
    .of(opens, closes, on: day)
  }
}

extension Concern: Traced {
  public func mandateState(asOf day: Day) -> MandateState? {
    if let raised, raised > day { return nil }
    switch state {
    case .declined: return .dropped
    case .resolved where (resolved ?? day) <= day: return .done
    case .resolved, .open, .considering: return due.map { $0 < day } ?? false ? .overdue : .underWay
    }
  }
}

extension FocusGroup: Traced {
  public func mandateState(asOf day: Day) -> MandateState? {
    guard let when, when.day <= day else { return .planned }
    return findings.isEmpty ? .underWay : .done
  }
}

extension NetworkProposal: Traced {
  public func mandateState(asOf day: Day) -> MandateState? {
    if let received, received > day { return nil }
    return state == .answered ? .done : .underWay
  }
}

extension Partnership: Traced {
  /// By type, by who identified it and by what it is for. How one was made that there was before the decision nobody
  /// recorded: it counts by its type alone.
  public var mandateTypes: [String] {
    let types = [type?.rawValue].compactMap(\.self)
    if adopted != nil { return types }
    return [""] + types + [finder?.rawValue].compactMap(\.self) + purposes.map(\.rawValue)
  }

  /// What is in force is done: whether it is reviewed in time is another paragraph's.
  public func mandateState(asOf day: Day) -> MandateState? {
    guard let state = stood(on: day) else { return nil }
    switch state {
    case .invited: return .planned
    case .idea, .alternatives, .proposed, .bureau, .plenary: return .underWay
    case .active, .amended, .reviewDue, .ended, .lighter: return .done
    case .refused: return .dropped
    }
  }

  /// How far its reviews had come on a day; nil where it was not in force.
  func reviewState(asOf day: Day) -> MandateState? {
    guard let state = stood(on: day), state.isInForce else { return nil }
    if state == .reviewDue || nextReview.map({ $0 < day }) ?? false { return .overdue }
    if reviews.contains(where: { $0.day <= day }) { return .done }
    return nextReview == nil ? .nothing : .planned
  }
}

extension TaskForceRequest: Traced {
  public func mandateState(asOf day: Day) -> MandateState? { .of(nil, until, on: day) }
}

extension Risk: Traced {
  /// Under way as soon as somebody said something of it, and never done.
  public func mandateState(asOf day: Day) -> MandateState? {
    reviewDay.map { $0 < day } ?? false ? .overdue : weight == nil ? .planned : .underWay
  }
}

// MARK: Evaluation

extension Survey: Traced {
  public var mandateType: String { purpose.rawValue }

  public func mandateState(asOf day: Day) -> MandateState? {
    switch state {
    case .draft: .planned
    case .open: .of(opens, nil, on: day)
    case .closed: (closes ?? day) <= day ? .done : .of(opens, nil, on: day)
    }
  }
}

extension Measure: Traced {
  public func mandateState(asOf day: Day) -> MandateState? {
    actual(asOf: day) == nil ? .planned : .underWay
  }
}

extension Report: Traced {
  public var mandateType: String { audience.rawValue }

  public func mandateState(asOf day: Day) -> MandateState? {
    state == .released && (released ?? day) <= day ? .done : .underWay
  }
}

// MARK: Register and notices

extension RegisterRelease: Traced {
  public func mandateState(asOf day: Day) -> MandateState? { (self.day ?? day) <= day ? .done : nil }
}

extension Notice: Traced {
  public func mandateState(asOf day: Day) -> MandateState? {
    if let sent, sent <= day { return .done }
    if let requested, requested > day { return nil }
    return .underWay
  }
}
