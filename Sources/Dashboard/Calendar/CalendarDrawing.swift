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
    guard let day else { return [] }
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
    let state = words.state.isEmpty ? words.what : "\(words.what), \(words.state)"
    return [Span("\(words.glyph) \(state)  ", words.ink), Span(rest)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let day else { return }
    guard !isWeek else { return drawWeek(on: &canvas, in: area, look: look) }
    let layout = CalendarLayout(area.size, weeks: (span.last - span.first + 1) / 7)
    drawMonth(layout, on: &canvas, in: area, look: look)
    let list = Rect(
      row: area.row + layout.list.row, column: area.column + layout.list.column, rows: layout.list.rows,
      columns: layout.list.columns)
    drawList(of: day, on: &canvas, in: list, look: look)
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
    }
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
        room == 0 ? "·\(items.count)" : "+\(items.count - listed)", row: cell.row,
        column: cell.column + 1 + used, width: cell.columns - used - 2, ink: .quiet, alignment: .trailing,
        clip: cell)
    } else if items.count > listed {
      canvas.text(
        look.say(.calendarMore, .number(items.count - listed)), row: cell.row + room,
        column: cell.column + 1, width: cell.columns - 2, ink: .quiet, clip: cell)
    }
    for (offset, item) in items.prefix(listed).enumerated() {
      let words = CalendarWords(item: item, look: look, zone: zone)
      let glyph = canvas.text(
        words.glyph, row: cell.row + 1 + offset, column: cell.column + 1, width: 1, ink: words.ink, clip: cell
      )
      let time = cell.columns >= 20 ? words.time(on: day) : ""
      canvas.text(
        time.isEmpty ? words.title : "\(time) \(words.title)", row: cell.row + 1 + offset,
        column: cell.column + 2 + glyph - (cell.columns < 14 ? 1 : 0),
        width: cell.columns - 3 - glyph + (cell.columns < 14 ? 1 : 0), ink: isThisMonth ? words.ink : .quiet,
        clip: cell)
    }
  }

  // MARK: The list of a day

  private func drawList(of day: Day, on canvas: inout Canvas, in area: Rect, look: Look) {
    guard area.rows > 0 else { return }
    let heading = "\(look.say(Phrase(weekday: day.weekday))) \(look.day(day))"
    let top = area.row + (area.rows > 3 && area.row > 0 && area.column == 0 ? 1 : 0)
    canvas.text(heading, row: top, column: area.column + 1, ink: .heading, clip: area)
    let list = area.inset(top: top - area.row + 1)
    let items = items
    if items.isEmpty {
      canvas.text(
        look.say(.calendarNothing), row: list.row, column: list.column + 1, width: list.columns - 2,
        ink: .quiet, clip: list)
    }
    for (offset, index) in items.indices.dropFirst(rows.top).prefix(list.rows).enumerated() {
      draw(items[index], on: day, on: &canvas, in: list, row: list.row + offset, look: look)
      guard isInList, index == rows.index else { continue }
      canvas.mark(Point(row: list.row + offset, column: list.column))
    }
    let below = list.inset(top: items.count + 1)
    if let current, below.rows > 3 { drawDetail(of: current, on: &canvas, in: below, look: look) }
  }

  /// The chosen thing in full, where there is room below the list.
  private func drawDetail(of item: AgendaItem, on canvas: inout Canvas, in area: Rect, look: Look) {
    let words = CalendarWords(item: item, look: look, zone: zone)
    let event = item.kind == .event ? events[item.id] : nil
    let state = words.state.isEmpty ? words.what : "\(words.what), \(words.state)"
    let times = [item.start, item.end].compactMap(\.self).map {
      $0.moment.map(look.moment) ?? look.day($0.day)
    }
    var lines: [(String, Ink)] = [(words.title, .heading), ("\(words.glyph) \(state)", words.ink)]
    lines += times.map { ($0, .text) }
    let more = [item.place, event?.owner ?? "", event?.url ?? "", event?.rule ?? "", event?.note ?? ""]
    lines += more.filter { !$0.isEmpty }.map { ($0, .quiet) }
    var row = area.row
    for (text, ink) in lines {
      for line in text.split(separator: "\n").flatMap({
        Wrapping.lines(String($0), columns: area.columns - 2)
      }) {
        guard row < area.endRow else { return }
        canvas.text(line, row: row, column: area.column + 1, ink: ink, clip: area)
        row += 1
      }
    }
  }

  /// Time, what it is, how it stands, its title and its place.
  private func draw(
    _ item: AgendaItem, on day: Day, on canvas: inout Canvas, in area: Rect, row: Int, look: Look
  ) {
    let words = CalendarWords(item: item, look: look, zone: zone)
    var at = area.column + 1
    func text(_ text: String, _ width: Int, _ ink: Ink) {
      canvas.text(text, row: row, column: at, width: width - 1, ink: ink, clip: area)
      at += width
    }
    text(words.times(on: day), 12, .quiet)
    text(words.glyph, 2, words.ink)
    text(words.what, area.columns >= 100 ? 20 : 17, words.item.isOpen ? .quiet : words.ink)
    let rest = area.endColumn - at
    let place = item.place.isEmpty || rest < 40 ? "" : " · \(item.place)"
    let state = words.state.isEmpty ? "" : " · \(words.state)"
    let room = rest - 1 - CellText.width(state)
    let used = canvas.text(
      words.title + place, row: row, column: at, width: room, ink: item.isOpen ? .text : .quiet, clip: area)
    canvas.text(state, row: row, column: at + used, width: rest - used, ink: words.ink, clip: area)
  }

  // MARK: The week

  private func drawWeek(on canvas: inout Canvas, in area: Rect, look: Look) {
    let all = weekRows
    let width = area.columns >= 60 ? 14 : 8
    for (offset, row) in all.dropFirst(rows.top).prefix(area.rows).enumerated() {
      let line = area.row + offset
      let items = items(on: row.day)
      if row.index == 0 || offset == 0 {
        let (_, month, number) = row.day.parts
        let date = width > 8 ? look.phrases.day(month: month, day: number) : String(number)
        canvas.text(
          "\(look.say(Phrase(weekday: row.day.weekday))) \(date)\(row.day == look.asOf ? "▼" : "")",
          row: line,
          column: area.column + 1, width: width - 1, ink: row.day == look.asOf ? .today : .heading, clip: area
        )
      }
      let rest = area.inset(left: width)
      if items.indices.contains(row.index) {
        draw(items[row.index], on: row.day, on: &canvas, in: rest, row: line, look: look)
      } else {
        canvas.text("·", row: line, column: rest.column + 13, ink: .quiet, clip: rest)
      }
      guard row.day == day, row.index == rows.index else { continue }
      canvas.mark(Point(row: line, column: area.column))
    }
  }
}
