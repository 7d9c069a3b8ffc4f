import Terminal

/// The names of a pane's lists in one line; the one that is shown stands between angles. Where they do not all fit,
/// those before it give way.
struct TabLine {
  let names: [String]
  let shown: Int

  /// - Returns: how many columns it took.
  @discardableResult
  func draw(on canvas: inout Canvas, in area: Rect) -> Int {
    if let manner = canvas.manner {
      let said = manner.sentence([("", names[shown]), ("", manner.place(shown + 1, of: names.count))])
      canvas.lines([[Span(said, .title)]], in: area, margin: 0)
      return min(area.columns, CellText.width(said) + 2)
    }
    let widths = names.map { CellText.width($0) + 2 }
    var first = 0
    while first < shown, widths[first...].reduce(0, +) > area.columns { first += 1 }
    var column = area.column
    for index in first..<names.count {
      let isShown = index == shown
      guard column + widths[index] <= area.endColumn || isShown else { break }
      let text = isShown ? "‹\(names[index])›" : " \(names[index]) "
      canvas.text(
        text, row: area.row, column: column, width: area.endColumn - column, ink: isShown ? .title : .quiet)
      let place = Rect(row: area.row, column: column, rows: 1, columns: widths[index])
      let step = index - shown
      canvas.hits.append(Hit(place, .keys([.init(step > 0 ? "]" : "[", abs(step))])))
      column += widths[index]
    }
    return column - area.column
  }
}
