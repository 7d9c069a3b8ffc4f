/// One row of a Gantt chart: bars and marks in columns, crossed by an upright. It knows columns, not dates.
public struct Gantt: Sendable, Equatable {
  /// A stretch of columns in one stroke.
  public struct Bar: Sendable, Equatable {
    public enum Stroke: String, Sendable {
      case double = "═"
      case heavy = "━"
      case dotted = "┄"
      /// Beyond where it should have ended.
      case overrun = "╍"
    }

    public var columns: Range<Int>
    public var stroke: Stroke
    public var ink: Ink
    /// Whether it goes on to the left, or nobody says where it begins.
    public var isOpenLeft = false
    public var isOpenRight = false

    public init(
      _ columns: Range<Int>, _ stroke: Stroke, ink: Ink, openLeft: Bool = false, openRight: Bool = false
    ) {
      self.columns = columns
      self.stroke = stroke
      self.ink = ink
      isOpenLeft = openLeft
      isOpenRight = openRight
    }
  }

  public private(set) var cells: [Span?]

  public init(width: Int) { cells = Array(repeating: nil, count: max(0, width)) }

  /// Draws a bar; what lies outside the chart is cut off, and an arrow head says so.
  public mutating func add(_ bar: Bar) {
    let columns = bar.columns.clamped(to: 0..<cells.count)
    guard !cells.isEmpty, !bar.columns.isEmpty else { return }
    for column in columns { cells[column] = Span(bar.stroke.rawValue, bar.ink) }
    if bar.isOpenLeft || bar.columns.lowerBound < 0 {
      cells[columns.lowerBound.clamped(cells.count)] = Span("‹", bar.ink)
    }
    if bar.isOpenRight || bar.columns.upperBound > cells.count {
      cells[(columns.upperBound - 1).clamped(cells.count)] = Span("›", bar.ink)
    }
  }

  /// Draws a mark in each of the columns that the chart has.
  public mutating func mark(_ columns: Range<Int>, _ glyph: String = "◆", ink: Ink) {
    for column in columns.clamped(to: 0..<cells.count) { cells[column] = Span(glyph, ink) }
  }

  /// Crosses everything at a column, if the chart has it.
  public mutating func cross(at column: Int, ink: Ink) {
    guard cells.indices.contains(column) else { return }
    cells[column] = Span(Self.crossings[cells[column]?.text ?? " "] ?? "│", ink)
  }

  private static let crossings = ["═": "╪", "━": "┿", "╍": "┿", "┄": "┼", "◆": "◆", "‹": "‹", "›": "›"]

  public func draw(on canvas: inout Canvas, row: Int, column: Int, clip: Rect? = nil) {
    for (offset, cell) in cells.enumerated() {
      guard let cell else { continue }
      canvas.text(cell.text, row: row, column: column + offset, width: 1, ink: cell.ink, clip: clip)
    }
  }

  /// The row as text, for tests.
  public var text: String { cells.map { $0?.text ?? " " }.joined() }
}

extension Int {
  fileprivate func clamped(_ count: Int) -> Int { Swift.max(0, Swift.min(self, count - 1)) }
}
