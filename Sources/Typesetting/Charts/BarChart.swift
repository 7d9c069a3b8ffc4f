/// A bar for each category, its value before it; where there are several series, one below the other.
public struct BarChart: Sendable {
  public var categories: [String]
  public var series: [ChartSeries]
  public var style: ChartStyle

  public init(_ categories: [String], _ series: [ChartSeries], style: ChartStyle = ChartStyle()) {
    (self.categories, self.series, self.style) = (categories, series, style)
  }

  /// The lines, at most `rows`; what does not fit is summed in the last.
  public func lines(columns: Int, rows: Int = .max) -> [[Span]] {
    guard columns > 0, rows > 0, !categories.isEmpty else { return [] }
    let legend = series.count > 1 ? style.legend(series.map(\.name), glyph: style.fill, columns: columns) : []
    let room = max(1, rows - legend.count)
    let each = max(1, series.count)
    let fits = categories.count * each <= room
    let shown = fits ? categories.count : max(0, (room - 1) / each)
    let labels = ChartLabels(categories, columns: columns, style: style)
    let number = numberWidth
    let bar = columns - labels.width - number - 3 - (series.count > 1 ? 2 : 0)
    var lines: [[Span]] = []
    for category in 0..<shown {
      for place in 0..<max(1, series.count) {
        lines.append(line(category, place, labels: labels.width, number: number, bar: bar))
      }
    }
    if !fits { lines.append([Span(style.set(more(shown), columns), .quiet)]) }
    return Array((lines + legend).prefix(rows))
  }

  private var most: Double { series.flatMap(\.values).compactMap(\.self).max() ?? 0 }

  private var numberWidth: Int {
    let texts = series.flatMap { series in categories.indices.map { style.text(series[$0]) } }
    return texts.map(style.width).max() ?? 1
  }

  private func line(_ category: Int, _ place: Int, labels: Int, number: Int, bar: Int) -> [Span] {
    let value = series.isEmpty ? nil : series[place][category]
    let label = style.set(place == 0 ? categories[category] : "", labels)
    let mark = series.count > 1 ? [Span(style.fill(place) + " ", style.ink(place))] : []
    let text = Span(style.set(style.text(value), number, .trailing) + " ", value == nil ? .quiet : .text)
    guard let value, value > 0, bar > 0 else { return [Span(label + " ")] + mark + [text] }
    let drawn =
      series.count > 1
      ? String(
        repeating: style.fill(place), count: max(1, style.columns(value, of: most, width: bar)))
      : style.bar(value, of: most, width: bar)
    return [Span(label + " ")] + mark + [text, Span(drawn, style.ink(place))]
  }

  private func more(_ shown: Int) -> String {
    let left = categories.indices.dropFirst(shown)
    let sum = left.reduce(0.0) { sum, category in series.reduce(sum) { $0 + ($1[category] ?? 0) } }
    return style.more(left.count, style.number(sum))
  }
}

/// A bar for each category, made of a part for each series: each part has a glyph of its own, and its value
/// stands in a column below that glyph.
public struct StackedBars: Sendable {
  public var categories: [String]
  public var series: [ChartSeries]
  public var style: ChartStyle

  public init(_ categories: [String], _ series: [ChartSeries], style: ChartStyle = ChartStyle()) {
    (self.categories, self.series, self.style) = (categories, series, style)
  }

  /// The lines, at most `rows`; what does not fit is summed in the last but the legend.
  public func lines(columns: Int, rows: Int = .max) -> [[Span]] {
    guard columns > 0, rows > 0, !categories.isEmpty else { return [] }
    let legend = style.legend(series.map(\.name), glyph: style.fill, columns: columns)
    let labels = ChartLabels(categories, columns: columns, style: style).width
    let widths = series.indices.map { place in
      1 + (categories.indices.map { style.width(style.text(series[place][$0])) }.max() ?? 1)
    }
    let all = 1 + max(style.width(style.all), categories.indices.map { style.width(total($0)) }.max() ?? 1)
    let table = labels + widths.reduce(all, +)
    // Where the values leave no room for bars they go below them.
    let isBeside = columns - table >= 10
    let bar = columns - (isBeside ? table : labels + all) - 1
    let each = isBeside ? 1 : 2
    let heading = isBeside ? [head(labels: labels, widths: widths, all: all)] : []
    let room = max(1, rows - legend.count - heading.count)
    let fits = categories.count * each <= room
    let shown = fits ? categories.count : max(0, (room - 1) / each)
    var lines = heading
    for category in 0..<shown {
      let numbers = isBeside ? parts(category, widths) : []
      let sum = Span(style.set(total(category), all, .trailing) + " ")
      lines.append([Span(style.set(categories[category], labels))] + numbers + [sum] + stack(category, bar))
      if !isBeside { lines.append(below(category, columns)) }
    }
    if !fits { lines.append([Span(style.set(more(shown), columns), .quiet)]) }
    return Array((lines + legend).prefix(rows))
  }

  private func sum(_ category: Int) -> Double { series.reduce(0) { $0 + ($1[category] ?? 0) } }

  private func total(_ category: Int) -> String {
    style.text(series.allSatisfy { $0[category] == nil } ? nil : sum(category))
  }

  private var most: Double { categories.indices.map(sum).max() ?? 0 }

  private func head(labels: Int, widths: [Int], all: Int) -> [Span] {
    let glyphs = series.indices.map { Span(style.set(style.fill($0), widths[$0], .trailing), style.ink($0)) }
    return [Span(style.set("", labels))] + glyphs + [Span(style.set(style.all, all, .trailing), .heading)]
  }

  private func parts(_ category: Int, _ widths: [Int]) -> [Span] {
    series.indices.map { place in
      let value = series[place][category]
      return Span(style.set(style.text(value), widths[place], .trailing), value == nil ? .quiet : .text)
    }
  }

  private func below(_ category: Int, _ columns: Int) -> [Span] {
    let parts = series.indices.map { "\(style.fill($0)) \(style.text(series[$0][category]))" }
    return [Span("  " + style.set(parts.joined(separator: "  "), max(0, columns - 2)), .quiet)]
  }

  /// The parts by their sums so far, so that rounding never makes the bar longer than its whole.
  private func stack(_ category: Int, _ width: Int) -> [Span] {
    guard most > 0, width > 0 else { return [] }
    var (sum, drawn) = (0.0, 0)
    return series.indices.compactMap { place in
      guard let value = series[place][category], value > 0 else { return nil }
      sum += value
      let end = min(width, max(drawn + 1, style.columns(sum, of: most, width: width)))
      defer { drawn = end }
      return Span(String(repeating: style.fill(place), count: end - drawn), style.ink(place))
    }
  }

  private func more(_ shown: Int) -> String {
    let left = categories.indices.dropFirst(shown)
    return style.more(left.count, style.number(left.reduce(0) { $0 + sum($1) }))
  }
}
