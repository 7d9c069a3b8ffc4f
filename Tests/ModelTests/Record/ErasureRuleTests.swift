import Model
import Testing

/// Whatever may name a person says what becomes of it when they are erased.
@Suite struct ErasureRuleTests {
  /// The kinds that go along with a person, each because of a field that names one of the kinds before it.
  private static let personal: Set<RecordKind> = {
    var personal: Set<RecordKind> = [.stakeholder]
    while true {
      let more = RecordKind.allCases.filter { kind in
        kind.type.goesAlong && personal.contains { kind.type.names($0) }
      }
      if personal.isSuperset(of: more) { return personal }
      personal.formUnion(more)
    }
  }()

  private func ruleless<R: Record>(_: R.Type) -> [String] {
    R.fields.filter { field in
      field.entry.forms.contains { !Self.personal.isDisjoint(with: $0.kinds) }
        && R.onErasure[field.name] == nil
    }.map { "\(R.kind).\($0.name)" }
  }

  @Test(arguments: RecordKind.allCases) func `Every field that may name a person has a rule`(
    _ kind: RecordKind
  ) {
    #expect(ruleless(kind.type) == [])
  }

  /// The fields that a rule empties or counts by are there.
  private func unknown<R: Record>(_: R.Type) -> [String] {
    R.onErasure.flatMap { name, rule -> [String] in
      guard let field = R.field(name) else { return [name] }
      guard case .stays(let others, let number) = rule else { return [] }
      let known: [String] =
        if case .items(let parts) = field.entry { parts.map(\.name) } else { R.fields.map(\.name) }
      return (others + [number].compactMap(\.self)).filter { !known.contains($0) }
    }
  }

  @Test(arguments: RecordKind.allCases) func `A rule speaks of fields that are there`(_ kind: RecordKind) {
    #expect(unknown(kind.type) == [])
  }

  @Test func `Each rule leaves what it says`() throws {
    let ann: Set = [RecordReference(.stakeholder, "ann")]
    #expect(Engagement(id: "e", version: 1, values: ["stakeholder": "ann"]).forgetting(ann) == nil)
    let enquiry = Enquiry(id: "q", version: 1, values: ["subject": "Bees", "person": "ann", "asker": "Ann"])
    #expect(try #require(enquiry.forgetting(ann)).values["asker"] == nil)
    let launch = Launch(id: "l", version: 1, values: ["name": "L", "team": "Ann | lead | ann; Ben | web"])
    #expect(try #require(launch.forgetting(ann)).team.map(\.who) == ["Ben"])
    let evidence = Evidence(
      id: "v", version: 1,
      values: [
        "indicator": "1.2", "title": "Ann", "reference": "stakeholder:ann", "link": "https://ann.example",
      ])
    #expect(try #require(evidence.forgetting(ann)).values == ["indicator": "1.2", "title": OnErasure.word])
  }
}
