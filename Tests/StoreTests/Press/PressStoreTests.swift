import Model
import Store
import Testing

/// Two people release material, each at their own screen; an enquiry becomes an event; whoever is erased leaves the
/// press office too.
@Suite struct PressStoreTests {
  private let folder: TemporaryFolder
  private let mei: Library
  private let tom: Library
  /// 22 February 2016, noon UTC.
  private static let now = 1_456_142_400

  init() throws {
    folder = try TemporaryFolder()
    mei = try Library.open(folder.store, who: "mei", creating: true, clock: { Self.now })
    tom = try Library.open(folder.store, who: "tom", clock: { Self.now })
  }

  private func addMaterial(_ values: [String: String]) throws {
    try mei.apply(
      AddRecord(Material(id: "m", version: 0, values: ["name": "Summary"].merging(values) { $1 })))
  }

  private func material() throws -> Material { try #require(try mei.read(RecordByID<Material>("m"))) }

  @Test func `Two different people release`() throws {
    try addMaterial([:])
    try mei.apply(ReleaseMaterial("m"))
    #expect(try material().standing == .waiting(for: "mei"))
    #expect(throws: Refusal.invalid(field: "releases", .secondPersonNeeded("mei"))) {
      try mei.apply(ReleaseMaterial("m"))
    }
    try tom.apply(ReleaseMaterial("m"))
    #expect(try material().standing == .released)
    #expect(try material().releases.map(\.at) == [Self.now, Self.now])
    // What is out stays out.
    #expect(throws: Refusal.self) { try tom.apply(ReleaseMaterial("m")) }
    #expect(try mei.read(UndoOutlook()).undo?.name == "add")
    #expect(try tom.read(UndoOutlook()).undo == nil)
  }

  @Test func `A word is for the file as it was`() throws {
    try addMaterial(["digest": "aa"])
    try mei.apply(ReleaseMaterial("m"))
    let base = try material()
    var edited = base
    edited.digest = "bb"
    try tom.apply(EditRecord(base: base, edited: edited))
    #expect(try material().standing == .held)
    // The second word is for another file than the first.
    try tom.apply(ReleaseMaterial("m"))
    #expect(try material().standing == .waiting(for: "tom"))
    try mei.apply(ReleaseMaterial("m"))
    #expect(try material().isReleased)
  }

  @Test func `No form speaks for a second person`() throws {
    try addMaterial([:])
    let base = try material()
    var edited = base
    edited.releases = [Release(who: "mei", at: 1), Release(who: "tom", at: 2)]
    #expect(throws: Refusal.invalid(field: "releases", .notByHand)) {
      try mei.apply(EditRecord(base: base, edited: edited))
    }
    #expect(throws: Refusal.invalid(field: "releases", .notByHand)) {
      try mei.apply(ImportRecords(new: [Material(id: "x", version: 0, values: edited.values)]))
    }
  }

  @Test func `An embargo is not lifted by a key alone`() throws {
    var launch = try #require(try mei.read(RecordByID<Launch>(Launch.pollination)))
    let base = launch
    launch.embargo = try Moment("2016-02-22 12:01 UTC")
    try mei.apply(EditRecord(base: base, edited: launch))
    try addMaterial(["launch": Launch.pollination])
    #expect(throws: Refusal.invalid(field: "embargo", .underEmbargo(launch.embargo!))) {
      try mei.apply(ReleaseMaterial("m"))
    }
    try mei.apply(ReleaseMaterial("m", isEarly: true, why: "agreed"))
    #expect(throws: Refusal.self) { try tom.apply(ReleaseMaterial("m")) }
    try tom.apply(ReleaseMaterial("m", isEarly: true))
    #expect(try material().isReleased)
  }

  @Test func `An enquiry becomes an event as one change`() throws {
    let enquiry = Enquiry(id: "e", version: 0, values: ["subject": "Live", "enquiry_kind": "interview"])
    try mei.apply(AddRecord(enquiry))
    let stored = try #require(try mei.read(RecordByID<Enquiry>("e")))
    let event = stored.appearance(id: "v", on: Day("2016-02-23")!)
    try mei.apply(MakeAppearance(of: stored, as: event))
    #expect(try mei.read(RecordByID<Enquiry>("e"))?.event == "v")
    // Tom, who saw the enquiry before, makes no second event of it.
    #expect(throws: Refusal.changedMeanwhile(title: "Live", by: "mei")) {
      try tom.apply(MakeAppearance(of: stored, as: stored.appearance(id: "w", on: Day("2016-02-23")!)))
    }
    try mei.undo()
    #expect(try mei.read(RecordByID<Event>("v")) == nil)
    #expect(try mei.read(RecordByID<Enquiry>("e"))?.event == "")
  }

  @Test func `Mailings reach who said yes`() throws {
    func media(_ id: RecordID, _ values: [String: String]) -> Stakeholder {
      Stakeholder(id: id, version: 0, values: ["name": id, "audience": "media"].merging(values) { $1 })
    }
    let yes = "mailing | yes | consent"
    try mei.apply(
      ImportRecords(new: [
        media("a", ["languages": "fr; en", "emails": "a@example.org", "consents": yes]),
        media("b", ["languages": "zh-Hans", "emails": "b@example.org", "consents": yes]),
        media("c", ["languages": "zh", "emails": "c@example.org", "consents": yes]),
        media("d", ["languages": "fr", "emails": "d@example.org"]),
        media("e", ["languages": "fr", "consents": yes]),
        media("f", ["languages": "fr", "emails": "f@example.org", "consents": yes, "do_not_contact": "yes"]),
        Stakeholder(
          id: "g", version: 0,
          values: ["name": "g", "languages": "fr", "emails": "g@example.org", "consents": yes]),
      ]))
    let reach = try mei.read(MailingReach(StakeholderFilter(facets: [.audience: ["media"]])))
    #expect(reach.reached == ["fr": 1, "zh": 2])
    #expect(reach.excluded == ["fr": 3])
    #expect(reach.reasons == [.unasked: 1, .noAddress: 1, .doNotContact: 1])
  }

  @Test func `The erased leave the press office`() throws {
    try mei.add(.named("Zzyzx, Quentin", id: "zz"), .named("Ann", id: "ann"))
    for (id, person) in [("sp", "zz"), ("so", "ann")] {
      try mei.apply(AddRecord(Spokesperson(id: id, version: 0, values: ["name": "Zzyzx", "person": person])))
    }
    try mei.apply(
      ImportRecords(new: [
        Enquiry(id: "e1", version: 0, values: ["subject": "Figures", "person": "zz", "asker": "Q. Zzyzx"]),
        Enquiry(id: "e2", version: 0, values: ["subject": "Maps", "person": "ann", "spokesperson": "sp"]),
      ]))
    try mei.apply(
      AddRecord(
        Event(
          id: "v", version: 0, values: ["name": "Live", "start": "2016-02-23", "spokespersons": "sp; so"])))
    let data = try #require(try mei.read(PersonalDataOf("zz")))
    #expect((data.all(Enquiry.self).map(\.id), data.all(Spokesperson.self).map(\.id)) == (["e1"], ["sp"]))
    _ = try mei.read(AllRecords<Enquiry>())
    let erasure = try mei.erase("zz", why: "asked")
    #expect(erasure.others == 4)
    let enquiries = try mei.read(AllRecords<Enquiry>())
    #expect(enquiries.map(\.subject) == ["Figures", "Maps"])
    #expect(enquiries.map { "\($0.stakeholder)|\($0.contact)|\($0.spokesperson)" } == ["||", "ann||"])
    #expect(try mei.read(RecordByID<Event>("v"))?.spokespersons == ["so"])
    #expect(try mei.read(AllRecords<Spokesperson>()).map(\.id) == ["so"])
    #expect(try mei.read(WholePressOffice(on: Day("2016-02-22")!)).names == ["ann": "Ann"])
  }
}
