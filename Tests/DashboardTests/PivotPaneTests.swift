import Model
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct PivotPaneTests {
  @Test func theListAsATable() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("p")
    #expect(desk.lines[0] == "SCREEN")
    #expect(desk.body == "SCREEN")
    #expect(desk.status == "SCREEN")
  }

  @Test func theTableInChinese() throws {
    let desk = try Desk("2", language: "zh", library: .ofRegions())
    desk.choose(.ipbesSubregion)
    desk.press("p")
    #expect(desk.screen == "SCREEN")
  }

  @Test func aWideTable() throws {
    let desk = try Desk("2", columns: 200, rows: 50, library: .ofRegions())
    desk.choose(.ipbes)
    desk.press("p")
    #expect(desk.body == "SCREEN")
  }

  @Test func everyNumberOpensItsRecords() throws {
    let library = try Library.ofRegions()
    let pairs: [(Dimension, Dimension?)] = [
      (.ipbesSubregion, .disciplines), (.region, .gender), (.gender, .kind), (.disciplines, .knowledge),
      (.country, nil), (.m49Subregion, .m49Region), (.kind, .country), (.ipbesRegion, nil),
    ]
    for (rows, columns) in pairs {
      for filter in [StakeholderFilter(), .init(facets: [.disciplines: ["social", "natural"]])] {
        let desk = try Desk("2", library: library)
        var pane = PivotPane(filter, rows: rows, columns: columns)
        desk.session.settle(milliseconds: 0)
        let dimensions = [rows] + (columns.map { [$0] } ?? [])
        let look = Look(phrases: .init("en"), asOf: Desk.asOf, who: "tester")
        let cross = try library.read(CrossCounts(dimensions, within: filter))
        for question in pane.questions(look) { pane.deliver(cross, to: question.key, at: 0, look: look) }
        let table = try #require(pane.table)
        for row in 0...table.rows.count {
          for column in 0...table.columns.count {
            (pane.row, pane.column) = (row, column)
            let opened = try library.read(StakeholderCount(#require(pane.selectedFilter)))
            #expect(opened == pane.number(row, column), "\(rows) \(row), \(column) \(filter)")
          }
        }
      }
    }
  }

  @Test func enterLeadsToTheListAndBackToTheSameNumber() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("p", "Right", "Down", "Enter")
    let list = try #require(desk.session.shell.top as? StakeholdersPane)
    #expect(list.list.filter.facets == [.region: ["asia-pacific"], .disciplines: ["social"]])
    #expect(list.list.total == 7)
    desk.press("p")
    let pane = try #require(desk.session.shell.top as? PivotPane)
    #expect(pane.filter.isEmpty && pane.row == 1 && pane.column == 1)
    desk.press("Esc", "Esc", "p")
    #expect((desk.session.shell.top as? PivotPane)?.filter.isEmpty == true)
  }

  @Test func dimensionsAreChosenAndKept() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("p", "r", "g")
    #expect(desk.lines[11].contains("── rows ──"))
    for _ in 0..<4 { desk.press("k") }
    desk.press("Enter", "c")
    desk.press("G", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Enter")
    let pane = try #require(desk.session.shell.top as? PivotPane)
    #expect(pane.rows == .kind)
    let again = try Desk("2", library: desk.library)
    again.press("p")
    let opened = try #require(again.session.shell.top as? PivotPane)
    #expect(opened.rows == pane.rows && opened.columns == pane.columns)
  }

  @Test func rowsAloneGroupTheList() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("p", "c")
    for _ in 0..<30 { desk.press("Up") }
    desk.press("Enter", "s")
    #expect(desk.body == "SCREEN")
    desk.press("Enter")
    #expect((desk.session.shell.top as? StakeholdersPane)?.list.filter.facets.count == 1)
  }

  @Test func theTableRespectsTheFilterOfTheList() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("/")
    desk.type("Stakeholder 14")
    desk.press("Enter", "Esc", "p")
    #expect(desk.lines[0].hasSuffix("9 match"))
  }

  @Test func manyColumnsScrollAndHeadersStay() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.choose(.ipbesSubregion)
    desk.press("p", "x", "G")
    #expect(desk.body == "SCREEN")
    desk.press("Left", "Left")
    #expect(desk.body.contains("‹"))
  }
}

extension Desk {
  /// Chooses a scheme of regions, as a person does.
  func choose(_ scheme: RegionScheme) {
    press("M")
    for _ in 0..<RegionScheme.allCases.count { press("Up") }
    for _ in 0..<(RegionScheme.allCases.firstIndex(of: scheme) ?? 0) { press("Down") }
    press("Enter", "Esc")
  }
}
