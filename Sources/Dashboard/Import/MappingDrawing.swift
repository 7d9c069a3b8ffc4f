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

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let target = min(44, max(29, area.columns * 3 / 10))
    let title = min(34, max(20, (area.columns - target) * 2 / 5))
    let open = Set(job.survey?.openDates(mapping) ?? [])
    func isOut(_ index: Int) -> Bool { mapping.targets[index].field.isEmpty }
    func mark(_ index: Int) -> String { self.mark(index, isOpen: open.contains(index)) }
    let marks = mapping.titles.indices.map { CellText.width(mark($0)) }.max() ?? 0
    let table = ListTable<Int>(
      columns: [
        .init(look.say(.importColumn), title) {
          Span(mapping.titles[$0].trimmed, isOut($0) ? .quiet : .text)
        },
        .init(look.say(.importValues), 0) {
          Span((job.survey?.samples($0) ?? []).joined(separator: " · "), .quiet)
        },
        .init(look.say(.importBecomes), target - 1 - (marks > 0 ? marks + 1 : 0)) {
          Span(MappingWords.target(mapping.targets[$0], look), isOut($0) ? .quiet : .match)
        },
      ] + (marks > 0 ? [.init("", marks, aligned: .trailing) { Span(mark($0), .problem) }] : []),
      joined: { mark($0).isEmpty ? 2..<4 : nil })
    table.draw(
      mapping.titles.count, selection, on: &canvas,
      in: area.split(top: listRows + 1).top, hasCursor: !isTyping)
    drawInput(on: &canvas, in: area, look: look)
  }

  private func mark(_ index: Int, isOpen: Bool) -> String {
    if isOpen { return "?" }
    let count = rejected.indices.contains(index) ? rejected[index].count : 0
    return count > 0 ? "!\(count)" : ""
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
    let choices = ListTable<Int>(
      columns: [
        .init("", 0) { Span(picker.words($0, look), $0 == picker.selection.index ? .text : .quiet) }
      ], margin: 2)
    choices.draw(
      picker.count, picker.selection, on: &canvas,
      in: Rect(row: top + 1, column: 0, rows: pickerRows - 1, columns: area.columns), hasCursor: false)
    let start = CellText.width(label) + 3
    picker.field.draw(on: &canvas, row: top, column: start, width: area.columns - start - 1)
  }
}
