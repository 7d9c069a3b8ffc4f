import Model
import Store
import Testing

@testable import Dashboard

@Suite struct BalancePaneTests {
  @Test func gapsInWords() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.choose(.ipbesSubregion)
    desk.press("b")
    #expect(desk.screen == "SCREEN")
  }

  @Test func gapsInChinese() throws {
    let desk = try Desk("2", language: "zh", library: .ofRegions())
    desk.press("b")
    #expect(desk.body == "SCREEN")
  }

  @Test func beyondTheGapItsCounts() throws {
    let desk = try Desk("2", columns: 200, rows: 50, library: .ofRegions())
    desk.choose(.ipbes)
    desk.press("b", "Down")
    #expect(desk.body == "SCREEN")
  }

  @Test func everyGapOpensWhoIsThere() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.choose(.ipbesSubregion)
    desk.press("b")
    let pane = try #require(desk.session.shell.top as? BalancePane)
    for gap in pane.gaps {
      let opened = try desk.library.read(StakeholderCount(.init(facets: gap.facets)))
      let counted = gap.places.reduce(0) { $0 + $1.count }
      if gap.isNobody && gap.within == nil { #expect(opened == 0) }
      if !gap.isNobody { #expect(opened == counted, "\(gap)") }
      if gap.isNobody, gap.within != nil { #expect(opened >= 1, "\(gap)") }
    }
    desk.press("Down", "p")
    #expect(desk.session.shell.top is PivotPane)
    desk.press("Esc", "Enter")
    #expect(desk.session.shell.top is StakeholdersPane)
  }

  @Test func evaluationLeadsThere() throws {
    let desk = try Desk("5", library: .ofRegions())
    desk.press("t", "t", "b")
    #expect(desk.session.shell.top is BalancePane)
    desk.press("M", "G", "Enter", "Esc")
    #expect(desk.lines[0].contains("IPBES"))
  }
}
