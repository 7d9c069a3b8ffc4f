import Model
import Office
import Phrases
import Terminal

extension Shell {
  /// The smallest terminal that the panes are laid out for.
  public static let smallest = Size(columns: 40, rows: 10)

  /// The rows that are not the pane's: the title and its rule, the rule below, the status and the footer.
  static let frameRows = 5

  /// What has just happened, in as many lines as it takes; a row of the pane stays in sight.
  private func news(_ look: Look, in size: Size) -> [String] {
    let news = message ?? errand.map { $0.progress.line($0.title, stopKey: Self.stopKey, look.phrases) }
    let most = max(1, size.rows - Self.frameRows)
    return news.map { Wrapping.lines(look.say($0), columns: size.columns - 2, atMost: most) } ?? []
  }

  /// Where the pane is drawn: below the title and its rule, above the rule, the status and the footer.
  private static func body(of size: Size, above news: [String]) -> Rect {
    Rect(size).inset(top: 2, bottom: 2 + max(1, news.count))
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
    let body = Self.body(of: size, above: news(look, in: size))
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
    let isCovered = layers.contains { Self.covers($0.placement, in: canvas.size) }
    let news = news(look, in: canvas.size)
    let body = Self.body(of: canvas.size, above: news)
    if !isCovered { panes[at].draw(on: &canvas, in: body, look: look) }
    for layer in layers {
      draw(layer, on: &canvas, in: Self.area(of: layer.placement, over: body, in: canvas.size), look: look)
    }
    drawTitle(on: &canvas, look: look)
    drawFooter(on: &canvas, saying: news, look: look)
  }

  private func draw(_ layer: any Pane, on canvas: inout Canvas, in area: Rect, look: Look) {
    // What lies below takes no clicks.
    (canvas.cursor, canvas.hits) = (nil, [])
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

  private func drawTitle(on canvas: inout Canvas, look: Look) {
    let width = canvas.size.columns
    let pane = layers.last { Self.covers($0.placement, in: canvas.size) } ?? panes[at]
    let aside =
      pane.aside(look) + (look.access == .reading ? [Span(" · \(look.say(.readOnly))", .announcement)] : [])
    let asideWidth = aside.reduce(0) { $0 + CellText.width($1.text) }
    let name = look.say(Phrase(pane.title, .text("")))
    let stage = look.isRehearsal ? [Span(" · \(look.say(.rehearsal))", .late)] : []
    let left =
      [Span(" \(look.say(.program))", .title)] + stage + [Span(" · \(name)", .title)] + pane.heading(look)
    let used = canvas.spans(left, row: 0, column: 0, width: width)
    if used + asideWidth + 2 <= width {
      canvas.spans(aside, row: 0, column: width - asideWidth - 1)
    }
    canvas.fill(Rect(row: 1, column: 0, rows: 1, columns: width), with: "─", ink: .rule)
  }

  private func drawFooter(on canvas: inout Canvas, saying news: [String], look: Look) {
    let (width, height) = (canvas.size.columns, canvas.size.rows)
    let news = news.map { [Span($0, .announcement)] }
    let status = news.isEmpty ? [top.status(look)] : news
    let rule = height - 2 - status.count
    canvas.fill(Rect(row: rule, column: 0, rows: 1, columns: width), with: "─", ink: .rule)
    drawAlarm(on: &canvas, row: rule, look: look)
    for (place, line) in status.enumerated() {
      canvas.spans(line, row: rule + 1 + place, column: 1, width: width - 2)
    }
    var column = 1
    for offer in offers(look).filter({ isFooted($0) }).sorted(by: { $0.rank < $1.rank }) {
      let key = offer.keys.first?.description ?? ""
      var title = footerTitle(of: offer, look: look)
      let room = width - 2 - column - CellText.width(key)
      // What undo would undo is dear enough to be said in part.
      if offer.name == "undo", room >= 16 {
        title = CellText.fitting(title, columns: room).map(\.text).joined()
      }
      guard !key.isEmpty, CellText.width(title) <= room else { continue }
      let start = column
      column += canvas.text(key, row: height - 1, column: column, ink: .key) + 1
      column += canvas.text(title, row: height - 1, column: column, ink: .quiet) + 3
      canvas.hits.append(
        Hit(
          Rect(row: height - 1, column: start, rows: 1, columns: column - start - 2),
          .command(offer.name.text)))
    }
  }

  /// The footer offers what goes; undo only where nobody has to be asked first.
  private func isFooted(_ offer: Offer) -> Bool {
    guard offer.rank > 0, offer.obstacle == nil else { return false }
    return offer.title != .commandUndo || outlook.undo.map { farness(of: $0) == nil } ?? true
  }

  /// Undo says what it would undo.
  private func footerTitle(of offer: Offer, look: Look) -> String {
    if offer.name == Self.backName, let title = backTitle(look) { return title }
    guard offer.name == "undo", let entry = outlook.undo else { return look.say(Phrase(offer.title)) }
    let title = look.say(.undoNamed, .text(look.say(Phrase(entry, look: look))))
    return CellText.width(title) <= 30 ? title : CellText.fitting(title, columns: 30).map(\.text).joined()
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
