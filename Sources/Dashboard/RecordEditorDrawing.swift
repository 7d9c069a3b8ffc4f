import Model
import Phrases
import Terminal

extension RecordEditor {
  /// A line of the record on the screen.
  private struct Line {
    let field: Int
    let label: String
    let spans: [Span]
    let isProblem: Bool
  }

  static var labelWidth: Int { 17 }

  mutating func fit(to size: Size, look: Look) {
    columns = size.columns
    let lines = lines(look)
    let first = lines.firstIndex { $0.field == selection.index } ?? 0
    let last = lines.lastIndex { $0.field == selection.index } ?? first
    if first < selection.top { selection.top = first }
    if last >= selection.top + size.rows { selection.top = last - size.rows + 1 }
    selection.top = max(0, min(selection.top, max(0, lines.count - size.rows)))
  }

  private var valueColumns: Int { max(8, columns - Self.labelWidth - 3) }

  private func lines(_ look: Look) -> [Line] {
    R.fields.enumerated().flatMap { index, field in
      lines(of: field, index, look)
    }
  }

  private func lines(of field: Field<R>, _ index: Int, _ look: Look) -> [Line] {
    let label = look.phrases.label("field", field.name)
    let isTyping = self.isTyping && index == selection.index
    var lines: [Line] = []
    if isTyping {
      lines.append(Line(field: index, label: label, spans: [], isProblem: false))
    } else {
      let shown = FieldWords.shown(field.name, field.entry, text(of: field), look)
      let wrapped = Wrapping.lines(shown, columns: valueColumns).prefix(6)
      for (number, text) in wrapped.enumerated() {
        let span = typed[field.name] == nil ? Span(text) : Span(text, .announcement)
        lines.append(Line(field: index, label: number == 0 ? label : "", spans: [span], isProblem: false))
      }
    }
    if let problem = problems[field.name] {
      let sentence = look.say(.problemKept, .phrase(Phrase(problem)))
      for (number, text) in Wrapping.lines(sentence, columns: valueColumns).enumerated() {
        let mark = number == 0 ? "! " : "  "
        lines.append(Line(field: index, label: "", spans: [Span(mark + text, .problem)], isProblem: true))
      }
    }
    return lines
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look, isActive: Bool = true) {
    let lines = lines(look)
    for (offset, line) in lines.dropFirst(selection.top).prefix(area.rows).enumerated() {
      let row = area.row + offset
      let column = area.column + Self.labelWidth + 2
      canvas.text(line.label, row: row, column: area.column + 1, width: Self.labelWidth - 1, ink: .quiet)
      let isSelected = isActive && line.field == selection.index && !line.label.isEmpty
      canvas.spans(
        line.spans, row: row, column: line.isProblem ? column - 2 : column, width: valueColumns + 2,
        clip: area)
      guard isSelected else { continue }
      canvas.text("▌", row: row, column: area.column, ink: .marker)
      canvas.cursor = Point(row: row, column: area.column)
      if let input {
        draw(
          input, on: &canvas, row: row, column: column, width: min(valueColumns, area.endColumn - column),
          look)
      }
    }
  }

  private func draw(
    _ input: FieldInput, on canvas: inout Canvas, row: Int, column: Int, width: Int, _ look: Look
  ) {
    switch input {
    case .line(let text): text.draw(on: &canvas, row: row, column: column, width: width)
    case .choice(let codes, let index):
      let word = FieldWords.word(field.name, codes[index], look)
      canvas.text("‹ \(word) ›", row: row, column: column, width: width, ink: .entry)
      canvas.cursor = Point(row: row, column: column)
    case .choices(let codes, let chosen, let index):
      drawChoices(codes, chosen, index, on: &canvas, row: row, column: column, width: width, look)
    }
  }

  /// All codes in one line, moved along so that the current one is in sight.
  private func drawChoices(
    _ codes: [String], _ chosen: [String], _ index: Int, on canvas: inout Canvas, row: Int, column: Int,
    width: Int, _ look: Look
  ) {
    let words = codes.map { code in
      (chosen.contains(code) ? "[x] " : "[ ] ") + FieldWords.word(field.name, code, look)
    }
    let widths = words.map { CellText.width($0) + 2 }
    var first = 0
    while first < index, widths[first...index].reduce(0, +) > width { first += 1 }
    var at = column
    for (number, word) in words.enumerated().dropFirst(first) where at < column + width {
      let ink: Ink = number == index ? .selection : .entry
      if number == index { canvas.cursor = Point(row: row, column: at) }
      at += canvas.text(word, row: row, column: at, width: column + width - at, ink: ink) + 2
    }
  }
}

extension RecordEditor {
  /// The fields that are not empty, for a record that is only looked at.
  func drawFilled(on canvas: inout Canvas, in area: Rect, clip: Rect, look: Look) {
    var row = area.row
    let room = area.columns - Self.labelWidth - 3
    for field in R.fields {
      let shown = FieldWords.shown(field.name, field.entry, field.read(base), look)
      guard !shown.isEmpty, row < clip.endRow else { continue }
      let label = look.phrases.label("field", field.name)
      canvas.text(
        label, row: row, column: area.column + 1, width: Self.labelWidth - 1, ink: .quiet, clip: clip)
      for line in Wrapping.lines(shown, columns: room).prefix(6) {
        canvas.text(line, row: row, column: area.column + Self.labelWidth + 2, width: room, clip: clip)
        row += 1
      }
    }
  }
}
