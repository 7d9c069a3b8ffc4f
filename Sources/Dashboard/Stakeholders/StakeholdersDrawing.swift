import Model
import Office
import Phrases
import Terminal

extension StakeholdersPane {
  func heading(_ look: Look) -> [Span] {
    guard !isWide, let editor else { return [] }
    return [Span(" › \(editor.base.title)")]
  }

  func aside(_ look: Look) -> [Span] {
    if !isWide, let editor { return [Span(look.say(.formVersion, .number(editor.base.version)), .quiet)] }
    let order = look.phrases.label("field", list.sort.column) + (list.sort.isAscending ? " ▲" : " ▼")
    let marks = marked.isEmpty ? "" : look.say(.markedCount, .number(marked.count)) + " · "
    return [Span("\(marks)\(count(look)) · \(order)", .quiet)]
  }

  private func count(_ look: Look) -> String {
    let number: String
    if let total = list.total {
      number = look.phrases.number(total)
    } else if list.page.isCapped {
      number = "\(look.phrases.number(list.page.rows.count))+"
    } else {
      number = "…"
    }
    return look.say(list.filter.isEmpty ? .stakeholderCount : .matchCount, .text(number))
  }

  func status(_ look: Look) -> [Span] {
    if let editor { return editor.hint(look) }
    if let said = line.status(width: size.columns, look) { return said }
    guard let shown else { return [] }
    var parts: [String] = []
    if let number = list.number { parts.append(look.phrases.number(number)) }
    if !isWide {
      parts.append(shown.title)
      if shown.observer == .admitted {
        parts.append(
          shown.observerSince.isEmpty
            ? look.phrases.label("field", "observer") : look.say(.observerSince, .text(shown.observerSince)))
      }
      parts += shown.barriers.map { look.word("barriers", $0.rawValue) }
    }
    return [Span(parts.joined(separator: " · "), .quiet)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    if !isWide, let editor { return editor.draw(on: &canvas, in: area, look: look) }
    let (left, rest) = area.split(left: listWidth)
    drawList(on: &canvas, in: left, look: look)
    guard isWide else { return }
    drawRecord(on: &canvas, in: rest.inset(left: 2), look: look)
  }

  private func drawList(on canvas: inout Canvas, in area: Rect, look: Look) {
    var area = area
    if hasFilterLine {
      line.draw(on: &canvas, row: area.row, width: area.columns, look: look)
      area = area.inset(top: 1)
    }
    let layout = StakeholderColumn.layout(columns, width: area.columns)
    drawHeadings(layout, on: &canvas, row: area.row, look: look)
    for (offset, row) in list.visible.enumerated() {
      draw(row.stakeholder, layout, on: &canvas, row: area.row + 1 + offset, look: look)
    }
    if list.page.rows.isEmpty, list.total == 0 || list.page.isPartial {
      let sentence = look.say(
        list.page.isPartial ? .queryLooking : list.filter.isEmpty ? .noStakeholders : .noMatch)
      for (offset, line) in Wrapping.lines(sentence, columns: area.columns - 3).enumerated() {
        canvas.text(line, row: area.row + 2 + offset, column: 2, ink: .quiet, clip: area)
      }
    }
    let line = area.row + 1 + list.index - list.top
    guard list.selected != nil, line < area.endRow else { return }
    canvas.mark(Point(row: line, column: area.column), hasCursor: !isSearching)
  }

  private func drawHeadings(
    _ layout: [(column: StakeholderColumn, width: Int)], on canvas: inout Canvas, row: Int, look: Look
  ) {
    var column = 1
    for (entry, width) in layout {
      canvas.text(entry.heading(look), row: row, column: column, width: width, ink: .heading)
      column += width + 1
    }
  }

  private func draw(
    _ stakeholder: Stakeholder, _ layout: [(column: StakeholderColumn, width: Int)],
    on canvas: inout Canvas, row: Int, look: Look
  ) {
    var column = 1
    for (entry, width) in layout {
      let ink: Ink = entry.name == "name" ? .text : .quiet
      canvas.text(entry.text(stakeholder, look), row: row, column: column, width: width, ink: ink)
      column += width + 1
    }
    if marked.contains(stakeholder.id) { canvas.text("✓", row: row, column: 0, ink: .match) }
  }

  /// The record at the right: with the keys, or following the cursor.
  private func drawRecord(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let record = editor?.base ?? shown else { return }
    if editor == nil && abs(shift) >= area.rows { return }
    var scrolled = area
    if editor == nil { scrolled.row -= shift }
    canvas.text(
      record.title, row: scrolled.row, column: area.column + 1, width: area.columns - 2, ink: .title,
      clip: area)
    let fields = scrolled.inset(top: 2)
    if let editor { return editor.draw(on: &canvas, in: fields, look: look) }
    var whole = RecordEditor(record, mode: .view)
    whole.links = people.links(of: record, look)
    whole.drawWhole(on: &canvas, in: fields, clip: area, look: look)
  }
}
