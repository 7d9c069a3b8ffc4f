import Model
import Office
import Phrases
import Store
import Terminal

extension MediaPane {
  /// As many charts as there is room for, the chosen one first.
  func drawCharts(on canvas: inout Canvas, in area: Rect, look: Look) {
    let figures = figures?.figures ?? MediaFigures()
    let charts = MediaCharts(figures, isGrouped: list.isGrouped, look: look).all
    guard figures.total.items > 0 else {
      canvas.text(look.say(Phrase(.mediaNotFound)), row: area.row, column: area.column + 3, ink: .quiet)
      canvas.cursor = Point(row: area.row, column: area.column)
      return
    }
    let columns = area.columns >= 120 ? 2 : 1
    let rows = max(1, area.rows / 14)
    let (width, height) = (area.columns / columns, area.rows / rows)
    let start = min(self.chart, max(0, charts.count - columns * rows))
    for (place, chart) in charts.dropFirst(start).prefix(columns * rows).enumerated() {
      let part = Rect(
        row: area.row + place / columns * height, column: area.column + 2 + place % columns * width,
        rows: height - (rows > 1 ? 1 : 0), columns: width - 3)
      if start + place == self.chart {
        canvas.text("▌", row: part.row, column: part.column - 2, ink: .marker)
        canvas.cursor = Point(row: part.row, column: part.column - 2)
      }
      chart.draw(on: &canvas, in: part, look: look)
    }
  }
}
