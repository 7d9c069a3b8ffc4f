import Office
import Phrases
import Terminal

/// The frame for somebody who listens: what it is, for which day, what presses; then the one thing under the cursor; at
/// the end what has happened, and the keys that lead on.
extension Shell {
  /// Rows above the pane, always as many: what does not change stays in its row, and is not said again.
  private static let headRows = 4
  /// So wide are lines for somebody who listens; a pane then shows what a usual terminal would.
  private static let mostColumns = 80

  /// What a pane is drawn for.
  private static func spokenSize(_ size: Size) -> Size {
    Size(columns: min(size.columns, mostColumns), rows: size.rows)
  }

  /// A row below the status stays free, as the same news twice stands first in one row, then in the other.
  static func spokenBody(of size: Size, above status: [[Span]]) -> Rect {
    Rect(spokenSize(size)).inset(top: headRows, bottom: 2 + max(1, status.count))
  }

  /// As many lines as the status takes.
  func spokenStatus(_ look: Look, in size: Size) -> [[Span]] { said(look, in: Self.spokenSize(size)) }

  func drawSpoken(on canvas: inout Canvas, look: Look) {
    let (top, size) = (self.top, canvas.size)
    canvas.manner = look.manner(Swift.type(of: top).legend)
    let body = Self.spokenBody(of: size, above: spokenStatus(look, in: size))
    top.draw(on: &canvas, in: body, look: look)
    canvas.cursor = canvas.cursor ?? Point(row: body.row, column: 0)
    canvas.hits = []
    sayHead(on: &canvas, in: Rect(row: 0, column: 0, rows: Self.headRows, columns: body.columns), look)
    sayStatus(on: &canvas, in: Rect(Self.spokenSize(size)).inset(top: body.endRow, bottom: 1), look)
    let foot = Rect(row: size.rows - 1, column: 0, rows: 1, columns: body.columns)
    canvas.lines([[Span(spokenFooter(look), .quiet)]], in: foot, margin: 0)
  }

  /// Its name in as many as two lines, the day and the person, what presses or the task of the tour.
  private func sayHead(on canvas: inout Canvas, in area: Rect, _ look: Look) {
    let usual = look.usualAside
    let aside = top.aside(look)
    let name = look.say(Phrase(top.title, .text("")))
    let title = [Span(name, .title)] + top.heading(look) + (aside == usual ? [] : [Span(" · ")] + aside)
    canvas.lines(title.saidInLines(canvas, columns: area.columns, atMost: 2), in: area, margin: 0)
    let access = look.limits.map { Span(" · \($0)") }
    let stage = look.isRehearsal ? [Span("\(look.say(.rehearsal)) · ")] : []
    let day = (stage + usual + access).saidInLines(canvas, columns: area.columns, atMost: 1)
    canvas.lines(day, in: area.inset(top: 2), margin: 0)
    canvas.lines([pressing(look)], in: area.inset(top: 3), margin: 0)
  }

  /// What has happened: first of all that is sent. Else what the pane says, without what the row under the cursor says.
  private func sayStatus(on canvas: inout Canvas, in area: Rect, _ look: Look) {
    let lines = spokenStatus(look, in: canvas.size)
    guard news(look) == nil else {
      let free = max(0, area.rows - lines.count)
      let row = area.row + (newsCount % 2 == 0 ? free : max(0, free - 1))
      canvas.news = row..<(row + lines.count)
      return canvas.lines(lines, in: area.inset(top: row - area.row), margin: 0)
    }
    let status = top.status(look)
    let left = canvas.unsaid(status)
    let said = [Span(left)].saidInLines(canvas, columns: area.columns, atMost: lines.count)
    let row = area.inset(top: max(0, area.rows - lines.count))
    canvas.lines(said, in: row, margin: 0)
    // What is chosen among several has the cursor, so that it is felt.
    if status.contains(where: { $0.ink == .selection }) {
      canvas.say(canvas.manner?.words([Span(left)]) ?? left, in: row)
    }
  }
}

extension [Span] {
  /// As one sentence, in lines.
  fileprivate func saidInLines(_ canvas: Canvas, columns: Int, atMost most: Int) -> [[Span]] {
    let text = canvas.manner?.words(self) ?? map(\.text).joined()
    return Wrapping.lines(text, columns: columns - 1, atMost: most).map { [Span($0)] }
  }
}
