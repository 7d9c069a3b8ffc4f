/// Cells in columns of a line, for tables that are text: the one place where such a cell is cut, with a sign, and padded.
public struct LineColumns: Sendable {
  private let columns: [(width: Int, alignment: Alignment)]

  /// - Parameter columns: how wide each is, and where its cells stand in it.
  public init(_ columns: [(width: Int, alignment: Alignment)]) { self.columns = columns }

  /// Behind the last cell nothing is padded.
  public func line(_ cells: [Span]) -> [Span] {
    zip(cells, columns).enumerated().map { place, cell in
      let (text, width) = (cell.0.text, cell.1.width)
      if cell.1.alignment == .trailing { return Span(CellText.trailing(text, in: width), cell.0.ink) }
      if place == columns.count - 1 { return Span(CellText.shown(text, columns: width), cell.0.ink) }
      // What is cut does not touch what stands behind it.
      let isCut = CellText.width(text) > width
      let shown = isCut ? CellText.shown(text, columns: width - 1) : text
      return Span(CellText.padded(shown, to: width), cell.0.ink)
    }
  }
}
