import Testing

@testable import Terminal

/// Charts as they stand on the screen, in block elements and in ASCII.
@Suite struct ChartTests {
  private let blocks = ChartStyle()
  private let ascii = ChartStyle(isASCII: true)
  private let regions = ["Africa", "亚洲", "أوروبا"]

  @Test func barsSayTheirValueAndAGapIsNotNought() {
    let values = [ChartSeries("n", [41, 12, nil])]
    #expect(
      picture(BarChart(regions, values, style: blocks).lines(columns: 30)) == [
        "Africa 41 ███████████████████▉", "亚洲   12 █████▉", "أوروبا  –",
      ])
    #expect(
      picture(BarChart(["a", "b"], [ChartSeries("n", [0, 3])], style: ascii).lines(columns: 12)) == [
        "a 0", "b 3 ########",
      ])
  }
}

func picture(_ lines: [[Span]]) -> [String] {
  lines.map { line in
    var text = line.map(\.text).joined()
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
