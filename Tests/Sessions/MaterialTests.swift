import Foundation
import Glibc
import Testing

/// Material under embargo without a screen.
@Suite struct MaterialTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.fill("a-1,Ana,")
    let rows = """
      id,name,embargo
      m1,Summary for policymakers,2099-02-22 07:00 Africa/Nairobi
      m2,Press release,2016-02-22 07:00 UTC

      """
    let file = try desk.write(rows, to: "materials.csv")
    #expect(try desk.run("import", "materials", file).code == 0)
  }

  @Test func `It is listed with its embargo`() throws {
    #expect(
      try desk.run("material", "list").output == """
        m2  ○ held back  22 Feb 2016 07:00 UTC  Press release
        m1  ○ held back  22 Feb 2099 07:00 Africa/Nairobi (04:00 UTC)  Summary for policymakers

        """)
  }

  @Test func `One person alone lets nothing out`() throws {
    let first = try desk.run("material", "release", "m2")
    #expect(
      (first.code, first.output) == (0, "Press release: released by you; waiting for a second person.\n"))
    let second = try desk.run("material", "release", "m2")
    #expect(second.code == EX_NOPERM)
    #expect(second.errors.hasSuffix("has given the word already: a second person must release it too.\n"))
  }

  @Test func `An embargo holds until somebody says that it is meant`() throws {
    let held = try desk.run("material", "release", "m1")
    #expect(held.code == EX_NOPERM)
    #expect(
      held.errors == "Not released: it is under embargo until 2099-02-22 07:00 Africa/Nairobi. "
        + "With --before-embargo it goes out all the same.\n")
    #expect(try desk.run("material", "release", "m1", "--before-embargo", "--why", "agreed").code == 0)
    let nothing = try desk.run("material", "release", "m9", "--lang", "zh")
    #expect((nothing.code, nothing.errors) == (EX_NOINPUT, "没有材料 m9。“outreach material list”可列出标识。\n"))
  }
}
