import Foundation
import Model
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct ProductsPaneTests {
  private func desk(columns: Int = 80, rows: Int = 24, language: String = "en") throws -> Desk {
    try Desk(
      .pane("pane.products"), columns: columns, rows: rows, language: language, library: .withProducts())
  }

  @Test func `The board shows each language and what is stale`() throws {
    let screen = try desk().screen
    #expect(
      screen == """
         outreach · Products                                 as of 15 Sep 2015 · tester
        ────────────────────────────────────────────────────────────────────────────────
         PRODUCTS                 Arabic   Chinese  English  French   Russian  Spanish
         WEBSITE
        ▌Website                  ·        ◐?trans. ● publ.  ●! stale × not f. ◎ review
         FACT SHEET
         Fact sheet: pollination  ·        ◎ review ● publ.  ·        ·        ·
         صحيفة وقائع عن التنوع ا… ● publ.  ·        ●! stale ·        ·        ·
         FAQ
         Frequently asked questi… ·        ·        ● publ.  ·        ·        ·








         PUBLISHED                ██                ████████ ██
         of what is feasible      1/4      0/4      4/4 !1   1/4 !1   0/3      0/4
         · not planned  ◐ in translation  ◎ in review  ● published  × not feasible
        ────────────────────────────────────────────────────────────────────────────────
         Arabic · not planned
         Space next state   Enter open   c source changed   : all commands   ? help
        """)
  }

  @Test func `In Chinese`() throws {
    let screen = try desk(language: "zh").screen
    #expect(
      screen == """
         outreach · 产品                                    截至 2015年9月15日 · tester
        ────────────────────────────────────────────────────────────────────────────────
         产品                     阿拉伯语 中文     英语     法语     俄语     西班牙语
         网站
        ▌Website                  ·        ◐?翻译中 ● 已发布 ●! 过时  × 不可行 ◎ 审校中
         概况介绍
         Fact sheet: pollination  ·        ◎ 审校中 ● 已发布 ·        ·        ·
         صحيفة وقائع عن التنوع ا… ● 已发布 ·        ●! 过时  ·        ·        ·
         常见问题
         Frequently asked questi… ·        ·        ● 已发布 ·        ·        ·








         已发布                   ██                ████████ ██
         占可行项目               1/4      0/4      4/4 !1   1/4 !1   0/3      0/4
         · 未计划  ◐ 翻译中  ◎ 审校中  ● 已发布  × 不可行
        ────────────────────────────────────────────────────────────────────────────────
         阿拉伯语 · 未计划
         Space 下一状态   Enter 打开   c 原文已更改   e 编辑   : 全部命令   ? 帮助
        """)
  }

  @Test func `On a wide screen the product stands beside and parity is long`() throws {
    let screen = try desk(columns: 200, rows: 50).body
    #expect(
      screen == """
         PRODUCTS                               Arabic      Chinese     English     French      Russian     Spanish       Website
         WEBSITE                                                                                                          Kind             website
        ▌  Website                              ·           ◐? trans.   ● publ.     ●! stale    × not f.    ◎ review      Owner            web
         FACT SHEET                                                                                                       Language         English
           Fact sheet: pollination              ·           ◎ review    ● publ.     ·           ·           ·             Source changed   1 Sep 2015
           صحيفة وقائع عن التنوع البيولوجي      ● publ.     ·           ●! stale    ·           ·           ·
         FAQ                                                                                                              ·  Arabic · not planned
           Frequently asked questions           ·           ·           ● publ.     ·           ·           ·             ◐? Chinese · in translation
                                                                                                                              nobody recorded of which source this is
                                                                                                                          ●  English (source) · published 2 Sep
                                                                                                                          ●! French · published 2 May
                                                                                                                              STALE: the source changed on 1 Sep, this is of 1 May
                                                                                                                          ×  Russian · not feasible: No translator until January
                                                                                                                          ◎  Spanish · in review · due 1 Oct
                                                                                                                              A. Ruiz (invented)






















         PUBLISHED of what is feasible
           Arabic       █████████▎                             1 of 4 (25 %)
           Chinese                                             0 of 4 (0 %) · 2 under way
           English      █████████████████████████████████████  4 of 4 (100 %) · ! 1 stale
           French       █████████▎                             1 of 4 (25 %) · ! 1 stale
           Russian                                             0 of 3 (0 %) · 1 not feasible
           Spanish                                             0 of 4 (0 %) · 1 under way
         · not planned  ◐ in translation  ◎ in review  ● published  × not feasible
        """)
  }

  @Test func `On a wide screen in Chinese`() throws {
    let screen = try desk(columns: 200, rows: 50, language: "zh").body
    #expect(
      screen == """
         产品                                   阿拉伯语    中文        英语        法语        俄语        西班牙语      Website
         网站                                                                                                             类型             网站
        ▌  Website                              ·           ◐? 翻译中   ● 已发布    ●! 过时     × 不可行    ◎ 审校中      负责人           web
         概况介绍                                                                                                         语言             英语
           Fact sheet: pollination              ·           ◎ 审校中    ● 已发布    ·           ·           ·             原文更改日期     2015年9月1日
           صحيفة وقائع عن التنوع البيولوجي      ● 已发布    ·           ●! 过时     ·           ·           ·
         常见问题                                                                                                         ·  阿拉伯语 · 未计划
           Frequently asked questions           ·           ·           ● 已发布    ·           ·           ·             ◐? 中文 · 翻译中
                                                                                                                              未记录所据原文版本
                                                                                                                          ●  英语 （原文） · 已发布 9月2日
                                                                                                                          ●! 法语 · 已发布 5月2日
                                                                                                                              过时：原文于9月1日更改，此为5月1日的版本
                                                                                                                          ×  俄语 · 不可行：No translator until January
                                                                                                                          ◎  西班牙语 · 审校中 · 10月1日到期
                                                                                                                              A. Ruiz (invented)






















         已发布 占可行项目
           阿拉伯语     █████████▎                             4 项中的 1 项（25 %）
           中文                                                4 项中的 0 项（0 %） · 2 项进行中
           英语         █████████████████████████████████████  4 项中的 4 项（100 %） · ! 1 项过时
           法语         █████████▎                             4 项中的 1 项（25 %） · ! 1 项过时
           俄语                                                3 项中的 0 项（0 %） · 1 项不可行
           西班牙语                                            4 项中的 0 项（0 %） · 1 项进行中
         · 未计划  ◐ 翻译中  ◎ 审校中  ● 已发布  × 不可行
        """)
  }

  @Test func `Space goes on from state to state with the source that it began from`() throws {
    let desk = try desk()
    desk.press("j", " ")
    #expect(desk.status == " Fact sheet: pollination, Arabic: in translation")
    #expect(try desk.translation("fs1/ar")?.sourceDay == Day("2015-08-10"))
    desk.press(" ", " ")
    let published = try #require(try desk.translation("fs1/ar"))
    #expect(published.state == .published && published.published == Desk.asOf)
    desk.press(" ")
    #expect(desk.status.hasPrefix(" Arabic: published 15 Sep. Enter opens it"))
    #expect(desk.footer.contains("u undo"))
    desk.press("u", "u", "u")
    #expect(try desk.translation("fs1/ar") == nil)
  }

  @Test func `Keys that come before the answer build on what was written`() throws {
    let desk = try desk()
    desk.session.press("j")
    for _ in 0..<3 { desk.session.press(" ") }
    desk.session.settle(milliseconds: 0)
    #expect(try desk.translation("fs1/ar")?.state == .published)
  }

  @Test func `What is stale is translated anew or declared current`() throws {
    let desk = try desk()
    desk.press("l", "l", "l")
    #expect(desk.status.hasPrefix(" ! STALE: the source changed on 1 Sep, this is of 1 May · French"))
    desk.press("r")
    #expect(try desk.translation("web/fr")?.sourceDay == Day("2015-09-01"))
    #expect(!desk.lines[4].contains("stale"))
    desk.press("r")
    #expect(desk.status.hasPrefix(" It is of the source as it is now"))
    desk.press("u", " ")
    #expect(try desk.translation("web/fr")?.state == .translating)
  }

  @Test func `Not feasible needs a reason`() throws {
    let desk = try desk()
    desk.press("x", "Enter")
    #expect(desk.screen.contains("! This has to be filled in."))
    desk.type("nobody translates")
    desk.press("Enter")
    #expect(desk.status == " Arabic · not feasible: nobody translates")
    #expect(desk.screen.contains("× not f."))
    desk.press("x")
    #expect(try desk.translation("web/ar")?.state == nil)
    desk.press("Enter", "Right", "Right", "Right", "Right", "Ctrl-S")
    #expect(desk.screen.contains("! This has to be filled in. Kept as typed, not saved yet."))
  }

  @Test func `The day of a changed source makes what is older stale`() throws {
    let desk = try desk()
    desk.press("j", "c")
    desk.retype("2015-09-14")
    desk.press("Enter")
    #expect(try desk.library.read(RecordByID<Product>("fs1"))?.changed == Day("2015-09-14"))
    #expect(desk.lines[6].contains("◎! stale ●! stale"))
    desk.press("c")
    desk.retype("/no/such/file")
    desk.press("Enter")
    #expect(desk.status.contains("/no/such/file"))
  }

  @Test func `The file of a source is known by its digest`() throws {
    let path = scratchPath()
    try Data("abc".utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let desk = try desk()
    desk.press("j", "c")
    desk.retype(path)
    desk.press("Enter")
    desk.rest()
    let product = try #require(try desk.library.read(RecordByID<Product>("fs1")))
    // Of FIPS 180-4, appendix B.1.
    #expect(product.digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(product.changed == Desk.asOf)
    desk.press("c")
    desk.retype(path)
    desk.press("Enter")
    desk.rest()
    #expect(desk.status == " The file is the same as before: Fact sheet: pollination did not change.")
  }

  @Test func `The filter shows what is stale then what is not complete`() throws {
    let desk = try desk()
    desk.press("f")
    #expect(desk.lines[0].contains("Products · stale"))
    #expect(desk.screen.contains("Website") && !desk.screen.contains("Frequently"))
    desk.press("f")
    #expect(desk.lines[0].contains("Products · not complete"))
    desk.press("Esc")
    #expect(desk.screen.contains("Frequently"))
  }

  @Test func `A new product is selected and undo names translations by their product`() throws {
    let desk = try desk()
    desk.press("G", "n")
    desk.type("Questions of journalists")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("▌Questions of journalists"))
    desk.press("l", "l", " ")
    #expect(desk.footer.contains("u undo: Moved Quest"))
    desk.press("k", "D")
    #expect(!desk.body.contains("Frequently asked"))
    desk.press("u")
    #expect(desk.screen.contains("Frequently asked"))
  }

  @Test func `An empty board says how to begin`() throws {
    let desk = try Desk(.pane("pane.products"))
    #expect(desk.screen.contains(" No products yet. n adds the first one"))
    desk.press(" ", "G", "k", "f", "x")
    #expect(!desk.status.isEmpty)
  }

  @Test func `Every size is drawn`() throws {
    for (columns, rows) in [(1, 1), (40, 10), (77, 12), (150, 30), (300, 100)] {
      let desk = try desk(columns: columns, rows: rows)
      desk.press("G", "l", "PgUp", "f")
      #expect(desk.lines.count == rows)
    }
  }

  @Test func `The cursor stands on the cell`() throws {
    let desk = try desk()
    desk.press("j", "l")
    #expect(desk.canvas.cursor == Point(row: 6, column: 35))
  }
}
