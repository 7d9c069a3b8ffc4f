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
    if !mapping.hasName { return [Mark.problem.said(look.say(.importNameMissing))] }
    let at = selection.index
    if job.survey?.openDates(mapping).contains(at) == true {
      return [Mark.problem.said(look.say(.importDatesChoose, .phrase(Phrase(.importDatesOpen))))]
    }
    guard rejected.indices.contains(at), let first = rejected[at].first else {
      return mapping.told.contains(at) ? [Span(look.say(.importTold), .quiet)] : []
    }
    let rows = job.survey?.rows.count ?? 0
    return [
      Mark.problem.said(
        look.say(.importColumnProblem, .number(rejected[at].count), .number(rows), .phrase(Phrase(first))))
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
          Span(becomes($0, look), isOut($0) ? .quiet : .match)
        },
      ] + (marks > 0 ? [.init("", marks, aligned: .trailing) { Span(mark($0), .problem) }] : []),
      joined: { mark($0).isEmpty ? 2..<4 : nil })
    table.draw(
      mapping.titles.count, selection, on: &canvas,
      in: area.split(top: listRows + 1).top, hasCursor: !isTyping)
    drawInput(on: &canvas, in: area, look: look)
  }

  /// What a column becomes, and of how many words somebody said what they mean.
  private func becomes(_ index: Int, _ look: Look) -> String {
    let count = mapping.values[index].count
    let words = count > 0 ? [look.say(.wordsSaid, .number(count))] : []
    let told = mapping.told.contains(index) ? " ≈" : ""
    return ([MappingWords.target(mapping.targets[index], look) + told] + words).joined(separator: " · ")
  }

  private func mark(_ index: Int, isOpen: Bool) -> String {
    if isOpen { return "?" }
    let count = rejected.indices.contains(index) ? rejected[index].count : 0
    return count > 0 ? Mark.problem.glyph + String(count) : ""
  }

  private func drawInput(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard isTyping else { return }
    let sheet = area.inset(top: area.rows - pickerRows)
    canvas.rule(in: area.inset(top: area.rows - pickerRows - 1))
    if let naming {
      canvas.fill(sheet)
      let label = Span(look.say(.importMappingName) + " ", .heading)
      return SearchLine(sign: label, field: naming).draw(on: &canvas, in: sheet)
    }
    let title =
      mapping.titles.indices.contains(selection.index) ? mapping.titles[selection.index].trimmed : ""
    picker?.draw(title, on: &canvas, in: sheet, look)
  }
}
