import Model
import Office
import Phrases
import Terminal

extension BalancePane {
  func heading(_ look: Look) -> [Span] { [Span(" · \(look.word("scheme", scheme.rawValue))")] }

  func aside(_ look: Look) -> [Span] {
    let number = cross.map { look.phrases.number($0.total) } ?? "…"
    return [Span(look.say(filter.isEmpty ? .stakeholderCount : .matchCount, .text(number)), .quiet)]
  }

  /// Where the decision asks for it.
  func status(_ look: Look) -> [Span] {
    guard balance != nil else { return [Span(look.say(.working), .quiet)] }
    let count = look.say(.balanceCount, .number(gaps.count))
    return [Span("\(count) · \(look.say(.balanceSource))", .quiet)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let rule = BalanceLine.rule(of: self, look)
    canvas.lines(rule.map { [Span($0, .quiet)] }, in: area)
    let body = area.inset(top: rule.count + 1)
    guard !canvas.isSpoken else {
      let first = lines.firstIndex { $0.gap == index } ?? lines.count
      let heading = lines.prefix(first).last { $0.gap == nil && !$0.spans.isEmpty }?.spans ?? []
      let said = lines.filter { $0.gap == index }.flatMap(\.spans).map(\.text).joined(separator: " ")
      canvas.say(
        SpokenParts([("", said)]), below: heading.map(\.text).joined(), at: (index + 1, gaps.count), in: body)
      return
    }
    for (offset, line) in lines.dropFirst(top).prefix(max(0, body.rows)).enumerated() {
      let row = body.row + offset
      canvas.lines(
        [line.spans], in: body.split(left: listWidth - 1).left.inset(top: offset),
        margin: line.gap == nil ? 1 : 2)
      guard let gap = line.gap, gap == index else { continue }
      let isFirst = offset == 0 || lines[top + offset - 1].gap != gap
      canvas.mark(Point(row: row, column: 0), hasCursor: isFirst)
    }
    guard isWide, let selected else { return }
    drawCounts(of: selected, on: &canvas, in: body.inset(left: listWidth + 2), look: look)
  }

  /// The counts among which the gap stands, each beside its even share.
  private func drawCounts(of gap: Balance.Gap, on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let cross else { return }
    let dimension = gap.within ?? gap.dimension
    let title = [
      gap.value.map { FieldWords.word(gap.dimension.rawValue, $0, look) },
      look.phrases.label("field", dimension.rawValue),
    ]
    .compactMap(\.self).joined(separator: " · ")
    let lines = counts(of: gap, cross)
    let most = lines.map(\.count).max() ?? 0
    let room = max(0, area.columns - 22 - 8 - 12)
    let table = ListTable<(value: String, count: Int, even: Int)>(
      columns: [
        .init("", 21) { line in
          let isGap = gap.places.contains { $0.value == line.value }
          return Span(FieldWords.word(dimension.rawValue, line.value, look), isGap ? .due : .text)
        },
        .init("", 0) { Span(Bars.bar($0.count, of: most, width: room), .bar) },
        .init("", 7, aligned: .trailing) { Span(look.phrases.number($0.count)) },
        .init("", 10, aligned: .trailing) { Span(look.phrases.number($0.even), .quiet) },
      ], margin: 0)
    canvas.line(
      [Span(title, .heading)], aside: [Span(look.say(.balanceEvenShare), .heading)], in: area, margin: 0)
    table.draw(lines, cursor: nil, on: &canvas, in: area.inset(top: 1), hasCursor: false)
  }

  /// Each group or value with its count and its even share, rounded down.
  private func counts(of gap: Balance.Gap, _ cross: CrossTable) -> [(value: String, count: Int, even: Int)] {
    let values = (gap.within ?? gap.dimension).vocabulary ?? []
    return values.map { value in
      let share = Balance.share(of: gap, at: value, in: cross)
      return (value, share.count, share.even)
    }
  }
}
