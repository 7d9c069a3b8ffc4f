import Model
import Office
import Terminal

extension Look {
  static let chartsPreference = "charts"

  /// Charts of letters and signs instead of blocks, for screen readers and braille displays.
  var drawsChartsInASCII: Bool { preferences[Self.chartsPreference] == "ascii" }
}

extension Chart {
  /// Draws the chart with its title into a part of the screen.
  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let words = ChartWords(look.phrases)
    let style = ChartStyle(
      self, words: words, isASCII: canvas.isASCII || look.drawsChartsInASCII, spells: canvas.isASCII)
    lines(columns: area.columns, rows: area.rows, style: style, words: words).draw(on: &canvas, in: area)
  }
}
