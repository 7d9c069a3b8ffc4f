import Model
import Office
import Phrases
import Terminal

extension Shell {
  /// The smallest terminal that the panes are laid out for.
  public static let smallest = Size(columns: 40, rows: 10)

  /// The rows that are not the pane's: the title and its rule, the rule below, the status and the footer.
  static let frameRows = 5

  /// Where the pane is drawn: below the title and its rule, above the rule, the status and the footer.
  private static func body(of size: Size, above status: [[Span]]) -> Rect {
    Rect(size).inset(top: 2, bottom: 2 + max(1, status.count))
  }

  /// Where a pane lies that opened over another.
  private static func area(of placement: Placement, over body: Rect, in size: Size) -> Rect {
    switch placement {
    case .whole: return body
    case .beside: return covers(placement, in: size) ? body : body.inset(left: size.sideColumn)
    case .sheet(let rows):
      let height = min(rows, max(1, body.rows - 1))
      return body.inset(top: body.rows - height)
    }
  }

  /// Whether nothing of the pane below is to be seen.
  private static func covers(_ placement: Placement, in size: Size) -> Bool {
    placement == .whole || placement == .beside && !size.isWide
  }

  mutating func fit(to size: Size, look: Look) {
    if look.isSpoken {
      let body = Self.spokenBody(of: size, above: spokenStatus(look, in: size))
      panes[at].fit(to: body.size, look: look)
      for index in layers.indices { layers[index].fit(to: body.size, look: look) }
      return
    }
    let body = Self.body(of: size, above: said(look, in: size))
    panes[at].fit(to: body.size, look: look)
    for index in layers.indices {
      let area = Self.area(of: layers[index].placement, over: body, in: size)
      layers[index].fit(to: area.size, look: look)
    }
  }

  func draw(on canvas: inout Canvas, look: Look) {
    guard canvas.size.columns >= Self.smallest.columns, canvas.size.rows >= Self.smallest.rows else {
      return drawTooSmall(on: &canvas, look: look)
    }
    if look.isSpoken { return drawSpoken(on: &canvas, look: look) }
    let isCovered = layers.contains { Self.covers($0.placement, in: canvas.size) }
    let status = said(look, in: canvas.size)
    let body = Self.body(of: canvas.size, above: status)
    if !isCovered { panes[at].draw(on: &canvas, in: body, look: look) }
    for layer in layers {
      draw(layer, on: &canvas, in: Self.area(of: layer.placement, over: body, in: canvas.size), look: look)
    }
    drawTitle(on: &canvas, look: look)
    drawStatus(status, on: &canvas, look: look)
    drawFooter(on: &canvas, look: look)
  }

  private func draw(_ layer: any Pane, on canvas: inout Canvas, in area: Rect, look: Look) {
    (canvas.cursor, canvas.hits) = (nil, besideHits(canvas.hits, layer, area))
    if case .sheet = layer.placement {
      let rule = Rect(row: area.row - 1, column: 0, rows: 1, columns: area.columns)
      canvas.fill(area)
      canvas.fill(rule, with: "─", ink: .rule)
      let title = [Span(" \(look.say(Phrase(layer.title)))", .heading)] + layer.heading(look) + [Span(" ")]
      canvas.spans(title, row: rule.row, column: 2, width: area.columns - 4)
    } else {
      canvas.fill(area)
    }
    layer.draw(on: &canvas, in: area, look: look)
  }

  /// What lies below takes no clicks, but for the list beside a record that is only looked at: they close that first.
  private func besideHits(_ hits: [Hit], _ layer: any Pane, _ area: Rect) -> [Hit] {
    guard case .beside = layer.placement, layers.count == 1, !layer.isTyping, layer.typed == nil,
      layer.loss == nil, !leadsBack("Esc")
    else { return [] }
    return hits.compactMap { hit in
      guard case .keys = hit.action, hit.area.column < area.column else { return nil }
      return Hit(hit.area, hit.action.after([Hit.Press("Esc")]))
    }
  }

  private func drawTitle(on canvas: inout Canvas, look: Look) {
    let width = canvas.size.columns
    let pane = layers.last { Self.covers($0.placement, in: canvas.size) } ?? panes[at]
    let besides = besides(look)
    var aside =
      (besides.isEmpty ? [] : besides + [Span(" · ", .quiet)]) + pane.aside(look)
      + (look.access == .reading ? [Span(" · \(look.say(.readOnly))", .announcement)] : [])
    let name = look.say(Phrase(pane.title, .text("")))
    let stage = look.isRehearsal ? [Span(" · \(look.say(.rehearsal))", .late)] : []
    let left =
      [Span(" \(look.say(.program))", .title)] + stage + [Span(" · \(name)", .title)] + pane.heading(look)
    let used = canvas.spans(left, row: 0, column: 0, width: width)
    func columns(_ spans: [Span]) -> Int { spans.reduce(0) { $0 + CellText.width($1.text) } }
    // Who else edits this is dearer than the day.
    if used + columns(aside) + 2 > width { aside = besides }
    if used + columns(aside) + 2 <= width {
      canvas.spans(aside, row: 0, column: width - columns(aside) - 1)
    }
    canvas.fill(Rect(row: 1, column: 0, rows: 1, columns: width), with: "─", ink: .rule)
    drawBar(on: &canvas, look: look)
  }

  private func drawStatus(_ status: [[Span]], on canvas: inout Canvas, look: Look) {
    let width = canvas.size.columns
    let rule = canvas.size.rows - 2 - status.count
    canvas.fill(Rect(row: rule, column: 0, rows: 1, columns: width), with: "─", ink: .rule)
    if tour == nil {
      drawAlarm(on: &canvas, row: rule, look: look)
    } else {
      drawTour(on: &canvas, row: rule, look: look)
    }
    for (place, line) in status.enumerated() {
      canvas.spans(line, row: rule + 1 + place, column: 1, width: width - 2)
    }
  }

  private func drawTooSmall(on canvas: inout Canvas, look: Look) {
    let sentence = look.say(
      .tooSmall, .number(canvas.size.columns), .number(canvas.size.rows))
    var row = 0
    for line in Wrapping.lines(sentence, columns: canvas.size.columns) {
      canvas.text(line, row: row, column: 0)
      row += 1
    }
  }
}
