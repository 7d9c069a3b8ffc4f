import Model
import Phrases

/// The public calendar of events as one web page in one language (annex I, appendix, paragraph 2 (i)), which needs
/// nothing beside itself. Where scripts run it is turned by month and week, filtered, and says the visitor's own times;
/// where none do it is a list by month, what is past folded away. It is XML too.
public struct CalendarPage {
  /// What the page is made of besides the events.
  public struct Settings: Sendable {
    /// On which day it holds: what was before is past.
    public var asOf: Day
    /// Where the folder will be found, as `https://example.org/calendar/`; empty where nobody said.
    public var address = ""
    /// In which pages are written beside this one.
    public var languages: [String] = []
    /// What launches are called in that language, by id.
    public var launches: [RecordID: String] = [:]

    public init(asOf: Day) { self.asOf = asOf }

    /// From when to when what comes again is listed: a month back, and a year ahead.
    public var series: ClosedRange<Day> { asOf + -31...asOf + 366 }
  }

  private let book: DocumentBook
  private let settings: Settings
  private let markup: CalendarMarkup
  private var words: RegisterWords { RegisterWords(book: book) }

  public init(language: String, _ settings: Settings) {
    book = DocumentBook(language)
    self.settings = settings
    markup = CalendarMarkup(book: book, file: Self.file, launches: settings.launches)
  }

  /// The name of the page in a language.
  public static func name(_ language: String) -> String { "calendar-\(language).html" }

  /// The name of the file of one event, or of all times of a series.
  public static func file(of event: Event) -> String { "event-\(event.id).ics" }

  /// What calls an event in an address of the page; nil for a series, each time of which has its own, and only for a while.
  public static func anchor(of event: Event) -> String? {
    event.isSeries ? nil : CalendarMarkup.address(CalendarEntry.anchor(of: event.id))
  }

  /// Whether a page can say that its folder will be found there: files have their names behind it, so that a query or a
  /// fragment has no place.
  public static func isAddress(_ text: String) -> Bool {
    PageHouse.webAddress(text) != nil && !text.contains { "?#".contains($0) }
  }

  /// The calendar of a folder as calendar programs subscribe to it, and as people read its address.
  static func subscription(in folder: String) -> (link: String, address: String)? {
    guard isAddress(folder), let base = PageHouse.webAddress(folder) else { return nil }
    let address = base + (base.hasSuffix("/") ? "" : "/") + "calendar.ics"
    return ("webcal" + address.drop { $0 != ":" }, address)
  }

  /// - Parameter events: those that everybody may see.
  public func file(_ events: [Event]) -> [UInt8] {
    let house = PageHouse(
      title: book.say(.calendarTitle), book: book, style: CalendarMarkup.style,
      script: "calendar.js",
      languages: settings.languages.map { ($0, Self.name($0)) })
    let entries = CalendarEntry.all(events, series: settings.series)
    let coming = entries.filter { $0.days.upperBound >= settings.asOf }
    let past = entries.filter { $0.days.upperBound < settings.asOf }
    let content = events.isEmpty ? paragraph(.calendarEmpty) : lists(coming, past)
    let tools = entries.isEmpty ? "" : self.tools + data(events)
    let series = events.contains(where: \.isSeries) ? seriesNote : ""
    let page = house.opening + house.heading + tools + content + series + subscribing
    return Array((page + house.closing(provenance: book.say(.calendarHolds, words.day(settings.asOf)))).utf8)
  }

  private func paragraph(_ key: DocumentKey, _ id: String = "") -> String {
    "<p\(id.isEmpty ? "" : " id=\"\(id)\"")>\(PlainText.html(book.say(key)))</p>\n"
  }

  private func lists(_ coming: [CalendarEntry], _ past: [CalendarEntry]) -> String {
    let none = coming.isEmpty ? paragraph(.calendarNoneComing, "none") : ""
    // The last first: whoever opens what is past looks for what was lately.
    let folded =
      past.isEmpty
      ? ""
      : "<details id=\"past\"><summary>\(PlainText.html(book.say(.calendarPast)))</summary>\n"
        + months(past.reversed()) + "</details>\n"
    return "<div id=\"grid\" hidden=\"hidden\"></div>\n<div id=\"list\">\n\(none)"
      + "<div id=\"coming\">\n\(months(coming))</div>\n\(folded)</div>\n"
  }

  private func months(_ entries: [CalendarEntry]) -> String {
    var text = ""
    var last: Month?
    for entry in entries {
      let month = entry.days.lowerBound.month
      if month != last {
        text +=
          (last == nil ? "" : "</ul>\n")
          + "<h2>\(PlainText.html(markup.month(month)))</h2>\n<ul class=\"events\">\n"
        last = month
      }
      text += markup.item(entry)
    }
    return text + (last == nil ? "" : "</ul>\n")
  }

  private var seriesNote: String {
    let (first, last) = (settings.series.lowerBound, settings.series.upperBound)
    return "<p>\(PlainText.html(book.say(.calendarSeries, words.day(first), words.day(last))))</p>\n"
  }

  private var subscribing: String {
    let heading = "<h2>\(PlainText.html(book.say(.calendarSubscribing)))</h2>\n"
    let copy = PlainText.html(book.say(.calendarCopy))
    let file = "<p><a href=\"calendar.ics\" type=\"text/calendar\">calendar.ics</a> \(copy)</p>\n"
    guard let (web, address) = Self.subscription(in: settings.address) else {
      return "<section>\n\(heading)\(file)</section>\n"
    }
    let said = PlainText.html(book.say(.calendarAddress))
    let link = "\(said) <a href=\"\(PlainText.html(web))\"><bdi>\(PlainText.html(address))</bdi></a>"
    return "<section>\n\(heading)<p>\(link)</p>\n\(file)</section>\n"
  }

  // MARK: For the script

  /// Out of sight until the script runs, which alone gives them a use.
  private var tools: String {
    func button(_ id: String, _ key: DocumentKey) -> String {
      "<button id=\"\(id)\" type=\"button\">\(PlainText.html(book.say(key)))</button>"
    }
    let view = PlainText.html(book.say(.calendarView))
    return """
      <div id="tools" role="group" aria-label="\(view)" hidden="hidden">
      <div>\(button("by-list", .calendarList)) \(button("by-month", .calendarMonth)) \(button("by-week", .calendarWeek))</div>
      <div id="turn" hidden="hidden">\(button("back", .calendarEarlier)) \(button("today", .calendarToday)) \(button("next", .calendarLater))</div>
      <div id="filters"></div>
      <p id="shown" role="status"></p>
      </div>

      """
  }

  private func data(_ events: [Event]) -> String {
    func labels(_ pairs: [(String, String)]) -> String {
      "{" + pairs.map { "\(ScriptText.quoted($0.0)): \(ScriptText.quoted($0.1))" }.joined(separator: ", ")
        + "}"
    }
    func words(_ group: String, _ range: ClosedRange<Int>) -> String {
      "[" + range.map { ScriptText.quoted(book.label(group, String($0))) }.joined(separator: ", ") + "]"
    }
    let kinds = EventKind.allCases.map { ($0.rawValue, book.label("event_kind", $0.rawValue)) }
    let languages = Set(events.flatMap(\.languages)).sorted().map {
      ($0, Language.name($0, in: book.language))
    }
    let audiences = Audience.allCases.map { ($0.rawValue, book.label("audience", $0.rawValue)) }
    let launches = settings.launches.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let filters: [(String, DocumentKey, [(String, String)])] = [
      ("kind", .calendarKind, kinds), ("language", .calendarLanguage, languages),
      ("audience", .calendarAudience, audiences), ("launch", .calendarLaunch, launches),
    ]
    let named = filters.map { name, key, codes in
      "{\"name\": \"\(name)\", \"label\": \(ScriptText.quoted(book.say(key))), \"codes\": \(labels(codes))}"
    }
    let said: [(String, DocumentKey)] = [
      ("all", .calendarAll), ("shown", .calendarShown), ("nothing", .calendarNothing),
      ("yours", .calendarYours),
      ("past", .calendarPast), ("none", .calendarNoneComing), ("month", .dateMonth), ("date", .date),
      ("weekday", .dateWeekday),
    ]
    return """
      <script id="data" type="application/json">
      {"words": \(labels(said.map { ($0.0, book.say($0.1)) })),
      "months": \(words("month_heading", 1...12)), "ofMonth": \(words("month", 1...12)),
      "weekdays": \(words("weekday", 1...7)), "filters": [\(named.joined(separator: ",\n"))]}
      </script>

      """
  }
}
