import Testing

@testable import Typesetting

/// Charts as they stand on the screen, in block elements and in ASCII.
@Suite struct ChartTests {
  private let blocks = ChartStyle()
  private let ascii = ChartStyle(isASCII: true)
  private let regions = ["Africa", "亚洲", "أوروبا"]
  private let parts = [
    ChartSeries("accepted", [24, 3, nil]), ChartSeries("partly", [12, nil, nil]),
    ChartSeries("not", [5, 1, nil]),
  ]
  private let years = ["2012", "2013", "2014", "2015"]

  @Test func `Bars say their value, and a gap is not nought`() {
    let values = [ChartSeries("n", [41, 0, nil])]
    expect(
      BarChart(regions, values, style: blocks).lines(columns: 30),
      [
        "Africa 41 ███████████████████",
        "亚洲    0",
        "أوروبا  –",
      ])
    expect(
      BarChart(regions, values, style: ascii).lines(columns: 30),
      [
        "Africa 41 ###################",
        "亚洲    0",
        "أوروبا  -",
      ])
  }

  @Test func `Bars of several series stand below one another`() {
    let values = [ChartSeries("2014", [4, 2, nil]), ChartSeries("2015", [8, 1, 3])]
    expect(
      BarChart(regions, values, style: blocks).lines(columns: 24),
      [
        "Africa █ 4 ██████",
        "       ▒ 8 ▒▒▒▒▒▒▒▒▒▒▒▒",
        "亚洲   █ 2 ███",
        "       ▒ 1 ▒▒",
        "أوروبا █ –",
        "       ▒ 3 ▒▒▒▒▒",
        "█ 2014  ▒ 2015",
      ])
    expect(
      BarChart(regions, values, style: ascii).lines(columns: 24),
      [
        "Africa # 4 ######",
        "       = 8 ============",
        "亚洲   # 2 ###",
        "       = 1 ==",
        "أوروبا # -",
        "       = 3 =====",
        "# 2014  = 2015",
      ])
  }

  @Test func `What does not fit is summed in the last line`() {
    let values = [ChartSeries("n", [5, 4, 3, 2])]
    expect(
      BarChart(years, values, style: blocks).lines(columns: 20, rows: 3),
      [
        "2012 5 ████████████",
        "2013 4 █████████▋",
        "2 more: 5",
      ])
  }

  @Test func `Stacked parts have a glyph each and their values below it`() {
    expect(
      StackedBars(regions, parts, style: blocks).lines(columns: 44),
      [
        "        █  ▒ ░ all",
        "Africa 24 12 5  41 ███████████████▒▒▒▒▒▒▒░░░",
        "亚洲    3  – 1   4 ██░",
        "أوروبا  –  – –   –",
        "█ accepted  ▒ partly  ░ not",
      ])
    expect(
      StackedBars(regions, parts, style: ascii).lines(columns: 44),
      [
        "        #  = - all",
        "Africa 24 12 5  41 ###############=======---",
        "亚洲    3  - 1   4 ##-",
        "أوروبا  -  - -   -",
        "# accepted  = partly  - not",
      ])
    expect(
      StackedBars(regions, parts, style: blocks).lines(columns: 20),
      [
        "Africa  41 █████▒▒▒░",
        "  █ 24  ▒ 12  ░ 5",
        "亚洲     4 █░",
        "  █ 3  ▒ –  ░ 1",
        "أوروبا   –",
        "  █ –  ▒ –  ░ –",
        "█ accepted  ▒ partly",
        "░ not",
      ])
  }

  @Test func `One series over time fills its columns`() {
    let values = [ChartSeries("comments", [120, 364, nil, 90])]
    expect(
      LineChart(years, values, style: blocks).lines(columns: 40, rows: 9),
      [
        "     400│     ▄▄▄▄",
        "        │     ████",
        "        │     ████",
        "        │     ████",
        "        │▆▆▆▆ ████      ▃▃▃▃",
        "       0│████ ████      ████",
        "        └──────────     ─────",
        "         2012 2013 2014 2015",
        "comments 120  364  –    90",
      ])
    expect(
      LineChart(years, values, style: ascii).lines(columns: 40, rows: 9),
      [
        "     400|     ====",
        "        |     ####",
        "        |     ####",
        "        |     ####",
        "        |#### ####      ====",
        "       0|#### ####      ####",
        "        |----------     -----",
        "         2012 2013 2014 2015",
        "comments 120  364  -    90",
      ])
  }

  @Test func `Several series have a letter each`() {
    let values = [ChartSeries("calls", [1, 2, nil, 4]), ChartSeries("surveys", [1, 0, 3, 4])]
    expect(
      LineChart(years, values, style: blocks).lines(columns: 40, rows: 10),
      [
        "        4│               AB──",
        "         │          B───",
        "         │     A───",
        "         │",
        "         │AB──",
        "        0│     B───",
        "         └────────────────────",
        "          2012 2013 2014 2015",
        "A calls   1    2    –    4",
        "B surveys 1    0    3    4",
      ])
    expect(
      LineChart(years, values, style: ascii).lines(columns: 40, rows: 10),
      [
        "        4|               AB--",
        "         |          B---",
        "         |     A---",
        "         |",
        "         |AB--",
        "        0|     B---",
        "         |--------------------",
        "          2012 2013 2014 2015",
        "A calls   1    2    -    4",
        "B surveys 1    0    3    4",
      ])
  }

  @Test func `Values that have no room below their columns are listed`() {
    let values = [ChartSeries("n", [100, nil, 300, 400, 500, 600])]
    let days = (1...6).map { "day \($0)" }
    expect(
      LineChart(days, values, style: blocks).lines(columns: 22, rows: 8),
      [
        "600│            ▄▄ ██", "   │      ▄▄ ██ ██ ██", "  0│▄▄    ██ ██ ██ ██", "   └───   ────────────",
        "    day 1 day 3 day 5", "day 1 100 · day 2 – ·", "day 3 300 ·", "day 4 400 ·",
      ])
  }

  @Test func `Below nought there is a scale too`() {
    let values = [ChartSeries("change", [-1.5, 0.25, 2, nil])]
    expect(
      LineChart(years, values, style: blocks).lines(columns: 40, rows: 9),
      [
        "     2│          A───",
        "      │",
        "      │     A───",
        "      │",
        "      │",
        "  -1.5│A───",
        "      └───────────────",
        "       2012 2013 2014 2015",
        "change -1.5 0.25 2    –",
      ])
  }

  @Test(arguments: [1, 2, 3, 5, 8, 13, 30], [1, 2, 3, 7])
  func `No size is too small, and no line too wide`(columns: Int, rows: Int) {
    for style in [blocks, ascii] {
      for lines in [
        BarChart(regions, parts, style: style).lines(columns: columns, rows: rows),
        StackedBars(regions, parts, style: style).lines(columns: columns, rows: rows),
        LineChart(years, parts, style: style).lines(columns: columns, rows: rows),
        HeatMap(years, parts, style: style).lines(columns: columns, rows: rows),
      ] {
        #expect(lines.count <= rows)
        if columns >= 13 {
          #expect(lines.allSatisfy { $0.reduce(0) { $0 + CellText.width($1.text) } <= columns })
        }
      }
    }
  }

  @Test func `The twin has letters, digits and plain signs only`() {
    let lines =
      StackedBars(["a"], parts, style: ascii).lines(columns: 60)
      + LineChart(years, parts, style: ascii).lines(columns: 60, rows: 12)
      + BarChart(["a", "b"], parts, style: ascii).lines(columns: 60)
      + HeatMap(years, parts, style: ascii).lines(columns: 60)
    let text = lines.joined().map(\.text).joined()
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(!text.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) })
  }

  @Test func `A heat map has its numbers beside the shades`() {
    let rows = [ChartSeries("亚洲", [1, 2, 40, nil]), ChartSeries("Africa", [0, 11, 25, 3])]
    expect(
      HeatMap(years, rows, style: blocks).lines(columns: 40),
      [
        "        2012  2013  2014  2015",
        "亚洲    ░░ 1  ░░ 2 ██ 40     –",
        "Africa     0 ▒▒ 11 ▓▓ 25  ░░ 3",
      ])
    expect(
      HeatMap(years, rows, style: ascii).lines(columns: 40),
      [
        "        2012  2013  2014  2015",
        "亚洲    .. 1  .. 2 ## 40     -",
        "Africa     0 -- 11 == 25  .. 3",
      ])
  }
}

private func expect(_ lines: [[Span]], _ picture: [String], sourceLocation: SourceLocation = #_sourceLocation)
{
  let drawn = lines.map { line in
    var text = line.map(\.text).joined()
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
  if drawn != picture { Issue.record("\n\(drawn.joined(separator: "\n"))", sourceLocation: sourceLocation) }
}
