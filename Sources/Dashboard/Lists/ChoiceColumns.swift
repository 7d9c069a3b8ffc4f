import Office
import Terminal

/// Lists of values to choose from, side by side; one of them has the keys. Where they do not all fit, those around it
/// are in sight.
struct ChoiceColumns: Sendable, Movable {
  struct Value: Sendable {
    let key: String
    let text: String
    /// How much has it; nil where nobody counts that.
    var count: Int?
  }

  struct Column: Sendable {
    let heading: String
    let values: [Value]
  }

  private let columns: [Column]
  private var selections: [Selection]
  /// The column that has the keys.
  private(set) var part = 0

  init(_ columns: [Column]) {
    self.columns = columns
    selections = columns.map { _ in Selection() }
  }

  /// The value under the cursor.
  var value: Value? {
    let (values, place) = (columns[part].values, selections[part].index)
    return values.indices.contains(place) ? values[place] : nil
  }

  mutating func move(_ move: ListMove) { selections[part].move(move) }
  mutating func turn(by step: Int) { part = max(0, min(columns.count - 1, part + step)) }

  var place: String { "\(part) \(selections[part].index)" }

  mutating func stand(at place: String) {
    let parts = place.split(separator: " ").compactMap { Int($0) }
    guard parts.count == 2, columns.indices.contains(parts[0]) else { return }
    part = parts[0]
    selections[part].index = parts[1]
  }

  mutating func fit(to size: Size) {
    for part in columns.indices {
      selections[part].fit(count: columns[part].values.count, height: max(1, size.rows - 1))
    }
  }

  /// - Parameter isChosen: whether the value of a column is.
  func draw(
    on canvas: inout Canvas, in area: Rect, look: Look,
    isChosen: @escaping (_ part: Int, _ key: String) -> Bool
  ) {
    guard !canvas.isSpoken else {
      // Which of the columns it is, and then the value under the cursor alone.
      let place = canvas.manner?.place(part + 1, of: columns.count) ?? ""
      canvas.lines([[Span(look.list([columns[part].heading, place]), .heading)]], in: area, margin: 0)
      return table(columns[part], look) { isChosen(part, $0) }.draw(
        columns[part].values, selections[part], on: &canvas, in: area.inset(top: 1), hasCursor: true)
    }
    let shown = min(columns.count, max(2, area.columns / 24))
    let width = (area.columns - 2) / shown
    let first = max(0, min(part - shown / 2, columns.count - shown))
    for (place, part) in columns.indices.dropFirst(first).prefix(shown).enumerated() {
      let (selection, isOpen) = (selections[part], part == self.part)
      table(columns[part], look) { isChosen(part, $0) }.draw(
        columns[part].values.dropFirst(selection.top), cursor: isOpen ? selection.index - selection.top : nil,
        on: &canvas, in: area.split(left: (place + 1) * width).0.inset(left: place * width),
        hasCursor: isOpen)
    }
  }

  private func table(_ column: Column, _ look: Look, isChosen: @escaping (String) -> Bool) -> ListTable<Value>
  {
    func figure(_ value: Value) -> String { value.count.map(look.phrases.number) ?? "" }
    let widest = column.values.map { CellText.width(figure($0)) }.max() ?? 0
    let figures = ListTable<Value>.Column("", widest, aligned: .trailing) { Span(figure($0), .quiet) }
    return ListTable(
      columns: [
        .init(column.heading, 0) { value in
          (isChosen(value.key) ? Mark.chosen : .free).said(value.text)
        }
      ] + (widest > 0 ? [figures] : []))
  }
}
