import Model
import Phrases
import Store

/// The figures of the media as charts: what report and screen show alike.
public struct MediaCharts: Sendable {
  private let figures: MediaFigures
  private let isGrouped: Bool
  private let look: Look
  private var words: MediaWords { MediaWords(look) }

  /// So many there are.
  public static let count = 7

  /// - Parameter isGrouped: each story once, however many copies it has.
  public init(_ figures: MediaFigures, isGrouped: Bool, look: Look) {
    (self.figures, self.isGrouped, self.look) = (figures, isGrouped, look)
  }

  // MARK: Charts

  /// Volume by day, by language, by kind, by tone over time, what each message came through, kind by tone,
  /// country.
  public var all: [Chart] { [days, messages, toneByDay, kinds, kindTones, languages, countries] }

  private func value(_ count: MediaCount) -> Double { Double(isGrouped ? count.stories : count.items) }

  private func title(_ key: PhraseKey) -> String {
    look.say(
      .bracketed, .text(look.say(Phrase(key))),
      .text(look.say(Phrase(isGrouped ? .mediaStories : .mediaItems))))
  }

  /// Each day between the first and the last, those without an item too.
  private var days: Chart {
    let spans = MediaSpan.spans(of: figures.days)
    return Chart(
      .lines, title: title(.mediaByDay), categories: spans.map { $0.label(look) },
      series: [
        .init(look.say(Phrase(isGrouped ? .mediaStories : .mediaItems)), spans.map { value($0.count) })
      ])
  }

  private func bars(
    _ key: PhraseKey, _ counts: [String: MediaCount], _ word: (String) -> String, order: [String]? = nil
  ) -> Chart {
    let codes = order ?? counts.keys.sorted { (value(counts[$1]!), $0) < (value(counts[$0]!), $1) }
    return Chart(
      .bars, title: title(key), categories: codes.map(word),
      series: [.init("", codes.map { counts[$0].map(value) ?? 0 })])
  }

  private var kinds: Chart { bars(.mediaByKind, figures.kinds, words.kind) }
  private var languages: Chart { bars(.mediaByLanguage, figures.languages, words.language) }
  private var countries: Chart { bars(.mediaByCountry, figures.countries, words.country) }

  /// Of all items, how many carried each message: what came through, in hundredths.
  private var messages: Chart {
    let codes = KeyMessage.codes + [""]
    let all = value(figures.total)
    return Chart(
      .bars, title: title(.mediaPullThrough), categories: codes.map(words.message),
      series: [
        .init(
          "",
          codes.map { all == 0 ? 0 : (1_000 * value(figures.messages[$0] ?? .init()) / all).rounded() / 10 })
      ], unit: "%")
  }

  private static let toneOrder = ["favourable", "neutral", "critical", ""]

  /// The tones of each kind of outlet as parts of a bar.
  private var toneByDay: Chart {
    let kinds = figures.kinds.keys.sorted {
      (value(figures.kinds[$1]!), $0) < (value(figures.kinds[$0]!), $1)
    }
    return Chart(
      .stacked, title: title(.mediaToneByKind), categories: kinds.map(words.kind),
      series: Self.toneOrder.map { tone in
        .init(words.tone(tone), kinds.map { value(figures.kindTones[$0]?[tone] ?? .init()) })
      })
  }

  private var kindTones: Chart {
    let kinds = (OutletKind.codes + [""]).filter { figures.kinds[$0] != nil }
    return Chart(
      .heat, title: title(.mediaKindTone), categories: Self.toneOrder.map(words.tone),
      series: kinds.map { kind in
        .init(words.kind(kind), Self.toneOrder.map { value(figures.kindTones[kind]?[$0] ?? .init()) })
      })
  }
}

/// Days that one column of a chart stands for: a day, a month where there are many.
struct MediaSpan {
  let first: Day
  let isMonth: Bool
  var count: MediaCount

  func label(_ look: Look) -> String { isMonth ? look.month(first.month) : look.shortDay(first) }

  /// Without a gap: what has no item stands there as nought. A story of two days in one month counts once
  /// for each.
  static func spans(of days: [String: MediaCount]) -> [MediaSpan] {
    let known = days.compactMap { text, count in Day(text).map { (day: $0, count: count) } }.sorted {
      $0.day < $1.day
    }
    guard let first = known.first?.day, let last = known.last?.day else { return [] }
    let isMonth = last - first > 92
    // A year that somebody mistyped makes no chart of a thousand years.
    guard !isMonth || last.parts.year - first.parts.year <= 50 else {
      return known.map { MediaSpan(first: $0.day, isMonth: false, count: $0.count) }
    }
    var spans: [MediaSpan] = []
    var day = isMonth ? first.month.first : first
    while day <= last {
      spans.append(MediaSpan(first: day, isMonth: isMonth, count: MediaCount()))
      day = isMonth ? (day.month + 1).first : day + 1
    }
    for (day, count) in known {
      let place = isMonth ? Self.months(from: first, to: day) : day - first
      spans[place].count.items += count.items
      spans[place].count.stories += count.stories
    }
    return spans
  }

  private static func months(from first: Day, to day: Day) -> Int {
    (day.parts.year - first.parts.year) * 12 + day.parts.month - first.parts.month
  }
}
