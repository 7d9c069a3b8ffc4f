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
    for (offset, line) in rule.enumerated() where offset < area.rows {
      canvas.text(line, row: area.row + offset, column: 1, width: area.columns - 2, ink: .quiet)
    }
    let body = area.inset(top: rule.count + 1)
    for (offset, line) in lines.dropFirst(top).prefix(body.rows).enumerated() {
      let row = body.row + offset
      canvas.spans(line.spans, row: row, column: line.gap == nil ? 1 : 2, width: listWidth - 3)
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
    let even = look.say(.balanceEvenShare)
    canvas.text(title, row: area.row, column: area.column, width: max(0, area.columns - 12), ink: .heading)
    canvas.text(
      even, row: area.row, column: area.endColumn - 11, width: 10, ink: .heading, alignment: .trailing)
    let lines = counts(of: gap, cross)
    let most = lines.map(\.count).max() ?? 0
    let room = max(0, area.columns - 22 - 8 - 12)
    for (offset, line) in lines.prefix(max(0, area.rows - 1)).enumerated() {
      let row = area.row + 1 + offset
      let isGap = gap.places.contains { $0.value == line.value }
      canvas.text(
        FieldWords.word(dimension.rawValue, line.value, look), row: row, column: area.column, width: 21,
        ink: isGap ? .due : .text)
      canvas.text(
        Bars.bar(line.count, of: most, width: room), row: row, column: area.column + 22, width: room,
        ink: .bar)
      canvas.text(
        look.phrases.number(line.count), row: row, column: area.endColumn - 20, width: 8, alignment: .trailing
      )
      canvas.text(
        look.phrases.number(line.even), row: row, column: area.endColumn - 11, width: 10, ink: .quiet,
        alignment: .trailing)
    }
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
