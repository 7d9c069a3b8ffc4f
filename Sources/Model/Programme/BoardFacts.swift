/// What is on a launch's board beside its tasks.
public struct BoardSources: Sendable {
  public var launch: Launch
  public var board: Board
  public var events: [Event] = []
  /// Those of this launch, and those that belong to no launch.
  public var enquiries: [Enquiry] = []
  /// What was seen in the media about this launch.
  public var coverage: [Coverage] = []

  public init(launch: Launch, board: Board) { (self.launch, self.board) = (launch, board) }
}

/// Something that comes on a board: a task, or an event of the launch.
public struct BoardItem: Sendable, Equatable {
  public let kind: RecordKind
  public let id: RecordID
  public let name: String
  public let day: Day
  /// Nil where it takes the whole day.
  public let time: TimeOfDay?
  /// Of tasks.
  public let state: CardState?
  public let owner: String
  public let place: String
}

/// What a board says at a moment: computed once a minute and after each change, never while it is drawn.
public struct BoardFacts: Sendable {
  /// By the clocks of the launch.
  public let now: Moment
  /// What comes next, the earliest first, and what is not over yet. The first of them alone: there may be
  /// thousands, and nobody reads more.
  public private(set) var next: [BoardItem] = []
  /// Tasks whose time is over and that are not done, the oldest first; again the first of them alone.
  public private(set) var late: [BoardItem] = []
  public private(set) var lateCount = 0
  /// Who waits for an answer: the earliest deadline first, those without one last.
  public private(set) var enquiries: [Enquiry] = []
  public private(set) var onDuty: [Duty] = []
  /// Who comes on duty next, today or on a later day.
  public private(set) var nextDuty: Duty?
  public private(set) var heard: Heard
  /// Whether the launch has any task.
  public let hasCards: Bool

  /// What was in the media on a day.
  public struct Heard: Sendable, Equatable {
    /// By the hour of the launch's clocks; what has no time stands in none.
    public var hours = [Int](repeating: 0, count: 24)
    public var items = 0
    public var stories = 0
    public var tones: [Tone: Int] = [:]
    public var messages: [KeyMessage: Int] = [:]
    /// Outside the boundary of annex I, paragraph 9.
    public var outside = 0
    public var toAnswer = 0
  }

  /// - Parameter present: seconds since 1970.
  public init(_ sources: BoardSources, at present: Int) {
    hasCards = sources.board.count > 0
    now = Moment(seconds: present - present % 60, zone: sources.launch.clockZone)
    heard = Heard(sources.coverage, until: now)
    (onDuty, nextDuty) = Self.duties(sources.launch.duties, at: now)
    enquiries = sources.enquiries.filter(\.isOpen).sorted {
      ($0.deadline?.seconds ?? .max, $0.received?.seconds ?? .max, $0.id)
        < ($1.deadline?.seconds ?? .max, $1.received?.seconds ?? .max, $1.id)
    }
    sort(sources)
  }

  public var overdueEnquiries: Int {
    enquiries.prefix { ($0.deadline?.seconds ?? .max) < now.seconds }.count
  }

  private mutating func sort(_ sources: BoardSources) {
    let (today, minute) = (now.day, now.time.minutes)
    var linked: Set<RecordID> = []
    var (coming, missed) = (Earliest(), Earliest())
    for card in sources.board.all where card.state.isOpen {
      guard let day = card.day else { continue }
      if !card.event.isEmpty { linked.insert(card.event) }
      // What is live and goes on is under way: neither to come nor missed.
      if card.state == .live, day == today, let from = card.from, from.minutes < minute,
        card.lastMinute >= minute
      {
        continue
      }
      let isComing = day > today || day == today && card.lastMinute >= minute
      let key = day.number * 1_440 + (card.from?.minutes ?? 1_439)
      if isComing {
        coming.take(key) { BoardItem(card, day) }
      } else if !(card.state == .live && day == today && card.to == nil) {
        // What is live today and has no end is under way, neither to come nor missed.
        lateCount += 1
        missed.take(key) { BoardItem(card, day) }
      }
    }
    for event in sources.events where event.status != .cancelled && !linked.contains(event.id) {
      guard let item = item(event), item.day > today || item.day == today && item.minute >= minute else {
        continue
      }
      coming.take(item.day.number * 1_440 + item.minute) { item }
    }
    (next, late) = (coming.items, missed.items)
  }

  private func item(_ event: Event) -> BoardItem? {
    guard let start = event.start else { return nil }
    let local = start.moment?.moved(to: now.zone)
    return BoardItem(
      kind: .event, id: event.id, name: event.name, day: local?.day ?? start.day, time: local?.time,
      state: nil, owner: event.owner, place: event.place)
  }

  // MARK: Duty

  private static func duties(_ duties: [Duty], at now: Moment) -> (now: [Duty], next: Duty?) {
    let minute = now.time.minutes
    let coming = duties.filter { duty in
      guard let day = duty.day else { return false }
      return day > now.day || day == now.day && (duty.from?.minutes ?? 0) > minute
    }
    let next = coming.min { ($0.day!, $0.from?.minutes ?? 0) < ($1.day!, $1.from?.minutes ?? 0) }
    return (duties.filter { $0.isOn(now.day, minute) }, next)
  }
}

/// The first few of many, in order.
private struct Earliest {
  static let most = 12
  private var kept: [(key: Int, item: BoardItem)] = []

  var items: [BoardItem] { kept.map(\.item) }

  mutating func take(_ key: Int, _ item: () -> BoardItem) {
    if kept.count == Self.most, let last = kept.last, key > last.key { return }
    let new = (key, item())
    let place = kept.firstIndex { (new.0, new.1.name, new.1.id) < ($0.key, $0.item.name, $0.item.id) }
    kept.insert(new, at: place ?? kept.count)
    if kept.count > Self.most { kept.removeLast() }
  }
}

extension BoardItem {
  init(_ card: Card, _ day: Day) {
    (kind, id, name, self.day) = (.card, card.id, card.name, day)
    (time, state, owner, place) = (card.from, card.state, card.owner, card.place)
  }

  /// Where it stands in its day: what has no time is due by its end.
  var minute: Int { time?.minutes ?? 1_439 }
}

extension Duty {
  /// Whether it covers a minute of a day; one that ends before it begins goes on past midnight, and one without
  /// a day is every day's.
  func isOn(_ today: Day, _ minute: Int) -> Bool {
    let (first, last) = (from?.minutes ?? 0, to?.minutes ?? 1_440)
    let isToday = day == nil || day == today
    if first <= last { return isToday && (first..<last).contains(minute) }
    let wasYesterday = day == nil || day == today + -1
    return isToday && minute >= first || wasYesterday && minute < last
  }
}

extension BoardFacts.Heard {
  /// - Parameter now: what comes later that day has not been heard yet.
  init(_ coverage: [Coverage], until now: Moment) {
    var told: Set<String> = []
    for item in coverage {
      let local = item.when?.moment?.moved(to: now.zone)
      guard local?.day ?? item.when?.day == now.day, (local?.seconds ?? 0) < now.seconds + 60 else {
        continue
      }
      if let local { hours[local.time.minutes / 60] += 1 }
      items += 1
      told.insert(item.story.isEmpty ? item.id : item.story)
      if let tone = item.tone { tones[tone, default: 0] += 1 }
      for message in item.messages { messages[message, default: 0] += 1 }
      if item.isOutside { outside += 1 }
      if item.needsResponse { toAnswer += 1 }
    }
    stories = told.count
  }
}
