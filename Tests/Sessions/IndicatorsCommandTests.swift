import Foundation
import Testing

/// The indicators without a screen.
@Suite struct IndicatorsCommandTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    let files = [
      ("stakeholders", "id,name,country,participation\na,A,KE,comments | 14 | Pollination | 2014-03-02\n"),
      ("evidence", "id,indicator,title,day,rung\ne1,1.2,=SUM(A1),2015-02-01,influence\n"),
      ("measures", "id,indicator,name,target_value,target_day\nm1,5.2,Citations,40,2018-12-31\n"),
    ]
    for (kind, text) in files {
      let result = try desk.run("import", kind, try desk.write(text, to: "\(kind).csv"))
      try #require(result.code == 0, "\(result.errors)")
    }
  }

  @Test func `Gaps are said as loudly as what there is`() throws {
    let text = try desk.run("indicators", "--as-of", "2015-09-15")
    #expect(text.code == 0 && text.errors == "")
    #expect(text.output.contains("3 of 11 with evidence · as of 15 Sep 2015"))
    #expect(text.output.components(separatedBy: "○ no evidence yet").count == 9)
    #expect(text.output.contains("● participation 0 › output 0 › influence 1 › impact 0"))
    #expect(text.output.contains("Citations: baseline – → target 40 (31 Dec 2018) → ○ no reading yet"))
    let chinese = try desk.run("indicators", "--as-of", "2015-09-15", "--lang", "zh")
    #expect(chinese.output.contains("○ 尚无证据") && chinese.output.contains("按年份列示的参与情况"))
  }

  @Test func `Its CSV holds codes, and no formula`() throws {
    let csv = try desk.run("indicators", "--as-of", "2015-09-15", "--format", "csv").output
    #expect(csv.contains("1.2,evidence,e1,'=SUM(A1),2015-02-01,influence"))
    #expect(csv.contains("5.2,gap") && csv.contains("3.1,participation_by_year,2014,comments,,,,,,14"))
  }

  @Test func `An unknown country in the list of members is named`() throws {
    let result = try desk.run("indicators", "--members", "KE, Atlantis")
    #expect(result.code == 64 && result.errors.contains("“Atlantis” is no country"))
  }
}
