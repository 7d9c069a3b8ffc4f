/// A row for each series and a column for each category; each cell has a shade, the darker the greater, and its
/// number.
public struct HeatMap: Sendable {
  public var categories: [String]
  public var series: [ChartSeries]
  public var style: ChartStyle

  public init(_ categories: [String], _ series: [ChartSeries], style: ChartStyle = ChartStyle()) {
    (self.categories, self.series, self.style) = (categories, series, style)
  }

  /// How many categories have room side by side.
  public func room(columns: Int) -> Int {
    let labels = ChartLabels(series.map(\.name), columns: columns, style: style).width
    return max(1, (columns - labels) / (4 + numberWidth))
  }

  /// The lines, at most `rows`: categories above, then a row for each series.
  public func lines(columns: Int, rows: Int = .max) -> [[Span]] {
    guard columns > 0, rows > 0, !series.isEmpty else { return [] }
    let labels = ChartLabels(series.map(\.name), columns: columns, style: style).width
    let shown = categories.indices.prefix(room(columns: columns))
    let widest = categories.map(style.width).max() ?? 0
    let most = (columns - labels) / max(1, shown.count)
    let cell = max(4 + numberWidth, min(most, widest + 1))
    let heads = shown.map { style.set(categories[$0], cell - 1, .trailing) }.map { " " + $0 }
    let top = [Span(style.set("", labels) + heads.joined(), .heading)]
    let fits = series.count + 1 <= rows
    let body = series.prefix(fits ? series.count : max(0, rows - 2)).map { line($0, labels, shown, cell) }
    let left = series.dropFirst(body.count)
    let sum = left.reduce(0.0) { $0 + $1.values.reduce(0) { $0 + ($1 ?? 0) } }
    let more =
      fits ? [] : [[Span(style.set(style.more(left.count, style.number(sum)), columns), .quiet)]]
    return Array(([top] + body + more).prefix(rows))
  }

  private var numberWidth: Int {
    series.flatMap { series in categories.indices.map { style.width(style.text(series[$0])) } }.max() ?? 1
  }

  private func line(_ row: ChartSeries, _ labels: Int, _ shown: Range<Int>.SubSequence, _ cell: Int) -> [Span]
  {
    let most = series.flatMap(\.values).compactMap(\.self).max() ?? 0
    let cells = shown.flatMap { category -> [Span] in
      let value = row[category]
      let width = style.width(style.text(value))
      return [
        Span(String(repeating: " ", count: max(1, cell - width - 3))),
        Span(style.shade(value ?? 0, of: most), .bar),
        Span(" " + style.text(value), value == nil ? .quiet : .text),
      ]
    }
    return [Span(style.set(row.name, labels))] + cells
  }
}
