import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// Needs and requests with the offers that fit.
@Suite struct MatchesPaneTests {
  private func matches(_ language: String) throws -> String {
    let desk = try Desk("2", language: language, library: .ofPeople())
    desk.press("m")
    return desk.screen
  }

  @Test func `Each need stands above the offers that fit it, with the reason`() throws {
    let screen = try matches("en")
    #expect(
      screen == """
         outreach · Needs and offers                       needed 3 · offers that fit 4
        ────────────────────────────────────────────────────────────────────────────────
        ▌Task force on data  expertise: pollen data, maps
            Banda, Thandiwe: pollen analysis      “pollen” · until 31 Dec 2015
            Liu Sen · 刘森: pollen databases      “pollen”
         African Forest Forum  expertise: Analysis of pollens
            Banda, Thandiwe: pollen analysis      “analysis”, “pollens” · English · sa…
            Liu Sen · 刘森: pollen databases      “pollens”
         African Forest Forum  capacity-building: GIS  no offer fits












        ────────────────────────────────────────────────────────────────────────────────

         Enter open   n new request   e edit request   D remove   Esc back   ? help
        """)
  }

  @Test func `Matches speak Chinese`() throws {
    let screen = try matches("zh")
    #expect(
      screen == """
         outreach · 供需匹配                                      需求 3 项 · 匹配 4 项
        ────────────────────────────────────────────────────────────────────────────────
        ▌Task force on data  专门知识：pollen data, maps
            Banda, Thandiwe：pollen analysis      “pollen” · 至2015年12月31日
            Liu Sen · 刘森：pollen databases      “pollen”
         African Forest Forum  专门知识：Analysis of pollens
            Banda, Thandiwe：pollen analysis      “analysis”、“pollens” · 英语 · 同一…
            Liu Sen · 刘森：pollen databases      “pollens”
         African Forest Forum  能力建设：GIS  没有匹配项












        ────────────────────────────────────────────────────────────────────────────────

         Enter 打开   n 新请求   e 编辑请求   D 删除   Esc 返回   ? 帮助
        """)
  }

  @Test func `Enter opens who offers and who needs`() throws {
    let desk = try Desk("2", library: .ofPeople())
    desk.press("m", "Down", "Enter")
    #expect(desk.lines.contains { $0.hasPrefix("▌Banda, Thandiwe") })
    desk.press("m", "Down", "Down", "Down", "Enter")
    #expect(desk.lines.contains { $0.hasPrefix("▌African Forest Forum") })
  }

  @Test func `Requests of task forces are kept here`() throws {
    let desk = try Desk("2", library: .ofPeople())
    desk.press("m", "n")
    desk.type("Capacity task force")
    desk.go(to: "Subject")
    desk.type("rooms for a meeting")
    desk.go(to: "Kind of support")
    desk.press("Shift-Tab", "Ctrl-S")
    #expect(desk.status == " Added: rooms for a meeting.")
    #expect(desk.lines[0].contains("Needs and offers"))
    let request = try #require(
      try desk.library.read(AllRecords<TaskForceRequest>()).first { $0.id != "tf" })
    desk.press("Home")
    for _ in 0..<9 where !desk.lines.contains(where: { $0.hasPrefix("▌Capacity task force") }) {
      desk.press("Down")
    }
    desk.press("e")
    desk.go(to: "Kind of support")
    desk.press("i", "Ctrl-S")
    #expect(try desk.library.read(RecordByID<TaskForceRequest>(request.id))?.capacity == .inKind)
    #expect(desk.body.contains("Banda, Thandiwe: meeting rooms"))
    desk.press("D")
    #expect(try desk.library.read(AllRecords<TaskForceRequest>()).map(\.id) == ["tf"])
    desk.press("u", "G", "e")
    #expect(try desk.library.read(AllRecords<TaskForceRequest>()).count == 2)
  }

  @Test func `What ended is no match on a later day`() throws {
    let desk = try Desk("2", library: .ofPeople())
    desk.press("@")
    desk.retype("2016-02-01")
    desk.press("Enter", "m")
    #expect(!desk.body.contains("Banda, Thandiwe: pollen analysis"))
    #expect(desk.body.contains("Liu Sen · 刘森: pollen databases"))
  }
}
