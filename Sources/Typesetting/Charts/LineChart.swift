/// How numbers went over time: columns of block elements for one series, for several a letter each at its height,
/// with the values in rows below.
public struct LineChart: Sendable {
  public var categories: [String]
  public var series: [ChartSeries]
  public var style: ChartStyle
  /// Its values can be added up.
  public var isCount = true

  public init(_ categories: [String], _ series: [ChartSeries], style: ChartStyle = ChartStyle()) {
    (self.categories, self.series, self.style) = (categories, series, style)
  }

  /// How many categories have room side by side.
  public func room(columns: Int) -> Int { max(1, columns - margin - 1) }

  /// The lines, at most `rows`. Values stand below their categories, or in a list where they are too wide.
  public func lines(columns: Int, rows: Int = .max) -> [[Span]] {
    let shown = Array(categories.indices.prefix(room(columns: columns)))
    guard columns > margin + 1, rows > 0, !shown.isEmpty, !series.isEmpty else { return [] }
    let cell = max(1, min(widest + 1, (columns - margin - 1) / shown.count))
    let hasRows = cell > numberWidth
    let legend = style.legend(series.map(\.name), glyph: mark, columns: columns)
    let names = series.count > 1 ? legend : []
    let isLong = rows != .max && shown.count > Self.listed
    let below =
      hasRows ? valueRows(shown, cell) : names + (isLong ? summary(shown, columns) : list(shown, columns))
    // The picture has at least three rows; values follow where there is room.
    let height = max(1, min(Self.tallest, rows == .max ? Self.usual : max(3, rows - 2 - below.count)))
    let picture = Array(plot(shown, cell, height).prefix(rows))
    let axis = [rule(shown, cell), labels(shown, cell)]
    return Array((picture + axis + below).prefix(rows))
  }

  private static let usual = 8
  /// More values than that nobody reads off a screen.
  private static let listed = 12
  private static let tallest = 16

  /// One series fills its columns; several have a letter each.
  private var isFilled: Bool { series.count == 1 && least == 0 }
  private func mark(_ place: Int) -> String { style.letter(place) }

  // MARK: Scale

  private var known: [Double] { series.flatMap(\.values).compactMap(\.self) }
  private var least: Double { min(0, -Self.ceiling(-(known.min() ?? 0))) }
  private var most: Double { max(Self.ceiling(known.max() ?? 0), least == 0 ? 1 : 0) }

  /// The next round number.
  static func ceiling(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].lazy.map { $0 * power }.first { $0 >= value - power / 1e6 } ?? value
  }

  private var numberWidth: Int { known.map { style.width(style.number($0)) }.max() ?? 1 }

  /// At the left: numbers of the axis, names of the series before their values.
  private var margin: Int {
    let numbers = [most, (most + least) / 2, least].map { style.width(style.number($0)) }.max() ?? 1
    let names = series.map { style.width($0.name) + (series.count > 1 ? 2 : 0) }.max() ?? 0
    return max(numbers, min(names, 18))
  }

  private var widest: Int { max(numberWidth, categories.map(style.width).max() ?? 0, series.count) }

  // MARK: Picture

  private func plot(_ shown: [Int], _ cell: Int, _ height: Int) -> [[Span]] {
    (0..<height).map { row in
      // The middle is named where a row lies there.
      let names = [0: most, height - 1: height > 1 ? least : most]
      var name = names[row]
      if height % 2 == 1, height >= 5, row == height / 2 { name = (most + least) / 2 }
      let label = style.set(name.map(style.number) ?? "", margin, .trailing)
      let axis = Span(label + (style.isASCII ? "|" : "│"), .quiet)
      return [axis] + (isFilled ? filled(shown, cell, row, height) : marked(shown, cell, row, height))
    }
  }

  private func filled(_ shown: [Int], _ cell: Int, _ row: Int, _ height: Int) -> [Span] {
    let width = cell > 2 ? cell - 1 : cell
    let blank = String(repeating: " ", count: cell - width)
    return shown.map { category in
      guard let value = series[0][category], value > 0 else {
        return Span(String(repeating: " ", count: cell))
      }
      let eighths = max(1, Int((value / most * Double(height * 8)).rounded())) - (height - 1 - row) * 8
      return Span(String(repeating: block(eighths), count: width) + blank, style.ink(0))
    }
  }

  private func block(_ eighths: Int) -> String {
    if eighths <= 0 { return " " }
    if style.isASCII { return eighths >= 6 ? "#" : eighths >= 3 ? "=" : "." }
    return ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][min(8, eighths) - 1]
  }

  /// A letter where a series stands and dashes to the end of its column; where more than one would take the
  /// same place, how many.
  private func marked(_ shown: [Int], _ cell: Int, _ row: Int, _ height: Int) -> [Span] {
    shown.flatMap { category -> [Span] in
      let here = series.indices.filter { place in
        series[place][category].map { level($0, height) == row } ?? false
      }
      let width = cell > 2 ? cell - 1 : cell
      let dash = style.isASCII ? "-" : "─"
      var cells = (0..<cell).map { _ in Span(" ") }
      guard let first = here.first else { return cells }
      for column in 0..<width { cells[column] = Span(dash, style.ink(first)) }
      if here.count > width {
        cells[0] = Span(String(min(9, here.count)), .text)
      } else {
        for (column, place) in here.enumerated() { cells[column] = Span(mark(place), style.ink(place)) }
      }
      return cells
    }
  }

  private func level(_ value: Double, _ height: Int) -> Int {
    guard most > least else { return height - 1 }
    let share = (value - least) / (most - least)
    return max(0, min(height - 1, height - 1 - Int((share * Double(height - 1)).rounded())))
  }

  /// The ground, broken where nothing is known.
  private func rule(_ shown: [Int], _ cell: Int) -> [Span] {
    let (corner, dash) = style.isASCII ? ("|", "-") : ("└", "─")
    let ground = shown.map { category in
      String(repeating: series.allSatisfy { $0[category] == nil } ? " " : dash, count: cell)
    }
    return [Span(style.set("", margin) + corner + ground.joined(), .quiet)]
  }

  /// As many names of categories as there is room for.
  private func labels(_ shown: [Int], _ cell: Int) -> [Span] {
    let widest = shown.map { style.width(categories[$0]) }.max() ?? 0
    let step = max(1, (min(widest, 12) + cell) / cell)
    let names = shown.indices.filter { $0 % step == 0 }.map { index in
      let room = min(step, shown.count - index) * cell
      let fits = index == 0 || style.width(categories[shown[index]]) <= room
      return style.set(
        fits ? style.set(categories[shown[index]], max(1, room - (room > 1 ? 1 : 0))) : "", room)
    }
    return [Span(style.set("", margin + 1) + names.joined(), .heading)]
  }

  // MARK: Values

  private func valueRows(_ shown: [Int], _ cell: Int) -> [[Span]] {
    series.indices.map { place in
      let name = series.count > 1 ? "\(mark(place)) \(series[place].name)" : series[place].name
      let values = shown.map { style.set(style.text(series[place][$0]), cell) }
      return [Span(style.set(name, margin) + " ", style.ink(place)), Span(values.joined())]
    }
  }

  /// The greatest value of each series, and the sum, in place of a long list.
  private func summary(_ shown: [Int], _ columns: Int) -> [[Span]] {
    series.indices.compactMap { place -> [Span]? in
      let known = shown.compactMap { category in series[place][category].map { (category, $0) } }
      guard let peak = known.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }) else { return nil }
      let name = series.count > 1 ? "\(mark(place)): " : ""
      let sum = style.total(style.number(known.reduce(0) { $0 + $1.1 }))
      let said = name + style.peak(style.number(peak.1), categories[peak.0]) + (isCount ? " · " + sum : "")
      return [Span(style.set(said, min(columns, style.width(said))))]
    }
  }

  private func list(_ shown: [Int], _ columns: Int) -> [[Span]] {
    series.indices.flatMap { place -> [[Span]] in
      let entries = shown.map { "\(categories[$0]) \(style.text(series[place][$0]))" }
      var lines = [series.count > 1 ? mark(place) + ":" : ""]
      for (index, entry) in entries.enumerated() {
        let piece = entry + (index < entries.count - 1 ? (style.isASCII ? "," : " ·") : "")
        let line = lines[lines.count - 1]
        let joined = line.isEmpty ? piece : "\(line) \(piece)"
        if index > 0, style.width(joined) > columns {
          lines.append(piece)
        } else {
          lines[lines.count - 1] = joined
        }
      }
      return lines.map { [Span(style.set($0, min(columns, style.width($0))))] }
    }
  }
}
