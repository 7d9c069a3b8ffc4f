import Model
import Phrases

/// Entries of the calendar as elements of its page. The script of the page orders, hides and shows them, and makes none.
struct CalendarMarkup {
  let book: DocumentBook
  /// The file that adds an event to a calendar, by event.
  let file: (Event) -> String
  /// What launches are called, by id.
  let launches: [RecordID: String]

  func item(_ entry: CalendarEntry) -> String {
    let event = entry.event
    let link = PageHouse.link(event.name, to: event.url)
    let name = event.status == .cancelled ? "<s>\(link)</s>" : link
    return "<li\(attributes(entry))><p class=\"when\">\(when(entry))</p>"
      + "<h3>\(name) <a class=\"anchor\" href=\"#\(Self.address(entry.anchor))\" aria-label=\""
      + "\(PlainText.html(PlainText.line(event.name)))\">#</a></h3>\n"
      + "<p>\(notes(event))</p><p><a href=\"\(Self.address(file(event)))\" type=\"text/calendar\" aria-label=\""
      + "\(PlainText.html(book.say(.reportItem, book.say(.calendarAdd), PlainText.line(event.name))))\">"
      + "\(PlainText.html(book.say(.calendarAdd)))</a></p></li>\n"
  }

  /// What the script asks of an entry.
  private func attributes(_ entry: CalendarEntry) -> String {
    let event = entry.event
    var values: [(String, String)] = [
      ("id", entry.anchor), ("data-from", entry.days.lowerBound.description),
      ("data-to", entry.days.upperBound.description), ("data-kind", event.type.rawValue),
      ("data-language", event.languages.joined(separator: " ")),
      ("data-audience", event.audiences.map(\.rawValue).joined(separator: " ")),
      ("data-launch", launches[event.launch] == nil ? "" : event.launch),
    ]
    if let start = entry.time.start.moment {
      let end = entry.time.end?.moment ?? start
      values += [
        ("data-start", ICalendarText.iso(start.seconds)), ("data-end", ICalendarText.iso(end.seconds)),
        ("data-clock", start.time.description),
      ]
    }
    return values.filter { !$0.1.isEmpty }.map { " \($0.0)=\"\(PlainText.html(PlainText.line($0.1)))\"" }
      .joined()
  }

  private func notes(_ event: Event) -> String {
    let state = event.status == .confirmed ? "" : book.label("event_status", event.status.rawValue)
    let languages = event.languages.map { Language.name($0, in: book.language) }
    let spoken = languages.isEmpty ? "" : book.say(.calendarIn, book.list(languages))
    let words = [
      PlainText.html(book.label("event_kind", event.type.rawValue)),
      state.isEmpty ? "" : "<strong>\(PlainText.html(state))</strong>", PageHouse.isolated(event.place),
      launches[event.launch].map(PageHouse.isolated) ?? "", PlainText.html(spoken),
      PlainText.html(book.list(event.audiences.map { book.label("audience", $0.rawValue) })),
    ]
    return words.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  // MARK: Times

  /// Days, or times by the clocks of the place, with how far these are from UTC.
  private func when(_ entry: CalendarEntry) -> String {
    let time = entry.time
    guard let start = time.start.moment else {
      let stamp = entry.days.lowerBound.description
      return "<time datetime=\"\(stamp)\">\(PlainText.html(days(entry.days)))</time>"
    }
    let end = time.end?.moment.map { $0.moved(to: start.zone) }
    let isOneDay = entry.days.lowerBound == entry.days.upperBound
    let first = book.say(.dateTime, weekday(start.day), start.time.description)
    let text =
      switch end {
      case let end? where end.seconds > start.seconds && isOneDay: "\(first)–\(end.time)"
      case let end? where end.seconds > start.seconds:
        "\(first) – \(book.say(.dateTime, weekday(end.day), end.time.description))"
      default: first
      }
    let zone = PlainText.html(Self.zone(of: start))
    return "<time datetime=\"\(ICalendarText.iso(start.seconds))\">\(PlainText.html(text))</time> "
      + "<small><bdi>\(zone)</bdi></small>"
  }

  private func days(_ days: ClosedRange<Day>) -> String {
    if days.lowerBound == days.upperBound { return weekday(days.lowerBound) }
    return ReportWords(book: book).days(days.lowerBound.description, days.upperBound.description)
  }

  /// "Tuesday, 3 November 2015".
  private func weekday(_ day: Day) -> String {
    book.say(.dateWeekday, book.label("weekday", String(day.weekday)), RegisterWords(book: book).day(day))
  }

  /// "November 2015".
  func month(_ month: Month) -> String {
    book.say(.dateMonth, book.label("month_heading", String(month.month)), String(month.year))
  }

  /// The town after which a zone is called and how far its clocks are from UTC at that moment; of clocks that have no
  /// name, how far alone.
  static func zone(of moment: Moment) -> String {
    if moment.zone == .utc { return "UTC" }
    let text = ICalendarOffset.text(moment.zone.offset(at: moment.seconds))
    let offset = "UTC\(text.prefix(3)):\(text.dropFirst(3))"
    let name = moment.zone.name
    guard !name.contains(","), let town = name.split(separator: "/").last, name.contains("/") else {
      return offset
    }
    return town.replacing("_", with: " ") + ", " + offset
  }

  /// A text in an address of this folder or page (RFC 3986, section 2.1).
  static func address(_ text: String) -> String {
    text.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isFree =
        byte < 0x80
        && (scalar.properties.isAlphabetic || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte))
      return isFree
        ? String(Character(scalar)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  static let style = """
    button[aria-pressed="true"] { font-weight: bold; outline: 2px solid; outline-offset: -3px; }
    #tools { border: 1px solid; padding: .5rem 1rem; }
    #tools div { display: flex; flex-wrap: wrap; gap: .5rem; margin: .5rem 0; }
    #tools #filters { gap: .5rem 1rem; }
    #tools #filters div { display: block; margin: 0; max-width: 100%; }
    #tools label { display: block; }
    .events { list-style: none; margin: 0; padding: 0; }
    .events li { border-top: 1px solid; padding: .5rem 0; }
    .events p, .events h3 { font-size: 1rem; line-height: 1.4; margin: 0; }
    .events h3 { font-size: 1.125rem; }
    .events .when { font-weight: 600; }
    .anchor { display: inline-block; font-size: .875rem; font-weight: normal; min-height: 1.5rem; min-width: 1.5rem; text-align: center; }
    summary { padding: .5rem 0; }
    #grid table { table-layout: fixed; }
    #grid td { border: 1px solid; padding: .25rem; vertical-align: top; }
    #grid td ul { list-style: none; margin: 0; padding: 0; }
    #grid .today { outline: 3px solid; outline-offset: -3px; }
    #grid .other time { font-style: italic; }
    @media screen and (max-width: 40rem) {
      #grid thead { display: none; }
      #grid table, #grid caption, #grid tbody, #grid tr, #grid td { display: block; }
      #grid td.empty { display: none; }
    }
    @media print {
      #tools, .anchor { display: none !important; }
      .events li { break-inside: avoid; }
    }
    """
}

extension ICalendarText {
  /// `2016-02-22T04:00Z`, as HTML writes moments.
  static func iso(_ seconds: Int) -> String {
    let moment = Moment(seconds: seconds, zone: .utc)
    return "\(moment.day)T\(moment.time)Z"
  }
}
