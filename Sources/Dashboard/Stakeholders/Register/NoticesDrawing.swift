import Model
import Office
import Phrases
import Store
import Terminal

extension NoticesPane {
  /// Who sends, and the headings.
  static let headRows = 2

  func status(_ look: Look) -> [Span] {
    if let notice { return [Span(notice.notice.request, .quiet)] }
    return focalPoint.map { [Span($0.notes, .quiet)] } ?? []
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let from = sender.isEmpty ? look.say(.noticeFromNobody) : look.say(.noticeFrom, .text(sender))
    canvas.text(
      from, row: area.row, column: 1, width: area.columns - 2, ink: sender.isEmpty ? .announcement : .quiet)
    let body = area.inset(top: Self.headRows)
    let columns = showsFocalPoints ? pointColumns(look) : noticeColumns(look)
    draw(
      columns.map(\.heading), widths(columns.map(\.width), area), on: &canvas, row: area.row + 1,
      ink: .heading)
    if rowCount == 0 {
      let empty = showsFocalPoints ? Phrase(.focalPointNone, .text("n")) : Phrase(.noticeNone)
      for (offset, line) in Wrapping.lines(look.say(empty), columns: area.columns - 3).enumerated() {
        canvas.text(line, row: body.row + offset, column: 1, width: area.columns - 2, ink: .quiet)
      }
      return
    }
    for (offset, index) in (0..<rowCount).dropFirst(selection.top).prefix(body.rows).enumerated() {
      let cells = columns.map { $0.text(index) }
      draw(cells, widths(columns.map(\.width), area), on: &canvas, row: body.row + offset, ink: .text)
    }
    let row = body.row + selection.index - selection.top
    guard row < body.endRow else { return }
    canvas.text("▌", row: row, column: body.column, ink: .marker)
    canvas.cursor = Point(row: row, column: body.column)
  }

  private struct Column {
    let heading: String
    /// 0 takes what is left.
    let width: Int
    let text: (Int) -> String
  }

  private func noticeColumns(_ look: Look) -> [Column] {
    [
      Column(heading: look.say(.noticeNumberHeading), width: 9) { notices[$0].notice.title },
      Column(heading: look.say(.noticeSentHeading), width: 14) {
        notices[$0].notice.sent.map(look.day) ?? ""
      },
      Column(heading: look.say(.noticeCountry), width: 16) { country(notices[$0].notice.country, look) },
      Column(heading: look.say(.noticeToldHeading), width: 8) {
        String(notices[$0].notice.stakeholders.count)
      },
      Column(heading: look.say(.noticeToHeading), width: 0) { notices[$0].focalPoint },
    ]
  }

  private func pointColumns(_ look: Look) -> [Column] {
    [
      Column(heading: look.say(.noticeCountry), width: 18) { country(focalPoints[$0].country, look) },
      Column(heading: look.phrases.label("column", "name"), width: 26) { focalPoints[$0].name },
      Column(heading: look.phrases.label("column", "languages"), width: 10) {
        Language.name(focalPoints[$0].language, in: look.language)
      },
      Column(heading: look.phrases.label("column", "emails"), width: 0) {
        look.list(focalPoints[$0].emails)
      },
    ]
  }

  private func country(_ code: String, _ look: Look) -> String {
    Country.of(code)?.name(in: look.language) ?? code
  }

  private func widths(_ widths: [Int], _ area: Rect) -> [Int] {
    let used = widths.reduce(0) { $0 + $1 + 1 }
    return widths.map { $0 == 0 ? max(1, area.columns - used - 1) : $0 }
  }

  private func draw(_ cells: [String], _ widths: [Int], on canvas: inout Canvas, row: Int, ink: Ink) {
    var column = 1
    for (cell, width) in zip(cells, widths) {
      canvas.text(cell, row: row, column: column, width: width, ink: ink)
      column += width + 1
    }
  }
}
