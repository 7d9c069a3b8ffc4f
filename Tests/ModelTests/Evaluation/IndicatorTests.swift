import Testing

@testable import Model

/// The six indicators: what counts, and what says that nothing does.
@Suite struct IndicatorTests {
  private let day = Day("2015-09-15")!

  private func evidence(_ id: RecordID, _ indicator: String, _ rung: Rung?, _ day: String) -> Evidence {
    var evidence = Evidence(id: id)
    (evidence.indicator, evidence.name, evidence.rung, evidence.day) = (indicator, id, rung, Day(day))
    return evidence
  }

  @Test func `The furthest on the ladder comes first, and what is dated later does not count`() {
    var book = IndicatorBook(at: day)
    book.evidence = [
      evidence("a", "1.2", .participation, "2015-09-01"), evidence("b", "1.2", .impact, "2014-01-01"),
      evidence("c", "1.2", nil, "2015-09-02"), evidence("d", "1.2", .impact, "2015-09-16"),
    ]
    #expect(book.evidence(of: "1.2").map(\.id) == ["b", "a", "c"])
    #expect(book.ladder(of: "1.2") == [.impact: 1, .participation: 1, nil: 1])
    #expect(book.isShown("1.2") && !book.isShown("1.1"))
    var later = IndicatorBook(at: day, from: Day("2015-01-01"))
    later.evidence = book.evidence
    #expect(later.evidence(of: "1.2").map(\.id) == ["a", "c"])
  }

  @Test func `To 6.3 count calls, surveys and concerns`() {
    var book = IndicatorBook(at: day)
    var (call, other) = (CallForInput(id: "c"), CallForInput(id: "d"))
    (call.isOnEngagement, call.opens, other.opens) = (true, day, day)
    book.calls = [call, other]
    book.comments = [ReviewComment(call: "c", number: 1), ReviewComment(call: "d", number: 1)]
    var (open, draft) = (Survey(id: "s"), Survey(id: "t"))
    (open.state, draft.state) = (.open, .draft)
    book.surveys = [open, draft]
    book.responses = ["s": 31, "t": 4]
    var (resolved, declined) = (Concern(id: "r"), Concern(id: "q"))
    (resolved.state, resolved.resolved, declined.state) = (.resolved, Day("2015-09-20"), .declined)
    book.concerns = [resolved, declined]
    #expect(book.counted("6.1").map(\.count) == [1, 1])
    #expect(book.counted("6.2").map(\.count) == [1, 31])
    // Resolved five days after the as-of day.
    #expect(book.counted("6.3").map(\.count) == [0, 2])
  }

  @Test func `Figures say each gap, and the same records give the same figures`() {
    var book = IndicatorBook(at: day)
    book.evidence = [evidence("a", "5.2", .impact, "2015-09-01")]
    var measure = Measure(id: "m")
    (measure.indicator, measure.name, measure.target) = ("5.2", "Citations", Quantity(40))
    measure.readings = [
      Reading(day: Day("2015-09-16")!, value: Quantity(9)),
      Reading(day: Day("2015-06-30")!, value: Quantity("3.5")!),
    ]
    book.measures = [measure]
    let figures = book.figures
    #expect(figures.descriptions.map(\.id) == Evidence.descriptions)
    #expect(figures.descriptions.filter { !$0.isGap }.map(\.id) == ["5.2"])
    let standing = figures.descriptions.first { $0.id == "5.2" }?.standings.first
    #expect(standing?.actual == "3.5" && standing?.actualDay == "2015-06-30" && standing?.target == "40")
    #expect(book.figures == figures)
  }

  @Test func `Acts are counted by year, region and gender`() {
    var counts = ParticipationCounts(through: day)
    counts.add("comments | 14 | Pollination | 2014-03-02; nomination", country: "KE", gender: "female")
    counts.add(
      "participant | 2 | A\\; B | 2015-01-01", country: "ZM", gender: ParticipationCounts.noIndividual)
    counts.add("fellowship | 1 | Later | 2015-10-01; nonsense | 3", country: "CN", gender: "")
    #expect(counts.years[2014]?[.comments] == 14 && counts.years[0]?[.nomination] == 1)
    #expect(counts.regions(by: .unGroups)["africa"]?.all == 17)
    #expect(counts.genders["female"]?.all == 15 && counts.genders[""] == nil)
    #expect(counts.stakeholders == 2 && counts.all.all == 17)
    var dated = ParticipationCounts(from: Day("2015-01-01"), through: day)
    dated.add("comments | 14 | Pollination | 2014-03-02; nomination", country: "KE", gender: "")
    #expect(dated.all.all == 0)
  }

  @Test func `The quick reading of participation agrees with the slow one`() throws {
    for text in [
      "comments | 14 | Pollination | 2015-03-02", "nomination",
      "participant | 3; fellowship | | X | 2014-12-31",
      "comments | 2 | A \\| B\\; C | 2015-01-01", "", " nomination |  | | ", "comments|7|x|2015-02-03",
    ] {
      var stakeholder = Stakeholder(id: "s")
      try Stakeholder.field("participation")?.write(text, to: &stakeholder)
      let slow = stakeholder.participation
      let quick = Participation.brief(Stakeholder.field("participation")?.read(stakeholder) ?? "")
      #expect(quick.map(\.kind) == slow.map(\.kind), "\(text)")
      #expect(quick.map(\.count) == slow.map(\.count), "\(text)")
      #expect(quick.map(\.day) == slow.map(\.day), "\(text)")
    }
  }

  @Test func `Representation has a reference, and names what is missing`() {
    let counts = ["KE": 3, "ZM": 1, "CN": 2, "AQ": 1]
    let groups = Representation(scheme: .unGroups, counts: counts)
    let africa = groups.rows.first { $0.region == "africa" }
    #expect(africa?.present == ["KE", "ZM"] && africa?.whole == 54 && africa?.percent == 3)
    #expect(africa?.missing.contains("DZ") == true && groups.outside == ["AQ"])
    let members = Representation(scheme: .unGroups, members: ["KE", "DZ", "AQ"], counts: counts)
    #expect(members.rows.map(\.whole) == [2, 0, 0, 0, 0, 1] && members.rows[0].percent == 50)
    #expect(members.rows[1].percent == nil && members.outside == ["CN", "ZM"])
    let m49 = Representation(scheme: .m49, counts: counts)
    #expect(m49.rows.count == RegionScheme.m49.regions.count && m49.present == 3)
  }

  @Test func `Members are read by code and name, and what is unknown is named`() {
    #expect(Representation.members("ke ZM, China").unknown == ["ke ZM"])
    #expect(Representation.members("ke zm CN ke").known == ["CN", "KE", "ZM"])
    #expect(Representation.members("Kenya; 中国、Côte d'Ivoire").known == ["CI", "CN", "KE"])
    #expect(Representation.members("United Kingdom").known == ["GB"])
    #expect(
      Representation.members(" ").known.isEmpty && Representation.members("Atlantis").unknown == ["Atlantis"])
  }
}
