import Office
import Phrases
import Terminal

extension FieldInput {
  /// Draws what is being typed or chosen; `field` names whose codes they are.
  func draw(of field: String, on canvas: inout Canvas, row: Int, column: Int, width: Int, _ look: Look) {
    switch self {
    case .found(let input): input.letters.draw(on: &canvas, row: row, column: column, width: width)
    case .words(let input): input.field.draw(on: &canvas, row: row, column: column, width: width)
    case .line(let text), .day(let text, _): text.draw(on: &canvas, row: row, column: column, width: width)
    case .area(let text):
      text.draw(on: &canvas, in: Rect(row: row, column: column, rows: rows, columns: width))
    case .reference(let input): input.draw(on: &canvas, row: row, column: column, width: width, look)
    case .choice(let codes, let index):
      let word = FieldWords.word(field, codes[index], look)
      let used = canvas.text("‹ \(word) ›", row: row, column: column, width: width, ink: .entry)
      Self.hitChoice(on: &canvas, row: row, column: column, width: used)
      canvas.cursor = Point(row: row, column: column)
    case .choices(let codes, let chosen, let index):
      drawChoices(codes, chosen, index, of: field, on: &canvas, row: row, column: column, width: width, look)
    }
  }

  /// All codes in one line, moved along so that the current one is in sight.
  private func drawChoices(
    _ codes: [String], _ chosen: [String], _ index: Int, of field: String, on canvas: inout Canvas, row: Int,
    column: Int, width: Int, _ look: Look
  ) {
    let words = codes.map { code in
      (chosen.contains(code) ? "[x] " : "[ ] ") + FieldWords.word(field, code, look)
    }
    let widths = words.map { CellText.width($0) + 2 }
    var first = 0
    while first < index, widths[first...index].reduce(0, +) > width { first += 1 }
    var at = column
    for (number, word) in words.enumerated().dropFirst(first) where at < column + width {
      let ink: Ink = number == index ? .selection : .entry
      if number == index { canvas.cursor = Point(row: row, column: at) }
      let used = canvas.text(word, row: row, column: at, width: column + width - at, ink: ink)
      // A click on a box turns it on or off.
      canvas.hits.append(
        Hit(
          Rect(row: row, column: at, rows: 1, columns: used),
          .cell(rows: 0, columns: number - index, then: "Space")))
      at += used + 2
    }
  }

  /// A click on what is chosen chooses the next; on the angle before it the one before.
  static func hitChoice(on canvas: inout Canvas, row: Int, column: Int, width: Int) {
    let all = Rect(row: row, column: column, rows: 1, columns: width)
    canvas.hits.append(Hit(all, .keys([.init("Right")])))
    canvas.hits.append(Hit(all.split(left: 1).left, .keys([.init("Left")])))
  }
}

extension ReferenceInput {
  /// Draws what is named so far by its names, and then the letters.
  fileprivate func draw(on canvas: inout Canvas, row: Int, column: Int, width: Int, _ look: Look) {
    var names = chosen.map { look.name($0, form) }.joined(separator: "; ")
    if !isList && !letters.isEmpty { names = "" }
    if isList && !names.isEmpty { names += "; " }
    // The letters always have room.
    let most = max(0, width - (letters.isEmpty && !isList ? 1 : 12))
    canvas.fill(Rect(row: row, column: column, rows: 1, columns: width), ink: .entry)
    let used = canvas.text(names, row: row, column: column, width: most, ink: .entry)
    letters.draw(on: &canvas, row: row, column: column + used, width: max(1, width - used))
  }
}
