import Testing

@testable import Terminal

/// Charts as they stand on the screen, in block elements and in ASCII.
@Suite struct ChartTests {
  private let blocks = ChartStyle()
  private let ascii = ChartStyle(isASCII: true)
  private let regions = ["Africa", "亚洲", "أوروبا"]
  private let parts = [
    ChartSeries("accepted", [24, 3, nil]), ChartSeries("partly", [12, nil, nil]), ChartSeries("not", [5, 1, nil]),
  ]
  private let years = ["2012", "2013", "2014", "2015"]

  @Test func `Bars say their value, and a gap is not nought`() {
    let values = [ChartSeries("n", [41, 0, nil])]
    expect(BarChart(regions, values, style: blocks).lines(columns: 30), [])
    expect(BarChart(regions, values, style: ascii).lines(columns: 30), [])
  }

  @Test func `Bars of several series stand below one another`() {
    let values = [ChartSeries("2014", [4, 2, nil]), ChartSeries("2015", [8, 1, 3])]
    expect(BarChart(regions, values, style: blocks).lines(columns: 24), [])
    expect(BarChart(regions, values, style: ascii).lines(columns: 24), [])
  }

  @Test func `What does not fit is summed in the last line`() {
    let values = [ChartSeries("n", [5, 4, 3, 2])]
    expect(BarChart(years, values, style: blocks).lines(columns: 20, rows: 3), [])
  }

  @Test func `Stacked parts have a glyph each and their values below it`() {
    expect(StackedBars(regions, parts, style: blocks).lines(columns: 44), [])
    expect(StackedBars(regions, parts, style: ascii).lines(columns: 44), [])
    expect(StackedBars(regions, parts, style: blocks).lines(columns: 20), [])
  }

  @Test func `One series over time fills its columns`() {
    let values = [ChartSeries("comments", [120, 364, nil, 90])]
    expect(LineChart(years, values, style: blocks).lines(columns: 40, rows: 9), [])
    expect(LineChart(years, values, style: ascii).lines(columns: 40, rows: 9), [])
  }

  @Test func `Several series have a letter each`() {
    let values = [ChartSeries("calls", [1, 2, nil, 4]), ChartSeries("surveys", [1, 0, 3, 4])]
    expect(LineChart(years, values, style: blocks).lines(columns: 40, rows: 10), [])
    expect(LineChart(years, values, style: ascii).lines(columns: 40, rows: 10), [])
  }

  @Test func `Values that have no room below their columns are listed`() {
    let values = [ChartSeries("n", (1...30).map { Double($0 * 100) })]
    expect(LineChart((1...30).map { "d\($0)" }, values, style: blocks).lines(columns: 40), [])
  }

  @Test func `Below nought there is a scale too`() {
    let values = [ChartSeries("change", [-1.5, 0.25, 2, nil])]
    expect(LineChart(years, values, style: blocks).lines(columns: 40, rows: 9), [])
  }

  @Test func `A heat map has its numbers beside the shades`() {
    expect(HeatMap(years, [ChartSeries("亚洲", [1, 2, 40, nil]), ChartSeries("Africa", [0, 11, 25, 3])], style: blocks).lines(columns: 40), [])
    expect(HeatMap(years, [ChartSeries("亚洲", [1, 2, 40, nil]), ChartSeries("Africa", [0, 11, 25, 3])], style: ascii).lines(columns: 40), [])
  }
}

private func expect(_ lines: [[Span]], _ picture: [String], sourceLocation: SourceLocation = #_sourceLocation) {
  let drawn = lines.map { line in
    var text = line.map(\.text).joined()
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
  if drawn != picture { Issue.record("\n\(drawn.joined(separator: "\n"))", sourceLocation: sourceLocation) }
}
