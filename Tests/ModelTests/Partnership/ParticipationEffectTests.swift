import Model
import Testing

/// Whether others take part less since a partnership is in force.
@Suite struct ParticipationEffectTests {
  private func effect(asOf day: String) -> ParticipationEffect? {
    ParticipationEffect(activated: Day("2015-03-01")!, asOf: Day(day)!)
  }

  @Test func `The same number of days is compared before and since`() throws {
    let effect = try #require(self.effect(asOf: "2015-03-10"))
    #expect(effect.since.first == Day("2015-03-01") && effect.since.last == Day("2015-03-10"))
    #expect(effect.before.first == Day("2015-02-19") && effect.before.last == Day("2015-02-28"))
    #expect(self.effect(asOf: "2015-02-28") == nil)
    let year = try #require(self.effect(asOf: "2019-01-01"))
    #expect(year.since.last - year.since.first + 1 == ParticipationEffect.most)
  }

  @Test func `Acts, people and opportunities are counted, and fewer of one is a reduction`() throws {
    var effect = try #require(self.effect(asOf: "2015-03-10"))
    effect.add("comments | 4 |  | 2015-02-20; nomination | 1 |  | 2015-03-05; comments | 3 |  | 2015-03-06")
    effect.add("comments | 9 |  | 2015-03-11; comments | 2")
    #expect((effect.before.acts, effect.before.stakeholders) == (4, 1))
    #expect((effect.since.acts, effect.since.stakeholders) == (4, 1))
    #expect(!effect.isReduced)
    var opportunity = Opportunity(id: "o")
    (opportunity.state, opportunity.opens) = (.open, Day("2015-02-25"))
    effect.add(opportunity)
    #expect(effect.before.opportunities == 1 && effect.isReduced)
  }
}
