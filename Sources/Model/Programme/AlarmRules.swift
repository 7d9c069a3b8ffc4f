extension Programme {
  /// What presses at a moment and what comes after it, the most urgent first.
  ///
  /// Within a grade, what has waited longest or comes soonest is first. An activity that a recorded decision
  /// about two texts overruled raises none; contradictions that nobody has decided are no alarms.
  /// - Parameters:
  ///   - day: for which late and due are computed.
  ///   - seconds: since 1970, for deadlines and embargoes.
  ///   - days: up to so many days ahead counts as due.
  public func alarms(asOf day: Day, at seconds: Int, within days: Int) -> [Alarm] {
    var rules = AlarmRules(programme: self, day: day, present: seconds, days: days)
    rules.look()
    return rules.found.sorted { $0.order < $1.order }
  }
}

/// Goes through the kinds of record, each by its rule.
private struct AlarmRules {
  let programme: Programme
  let day: Day
  let present: Int
  let days: Int
  var found: [Alarm] = []

  /// What was not ticked longer ago than that is history, and no longer an alarm.
  static let occurrenceDays = 366

  private let launches: [RecordID: Launch]
  /// What an occurrence goes with, by its slot.
  private let occasions: [String: String]

  init(programme: Programme, day: Day, present: Int, days: Int) {
    (self.programme, self.day, self.present, self.days) = (programme, day, present, days)
    launches = programme.launches.byID
    occasions = Dictionary(
      programme.events.map { ($0.id, $0.name) }
        + programme.launches.map { ("launch:\($0.id)", $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func look() {
    activities()
    for launch in programme.launches { self.launch(launch) }
    for material in programme.materials where !material.isReleased { self.material(material) }
    for enquiry in programme.enquiries where enquiry.isOpen { self.enquiry(enquiry) }
    for card in programme.cards where card.state != .done { self.card(card) }
    translations()
    for event in programme.events where event.type == .deadline { deadline(event) }
    voices()
    messages()
  }

  // MARK: Messages

  /// What is said at a launch is agreed before it (annex I, section V, paragraph 1); once attention is over nobody can.
  private mutating func messages() {
    for message in programme.messages where message.needsAgreement && !message.isAgreed {
      guard let launch = launches[message.launch], let release = launch.day else { continue }
      if let attention = launch.attention, day > attention.upperBound { continue }
      addDay(
        .message, message.id, message.title, release, owner: message.owner, label: message.adopted?.label)
    }
  }

  // MARK: Voices

  /// A call is over on its own day; an opportunity that is past its deadline has to be closed by somebody.
  private mutating func voices() {
    for one in programme.opportunities where one.state == .open || one.state == .planned {
      switch one.deadline {
      case .day(let last)?: addDay(.opportunity, one.id, one.name, last, owner: one.owner)
      case .moment(let moment)? where isNear(moment):
        let grade: Alarm.Grade = moment.seconds < present ? .overdue : .due
        addMoment(grade, .opportunity, one.id, one.name, moment, owner: one.owner)
      default: break
      }
    }
    for call in programme.calls {
      guard let closes = call.closes, closes >= day else { continue }
      addDay(.call, call.id, call.name, closes, owner: call.owner)
    }
    for concern in programme.concerns where concern.isOpen {
      guard let due = concern.due else { continue }
      addDay(.concern, concern.id, concern.name, due, owner: concern.owner)
    }
    for risk in programme.risks {
      guard let day = risk.reviewDay else { continue }
      let owner = programme.names[risk.owner] ?? risk.owner
      addDay(.risk, risk.id, risk.title, day, owner: owner, label: risk.adopted?.label)
    }
    for one in programme.partnerships where one.state.isInForce {
      let label = one.adopted.flatMap { $0.label.en == one.name ? $0.label : nil }
      for (day, part) in [(one.nextReview, ""), (one.end, Alarm.term)] {
        guard let day else { continue }
        addDay(.partnership, one.id, one.name, day, owner: one.owner, part: part, label: label)
      }
    }
  }

  // MARK: Plans

  private mutating func activities() {
    let overruled = Set(programme.rulings.flatMap(\.overruled))
    let adopted = Dictionary(uniqueKeysWithValues: Decision.adopted.activities.map { ($0.id, $0.label) })
    let book = OccurrenceBook(programme)
    for activity in programme.activities where !overruled.contains(activity.id) {
      if book.isClosed(activity, asOf: day) { continue }
      let label = adopted[activity.id]
      // Of what comes again each time is ticked, so that each presses by itself.
      if activity.occurrenceRule != nil {
        occurrences(of: activity, label, book)
        continue
      }
      switch activity.standing(asOf: day) {
      case .late(let late):
        add(.overdue, activity, label, when: .day(day + -late), .days(-late))
      case .done, .cancelled: continue
      default:
        // Further ahead than what counts as due on the screen, where so many days were asked for.
        guard let end = activity.plan(in: day.parts.year).end, end <= day + days else { continue }
        add(.due, activity, label, when: .day(end), .days(end - day))
      }
    }
  }

  private mutating func occurrences(of activity: Activity, _ label: Label?, _ book: OccurrenceBook) {
    guard activity.status != .done, activity.status != .cancelled else { return }
    for one in book.occurrences(of: activity, from: day + -Self.occurrenceDays, to: day + days)
    where one.isOpen && one.hasDeadline && one.end <= day + days {
      let left = one.end - day
      found.append(
        Alarm(
          grade: left < 0 ? .overdue : .due, kind: .occurrence, record: one.record, name: activity.name,
          label: label, part: occasions[one.slot] ?? one.slot, owner: activity.owner, when: .day(one.end),
          left: .days(left)))
    }
  }

  private mutating func add(
    _ grade: Alarm.Grade, _ activity: Activity, _ label: Label?, when: When, _ left: Alarm.Left
  ) {
    found.append(
      Alarm(
        grade: grade, kind: .activity, record: activity.id, name: activity.name, label: label, part: "",
        owner: activity.owner, when: when, left: left))
  }

  private mutating func translations() {
    let products = Dictionary(
      programme.products.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for translation in programme.translations {
      guard let due = translation.due, translation.state != .published, translation.state != .notFeasible
      else { continue }
      let product = products[translation.product]
      let owner = translation.translator.isEmpty ? product?.owner ?? "" : translation.translator
      addDay(
        .translation, translation.id, product?.name ?? translation.product, due, owner: owner,
        part: translation.language)
    }
  }

  private mutating func deadline(_ event: Event) {
    guard let end = event.end ?? event.start, event.status != .cancelled else { return }
    switch end {
    // A deadline has no end of its own that somebody could tick: once over it is quiet.
    case .day(let last) where last >= day: addDay(.event, event.id, event.name, last, owner: event.owner)
    case .moment(let moment) where moment.seconds >= present && isNear(moment):
      addMoment(.due, .event, event.id, event.name, moment, owner: event.owner)
    default: return
    }
  }

  // MARK: Launches and press

  private mutating func launch(_ launch: Launch) {
    let label = Decision.adopted.label(ofLaunch: launch.id, named: launch.name)
    if let embargo = launch.embargo {
      guard embargo.seconds > present, isNear(embargo) else { return }
      let grade: Alarm.Grade = embargo.seconds - present <= 3_600 ? .embargo : .due
      addMoment(grade, .launch, launch.id, launch.name, embargo, label: label)
    } else if let release = launch.day, release >= day {
      addDay(.launch, launch.id, launch.name, release, label: label)
    }
  }

  private mutating func material(_ material: Material) {
    guard let embargo = material.embargo ?? launches[material.launch]?.embargo, isNear(embargo) else {
      return
    }
    let left = embargo.seconds - present
    let grade: Alarm.Grade = left <= 0 ? .unreleased : left <= 3_600 ? .embargo : .due
    addMoment(grade, .material, material.id, material.name, embargo, owner: material.owner)
  }

  private mutating func enquiry(_ enquiry: Enquiry) {
    guard let deadline = enquiry.deadline, isNear(deadline) else { return }
    addMoment(
      deadline.seconds < present ? .unanswered : .due, .enquiry, enquiry.id, enquiry.subject, deadline,
      owner: enquiry.owner)
  }

  /// Days and times of a card are those of its launch's zone.
  private mutating func card(_ card: Card) {
    guard let date = card.day, date <= day + days else { return }
    let zone = launches[card.launch]?.zone ?? .utc
    guard let time = card.to ?? card.from else {
      return addDay(.card, card.id, card.name, date, owner: card.owner)
    }
    let moment = Moment(seconds: zone.reading(date, time).seconds, zone: zone)
    let left = moment.seconds - present
    let grade: Alarm.Grade = left >= 0 ? .due : left > -86_400 ? .missed : .overdue
    addMoment(grade, .card, card.id, card.name, moment, owner: card.owner)
  }

  private func isNear(_ moment: Moment) -> Bool { moment.seconds - present <= days * 86_400 }

  // MARK: One alarm

  private mutating func addDay(
    _ kind: RecordKind, _ record: RecordID, _ name: String, _ end: Day, owner: String = "",
    part: String = "", label: Label? = nil
  ) {
    let left = end - day
    guard left <= days else { return }
    found.append(
      Alarm(
        grade: left < 0 ? .overdue : .due, kind: kind, record: record, name: name, label: label, part: part,
        owner: owner, when: .day(end), left: .days(left)))
  }

  private mutating func addMoment(
    _ grade: Alarm.Grade, _ kind: RecordKind, _ record: RecordID, _ name: String, _ moment: Moment,
    owner: String = "", label: Label? = nil
  ) {
    found.append(
      Alarm(
        grade: grade, kind: kind, record: record, name: name, label: label, part: "", owner: owner,
        when: .moment(moment), left: .seconds(moment.seconds - present)))
  }
}

extension Ruling {
  /// The activities whose text is not followed: where another way was decided, both.
  public var overruled: [RecordID] {
    guard let contradiction = Decision.adopted.contradictions.first(where: { $0.id == id }) else {
      return []
    }
    switch side {
    case .first: return [contradiction.second]
    case .second: return [contradiction.first]
    case .other: return [contradiction.first, contradiction.second]
    case .both, nil: return []
    }
  }
}

extension Zone.Reading {
  /// The moment meant where nobody says which: the first of two; for a time that never was, what the clock
  /// before the change would show.
  var seconds: Int {
    switch self {
    case .once(let seconds), .twice(let seconds, _), .never(let seconds): seconds
    }
  }
}
