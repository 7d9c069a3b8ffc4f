import Model
import Office
import Phrases
import Store
import Terminal

extension MediaPane {
  /// Tabs, figures and headings.
  static let headRows = 3

  /// What the row under the cursor does not say itself.
  func status(_ look: Look) -> [Span] {
    if let feed { return [Span(parts([feed.url, feed.note]), .quiet)] }
    guard let item else { return [] }
    return [Span(parts([item.name, item.summary, item.link, item.note]), .quiet)]
  }

  private func parts(_ texts: [String]) -> String { texts.filter { !$0.isEmpty }.joined(separator: " · ") }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    drawTabs(on: &canvas, in: area, look: look)
    if section == .charts {
      canvas.spans(figuresLine(look), row: area.row + 1, column: area.column + 1, width: area.columns - 2)
      return drawCharts(on: &canvas, in: area.inset(top: 2), look: look)
    }
    if let search, section == .items {
      canvas.text("/", row: area.row + 1, column: area.column + 1, ink: .key)
      if isTyping {
        search.draw(on: &canvas, row: area.row + 1, column: area.column + 3, width: area.columns / 2)
      } else {
        canvas.text(
          search.text, row: area.row + 1, column: area.column + 3, width: area.columns / 2, ink: .entry)
      }
      let column = area.column + area.columns / 2 + 4
      canvas.spans(
        figuresLine(look), row: area.row + 1, column: column, width: max(0, area.endColumn - column - 1))
    } else {
      canvas.spans(figuresLine(look), row: area.row + 1, column: area.column + 1, width: area.columns - 2)
    }
    let body = area.inset(top: 2)
    if section == .feeds {
      drawFeeds(on: &canvas, in: body, look: look)
    } else {
      drawItems(on: &canvas, in: body, look: look)
    }
  }

  private func drawTabs(on canvas: inout Canvas, in area: Rect, look: Look) {
    let names: [PhraseKey] = [.mediaItems, .mediaCharts, .mediaFeeds]
    TabLine(names: names.map { look.say(Phrase($0)) }, shown: section.rawValue).draw(on: &canvas, in: area)
  }

  /// How many there are, raw and by story, and what narrows them.
  private func figuresLine(_ look: Look) -> [Span] {
    guard section != .feeds else { return [Span(look.say(.mediaFeedCount, .number(feeds.count)), .quiet)] }
    guard let figures else { return [Span(look.say(Phrase(.working)), .quiet)] }
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

  // MARK: Lists

  private typealias Column = ListTable<CoverageRow>.Column

  private func columns(_ look: Look) -> [Column] {
    func column(_ key: PhraseKey, _ width: Int, _ cell: @escaping (CoverageRow) -> Span) -> Column {
      Column(look.say(Phrase(key)), width, cell)
    }
    func text(_ key: PhraseKey, _ width: Int, _ cell: @escaping (Coverage) -> String) -> Column {
      column(key, width) { Span(cell($0.item)) }
    }
    let words = PressWords(office: PressOffice(), look: look)
    var columns = [
      text(.pressWhenHeading, isWide ? 18 : 11) { item in
        isWide ? words.when(item.when) : item.when.map { look.shortDay($0.day) } ?? ""
      },
      text(.pressOutletHeading, isWide ? 24 : 12) { $0.outlet },
      column(.pressSubjectHeading, 0) { [self] row in
        let copies =
          list.isGrouped && row.copies > 1 ? "▸ " + look.say(.mediaCopies, .number(row.copies)) + " " : ""
        return Span(copies + row.item.name)
      },
      text(.mediaLanguageHeading, 3) { $0.mainLanguage },
      text(.mediaCountryHeading, 3) { $0.country },
      column(.pressToneHeading, isWide ? 14 : 2) { row in
        let tone = words.tone(row.item)
        return isWide ? tone : Span(String(tone.text.prefix(1)), tone.ink)
      },
      column(.pressMessagesHeading, 8) { Span($0.item.messages.map(\.rawValue).joined(), .text) },
      column(.pressFlagsHeading, isWide ? 30 : 4) { [self] in flags($0.item, look) },
    ]
    if isWide {
      columns.insert(
        text(.pressKindHeading, 16) { $0.type.map { look.word("outlet_kind", $0.rawValue) } ?? "" }, at: 2)
      columns.insert(
        column(.mediaReachHeading, 12) { row in
          Span(row.item.reach == 0 ? "–" : look.phrases.number(row.item.reach), .quiet)
        }, at: columns.count - 3)
    }
    return columns
  }

  /// What has to be done something about, in letters: `i`naccurate, `o`utside the boundary, `!` to answer,
  /// `→` answered.
  private func flags(_ item: Coverage, _ look: Look) -> Span {
    let answered = responses[item.id] != nil
    let marks = [
      (item.isInaccurate, "i", "inaccurate"), (item.isOutside, "o", "outside"),
      (item.needsResponse, "!", "needs_response"),
    ]
    .filter(\.0)
    var parts = marks.map { isWide ? look.word("field", $0.2) : $0.1 }
    if answered { parts.append(isWide ? "→ " + look.say(.pressAnswering) : "→") }
    let text = parts.joined(separator: isWide ? ", " : "")
    return Span(text, marks.isEmpty || answered ? .underWay : .late)
  }

  private func drawItems(on canvas: inout Canvas, in area: Rect, look: Look) {
    ListTable(columns: columns(look), margin: 3).draw(
      list.visible, cursor: list.index - list.top, on: &canvas, in: area, hasCursor: !isTyping)
    let body = area.inset(top: 1)
    guard !list.page.rows.isEmpty else {
      let key: PhraseKey = !list.isKnown ? .working : filter.isEmpty ? .mediaNone : .mediaNotFound
      return drawNothing(Phrase(key, .text("L")), on: &canvas, in: body, look: look)
    }
    for (offset, row) in list.visible.prefix(body.rows).enumerated() where marked.contains(row.item.id) {
      canvas.text("●", row: body.row + offset, column: body.column + 1, ink: .match)
    }
  }

  private func drawCursor(_ offset: Int, on canvas: inout Canvas, in area: Rect) {
    guard offset < area.rows else { return }
    canvas.text("▌", row: area.row + offset, column: area.column, ink: .marker)
    if !isTyping { canvas.cursor = Point(row: area.row + offset, column: area.column) }
  }

  private func drawNothing(_ phrase: Phrase, on canvas: inout Canvas, in area: Rect, look: Look) {
    for (offset, line) in Wrapping.lines(look.say(phrase), columns: area.columns - 4).enumerated() {
      canvas.text(line, row: area.row + offset, column: area.column + 3, ink: .quiet, clip: area)
    }
    if !isTyping { canvas.cursor = Point(row: area.row, column: area.column) }
  }

  private func drawFeeds(on canvas: inout Canvas, in area: Rect, look: Look) {
    let widths = isWide ? [40, 22, 12, 14] : [28, 14, 5, 9]
    func drawRow(_ row: Int, _ cells: [Span]) {
      var at = area.column + 3
      for (index, cell) in cells.enumerated() where at < area.endColumn {
        let width = index < widths.count ? widths[index] : area.endColumn - at
        canvas.text(cell.text, row: row, column: at, width: width, ink: cell.ink)
        at += width + 1
      }
    }
    let fields = ["name", "outlet_kind", "language", "feed_read", "url"]
    drawRow(area.row, fields.map { Span(look.word("field", $0), .heading) })
    let body = area.inset(top: 1)
    guard !feeds.isEmpty else { return drawNothing(Phrase(.mediaNoFeeds), on: &canvas, in: body, look: look) }
    for (offset, feed) in feeds.dropFirst(feedSelection.top).prefix(body.rows).enumerated() {
      drawRow(
        body.row + offset,
        [
          Span(feed.name), Span(feed.type.map { look.word("outlet_kind", $0.rawValue) } ?? "–"),
          Span(feed.language),
          Span(feed.read.map(look.shortDay) ?? "–", .quiet), Span(feed.url, .quiet),
        ])
    }
    drawCursor(feedSelection.index - feedSelection.top, on: &canvas, in: body)
  }
}
