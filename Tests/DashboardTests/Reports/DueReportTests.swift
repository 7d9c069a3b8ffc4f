import Foundation
import Model
import Office
import Phrases
import Testing

@testable import Dashboard

/// What `outreach due` prints, and how it ends.
@Suite struct DueReportTests {
  private func report(_ programme: Programme, language: String = "en", days: Int = 7) -> DueReport {
    let look = Look(phrases: Phrasebook(language), asOf: Desk.asOf, who: "tester", now: Desk.now)
    let alarms = programme.alarms(asOf: look.asOf, at: look.present, within: days)
    return DueReport(alarms, within: days, look: look)
  }

  private var programme: Programme {
    var programme = Programme()
    programme.activities = [
      Activity(id: "t1.b", version: 1, values: ["owner": "web"]),
      Activity(id: "own", version: 1, values: ["name": "Second visit · الزيارة", "end": "2015-09-18"]),
    ]
    programme.enquiries = [
      Enquiry(
        id: "e", version: 1,
        values: ["subject": "Figures", "deadline": "2015-09-14 17:00 Europe/London", "owner": "press"])
    ]
    return programme
  }

  @Test func `A line each, in columns`() {
    #expect(
      report(programme).text == """
        As of 15 Sep 2015: 2 past their time, 1 due within 7 days.

        ! unanswered 8 h  14 Sep 17:00 Europe/London  enquiry   Figures · press
        ! late 138 d      30 Apr                      activity  Website redesign · web
        ◐ due in 3 d      18 Sep                      activity  Second visit · الزيارة

        """)
  }

  @Test func `In Chinese the columns hold`() {
    #expect(
      report(programme, language: "zh").text == """
        截至2015年9月15日：逾期 2 项，7 天内到期 1 项。

        ! 逾期未答复 8 小时  9月14日 17:00 Europe/London  询问  Figures · press
        ! 逾期 138 天        4月30日                      活动  网站改造 · web
        ◐ 3 天后到期         9月18日                      活动  Second visit · الزيارة

        """)
  }

  @Test func `The exit code says what there is`() {
    #expect(report(programme).exitCode == 2)
    var due = Programme()
    due.activities = [programme.activities[1]]
    #expect(report(due).exitCode == 1)
    #expect(report(due, days: 2).exitCode == 0)
    #expect(report(due, days: 2).text == "As of 15 Sep 2015: 0 past their time, 0 due within 2 days.\n")
  }

  @Test func `As JSON, with the codes of the store`() throws {
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(try report(programme, language: "zh").json()))
        as? [[String: Any]])
    #expect(rows.map { $0["state"] as? String } == ["unanswered", "overdue", "due"])
    #expect(rows[0]["minutes"] as? Int == -480 && rows[0]["days"] == nil)
    #expect(rows[1]["days"] as? Int == -138 && rows[1]["id"] as? String == "t1.b")
    #expect(rows[2]["owner"] == nil && rows[2]["when"] as? String == "2015-09-18")
  }
}
