import Model
import Store
import Testing
import Typesetting

@testable import Dashboard

@Suite struct RegionsPaneTests {
  @Test func `A scheme is chosen`() throws {
    let desk = try Desk("1", library: .ofRegions())
    #expect(desk.part(41..<62).contains("Latin Am. & Car."))
    desk.press("W")
    #expect(
      desk.lines.dropFirst(14).prefix(7).joined(separator: "\n") == """
        ── Regions ─────────────────────────────────────────────────────────────────────
        ▌ ✓ UN regions           5 regions    groups of Member States
            M49 regions          5 regions    UN Statistics Division
            M49 subregions       22 regions   UN Statistics Division
            IPBES regions        4 regions    decision IPBES-3/1, annexes IV to VII
            IPBES subregions     18 regions   decision IPBES-3/1, annexes IV to VII

        """)
    desk.press("Down", "Down", "Down", "Enter", "Esc")
    #expect(desk.session.look.regions == .ipbes)
    #expect(
      desk.part(41..<62).contains("Europe & Cent. Asia") || desk.part(41..<62).contains("Europe & Cent. As"))
    // The next visit shows it still.
    let again = try Desk("1", library: desk.library)
    #expect(again.session.look.regions == .ipbes)
  }

  @Test func `Long schemes show the fullest regions`() throws {
    let desk = try Desk("1", library: .ofRegions())
    desk.choose(.m49Subregion)
    #expect(
      desk.part(41..<80).split(separator: "\n").prefix(6).joined(separator: "\n") == """
        STAKEHOLDERS  50
        Eastern Africa     █▌               4
        Middle Africa      █▌               4
        Western Africa     █▌               4
        Northern America   █▌               4
        South America      █▌               4
        """)
    desk.press("Right", "Enter")
    #expect((desk.session.shell.top as? StakeholdersPane)?.list.filter.facets == [.m49Subregion: ["014"]])
  }

  @Test func `Lists and the table of diversity follow`() throws {
    let desk = try Desk("5", columns: 80, rows: 40, library: .ofRegions())
    desk.choose(.ipbes)
    desk.press("t", "t")
    #expect(
      desk.part(0..<40).hasPrefix(
        """
         IPBES REGION
        ▌Africa                █████████     16
         Americas              █████▋        10
         Asia-Pacific          ███████▉      14
         Europe & Cent. Asia   ████▌          8
         no region             █▏             2

         DISCIPLINES
         natural sciences      █████████     24
         social sciences       █████████     24
         economic sciences     ▍              1

         COUNTRIES
         represented                         25
         Brazil                █████████      2
         Canada                █████████      2
         DR Congo              █████████      2
         Cameroon              █████████      2
         China                 █████████      2
         Germany               █████████      2
         Egypt                 █████████      2
         Fiji                  █████████      2
         France                █████████      2
         Ghana                 █████████      2
        """))
    desk.press("Down", "Enter")
    #expect((desk.session.shell.top as? StakeholdersPane)?.list.filter.facets == [.ipbesRegion: ["americas"]])
    desk.press("Enter")
    #expect(desk.body.contains("· Americas"))
  }

  @Test func `Filters know every scheme`() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("f", "j", "j", "j", "j", "j", "j", "j", "Right", "j", "j", "Enter", "Esc")
    let list = try #require(desk.session.shell.top as? StakeholdersPane)
    #expect(list.list.filter.facets == [.ipbesSubregion: ["central-africa"]])
    #expect(list.list.total == 4)
    #expect(desk.lines[2].hasSuffix("ipbes-subregion Central Africa"))
  }
}
