import Foundation
import Model
import Office
import Store
import Testing

@testable import Dashboard

/// Before a file is written, the new rows that may be about somebody known are shown, and each is decided by a key.
@Suite struct ImportLookalikeTests {
  private static let people = """
    name,emails,country,city
    T. Banda,Thandiwe@example.org,ZM,Ndola
    "Nowak, Ewa",e@x.example,PL,
    E. Nowak,E@x.example,PL,

    """

  private let folder = scratchPath()

  private func opened(language: String = "en") throws -> Desk {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/people.csv"
    try Data(Self.people.utf8).write(to: URL(fileURLWithPath: path))
    let desk = try Desk("2", language: language, library: .ofForests())
    desk.press("i")
    desk.type(path)
    desk.press("Enter", "p", "Right", "Right")
    return desk
  }

  private func leave() { try? FileManager.default.removeItem(atPath: folder) }

  @Test func `Who may be known stands there with the reasons`() throws {
    defer { leave() }
    let desk = try opened()
    #expect(
      desk.body == """
          All 3   New 3  [Known? 2]

        ▌● line 2: T. Banda  Zambia · Thandiwe@example.org
             ? Banda, Thandiwe  Zambia · thandiwe@example.org
               certain: same e-mail: Thandiwe@example.org / thandiwe@example.org;
               initials fit: T. Banda / Banda, Thandiwe; same country: Zambia
         ● line 4: E. Nowak  Poland · E@x.example
             ? line 3: Nowak, Ewa  Poland · e@x.example
               certain: same e-mail: E@x.example / e@x.example; initials fit: E. Nowak
               / Nowak, Ewa; same country: Poland
        """)
    #expect(
      desk.status == " = adds the row to Banda, Thandiwe · Space leaves it out · as it is, both are kept.")
  }

  @Test func `One key adds the row to who is known, and takes that back`() throws {
    defer { leave() }
    let desk = try opened()
    desk.press("=")
    #expect(desk.status == " The row goes into Banda, Thandiwe; = keeps both after all.")
    #expect(desk.body.hasPrefix("  All 3   New 2  [Known? 2]  Changed 1"))
    #expect(desk.body.contains("= Banda, Thandiwe  Zambia · thandiwe@example.org (goes into who is known)"))
    desk.press("=", "=", "Ctrl-S")
    let one = try #require(try desk.stakeholder("ban"))
    #expect(one.aliases == ["T. Banda"] && one.city == "Ndola" && one.name == "Banda, Thandiwe")
    #expect(try desk.library.read(StakeholderCount(StakeholderFilter())) == 9)
    desk.press("u")
    #expect(try desk.stakeholder("ban")?.city == "")
    #expect(try desk.library.read(StakeholderCount(StakeholderFilter())) == 7)
  }

  @Test func `Of two rows of the file one is left out`() throws {
    defer { leave() }
    let desk = try opened()
    desk.press("Down", "Down", "Down", "Down", "=")
    #expect(
      desk.status
        == " Both stand in the file, this one and line 3: leave one out with Space, or merge them once they are written."
    )
    desk.press("Space", "Ctrl-S")
    #expect(try desk.library.read(StakeholderCount(StakeholderFilter())) == 9)
    #expect(try desk.library.read(AllRecords<Stakeholder>()).contains { $0.name == "Nowak, Ewa" })
  }

  @Test func `In Chinese`() throws {
    defer { leave() }
    let desk = try opened(language: "zh")
    #expect(desk.body.hasPrefix("  全部 3   新增 3  [已有？ 2]"))
    #expect(desk.status == " 按 = 并入 Banda, Thandiwe · 按 Space 略去此行 · 不作选择则两者都保留。")
  }
}
