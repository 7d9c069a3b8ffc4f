import Model
import Phrases

/// The public calendar of events as one web page in one language (annex I, appendix, paragraph 2 (i)), which needs
/// nothing beside itself and runs nothing. It is XML too.
public struct CalendarPage {
  private let book: DocumentBook
  private let words: RegisterWords
  /// Of the times of a series.
  private let last: Day

  /// - Parameters:
  ///   - last: up to where what comes again is listed.
  public init(language: String, through last: Day) {
    book = DocumentBook(language)
    words = RegisterWords(book: book)
    self.last = last
  }

  /// - Parameter events: those that everybody may see.
  public func file(_ events: [Event]) -> [UInt8] {
    let title = PlainText.html(book.say(.calendarTitle))
    let rows = events.flatMap(times).sorted { $0.order < $1.order }
    let head =
      StandalonePage.opening(title, book, style: Self.style)
        + """
        <p>\(PlainText.html(book.say(.platform)))</p>
        <h1>\(title)</h1>
        <p><a href="calendar.ics">\(PlainText.html(book.say(.calendarSubscribe)))</a></p>

        """
    let table = rows.isEmpty ? "<p>\(PlainText.html(book.say(.calendarEmpty)))</p>\n" : self.table(rows)
    return Array((head + table + "</main>\n</body>\n</html>\n").utf8)
  }

  private struct Row {
    let event: Event
    let time: EventInstance
    /// By day, then by moment, then by name.
    var order: (Int, Int, String) {
      (time.start.day.number, time.start.moment?.seconds ?? .min, event.name)
    }
  }

  private func times(_ event: Event) -> [Row] {
    guard let start = event.start else { return [] }
    guard event.isSeries else {
      return [Row(event: event, time: EventInstance(start: start, end: event.end))]
    }
    return event.instances(from: start.day, through: max(last, start.day), in: .utc)
      .map { Row(event: event, time: $0) }
  }

  private func table(_ rows: [Row]) -> String {
    let headings: [DocumentKey] = [.calendarWhen, .calendarWhat, .calendarWhere]
    let cells = headings.map { "<th scope=\"col\">\(PlainText.html(book.say($0)))</th>" }.joined()
    return """
      <div class="table" role="region" aria-label="\(PlainText.html(book.say(.calendarTitle)))" tabindex="0">
      <table>
      <thead><tr>\(cells)</tr></thead>
      <tbody>
      \(rows.map(row).joined())</tbody>
      </table>
      </div>

      """
  }

  private func row(_ row: Row) -> String {
    let event = row.event
    let isOff = event.status == .cancelled
    let kind = PlainText.html(book.label("event_kind", event.type.rawValue))
    var name = "<bdi>\(PlainText.html(event.name))</bdi>"
    if ["http://", "https://"].contains(where: { event.url.lowercased().hasPrefix($0) }) {
      name = "<a href=\"\(PlainText.html(event.url))\" rel=\"nofollow noopener noreferrer\">\(name)</a>"
    }
    if isOff { name = "<s>\(name)</s>" }
    let state = event.status == .confirmed ? "" : book.label("event_status", event.status.rawValue)
    let notes = [kind, PlainText.html(state)].filter { !$0.isEmpty }.joined(separator: " · ")
    let place = event.place.isEmpty ? "" : "<bdi>\(PlainText.html(event.place))</bdi>"
    return "<tr><td>\(when(row.time))</td><th scope=\"row\">\(name)<br/><small>\(notes)</small></th>"
      + "<td>\(place)</td></tr>\n"
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
    if let zone = time.start.moment?.zone { text += " <small>\(PlainText.html(zone.name))</small>" }
    return "<time datetime=\"\(stamp)\">\(text)</time>"
  }

  // MARK: The same in every edition

  private static let style = """

    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border-bottom: 1px solid; padding: .25rem .75rem; text-align: start; vertical-align: top; }
    thead th { border-bottom-width: 2px; }
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
