import Model
import Office
import Phrases
import Store
import Terminal

extension RegisterPane {
  /// Head, counts, guidance, the sentence that the register gives no status, and a blank row.
  static let headRows = 5

  func status(_ look: Look) -> [Span] {
    let lines = RegisterLines(look.phrases)
    if let release { return [Span(lines.guidance(release.release.guidance), .quiet)] }
    guard let line else { return [] }
    let parts = [lines.word(line), lines.title(line), lines.reason(line)].filter { !$0.isEmpty }
    return [Span(parts.joined(separator: " · "), .quiet)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    if showsReleases {
      drawReleases(on: &canvas, in: area, look)
    } else {
      drawPlan(on: &canvas, in: area, look)
    }
  }

  private func drawPlan(on canvas: inout Canvas, in area: Rect, _ look: Look) {
    let width = area.columns - 2
    guard let plan else {
      canvas.text(look.say(.working), row: area.row, column: 1, width: width, ink: .quiet)
      return
    }
    let lines = RegisterLines(look.phrases)
    let head = "\(look.say(.registerNext, .number(plan.number))) · \(lines.against(plan))"
    let guidance = waiting?.guidance ?? []
    let rows: [(String, Ink)] = [
      (head, .heading), (lines.counts(plan), .text),
      (lines.guidance(guidance), guidance.isEmpty ? .announcement : .text),
      (look.say(.registerNotObserver), .quiet),
    ]
    for (offset, (text, ink)) in rows.enumerated() {
      canvas.text(text, row: area.row + offset, column: 1, width: width, ink: ink)
    }
    let body = area.inset(top: Self.headRows)
    if plan.lines.isEmpty {
      let key: PhraseKey = plan.entries == 0 && plan.last == nil ? .registerNobody : .registerSame
      canvas.text(look.say(Phrase(key)), row: body.row, column: 1, width: width, ink: .quiet)
    }
    for (offset, line) in plan.lines.dropFirst(selection.top).prefix(body.rows).enumerated() {
      draw(line, on: &canvas, row: body.row + offset, in: body, lines)
    }
    mark(on: &canvas, in: body)
  }

  private func draw(
    _ line: RegisterPlan.Line, on canvas: inout Canvas, row: Int, in area: Rect, _ lines: RegisterLines
  ) {
    let ink: Ink =
      switch line.change {
      case .new: .done
      case .changed: .underWay
      case .withdrawn: .late
      case .leftOut: .due
      }
    let title = max(10, (area.columns - 14) / 2)
    canvas.text(lines.word(line), row: row, column: 1, width: 10, ink: ink)
    canvas.text(lines.title(line), row: row, column: 12, width: title)
    canvas.text(
      lines.reason(line), row: row, column: 13 + title, width: area.columns - 14 - title, ink: .quiet)
  }

  private func drawReleases(on canvas: inout Canvas, in area: Rect, _ look: Look) {
    canvas.text(look.say(.registerReleases), row: area.row, column: 1, width: area.columns - 2, ink: .heading)
    let body = area.inset(top: 1)
    if releases.isEmpty {
      canvas.text(
        look.say(.registerNoReleases), row: body.row, column: 1, width: area.columns - 2, ink: .quiet)
    }
    let lines = RegisterLines(look.phrases)
    for (offset, release) in releases.dropFirst(selection.top).prefix(body.rows).enumerated() {
      let row = body.row + offset
      let used = canvas.text(lines.release(release), row: row, column: 1, width: area.columns - 2)
      canvas.text(
        release.release.note, row: row, column: used + 4, width: max(0, area.columns - used - 5), ink: .quiet)
    }
    mark(on: &canvas, in: body)
  }

  private func mark(on canvas: inout Canvas, in body: Rect) {
    let row = body.row + selection.index - selection.top
    guard rowCount > 0, row < body.endRow else { return }
    canvas.text("▌", row: row, column: body.column, ink: .marker)
    canvas.cursor = Point(row: row, column: body.column)
  }
}
