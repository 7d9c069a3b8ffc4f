import Model
import Phrases

/// The public calendar of events as one web page in one language (annex I, appendix, paragraph 2 (i)), which needs
/// nothing beside itself and runs nothing. It is XML too.
public struct CalendarPage {
  private let book: DocumentBook
  private let words: RegisterWords
  /// Of the times of a series.
  private let last: Day

  /// The files of the same calendar in the languages that it is written in.
  private let others: [(language: String, address: String)]

  /// - Parameters:
  ///   - languages: in which pages are written beside this one.
  ///   - last: up to where what comes again is listed.
  public init(language: String, languages: [String] = [], through last: Day) {
    book = DocumentBook(language)
    others = languages.map { ($0, "calendar-\($0).html") }
    words = RegisterWords(book: book)
    self.last = last
  }

  /// - Parameter events: those that everybody may see.
  public func file(_ events: [Event]) -> [UInt8] {
    let house = PageHouse(title: book.say(.calendarTitle), book: book, style: Self.style, languages: others)
    let moved = MovedTimes(events)
    let rows = events.flatMap { times($0, without: moved[$0]) }.sorted { $0.order < $1.order }
    let headings: [DocumentKey] = [.calendarWhen, .calendarWhat, .calendarWhere]
    let table =
      rows.isEmpty
      ? "<p>\(PlainText.html(book.say(.calendarEmpty)))</p>\n"
      : PageHouse.table(
        PlainText.html(house.title), headings: headings.map { book.say($0) }, rows: rows.map(row))
    let subscribe = "<p><a href=\"calendar.ics\">\(PlainText.html(book.say(.calendarSubscribe)))</a></p>\n"
    return Array((house.opening + house.heading + subscribe + table + house.closing()).utf8)
  }

  private struct Row {
    let event: Event
    let time: EventInstance
    /// By day, then by moment, then by name.
    var order: (Int, Int, String) {
      (time.start.day.number, time.start.moment?.seconds ?? .min, event.name)
    }
  }

  private func times(_ event: Event, without moved: [When]) -> [Row] {
    guard let start = event.start else { return [] }
    guard event.isSeries else {
      return [Row(event: event, time: EventInstance(start: start, end: event.end))]
    }
    // The first may lie on the day before by the clocks of Greenwich.
    return event.instances(from: start.day + -1, through: max(last, start.day), in: .utc, without: moved)
      .map { Row(event: event, time: $0) }
  }

  private func row(_ row: Row) -> String {
    let event = row.event
    let kind = PlainText.html(book.label("event_kind", event.type.rawValue))
    let link = PageHouse.link(event.name, to: event.url)
    let name = event.status == .cancelled ? "<s>\(link)</s>" : link
    let state = event.status == .confirmed ? "" : book.label("event_status", event.status.rawValue)
    let notes = [kind, PlainText.html(state)].filter { !$0.isEmpty }.joined(separator: " · ")
    return "<tr><td>\(when(row.time))</td><th scope=\"row\">\(name)<br/><small>\(notes)</small></th>"
      + "<td>\(PageHouse.isolated(event.place))</td></tr>\n"
  }

  /// Days, or times by the clocks of the place, with the name of their zone.
  private func when(_ time: EventInstance) -> String {
    let first = PlainText.html(words.day(time.start.day))
    let stamp = time.start.moment.map { ICalendarText.iso($0.seconds) } ?? time.start.day.description
    var text = first
    if let moment = time.start.moment { text += ", \(moment.time)" }
    switch time.end {
    case .day(let day) where day > time.start.day: text += " – \(PlainText.html(words.day(day)))"
    case .moment(let end) where end.seconds > time.start.moment?.seconds ?? 0:
      let end = time.start.moment.map { end.moved(to: $0.zone) } ?? end
      let day = end.day == time.start.day ? "" : "\(PlainText.html(words.day(end.day))), "
      text += " – \(day)\(end.time)"
    default: break
    }
    if let moment = time.start.moment { text += " <small>\(PlainText.html(Self.zone(of: moment)))</small>" }
    return "<time datetime=\"\(stamp)\">\(text)</time>"
  }

  /// What a zone is called; of clocks that have no name, how far they are from UTC at that moment.
  private static func zone(of moment: Moment) -> String {
    guard moment.zone.name.contains(",") else { return moment.zone.name }
    let text = ICalendarOffset.text(moment.zone.offset(at: moment.seconds))
    return "UTC\(text.prefix(3)):\(text.dropFirst(3))"
  }

  // MARK: The same in every edition

  private static let style = """
    tbody th { font-weight: 600; }
    small { font-weight: normal; }
    """
}

extension ICalendarText {
  /// `2016-02-22T04:00Z`, as HTML writes moments.
  static func iso(_ seconds: Int) -> String {
    let moment = Moment(seconds: seconds, zone: .utc)
    return "\(moment.day)T\(moment.time)Z"
  }
}
