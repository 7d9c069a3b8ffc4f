import Interchange
import Model
import Office
import Phrases
import Terminal

extension MappingPane {
  var listRows: Int { max(1, size.rows - 1 - (isTyping ? pickerRows + 1 : 0)) }
  private var pickerRows: Int { naming != nil ? 1 : min(9, max(2, size.rows / 2)) }

  func heading(_ look: Look) -> [Span] {
    [Span(" › \(job.name)"), Span(" · \(MappingWords.format(job, look))", .quiet)]
  }

  func aside(_ look: Look) -> [Span] {
    let left = mapping.targets.count { $0.field.isEmpty }
    return [Span(look.say(.importColumnCounts, .number(mapping.titles.count), .number(left)), .quiet)]
  }

  func status(_ look: Look) -> [Span] {
    guard !isTyping else { return [] }
    if !mapping.hasName { return [Span("! " + look.say(.importNameMissing), .problem)] }
    let at = selection.index
    if job.survey?.openDates(mapping).contains(at) == true {
      return [Span("! " + look.say(.importDatesOpen), .problem)]
    }
    guard rejected.indices.contains(at), let first = rejected[at].first else { return [] }
    let rows = job.survey?.rows.count ?? 0
    return [
      Span(
        "! "
          + look.say(.importColumnProblem, .number(rejected[at].count), .number(rows), .phrase(Phrase(first))),
        .problem)
    ]
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    selection.fit(count: mapping.titles.count, height: listRows)
    let rows = pickerRows - 1
    picker?.fit(rows)
  }

  /// Where the three columns begin: the title, the values, what it becomes.
  private func places(_ width: Int) -> (values: Int, target: Int) {
    let target = width - min(44, max(29, width * 3 / 10))
    return (2 + min(34, max(20, target * 2 / 5)), target)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let (values, target) = places(area.columns)
    let heads: [(PhraseKey, Int)] = [
      (.importColumn, 1), (.importValues, values), (.importBecomes, target),
    ]
    for (key, column) in heads { canvas.text(look.say(key), row: area.row, column: column, ink: .heading) }
    let open = Set(job.survey?.openDates(mapping) ?? [])
    for (offset, index) in mapping.titles.indices.dropFirst(selection.top).prefix(listRows).enumerated() {
      let row = area.row + 1 + offset
      let isOut = mapping.targets[index].field.isEmpty
      canvas.text(
        mapping.titles[index].trimmed, row: row, column: 1, width: values - 2, ink: isOut ? .quiet : .text)
      drawSamples(index, on: &canvas, row: row, from: values, to: target - 1)
      let marks = mark(index, isOpen: open.contains(index))
      let end = area.columns - 1 - (marks.isEmpty ? 0 : CellText.width(marks) + 1)
      canvas.text(
        MappingWords.target(mapping.targets[index], look), row: row, column: target, width: end - target,
        ink: isOut ? .quiet : .match)
      canvas.text(
        marks, row: row, column: end, width: area.columns - 1 - end, ink: .problem, alignment: .trailing)
      guard index == selection.index else { continue }
      canvas.mark(Point(row: row, column: area.column))
    }
    drawInput(on: &canvas, in: area, look: look)
  }

  private func mark(_ index: Int, isOpen: Bool) -> String {
    if isOpen { return "?" }
    let count = rejected.indices.contains(index) ? rejected[index].count : 0
    return count > 0 ? "!\(count)" : ""
  }

  private func drawSamples(_ index: Int, on canvas: inout Canvas, row: Int, from: Int, to: Int) {
    let samples = job.survey?.samples(index) ?? []
    canvas.text(samples.joined(separator: " · "), row: row, column: from, width: to - from, ink: .quiet)
  }

  private func drawInput(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard isTyping else { return }
    let top = area.endRow - pickerRows
    canvas.fill(Rect(row: top - 1, column: 0, rows: 1, columns: area.columns), with: "─", ink: .rule)
    canvas.fill(Rect(row: top, column: 0, rows: pickerRows, columns: area.columns))
    if let naming {
      let label = look.say(.importMappingName)
      canvas.text(label, row: top, column: 1, ink: .heading)
      let start = CellText.width(label) + 3
      naming.draw(on: &canvas, row: top, column: start, width: min(40, area.columns - start - 1))
      return
    }
    guard let picker else { return }
    let title =
      mapping.titles.indices.contains(selection.index) ? mapping.titles[selection.index].trimmed : ""
    let label = CellText.fitting(title, columns: area.columns / 3).map(\.text).joined()
    canvas.text(label, row: top, column: 1, ink: .heading)
    for offset in 0..<min(pickerRows - 1, picker.count - picker.selection.top) {
      let position = picker.selection.top + offset
      let isChosen = position == picker.selection.index
      if isChosen { canvas.mark(Point(row: top + 1 + offset, column: 0), hasCursor: false) }
      canvas.text(
        picker.words(position, look), row: top + 1 + offset, column: 2, width: area.columns - 4,
        ink: isChosen ? .text : .quiet)
    }
    let start = CellText.width(label) + 3
    picker.field.draw(on: &canvas, row: top, column: start, width: area.columns - start - 1)
  }
}
