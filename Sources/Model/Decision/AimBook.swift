/// For each objective (annex I, paragraph 10; annex II, paragraph 7) and each function (annex II, paragraph 11): what is
/// planned for it, what was done, and what shows it, as far as records say that they serve it.
public struct AimBook: Sendable, Equatable {
  public enum Part: String, Sendable, CaseIterable { case planned, done, shown }

  /// A record that serves an objective, and how.
  public struct Item: Sendable, Hashable, Identifiable {
    public let part: Part
    public let record: RecordReference

    public var id: Self { self }
  }

  public struct Row: Sendable, Equatable, Identifiable {
    public let aim: Aim
    /// What is planned first, then what was done, then what shows it; within each in the order of kinds and ids.
    public fileprivate(set) var items: [Item] = []

    public var id: Aim { aim }

    public func items(_ part: Part) -> [Item] { items.filter { $0.part == part } }
    /// What nobody recorded anything of.
    public var gaps: [Part] { Part.allCases.filter { part in !items.contains { $0.part == part } } }
  }

  public let day: Day
  /// In the order of the text.
  public private(set) var rows: [Row]

  public init(asOf day: Day) {
    self.day = day
    rows = Aim.allCases.map { Row(aim: $0) }
  }

  private mutating func add(_ part: Part, _ record: some Record, _ aims: [Aim]) {
    let item = Item(part: part, record: record.reference)
    for aim in aims {
      guard let place = rows.firstIndex(where: { $0.aim == aim }) else { continue }
      rows[place].items.append(item)
    }
  }

  /// Puts the records of each row in order, once all are taken in.
  public mutating func sort() {
    func key(_ item: Item) -> (Int, String, RecordID) {
      (Part.allCases.firstIndex(of: item.part)!, item.record.kind.rawValue, item.record.id)
    }
    for place in rows.indices { rows[place].items.sort { key($0) < key($1) } }
  }

  // MARK: Records

  public mutating func take(_ activities: [Activity]) {
    for activity in activities where !activity.aims.isEmpty && activity.status != .cancelled {
      let isDone = activity.status == .done && (activity.actualEnd ?? day) <= day
      add(isDone ? .done : .planned, activity, activity.aims)
    }
  }

  /// Records that come to an end: done is what has come to it.
  public mutating func take<R: Aimed & Traced>(_ records: [R]) {
    for record in records where !record.aims.isEmpty {
      switch record.mandateState(asOf: day) {
      case .done: add(.done, record, record.aims)
      case .planned, .underWay, .overdue, .nothing: add(.planned, record, record.aims)
      case .uncovered, .dropped, nil: continue
      }
    }
  }

  /// A message is done when all roles have agreed to it.
  public mutating func take(_ messages: [Message]) {
    for message in messages where !message.aims.isEmpty {
      add(message.isAgreed ? .done : .planned, message, message.aims)
    }
  }

  /// A measure shows something as soon as somebody read it; until then it is planned.
  public mutating func take(_ measures: [Measure]) {
    for measure in measures where !measure.aims.isEmpty {
      add(measure.actual(asOf: day) == nil ? .planned : .shown, measure, measure.aims)
    }
  }

  public mutating func take(_ evidence: [Evidence]) {
    for one in evidence where !one.aims.isEmpty && (one.day ?? day) <= day { add(.shown, one, one.aims) }
  }

  /// What a focus group found shows something of the objectives that its findings are coded to.
  public mutating func take(_ groups: [FocusGroup]) {
    for group in groups where (group.when?.day ?? day) <= day {
      let found = Set(group.findings.flatMap(\.objectives).map(\.rawValue))
      add(.shown, group, Aim.allCases.filter { found.contains($0.rawValue) })
    }
  }
}
