import Model
import Phrases
import Typesetting

/// The few words that a chart needs, in the language of whoever reads it.
public struct ChartWords: Sendable {
  public var all: String
  /// "12 more: 340".
  public var more: @Sendable (Int, String) -> String
  /// That each column joins so many neighbours: their sum, or their mean.
  public var joined: @Sendable (Int, Bool) -> String
  public var number: @Sendable (Double) -> String
  /// The greatest number, and where it stands.
  public var peak: (@Sendable (String, String) -> String)?
  public var total: (@Sendable (String) -> String)?
  /// A title, and in what its numbers are.
  public var titled: (@Sendable (String, String) -> String)?

  public init(
    all: String, more: @escaping @Sendable (Int, String) -> String,
    joined: @escaping @Sendable (Int, Bool) -> String, number: @escaping @Sendable (Double) -> String
  ) {
    (self.all, self.more, self.joined, self.number) = (all, more, joined, number)
  }

  public init(_ phrases: Phrasebook) {
    self.init(
      all: phrases.say(.pivotAll), more: { phrases.say(.chartMore, .number($0), .text($1)) },
      joined: { phrases.say($1 ? .chartSum : .chartMean, .number($0)) },
      number: { value in
        let text = ChartStyle.plain(value)
        return Int(text).map(phrases.number) ?? text
      })
    peak = { phrases.say(.chartPeak, .text($0), .text($1)) }
    total = { phrases.say(.chartTotal, .text($0)) }
    titled = { phrases.bracketed($0, $1) }
  }
}

/// Charts as plain text, for reports and pipes.
public enum ChartText {
  /// The lines of a chart with its title, none wider than `columns`; its labels stay as they are, in ASCII too.
  public static func lines(
    of chart: Chart, columns: Int, isASCII: Bool = false, words: ChartWords = ChartWords(Phrasebook("en"))
  ) -> [String] {
    let style = ChartStyle(chart, words: words, isASCII: isASCII)
    return chart.lines(columns: columns, style: style, words: words).map { line in
      var text = line.map(\.text).joined()
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }
}

extension ChartStyle {
  public init(_ chart: Chart, words: ChartWords, isASCII: Bool, spells: Bool = false) {
    let unit = chart.isUnitShort ? chart.unit : ""
    self.init(
      isASCII: isASCII, spells: spells, all: words.all, number: { words.number($0) + unit }, more: words.more)
    if let peak = words.peak { self.peak = peak }
    if let total = words.total { self.total = total }
  }
}

extension Chart {
  /// A sign stands behind each number, a word once behind the title.
  fileprivate var isUnitShort: Bool { CellText.width(unit) <= 1 }

  private func heading(_ words: ChartWords) -> String {
    isUnitShort || unit.isEmpty ? title : title.isEmpty ? unit : words.titled?(title, unit) ?? title
  }

  private var drawn: [ChartSeries] { series.map { ChartSeries($0.name, $0.values) } }

  /// The lines of a chart, at most `rows`. Columns that are too many are joined with their neighbours.
  public func lines(columns: Int, rows: Int = .max, style: ChartStyle, words: ChartWords) -> [[Span]] {
    let heading = heading(words)
    let title = heading.isEmpty ? [] : [[Span(style.set(heading, columns), .heading)]]
    let rest = rows == .max ? rows : max(0, rows - title.count)
    let body: [[Span]]
    switch form {
    case .bars: body = BarChart(categories, drawn, style: style).lines(columns: columns, rows: rest)
    case .stacked: body = StackedBars(categories, drawn, style: style).lines(columns: columns, rows: rest)
    case .lines:
      body = joining(words, columns, rest, style) {
        LineChart($0.categories, $0.drawn, style: style).room(columns: columns)
      } drawing: {
        var lines = LineChart($0.categories, $0.drawn, style: style)
        lines.isCount = $0.unit.isEmpty
        return lines.lines(columns: columns, rows: $1)
      }
    case .heat:
      body = joining(words, columns, rest, style) {
        HeatMap($0.categories, $0.drawn, style: style).room(columns: columns)
      } drawing: {
        HeatMap($0.categories, $0.drawn, style: style).lines(columns: columns, rows: $1)
      }
    }
    return Array((title + body).prefix(max(0, rows)))
  }

  /// Draws as many categories as there is room for, and says below how many were joined. Sums are wider than what
  /// they are made of, and may need more joining.
  private func joining(
    _ words: ChartWords, _ columns: Int, _ rows: Int, _ style: ChartStyle, room: (Chart) -> Int,
    drawing: (Chart, Int) -> [[Span]]
  ) -> [[Span]] {
    var (chart, note): (Chart, String?) = (self, nil)
    var most = room(self)
    while chart.categories.count > most, most > 0 {
      (chart, note) = joined(into: most, words)
      most = min(most - 1, room(chart))
    }
    guard let note else { return drawing(chart, rows) }
    return drawing(chart, rows == .max ? rows : rows - 1) + [[Span(style.set(note, columns), .quiet)]]
  }

  /// Counts of neighbours are summed, measures with a unit averaged; unknown values stay out, and where all are
  /// unknown the whole is. Returns what to say of it, nil where nothing had to be joined.
  public func joined(into most: Int, _ words: ChartWords) -> (chart: Chart, note: String?) {
    guard categories.count > most, most > 0 else { return (self, nil) }
    let size = (categories.count + most - 1) / most
    let starts = stride(from: 0, to: categories.count, by: size)
    let isSum = unit.isEmpty
    var chart = self
    chart.categories = starts.map { start in
      let last = min(start + size, categories.count) - 1
      return start == last ? categories[start] : "\(categories[start])–\(categories[last])"
    }
    chart.series = series.map { series in
      Series(
        series.name,
        starts.map { start in
          let known = series.values.dropFirst(start).prefix(size).compactMap(\.self)
          guard !known.isEmpty else { return nil }
          let sum = known.reduce(0, +)
          return isSum ? sum : sum / Double(known.count)
        })
    }
    return (chart, words.joined(size, isSum))
  }
}
