import Model
import Office
import Phrases
import Terminal

/// A field that somebody types in, for somebody who listens: its label and its text in one line, right below it what is
/// wrong with it, then what its letters could mean.
struct SpokenField {
  let label: String
  /// What is wrong with it.
  var problem: Phrase?
  /// What else is to be said of it.
  var notes: [String] = []
  /// Which field it is of how many.
  var place: (number: Int, count: Int)?

  /// - Parameters:
  ///   - name: of the field, whose codes are chosen.
  ///   - word: what the chosen code is called, where the field does not say it.
  func draw(
    _ input: FieldInput, of name: String, word: String? = nil, on canvas: inout Canvas, in area: Rect,
    _ look: Look
  ) {
    switch input {
    case .choice(let codes, let index):
      say(
        word ?? FieldWords.word(name, codes[index], look), at: (index + 1, codes.count), on: &canvas,
        in: area,
        look)
    case .choices(let codes, let chosen, let index):
      let box = chosen.contains(codes[index]) ? "[x] " : "[ ] "
      say(
        box + FieldWords.word(name, codes[index], look), at: (index + 1, codes.count), on: &canvas, in: area,
        look)
    default: type(input, of: name, on: &canvas, in: area, look)
    }
  }

  /// A field that is only read.
  func draw(_ text: String, below heading: String, on canvas: inout Canvas, in area: Rect, _ look: Look) {
    say(
      text.isEmpty ? look.say(.notStated) : text, below: heading, at: place, on: &canvas, in: area, look)
  }

  private func say(
    _ text: String, below heading: String = "", at place: (number: Int, count: Int)?,
    on canvas: inout Canvas, in area: Rect, _ look: Look
  ) {
    let rest = canvas.say(SpokenParts([(label, text)]), below: heading, at: place, in: area)
    below(rest, on: &canvas, look)
  }

  private func type(
    _ input: FieldInput, of name: String, on canvas: inout Canvas, in area: Rect, _ look: Look
  ) {
    let before = label.isEmpty ? "" : canvas.manner?.label(label) ?? ""
    canvas.hear(before + input.text)
    let used = canvas.put(before, in: area)
    // A long text has lines of its own, as wide as it was laid out for.
    let start = input.isLong && used > 0 ? area.inset(top: 1) : area.inset(left: used)
    input.draw(
      of: name, on: &canvas, row: start.row, column: start.column, width: max(1, start.columns), look)
    let rest = area.inset(top: start.row - area.row + input.rows)
    let offers = input.lines(look)
    let left = below(rest, on: &canvas, look)
    if let chosen = offers.firstIndex(where: { $0.contains { $0.ink == .selection } }) {
      let words = canvas.manner?.words(offers[chosen]) ?? ""
      canvas.say(SpokenParts([("", words)]), at: (chosen + 1, offers.count), in: left)
    } else {
      canvas.lines(offers, in: left, margin: 0)
    }
  }

  /// - Returns: what is left of the area.
  @discardableResult
  private func below(_ area: Rect, on canvas: inout Canvas, _ look: Look) -> Rect {
    let texts = (problem.map { [look.say($0)] } ?? []) + notes
    let lines = texts.flatMap { Wrapping.lines($0, columns: area.columns - 1) }
    canvas.lines(lines.map { [Span($0)] }, in: area, margin: 0)
    return area.inset(top: lines.count)
  }
}
