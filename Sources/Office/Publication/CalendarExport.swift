import Interchange
import Model
import Phrases
import Store

/// What of everything dated goes into a calendar file.
public struct CalendarExport: Sendable {
  public var from: Day?
  public var to: Day?
  /// Kinds of records (`event`, `activity`, `card` …) and kinds of events (`session`, `interview` …); all where empty.
  public var kinds: Set<String> = []
  public var launch: RecordID = ""
  /// Only what stands in the public calendar, and of it only what everybody may know.
  public var isPublic = false

  public init() {}

  /// The kinds that can be chosen.
  public static let knownKinds: [String] =
    [
      "event", "activity", "occurrence", "launch", "card", "enquiry", "translation", "material",
      "opportunity", "call", "concern", "focus-group",
    ]
    + EventKind.allCases.map(\.rawValue).filter { $0 != "launch" }

  /// - Returns: the file, and how many entries it has. The same records make the same bytes.
  public func file(
    of programme: Programme, stamp: Int, book: Phrasebook, asOf: Day
  ) -> (bytes: [UInt8], count: Int) {
    let title = isPublic ? DocumentBook(book.language).say(.calendarTitle) : book.say(Phrase(.paneCalendar))
    var writer = ICalendarWriter(name: title, stamp: stamp, for: isPublic ? .everybody : .office)
    let events = programme.events.filter(includes).sorted {
      ($0.start?.day.number ?? 0, $0.start?.moment?.seconds ?? 0, $0.id) < (
        $1.start?.day.number ?? 0, $1.start?.moment?.seconds ?? 0, $1.id
      )
    }
    for event in events { writer.add(event) }
    if isPublic { return (writer.file(), events.count) }
    let items = others(of: programme, asOf: asOf)
    let look = Look(phrases: book, asOf: asOf, who: "")
    for item in items {
      let words = CalendarWords(item: item, look: look, zone: .utc)
      writer.add(item, summary: look.about(words.title, words.what))
    }
    return (writer.file(), events.count + items.count)
  }

  private func includes(_ event: Event) -> Bool {
    guard let start = event.start else { return false }
    if isPublic && !event.isPublic || !launch.isEmpty && event.launch != launch { return false }
    guard kinds.isEmpty || kinds.contains("event") || kinds.contains(event.type.rawValue) else {
      return false
    }
    if from == nil && to == nil { return true }
    let (first, last) = (from ?? .first + 366, to ?? .last + -366)
    if event.isSeries {
      return !event.instances(
        from: max(first, start.day), through: max(min(last, start.day + 36_525), first), in: .utc
      )
      .isEmpty
    }
    return start.day <= last && max(start.day, event.end?.day ?? start.day) >= first
  }

  /// What is no event: where no days are asked for, what comes again is listed from the year before to the year after.
  private func others(of programme: Programme, asOf: Day) -> [AgendaItem] {
    var programme = programme
    programme.events = programme.events.filter { $0.type == .session || $0.type == .launch }
    let agenda = Agenda(programme, zone: .utc)
    let year = asOf.parts.year
    let near = Month(year: year - 1, month: 1).first...Month(year: min(9998, year + 1), month: 12).last
    let all = agenda.span ?? near
    let first = from ?? min(all.lowerBound, near.lowerBound)
    let last = to ?? max(all.upperBound, near.upperBound)
    return agenda.items(from: first, through: last).filter { item in
      guard item.kind != .event else { return false }
      if from == nil, to == nil, item.kind == .occurrence, !near.contains(item.start.day) { return false }
      return (launch.isEmpty || item.launch == launch)
        && (kinds.isEmpty || kinds.contains(item.kind.rawValue))
    }
  }
}
