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
    canvas.lines(
      Array(adoptedLines(width: record.columns, look: look).prefix(max(0, room - 1))), in: record)
    if room > 0 {
      let words = ActivityWords(
        activity: editor.base, look: look, standing: tree.book.standing(of: editor.base, asOf: look.asOf))
      let heading = CellText.padded(look.say(.timelineCurrent), to: 18)
      canvas.lines([[Span(heading, .heading), words.state]], in: record.inset(top: room - 1))
    }
    editor.draw(on: &canvas, in: fields, look: look)
  }

  /// What was adopted, in both languages: nothing of it can be edited.
  private func adoptedLines(width: Int, look: Look) -> [[Span]] {
    guard let adopted = editor?.base.adopted else { return [] }
    let room = width - RecordEditor<Activity>.labelWidth - 3
    func lines(_ label: String, _ texts: [String]) -> [[Span]] {
      .labelled(
        label, texts.map { Span($0, .baseline) }, width: RecordEditor<Activity>.labelWidth + 1,
        columns: width - 2)
    }
    func both(_ label: Label) -> [String] {
      let texts = label.texts(readIn: look.language)
      let joined = texts.joined(separator: " · ")
      return CellText.width(joined) <= room ? [joined] : texts
    }
    var all = [[Span(look.say(.timelineAdopted), .heading)]]
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
