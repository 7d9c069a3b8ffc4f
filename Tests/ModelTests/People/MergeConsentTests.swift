import Model
import Testing

/// A merge publishes nothing that the record from which it came did not allow.
@Suite struct MergeConsentTests {
  private func record(_ id: RecordID, _ answer: ConsentAnswer?, _ values: [String: String]) -> Stakeholder {
    var record = Stakeholder(id: id, version: 1, values: ["name": "Chanda Mwale"].merging(values) { $1 })
    record.consents = answer.map { [Consent(use: .register, answer: $0, day: Day("2015-01-07"))] } ?? []
    return record
  }

  private func merged(_ records: Stakeholder...) -> Stakeholder {
    records.dropFirst().reduce(records[0]) { StakeholderMerge($0, $1).result }
  }

  private func published(_ record: Stakeholder) -> [String] {
    guard case .listed(let entry) = PublicRegister.standing(of: record) else { return [] }
    return entry.publicValues.map { "\($0.field.rawValue)=\($0.text)" }
  }

  private var list: Stakeholder {
    record(
      "list", nil, ["emails": "private@home.example; Chanda@office.example", "phones": "+260 955 000001"])
  }
  private var own: Stakeholder {
    record("self", .yes, ["emails": "chanda@office.example", "register_fields": "name; emails; phones"])
  }

  @Test func `What the record without an answer brought stays in the house`() {
    for merge in [StakeholderMerge(list, own), StakeholderMerge(own, list)] {
      #expect(merge.result.emails.contains("private@home.example"))
      #expect(merge.result.phones == ["+260 955 000001"])
      let emails = merge.publication.published.first { $0.field == .emails }?.text
      #expect(emails?.lowercased() == "chanda@office.example")
      #expect(merge.publication.published.map(\.field) == [.name, .emails])
      #expect(merge.publication.heldBack.map(\.value) == ["private@home.example", "+260 955 000001"])
      #expect(merge.publication.heldBack.allSatisfy { $0.reason == .notAgreed("list") })
    }
  }

  @Test func `A refusal keeps all of it back, and fewer fields keep a field back`() {
    let refusing = record("no", .no, [:])
    #expect(published(merged(own, refusing)).isEmpty)
    let held = StakeholderMerge(own, refusing).publication.heldBack
    #expect(held.map(\.reason) == [.refused("no"), .refused("no")])
    let narrow = record("narrow", .yes, ["register_fields": "name", "emails": "c@x.example"])
    let merge = StakeholderMerge(own, narrow)
    #expect(published(merge.result) == ["name=Chanda Mwale"])
    #expect(merge.publication.heldBack.map(\.reason) == [.fewerFields("narrow"), .fewerFields("narrow")])
  }

  @Test func `Three answers to different fields leave nothing, in whichever order`() {
    let three = ["roles", "kind", "name; emails; phones"].enumerated().map { index, fields in
      record("\(index)", .yes, ["register_fields": fields, "emails": "c\(index)@x.example"])
    }
    for order in [[0, 1, 2], [2, 1, 0], [0, 2, 1]] {
      #expect(merged(three[order[0]], three[order[1]], three[order[2]]).registerFields.isEmpty)
    }
  }

  @Test func `A name that may be published is kept before a fuller one that may not`() {
    var short = own
    short.name = "C. Mwale"
    let merge = StakeholderMerge(list, short)
    #expect(merge.result.name == "C. Mwale" && merge.result.aliases == ["Chanda Mwale"])
  }

  @Test func `Letters and notices keep to what was agreed`() {
    func answering(_ use: ConsentUse, _ record: Stakeholder) -> Stakeholder {
      var record = record
      record.consents = [Consent(use: use, answer: .yes)]
      return record
    }
    #expect(merged(list, answering(.mailing, own)).mailingAddress?.address == "Chanda@office.example")
    let silent = merged(list, answering(.mailing, record("m", nil, [:])))
    #expect(silent.mailingExclusion(nil, nil) == .noAddress)
    let told = answering(.focalPoint, record("f", nil, ["country": "ZM"]))
    #expect(NoticeEntry(merged(told, list))?.country == "ZM")
    #expect(NoticeEntry(merged(record("k", nil, ["country": "ZM"]), answering(.focalPoint, own))) == nil)
  }

  @Test(arguments: 0..<200) func `The order of three merges changes nothing that is public`(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let three = (0..<3).map { any($0, &random) }
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    let results =
      orders.map { merged(three[$0[0]], three[$0[1]], three[$0[2]]) }
      + orders.map { merged(three[$0[0]], merged(three[$0[1]], three[$0[2]])) }
    let sets = results.map { Set(published($0).map { $0.lowercased() }) }
    #expect(Set(sets).count == 1)
    let allowed = Set(three.flatMap(published).map { $0.lowercased() })
    #expect(sets[0].isSubset(of: allowed))
    if three.contains(where: { $0.refusedUses.contains(.register) }) { #expect(sets[0].isEmpty) }
  }

  private func any(_ id: Int, _ random: inout SplitMix) -> Stakeholder {
    func some(_ values: [String]) -> String {
      values.filter { _ in Bool.random(using: &random) }.joined(separator: "; ")
    }
    let answer: ConsentAnswer? = [.yes, .yes, .yes, nil, nil, .no].randomElement(using: &random) ?? nil
    return record(
      "r\(id)", answer,
      [
        "emails": some(["a@x.example", "B@x.example", "c@x.example"]),
        "phones": some(["+260 955 000001", "+260 955 000002"]),
        "disciplines": some(["natural", "social"]), "interests": some(["bees", "soils"]),
        "affiliations": some(["Bee Lab | director", "Soil Lab"]),
        "register_fields": some(["emails", "phones", "disciplines", "interests", "affiliations"])
          + "; name",
      ])
  }
}

/// Numbers that come again for the same seed.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
