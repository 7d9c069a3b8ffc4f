import Office
import Phrases
import Terminal

/// A line of the overview, and the place that it opens.
struct OverviewLine: Sendable {
  var spans: [Span]
  /// A bar in the middle: a value out of the most.
  var bar: (value: Int, most: Int)?
  /// At the right.
  var figure = ""
  var destination: Destination?
  /// What Enter does on a line that leads to no record.
  var effects: [Effect] = []
}

/// A group of lines under a heading.
struct OverviewSection: Sendable {
  let heading: String
  var figure = ""
  var lines: [OverviewLine]
  /// So many lines stay when there is little room.
  var fewest = 1
  /// Whether it says how many of its lines have no room.
  var tellsHidden = true
  /// Stands right below the section before it.
  var isContinued = false

  /// What stands above its lines: a blank row, and its heading where it has one.
  fileprivate func overhead(isFirst: Bool) -> Int {
    (isFirst || isContinued ? 0 : 1) + (heading.isEmpty ? 0 : 1)
  }

  /// Shortens sections to a height: each gets its fewest lines, then the first ones what is left.
  /// - Parameters:
  ///   - columns: what a line has; where a heading takes more, its words give way.
  ///   - more: says behind a heading how many lines have no room: in words, and as a figure alone.
  static func fitted(
    _ sections: [OverviewSection], rows: Int, columns: Int, more: (Int) -> (words: String, figure: String)
  ) -> [OverviewSection] {
    var left = rows
    var counts: [Int] = []
    for (index, section) in sections.enumerated() {
      let count = min(section.lines.count, section.fewest)
      counts.append(count)
      left -= count + section.overhead(isFirst: index == 0)
    }
    for index in sections.indices {
      let more = max(0, min(left, sections[index].lines.count - counts[index]))
      counts[index] += more
      left -= more
    }
    return zip(sections, counts).map { section, count in
      var section = section
      let hidden = section.lines.count - count
      if hidden > 0, section.tellsHidden, !section.heading.isEmpty {
        let (words, figure) = more(hidden)
        let before = section.figure.isEmpty ? "" : section.figure + " · "
        let isRoomy = CellText.width("\(section.heading)  \(before)\(words)") <= columns
        section.figure = before + (isRoomy ? words : figure)
      }
      section.lines = Array(section.lines.prefix(count))
      return section
    }
  }

  /// Draws sections one below the other; `selected` is the line that has the cursor, `hit` what a click on a line
  /// means.
  static func draw(
    _ sections: [OverviewSection], on canvas: inout Canvas, in area: Rect, selected: Int?,
    hit: (Int) -> Hit.Action
  ) {
    var row = area.row - hidden(sections, rows: area.rows, selected: selected ?? 0)
    var number = 0
    for (index, section) in sections.enumerated() {
      if index > 0 && !section.isContinued { row += 1 }
      if !section.heading.isEmpty {
        let heading = section.title(columns: area.columns - 2)
        if row >= area.row { canvas.lines([heading], in: area.inset(top: row - area.row)) }
        row += 1
      }
      for line in section.lines {
        draw(line, on: &canvas, in: area, row: row, isSelected: number == selected)
        if row >= area.row, row < area.endRow {
          let place = Rect(row: row, column: area.column, rows: 1, columns: area.columns)
          canvas.hits.append(Hit(place, hit(number)))
        }
        row += 1
        number += 1
      }
    }
  }

  /// The heading and its figure: the words of the figure give way first, then those of the heading.
  private func title(columns: Int) -> [Span] {
    let room = max(4, columns - 2)
    let brief = CellText.keepingFigures(figure, columns: room - CellText.width(heading))
    let name = CellText.shown(heading, columns: max(4, room - CellText.width(brief)))
    return [Span(name, .heading), Span("  " + brief, .quiet)]
  }

  /// The line under the cursor below the heading of its section, for somebody who listens.
  static func say(_ sections: [OverviewSection], _ line: Int, on canvas: inout Canvas, in area: Rect) {
    var heading = ""
    var lines: [(heading: String, line: OverviewLine)] = []
    for section in sections {
      // A section without a heading goes on with the one before it.
      if !section.heading.isEmpty { heading = "\(section.heading)  \(section.figure)" }
      lines += section.lines.map { (heading, $0) }
    }
    guard let last = lines.indices.last else { return }
    let said = lines[min(line, last)]
    let text = canvas.manner?.words(said.line.spans) ?? ""
    // How many there are hangs on what is still being counted.
    canvas.say(SpokenParts([("", text), ("", said.line.figure)]), below: said.heading, in: area)
  }

  /// How many rows are scrolled away so that the selected line is in sight.
  private static func hidden(_ sections: [OverviewSection], rows: Int, selected: Int) -> Int {
    var above = 0
    var left = selected
    for (index, section) in sections.enumerated() {
      above += section.overhead(isFirst: index == 0)
      if left < section.lines.count { return max(0, above + left - rows + 1) }
      above += section.lines.count
      left -= section.lines.count
    }
    return 0
  }

  private static func draw(
    _ line: OverviewLine, on canvas: inout Canvas, in area: Rect, row: Int, isSelected: Bool
  ) {
    guard row >= area.row, row < area.endRow else { return }
    let figure = CellText.width(line.figure)
    var spans = line.spans
    if let bar = line.bar {
      let width = max(0, area.columns - 20 - figure - 4)
      let label = CellText.fitting(spans.map(\.text).joined(), columns: 18).map(\.text).joined()
      let table = LineColumns([(19, .leading), (width, .leading)])
      spans = table.line([
        Span(label, spans.first?.ink ?? .text), Span(Bars.bar(bar.value, of: bar.most, width: width), .bar),
      ])
    }
    canvas.line(
      spans, aside: [Span(line.figure, .quiet)],
      in: Rect(row: row, column: area.column, rows: 1, columns: area.columns - 1))
    if isSelected { canvas.mark(Point(row: row, column: area.column)) }
  }
}

extension OverviewPane {
  static let legend: [LegendLine] = [
    LegendLine(.late, .legendLate), LegendLine(.pressing, .legendPressing),
    LegendLine(.done, .legendEvidence),
    LegendLine(.missing, .legendNoEvidence), LegendLine(Span("███", .bar), .legendBar),
    LegendLine(Phrase(.overviewBefore, .number(5)), .legendBefore),
    LegendLine(Phrase(.overviewAfter, .number(5)), .legendAfter),
  ]
}
