import Model
import Store

/// Invents a year's programme of a large office: the same seed gives the same.
struct ProgrammeGenerator {
  var activities = 10_000
  var cards = 5_000
  var enquiries = 500
  var events = 10_000

  private var random: SplitMix
  private let first = Day(year: 2014, month: 7, day: 1)!
  static let release = Day(year: 2016, month: 2, day: 22)!
  private let zone = Zone("Asia/Kuala_Lumpur")!

  init(seed: UInt64) { random = SplitMix(state: seed) }

  /// Fills a new store: five plans of activities with steps that wait for one another, the board of a launch, an
  /// inbox of enquiries and a calendar.
  mutating func fill(_ library: Library) throws {
    try library.apply(ImportRecords(new: (1...5).map(plan)))
    try library.apply(ImportRecords(new: (1...activities).map { activity($0) }))
    try setRelease(library)
    try library.apply(ImportRecords(new: (1...cards).map { card($0) }))
    try library.apply(ImportRecords(new: (1...enquiries).map { enquiry($0) }))
    try library.apply(ImportRecords(new: (1...events).map { event($0) }))
  }

  private func setRelease(_ library: Library) throws {
    guard let launch = try library.read(RecordByID<Launch>(Launch.pollination)) else { return }
    var edited = launch
    edited.day = Self.release
    edited.zone = zone
    edited.embargo = try? Moment("2016-02-22 14:00 Asia/Kuala_Lumpur")
    try library.apply(EditLaunch(base: launch, edited: edited))
  }

  private func plan(_ number: Int) -> WorkPlan {
    var plan = WorkPlan(id: "plan-\(number)")
    plan.name = "Example plan \(number)"
    return plan
  }

  /// Every tenth is a whole of which the nine after it are steps, each waiting for the one before.
  private mutating func activity(_ number: Int) -> Activity {
    let place = (number - 1) % 10
    var activity = Activity(id: "act-\(number)")
    activity.name = "\(word()) \(word()) \(number)"
    activity.planText = "plan-\(number % 50 / 10 + 1)"
    let start = first + pick(1_200)
    activity.start = start
    activity.end = start + 3 + pick(120)
    activity.baselineStart = start + -pick(30)
    activity.baselineEnd = start + pick(120)
    activity.owner = owner()
    activity.status = WorkState.allCases[pick(3)]
    if activity.status != .planned { activity.actualStart = start }
    if activity.status == .done { activity.actualEnd = activity.end }
    activity.progress = activity.status == .done ? 100 : pick(90)
    if place > 0 { activity.parent = "act-\(number - place)" }
    if place > 1 { activity.dependsOn = ["act-\(number - 1)"] }
    return activity
  }

  /// Half of them in the week of the release, the others in the weeks around it.
  private mutating func card(_ number: Int) -> Card {
    var card = Card(id: "card-\(number)")
    card.name = "\(word()) \(number)"
    card.launch = Launch.pollination
    card.activity = "t2.\(pick(16) + 1)"
    card.day = Self.release + (number % 2 == 0 ? pick(7) - 3 : pick(60) - 20)
    let from = 6 * 60 + pick(50) * 15
    card.from = TimeOfDay(minutes: from)
    card.to = TimeOfDay(minutes: from + 15 * (1 + pick(8)))
    card.state = CardState.allCases[pick(CardState.allCases.count)]
    card.owner = owner()
    card.place = "room \(pick(9))"
    return card
  }

  private mutating func enquiry(_ number: Int) -> Enquiry {
    var enquiry = Enquiry(id: "enquiry-\(number)")
    enquiry.subject = "\(word()) \(word()) \(number)"
    enquiry.outlet = "\(word()) Example"
    enquiry.launch = Launch.pollination
    let at = Self.release.number * 86_400 + (pick(20_160) - 10_080) * 60
    enquiry.received = Moment(seconds: at - 86_400, zone: zone)
    enquiry.deadline = Moment(seconds: at, zone: zone)
    enquiry.state = [.open, .assigned, .answered][pick(3)]
    if enquiry.state == .answered { enquiry.answer = "Example" }
    return enquiry
  }

  private mutating func event(_ number: Int) -> Event {
    var event = Event(id: "event-\(number)")
    event.name = "\(word()) \(word()) \(number)"
    event.type = EventKind.allCases[pick(EventKind.allCases.count)]
    let day = first + pick(1_200)
    if pick(3) == 0 {
      (event.start, event.end) = (.day(day), .day(day + pick(3)))
    } else {
      let at = day.number * 86_400 + pick(86) * 900
      event.start = .moment(Moment(seconds: at, zone: zone))
      event.end = .moment(Moment(seconds: at + 3_600, zone: zone))
    }
    event.place = "Example hall"
    event.isPublic = pick(2) == 0
    return event
  }

  private mutating func word() -> String { Names.subjects[pick(Names.subjects.count)] }
  private mutating func owner() -> String {
    ["comms", "press", "engage", "social", "web", "events"][pick(6)]
  }
  private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
}
