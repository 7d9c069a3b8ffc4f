import Testing

@testable import Typesetting

/// Lines of text in columns: what is cut says so, and touches nothing.
@Suite struct LineColumnsTests {
  private func line(_ cells: [String], _ columns: [(Int, Alignment)]) -> String {
    LineColumns(columns).line(cells.map { Span($0) }).map(\.text).joined()
  }

  @Test func `A cell that fits is as it is`() {
    #expect(line(["Bees", "count"], [(6, .leading), (5, .leading)]) == "Bees  count")
    #expect(line(["Bees", "count"], [(4, .leading), (5, .leading)]) == "Beescount")
  }

  @Test func `A cell that is cut ends with a sign and a gap`() {
    #expect(line(["Pollinators", "count"], [(6, .leading), (5, .leading)]) == "Poll… count")
    #expect(line(["Bees", "pollinators"], [(6, .leading), (5, .leading)]) == "Bees  poll…")
    #expect(line(["Bees", "pollinators"], [(6, .leading), (5, .trailing)]) == "Bees  poll…")
    #expect(line(["传粉媒介与粮食", "x"], [(6, .leading), (1, .leading)]) == "传粉… x")
  }
}
