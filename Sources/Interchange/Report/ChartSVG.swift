import Model
import Phrases

/// A chart as SVG inside a page: it says what it is, each value stands beside its mark as text, and what tells its
/// parts apart is a pattern before it is a shade. In a language written from right to left it is drawn mirrored.
struct ChartSVG {
  private let chart: Chart
  private let id: String
  private let words: ReportWords
  private let isMirrored: Bool

  // As wide as a telephone, so that letters are as large there as elsewhere.
  private static let width = 360
  private static let label = 142
  private static let row = 24

  init(_ chart: Chart, id: String, words: ReportWords) {
    (self.chart, self.id, self.words) = (chart, id, words)
    isMirrored = words.book.direction == "rtl"
  }

  var text: String {
    switch chart.form {
    case .bars: frame(height: bars.height, bars.marks)
    case .stacked: frame(height: stacked.height, stacked.marks)
    case .lines: frame(height: lines.height, lines.marks)
    case .heat: frame(height: heat.height, heat.marks)
    }
  }

  private typealias Drawing = (height: Int, marks: String)

  private func frame(height: Int, _ marks: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" role="img" \
    aria-label="\(PlainText.html(chart.title))" aria-describedby="\(id)d">
    <title>\(PlainText.html(chart.title))</title>
    <desc id="\(id)d">\(PlainText.html(summary))</desc>
    \(marks)</svg>

    """
  }

  /// The values in words, for whoever does not see the picture.
  private var summary: String {
    let table = ChartTable(chart, words)
    let rows = table.rows.prefix(40).map { row in
      let values = zip(table.columns, row).dropFirst().map { name, value in
        chart.series.count > 1 ? "\(name) \(value)" : value
      }
      return words.book.say(.reportItem, row[0], words.book.list(Array(values)))
    }
    return words.book.chain(rows)
  }

  // MARK: Places

  /// Where something begins that is so far from where reading begins.
  private func x(_ distance: Int, width: Int = 0) -> Int {
    isMirrored ? Self.width - distance - width : distance
  }

  private func write(_ text: String, at distance: Int, _ y: Int, anchor: String = "start") -> String {
    let isIsolated = text.hasPrefix("\u{2068}")
    let said = (isIsolated ? "\u{2068}" : "") + PlainText.html(text) + (isIsolated ? "\u{2069}" : "")
    return "<text x=\"\(x(distance))\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(said)</text>\n"
  }

  private func box(_ kind: String, at distance: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
    guard width > 0 else { return "" }
    return "<rect class=\"\(kind)\" x=\"\(x(distance, width: width))\" y=\"\(y)\" width=\"\(width)\" "
      + "height=\"\(height)\"/>\n"
  }

  /// The name of a bar, in three lines where it needs them; the whole of it stands in the table.
  /// - Returns: how much lower the next begins, too.
  private func name(_ category: String, _ y: Int) -> (marks: String, more: Int) {
    let lines = ChartLetters.lines(category, Double(Self.label - 12))
    let marks = lines.enumerated().map { write($1, at: Self.label - 8, y + 15 * $0, anchor: "end") }
    return (marks.joined(), 15 * (lines.count - 1))
  }

  private func value(_ value: Double) -> String { ChartTable.text(value, chart.unit, words) }

  private func legend(_ y: Int, _ kinds: [String]) -> Drawing {
    var (marks, distance, line) = ("", 8, y)
    for (series, kind) in zip(chart.series, kinds) {
      let name = ChartLetters.fitting(series.name, Double(Self.width - 36))
      let width = 36 + Int(ChartLetters.width(name))
      if distance > 8, distance + width > Self.width {
        distance = 8
        line += 20
      }
      marks += box(kind, at: distance, line, 14, 12) + write(name, at: distance + 20, line + 11)
      distance += width
    }
    return (line + 24 - y, marks)
  }

  // MARK: Forms

  private var bars: Drawing {
    let room = Double(Self.width - Self.label - 56)
    let isSingle = chart.series.count == 1
    let thick = isSingle ? 14 : 10
    var (y, marks) = (6, "")
    for (at, category) in chart.categories.enumerated() {
      let name = name(category, y + 12)
      marks += name.marks
      for (place, series) in chart.series.enumerated() {
        let known = series.values.indices.contains(at) ? series.values[at] : nil
        let length = known.map { Int(room * $0 / max(chart.most, 1)) } ?? 0
        marks += box(
          isSingle ? "bar" : "part\(place % 4)", at: Self.label, y, max(length, known ?? 0 > 0 ? 1 : 0), thick
        )
        marks += write(known.map(value) ?? "–", at: Self.label + length + 6, y + thick - 2)
        y += thick + 4
      }
      let bars = chart.series.count * (thick + 4)
      y += isSingle ? Self.row - bars + name.more : max(8, Self.row - bars + name.more)
    }
    guard !isSingle else { return (y + 4, marks) }
    let legend = legend(y, chart.series.indices.map { "part\($0 % 4)" })
    return (y + legend.height, marks + legend.marks)
  }

  private var stacked: Drawing {
    let room = Double(Self.width - Self.label - 56)
    var (y, marks) = (6, "")
    for (at, category) in chart.categories.enumerated() {
      let name = name(category, y + 12)
      marks += name.marks
      var (sum, drawn) = (0.0, 0)
      for (place, series) in chart.series.enumerated() {
        sum += (series.values.indices.contains(at) ? series.values[at] : nil) ?? 0
        let end = Int(room * sum / max(chart.most, 1))
        marks += box("part\(place % 4)", at: Self.label + drawn, y, end - drawn, 14)
        drawn = end
      }
      marks += write(value(sum), at: Self.label + drawn + 6, y + 12)
      y += Self.row + name.more
    }
    let legend = legend(y, chart.series.indices.map { "part\($0 % 4)" })
    return (y + legend.height, marks + legend.marks)
  }

  private var lines: Drawing {
    let (left, top, height) = (50, 14, 180)
    let room = Self.width - left - 20
    let step = Double(room) / Double(max(1, chart.categories.count - 1))
    func point(_ at: Int, _ value: Double) -> (x: Int, y: Int) {
      (x(left + Int(step * Double(at))), top + height - Int(Double(height) * value / max(chart.most, 1)))
    }
    var marks = ""
    for part in 0...2 {
      let level = chart.most * Double(part) / 2
      let y = top + height - height * part / 2
      marks += "<line class=\"grid\" x1=\"\(x(left))\" y1=\"\(y)\" x2=\"\(x(left + room))\" y2=\"\(y)\"/>\n"
      marks += write(value(level), at: left - 6, y + 4, anchor: "end")
    }
    for (place, series) in chart.series.enumerated() {
      // A gap where nothing is known.
      let runs = series.values.enumerated().split { $0.element == nil }
      for run in runs {
        let points = run.map { point($0.offset, $0.element ?? 0) }
        let path = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
        marks += "<polyline class=\"line line\(place % 4)\" points=\"\(path)\"/>\n"
        guard place == 0 || points.count == 1 else { continue }
        marks += points.map { "<circle class=\"dot\" cx=\"\($0.x)\" cy=\"\($0.y)\" r=\"3\"/>\n" }.joined()
      }
    }
    // As many names as have room.
    let every = max(1, (chart.categories.count + 4) / 5)
    for (at, category) in chart.categories.enumerated() where at % every == 0 {
      marks += write(
        ChartLetters.fitting(category, max(step * Double(every), 40) - 4), at: left + Int(step * Double(at)),
        top + height + 20, anchor: "middle")
    }
    var y = top + height + 34
    for (place, series) in chart.series.enumerated() where chart.series.count > 1 {
      marks +=
        "<line class=\"line line\(place % 4)\" x1=\"\(x(8))\" y1=\"\(y + 6)\" x2=\"\(x(48))\" y2=\"\(y + 6)\"/>\n"
      marks += write(
        ChartLetters.fitting(series.name, Double(Self.width - 60)), at: 56, y + 11)
      y += 20
    }
    return (y + 4, marks)
  }

  private var heat: Drawing {
    let cell = max(24, (Self.width - Self.label) / max(1, chart.series.count))
    var (y, marks) = (26, "")
    for (place, series) in chart.series.enumerated() {
      marks += write(
        ChartLetters.fitting(series.name, Double(cell - 4)), at: Self.label + cell * place + cell / 2, 16,
        anchor: "middle")
    }
    for (at, category) in chart.categories.enumerated() {
      let name = name(category, y + 16)
      marks += name.marks
      for (place, series) in chart.series.enumerated() {
        let known = series.values.indices.contains(at) ? series.values[at] : nil
        // The number says it; the size of the square beside it only helps the eye.
        let size = known.map { Int(16 * ($0 / max(chart.most, 1)).squareRoot()) } ?? 0
        let middle = Self.label + cell * place + cell / 2
        marks += box("part2", at: middle - 22, y + 10 - size / 2, size, size)
        marks += write(known.map(value) ?? "–", at: middle, y + 15)
      }
      y += Self.row + name.more
    }
    return (y + 4, marks)
  }
}
