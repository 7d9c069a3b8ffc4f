import Model
import Office
import Phrases
import Terminal

/// Draws what there is to know beside the tasks of a board: the embargo, who is on duty, what comes next, who
/// waits for an answer, what the media say.
struct BoardPanel {
  let words: BoardWords
  private var facts: BoardFacts { words.facts }
  private var look: Look { words.look }

  init(_ words: BoardWords) { self.words = words }

  // MARK: Below the grid

  /// The most important first, where there is not room for all.
  func drawBelow(on canvas: inout Canvas, in area: Rect) {
    guard area.rows > 0 else { return }
    var rest = area.rows >= 8 ? area.inset(top: 1) : area
    draw([embargoLine], on: &canvas, in: &rest)
    if rest.rows >= 4 { draw([dutyLine(labelled: true)], on: &canvas, in: &rest) }
    let heardRows = rest.rows >= 6 ? 2 : rest.rows >= 5 ? 1 : 0
    let lists = rest.split(top: rest.rows - heardRows)
    drawLists(on: &canvas, in: lists.top)
    rest = lists.rest
    if heardRows > 0 { draw([heardLine(area.columns)], on: &canvas, in: &rest) }
    if heardRows > 1 { draw([messagesLine(area.columns)], on: &canvas, in: &rest) }
  }

  /// What comes next at the left, open enquiries at the right; one of both where there is no room for two.
  private func drawLists(on canvas: inout Canvas, in area: Rect) {
    guard area.rows > 0 else { return }
    let isWide = area.columns >= 70
    let (left, right) = isWide ? area.split(left: area.columns / 2) : area.split(top: (area.rows + 1) / 2)
    draw(nextLines(left), on: &canvas, in: left)
    draw(enquiryLines(right), on: &canvas, in: right)
  }

  // MARK: At the right of the grid

  func drawSide(on canvas: inout Canvas, in area: Rect) {
    var rest = area
    draw(sideHead, on: &canvas, in: &rest)
    let heard = heardLines(area.columns)
    let room = max(2, rest.rows - heard.count - 2)
    let enquiries = min(room / 2, facts.enquiries.count + 2)
    let next = min(room - enquiries, facts.next.count + min(2, facts.late.count) + 2)
    let (top, below) = rest.split(top: next)
    draw(nextLines(top.inset(bottom: 1)), on: &canvas, in: top)
    let (middle, foot) = below.split(top: enquiries)
    draw(enquiryLines(middle.inset(bottom: 1)), on: &canvas, in: middle)
    draw(heard, on: &canvas, in: foot)
  }

  private var sideHead: [[Span]] {
    let embargo = words.embargo
    var lines = [embargo.state]
    lines += embargo.when.map { [Span("  " + $0, .quiet)] }
    if let attention = words.attention { lines.append([Span(attention, .quiet)]) }
    lines += [[], [Span(look.say(.boardOnDuty), .heading)], words.onDuty]
    if let next = words.nextOnDuty { lines.append(next) }
    lines.append([])
    return lines
  }

  // MARK: Lines

  var embargoLine: [Span] {
    let embargo = words.embargo
    // A long name of a zone may be cut, the time of UTC may not.
    let when = embargo.when.reversed().joined(separator: " · ")
    return embargo.state + [Span(when.isEmpty ? "" : "  " + when, .quiet)]
  }

  func dutyLine(labelled: Bool) -> [Span] {
    (labelled ? [Span(look.say(.boardOnDuty) + "  ", .heading)] : []) + words.duty
  }

  func nextLines(_ area: Rect) -> [[Span]] {
    var heading = [Span(look.say(.launchNext), .heading)]
    if facts.lateCount > 0 {
      heading.append(Span("   " + look.say(.boardLate, .number(facts.lateCount)), .late))
    }
    let room = max(0, area.rows - 1)
    // One that was missed may not hide what is to come.
    let late = facts.late.prefix(min(2, room / 3)).map { words.line($0, isLate: true, width: area.columns) }
    let next = facts.next.prefix(room - late.count).map { words.line($0, width: area.columns) }
    let lines = late + next
    let nothing = facts.hasCards ? PhraseKey.boardNothingNext : .boardNoCards
    return [heading] + (lines.isEmpty ? [[Span("  " + look.say(nothing), .quiet)]] : lines)
  }

  func enquiryLines(_ area: Rect) -> [[Span]] {
    let count = facts.enquiries.count
    var heading = [
      Span(look.say(.boardEnquiries), .heading), Span("  \(look.phrases.number(count))", .quiet),
    ]
    if facts.overdueEnquiries > 0 {
      heading.append(Span("   " + look.say(.boardEnquiriesOver, .number(facts.overdueEnquiries)), .late))
    }
    let lines = facts.enquiries.prefix(max(0, area.rows - 1)).map(words.line)
    return [heading] + (lines.isEmpty ? [[Span("  " + look.say(.boardNoEnquiries), .quiet)]] : lines)
  }

  /// Counts, the last hours, and what must not be missed.
  func heardLine(_ columns: Int) -> [Span] {
    let isWide = columns >= 110
    let hours = isWide ? words.sparkline : String(words.sparkline.suffix(12))
    let start = [Span(look.say(.boardHeard) + "  ", .heading), Span(words.heard + "  "), Span(hours, .bar)]
    return start + [Span("  ")] + (isWide ? words.alarms : words.briefAlarms)
  }

  /// The tone, and the key messages by their letters: bars where there is room for them.
  func messagesLine(_ columns: Int) -> [Span] {
    let most = facts.heard.messages.values.max() ?? 0
    let width = (columns - 42) / 7 - 6
    return [Span(look.say(.boardTone) + "  ", .heading)] + words.tones
      + [Span(" " + look.say(.boardMessages) + "  ", .heading)]
      + KeyMessage.allCases.flatMap { message in
        let count = facts.heard.messages[message] ?? 0
        let bar =
          width >= 3
          ? Bars.bar(count, of: most, width: width) : Bars.sparkline([count, most]).prefix(1).description
        return [
          Span(message.rawValue), Span((width >= 3 ? " " : "") + bar, .bar),
          Span((width >= 3 ? " " : "") + "\(count) ", count == 0 ? .quiet : .text),
        ]
      }
  }

  private func heardLines(_ columns: Int) -> [[Span]] {
    let most = facts.heard.messages.values.max() ?? 0
    let names = KeyMessage.allCases.map { look.word("messages", $0.rawValue) }
    let label = min(34, (names.map { CellText.width($0) }.max() ?? 0) + 2)
    let bars = zip(KeyMessage.allCases, names).map { message, name in
      let count = facts.heard.messages[message] ?? 0
      let pad = String(repeating: " ", count: max(1, label - CellText.width(name)))
      return [
        Span("  " + name + pad), Span(Bars.bar(count, of: most, width: max(4, columns - label - 8)), .bar),
        Span(" \(count)", .quiet),
      ]
    }
    return [
      [Span(look.say(.boardHeard) + "  ", .heading), Span(words.heard)],
      [Span("  "), Span(words.sparkline, .bar)],
      [Span("  " + look.say(.boardTone) + "  ", .heading)] + words.tones,
    ] + (words.alarms.isEmpty ? [] : [[Span("  ")] + words.alarms])
      + [[Span(look.say(.boardMessages), .heading)]] + bars
  }

  // MARK: Drawing

  private func draw(_ lines: [[Span]], on canvas: inout Canvas, in area: Rect) {
    var area = area
    draw(lines, on: &canvas, in: &area)
  }

  private func draw(_ lines: [[Span]], on canvas: inout Canvas, in area: inout Rect) {
    canvas.lines(lines, in: area)
    area = area.inset(top: min(area.rows, lines.count))
  }
}
