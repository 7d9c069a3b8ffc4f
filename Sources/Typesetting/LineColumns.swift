/// Cells in columns of a line, for tables that are text: the one place where such a cell is cut and padded.
public struct LineColumns: Sendable {
  private let columns: [(width: Int, alignment: Alignment)]

  /// - Parameter columns: how wide each is, and where its cells stand in it.
  public init(_ columns: [(width: Int, alignment: Alignment)]) { self.columns = columns }

  /// Behind the last cell nothing is padded.
  public func line(_ cells: [Span]) -> [Span] {
    zip(cells, columns).enumerated().map { place, cell in
      let (text, width) = (cell.0.text, cell.1.width)
      if cell.1.alignment == .trailing { return Span(CellText.trailing(text, in: width), cell.0.ink) }
      let isLast = place == columns.count - 1
      return Span(
        isLast ? CellText.cut(text, columns: width) : CellText.padded(text, to: width), cell.0.ink)
    }
  }
}
