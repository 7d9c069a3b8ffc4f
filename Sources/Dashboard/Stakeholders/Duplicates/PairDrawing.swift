import Model
import Office
import Phrases
import Terminal

/// How two records stand side by side.
extension PairPane {
  func status(_ look: Look) -> [Span] {
    guard let merge, let status = row?.status(merge) else { return [] }
    return [Span(look.say(status), .quiet)]
  }

  static let head = 3
  /// The result in full, where there is room for more than the fields.
  static func foot(_ rows: Int) -> Int { rows < head + 8 ? 0 : 4 }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let merge else {
      if isGone { canvas.text(look.say(.pairGone), row: area.row, column: 2, ink: .quiet) }
      return
    }
    if let candidate { drawReasons(candidate, on: &canvas, in: area, look: look) }
    let columns = PairColumns(width: area.columns)
    drawHeadings(merge, columns, on: &canvas, in: area, look: look)
    let list = area.inset(top: Self.head, bottom: Self.foot(area.rows))
    for (offset, line) in rows.dropFirst(selection.top).prefix(list.rows).enumerated() {
      let row = list.row + offset
      draw(line, merge, columns, on: &canvas, row: row, look: look)
      guard selection.top + offset == selection.index else { continue }
      canvas.mark(Point(row: row, column: 0))
    }
    let foot = Self.foot(area.rows)
    if foot > 0 { drawResult(merge, on: &canvas, in: area.inset(top: area.rows - foot), look: look) }
  }

  private func drawReasons(
    _ candidate: DuplicateCandidate, on canvas: inout Canvas, in area: Rect, look: Look
  ) {
    let level = DuplicateWords.level(candidate.level, look.phrases)
    let used = canvas.text(level, row: area.row, column: 1, ink: DuplicateWords.ink(candidate.level))
    let reasons = DuplicateWords.reasons(candidate, look.phrases)
    canvas.text(reasons, row: area.row, column: used + 3, width: area.columns - used - 4, ink: .quiet)
  }

  private func drawHeadings(
    _ merge: StakeholderMerge, _ columns: PairColumns, on canvas: inout Canvas, in area: Rect, look: Look
  ) {
    let row = area.row + 1
    let stays = look.say(.pairStays, .text(merge.first.id))
    let goes = look.say(.pairGoes, .text(merge.second.id))
    canvas.text(stays, row: row, column: columns.first, width: columns.width, ink: .heading)
    canvas.text(goes, row: row, column: columns.second, width: columns.width, ink: .heading)
    if let result = columns.result {
      canvas.text(look.say(.pairResult), row: row, column: result, width: columns.width, ink: .heading)
    }
    canvas.fill(Rect(row: row + 1, column: 1, rows: 1, columns: area.columns - 2), with: "─", ink: .rule)
  }

  private func draw(
    _ line: PairRow, _ merge: StakeholderMerge, _ columns: PairColumns, on canvas: inout Canvas, row: Int,
    look: Look
  ) {
    let isSame = if case .same = line { true } else { false }
    canvas.text(
      line.label(look), row: row, column: 1, width: columns.first - 4, ink: isSame ? .quiet : .text)
    if case .differs(let field) = line {
      return drawSides(of: field, merge, columns, on: &canvas, row: row, look: look)
    }
    let mark: (sign: String, ink: Ink) =
      switch line {
      case .published: ("●", .done)
      case .heldBack: ("○", .problem)
      case .differs, .same: ("=", .quiet)
      }
    canvas.text(mark.sign, row: row, column: columns.first - 2, ink: mark.ink)
    canvas.text(
      line.text(merge, look), row: row, column: columns.first, width: 2 * columns.width + 3,
      ink: isSame ? .quiet : .text)
  }

  private func drawSides(
    of field: Field<Stakeholder>, _ merge: StakeholderMerge, _ columns: PairColumns,
    on canvas: inout Canvas, row: Int, look: Look
  ) {
    let choice = merge.choice(of: field)
    let sides: [(record: Stakeholder, column: Int, isKept: Bool)] = [
      (merge.first, columns.first, choice != .second), (merge.second, columns.second, choice != .first),
    ]
    for (record, column, isKept) in sides {
      let text = PairRow.value(field, record, look)
      canvas.text(isKept ? "●" : "○", row: row, column: column - 2, ink: isKept ? .done : .quiet)
      canvas.text(text, row: row, column: column, width: columns.width, ink: isKept ? .text : .quiet)
    }
    if let result = columns.result {
      canvas.text(
        PairRow.value(field, merge.result, look), row: row, column: result, width: columns.width)
    }
  }

  /// What the selected line says, in full.
  private func drawResult(_ merge: StakeholderMerge, on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let row else { return }
    canvas.fill(Rect(row: area.row, column: 0, rows: 1, columns: area.columns), with: "─", ink: .rule)
    canvas.text(
      " \(look.say(.pairResult)) · \(row.label(look)) ", row: area.row, column: 2,
      width: area.columns - 4, ink: .heading)
    let text = row.text(merge, look)
    let lines = Wrapping.lines(text.isEmpty ? look.say(.notStated) : text, columns: area.columns - 4)
    for (offset, line) in lines.prefix(area.rows - 1).enumerated() {
      canvas.text(line, row: area.row + 1 + offset, column: 2)
    }
  }
}

/// Where the two records stand, and beside them on a wide screen what they become.
private struct PairColumns {
  let first: Int
  let second: Int
  let result: Int?
  /// In cells, of each.
  let width: Int

  init(width: Int) {
    let label = width >= 120 ? 24 : 19
    let count = width >= 120 ? 3 : 2
    self.width = max(1, (width - label - 1) / count - 3)
    first = label
    second = label + self.width + 3
    result = count == 3 ? second + self.width + 2 : nil
  }
}
