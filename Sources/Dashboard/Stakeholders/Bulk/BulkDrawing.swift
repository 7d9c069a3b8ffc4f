import Model
import Office
import Phrases
import Store
import Terminal

extension BulkPane {
  /// The value at the right, and under it what the edit would do.
  func drawValue(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let input else { return }
    guard !canvas.isSpoken else { return sayValue(input, on: &canvas, in: area, look: look) }
    let choices = actions.flatMap { action in
      let word = look.word("bulk", action.rawValue)
      return [action == self.action ? Span("[\(word)]", .selection) : Span(" \(word) ", .quiet), Span(" ")]
    }
    canvas.lines([[Span(look.phrases.label("field", field.name), .heading)], choices], in: area, margin: 0)
    let head = headRows(look)
    canvas.lines(input.lines(look), in: area.inset(top: 2 + input.rows), margin: 0)
    page.draw(on: &canvas, in: area.inset(top: head), margin: 0)
    input.draw(
      of: field.name, on: &canvas, row: area.row + 2, column: area.column, width: area.columns - 1, look)
  }

  /// What becomes of the field, its value, and what the edit would do.
  private func sayValue(_ input: FieldInput, on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.lines([[Span(look.word("bulk", action.rawValue))]], in: area, margin: 0)
    let label = look.phrases.label("field", field.name)
    SpokenField(label: label).draw(input, of: field.name, on: &canvas, in: area.inset(top: 1), look)
    canvas.lines(previewLines(look), in: area.inset(top: min(area.rows, 4 + input.rows)), margin: 0)
  }

  /// Above the preview: the field with what becomes of it, its value, and what its letters find.
  func headRows(_ look: Look) -> Int { 3 + (input?.rows ?? 1) + (input?.lines(look).count ?? 0) }

  func previewLines(_ look: Look) -> [[Span]] { previewSentences(look).map { [Span($0.0, $0.1)] } }

  private func previewSentences(_ look: Look) -> [(String, Ink)] {
    if let problem { return [(look.say(Phrase(problem)), .problem)] }
    guard input != nil, step != nil else { return [] }
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
        ("  " + look.labelled(skipped.title, look.say(Phrase(skipped.problem))), .quiet)
      }
    }
    lines.append(("", .text))
    lines += preview.examples.map { (example($0, look), .text) }
    let more = preview.changed - preview.examples.count
    return lines + (more > 0 ? [(look.say(.bulkMore, .number(more)), .quiet)] : [])
  }

  private func example(_ example: BulkPreview.Example, _ look: Look) -> String {
    func value(_ text: String) -> String {
      text.isEmpty ? look.say(.notStated) : FieldWords.shown(field.name, field.entry, text, look)
    }
    return look.say(
      .bulkExample, .text(example.title), .text(value(example.before)), .text(value(example.after)))
  }
}
