import Foundation
import Model
import Phrases
import Store
import Testing

@testable import Dashboard

/// The public register, released by its keys.
@Suite final class RegisterPaneTests {
  private let folder = scratchPath()

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Who agreed to what: two to stand in the register, one not to the name.
  private func library() throws -> Library {
    let library = try Library.ofForests()
    for (id, fields) in [("aff", "name; country; interests"), ("ban", "name; city"), ("liu", "country")] {
      try library.edit(id) {
        $0.consents = [Consent(use: .register, answer: .yes), Consent(use: .focalPoint, answer: .yes)]
        $0.registerFields = fields.items.compactMap(RegisterField.init(rawValue:))
      }
    }
    return library
  }

  private func release(_ desk: Desk) {
    desk.press("n", "Tab", "Tab")
    desk.type("sixth meeting, item 4")
    desk.press("Enter", "p", "Ctrl-U")
    desk.type(folder)
    desk.press("Ctrl-S")
  }

  @Test func `Keys release it`() throws {
    let desk = try Desk("2", library: library())
    desk.press("r")
    #expect(desk.screen == Self.first)
    // Without guidance the key says why.
    desk.press("p")
    #expect(desk.status.hasPrefix(" Not released: record first who gave guidance"))
    desk.press("n", "Tab", "Tab", "Enter")
    #expect(desk.screen.contains("! Reference: This has to be filled in."))
    desk.press("Esc")
    release(desk)
    #expect(desk.status.hasPrefix(" Release 1: 2 entries, 5 files in \(folder)"), "\(desk.status)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(
      names == [
        "register-1.ar.html", "register-1.csv", "register-1.en.html", "register-1.fr.html", "register-1.json",
      ])
    let page = try String(contentsOfFile: folder + "/register-1.en.html", encoding: .utf8)
    #expect(page.contains("African Forest Forum") && !page.contains("Liu Sen"))
    #expect(try desk.library.read(RecordByID<RegisterRelease>(RegisterRelease.next)) == nil)
    #expect(try desk.library.read(Disclosures()).first?.format == "csv, json, html en, html fr, html ar")
  }

  @Test func `The preview compares with the last release`() throws {
    let library = try library()
    let desk = try Desk("2", library: library)
    desk.press("r")
    release(desk)
    try library.edit("aff") { $0.interests = "forests" }
    try library.edit("ban") { $0.consents.append(Consent(use: .register, answer: .no, day: Desk.asOf)) }
    try library.edit("ela") {
      $0.consents = [Consent(use: .register, answer: .yes)]
      $0.registerFields = [.name, .nativeName]
    }
    desk.rest()
    #expect(desk.body == Self.second)
    let chinese = try Desk("2", language: "zh", library: library)
    chinese.press("r")
    #expect(chinese.screen == Self.secondChinese)
    // A line leads to its record.
    desk.press("Enter")
    #expect(desk.screen.contains("▌Banda, Thandiwe"))
    desk.press("r", "t")
    #expect(desk.body.hasPrefix(" RELEASES\n▌Release 1, 15 Sep 2015: 2 entries"), "\(desk.body)")
    // The data of the first release are gone.
    desk.press("w", "Ctrl-S")
    #expect(
      desk.status
        == " Release 1 cannot be written again: 2 entries are not what they were. Make the next release instead."
    )
  }

  @Test func `A file in the way stops the release`() throws {
    let desk = try Desk("2", library: library())
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/register-1.json"))
    desk.press("r")
    release(desk)
    #expect(desk.screen.contains("register-1.json is there"), "\(desk.screen)")
    #expect(try desk.library.read(Releases()).isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["register-1.json"])
  }

  @Test func `Guidance is removed and named by undo`() throws {
    let desk = try Desk("2", library: library())
    desk.press("r", "n", "Right", "Tab", "Tab")
    desk.type("item 2")
    desk.press("Enter")
    #expect(desk.body.contains("guidance: Multidisciplinary Expert Panel, 15 Sep 2015, item 2"))
    #expect(desk.status == " Recorded: item 2")
    desk.press("D")
    #expect(desk.body.contains("guidance: none recorded"))
    desk.press("Esc")
    #expect(desk.footer.contains("u undo: Noted guidance for "), "\(desk.footer)")
  }

  private static let first = """
     outreach · Public register                          as of 15 Sep 2015 · tester
    ────────────────────────────────────────────────────────────────────────────────
     NEXT: RELEASE 1 · none was made before
     new 2 · changed 0 · withdrawn 0 · unchanged 0 · left out 1
     guidance: none recorded
     Inclusion is not observer status.

    ▌left out   Liu Sen · 刘森                    agreed, but not to the name
     new        African Forest Forum
     new        Banda, Thandiwe











    ────────────────────────────────────────────────────────────────────────────────
     left out · Liu Sen · 刘森 · agreed, but not to the name
     Enter go there   n new guidance   t releases or preview   ? help   Esc back
    """
  private static let second = """
     NEXT: RELEASE 2 · against release 1, 15 Sep 2015
     new 1 · changed 1 · withdrawn 1 · unchanged 0 · left out 1
     guidance: none recorded
     Inclusion is not observer status.

    ▌withdrawn  Banda, Thandiwe                   consent withdrawn
     left out   Liu Sen · 刘森                    agreed, but not to the name
     changed    African Forest Forum              Interests
     new        El Amrani, Youssef · يوسف العمرا…
    """
  private static let secondChinese = """
     outreach · 公开登记册                              截至 2015年9月15日 · tester
    ────────────────────────────────────────────────────────────────────────────────
     下一版：第 2 版 · 对照第 1 版（2015年9月15日）
     新增 1 · 更改 1 · 撤回 1 · 未变 0 · 未列入 1
     指导意见：尚未记录
     列入登记册不等于具有观察员地位。

    ▌撤回       Banda, Thandiwe                   已撤回同意
     未列入     Liu Sen · 刘森                    同意列入，但不同意公布名称
     更改       African Forest Forum              关注领域
     新增       El Amrani, Youssef · يوسف العمرا…










    ────────────────────────────────────────────────────────────────────────────────
     撤回 · Banda, Thandiwe · 已撤回同意
     Enter 前往   n 新增指导意见   t 各版或预览   ? 帮助   Esc 返回
    """
}

extension Library {
  /// Edits a stakeholder as it is now.
  fileprivate func edit(_ id: RecordID, _ change: (inout Stakeholder) -> Void) throws {
    let base = try read(RecordByID<Stakeholder>(id))!
    var edited = base
    change(&edited)
    try apply(EditStakeholder(base: base, edited: edited))
  }
}
