import Model
import Office
import Phrases
import Terminal

extension CalendarPane {
  func heading(_ look: Look) -> [Span] {
    guard let day else { return [] }
    var parts =
      isWeek
      ? ["\(look.say(.calendarWeek, .text(week(day)))) · \(look.month(day.month))"] : [look.month(day.month)]
    parts.append(zone.name)
    if let phrase = filter.phrase { parts.append(look.say(Phrase(phrase))) }
    return [Span(parts.map { " · \($0)" }.joined())]
  }

  /// "W38" (ISO 8601).
  private func week(_ day: Day) -> String { String(ISOWeek(day).number) }

  /// The selected item in full, or how much there is.
  func status(_ look: Look) -> [Span] {
    guard let day, !look.isSpoken || isInList || isWeek else { return [] }
    guard let item = current else {
      let named = "\(look.say(Phrase(weekday: day.weekday))) \(look.day(day))"
      return [Span("\(named) · \(look.say(.calendarCount, .number(items.count)))", .quiet)]
    }
    let words = CalendarWords(item: item, look: look, zone: zone)
    var parts = [words.title, item.place]
    if let moment = item.start.moment, moment.zone != zone { parts.append(look.moment(moment)) }
    if let event = events[item.id], item.kind == .event {
      parts += [event.note.split(separator: "\n").first.map(String.init) ?? "", event.url]
      if event.isSeries { parts.append(look.say(.calendarSeries)) }
    }
    let rest = parts.filter { !$0.isEmpty }.joined(separator: " · ")
    let state = look.words([words.what, words.state])
    return [words.mark.said(state), Span("  " + rest)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let day else { return }
    guard !isWeek else { return drawWeek(on: &canvas, in: area, look: look) }
    guard !canvas.isSpoken else { return say(day, on: &canvas, in: area, look: look) }
    let layout = CalendarLayout(area.size, weeks: (span.last - span.first + 1) / 7)
    drawMonth(layout, on: &canvas, in: area, look: look)
    let list = Rect(
      row: area.row + layout.list.row, column: area.column + layout.list.column, rows: layout.list.rows,
      columns: layout.list.columns)
    drawList(of: day, on: &canvas, in: list, look: look)
  }

  /// A day of the month for somebody who listens, and then what is on it; or what is under the cursor in its list.
  private func say(_ day: Day, on canvas: inout Canvas, in area: Rect, look: Look) {
    let name = "\(look.say(Phrase(weekday: day.weekday))) \(look.day(day))"
    let table = ListTable(columns: columns(width: area.columns, look) { (item: AgendaItem) in (item, day) })
    guard !isInList else {
      canvas.lines([[Span(name, .heading)]], in: area, margin: 0)
      return table.draw(items, rows, on: &canvas, in: area.inset(top: 1), hasCursor: true)
    }
    let today = day == look.asOf ? look.say(.legendToday) : ""
    let count = items.isEmpty ? look.say(.calendarNothing) : look.say(.calendarCount, .number(items.count))
    let rest = canvas.say(SpokenParts([("", name), ("", today), ("", count)]), in: area)
    table.draw(items, cursor: nil, on: &canvas, in: rest, hasCursor: false)
  }

  // MARK: The month

  private func drawMonth(_ layout: CalendarLayout, on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.text(
      look.say(.calendarWeekShort), row: area.row, column: area.column + 1,
      width: CalendarLayout.weekNumber - 1, ink: .quiet, clip: area)
    let first = span.first
    for weekday in 0..<7 {
      canvas.text(
        look.say(Phrase(weekday: weekday + 1)), row: area.row, column: column(weekday, layout, area) + 1,
        width: layout.pitch - 1, ink: .heading, clip: area)
    }
    for number in 0...(span.last - first) {
      let row = area.row + 1 + number / 7 * layout.height
      if number % 7 == 0 {
        canvas.text(
          week(first + number), row: row, column: area.column, width: CalendarLayout.weekNumber - 1,
          ink: .quiet, alignment: .trailing, clip: area)
      }
      let cell = Rect(
        row: row, column: column(number % 7, layout, area), rows: layout.height, columns: layout.pitch
      ).intersection(area)
      draw(first + number, on: &canvas, in: cell, look: look)
      if let day { hit(first + number - day, on: &canvas, cell) }
    }
  }

  /// A click on a day goes there, and on the selected one into its list.
  private func hit(_ days: Int, on canvas: inout Canvas, _ cell: Rect) {
    guard days != 0 || isAtDays else { return canvas.hits.append(Hit(cell, .keys([.init("Esc")]))) }
    canvas.hits.append(Hit(cell, .cell(rows: 0, columns: days)))
  }

  private func column(_ weekday: Int, _ layout: CalendarLayout, _ area: Rect) -> Int {
    area.column + CalendarLayout.weekNumber + weekday * layout.pitch
  }

  /// A day: its number, and as many of its things as there is room for.
  private func draw(_ day: Day, on canvas: inout Canvas, in cell: Rect, look: Look) {
    guard !cell.isEmpty else { return }
    let items = items(on: day)
    let isThisMonth = day.month == self.day?.month
    let number = "\(day.parts.day < 10 ? " " : "")\(day.parts.day)\(day == look.asOf ? "▼" : "")"
    let ink: Ink = day == look.asOf ? .today : isThisMonth ? .text : .quiet
    var used = canvas.text(
      number, row: cell.row, column: cell.column + 1, width: cell.columns - 1, ink: ink, clip: cell)
    if day == self.day {
      canvas.mark(Point(row: cell.row, column: cell.column), hasCursor: isAtDays)
    }
    let room = cell.rows - 1
    let listed = items.count > room ? max(0, room - (room > 2 ? 1 : 0)) : items.count
    if items.count > listed, room <= 2 {
      // In little room the number stands beside that of the day.
      used += canvas.text(
        " +\(items.count - listed)", row: cell.row, column: cell.column + 1 + used,
        width: cell.columns - used - 2, ink: .quiet, clip: cell)
    } else if items.count > listed {
      canvas.text(
        look.say(.calendarMore, .number(items.count - listed)), row: cell.row + room,
        column: cell.column + 1, width: cell.columns - 2, ink: .quiet, clip: cell)
    }
    for (offset, item) in items.prefix(listed).enumerated() {
      let words = CalendarWords(item: item, look: look, zone: zone)
      let glyph = canvas.text(
        words.mark.glyph, row: cell.row + 1 + offset, column: cell.column + 1, width: 1, ink: words.mark.ink,
        clip: cell
      )
      let time = cell.columns >= 20 ? words.time(on: day) : ""
      canvas.text(
        time.isEmpty ? words.title : "\(time) \(words.title)", row: cell.row + 1 + offset,
        column: cell.column + 2 + glyph - (cell.columns < 14 ? 1 : 0),
        width: cell.columns - 3 - glyph + (cell.columns < 14 ? 1 : 0),
        ink: isThisMonth ? words.mark.ink : .quiet,
        clip: cell)
    }
  }

  // MARK: The list of a day

  private func drawList(of day: Day, on canvas: inout Canvas, in area: Rect, look: Look) {
    guard area.rows > 0 else { return }
    let heading = "\(look.say(Phrase(weekday: day.weekday))) \(look.day(day))"
    let gap = area.rows > 3 && area.row > 0 && area.column == 0 ? 1 : 0
    canvas.lines([[Span(heading, .heading)]], in: area.inset(top: gap))
    let list = area.inset(top: gap + 1)
    if items.isEmpty { canvas.lines([[Span(look.say(.calendarNothing), .quiet)]], in: list) }
    let table = ListTable(columns: columns(width: list.columns, look) { ($0, day) })
    table.draw(
      items.dropFirst(rows.top), cursor: isInList ? rows.index - rows.top : nil, on: &canvas, in: list,
      hasCursor: isInList)
    if !isInList { hitEntries(on: &canvas, in: list) }
    let below = list.inset(top: items.count + 1)
    if let current, below.rows > 3 {
      canvas.lines(details(of: current, columns: area.columns, look), in: below)
    }
  }

  /// From the days a click on an entry goes into the list, to it; the only one of a day need not be chosen first.
  private func hitEntries(on canvas: inout Canvas, in list: Rect) {
    for place in 0..<min(list.rows, items.count) {
      let line = Rect(row: list.row + place, column: list.column, rows: 1, columns: list.columns)
      canvas.hits.append(Hit(line, .keys([.init("Enter"), .init("Down", place)])))
    }
  }

  /// The chosen thing in full, where there is room below the list.
  private func details(of item: AgendaItem, columns: Int, _ look: Look) -> [[Span]] {
    let words = CalendarWords(item: item, look: look, zone: zone)
    let event = item.kind == .event ? events[item.id] : nil
    let state = look.words([words.what, words.state])
    let times = [item.start, item.end].compactMap(\.self).map {
      $0.moment.map(look.moment) ?? look.day($0.day)
    }
    let more = [item.place, event?.owner ?? "", event?.url ?? "", event?.rule ?? "", event?.note ?? ""]
    let lines =
      [Span(words.title, .heading), words.mark.said(state)] + times.map { Span($0) }
      + more.filter { !$0.isEmpty }.map { Span($0, .quiet) }
    return lines.flatMap { line in
      line.text.split(separator: "\n").flatMap {
        Wrapping.lines(String($0), columns: columns - 2).map { [Span($0, line.ink)] }
      }
    }
  }

  /// Time, what it is, how it stands, its title and its place.
  /// - Parameter thing: of a row, and the day that it is said for; nil on a day without any.
  private func columns<Row>(
    width: Int, _ look: Look, _ thing: @escaping (Row) -> (item: AgendaItem, day: Day)?
  ) -> [ListTable<Row>.Column] {
    func said(_ row: Row, _ spans: (CalendarWords, Day) -> [Span]) -> [Span] {
      guard let (item, day) = thing(row) else { return [] }
      return spans(CalendarWords(item: item, look: look, zone: zone), day)
    }
    let kind = width >= 100 ? 19 : 16
    let rest = look.isSpoken ? 1_000 : width - 1 - 12 - 2 - (kind + 1)
    // How it stands is said in words, too.
    let sign = ListTable<Row>.Column("", 1) { row in
      guard let item = thing(row)?.item else { return Span("·", .quiet) }
      return CalendarWords(item: item, look: look, zone: zone).mark.span
    }
    return [.init("", 11, spans: { said($0) { words, day in [Span(words.times(on: day), .quiet)] } })]
      + (look.isSpoken ? [] : [sign]) + [
        .init(
          "", kind,
          spans: { said($0) { words, _ in [Span(words.what, words.item.isOpen ? .quiet : words.mark.ink)] } }),
        .init(
          "", 0,
          spans: {
            said($0) { words, _ in
              let item = words.item
              let place = item.place.isEmpty || rest < 40 ? "" : " · \(item.place)"
              let state = words.state.isEmpty ? "" : " · \(words.state)"
              let ink: Ink = item.isOpen ? .text : .quiet
              let title = CellText.fitting(words.title + place, columns: rest - 1 - CellText.width(state))
              return [Span(title.map(\.text).joined(), ink), Span(state, words.mark.ink)]
            }
          }),
      ]
  }

  // MARK: The week

  private func drawWeek(on canvas: inout Canvas, in area: Rect, look: Look) {
    let dates = area.columns >= 60 ? 13 : 7
    let top = rows.top < weekRows.count ? weekRows[rows.top] : nil
    let date = ListTable<WeekRow>.Column("", dates) { row in
      guard row.index == 0 || row == top || look.isSpoken else { return Span("") }
      let (_, month, number) = row.day.parts
      let date = dates > 7 ? look.phrases.day(month: month, day: number) : String(number)
      let isToday = row.day == look.asOf
      return Span(
        "\(look.say(Phrase(weekday: row.day.weekday))) \(date)\(isToday ? "▼" : "")",
        isToday ? .today : .heading)
    }
    let things: [ListTable<WeekRow>.Column] = columns(width: area.columns - dates - 1, look) { row in
      let items = items(on: row.day)
      return items.indices.contains(row.index) ? (items[row.index], row.day) : nil
    }
    ListTable(columns: [date] + things).draw(
      weekRows.dropFirst(rows.top), cursor: weekIndex - rows.top, on: &canvas, in: area, hasCursor: true)
  }
}

extension CalendarPane {
  static let legend: [LegendLine] =
    LegendLine.states(EventStatus.self) + [
      LegendLine(.event, .legendEvent), LegendLine("▼", .legendToday), LegendLine("+1", .legendMore),
    ]
}
