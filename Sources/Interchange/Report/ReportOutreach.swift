import Model
import Phrases

/// "The type and extent of outreach and media coverage" (annex I, paragraph 7).
extension ReportBuilder {
  mutating func outreach() {
    launches()
    let held = facts.events.filter { !$0.key.isEmpty }
    let sources = held.sorted { $0.key < $1.key }.map(\.value.sources).reduce(ReportSources(), +)
    if held.isEmpty {
      say("outreach.events", .reportNoEvents)
    } else {
      let counts = held.mapValues(\.count)
      say(
        "outreach.events", book.say(.reportEvents, words.number(counts.values.reduce(0, +))),
        items(counts, "event_kind", order: EventKind.codes), sources)
      figure(
        "outreach.eventsChart", bars(.reportEventsChart, counts, "event_kind", order: EventKind.codes),
        sources)
    }
    if let cancelled = facts.events[""] {
      say(
        "outreach.cancelled", book.say(.reportCancelled, words.number(cancelled.count)), [],
        cancelled.sources)
    }
    products()
    contacts()
  }

  private mutating func launches() {
    for launch in facts.launches {
      let release = launch.day.isEmpty ? book.say(.reportReleaseOpen) : words.day(launch.day)
      var parts = items(launch.cells, "cell", order: CellState.codes)
      if launch.enquiries.count > 0 {
        parts.append(item(book.say(.reportEnquiries), launch.enquiries.count))
        parts.append(item(book.say(.reportEnquiriesAnswered), launch.answered.count))
      }
      if launch.responses.count > 0 {
        parts.append(item(book.say(.reportResponses), launch.responses.count))
      }
      let sources =
        ReportSources(.launch, [launch.id]) + launch.enquiries.sources + launch.responses.sources
      let name = words.launch(launch.id, named: launch.name)
      say(
        "outreach.launch.\(launch.id)",
        book.say(parts.isEmpty ? .reportLaunchBare : .reportLaunch, name, release), parts, sources)
    }
  }

  private mutating func products() {
    guard facts.productCount.count > 0 else { return say("outreach.products", .reportNoProducts) }
    say(
      "outreach.products",
      book.say(
        .reportProducts, words.number(facts.productCount.count), words.number(facts.published.count)), [],
      facts.productCount.sources + facts.published.sources)
    table(
      "outreach.parity", book.say(.reportParityTable),
      [
        book.say(.columnLanguage), book.say(.columnPublished), book.say(.columnStale),
        book.say(.columnUnderWay), book.say(.columnNotFeasible), book.say(.columnNotPlanned),
      ],
      facts.parity.map { one in
        [words.word("language", one.language)]
          + [one.published, one.stale, one.underWay, one.notFeasible, one.notPlanned].map(words.number)
      }, facts.productCount.sources)
  }

  private mutating func contacts() {
    let contacts = facts.contacts
    guard contacts.total.count > 0 else { return say("outreach.contacts", .reportNoContacts) }
    say(
      "outreach.contacts",
      book.say(
        .reportContacts, words.number(contacts.total.count), words.number(contacts.stakeholders),
        words.number(contacts.directions[Direction.incoming.rawValue] ?? 0),
        words.number(contacts.directions[Direction.outgoing.rawValue] ?? 0)),
      items(contacts.channels, "channel"), contacts.total.sources)
    say(
      "outreach.followUps", book.say(.reportFollowUps, words.number(contacts.overdue.count)), [],
      contacts.overdue.sources)
  }

  // MARK: Media

  private var mediaSources: ReportSources {
    ReportSources(
      .coverage, facts.media.sources, count: facts.media.total.items, query: "coverage when:\(days)")
  }

  mutating func media() {
    let media = facts.media
    guard media.total.items > 0 else { return say("media.none", .reportNoMedia) }
    say(
      "media.total",
      book.say(.reportMedia, words.number(media.total.items), words.number(media.total.stories)), [],
      mediaSources)
    months()
    breakdown("media.kinds", .reportMediaKinds, media.kinds, "outlet_kind", order: OutletKind.codes)
    breakdown("media.languages", .reportMediaLanguages, media.languages, "language")
    if !isForBureau { breakdown("media.countries", .reportMediaCountries, media.countries, "country") }
    breakdown("media.tone", .reportMediaTone, media.tones, "tone", order: Tone.codes)
    breakdown("media.messages", .reportMediaMessages, media.messages, "message", order: KeyMessage.codes)
    say(
      "media.accuracy",
      book.say(
        .reportMediaAccuracy, words.number(media.inaccurate.items), words.number(media.outside.items),
        words.number(media.needingResponse.items)), [], mediaSources)
    say(
      "media.reach",
      book.say(.reportMediaReach, words.number(media.reach), words.number(media.withoutReach)), [],
      mediaSources)
  }

  private mutating func breakdown(
    _ key: String, _ title: DocumentKey, _ counts: [String: MediaCount], _ group: String,
    order: [String] = []
  ) {
    let codes = codes(counts.mapValues(\.items), order: order)
    let shown = codes.prefix(15)
    var names = shown.map { code in
      group == "message" && code.isEmpty ? book.say(.reportNoMessage) : words.word(group, code)
    }
    var numbers = shown.map { counts[$0] ?? MediaCount() }
    if codes.count > shown.count {
      names.append(book.say(.reportOthers))
      numbers.append(
        codes.dropFirst(shown.count).compactMap { counts[$0] }.reduce(into: MediaCount()) {
          $0.items += $1.items
          $0.stories += $1.stories
        })
    }
    let columns = [book.label("heading", group), book.say(.columnItems), book.say(.columnStories)]
    let isLong = group == "message"
    if names.count == 1 || isLong {
      let rows = zip(names, numbers).map { [$0, words.number($1.items), words.number($1.stories)] }
      table(key, book.say(title), columns, rows, mediaSources)
    }
    // The messages are sentences: their letters stand for them.
    if isLong { names = shown.map { $0.isEmpty ? book.say(.reportNotStated) : letter(of: $0) } }
    figure(
      isLong ? key + ".chart" : key,
      Chart(
        .bars, title: book.say(title), categories: names,
        series: [
          Chart.Series(columns[1], numbers.map { Double($0.items) }),
          Chart.Series(columns[2], numbers.map { Double($0.stories) }),
        ]), data: isLong ? key : "", mediaSources)
  }

  private func letter(of code: String) -> String {
    let place = KeyMessage.codes.firstIndex(of: code) ?? 0
    return ReportNumbering(language: words.language).item(place)
  }

  /// How much there was in each month; that nothing was recorded does not mean that there was nothing.
  private mutating func months() {
    guard let first = Day(facts.from)?.month, let last = Day(facts.to)?.month else { return }
    // Items only: a story that goes on into the next day would be added twice.
    var counts: [String: Int] = [:]
    for (day, count) in facts.media.days { counts[String(day.prefix(7)), default: 0] += count.items }
    // More than ten years of months would be a grey band.
    let all = (0..<120).map { first + $0 }.prefix { $0 <= last }.map(\.description)
    figure(
      "media.months",
      Chart(
        .lines, title: book.say(.reportMediaMonths), categories: all,
        series: [Chart.Series("", all.map { counts[$0].map(Double.init) })]), mediaSources)
  }
}
