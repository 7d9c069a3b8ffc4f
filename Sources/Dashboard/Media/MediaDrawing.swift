import Model
import Office
import Phrases
import Store
import Terminal

extension MediaPane {
  /// What the row under the cursor does not say itself.
  func status(_ look: Look) -> [Span] {
    if let feed { return [Span(look.dotted([feed.url, feed.note]), .quiet)] }
    if isCoding, look.isSpoken { return [Span(look.say(.mediaCodes, .number(max(1, meant.count))))] }
    guard let item else { return [] }
    return [Span(look.dotted([item.name, item.summary, item.link, item.note]), .quiet)]
  }

  /// How many there are, raw and by story, and what narrows them.
  func figures(_ look: Look) -> [Span]? {
    guard tab != .feeds else { return [Span(look.say(.mediaFeedCount, .number(feeds.count)), .quiet)] }
    guard let figures = counted else { return [Span(look.say(Phrase(.working)), .quiet)] }
    let words = MediaWords(look, launches, feeds)
    var spans = [Span(words.count(figures.figures.total))]
    if figures.percent < 100 {
      spans.append(Span(" · " + look.say(.mediaCounted, .number(figures.percent)), .due))
    }
    if !marked.isEmpty { spans.append(Span(" · " + look.say(.mediaMarked, .number(marked.count)), .match)) }
    if list.isGrouped { spans.append(Span(" · " + look.say(Phrase(.mediaFolded)), .quiet)) }
    let narrowed = words.sentence(filter)
    if !narrowed.isEmpty { spans.append(Span(" · " + narrowed, .match)) }
    return spans
  }

  var nothing: Phrase {
    if tab == .feeds { return Phrase(.mediaNoFeeds) }
    if tab == .charts && counted == nil { return Phrase(.working) }
    return filter.isEmpty ? Phrase(.mediaNone, .text("i")) : Phrase(.mediaNotFound)
  }

  func drawList(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard tab == .charts, let figures = counted?.figures, figures.total.items > 0 else {
      guard isCoding, !canvas.isSpoken else { return drawRows(on: &canvas, in: area, look: look) }
      let codes = MediaCode.rows(columns: area.columns)
      let (rows, sheet) = area.split(top: max(2, area.rows - codes))
      drawRows(on: &canvas, in: rows, look: look)
      return MediaCode.draw(of: meant, areMarked: !marked.isEmpty, on: &canvas, in: sheet, look: look)
    }
    let charts = MediaCharts(figures, isGrouped: list.isGrouped, look: look).all
    ChartWall(charts: charts, chosen: selection(in: .charts).index).draw(on: &canvas, in: area, look: look)
  }
}

extension MediaPane {
  static let legend: [LegendLine] =
    [LegendLine(.chosen, .legendMarked), LegendLine("▸ 3", .legendCopies)]
    + Tone.allCases.map { tone in
      LegendLine(PressWords.tone(tone)) { $0.word("tone", tone.rawValue) }
    }
    + [
      LegendLine(Span("i", .late), "field", "inaccurate"), LegendLine(Span("o", .late), "field", "outside"),
      LegendLine(Mark.late.span, "field", "needs_response"), LegendLine("→", .legendAnswering),
    ]
}
