import GRDB
import Model
import Testing

@testable import Store

@Suite struct RiskStoreTests {
  private let library: Library
  private let day = Day("2015-09-15")!

  init() throws {
    library = try Library.inMemory()
    for id in ["ana", "ben", "cas"] {
      var person = Stakeholder(id: id)
      person.name = id
      try library.apply(AddRecord(person))
    }
  }

  private func contact(_ id: String, _ who: RecordID, _ day: String, _ direction: Direction = .outgoing)
    throws
  {
    var one = Engagement(id: id)
    (one.stakeholder, one.day, one.direction, one.subject) = (who, Day(day), direction, "Example")
    try library.apply(AddRecord(one))
  }

  private func asked() throws -> [RecordID: Int] {
    let signals = try library.read(RiskCountsOn(day, by: .unGroups))
    let rows = signals[.askedOften, .fatigue]?.rows ?? []
    return rows.reduce(into: [:]) { counts, row in
      if case .record(let one, let times) = row { counts[one.id] = times }
    }
  }

  @Test func `Signals of all stakeholders are counted anew when one of them changes, in bulk as well`() throws
  {
    func missing() throws -> Int? {
      try library.read(RiskCountsOn(day, by: .unGroups))[.gaps, .unevenness]?.count
    }
    let first = try missing()
    for (number, country) in ["KE", "CN", "BR", "FR", "FJ"].enumerated() {
      var person = Stakeholder(id: "of\(number)")
      (person.name, person.country) = (country, country)
      try library.apply(AddRecord(person))
      let known = try missing()
      // A store that was never asked counts the same.
      let fresh = try Library.inMemory(like: library).read(RiskCountsOn(day, by: .unGroups))
      #expect(known == fresh[.gaps, .unevenness]?.count, "\(country)")
    }
    #expect(try missing() != first)
  }

  @Test func `The five are there on the first start, and no record of them is`() throws {
    let book = try library.read(RiskBookOn(day))
    #expect(book.risks.map(\.id) == EngagementRisk.codes)
    #expect(try library.read(AllRecords<Risk>()).isEmpty)
  }

  @Test func `What the office says of one is a record, and taken back it is as it was adopted`() throws {
    let base = Risk(id: "fatigue")
    var edited = base
    edited.likelihood = .high
    try library.apply(EditRecord(base: base, edited: edited))
    #expect(try library.read(RiskBookOn(day)).risks.first { $0.id == "fatigue" }?.likelihood == .high)
    try library.undo()
    #expect(try library.read(AllRecords<Risk>()).isEmpty)
    try library.redo()
    #expect(try library.read(AllRecords<Risk>()).map(\.likelihood) == [.high])
  }

  @Test func `A store of an earlier program shows them, too`() throws {
    let folder = try TemporaryFolder()
    let pool = try DatabasePool(path: folder.store)
    try Schema.migrator.migrate(pool, upTo: "5 proposals of the network")
    try pool.close()
    let old = try Library.open(folder.store, who: "ben")
    #expect(try old.read(RiskBookOn(day)).risks.count == 5)
    try old.apply(EditRecord(base: Risk(id: "capacity"), edited: Risk(id: "capacity")))
    #expect(try old.check().isEmpty)
  }

  @Test func `Who was asked three times in twelve months was asked often`() throws {
    for number in 1...3 { try contact("a\(number)", "ana", "2015-0\(number)-01") }
    for number in 1...2 { try contact("b\(number)", "ben", "2015-0\(number)-01") }
    try contact("b3", "ben", "2015-03-01", .incoming)
    try contact("b4", "ben", "2014-09-15")
    try contact("b5", "ben", "2015-09-16")
    #expect(try asked() == ["ana": 3])
    // The question is asked again when a contact comes in, and knows nothing of what does not concern it.
    try library.apply(EditRecord(base: Risk(id: "fatigue"), edited: Risk(id: "fatigue")))
    #expect(try asked() == ["ana": 3])
    try contact("b6", "ben", "2015-09-15")
    #expect(try asked() == ["ana": 3, "ben": 3])
    try library.undo()
    #expect(try asked() == ["ana": 3])
  }

  @Test func `Invitations, calls to take part and the press count with the contacts`() throws {
    var survey = Survey(id: "s")
    (survey.name, survey.anonymity) = ("Example", .named)
    try library.apply(AddRecord(survey))
    var invitation = Invitation(id: "i")
    (invitation.survey, invitation.stakeholder, invitation.day) = ("s", "cas", Day("2015-08-01"))
    try library.apply(AddRecord(invitation))
    var one = Opportunity(id: "o")
    (one.name, one.told) = ("Example", [Telling(day: Day("2015-08-02"), stakeholder: "cas")])
    try library.apply(AddRecord(one))
    #expect(try asked().isEmpty)
    var speaker = Spokesperson(id: "p")
    (speaker.name, speaker.stakeholder) = ("Cas", "cas")
    try library.apply(AddRecord(speaker))
    var enquiry = Enquiry(id: "e")
    (enquiry.subject, enquiry.spokesperson) = ("Example", "p")
    try Enquiry.field("received")?.write("2015-08-03 10:00 UTC", to: &enquiry)
    try library.apply(AddRecord(enquiry))
    #expect(try asked() == ["cas": 3])
  }

  @Test func `Comments and concerns that were marked are pairs`() throws {
    var call = CallForInput(id: "c")
    call.name = "Example"
    try library.apply(AddRecord(call))
    var comment = ReviewComment(call: "c", number: 1)
    comment.text = "No"
    try library.apply(AddRecord(comment))
    var concern = Concern(id: "k")
    (concern.name, concern.contradicts) = ("Yes", ["comment:c/1"])
    try library.apply(AddRecord(concern))
    let pair = SignalRow.pair(RecordReference(.concern, "k"), RecordReference(.comment, "c/1"))
    #expect(try library.read(RiskBookOn(day)).signals[.contradictions, .conflict]?.rows == [pair])
    var marked = try #require(try library.read(RecordByID<ReviewComment>("c/1")))
    let base = marked
    marked.contradicts = ["concern:k"]
    try library.apply(EditRecord(base: base, edited: marked))
    #expect(try library.read(RiskBookOn(day)).signals[.contradictions, .conflict]?.count == 1)
    #expect(throws: Refusal.self) { try library.apply(RemoveRecord(marked)) }
  }

  @Test func `Want of funds without a step is read from kept counts`() throws {
    let base = try #require(try library.read(RecordByID<Stakeholder>("ana")))
    var edited = base
    edited.barriers = [.funding, .language]
    try library.apply(EditRecord(base: base, edited: edited))
    let signals = try library.read(RiskBookOn(day)).signals
    #expect(signals[.fundingWithoutStep, .capacity]?.count == 1)
    let row = SignalRow.stakeholders(.unplanned, "funding", count: 1, even: nil)
    #expect(signals[.fundingWithoutStep, .capacity]?.rows == [row])
  }

  @Test func `A report says what was assessed, and nothing of what nobody said`() throws {
    let facts = ReportFactsOf(.bureau, from: Day("2015-01-01")!, to: day)
    #expect(try library.read(facts).risks == [])
    var risk = Risk(id: "capacity")
    (risk.likelihood, risk.impact) = (.high, .low)
    try library.apply(EditRecord(base: Risk(id: "capacity"), edited: risk))
    let said = try #require(try library.read(facts).risks)
    #expect(said.map(\.id) == ["capacity"] && said[0].likelihood == "high" && said[0].signals.count == 3)
  }
}
