import Model
import Phrases
import Store
import Typesetting

/// How the office looks at the store: the language, the as-of date, who looks, and what that person prefers.
public struct Look: Sendable {
  public var phrases: Phrasebook
  /// The date for which early, due, late and done are computed.
  public var asOf: Day
  public var who: String
  /// What they may do.
  public var access: Access
  /// The clock is not the real one, and neither is the store: every title says so.
  public var isRehearsal = false
  /// Somebody listens to the screen, or feels a line of it: it says one thing at a time, in words.
  public var isSpoken = false
  /// The person's own editor, where whoever started the program allows it: it is a shell in all but name.
  public var editor: String?
  /// Seconds since 1970, taken once for each drawing and never read in the model.
  public var now: Int
  /// Seconds east of UTC, for the times of day in the journal.
  public var zoneOffset: Int
  /// The zone of times that the person types without one, by the settings file; nil where that does not say so.
  public var zone: Zone?
  /// The scheme by which overview, lists and tables show regions: the person's preference.
  public var regions = RegionScheme.unGroups
  /// The countries against which representation is set, by their codes; empty where the person named none.
  public var members: [String] = []
  /// What the records are called that others name.
  public var names = RecordNames()
  /// What the person prefers, by name, as the store keeps it: each pane knows its own.
  public private(set) var preferences: [String: String] = [:]

  public init(
    phrases: Phrasebook, asOf: Day, who: String, access: Access = .full, now: Int = 0,
    zoneOffset: Int = 0
  ) {
    self.phrases = phrases
    self.asOf = asOf
    self.who = who
    self.access = access
    self.now = now
    self.zoneOffset = zoneOffset
  }

  public var language: String { phrases.language }

  public func say(_ phrase: Phrase) -> String { phrases.say(phrase) }

  public func say(_ key: PhraseKey, _ arguments: Phrase.Argument...) -> String {
    phrases.say(Phrase(key, with: arguments))
  }

  /// "15 Sep 2015".
  public func day(_ day: Day) -> String {
    let (year, month, number) = day.parts
    return phrases.day(year: year, month: month, day: number)
  }

  /// "15 Sep" in the as-of year, else with its year.
  public func shortDay(_ day: Day) -> String {
    let (year, month, number) = day.parts
    return year == asOf.parts.year ? phrases.day(month: month, day: number) : self.day(day)
  }

  public func month(_ month: Month) -> String { phrases.month(year: month.year, month: month.month) }

  /// The time of day of something done today, else its date.
  public func moment(_ at: Int) -> String {
    let (day, time) = clock(at)
    return day == today ? time : shortDay(day)
  }

  /// "15 Sep 2015 09:12".
  public func exactMoment(_ at: Int) -> String {
    let (day, time) = clock(at)
    return "\(self.day(day)) \(time)"
  }

  /// The time of day of something done today, "yesterday 09:12", else "15 Sep 2015 09:12".
  public func recentMoment(_ at: Int) -> String {
    let (day, time) = clock(at)
    switch today.number - day.number {
    case 0: return time
    case 1: return say(.yesterdayAt, .text(time))
    default: return exactMoment(at)
    }
  }

  /// The day and the time of day by the clock where the person is.
  private func clock(_ at: Int) -> (day: Day, time: String) {
    let moment = Moment(seconds: at + zoneOffset, zone: .utc)
    return (moment.day, moment.time.description)
  }

  /// A moment by the clocks of its own zone, and by those of UTC where they differ.
  public func moment(_ moment: Moment) -> String {
    let own = "\(day(moment.day)) \(moment.time) \(moment.zone.shownName)"
    let world = moment.moved(to: .utc)
    if world.time == moment.time && world.day == moment.day { return own }
    let date = world.day == moment.day ? "" : shortDay(world.day) + " "
    return bracketed(own, "\(date)\(world.time) UTC")
  }

  /// A day, or a day and a time by the clocks of its own zone; empty where there is none.
  public func when(_ when: When?) -> String {
    guard let when else { return "" }
    guard let moment = when.moment else { return shortDay(when.day) }
    return "\(shortDay(moment.day)) \(moment.time)"
  }

  /// Several words one after the other, as the language strings them together.
  public func list(_ words: [String]) -> String { phrases.list(words) }

  /// Several texts that may have commas of their own.
  public func chain(_ texts: [String]) -> String { phrases.chain(texts) }

  /// A text behind what it is called.
  public func labelled(_ label: String, _ text: String) -> String { phrases.labelled(label, text) }

  /// In brackets, behind words of another ink.
  public func behind(_ others: String) -> String { phrases.bracketed("", others) }

  /// Words, and others in brackets behind them; one of the two alone where there is no other.
  public func bracketed(_ words: String, _ others: String) -> String {
    words.isEmpty || others.isEmpty ? words + others : phrases.bracketed(words, others)
  }

  /// The name of the preference of ``regions``.
  public static let regionsPreference = "regions"

  /// Takes up a preference.
  /// The name of the person's setting: the zone that the calendar shows.
  public static let zonePreference = "calendar.zone"

  /// The zone of times that are typed without one: that of the settings file, else that of the person's calendar.
  public var typedZone: Zone? { zone ?? preferences[Self.zonePreference].flatMap { Zone($0) } }

  public mutating func prefer(_ name: String, _ value: String) {
    preferences[name] = value
    if name == Self.regionsPreference { regions = RegionScheme(rawValue: value) ?? .unGroups }
    if name == Representation.preference { members = Representation.members(value).known }
  }

  /// The moment for which clocks and deadlines are computed: now, or on another as-of day the same time of day.
  public var present: Int {
    let local = now + zoneOffset
    return asOf.number * 86_400 + ((local % 86_400) + 86_400) % 86_400 - zoneOffset
  }

  /// Today, by the clock where the person is.
  public var today: Day { Moment(seconds: now + zoneOffset, zone: .utc).day }

  /// The day of what is recorded as done, where nobody says another: the as-of day, and never one to come.
  public var recordingDay: Day { min(asOf, today) }

  /// The words for a code of a field's vocabulary.
  public func word(_ field: String, _ code: String) -> String { phrases.label(field, code) }
}
