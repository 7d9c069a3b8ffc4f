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
    guard let plan else {
      return canvas.lines([[Span(look.say(.working), .quiet)]], in: area)
    }
    let lines = RegisterLines(look.phrases)
    let head = "\(look.say(.registerNext, .number(plan.number))) · \(lines.against(plan))"
    let guidance = waiting?.guidance ?? []
    let rows: [(String, Ink)] = [
      (head, .heading), (lines.counts(plan), .text),
      (lines.guidance(guidance), guidance.isEmpty ? .announcement : .text),
      (look.say(.registerNotObserver), .quiet),
    ]
    canvas.lines(rows.map { [Span($0, $1)] }, in: area)
    let body = area.inset(top: Self.headRows)
    let table = planTable(lines, columns: area.columns)
    table.draw(plan.lines, selection, on: &canvas, in: body, hasCursor: true)
    guard plan.lines.isEmpty else { return }
    let key: PhraseKey = plan.entries == 0 && plan.last == nil ? .registerNobody : .registerSame
    table.draw(nothing: look.say(Phrase(key)), on: &canvas, in: body, hasCursor: true)
  }

  private func planTable(_ lines: RegisterLines, columns: Int) -> ListTable<RegisterPlan.Line> {
    func ink(_ line: RegisterPlan.Line) -> Ink {
      switch line.change {
      case .new: .done
      case .changed: .underWay
      case .withdrawn: .late
      case .leftOut: .due
      }
    }
    return ListTable(columns: [
      .init("", 10) { Span(lines.word($0), ink($0)) },
      .init("", max(10, (columns - 14) / 2), text: lines.title),
      .init("", 0) { Span(lines.reason($0), .quiet) },
    ])
  }

  private func drawReleases(on canvas: inout Canvas, in area: Rect, _ look: Look) {
    let lines = RegisterLines(look.phrases)
    let table = ListTable<Releases.Row>(columns: [
      .init(
        look.say(.registerReleases), 0,
        spans: {
          [Span(lines.release($0)), Span("   " + $0.release.note, .quiet)]
        })
    ])
    table.draw(releases, selection, on: &canvas, in: area, hasCursor: true)
    guard releases.isEmpty else { return }
    table.draw(nothing: look.say(.registerNoReleases), on: &canvas, in: area, hasCursor: true)
  }
}
