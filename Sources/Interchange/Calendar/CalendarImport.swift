import Model

/// What reading a calendar file would do, before anything is written: an event that is known by its UID is changed, any
/// other is new.
public struct CalendarImport: Sendable {
  public struct Change: Sendable, Equatable {
    public let before: Event
    public let after: Event
  }

  public private(set) var new: [Event] = []
  public private(set) var changed: [Change] = []
  public private(set) var unchanged = 0
  /// What was put right or left out, in the order of the file.
  public private(set) var notes: [ICalendarNote] = []
  public private(set) var notesLeftOut = 0
  /// Components that are not events, by name.
  public private(set) var leftOut: [String: Int] = [:]

  /// The events of the file that are not taken because something is wrong with them.
  public var lost: Int { notes.count(where: \.isLoss) }

  /// What an event of a calendar is known by: its UID, and which time of its series it is.
  private struct Key: Hashable {
    let uid: String
    let time: String

    init(_ event: Event) { (uid, time) = (event.calendarUID, event.replaced?.text ?? "") }
  }

  /// - Parameters:
  ///   - stored: all events of the store.
  ///   - newID: makes ids for new events.
  /// - Throws: `ICalendarProblem.noCalendar` or `ImportFile.Unreadable`, or what `isWanted` throws.
  public init(
    _ reader: ICalendarReader, stored: [Event], newID: () -> RecordID = { NewID.make() },
    progress: (Int) throws -> Void = { _ in }
  ) throws {
    var reader = reader
    let known = Dictionary(stored.map { (Key($0), $0) }, uniquingKeysWith: { $1 })
    let ids = Set(stored.map(\.id))
    var read: [Key: Int] = [:]
    var events: [ICalendarEvent] = []
    var more: [ICalendarNote] = []
    while let found = try reader.next() {
      let key = Key(found.event)
      if let place = read[key] {
        let first = events[place]
        more.append(ICalendarNote(line: found.line, found.repeating(first)))
        if first.isOlder(than: found) { events[place] = found }
      } else {
        read[key] = events.count
        events.append(found)
      }
      try progress(reader.bytesRead)
    }
    for found in events {
      if let before = known[Key(found.event)] {
        take(found, over: before, &more)
      } else {
        var event = found.event
        if event.id.isEmpty || ids.contains(event.id) {
          let uid = event.calendarUID
          event = event.named(newID())
          event.uid = uid
        }
        new.append(event)
      }
    }
    notes = (reader.notes + more).sorted { $0.line < $1.line }
    (notesLeftOut, leftOut) = (reader.notesLeftOut, reader.leftOut)
  }

  private mutating func take(_ found: ICalendarEvent, over before: Event, _ notes: inout [ICalendarNote]) {
    guard found.event.sequence >= before.sequence || before.uid.isEmpty else {
      let what = ICalendarNote.What.older(found.event.sequence, before.sequence)
      notes.append(ICalendarNote(line: found.line, what))
      return
    }
    if found.event.sequence == before.sequence, let given = found.event.lastModified,
      let stored = before.lastModified, given < stored
    {
      notes.append(ICalendarNote(line: found.line, .changedBefore(given, stored)))
      return
    }
    let after = before.taking(found)
    if after == before { unchanged += 1 } else { changed.append(Change(before: before, after: after)) }
  }
}

extension Event {
  /// When a calendar program changed it last: `YYYYMMDDTHHMMSSZ` (RFC 5545, section 3.8.7.3).
  fileprivate var lastModified: String? {
    extra.first { $0.hasPrefix("LAST-MODIFIED") }?.split(separator: ":").last.map {
      String($0).trimmed.uppercased()
    }
  }

  /// The same under another id.
  fileprivate func named(_ id: RecordID) -> Event { Event(id: id, version: 0, values: values) }

  /// What a file says of it: its times, its state and how it comes again always; what a calendar program need not
  /// know, such as a note of the office, only where the file has it.
  fileprivate func taking(_ found: ICalendarEvent) -> Event {
    var event = self
    (event.name, event.start, event.end) = (found.event.name, found.event.start, found.event.end)
    (event.rule, event.extra, event.status) = (found.event.rule, found.event.extra, found.event.status)
    if !uid.isEmpty { event.sequence = found.event.sequence }
    for name in found.given where name != "sequence" && name != "event_status" {
      guard let field = Event.field(name) else { continue }
      try? field.write(field.read(found.event), to: &event)
    }
    return event
  }
}
