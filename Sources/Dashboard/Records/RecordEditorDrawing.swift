import Model
import Office
import Phrases
import Terminal

extension RecordEditor {
  /// A line of the record on the screen.
  private struct Line {
    let row: RecordRow
    var label = ""
    var spans: [Span] = []
    /// The first line of a field or link, where the cursor stands.
    var isFirst = true
    var isProblem = false
  }

  static var labelWidth: Int { 17 }
  /// The title of a record's page, and a gap.
  static var titleRows: Int { 2 }

  func drawTitle(on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.lines([[Span(look.title(of: base), .heading)]], in: area)
  }

  mutating func fit(to size: Size, look: Look) {
    (columns, rowsInSight) = (size.columns, size.rows)
    fitInput(look)
    let lines = lines(look)
    let first = lines.firstIndex { $0.row == current } ?? 0
    let last = lines.lastIndex { $0.row == current } ?? first
    if last >= selection.top + size.rows { selection.top = last - size.rows + 1 }
    if first < selection.top { selection.top = first }
    selection.top = max(0, min(selection.top, max(0, lines.count - size.rows)))
  }

  var valueColumns: Int { max(8, columns - Self.labelWidth - 3) }

  private func lines(_ look: Look) -> [Line] {
    rows.flatMap { row -> [Line] in
      switch row {
      case .heading(let title):
        [Line(row: row), Line(row: row, spans: [Span(look.say(Phrase(title)), .heading)], isFirst: false)]
      case .field(let index): lines(of: R.fields[index], index, look)
      case .link(let index): [line(of: links[index], row)]
      case .folded(let count):
        [Line(row: row), Line(row: row, spans: [Span(look.say(.foldedFields, .number(count)), .quiet)])]
      }
    }
  }

  private func line(of link: RecordLink, _ row: RecordRow) -> Line {
    Line(row: row, label: link.label, spans: [Span(link.text, link.isUrgent ? .late : .text)])
  }

  private func lines(of field: Field<R>, _ index: Int, _ look: Look) -> [Line] {
    let row = RecordRow.field(index)
    let label = look.phrases.label("field", field.name)
    let isTyping = self.isTyping && index == selection.index
    var lines: [Line] = []
    if isTyping {
      for place in 0..<(input?.rows ?? 1) {
        lines.append(Line(row: row, label: place == 0 ? label : "", isFirst: place == 0))
      }
      lines += (input?.lines(look) ?? []).map { Line(row: row, spans: $0, isFirst: false) }
    } else {
      let ink: Ink = typed[field.name] == nil ? .text : .announcement
      for (number, text) in shown(field, look).prefix(6).enumerated() {
        lines.append(
          Line(
            row: row, label: number == 0 ? label : "", spans: [Span(text, ink)], isFirst: number == 0))
      }
    }
    for remark in FieldWords.remarks(field.name, of: base, look) {
      lines += Wrapping.lines(remark.text, columns: valueColumns).map {
        Line(row: row, spans: [Span($0, remark.ink)], isFirst: false)
      }
    }
    lines += wording(of: field, row, look)
    if let problem = problems[field.name] {
      let sentence = look.say(.problemKept, .phrase(Phrase(problem)))
      for (number, text) in Wrapping.lines(sentence, columns: valueColumns).enumerated() {
        let span = number == 0 ? Mark.problem.said(text) : Span("  " + text, .problem)
        lines.append(Line(row: row, spans: [span], isFirst: false, isProblem: true))
      }
    }
    return lines
  }

  /// What prescribes policy in a field on its way out, and a neutral way to say it; or why it stays.
  private func wording(of field: Field<R>, _ row: RecordRow, _ look: Look) -> [Line] {
    guard let outgoing = base as? any Outgoing else { return [] }
    let now = pendingTyped[field.name] ?? field.read(base)
    let isOfParts = if case .items = field.entry { true } else { false }
    return findings.filter { $0.field == field.name && (isOfParts || $0.text.text == now) }
      .flatMap { finding in
        let kept = outgoing.override(of: finding.finding)
        let words = WordingWords(look)
        let sentence = kept.map(words.kept) ?? words.sentence(finding)
        return Wrapping.lines(sentence, columns: valueColumns - 2).enumerated().map { number, text in
          let isOpen = kept == nil && number == 0
          let span = isOpen ? Mark.lacking.said(text) : Span("  " + text, kept == nil ? .due : .quiet)
          return Line(row: row, spans: [span], isFirst: false, isProblem: isOpen)
        }
      }
  }

  /// The value in lines; each of several entries begins one of its own.
  private func shown(_ field: Field<R>, _ look: Look) -> [String] {
    let text = text(of: field)
    guard case .items(let parts) = field.entry else {
      return Wrapping.lines(FieldWords.shown(field.name, field.entry, text, look), columns: valueColumns)
    }
    let entries = FieldWords.entries(field.name, parts, text, look)
    return entries.isEmpty ? [""] : entries.flatMap { Wrapping.lines($0, columns: valueColumns) }
  }

  /// The row under the cursor, below the heading of its section; at the end what is wrong with other fields, which nobody
  /// would hear of else.
  private func say(on canvas: inout Canvas, in area: Rect, look: Look) {
    let stops = rows.filter(\.isStop)
    let place = stops.firstIndex(of: current).map { (number: $0 + 1, count: stops.count) }
    let others = problems.filter { $0.key != field.name || link != nil }.sorted { $0.key < $1.key }.map {
      look.about(look.phrases.label("field", $0.key), look.say(Phrase($0.value)))
    }
    let foot = area.inset(top: max(0, area.rows - others.count))
    canvas.lines(others.map { [Span($0)] }, in: foot, margin: 0)
    let room = area.inset(bottom: min(area.rows, others.count))
    let before = rows.prefix { $0 != current }.last { if case .heading = $0 { true } else { false } }
    let heading = if case .heading(let title) = before { look.say(Phrase(title)) } else { "" }
    if case .link(let index) = current {
      return SpokenField(label: links[index].label, place: place).draw(
        links[index].text, below: heading, on: &canvas, in: room, look)
    }
    let notes =
      FieldWords.remarks(field.name, of: base, look).map(\.text)
      + wording(of: field, current, look).map { $0.spans.map(\.text).joined().trimmed }
    let spoken = SpokenField(
      label: look.phrases.label("field", field.name),
      problem: problems[field.name].map { Phrase(.problemKept, .phrase(Phrase($0))) }, notes: notes,
      place: place)
    guard let input else {
      return spoken.draw(
        shown(field, look).joined(separator: " "), below: heading, on: &canvas, in: room, look)
    }
    spoken.draw(input, of: field.name, on: &canvas, in: room, look)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look, isActive: Bool = true) {
    guard !canvas.isSpoken else {
      if isActive { say(on: &canvas, in: area, look: look) }
      return
    }
    let lines = lines(look)
    let stops = rows.filter(\.isStop)
    let here = stops.firstIndex(of: current) ?? 0
    for (offset, line) in lines.dropFirst(selection.top).prefix(area.rows).enumerated() {
      draw(line, on: &canvas, in: area, row: area.row + offset, clip: area, look: look)
      if isActive, let place = stops.firstIndex(of: line.row) {
        hit(
          place - here, on: &canvas,
          Rect(row: area.row + offset, column: area.column, rows: 1, columns: area.columns))
      }
      guard isActive, line.row == current, line.row.isStop, line.isFirst else { continue }
      let row = area.row + offset
      canvas.mark(Point(row: row, column: area.column))
      let column = area.column + Self.labelWidth + 2
      if let input {
        input.draw(
          of: field.name, on: &canvas, row: row, column: column,
          width: min(valueColumns, area.endColumn - column), look)
      }
    }
  }

  /// A click on a field goes there, and on the selected one of a record that is read, into it.
  private func hit(_ step: Int, on canvas: inout Canvas, _ line: Rect) {
    if mode == .form {
      if step != 0 { canvas.hits.append(Hit(line, .field(by: step))) }
    } else if !isTyping {
      canvas.hits.append(Hit(line, .row(by: step)))
    }
  }

  private func draw(
    _ line: Line, on canvas: inout Canvas, in area: Rect, row: Int, clip: Rect, look: Look
  ) {
    guard row >= clip.row, row < clip.endRow else { return }
    let part = Rect(row: row, column: area.column, rows: 1, columns: area.columns)
    guard line.row.isStop else { return canvas.lines([line.spans], in: part) }
    let label = FormLine(label: line.label, width: Self.labelWidth - 1, margin: 1)
    let value = label.draw(on: &canvas, in: part)
    canvas.lines([line.spans], in: value.inset(left: line.isProblem ? -2 : 0, right: -1), margin: 0)
  }

  /// A record that is only looked at, all of it in one piece.
  func drawWhole(on canvas: inout Canvas, in area: Rect, clip: Rect, look: Look) {
    var wide = self
    wide.columns = area.columns
    for (offset, line) in wide.lines(look).enumerated() where area.row + offset < clip.endRow {
      wide.draw(line, on: &canvas, in: area, row: area.row + offset, clip: clip, look: look)
    }
  }
}
