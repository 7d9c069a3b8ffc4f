import Model
import Office
import Phrases
import Terminal

extension Look {
  /// How a pane is said: with the words of its legend where it draws nothing but a sign.
  func manner(_ legend: [LegendLine]) -> SpokenManner {
    let chosen = say(.spokenChosen)
    var signs = [Mark.ticked.glyph: chosen]
    for line in legend.reversed() {
      let sign = line.sign(self).text.trimmed
      if sign.count == 1 { signs[sign] = line.words(self) }
    }
    return SpokenManner(
      labelled: say(.labelled, .text("{0}"), .text("{1}")),
      next: say(.chained, .text("{0}"), .text("{1}")),
      listed: say(.listed, .text("{0}"), .text("{1}")),
      place: say(.spokenPlace, .text("{0}"), .text("{1}")), chosen: chosen,
      late: say(.spokenLate), signs: signs)
  }
}

/// What is said of a row, a cell or a field: texts behind their labels.
struct SpokenParts {
  typealias Part = (label: String, text: String)
  private(set) var parts: [Part] = []

  init(_ parts: [Part] = []) { self.parts = parts }

  /// Adds a text; nothing where it is empty.
  mutating func add(_ text: String, as label: String = "") { parts.append((label, text)) }
}

extension Canvas {
  /// Says what stands under the cursor.
  /// - Parameters:
  ///   - heading: of the group that it is in, in a line above.
  ///   - place: which it is of how many.
  /// - Returns: what is left of the area.
  @discardableResult
  mutating func say(
    _ parts: SpokenParts, below heading: String = "", at place: (number: Int, count: Int)? = nil,
    in area: Rect
  ) -> Rect {
    guard let manner else { return area }
    // In a row of its own, which is sent again only where the group is another.
    let above = manner.words(heading)
    lines([[Span(above, .heading)]], in: area.split(top: 1).top, margin: 0)
    let body = area.inset(top: above.isEmpty ? 0 : 1)
    let plain = parts.parts.map {
      (label: manner.words([Span($0.label)]).asLabel, text: manner.words([Span($0.text)]))
    }
    let number = place.map { [(label: "", text: manner.place($0.number, of: $0.count))] } ?? []
    return body.inset(top: say(manner.sentence(plain + number), in: body))
  }

  /// Where the cursor stands and what is said there: another one where a key has moved anything.
  var place: String { "\(cursor?.row ?? 0) \(cursor?.column ?? 0) \(sentence)" }

  /// What is not in the sentence, of what a pane says beside it.
  func unsaid(_ spans: [Span]) -> String {
    var parts = [""]
    for span in spans {
      let texts = span.text.split(separator: " · ", omittingEmptySubsequences: false)
      for (place, text) in texts.enumerated() {
        if place > 0 { parts.append("") }
        parts[parts.count - 1] +=
          span.ink == .key ? String(text) : manner?.words(String(text), span.ink) ?? ""
      }
    }
    let said = sentence.lowercased()
    return parts.map(\.trimmed).filter { part in
      !part.isEmpty && !said.contains(whole: (manner?.words([Span(part)]) ?? part).lowercased())
    }.joined(separator: " · ")
  }
}

extension String {
  /// A heading of a column as a label in a sentence: some voices spell what stands in capitals, and what is short is
  /// spelled anyway.
  fileprivate var asLabel: String {
    guard count > 3, self == uppercased(), self != lowercased() else { return self }
    return prefix(1) + dropFirst().lowercased()
  }

  /// Whether it holds the text, and not only as a part of a word or number.
  fileprivate func contains(whole text: String) -> Bool {
    ranges(of: text).contains { range in
      let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
      let behind = range.upperBound == endIndex ? nil : self[range.upperBound]
      func ends(_ edge: Character?) -> Bool { edge.map { !$0.isLetter && !$0.isNumber } ?? true }
      return ends(before) && ends(behind)
    }
  }
}

extension ListTable {
  /// The row under the cursor, its cells behind their headings; of a table without a cursor all of its rows. Of a list
  /// that has not the keys nothing is said.
  /// - Parameter place: which row it is of how many; nil where nobody has counted.
  func say(
    _ rows: some RandomAccessCollection<Row>, cursor: Int?, cell: Int?, at place: (number: Int, count: Int)?,
    on canvas: inout Canvas, in area: Rect, hasCursor: Bool
  ) {
    let hasKeys = hasCursor || hasArrows
    guard let cursor else {
      guard !hasKeys else { return canvas.page([], in: area) }
      return sayAll(rows, on: &canvas, in: area)
    }
    guard hasKeys, cursor >= 0, let row = rows.dropFirst(cursor).first else { return }
    let heading = (above?(row, nil) ?? []).map { $0.map(\.text).joined() }
    let rest = canvas.say(
      parts(of: row, cell: cell, canvas.manner), below: canvas.manner?.list(heading) ?? "", at: place,
      in: area)
    canvas.lines(below?(row) ?? [], in: rest, margin: 0)
  }

  /// Each row in a line of its own, as far as there is room.
  private func sayAll(_ rows: some RandomAccessCollection<Row>, on canvas: inout Canvas, in area: Rect) {
    guard let manner = canvas.manner else { return }
    let said = rows.prefix(area.rows).flatMap { row in
      Wrapping.lines(manner.sentence(parts(of: row, cell: nil, manner).parts), columns: area.columns - 1)
    }
    canvas.lines(said.map { [Span($0)] }, in: area, margin: 0)
  }

  private func parts(of row: Row, cell: Int?, _ manner: SpokenManner?) -> SpokenParts {
    func said(_ spans: [Span]) -> String { manner?.words(spans) ?? "" }
    var parts = SpokenParts()
    if let sign = sign?(row) { parts.add(said([sign])) }
    if let spans = across?(row) {
      parts.add(said(spans))
      return parts
    }
    let joined = joined?(row).map { $0.dropFirst() }
    for (place, column) in columns.enumerated() where joined?.contains(place) != true {
      // Where the keys move from cell to cell: what the row is, and the cell.
      guard cell == nil || place == 0 || place == cell else { continue }
      parts.add(said(column.cell(row)), as: column.heading)
    }
    return parts
  }
}
