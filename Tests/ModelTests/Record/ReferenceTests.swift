import Model
import Testing

/// What records name, as the field tables say it.
@Suite struct ReferenceTests {
  private let ann = RecordReference(.stakeholder, "ann")
  private let ben = RecordReference(.stakeholder, "ben")

  @Test func `A record says what it names, field by field`() {
    var activity = Activity(id: "own")
    (activity.planText, activity.parent, activity.stakeholders) = ("launch/bees", "t1.a", ["ann", "ben"])
    #expect(
      activity.references == [
        FieldReference("plan", RecordReference(.launch, "bees")),
        FieldReference("parent", RecordReference(.activity, "t1.a")),
        FieldReference("stakeholders", ann), FieldReference("stakeholders", ben),
      ])
    #expect(activity.named(.stakeholder) == ["ann", "ben"])
    activity.planText = Plan.table1.rawValue
    #expect(activity.named(.launch).isEmpty && activity.named(.plan).isEmpty)
    let translation = Translation(product: "map", language: "fr")
    #expect(translation.references == [FieldReference("id", RecordReference(.product, "map"))])
  }

  @Test func `Parts of entries name records too, and move alone`() {
    var opportunity = Opportunity(id: "o")
    opportunity.told = [
      Telling(day: nil, stakeholder: "ann", note: "a|b"), Telling(day: nil, number: 7, note: "a list"),
      Telling(day: nil, stakeholder: "ben"),
    ]
    #expect(opportunity.references.map(\.to) == [ann, ben])
    let moved = opportunity.naming(ben, for: ann)
    #expect(moved.told.map(\.stakeholder) == ["ben", "", "ben"])
    #expect(moved.told.map(\.note) == ["a|b", "a list", ""])
    #expect(opportunity.naming(nil, for: ben).named(.stakeholder) == ["ann"])
  }

  @Test func `Whoever stands in a list twice by a move stands there once`() {
    var group = FocusGroup(id: "g")
    group.participants = ["ann", "cas", "ben"]
    #expect(group.naming(ben, for: ann).participants == ["ben", "cas"])
  }

  @Test func `A reference of any kind is written with its kind`() {
    var evidence = Evidence(id: "e")
    evidence.reference = "stakeholder:ann"
    #expect(evidence.naming(ben, for: ann).reference == "stakeholder:ben")
    #expect(evidence.naming(nil, for: RecordReference(.event, "ann")) == evidence)
    var event = Event(id: "v")
    event.participants = ["Herald", "ann"]
    #expect(event.naming(ben, for: ann).participants == ["Herald", "ben"])
  }
}
