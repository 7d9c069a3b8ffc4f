import Foundation
import FoundationXML
import Testing

/// The registers of risks and of objectives without a screen.
@Suite struct RisksCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `The register of risks in each format, and what a file brings`() throws {
    let file = try desk.write(
      "id,likelihood,impact,owner,reviews\nfatigue,high,low,engage,2015-06-15 | low | low\n", to: "risks.csv")
    try #require(try desk.run("import", "risks", file).code == 0)
    let text = try desk.run("risks", "--as-of", "2015-09-15")
    #expect(text.code == 0 && text.errors == "")
    #expect(
      text.output.hasPrefix("Risks of stakeholder engagement (annex II, paragraph 19), as of 15 Sep 2015\n"))
    #expect(text.output.contains("1  Participation fatigue\n   Likelihood: high\n"))
    #expect(text.output.contains("   - Likelihood: high, was low\n"))
    let csv = try desk.run("risks", "--format", "csv").output
    #expect(csv.hasPrefix("id,name,likelihood,impact,owner,risk_response,review_on,last_review,signals\r\n"))
    #expect(
      csv.contains("fatigue,Participation fatigue,high,low,engage,,,2015-06-15,")
        && csv.contains("unevenness,"))
    let markdown = try desk.run("risks", "--format", "markdown", "--lang", "zh").output
    #expect(markdown.hasPrefix("# 利益攸关方参与的风险") && markdown.contains("疲于参与"))
    let page = try desk.run("risks", "--format", "html").output
    #expect(page.hasSuffix("</html>\n") && XMLParser(data: Data(page.utf8)).parse())
    #expect(try desk.run("export", "risks").output.components(separatedBy: "\r\n").count == 3)
  }

  @Test func `The objectives in each format`() throws {
    let file = try desk.write(
      "id,indicator,title,objectives\ne1,1.1,Plan,A.10f; capacity\n", to: "evidence.csv")
    try #require(try desk.run("import", "evidence", file).code == 0)
    let text = try desk.run("objectives", "--as-of", "2015-09-15")
    #expect(text.code == 0 && text.errors == "")
    let aim = try #require(text.output.components(separatedBy: "two-way communication (A.10 f)\n").last)
    #expect(aim.contains("\n    Our translation: Promote two-way communication"))
    #expect(text.output.contains("  Shown by:\n  - Plan\n"))
    let csv = try desk.run("objectives", "--format", "csv").output
    #expect(csv.hasPrefix("objective,planned,done,shown,adopted,translation\r\n"))
    #expect(csv.contains("capacity,,,evidence:e1,能力建设,Capacity-building\r\n"))
    let markdown = try desk.run("objectives", "--format", "markdown", "--lang", "zh").output
    #expect(markdown.hasPrefix("# 第 IPBES") && markdown.contains("Plan"))
    let page = try desk.run("objectives", "--format", "html").output
    #expect(page.hasSuffix("</html>\n") && XMLParser(data: Data(page.utf8)).parse())
  }
}
