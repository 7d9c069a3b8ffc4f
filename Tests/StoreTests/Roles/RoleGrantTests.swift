import Foundation
import GRDB
import Model
import Testing

@testable import Store

/// How roles come into a store, what they are bound to, and that they hold at once.
@Suite struct RoleGrantTests {
  private let folder: TemporaryFolder
  private let ana: Library
  /// The day by the store's clock.
  private static let today = Day("2015-09-15")!
  private static let clock: @Sendable () -> Int = { today.number * 86_400 }

  init() throws {
    folder = try TemporaryFolder()
    ana = try Library.open(folder.store, who: "ana", creating: true, clock: Self.clock)
  }

  private func open(_ who: String, isReadOnly: Bool = false, atMost role: OfficeRole? = nil) throws -> Library
  {
    try Library.open(folder.store, who: who, isReadOnly: isReadOnly, atMost: role, clock: Self.clock)
  }

  private func grant(_ login: String, _ role: OfficeRole) throws {
    try ana.grant(RoleGrant(login: login, role: role))
  }

  @Test func `Without roles everybody may do everything, and only the maker names the first administrator`()
    throws
  {
    let ben = try open("ben")
    try ben.add(.named("Ann"))
    #expect(ben.access == .full)
    #expect(throws: Refusal.firstIsNamed(by: "ana")) {
      try ben.grant(RoleGrant(login: "ben", role: .administrator))
    }
    #expect(try ben.read(RoleGrants()) == RoleGrants.Answer(grants: [], maker: "ana"))
    try grant("ben", .viewer)
    #expect(
      try ana.read(RoleGrants()).grants == [
        RoleGrant(login: "ana", role: .administrator), RoleGrant(login: "ben", role: .viewer),
      ])
  }

  /// A store of an earlier program has no maker: whoever is first names the administrator, and is one.
  @Test func `A store that nobody is known to have made takes its first administrator from anybody`() throws {
    try ana.writer.write { try $0.execute(sql: "DELETE FROM office_role") }
    try open("ben").grant(RoleGrant(login: "ben", role: .administrator))
    #expect(throws: StoreProblem.self) { try open("ana") }
  }

  @Test func `Who holds no role where others do does not get in, and is told whom to ask`() throws {
    try grant("ben", .viewer)
    #expect(throws: StoreProblem.noRole(folder.store, who: "eve", administrators: ["ana"])) {
      try open("eve")
    }
    #expect(throws: StoreProblem.noRole(folder.store, who: "eve", administrators: ["ana"])) {
      try open("eve", isReadOnly: true)
    }
  }

  @Test func `The refusal names the lowest role that would do, and all who could`() throws {
    try grant("ben", .viewer)
    try grant("cleo", .editor)
    try grant("dan", .publisher)
    let ben = try open("ben")
    #expect(throws: Refusal.needsRole(.editor, held: ["ana", "cleo", "dan"])) { try ben.add(.named("Ann")) }
    #expect(throws: Refusal.needsRole(.publisher, held: ["ana", "dan"])) { try ben.permit(.register) }
    #expect(throws: Refusal.needsRole(.administrator, held: ["ana"])) {
      try ben.grant(RoleGrant(login: "ben", role: .administrator))
    }
  }

  @Test func `The last administrator stays one`() throws {
    try grant("ben", .viewer)
    #expect(throws: Refusal.lastAdministrator) { try ana.revoke(.administrator, from: "ana") }
    try grant("ben", .administrator)
    try ana.revoke(.administrator, from: "ana")
    #expect(throws: (any Error).self) { try grant("eve", .viewer) }
    #expect(throws: Refusal.gone(title: "eve editor")) { try open("ben").revoke(.editor, from: "eve") }
  }

  @Test
  func `A role that is taken away while somebody works holds for the next write, and for the next look`()
    throws
  {
    try grant("ben", .editor)
    let ben = try open("ben")
    try ben.add(.named("Ann"))
    try ana.revoke(.editor, from: "ben")
    #expect(throws: Refusal.self) { try ben.add(.named("Bea")) }
    #expect(throws: StoreProblem.self) { try ben.find("Ann") }
    try grant("ben", .viewer)
    _ = try ben.poll()
    #expect(try ben.find("Ann") == ["Ann"])
    #expect(ben.access.roles == [.viewer])
  }

  @Test func `A contributor changes and removes what they made, and nobody else's`() throws {
    try grant("ben", .contributor)
    try grant("cleo", .contributor)
    let (ben, cleo) = (try open("ben"), try open("cleo"))
    try ana.add(.named("Ann", id: "ann"))
    var contact = Engagement(id: "c1")
    (contact.stakeholder, contact.day, contact.subject) = ("ann", Self.today, "Call")
    try ben.apply(LogContacts([contact]))
    var edited = try #require(try ben.read(RecordByID<Engagement>("c1")))
    edited.subject = "Call back"
    let change = EditRecord(base: try #require(try cleo.read(RecordByID<Engagement>("c1"))), edited: edited)
    #expect(throws: Refusal.needsRole(.editor, held: ["ana"])) { try cleo.apply(change) }
    #expect(throws: Refusal.needsRole(.editor, held: ["ana"])) { try cleo.apply(RemoveRecord(edited)) }
    try ben.apply(change)
    try ben.undo()
    #expect(try ben.read(RecordByID<Engagement>("c1"))?.subject == "Call")
    // New people in a contact's wake are records of the office.
    contact = Engagement(id: "c2")
    (contact.stakeholder, contact.day, contact.subject) = ("bea", Self.today, "Call")
    #expect(throws: Refusal.needsRole(.editor, held: ["ana"])) {
      try ben.apply(LogContacts([contact], newPeople: [.named("Bea", id: "bea")]))
    }
  }

  @Test func `A consultancy works on its launch, in its period, and on nothing else`() throws {
    var other = Launch(id: "soil")
    other.name = "Soil"
    try ana.apply(AddRecord(other))
    func contract(_ from: String, _ until: String) throws {
      try ana.grant(
        RoleGrant(
          login: "pr", role: .consultancy, launch: Launch.pollination, from: Day(from), until: Day(until)))
    }
    func coverage(_ id: String, _ launch: String) -> ImportRecords<Coverage> {
      let values = ["launch": launch, "name": "N", "when": "2015-09-10"]
      return ImportRecords(new: [Coverage(id: id, version: 0, values: values)])
    }
    try contract("2015-09-01", "2015-09-15")
    let pr = try open("pr")
    let base = try #require(try pr.read(RecordByID<Launch>(Launch.pollination)))
    var edited = base
    edited.name = "Pollinators"
    var elsewhere = other
    elsewhere.name = "S"
    try pr.apply(EditRecord(base: base, edited: edited))
    #expect(throws: Refusal.needsRole(.editor, held: ["ana"])) {
      try pr.apply(EditRecord(base: other, edited: elsewhere))
    }
    #expect(throws: Refusal.needsRole(.editor, held: ["ana"])) { try pr.apply(coverage("c2", "soil")) }
    try pr.apply(coverage("c1", Launch.pollination))
    #expect(throws: Refusal.needsRole(.editor, held: ["ana"])) { try pr.add(.named("Ann")) }
    #expect(throws: Refusal.needsRole(.publisher, held: ["ana"])) { try pr.apply(ReleaseMaterial("m")) }
    try contract("2015-09-01", "2015-09-14")
    #expect(throws: StoreProblem.self) { try open("pr") }
    #expect(throws: Refusal.invalid(field: "launch", .missing)) {
      try ana.grant(RoleGrant(login: "pr", role: .consultancy))
    }
    #expect(throws: Refusal.invalid(field: "launch", .unknownRecord("nothing"))) {
      try ana.grant(
        RoleGrant(login: "pr", role: .consultancy, launch: "nothing", from: Self.today, until: Self.today))
    }
  }

  /// Nobody becomes more by it: what both allow is allowed.
  @Test(arguments: OfficeRole.ceilings) func `A ceiling only ever lowers`(ceiling: OfficeRole) throws {
    for role in OfficeRole.allCases {
      try ana.grant(
        RoleGrant(
          login: "ben", role: role, launch: Launch.pollination, from: Self.today, until: Self.today))
      let access = try open("ben", atMost: ceiling).access
      for need in Need.allCases {
        let both = role.needs.contains(need) && ceiling.needs.contains(need)
        #expect(access.allows(need) == both, "\(role) below \(ceiling): \(need)")
      }
      if role != .administrator { try ana.revoke(role, from: "ben") }
    }
  }

  @Test func `A ceiling holds where nobody has a role, and in another way into the same store`() throws {
    let viewer = try open("ben", atMost: .viewer)
    #expect(throws: Refusal.needsRole(.editor, held: [])) { try viewer.add(.named("Ann")) }
    #expect(throws: Refusal.needsRole(.editor, held: [])) { try viewer.sibling().add(.named("Ann")) }
    #expect(throws: Refusal.needsRole(.administrator, held: [])) {
      try viewer.grant(RoleGrant(login: "ben", role: .administrator))
    }
  }

  @Test func `Who may do what is told in the log, and no undo takes it back`() throws {
    try grant("ben", .viewer)
    try ana.revoke(.viewer, from: "ben")
    let log = try ana.read(Disclosures()).reversed()
    #expect(log.map(\.purpose) == ["+ administrator: ana", "+ viewer: ben", "- viewer: ben"])
    #expect(Set(log.map(\.name)) == ["role"])
    #expect(throws: Refusal.nothingToUndo) { try ana.undo() }
  }
}
