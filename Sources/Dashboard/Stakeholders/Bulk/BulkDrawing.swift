import Model
import Office
import Phrases
import Store
import Terminal

extension BulkPane {
  /// The value at the right, and under it what the edit would do.
  func drawValue(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let input else { return }
    canvas.text(
      look.phrases.label("field", field.name), row: area.row, column: area.column, width: area.columns,
      ink: .heading)
    var column = area.column
    for action in actions {
      let word = look.word("bulk", action.rawValue)
      column += canvas.text(
        action == self.action ? "[\(word)]" : " \(word) ", row: area.row + 1, column: column,
        ink: action == self.action ? .selection : .quiet)
      column += 1
    }
    drawInput(input, on: &canvas, in: area, row: area.row + 2, look: look)
    drawPreview(on: &canvas, in: area.inset(top: 4), look: look)
  }

  private func drawInput(
    _ input: FieldInput, on canvas: inout Canvas, in area: Rect, row: Int, look: Look
  ) {
    let width = area.columns - 1
    switch input {
    case .line(let text): text.draw(on: &canvas, row: row, column: area.column, width: width)
    case .choice(let codes, let index):
      let word = FieldWords.word(field.name, codes[index], look)
      canvas.text("◂ \(word) ▸", row: row, column: area.column, width: width, ink: .entry)
      canvas.cursor = Point(row: row, column: area.column)
    case .choices(let codes, let chosen, let index):
      let mark = chosen.contains(codes[index]) ? "✓" : "·"
      let words = chosen.map { FieldWords.word(field.name, $0, look) }
      let current = FieldWords.word(field.name, codes[index], look)
      canvas.text(
        "◂ \(mark) \(current) ▸  \(look.list(words))", row: row, column: area.column, width: width,
        ink: .entry)
      canvas.cursor = Point(row: row, column: area.column)
    }
  }

  private func drawPreview(on canvas: inout Canvas, in area: Rect, look: Look) {
    let lines = previewLines(look)
    for (offset, (text, ink)) in lines.prefix(area.rows).enumerated() {
      canvas.text(text, row: area.row + offset, column: area.column, width: area.columns - 1, ink: ink)
    }
  }

  private func previewLines(_ look: Look) -> [(String, Ink)] {
    if let problem { return [(look.say(Phrase(problem)), .problem)] }
    guard step != nil else { return [] }
    guard let preview else { return [(look.say(.working), .quiet)] }
    var lines: [(String, Ink)] = [(look.say(.bulkChanged, .number(preview.changed)), .text)]
    if preview.unaffected > 0 { lines.append((look.say(.bulkSame, .number(preview.unaffected)), .quiet)) }
    if preview.gone > 0 { lines.append((look.say(.bulkGone, .number(preview.gone)), .quiet)) }
    if preview.optOutsCleared > 0 {
      lines.append((look.say(.bulkRefusals, .number(preview.optOutsCleared)), .late))
    }
    if preview.skippedCount > 0 {
      lines.append((look.say(.bulkSkipped, .number(preview.skippedCount)), .problem))
      lines += preview.skipped.prefix(3).map { skipped in
        ("  \(skipped.title): \(look.say(Phrase(skipped.problem)))", .quiet)
      }
    }
    lines.append(("", .text))
    return lines + preview.examples.map { (example($0, look), .text) }
  }

  private func example(_ example: BulkPreview.Example, _ look: Look) -> String {
    func value(_ text: String) -> String {
      text.isEmpty ? look.say(.notStated) : FieldWords.shown(field.name, field.entry, text, look)
    }
    return look.say(
      .bulkExample, .text(example.title), .text(value(example.before)), .text(value(example.after)))
  }
}
