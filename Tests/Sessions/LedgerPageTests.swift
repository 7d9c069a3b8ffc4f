import Foundation
import Testing

/// The ledger of comments in a real browser, where one is installed.
@Suite(.enabled(if: Browser.isInstalled)) struct LedgerPageTests {
  private let desk: Desk
  private var page: String { desk.folder + "/ledger.html" }

  init() throws {
    desk = try Desk()
    let calls = try desk.write(
      "id,name,link\nd,\"Call (2015) \"\"x\"\"\",https://example.org/draft\n", to: "calls.csv")
    try #require(try desk.run("import", "calls", calls).code == 0)
    let comments = try desk.write(
      """
      call,number,paragraph,text,disposition,reason
      d,1,3 bis,First,accepted,
      d,2,3 bis,Second,not-accepted,Why
      d,3,4,\"Third

      <b> & more\",accepted,
      d,4,,Fourth,,

      """, to: "comments.csv")
    try #require(try desk.run("import", "comments", comments).code == 0)
    let made = try desk.run("comments", "publish", "d", "--language", "ar", "-o", page)
    try #require(made.code == 0, "\(made.errors)")
  }

  /// The comments that are to be seen at an address of the page.
  private func shown(_ fragment: String) throws -> (ids: [String], cited: [String], text: String) {
    let document = try Browser.document(at: "file://\(page)\(fragment)", folder: desk.folder)
    let rows = document.matches(of: /<tr id="(c[0-9]+)"([^>]*)>/)
    return (
      rows.filter { !$0.output.2.contains("hidden") }.map { String($0.output.1) },
      rows.filter { $0.output.2.contains("cited") }.map { String($0.output.1) }, document
    )
  }

  @Test func `Each look at the comments has an address, as each comment has`() throws {
    #expect(try shown("").ids == ["c1", "c2", "c3", "c4"])
    let narrowed = try shown("#paragraph=3+bis&disposition=accepted")
    #expect(narrowed.ids == ["c1"] && narrowed.text.contains("التعليقات المعروضة: 1 من 4"))
    #expect(try shown("#disposition=accepted").ids == ["c1", "c3"])
    #expect(try shown("#disposition=open").ids == ["c4"])
    #expect(try shown("#paragraph=none&disposition=__proto__").ids.count == 4)
    let cited = try shown("#c3")
    #expect(cited.ids.count == 4 && cited.cited == ["c3"])
  }

  @Test func `Without scripts the table is whole`() throws {
    let plain = try Browser.plainText(of: page, in: desk.folder)
    for text in ["First", "Second", "Third\n\n<b> & more", "Fourth"] {
      #expect(plain.contains(text), "\(plain)")
    }
    #expect(!plain.contains("اعرض جميع التعليقات"))
  }
}
