import GRDB
import Model
import Testing

@testable import Store

/// What a merge, an erasure and a person's own data reach, beside what was said to the office: the press office, the
/// plans and the evidence.
@Suite struct ReferenceStoreTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    try library.add(.named("Zzyzx, Quentin", id: "zz"), .named("Ann", id: "ann"))
    func add<R: Model.Record>(_: R.Type, _ id: RecordID, _ values: [String: String]) throws {
      try library.apply(AddRecord(R(id: id, version: 0, values: values)))
    }
    try add(Activity.self, "own", ["name": "Own", "stakeholders": "zz; ann", "owner": "mei"])
    try add(Enquiry.self, "q", ["subject": "S", "person": "zz"])
    try add(Spokesperson.self, "sp", ["name": "Zed", "person": "zz"])
    try add(Launch.self, "l", ["name": "L", "team": "Zzyzx, Quentin | lead | zz; Ben | web"])
    try add(Event.self, "v", ["name": "V", "start": "2015-09-01", "participants": "The Herald; zz"])
    try add(
      Evidence.self, "e",
      ["indicator": "6.3", "title": "N", "reference": "stakeholder:zz", "link": "https://example.org/zzyzx"])
  }

  private func record<R: Model.Record>(_ id: RecordID, _: R.Type = R.self) throws -> R {
    try #require(try library.read(RecordByID<R>(id)))
  }

  private func merge() throws {
    let merge = StakeholderMerge(try record("ann"), try record("zz"))
    try library.apply(MergeStakeholders(merge))
  }

  @Test func `A merge moves what names the one, in every room`() throws {
    try merge()
    #expect(try record("own", Activity.self).stakeholders == ["ann"])
    #expect(try record("q", Enquiry.self).stakeholder == "ann")
    #expect(try record("sp", Spokesperson.self).stakeholder == "ann")
    #expect(try record("l", Launch.self).team.map(\.record) == ["ann", ""])
    #expect(try record("v", Event.self).participants == ["The Herald", "ann"])
    #expect(try record("e", Evidence.self).reference == "stakeholder:ann")
    let office = try library.read(WholePressOffice(on: Day("2015-09-15")!))
    // Of two names the fuller one stays.
    #expect(office.names == ["ann": "Zzyzx, Quentin"])
    #expect(try library.read(StrayReferences()).isEmpty)
    try library.undo()
    #expect(try record("own", Activity.self).stakeholders == ["zz", "ann"])
    #expect(try record("l", Launch.self).team.map(\.record) == ["zz", ""])
  }

  @Test func `Their own data has what named the record that is gone, and of lists their part alone`() throws {
    try merge()
    let data = try #require(try library.read(PersonalDataOf("ann")))
    #expect(data.all(Enquiry.self).map(\.id) == ["q"] && data.all(Spokesperson.self).map(\.id) == ["sp"])
    #expect(data.all(Launch.self).map(\.team).map { $0.map(\.role) } == [["lead"]])
    let plan = try #require(data.all(Activity.self).first)
    #expect((plan.name, plan.stakeholders, plan.owner) == ("Own", ["ann"], ""))
    #expect(data.all(Event.self).map(\.participants) == [["ann"]])
    #expect(data.history.contains { $0.after["name"] == "Zzyzx, Quentin" })
  }

  @Test
  func `An erasure takes the link of evidence and the place in a team, and leaves the plan its history`()
    throws
  {
    let base = try record("own", Activity.self)
    var edited = base
    edited.status = .underWay
    try library.apply(EditRecord(base: base, edited: edited))
    _ = try library.erase("zz", why: "asked")
    #expect(try record("own", Activity.self).stakeholders == ["ann"])
    #expect(try record("l", Launch.self).team.map(\.who) == ["Ben"])
    #expect(try record("v", Event.self).participants == ["The Herald"])
    let evidence = try record("e", Evidence.self)
    #expect([evidence.name, evidence.reference, evidence.link] == [OnErasure.word, "", ""])
    #expect(try library.read(StrayReferences()).isEmpty)
    #expect(try library.read(RecordHistory(.activity, "own")).entries.count == 2)
    try library.undo()
    #expect(try record("own", Activity.self).status == .planned)
  }

  @Test func `What others name is not removed`() throws {
    let speaker = try record("sp", Spokesperson.self)
    try library.apply(
      AddRecord(Enquiry(id: "r", version: 0, values: ["subject": "T", "spokesperson": "sp"])))
    #expect(throws: Refusal.invalid(field: "spokesperson", .inUse("T"))) {
      try library.apply(RemoveRecord(speaker))
    }
    try library.apply(RemoveRecord(try record("r", Enquiry.self)))
    try library.apply(RemoveRecord(speaker))
  }

  @Test func `A reference that leads nowhere is found, and where it could be followed`() throws {
    try merge()
    // As an earlier program left it.
    try library.database.write { db in
      try db.execute(
        sql: "UPDATE enquiry SET body = '{\"subject\":\"S\",\"person\":\"zz\",\"event\":\"none\"}'")
    }
    let (event, person) = (RecordReference(.event, "none"), RecordReference(.stakeholder, "zz"))
    let record = RecordReference(.enquiry, "q")
    #expect(
      try library.read(StrayReferences()) == [
        StrayReference(record: record, title: "S", field: "person", to: person, into: "ann"),
        StrayReference(record: record, title: "S", field: "event", to: event, into: nil),
      ])
  }

  @Test func `A draft names who is there now, and whom it named when the merge is taken back`() throws {
    try library.keep(
      Draft(
        kind: .concern, record: "new", basedOn: 0, at: 0, base: [:], typed: ["person": "zz", "name": "?"]))
    try merge()
    #expect(try library.read(Drafts()).map(\.typed) == [["person": "ann", "name": "?"]])
    try library.undo()
    #expect(try library.read(Drafts()).map(\.typed) == [["person": "zz", "name": "?"]])
  }
}
