import Model
import Store
import Testing

@testable import Dashboard

/// Whoever adds somebody who may be known already is asked before anything is written.
@Suite struct AlikeSheetTests {
  private func asked(language: String = "en") throws -> Desk {
    let desk = try Desk("2", language: language, library: .ofForests())
    desk.press("n")
    desk.type("Banda, T.")
    desk.go(to: language == "en" ? "E-mail" : "电子邮件")
    desk.type("thandiwe@example.org")
    desk.press("Ctrl-S")
    return desk
  }

  private func names(_ desk: Desk) throws -> [String] {
    try desk.library.read(AllRecords<Stakeholder>()).map(\.name).filter { $0.contains("Banda") }.sorted()
  }

  @Test func `It says who, and why`() throws {
    let desk = try asked()
    #expect(try names(desk) == ["Banda, Thandiwe"])
    #expect(
      desk.screen.split(separator: "\n", omittingEmptySubsequences: false).suffix(8).joined(separator: "\n")
        == """
        ── Known already? ──────────────────────────────────────────────────────────────
          Who is to be added may be known already. Nothing is written yet.
        ▌● certain   Banda, Thandiwe  Zambia · thandiwe@example.org
                     same e-mail: thandiwe@example.org; initials fit: Banda, T. / Band…

        ────────────────────────────────────────────────────────────────────────────────
         Enter opens it, your text stays a draft · m adds and merges · b keeps both
         Enter open   m merge   b keep both   ? help   Esc back
        """)
  }

  @Test func `Esc leads back to the form with all that was typed`() throws {
    let desk = try asked()
    desk.press("Esc")
    #expect(desk.body.contains("Banda, T.") && desk.body.contains("thandiwe@example.org"))
    #expect(try names(desk) == ["Banda, Thandiwe"])
    desk.press("Ctrl-S", "b")
    #expect(try names(desk) == ["Banda, T.", "Banda, Thandiwe"])
  }

  @Test func `Both are kept, and no search asks again`() throws {
    let desk = try asked()
    desk.press("b")
    #expect(desk.status == " Added: Banda, T..")
    #expect(try names(desk) == ["Banda, T.", "Banda, Thandiwe"])
    let report = try desk.library.duplicates()
    #expect(report.told == 1 && !report.candidates.contains { $0.a.id == "ban" || $0.b.id == "ban" })
    desk.press("u")
    #expect(try names(desk) == ["Banda, Thandiwe"])
    #expect(try desk.library.read(AllRecords<ToldApart>()).isEmpty)
  }

  @Test func `Adding and merging lays both side by side`() throws {
    let desk = try asked()
    desk.press("m")
    #expect(desk.lines[0].hasPrefix(" outreach · Side by side › Banda, Thandiwe = Banda, T."))
    desk.press("Ctrl-S")
    #expect(try names(desk) == ["Banda, Thandiwe"])
    #expect(try desk.stakeholder("ban")?.aliases == ["Banda, T."])
  }

  @Test func `The other is opened, and what was typed waits as a draft`() throws {
    let desk = try asked()
    desk.press("Enter")
    #expect(desk.body.contains("▌Banda, Thandiwe"))
    #expect(desk.status == " Banda, Thandiwe. What was typed is kept as a draft: Ctrl-O.")
    desk.press("Ctrl-O")
    #expect(desk.body.contains("Banda, T."))
    desk.press("Ctrl-S", "b")
    #expect(try names(desk) == ["Banda, T.", "Banda, Thandiwe"])
    #expect(try desk.library.read(Drafts()).isEmpty)
  }

  @Test func `In Chinese`() throws {
    let desk = try asked(language: "zh")
    #expect(desk.screen.contains("要添加的可能已在库中。尚未写入。"))
    desk.press("b")
    #expect(try names(desk).count == 2)
  }
}
