import Model
import Office
import SampleLibrary
import Store
import Testing

@testable import Dashboard

/// The board, the chain and the audiences of the message house.
@Suite struct MessageGridsTests {
  private func desk(columns: Int = 80, rows: Int = 24, language: String = "en") throws -> Desk {
    let library = try Library.sample()
    return try Desk("X", columns: columns, rows: rows, language: language, library: library)
  }

  @Test func `The board says what goes to whom, over one channel or over all`() throws {
    let desk = try desk()
    desk.press("]", "]", "]")
    #expect(desk.body.contains("Authority") && desk.body.contains("all channels"))
    let row = try #require(desk.lines.first { $0.contains("Authority") })
    #expect(row.contains("●") && row.contains("○"))
    desk.press("c")
    #expect(desk.body.contains("over e-mail"))
  }

  @Test func `The chain says what was heard and what was carried wrongly`() throws {
    let desk = try desk()
    desk.press("]", "]", "]", "]")
    let row = try #require(desk.lines.first { $0.contains("Wild pollinators decline") })
    #expect(row.contains("! 1") && row.contains("○ 1"))
  }

  @Test func `Each audience has its rule, and its number opens those who are of it`() throws {
    let desk = try desk(language: "zh")
    desk.press("[")
    #expect(desk.body.contains("政策制定者") && desk.status.contains("主要受众"))
    #expect(desk.body.contains("部长、人民政府"))
    desk.press("Down", "Down")
    #expect(desk.status.contains("附件一第 13 段(b)（一）") && desk.body.contains("科学知识"))
    let english = try self.desk()
    english.press("[", "Down", "Down")
    let all = try english.library.read(Tallies())[.knownAudience]["scientists"] ?? 0
    #expect(all > 0)
    english.press("Enter")
    #expect(english.lines[0].contains("Stakeholders"))
    let filter = StakeholderFilter(facets: [.knownAudience: ["scientists"]])
    #expect(try english.library.read(StakeholderCount(filter)) == all)
    #expect(english.screen.contains("scientists"))
  }
}
