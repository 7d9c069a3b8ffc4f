import Model
import Testing

@Suite struct OfficeRoleTests {
  private static let grant = RoleGrant(
    login: "pr", role: .consultancy, launch: "soil", from: Day("2016-01-10"), until: Day("2016-02-10"))

  @Test(arguments: [
    ("2016-01-09", false), ("2016-01-10", true), ("2016-02-10", true), ("2016-02-11", false),
  ])
  func `A period has both its days`(day: String, holds: Bool) {
    #expect(Self.grant.holds(on: Day(day)!) == holds)
    #expect(RoleGrant(login: "a", role: .viewer).holds(on: Day(day)!))
  }

  @Test func `A consultancy reaches its launch, the parts of it and what names it`() {
    #expect(Self.grant.reaches(RecordReference(.launch, "soil"), [:]))
    #expect(!Self.grant.reaches(RecordReference(.launch, "sea"), [:]))
    #expect(Self.grant.reaches(RecordReference(.launchCell, "soil/t2.1/2016-01"), [:]))
    #expect(!Self.grant.reaches(RecordReference(.launchCell, "soils/t2.1/2016-01"), [:]))
    #expect(Self.grant.reaches(RecordReference(.coverage, "c"), ["launch": "soil"]))
    #expect(!Self.grant.reaches(RecordReference(.coverage, "c"), ["launch": "sea"]))
    #expect(!Self.grant.reaches(RecordReference(.engagement, "e"), [:]))
    #expect(RoleGrant(login: "a", role: .editor).reaches(RecordReference(.launch, "sea"), [:]))
  }

  @Test func `A grant says what is missing`() {
    #expect(Self.grant.problem == nil)
    #expect(RoleGrant(login: "", role: .viewer).problem?.field == "login")
    #expect(RoleGrant(login: "pr", role: .consultancy).problem?.field == "launch")
    #expect(RoleGrant(login: "pr", role: .consultancy, launch: "soil").problem?.field == "from")
    var backwards = Self.grant
    backwards.until = Day("2016-01-01")
    #expect(backwards.problem?.problem == .endBeforeStart)
  }
}
