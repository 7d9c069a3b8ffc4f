import Interchange
import Model
import Phrases
import Typesetting

/// Two questions against each other as lines: as many columns as there is room for, the totals always.
public struct CrossLines: Sendable {
  public let cross: SurveyCross
  public let survey: Survey
  public let words: ResultWords
  public let columns: Int

  public init(_ cross: SurveyCross, of survey: Survey, _ words: ResultWords, columns: Int) {
    (self.cross, self.survey, self.words, self.columns) = (cross, survey, words, max(20, columns))
  }

  private var look: Look { words.look }
  /// Who did not answer stands there only where there is somebody.
  private func isShown(_ heading: SurveyCross.Heading) -> Bool { heading.choice != nil || heading.total != 0 }
  private var shownRows: [Int] { cross.rows.indices.filter { isShown(cross.rows[$0]) } }
  private var shownColumns: [Int] { cross.columns.indices.filter { isShown(cross.columns[$0]) } }

  /// How many columns of the table there are beside the totals.
  public var columnCount: Int { shownColumns.count }

  private var label: Int {
    let labels = cross.rows.map { words.heading($0, of: cross.rowItem) } + [look.say(.pivotAll)]
    return min(max(8, labels.map(CellText.width).max() ?? 0), columns / 3)
  }

  private var cell: Int {
    let widest =
      shownColumns.map { CellText.width(words.heading(cross.columns[$0], of: cross.columnItem)) }.max() ?? 6
    let number = look.phrases.number(cross.responses).count
    return min(max(number + 2, min(widest + 1, 16)), max(number + 2, (columns - label) / 3))
  }

  /// How many of its columns are in sight.
  public var room: Int { max(1, (columns - label - cell - 1) / cell) }

  /// - Parameter left: the first column of the table in sight.
  public func lines(from left: Int = 0, asPercent: Bool = false) -> [[Span]] {
    let shown = Array(shownColumns.dropFirst(left).prefix(room))
    var lines = title
    let names = shown.map {
      Wrapping.lines(words.heading(cross.columns[$0], of: cross.columnItem), columns: cell - 1)
    }
    let height = min(2, names.map(\.count).max() ?? 1)
    let table = LineColumns([(label, .leading)] + (shown + [0]).map { _ in (cell, .trailing) })
    for line in 0..<height {
      let cells = names.map { name in
        let at = line - (height - min(height, name.count))
        return at < 0 ? "" : at == height - 1 ? name.dropFirst(at).joined(separator: " ") : name[at]
      }
      let all = line == height - 1 ? [look.say(.pivotAll)] : []
      lines.append(table.line([Span("")] + (cells + all).map { Span($0, .heading) }))
    }
    func line(_ text: String, _ total: Int?, _ ink: Ink = .text, _ cell: (Int) -> String) -> [Span] {
      let cells = shown.map(cell).map { Span($0, $0 == ResultWords.hidden ? .quiet : ink) }
      return table.line([Span(text, ink)] + cells + [Span(words.number(total), .heading)])
    }
    for row in shownRows {
      let total = cross.rows[row].total
      lines.append(
        line(words.heading(cross.rows[row], of: cross.rowItem), total) { column in
          guard asPercent else { return words.number(cross.cells[row][column]) }
          guard let total, let count = cross.cells[row][column] else { return ResultWords.hidden }
          return total == 0 ? "" : words.percent(Double(count) * 100 / Double(total))
        })
    }
    lines.append(
      line(look.say(.pivotAll), cross.responses, .heading) { words.number(cross.columns[$0].total) })
    return lines + notes
  }

  private var title: [[Span]] {
    let text = "\(words.title(cross.rowItem)) × \(words.title(cross.columnItem))"
    return Wrapping.lines(text, columns: columns).map { [Span($0, .heading)] }
  }

  private var notes: [[Span]] {
    var notes: [String] = []
    if cross.isHidden { notes.append(look.say(.resCrossHidden)) }
    if cross.hasHidden { notes.append(words.hiddenNote(Suppression(survey))) }
    if [cross.rowItem, cross.columnItem].contains(where: { $0.form == .many }) {
      notes.append(look.say(.resSeveral))
    }
    if [cross.rowItem, cross.columnItem].contains(where: { $0.form == .ranking }) {
      notes.append(look.say(.resFirstOnly))
    }
    return notes.isEmpty
      ? [] : [[Span("")]] + notes.flatMap { Wrapping.lines($0, columns: columns).map { [Span($0, .quiet)] } }
  }

  /// RFC 4180, by codes; what is hidden is an `x`.
  public var csv: [UInt8] {
    var writer = CSVWriter(style: .exact)
    let number = { (count: Int?) in count.map(String.init) ?? ResultWords.hidden }
    let code = { (heading: SurveyCross.Heading) in heading.choice?.code ?? "" }
    writer.append(
      ["\(cross.rowItem.variable.name) \\ \(cross.columnItem.variable.name)"]
        + shownColumns.map { code(cross.columns[$0]) } + ["total"])
    for row in shownRows {
      writer.append(
        [code(cross.rows[row])] + shownColumns.map { number(cross.cells[row][$0]) } + [
          number(cross.rows[row].total)
        ])
    }
    writer.append(
      ["total"] + shownColumns.map { number(cross.columns[$0].total) } + [String(cross.responses)])
    return writer.drain()
  }
}

extension SurveyResults {
  /// All questions and what is known of every response, an answer a line; what is hidden is an `x`.
  public var csv: [UInt8] {
    var writer = CSVWriter(style: .exact)
    writer.append([
      "question", "type", "topic", "answered", "missing", "code", "count", "mean_rank", "mean", "median",
    ])
    for result in results {
      let question = result.item.question
      let head = [
        result.variable.name, question?.type.rawValue ?? "", question?.topic.rawValue ?? "",
        String(result.answered), String(result.missing),
      ]
      let tail = [result.mean, result.median].map { $0.map(Self.text) ?? "" }
      if result.lines.isEmpty { writer.append(head + ["", "", ""] + tail) }
      for line in result.lines {
        writer.append(
          head + [
            line.choice.code, line.count.map(String.init) ?? ResultWords.hidden,
            line.meanRank.map(Self.text) ?? "",
          ]
            + tail)
      }
    }
    return writer.drain()
  }

  private static func text(_ number: Double) -> String {
    Quantity(thousandths: Int((number * 1_000).rounded())).description
  }
}
