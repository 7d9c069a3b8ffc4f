import Model
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct EvaluationPaneTests {
  @Test func `Nothing is shown as loudly as a success`() throws {
    let desk = try Desk("5")
    #expect(desk.lines[0].hasSuffix("0 of 11 with evidence · as of 15 Sep 2015"))
    #expect(desk.lines.filter { $0.hasSuffix("○ no evidence yet") }.count == 11)
    let at = try #require(desk.lines[4].firstIndex(of: "○"))
    let column = desk.lines[4].distance(from: desk.lines[4].startIndex, to: at)
    #expect(desk.canvas[4, column].ink == .due)
  }

  @Test func `The outline with its evidence`() throws {
    let desk = try Desk("5", library: .evaluated())
    desk.press("j")
    #expect(
      desk.screen == """
         outreach · Evaluation                5 of 11 with evidence · as of 15 Sep 2015
        ────────────────────────────────────────────────────────────────────────────────
         INDICATORS OF SUCCESSFUL ENGAGEMENT                          EVIDENCE
         1 Commitment to engagement
           1.1 Strategy and implementation plan drawn up              ● 1
        ▌  1.2 Evidence that stakeholders were consulted              ● 1
           1.3 Evidence of clear, accurate policies and processes th… ○ no evidence yet
         2 Ability to meet challenges  2.1 Reference to obstacles to… ○ no evidence yet
         3 Level of participation  3.1 Summary table of participatio… ● counted
         4 Diversity  4.1 Summary table of how countries, regions an… ● counted
         5 Evidence of outputs and impact
           5.1 Evidence linking the purpose of participation with th… ○ no evidence yet
           5.2 Evidence of impact                                     ● 1
         6 Opportunities for two-way communication
           6.1 Calls for comments on questions of engagement          ○ no evidence yet
           6.2 Surveys giving feedback on engagement                  ○ no evidence yet
           6.3 Evidence that stakeholders' issues and concerns are b… ○ no evidence yet
         1.2 Evidence that stakeholders were consulted
         ○ participation › ○ output › ○ influence › ○ impact
         19 Mar 2015   Minutes of a call with twelve networks

        ────────────────────────────────────────────────────────────────────────────────
         B.20, group 1, description 2
         Enter evidence   n new   t tables   m new measure   : all commands   ? help
        """)
  }

  @Test func `The outline in Chinese`() throws {
    let desk = try Desk("5", language: "zh", library: .evaluated())
    #expect(
      desk.body.split(separator: "\n").prefix(15).joined(separator: "\n") == """
         利益攸关方成功参与的指标                                        证据
         1 利益攸关方承诺参与
        ▌  1.1 制定战略和执行计划                                        ● 1
           1.2 证明与利益攸关方进行了协商的证据                          ● 1
           1.3 证明存在清晰、准确的政策和流程，能解释利益攸关方的参与方… ○ 尚无证据
         2 解决挑战的能力  2.1 参考在利益攸关方参与方面的障碍和计划克服… ○ 尚无证据
         3 参与程度  3.1 对参与情况（例如提名数量、同行评审意见、参与者… ● 已统计
         4 多样性  4.1 对来自不同国家、区域和学科的利益攸关方的代表性进… ● 已统计
         5 证明产出和影响的证据
           5.1 证明在参与目的和预期成果之间存在关联的证据                ○ 尚无证据
           5.2 证明已产生影响的证据                                      ● 1
         6 双向交流的机会
           6.1 呼吁就涉及利益攸关方参与的问题提供意见                    ○ 尚无证据
           6.2 开展调查以提供关于参与情况的反馈意见                      ○ 尚无证据
           6.3 证明正在解决利益攸关方的问题和关切的证据                  ○ 尚无证据
        """)
    #expect(desk.status == " 附件二第 20 段，指标 1，描述 1")
  }

  @Test func `All side by side`() throws {
    let desk = try Desk("5", columns: 200, rows: 50, library: .evaluated())
    desk.press("j", "j", "j", "j")
    #expect(
      desk.part(0..<100) == """
         INDICATORS OF SUCCESSFUL ENGAGEMENT                                            EVIDENCE
         1 Commitment to engagement
           1.1 Strategy and implementation plan drawn up                                ● 1
           1.2 Evidence that stakeholders were consulted                                ● 1
           1.3 Evidence of clear, accurate policies and processes that explain how and… ○ no evidence yet
         2 Ability to meet challenges
           2.1 Reference to obstacles to engagement and the steps planned to overcome … ○ no evidence yet
         3 Level of participation
        ▌  3.1 Summary table of participation (nominations, peer-review comments, part… ● counted
         4 Diversity
           4.1 Summary table of how countries, regions and disciplines are represented  ● counted
         5 Evidence of outputs and impact
           5.1 Evidence linking the purpose of participation with the outcomes expected ○ no evidence yet
           5.2 Evidence of impact                                                       ● 1
         6 Opportunities for two-way communication
           6.1 Calls for comments on questions of engagement                            ○ no evidence yet
           6.2 Surveys giving feedback on engagement                                    ○ no evidence yet
           6.3 Evidence that stakeholders' issues and concerns are being resolved       ○ no evidence yet


         PARTICIPATION                                                                 ACTS  STAKEHOLDERS
         nominations           █▎                                                         1             1
         review comments       █████████████████████████████████████████████████████     44             2
         participants          █▎                                                         1             1
         fellowships           █▎                                                         1             1
         in all                                                                          47             3












        """)
    #expect(
      desk.part(100..<200) == """
         3.1 Summary table of participation (nominations, peer-review comments, participants, fellowships)
         ○ participation › ○ output › ○ influence › ○ impact
         counted       nominations 1 · review comments 44 · participants 1 · fellowships 1

















         UN REGION                                         KNOWLEDGE
         Africa                ███████████████████      3  scientific            ███████████████████      1
         Asia-Pacific          ██████▍                  1  traditional           ███████████████████      1
         Eastern Europe                                 0  local and indigenous  ███████████████████      1
         Latin Am. & Car.                               0  citizen science                                0
         Western Eur. & o.                              0
         no region                                      0  GENDER
                                                           female                ███████████████████      1
         DISCIPLINES                                       male                  ███████████████████      1
         natural sciences      ███████████████████      1  other                                          0
         social sciences       ███████████████████      1  not stated            ███████████████████      1
         economic sciences     ███████████████████      1
                                                           SECTORS
         COUNTRIES                                         industry                                       0
         represented                                    3  medicine                                       0
         Zambia                ███████████████████      2  food                  ███████████████████      1
         China                 █████████▌               1  energy                                         0
         Kenya                 █████████▌               1  other                                          0
        """)
  }

  @Test func `What is dated later does not count yet`() throws {
    let desk = try Desk("5", library: .evaluated())
    desk.press("G", "k", "Enter")
    #expect(desk.lines[0].hasPrefix(" outreach · Evaluation › 6.2"))
    #expect(desk.status == " Dated after the as-of day: not counted.")
    desk.press("Esc")
    #expect(desk.lines[15].hasSuffix("○ no evidence yet"))
  }

  @Test func `Evidence is added`() throws {
    let desk = try Desk("5")
    desk.press("j", "n")
    desk.type("Minutes of a call")
    desk.press("Ctrl-S")
    let evidence = try desk.library.read(AllRecords<Evidence>())
    #expect(evidence.map(\.name) == ["Minutes of a call"])
    #expect(evidence.map(\.indicator) == ["1.2"])
    #expect(evidence.map(\.day) == [Day("2015-09-15")])
    // The list opens at what was added.
    #expect(desk.lines[0].hasPrefix(" outreach · Evaluation › 1.2"))
    #expect(desk.lines[4].hasPrefix("▌15 Sep 2015   Minutes of a call"))
  }

  @Test func `Evidence is edited`() throws {
    let desk = try Desk("5", library: .evaluated())
    desk.press("Enter", "Enter", "Down", "Enter")
    desk.type(", third draft")
    desk.press("Enter")
    #expect(desk.status == " Saved: Implementation plan, third draft.")
    #expect(try desk.library.read(RecordByID<Evidence>("plan"))?.name == "Implementation plan, third draft")
  }

  @Test func `Evidence is removed and brought back`() throws {
    let desk = try Desk("5", library: .evaluated())
    desk.press("Enter", "D")
    #expect(desk.status == " Removed: Implementation plan. u brings it back.")
    #expect(try desk.library.read(RecordByID<Evidence>("plan")) == nil)
    desk.press("u")
    #expect(try desk.library.read(RecordByID<Evidence>("plan")) != nil)
  }

  @Test func `A new piece half-typed keeps its indicator`() throws {
    let desk = try Desk("5")
    desk.press("j", "n")
    desk.type("Half")
    desk.press("Esc", "Ctrl-O", "Ctrl-S")
    #expect(try desk.library.read(AllRecords<Evidence>()).map(\.indicator) == ["1.2"])
  }

  @Test func `The store is for reading only`() throws {
    let desk = try Desk("5", isReadOnly: true, library: .evaluated())
    for keys in [["n"], ["Enter", "e"], ["D"], ["Enter", "Enter"]] as [[KeyChord]] {
      for key in keys { desk.press(key) }
      #expect(desk.status == " The store is open for reading only.")
    }
    #expect(desk.session.shell.layers.isEmpty)
    #expect(try desk.library.read(AllRecords<Evidence>()).count == 4)
  }

  @Test(arguments: ["5", "5.2", "letter"])
  func `A place is gone to`(id: RecordID) throws {
    let desk = try Desk("5", library: .evaluated())
    var pane = try #require(desk.session.shell.top as? EvaluationPane)
    let went = pane.visit(.indicator(id))
    #expect(went)
    #expect(pane.selected.id == (id == "5" ? "5.1" : "5.2"))
    #expect(pane.isInList == (id == "letter"))
  }

  @Test(arguments: [Size(columns: 1, rows: 1), Size(columns: 40, rows: 10), Size(columns: 130, rows: 20)])
  func `Small screens do not trap`(size: Size) throws {
    let desk = try Desk("5", columns: size.columns, rows: size.rows, library: .evaluated())
    desk.press("G", "Enter", "j", "Esc", "t", "G", "t", "G", "l", "j", "t", "g", "n", "Esc")
    #expect(desk.canvas.size == size)
  }
}
