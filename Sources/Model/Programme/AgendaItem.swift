/// Something that has a day: where it stands in the calendar, and which record it is of.
public struct AgendaItem: Sendable, Hashable {
  /// What of its record has that day.
  public enum Mark: String, Sendable, CaseIterable {
    case event, release, embargo
    /// The end of the months of attention after a release (annex I, paragraph 5).
    case attention
    case begins, ends, due
    /// A time at which a recurring activity comes.
    case occurrence
    case task, deadline
    /// The last day of a call for input.
    case closes
    /// Of a focus group.
    case session
    /// Somebody has to look at it again: a risk, a partnership (annex III, paragraph 10).
    case review
  }

  public enum State: Sendable { case open, done, tentative, cancelled }

  public let kind: RecordKind
  /// Of the record; that of an occurrence names its activity and its time.
  public let id: RecordID
  public let mark: Mark
  public let start: When
  /// Nil where it is one day or one moment.
  public var end: When?
  /// As the office or the English text of the decision calls it.
  public let title: String
  public var state = State.open
  public var place = ""
  /// The launch that it belongs to.
  public var launch: RecordID = ""
  /// Of an event.
  public var type: EventKind?
  public var isPublic = false

  /// Whether something is still to come of it.
  public var isOpen: Bool { state == .open || state == .tentative }
}

extension AgendaItem {
  init?(_ event: Event, at instance: EventInstance? = nil) {
    guard let start = instance?.start ?? event.start else { return nil }
    self.init(
      kind: .event, id: event.id, mark: .event, start: start, end: instance?.end ?? event.end,
      title: event.name)
    switch event.status {
    case .confirmed: break
    case .tentative: state = .tentative
    case .cancelled: state = .cancelled
    }
    (place, launch, type, isPublic) = (event.place, event.launch, event.type, event.isPublic)
  }

  /// When a recurring activity comes: on its last day, as that is its deadline.
  init(_ occurrence: DatedOccurrence, title: String) {
    self.init(
      kind: .occurrence, id: occurrence.record, mark: .occurrence,
      start: .day(occurrence.hasDeadline ? occurrence.end : occurrence.start), title: title)
    switch occurrence.state {
    case .open: break
    case .done: state = .done
    case .skipped: state = .cancelled
    }
  }

  /// The first and the last day of the current plan.
  static func of(_ activity: Activity) -> [AgendaItem] {
    // Its times stand there one by one.
    if activity.occurrenceRule != nil { return [] }
    let span = activity.adopted?.timing.span(in: 1) ?? (activity.baselineStart, activity.baselineEnd)
    let state: State =
      switch activity.status {
      case .planned, .underWay: .open
      case .done: .done
      case .cancelled: .cancelled
      }
    func item(_ day: Day, _ mark: Mark) -> AgendaItem {
      AgendaItem(
        kind: .activity, id: activity.id, mark: mark, start: .day(day), title: activity.title, state: state)
    }
    return [
      (activity.start ?? span.0).map { item($0, .begins) }, (activity.end ?? span.1).map { item($0, .ends) },
    ]
    .compactMap(\.self)
  }

  static func of(_ launch: Launch) -> [AgendaItem] {
    func item(_ start: When, _ mark: Mark, _ title: String) -> AgendaItem {
      var item = AgendaItem(kind: .launch, id: launch.id, mark: mark, start: start, title: title)
      (item.place, item.launch) = (launch.place, launch.id)
      return item
    }
    var items: [AgendaItem] = []
    if let day = launch.day {
      items.append(item(.day(day), .release, launch.title))
      items.append(item(.day(day.adding(months: launch.attentionMonths)), .attention, launch.title))
    }
    if let embargo = launch.embargo { items.append(item(.moment(embargo), .embargo, launch.title)) }
    let consultancy = launch.consultancy.isEmpty ? launch.title : launch.consultancy
    if let start = launch.consultancyStart { items.append(item(.day(start), .begins, consultancy)) }
    if let end = launch.consultancyEnd { items.append(item(.day(end), .ends, consultancy)) }
    return items
  }

  /// - Parameter zone: the zone of its launch.
  init?(_ card: Card, zone: Zone) {
    guard let day = card.day else { return nil }
    let start = card.from.map { When.moment(Moment.nearest(day, $0, in: zone)) } ?? .day(day)
    self.init(kind: .card, id: card.id, mark: .task, start: start, title: card.name)
    if card.from != nil, let to = card.to { end = .moment(Moment.nearest(day, to, in: zone)) }
    (state, place, launch) = (card.state == .done ? .done : .open, card.place, card.launch)
  }

  init?(_ enquiry: Enquiry) {
    guard let deadline = enquiry.deadline else { return nil }
    self.init(
      kind: .enquiry, id: enquiry.id, mark: .deadline, start: .moment(deadline), title: enquiry.subject)
    (state, launch) = (enquiry.isOpen ? .open : .done, enquiry.launch)
  }

  init?(_ translation: Translation, of product: Product?) {
    guard let due = translation.due, translation.state != .notFeasible else { return nil }
    let name = product?.name ?? translation.product
    self.init(
      kind: .translation, id: translation.id, mark: .due, start: .day(due),
      title: "\(name) (\(translation.language))")
    (state, launch) = (translation.state == .published ? .done : .open, product?.launch ?? "")
  }

  init?(_ material: Material) {
    guard let embargo = material.embargo else { return nil }
    self.init(
      kind: .material, id: material.id, mark: .embargo, start: .moment(embargo), title: material.name)
    (state, launch) = (material.isReleased ? .done : .open, material.launch)
  }
}
