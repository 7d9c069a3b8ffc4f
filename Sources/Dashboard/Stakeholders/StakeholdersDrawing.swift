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
    // Somebody who listens has heard number and name, and does not wait for what follows the cursor.
    guard let shown = look.isSpoken ? list.selected?.stakeholder : shown else { return [] }
    var parts: [String] = []
    if let number = list.number, !look.isSpoken { parts.append(look.phrases.number(number)) }
    if !isWide {
      if !look.isSpoken { parts.append(shown.title) }
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
    var table = ListTable<Stakeholder>(
      columns: StakeholderColumn.layout(columns, width: area.columns).map { column, width in
        var shown = ListTable<Stakeholder>.Column(column.heading(look), width) {
          Span(column.text($0, look), column.name == "name" ? .text : .quiet)
        }
        shown.order = column.name == "region" ? nil : column.name
        return shown
      }, sign: { marked.contains($0.id) ? Mark.ticked.span : nil })
    if isReading { table.wayThere = [Hit.Press("Left")] }
    table.draw(
      list.visible.lazy.map(\.stakeholder), cursor: list.selected == nil ? nil : list.index - list.top,
      at: list.number.flatMap { number in list.total.map { (number, $0) } }, on: &canvas, in: area,
      hasCursor: !isSearching && editor == nil)
    guard list.page.rows.isEmpty, list.total == 0 || list.page.isPartial else { return }
    let sentence = look.say(
      list.page.isPartial ? .queryLooking : list.filter.isEmpty ? .noStakeholders : .noMatch)
    canvas.paragraph(sentence, in: area.inset(top: 2), margin: 2)
  }

  /// The record at the right: with the keys, or following the cursor.
  private func drawRecord(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let record = editor?.base ?? shown else { return }
    if editor == nil && abs(shift) >= area.rows { return }
    var scrolled = area
    if editor == nil { scrolled.row -= shift }
    if scrolled.row >= area.row {
      canvas.lines([[Span(record.title, .title)]], in: scrolled.intersection(area))
    }
    let fields = scrolled.inset(top: 2)
    if let editor { return editor.draw(on: &canvas, in: fields, look: look) }
    var whole = RecordEditor(record, mode: .view)
    whole.links = people.links(of: record, look)
    whole.drawWhole(on: &canvas, in: fields, clip: area, look: look)
  }
}

extension StakeholdersPane {
  static let legend: [LegendLine] = [
    LegendLine(.ticked, .legendMarked), LegendLine(Span(Marker.sign, .marker), .legendCursor),
  ]
}
