import Foundation
import Testing

/// `outreach due` as cron runs it.
@Suite struct DueCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `The exit code tells cron; the text goes into a mail`() throws {
    try desk.fill("a,Ann,")
    let winter = try desk.run("due", "--as-of", "2015-01-20")
    #expect(winter.code == 0, "\(winter.output)\(winter.errors)")
    #expect(winter.output.contains("As of 20 Jan 2015: 0 past their time, 0 due within 7 days."))
    let far = try desk.run("due", "--as-of", "2015-01-20", "--days", "100")
    #expect(far.code == 1 && far.output.contains("Website redesign"))
    let late = try desk.run("due", "--as-of", "2015-09-15", "--lang", "zh")
    #expect(late.code == 2 && late.output.contains("! 逾期 138 天"))
  }

  @Test func `A mistake is no alarm: it ends as sysexits say`() throws {
    try desk.fill("a,Ann,")
    let days = try desk.run("due", "--days", "9999")
    #expect(days.code == 64 && days.errors.contains("from 0 to 3660"))
    #expect(try desk.run("due", "--as-of", "2015-02-30").code == 64)
    #expect(try desk.run("due", "--store", desk.folder + "/none.sqlite").code >= 64)
  }

  @Test func `JSON for programs`() throws {
    try desk.fill("a,Ann,")
    let result = try desk.run("due", "--as-of", "2015-09-15", "--format", "json")
    let rows = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
    #expect(rows?.first?["kind"] as? String == "activity")
    #expect(result.code == 2)
  }
}
