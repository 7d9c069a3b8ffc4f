import Model
import Office
import Terminal

/// Charts side by side and below one another, as many as there is room for, the one under the cursor among them.
struct ChartWall {
  let charts: [Chart]
  let chosen: Int

  /// Rows of one chart, with a gap below it.
  private static let height = 14

  private static func columns(of size: Size) -> Int { size.isWide ? 2 : 1 }
  private static func rows(of size: Size) -> Int { max(1, size.rows / height) }
  /// How many are in sight.
  static func room(in size: Size) -> Int { columns(of: size) * rows(of: size) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard !canvas.isSpoken else {
      guard charts.indices.contains(chosen) else { return }
      let title = SpokenParts([("", charts[chosen].title)])
      let rest = canvas.say(title, at: (chosen + 1, charts.count), in: area)
      return charts[chosen].say(on: &canvas, in: rest, look: look)
    }
    let (columns, rows) = (Self.columns(of: area.size), Self.rows(of: area.size))
    let (width, height) = (area.columns / columns, area.rows / rows)
    let first = min(chosen, max(0, charts.count - columns * rows))
    for (place, chart) in charts.dropFirst(first).prefix(columns * rows).enumerated() {
      let part = Rect(
        row: area.row + place / columns * height, column: area.column + place % columns * width,
        rows: height - (rows > 1 ? 1 : 0), columns: width - 1)
      if first + place == chosen {
        canvas.mark(Point(row: part.row, column: part.column))
      }
      chart.draw(on: &canvas, in: part.inset(left: 2), look: look)
    }
  }
}
