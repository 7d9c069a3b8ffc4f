import Testing

@testable import Dashboard

/// The timeline on a wide screen, in two halves.
@Suite struct TimelineWideScreenTests {
  private func wide() throws -> Desk { try Desk("3", columns: 200, rows: 50, library: .underWay()) }

  @Test func `Names and bars`() throws {
    let desk = try wide()
    #expect(
      desk.screenPart(0..<100) == """
         outreach · Timeline · 2015
        ─ 1 Over  2 People [3 Plan] 4 Launch  5 Eval  6 Cal  7 Press  8 Prod  9 Survey  O Voices  T Report
         TABLE 1                                  Jan   Feb   Mar   Apr   May   Jun   Jul   Aug   Sep   Oct
        ▌Needs analysis ≠                         ‹═══════════════════════                          │
                                                        ━━━━━━━━━━━━━━━━━━━━━                       │
         Website redesign                         ════════════════════════                          │
                                                    ━━━━━━━━━━━━━━━━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍┿
         ICT tools                                ‹═══════════════════════                          │
                                                  ‹━━━━━━━━━━━━━━━━━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍┿
         Visual identity                          ‹═══════════════════════════════════              │
                                                              ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━
         Presentations                            ‹═════════════════════════════════════════        │
                                                  ‹━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╍╍╍╍╍╍╍╍┿
         Fact sheets                              ‹═══════════════════════════════════════════════  │
                                                  ‹━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╍╍┿
         Social media                             ══════════════════════════════════════════════════╪═══════
                                                  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━
         FAQ web page                             ‹═══════════════════════════════════              │
                                                  ‹━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍┿
         Events and outreach                      ══════════════════════════════════════════════════╪═══════
                                                  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━
         Translations                             ‹═════════════════════════════════════════════════╪═══════
                                                  ‹━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━
         Wikipedia                                ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄
         Annual survey ≠                                                                            │   ◇◇◇◇
                                                                                                    │
         IMPLEMENTATION PLAN                                                                        │
         Identify stakeholders                                ══════════════════                    │
                                                              ━━━━━━━━━━━━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍┿
         Needs analysis ≠                                                       ════════════        │
                                                                                ━━━━━━━━━━━━╍╍╍╍╍╍╍╍┿
         Operating guides and translation                     ════════════════════════              │
                                                                  ━━━━━━━━━━━━━━━━━━━━              │
         Briefings on knowledge generation and c…                         ══════════════════        │
                                                                          ━━━━━━━━━━━━━━━━━━╍╍╍╍╍╍╍╍┿
         Hard-to-reach stakeholders               ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄
                                                                ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿┄┄┄┄┄┄┄
         Networks and hubs                        ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄
         Social media                             ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄
         ICT tools (online file sharing and vide… ══════════════════════════════════════════════════╪═══════
                                                  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━
         Stakeholder events                       1 to 2 days before each plenary session           │
         Annual survey ≠                                                                            │
                                                                                                    │
         LAUNCH Pollination and pollinators                                                         │
         Release                                                                                    │

        ────────────────────────────────────────────────────────────────────────────────────────────────────
         A-app.2 (a), Table 1 “complete by April 2015” ≠ B-app., implementation plan, row 2 “June-July 2015”
         Enter open   Space next state   e edit   f filter   n new   / search   + zoom in   - zoom out   b a
        """)
  }

  @Test func `States days and budgets`() throws {
    let desk = try wide()
    #expect(
      desk.screenPart(100..<200) == """
                                                                      as of 15 Sep 2015 · late 747 d in all
        0 Media  Y Props  U Mandate  ; Risks  Q Partn  X Msgs ──────────────────────────────────────────────
          Nov   Dec    late 548 d        DATES                DONE   INDICATIVE BUDGET    OWNER
                       ● done +12 d      2 Feb–12 May         100 %

                       ! late 138 d      from 12 Jan           65 %                       web

                       ! late 138 d

                       ◐ due in 45 d     2 Mar–30 Oct +122 d   80 %
        ━━
                       ! late 46 d

                       ! late 15 d

        ══════════════ ◐ under way       from 5 Jan                                       social
        ━━━━━━━━━━━━━━
                       ! late 77 d

        ══════════════ ○ not begun
        ━━━━━━━━━━━━━━
        ════════       ○ due in 76 d
        ━━━━━━━━
        ┄┄┄┄┄┄┄┄┄┄┄┄┄┄ ○ ongoing
        ◇◇             ○ starts in 16 d

                       late 199 d
                       ! late 107 d                                  not applicable

                       ! late 46 d                                   not applicable

                       ● done            23 Mar–30 Jun               USD 35,000 for 2015

                       ! late 46 d                                   USD 70,000 for 2015

        ┄┄┄┄┄┄┄┄┄┄┄┄┄┄ ◐ ongoing         from 16 Mar                 part of budget 1(c)
        ┄┄┄┄┄┄┄┄┄┄┄┄┄┄
        ┄┄┄┄┄┄┄┄┄┄┄┄┄┄ × cancelled                                   not applicable
        ┄┄┄┄┄┄┄┄┄┄┄┄┄┄ ○ ongoing                                     not applicable
        ═════════════› ○ not begun                                   USD 130,000, 4 years
        ━━━━━━━━━━━━━›
                       ○ ongoing                                     USD 38,000 a day
          ◇◇◇◇◇◇       ○ starts in 47 d                              not applicable


                       · no day yet

        ────────────────────────────────────────────────────────────────────────────────────────────────────

        dopted plan   : all commands   ? help   q quit
        """)
  }
}
