/// What the press office works with at one moment, each list in the order in which it is worked on.
public struct PressOffice: Sendable {
  public internal(set) var enquiries: [Enquiry] = []
  /// Press conferences, interviews, briefings and seminars: what is to come first, then what was.
  public internal(set) var appearances: [Event] = []
  public internal(set) var spokespersons: [Spokesperson] = []
  public internal(set) var materials: [Material] = []
  /// Those that are open first.
  public internal(set) var responses: [RapidResponse] = []
  /// The newest first.
  public internal(set) var coverage: [Coverage] = []
  public internal(set) var launches: [Launch] = []
  /// What is looked through for words, by record.
  private var texts: [RecordID: String] = [:]
  /// What stakeholders are called that these records are linked to.
  public var names: [RecordID: String] = [:]
  public private(set) var workload = Workload(enquiries: [], events: [], today: Day(number: 0))

  public static let appearanceKinds: Set<EventKind> = [.pressConference, .interview, .briefing, .seminar]

  public init() {}

  /// - Parameters:
  ///   - events: all of them: a session takes time of a spokesperson too.
  ///   - today: what is to come begins here.
  public init(
    enquiries: [Enquiry], events: [Event], spokespersons: [Spokesperson], materials: [Material],
    responses: [RapidResponse], coverage: [Coverage], launches: [Launch], today: Day
  ) {
    self.enquiries = enquiries.sorted(by: Enquiry.isBefore)
    let appearances = events.filter { Self.appearanceKinds.contains($0.type) }
    let places = appearances.map { event -> (place: [Int], event: Event) in
      let (day, time) = (event.start?.day.number ?? 0, event.start?.moment?.time.minutes ?? -1)
      return (day >= today.number ? [0, day, time] : [1, -day, -time], event)
    }
    self.appearances = places.sorted { $0.place.lexicographicallyPrecedes($1.place) }.map(\.event)
    self.spokespersons = spokespersons.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    self.materials = materials.sorted { Material.isBefore($0, $1, in: launches) }
    self.responses = responses.sorted { a, b in
      if a.isOpen != b.isOpen { return a.isOpen }
      return (a.opened?.seconds ?? 0, a.id) > (b.opened?.seconds ?? 0, b.id)
    }
    self.coverage = coverage.reversed()
    self.launches = launches
    workload = Workload(enquiries: enquiries, events: events, today: today)
  }

  /// Makes the texts comparable in which words are looked for: once, not at each letter.
  public mutating func prepareSearch() {
    guard texts.isEmpty else { return }
    func take(_ id: RecordID, _ words: [String]) { texts[id] = Folding.folded(words.joined(separator: " ")) }
    for e in enquiries {
      take(e.id, [e.subject, e.outlet, e.contact, e.question, e.answer, e.owner, names[e.stakeholder] ?? ""])
    }
    for event in appearances { take(event.id, [event.name, event.place] + event.participants) }
    for person in spokespersons { take(person.id, [person.name] + person.topics + person.languages) }
    for material in materials { take(material.id, [material.name, material.owner]) }
    for response in responses { take(response.id, [response.name, response.facts, response.approvedLine]) }
    for item in coverage { take(item.id, [item.name, item.outlet, item.note]) }
  }

  /// The same with only the records in which every one of the words stands, whatever its case and accents; all of
  /// them before `prepareSearch`.
  public func holding(_ text: String) -> PressOffice {
    let words = Folding.folded(text).utf8.split(separator: UInt8(ascii: " ")).map(Array.init)
    guard !words.isEmpty, !texts.isEmpty else { return self }
    func holds(_ id: RecordID) -> Bool {
      guard let text = texts[id]?.utf8 else { return false }
      return words.allSatisfy { word in text.contains(word) }
    }
    var office = self
    office.enquiries.removeAll { !holds($0.id) }
    office.appearances.removeAll { !holds($0.id) }
    office.spokespersons.removeAll { !holds($0.id) }
    office.materials.removeAll { !holds($0.id) }
    office.responses.removeAll { !holds($0.id) }
    office.coverage.removeAll { !holds($0.id) }
    return office
  }

  public func spokesperson(_ id: RecordID) -> Spokesperson? { spokespersons.first { $0.id == id } }

  /// The stakeholders whose names are wanted.
  public var linked: Set<RecordID> {
    Set(enquiries.map(\.stakeholder) + spokespersons.map(\.stakeholder)).subtracting([""])
  }

  /// The launch that the office works for on a day: the nearest whose time of attention it is, or whose release is
  /// less than half a year ahead.
  public func launch(on day: Day) -> Launch? {
    let near = launches.compactMap { launch in launch.day.map { (launch: launch, away: day - $0) } }
      .filter { $0.away >= -183 && $0.away <= $0.launch.attentionMonths * 31 }
    return near.min { abs($0.away) < abs($1.away) }?.launch
  }

  /// Takes in an enquiry as it was just written.
  public mutating func put(_ enquiry: Enquiry) {
    guard let index = enquiries.firstIndex(where: { $0.id == enquiry.id }) else { return }
    enquiries[index] = enquiry
  }

  public mutating func put(_ response: RapidResponse) {
    guard let index = responses.firstIndex(where: { $0.id == response.id }) else { return }
    responses[index] = response
  }
}

extension Enquiry {
  /// The appearance that an enquiry becomes, to be filled in: what is known is taken over.
  /// - Parameter day: when, where the enquiry has no deadline.
  public func appearance(id: RecordID, on day: Day) -> Event {
    var event = Event(id: id)
    event.name = outlet.isEmpty ? subject : "\(outlet): \(subject)"
    event.type =
      switch type {
      case .briefing: .briefing
      case .seminar: .seminar
      case .question, .interview, .material, .other: .interview
      }
    event.start = deadline.map { .moment($0) } ?? .day(day)
    event.status = .tentative
    (event.launch, event.owner) = (launch, owner)
    if !language.isEmpty { event.languages = [language] }
    if !spokesperson.isEmpty { event.spokespersons = [spokesperson] }
    if !outlet.isEmpty { event.participants = [outlet] }
    return event
  }
}

extension RapidResponse {
  /// The answer to something in the media, to be filled in.
  public init(id: RecordID, to coverage: Coverage, at opened: Moment, who: String) {
    self.init(id: id)
    name = coverage.name
    (self.opened, launch, owner) = (opened, coverage.launch, who)
    self.coverage = [coverage.id]
  }

  /// Writes a step into the log.
  public mutating func note(_ what: String, by who: String, at moment: Moment) {
    log.append(ResponseStep(at: moment, who: who, what: what))
  }

  /// The state that follows; nil after the last.
  public var nextState: ResponseState? {
    switch state {
    case .open: .approved
    case .approved: .sent
    case .sent: .closed
    case .closed: nil
    }
  }
}
