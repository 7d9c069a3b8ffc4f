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
    guard !canvas.isSpoken else { return say(on: &canvas, in: area, look: look) }
    let words = ChartWords(look.phrases)
    let style = ChartStyle(
      self, words: words, isASCII: canvas.isASCII || look.drawsChartsInASCII, spells: canvas.isASCII)
    lines(columns: area.columns, rows: area.rows, style: style, words: words).draw(on: &canvas, in: area)
  }

  /// Its numbers in words, category by category, for somebody who listens.
  func say(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let manner = canvas.manner else { return }
    let number = ChartWords(look.phrases).number
    func said(_ value: Double?) -> String { value.map { number($0) + unit } ?? look.say(.notStated) }
    let lines = categories.indices.map { place in
      let values = series.filter { $0.values.indices.contains(place) }.map { one in
        (label: series.count > 1 ? one.name : "", text: said(one.values[place]))
      }
      return manner.sentence([(categories[place], manner.sentence(values))])
    }
    canvas.lines(
      lines.flatMap { Wrapping.lines($0, columns: area.columns - 1).map { [Span($0)] } }, in: area, margin: 0)
  }
}
