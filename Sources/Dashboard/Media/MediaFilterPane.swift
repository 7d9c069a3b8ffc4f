import Model
import Office
import Phrases
import Terminal

/// Narrows the media by days, kind, language, tone, message, launch, feed and flags; the list follows at
/// once.
struct MediaFilterPane: Pane {
  static let name = "mediafilter"
  static let title = PhraseKey.paneFilter

  private enum Part: CaseIterable {
    case days, kinds, languages, tones, messages, flags, launches, feeds, countries
  }

  private typealias Value = ChoiceColumns.Value

  private var filter: CoverageFilter
  private var choices: ChoiceColumns
  private let periods: [(first: Day?, last: Day?)]

  /// - Parameter figures: what is listed now, for the counts beside the values.
  init(
    _ filter: CoverageFilter, _ figures: MediaFigures?, _ launches: [Launch], _ feeds: [Feed], _ look: Look
  ) {
    self.filter = filter
    let words = MediaWords(look, launches, feeds)
    func values(_ counts: [String: MediaCount]?, _ chosen: Set<String>, _ word: (String) -> String) -> [Value]
    {
      let codes = Set((counts ?? [:]).keys).union(chosen)
      return codes.sorted { ((counts?[$1]?.items ?? 0), $0) < ((counts?[$0]?.items ?? 0), $1) }
        .map { Value(key: $0, text: word($0), count: counts?[$0]?.items ?? 0) }
    }
    let day = look.asOf
    let year = day.parts.year
    var periods: [(first: Day?, last: Day?)] = [
      (day, day), (day + -6, day), (day + -29, day), (Day(year: year, month: 1, day: 1), day),
      (Day(year: year - 1, month: 1, day: 1), Day(year: year - 1, month: 12, day: 31)),
    ]
    let launchDays = launches.compactMap(\.day).sorted()
    for day in launchDays { periods.append((day + -3, day + 6)) }
    self.periods = periods
    let names: [PhraseKey] = [.mediaToday, .mediaWeek, .mediaMonth, .mediaYear, .mediaLastYear]
    let flags = CoverageFilter.Flag.allCases.map { flag in
      let counts = [figures?.inaccurate, figures?.outside, figures?.needingResponse]
      let place = CoverageFilter.Flag.allCases.firstIndex(of: flag) ?? 0
      return Value(key: flag.rawValue, text: words.flag(flag), count: counts[place]?.items)
    }
    let lists: [[Value]] = [
      periods.enumerated().map { index, period in
        let text =
          index < names.count
          ? look.say(Phrase(names[index]))
          : words.period(CoverageFilter(from: period.first, to: period.last)) ?? ""
        return Value(key: String(index), text: text, count: nil)
      } + [Value(key: "own", text: look.say(Phrase(.mediaOwnDays)), count: nil)],
      values(figures?.kinds, filter.kinds, words.kind),
      values(figures?.languages, filter.languages, words.language),
      values(figures?.tones, filter.tones, words.tone),
      (KeyMessage.codes + [""]).map {
        Value(key: $0, text: words.message($0), count: figures?.messages[$0]?.items ?? 0)
      },
      flags,
      launches.map { Value(key: $0.id, text: look.title(of: $0), count: nil) }
        + [Value(key: "", text: look.say(.notStated), count: nil)],
      feeds.map { Value(key: $0.id, text: $0.name, count: nil) },
      values(figures?.countries, filter.countries, words.country),
    ]
    let headings =
      [look.say(Phrase(.mediaDays))]
      + ["outlet_kind", "language", "tone", "messages"].map { look.word("field", $0) }
      + [look.say(Phrase(.mediaFlagsHeading)), look.word("field", "launch"), look.say(Phrase(.mediaFeeds))]
      + [look.word("field", "country")]
    choices = ChoiceColumns(zip(headings, lists).map { .init(heading: $0, values: $1) })
  }

  var placement: Placement { .sheet(rows: 12) }

  static let commands: [Command<MediaFilterPane>] =
    [
      Command("mediafilter.toggle", .commandChoose, ["Space", "Enter"], rank: 1) { pane, look in
        if pane.choices.value?.key == "own", pane.part == .days { return pane.askDays(look.asOf) }
        pane.toggle()
        return [.fill(.media(pane.filter))]
      },
      .moving("mediafilter.right", .commandRight, ["Right", "l", "Tab"], rank: 3) { $0.choices.turn(by: 1) },
      .moving("mediafilter.left", .commandLeft, ["Left", "h", "Shift-Tab"]) { $0.choices.turn(by: -1) },
      Command("mediafilter.clear", .commandClear, ["-"], rank: 4) { pane, _ in
        pane.filter = CoverageFilter()
        return [.fill(.media(pane.filter))]
      },
    ] + moves(in: \.choices)

  private var part: Part { Part.allCases[choices.part] }

  private mutating func toggle() {
    guard let key = choices.value?.key else { return }
    switch part {
    case .days:
      let isChosen = isChosen(key, .days)
      let period = isChosen ? (nil, nil) : Int(key).map { periods[$0] } ?? (nil, nil)
      (filter.first, filter.last) = period
    case .kinds: filter.kinds.formSymmetricDifference([key])
    case .languages: filter.languages.formSymmetricDifference([key])
    case .tones: filter.tones.formSymmetricDifference([key])
    case .messages: filter.messages.formSymmetricDifference([key])
    case .flags: CoverageFilter.Flag(rawValue: key).map { filter.flags.formSymmetricDifference([$0]) }
    case .launches: filter.launches.formSymmetricDifference([key])
    case .feeds: filter.feeds.formSymmetricDifference([key])
    case .countries: filter.countries.formSymmetricDifference([key])
    }
  }

  private func isChosen(_ key: String, _ part: Part) -> Bool {
    switch part {
    case .days:
      guard filter.first != nil || filter.last != nil else { return false }
      guard let period = Int(key).map({ periods[$0] }) else {
        return !periods.contains { $0.first == filter.first && $0.last == filter.last }
      }
      return period.first == filter.first && period.last == filter.last
    case .kinds: return filter.kinds.contains(key)
    case .languages: return filter.languages.contains(key)
    case .tones: return filter.tones.contains(key)
    case .messages: return filter.messages.contains(key)
    case .flags: return filter.flags.contains { $0.rawValue == key }
    case .launches: return filter.launches.contains(key)
    case .feeds: return filter.feeds.contains(key)
    case .countries: return filter.countries.contains(key)
    }
  }

  var place: String { choices.place }
  mutating func stand(at place: String) { choices.stand(at: place) }

  /// Asks for two days; the sheet stays below, and hears of them.
  private func askDays(_ today: Day) -> [Effect] {
    let filter = filter
    return [
      .present(
        LinePrompt(Phrase(.mediaDaysQuestion), title: .paneFilter, text: Self.text(filter)) { text in
          let (first, last): (Day, Day)
          do throws(FieldProblem) { (first, last) = try Self.days(text, today) } catch {
            return .problem(Phrase(error))
          }
          guard first <= last else { return .problem(Phrase(FieldProblem.endBeforeStart)) }
          var filter = filter
          (filter.first, filter.last) = (first, last)
          return .effects([.fill(.media(filter)), .close, .fill(.media(filter))])
        })
    ]
  }

  /// One day, or two as `text` writes them.
  private static func days(_ text: String, _ today: Day) throws(FieldProblem) -> (Day, Day) {
    let pieces = text.split(separator: " ").map(String.init)
    if pieces.count == 2, let first = Day(pieces[0]), let last = Day(pieces[1]) { return (first, last) }
    let day = try WrittenDate.day(text, today: today)
    return (day, day)
  }

  private static func text(_ filter: CoverageFilter) -> String {
    [filter.first, filter.last].compactMap { $0?.description }.joined(separator: " ")
  }

  mutating func fill(_ filling: Filling) {
    if case .media(let filter) = filling { self.filter = filter }
  }

  mutating func fit(to size: Size, look: Look) { choices.fit(to: size) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    choices.draw(on: &canvas, in: area, look: look) { isChosen($1, Part.allCases[$0]) }
  }
}
