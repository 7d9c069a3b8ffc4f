import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// What the merge screen says of the public register.
@Suite struct MergeConsentPaneTests {
  private func desk(language: String = "en") throws -> Desk {
    let library = try Library.inMemory()
    for (id, values) in [
      (
        "list",
        [
          "name": "Chanda Mwale", "country": "ZM", "phones": "+260 955 000001",
          "emails": "chanda.private@home.example; chanda@office.example",
        ]
      ),
      (
        "self",
        [
          "name": "Chanda Mwale", "country": "ZM", "emails": "chanda@office.example",
          "consents": "register | yes | consent | register | form | 2015-01-07",
          "register_fields": "name; emails; phones",
        ]
      ),
    ] {
      try library.apply(AddRecord(Stakeholder(id: id, version: 0, values: values)))
    }
    let desk = try Desk("2", language: language, library: library)
    desk.press("d", "d", "Enter")
    return desk
  }

  @Test func `It says first what would be public`() throws {
    let desk = try desk()
    #expect(
      desk.body == """
         ● certain  same e-mail: chanda@office.example; same name: Chanda Mwale; same …
                           kept · version 1              merged into it · version 1
         ──────────────────────────────────────────────────────────────────────────────
        ▌To be published ● Name: Chanda Mwale · E-mail: chanda@office.example
         Held back       ○ E-mail: chanda.private@home.example · Phone: +260 955 00…
         E-mail          ● chanda.private@home.exampl… ● chanda@office.example
         Phone           ● +260 955 000001             ○
         Consent         ●                             ● public register, yes, cons…
         In the register ●                             ● Name, E-mail, Phone
         Name            = Chanda Mwale
         Kind            = individual
         Country         = ZM  Zambia · Africa



        ── Result · To be published ────────────────────────────────────────────────────
          Name: Chanda Mwale · E-mail: chanda@office.example
        """)
  }

  @Test func `It says what is held back, and why`() throws {
    let desk = try desk()
    desk.press("Down")
    #expect(desk.status == " This stays out of the public register.")
    #expect(
      desk.body.hasSuffix(
        """
        ── Result · Held back ──────────────────────────────────────────────────────────
          E-mail: chanda.private@home.example · Phone: +260 955 000001 (list did not
          agree)
        """))
    desk.press("Down")
    #expect(desk.status.hasPrefix(" E-mail"))
  }

  @Test func `In Chinese too`() throws {
    let desk = try desk(language: "zh")
    desk.press("Down")
    #expect(
      desk.body == """
         ● 确定  电子邮件相同：chanda@office.example；名称相同：Chanda Mwale；国家相同…
                           保留 · 第 1 版                并入 · 第 1 版
         ──────────────────────────────────────────────────────────────────────────────
         将公布          ● 名称：Chanda Mwale · 电子邮件：chanda@office.example
        ▌不公布          ○ 电子邮件：chanda.private@home.example · 电话：+260 955 0…
         电子邮件        ● chanda.private@home.exampl… ● chanda@office.example
         电话            ● +260 955 000001             ○
         同意情况        ●                             ● 公开登记册、是、本人同意、…
         登记册所列内容  ●                             ● 名称、电子邮件、电话
         名称            = Chanda Mwale
         类型            = 个人
         国家            = ZM  赞比亚 · 非洲



        ── 结果 · 不公布 ───────────────────────────────────────────────────────────────
          电子邮件：chanda.private@home.example · 电话：+260 955 000001（list 未表示同
          意）
        """)
  }
}
