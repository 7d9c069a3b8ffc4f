import Model
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct BudgetPaneTests {
  private func desk(
    _ library: Library? = nil, columns: Int = 80, rows: Int = 24, language: String = "en"
  ) throws -> Desk {
    let desk = try Desk(
      "3", columns: columns, rows: rows, language: language, library: library ?? .withBudget())
    desk.press("$")
    return desk
  }

  @Test func `Sums stand beside those of the decision and totals say what they leave out`() throws {
    let budget = try desk()
    #expect(
      budget.screen == """
         outreach · Budget                                   as of 15 Sep 2015 · tester
        ────────────────────────────────────────────────────────────────────────────────
         US DOLLARS                           INDICATIVE      COMMITTED          SPENT
        ▌TABLE 1                                       -              -              -

         IMPLEMENTATION PLAN                 311,000 + ?     41,234 + ?      33,500.50
           Identify stakeholders          not applicable              -              -
           Needs analysis                 not applicable              -              -
           Operating guides and translat…         35,000         30,000    ! 33,500.50
             = “USD 35,000 for 2015”              35,000
             Layout · USD 30,000                                 30,000
             Layout · USD 33,500.50                                          33,500.50
             ! USD 3,500.50 more spent than committed
           Briefings on knowledge genera…         70,000     11,234 + ?              -
             = “USD 70,000 for 2015”              70,000
             Interpretation · CHF 900 a day × 12 · no r…      ? no rate

         IN ALL                              311,000 + ?     79,734 + ?      33,500.50
         Left out, part of another budget (1): Hard-to-reach stakeholders
         Left out, nobody knows how many yet (1): Seminars
         Left out, no rate recorded (1): Interpretation
        ────────────────────────────────────────────────────────────────────────────────
         n adds a sum here: indicative, committed or spent.
         Enter open   n new   f filter   ? help   Esc back
        """)
  }

  @Test func `On a wide screen the selected activity stands beside`() throws {
    #expect(
      try desk(columns: 200, rows: 50).body == """
         US DOLLARS                                                                   INDICATIVE      COMMITTED          SPENT    Table 1
        ▌TABLE 1                                                                               -              -              -
                                                                                                                                  indicative      -
         IMPLEMENTATION PLAN                                                         311,000 + ?     41,234 + ?      33,500.50    committed       -
           Identify stakeholders                                                  not applicable              -              -    spent           -
           Needs analysis                                                         not applicable              -              -
           Operating guides and translation                                               35,000         30,000    ! 33,500.50
             = “USD 35,000 for 2015”                                                      35,000
             Layout · USD 30,000                                                                         30,000
             Layout · USD 33,500.50                                                                                  33,500.50
             ! USD 3,500.50 more spent than committed
           Briefings on knowledge generation and capacity-building, and translat…         70,000     11,234 + ?              -
             = “USD 70,000 for 2015”                                                      70,000
             Interpretation · CHF 900 a day × 12 · no rate recorded                                   ? no rate
             Translation into Arabic · EUR 10,000 at 1.1234 (4 May)                                      11,234
           Hard-to-reach stakeholders                                                          ?              -              -
             = “part of the budget of deliverable 1(c)”
           Networks and hubs                                                      not applicable              -              -
           Social media                                                           not applicable              -              -
           ICT tools (online file sharing and video conferencing)                        130,000              -              -
             = “500 users, file sharing and video: USD 130,000 over 4 years”
           Stakeholder events                                                             76,000              -              -
             = “venue, estimated: USD 38,000 a day”                                    see below
             Venue, two days · USD 38,000 a day × 2                                       76,000
           Annual survey                                                          not applicable              -              -

         LAUNCH: POLLINATION AND POLLINATORS                                                   ?         38,500              -
          PR consultancy: Agency (invented) · 1 Nov 2015–31 Mar 2016 · supervised by Head of communications (invented)
           Public-relations consultancy and the launch as a whole                              -         38,500              -
             Agency · GBP 25,000 at 1.54 (3 Sep)
           Special events, briefings, side events                                              ?              -              -
             Seminars · USD 1,200 a seminar × ?

         LAUNCH: SCENARIO ANALYSIS AND MODELLING                                               -              -              -
          PR consultancy: nobody recorded one. e on this row does.






         IN ALL                                                                      311,000 + ?     79,734 + ?      33,500.50
         Left out, part of another budget (1): Hard-to-reach stakeholders
         Left out, nobody knows how many yet (1): Seminars
         Left out, no rate recorded (1): Interpretation
        """)
  }

  @Test func `In Chinese`() throws {
    #expect(
      try desk(language: "zh").body == """
         美元                                     指示性         已承付         已支出
        ▌表 1                                          -              -              -

         实施计划                            311 000 + ?     41 234 + ?      33 500.50
           确定利益攸关方                         不适用              -              -
           需求分析                               不适用              -              -
           操作指南和翻译                         35 000         30 000    ! 33 500.50
             = “2015 年为 35000 美元”             35 000
             Layout · USD 30 000                                 30 000
             Layout · USD 33 500.50                                          33 500.50
             ! 支出比承付多 3 500.50 美元
           关于知识生成和能力建设的情况…          70 000     11 234 + ?              -
             = “2015 年为 70000 美元”             70 000
             Interpretation · 每day CHF 900 × 12 · 未记…       ? 无汇率

         合计                                311 000 + ?     79 734 + ?      33 500.50
         未计入，属于其他预算的一部分（1 项）：难以接触到的利益攸关方
         未计入，数量未定（1 项）：Seminars
         未计入，未记录汇率（1 项）：Interpretation
        """)
  }

  @Test func `It opens at the activity of the timeline`() throws {
    let desk = try Desk("3", library: .withBudget())
    desk.go(to: "Stakeholder events")
    desk.press("$")
    #expect(desk.screen.contains("▌  Stakeholder events"))
    desk.press("Enter")
    #expect(desk.lines[0].contains("Timeline"))
    #expect(desk.screen.contains("▌Stakeholder events"))
  }

  @Test func `A sum is added where the cursor stands`() throws {
    let desk = try Desk("3", library: .withBudget())
    desk.go(to: "Stakeholder events")
    desk.press("$", "n")
    #expect(desk.screen.contains(" Activity          Stakeholder events"))
    desk.type("Catering")
    desk.go(to: "Stage")
    desk.press("Right")
    desk.go(to: "Amount")
    desk.type("1 200.50")
    desk.press("Ctrl-S")
    let lines = try desk.library.read(AllRecords<BudgetLine>())
    let line = try #require(lines.first { $0.name == "Catering" })
    #expect(line.activity == "ip.9" && line.stage == .committed && line.amount == Amount(hundredths: 120_050))
    #expect(desk.screen.contains("▌    Catering · USD 1,200.50"))
    desk.press("D")
    #expect(desk.status.contains("Removed: Catering"))
    desk.press("u")
    #expect(desk.screen.contains("Catering · USD 1,200.50"))
  }

  @Test func `The decision's own budget cannot be edited`() throws {
    let desk = try Desk("3", library: .withBudget())
    desk.go(to: "Stakeholder events")
    desk.press("$", "j", "e")
    #expect(desk.status.hasPrefix(" The decision's own budget stands as it was adopted."))
    desk.press("D")
    #expect(desk.status.hasPrefix(" The decision's own budget stands as it was adopted."))
  }

  @Test func `The filter shows what went too far and what is left out`() throws {
    let desk = try desk()
    desk.press("f", "f")
    #expect(desk.lines[0].contains("Budget · more than there was to be"))
    #expect(
      desk.screen.contains("Operating guides") && !desk.screen.contains("Hard-to-reach stakeholders   "))
    desk.press("g", "j")
    #expect(desk.status == " USD 3,500.50 more spent than committed")
    desk.press("f")
    #expect(desk.lines[0].contains("Budget · not in the totals"))
    #expect(desk.body.contains("Hard-to-reach stakeholders  ") && desk.body.contains("Seminars"))
    #expect(!desk.body.contains("Operating guides"))
  }

  @Test func `The consultancy stays in sight with its launch`() throws {
    let desk = try desk()
    desk.press("G")
    #expect(desk.body.contains("▌LAUNCH: SCENARIO"))
    #expect(desk.body.contains("PR consultancy: nobody recorded one."))
  }

  @Test func `What one activity has left is not set against another`() throws {
    let library = try Library.inMemory()
    for (id, activity, stage) in [("a", "t1.a", "committed"), ("b", "t1.b", "spent"), ("c", "t1.b", "spent")]
    {
      let values = ["name": id, "activity": activity, "stage": stage, "amount": "10"]
      try library.apply(AddRecord(BudgetLine(id: id, version: 0, values: values)))
    }
    let desk = try desk(library)
    #expect(
      desk.body.contains("TABLE 1                                       -             10             20"))
    #expect(!desk.body.contains("! "))
  }

  @Test func `The consultancy of a launch has its period and supervisors`() throws {
    let desk = try desk(columns: 200, rows: 50)
    #expect(
      desk.screen.contains(
        "PR consultancy: Agency (invented) · 1 Nov 2015–31 Mar 2016 · supervised by Head of communications (invented)"
      ))
    #expect(desk.screen.contains("Agency · GBP 25,000 at 1.54 (3 Sep)"))
    desk.press("G", "e")
    #expect(desk.screen.contains("▌PR consultancy"))
    desk.type("Somebody")
    desk.press("Ctrl-S")
    #expect(desk.lines[0].contains("Budget"))
    #expect(desk.screen.contains("PR consultancy: Somebody · no period set · no supervisor named"))
  }

  @Test func `Others' sums arrive and the cursor stays on its row`() throws {
    let library = try Library.withBudget()
    let desk = try Desk("3", library: library)
    desk.go(to: "Stakeholder events")
    desk.press("$")
    var line = BudgetLine(id: "new")
    (line.name, line.activity, line.amount) = ("Earlier", "t1.a", Amount(whole: 5))
    try library.apply(AddRecord(line))
    desk.rest()
    desk.press("j", "k")
    #expect(desk.screen.contains("▌  Stakeholder events"))
    desk.press("g")
    #expect(desk.screen.contains("Earlier · USD 5"))
  }

  @Test func `Every size is drawn`() throws {
    let library = try Library.withBudget()
    for (columns, rows) in [(1, 1), (40, 10), (79, 13), (300, 100)] {
      let desk = try desk(library, columns: columns, rows: rows)
      desk.press("G", "PgUp", "f", "f", "f")
      #expect(desk.lines.count == rows)
    }
  }
}
