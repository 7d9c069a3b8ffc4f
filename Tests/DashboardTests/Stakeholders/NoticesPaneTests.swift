import Foundation
import Model
import Phrases
import Store
import Testing

@testable import Dashboard

/// Notices to national focal points, made by keys.
@Suite final class NoticesPaneTests {
  private let folder = scratchPath()

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func library() throws -> Library {
    let library = try Library.ofForests()
    let base = try library.read(RecordByID<Stakeholder>("aff"))!
    var edited = base
    edited.consents = [Consent(use: .focalPoint, answer: .yes)]
    try library.apply(EditStakeholder(base: base, edited: edited))
    return library
  }

  @Test func `From a focal point to a letter`() throws {
    let desk = try Desk("2", library: library())
    desk.press("N", "t", "n")
    desk.type("KE")
    desk.press("Tab")
    desk.type("Wanjiku Åse")
    desk.press("Tab")
    desk.type("focal@example.org")
    desk.press("Tab")
    desk.type("fr")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("▌Kenya              Wanjiku Åse"), "\(desk.screen)")
    desk.press("m")
    #expect(desk.status == " Not sent: set first from whom notices come.")
    desk.press("s")
    desk.type("Secrétariat <secretariat@platform.example>")
    desk.press("Enter")
    #expect(desk.status == " Notices come from Secrétariat <secretariat@platform.example>.")
    #expect(desk.body == Self.focalPoints)
    desk.press("m")
    #expect(desk.screen.contains("UN regions"))
    desk.press("Ctrl-S")
    desk.type("letter of 3 March")
    desk.press("Tab", "Tab", "Ctrl-U")
    desk.type(folder)
    desk.press("Enter")
    // What would be sent, before it has a number.
    #expect(desk.screen.contains("Notification 2015/1 : parties prenantes recensées (Kenya)"))
    #expect(desk.footer.contains("Ctrl-S send as shown"))
    #expect(try desk.library.read(Notices()).isEmpty)
    desk.press("Ctrl-S")
    #expect(desk.status.hasPrefix(" Notice 2015/1 tells of 1 stakeholder. Files in"), "\(desk.status)")
    let notice = try #require(try desk.library.read(Notices()).first?.notice)
    #expect((notice.title, notice.language, notice.request) == ("2015/1", "fr", "letter of 3 March"))
    let text = try String(contentsOfFile: folder + "/notice-2015-1.txt", encoding: .utf8)
    #expect(text == notice.text + "\n")
    #expect(text.contains("1. African Forest Forum\n   organisation · Kenya\n\n"))
    #expect(
      try String(contentsOfFile: folder + "/notice-2015-1.eml", encoding: .utf8) == notice.message + "\r\n")
    desk.press("t")
    #expect(desk.body == Self.notices)
    desk.press("Enter")
    #expect(desk.screen.contains("outreach · Notice › 2015/1"))
    let chinese = try Desk("2", language: "zh", library: desk.library)
    chinese.press("N")
    #expect(chinese.screen == Self.noticesChinese)
    let other = try Desk("2", library: desk.library)
    other.choose(.ipbesSubregion)
    other.press("N", "m")
    #expect(other.screen.contains("IPBES subregions"))
    other.press("Down", "Space", "Ctrl-S")
    other.type("x")
    other.press("Ctrl-S")
    #expect(other.screen.contains("Afrique de l’Est et îles adjacentes"), "\(other.screen)")
    // A letter that was sent is not undone: what undo offers lies before it.
    desk.press("Esc", "Esc")
    #expect(desk.footer.contains("u undo: Added Wanjiku Åse"), "\(desk.footer)")
  }

  private static let focalPoints = """
     from: Secrétariat <secretariat@platform.example>
     COUNTRY            NAME                       LANG       E-MAIL
    ▌Kenya              Wanjiku Åse                French     focal@example.org
    """
  private static let notices = """
     from: Secrétariat <secretariat@platform.example>
     NO.       SENT           COUNTRY          TOLD OF  TO
    ▌2015/1    15 Sep 2015    Kenya            1        Wanjiku Åse
    """
  private static let noticesChinese = """
     outreach · 致国家联络人的通报                      截至 2015年9月15日 · tester
    ────────────────────────────────────────────────────────────────────────────────
     发件人：Secrétariat <secretariat@platform.example>
     编号      发出日期       国家             所涉方数 收件人
    ▌2015/1    2015年9月15日  肯尼亚           1        Wanjiku Åse
















    ────────────────────────────────────────────────────────────────────────────────
     letter of 3 March
     Enter 打开   m 通报   w 写出文件   t 联络人或通报   ? 帮助   Esc 返回
    """
}
