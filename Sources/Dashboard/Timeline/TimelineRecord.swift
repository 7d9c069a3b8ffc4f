import Model
import Office
import Phrases
import Terminal

extension TimelinePane {
  /// Where the record lies: at the right, or over the list.
  private func recordArea(in area: Rect) -> Rect {
    isWide ? area.split(left: listWidth).rest.inset(left: 2) : area
  }

  /// Where its fields lie, below what the decision says. In little room the fields come first.
  func fieldsArea(in area: Rect, look: Look) -> Rect {
    let area = recordArea(in: area)
    let above = min(
      adoptedLines(width: area.columns, look: look).count + 2, max(0, area.rows - Self.fieldsAtLeast))
    return area.inset(top: above)
  }

  /// So many fields stand in sight before what the decision says may take room.
  private static let fieldsAtLeast = 8

  func drawRecord(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let editor else { return }
    let record = recordArea(in: area)
    let fields = fieldsArea(in: area, look: look)
    let room = fields.row - record.row
    for (offset, line) in adoptedLines(width: record.columns, look: look).prefix(max(0, room - 1))
      .enumerated()
    {
      draw(line, on: &canvas, in: record, row: record.row + offset)
    }
    if room > 0 {
      let words = ActivityWords(activity: editor.base, look: look)
      let row = fields.row - 1
      let used = canvas.text(
        look.say(.timelineCurrent), row: row, column: record.column + 1, ink: .heading, clip: record)
      canvas.spans([words.state], row: row, column: record.column + max(19, used + 3), clip: record)
    }
    editor.draw(on: &canvas, in: fields, look: look)
  }

  /// A line of what the decision says: a heading, or a label with its words.
  private struct Line {
    var label = ""
    var text = ""
    var isHeading = false
  }

  private func draw(_ line: Line, on canvas: inout Canvas, in area: Rect, row: Int) {
    let width = RecordEditor<Activity>.labelWidth
    canvas.text(
      line.label, row: row, column: area.column + 1, width: line.isHeading ? area.columns - 2 : width - 1,
      ink: line.isHeading ? .heading : .quiet, clip: area)
    canvas.text(line.text, row: row, column: area.column + width + 2, ink: .baseline, clip: area)
  }

  /// What was adopted, in both languages: nothing of it can be edited.
  private func adoptedLines(width: Int, look: Look) -> [Line] {
    guard let adopted = editor?.base.adopted else { return [] }
    let room = width - RecordEditor<Activity>.labelWidth - 3
    func lines(_ label: String, _ texts: [String]) -> [Line] {
      texts.flatMap { Wrapping.lines($0, columns: room) }.enumerated().map { index, text in
        Line(label: index == 0 ? label : "", text: text)
      }
    }
    func both(_ label: Label) -> [String] {
      let texts = label.texts(readIn: look.language)
      let joined = texts.joined(separator: " · ")
      return CellText.width(joined) <= room ? [joined] : texts
    }
    var all = [Line(label: look.say(.timelineAdopted), isHeading: true)]
    all += lines(look.phrases.label("field", "name"), both(adopted.label))
    all += lines(look.say(.timelineTiming), both(adopted.printedTiming))
    if let budget = adopted.printedBudget { all += lines(look.say(.timelineBudgetLabel), both(budget)) }
    all += lines(look.say(.timelineSource), [adopted.citation.text(in: look.language)])
    if let contradiction = Decision.adopted.contradiction(of: adopted.id) {
      let other = contradiction.first == adopted.id ? contradiction.second : contradiction.first
      if let other = Decision.adopted.activity(other) {
        all += lines(
          "≠ " + ActivityWords.reference(other, look),
          both(other.printedTiming) + [other.citation.text(in: look.language)])
      }
    }
    return all
  }
}
