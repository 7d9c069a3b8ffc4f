import Model
import Testing

/// Which offers fit which needs, and why.
@Suite struct MatchingTests {
  private static let day = Day("2015-09-15")!

  private static func stakeholder(
    _ id: RecordID, country: String = "", languages: [String] = [], offers: [Capacity] = [],
    needs: [Capacity] = []
  ) -> Stakeholder {
    var stakeholder = Stakeholder(id: id)
    (stakeholder.name, stakeholder.country, stakeholder.languages) = (id, country, languages)
    (stakeholder.offers, stakeholder.needs) = (offers, needs)
    return stakeholder
  }

  private static func offer(
    _ id: RecordID, _ kind: CapacityKind, _ subject: String, country: String = "", languages: [String] = [],
    until: Day? = nil
  ) -> CapacityOffer {
    let capacity = Capacity(kind: kind, subject: subject, until: until)
    return CapacityOffer(capacity, of: stakeholder(id, country: country, languages: languages))
  }

  private static func need(_ subject: String, country: String = "", languages: [String] = []) -> CapacityNeed
  {
    CapacityNeed(
      Capacity(kind: .expertise, subject: subject),
      of: stakeholder("n", country: country, languages: languages))
  }

  private static func fits(_ need: CapacityNeed, _ offers: CapacityOffer...) -> [CapacityFit] {
    CapacityMatching(offers, asOf: day).fits(for: need, limit: 10)
  }

  @Test func `A fit has the kind and a word of the subject`() {
    let fits = Self.fits(
      Self.need("Analysis of pollens"), Self.offer("a", .expertise, "pollen analysis"),
      Self.offer("b", .capacityBuilding, "pollen analysis"), Self.offer("c", .expertise, "soil chemistry"))
    #expect(fits.map(\.offer.stakeholder) == ["a"])
    #expect(fits[0].words == ["analysis", "pollens"])
  }

  @Test func `Accents and case do not part words, nor do words that say nothing join them`() {
    #expect(Self.fits(Self.need("FORÊT"), Self.offer("a", .expertise, "foret")).count == 1)
    #expect(Self.fits(Self.need("maps for the sea"), Self.offer("a", .expertise, "for the land")).isEmpty)
  }

  @Test func `Chinese subjects share two characters in a row`() {
    #expect(Self.fits(Self.need("花粉分析"), Self.offer("a", .expertise, "古花粉")).map(\.words) == [["花粉"]])
    #expect(Self.fits(Self.need("花粉分析"), Self.offer("a", .expertise, "花园")).isEmpty)
  }

  @Test func `What ended before the day is left out`() {
    let ended = Self.offer("a", .expertise, "pollen", until: Self.day + -1)
    let last = Self.offer("b", .expertise, "pollen", until: Self.day)
    #expect(Self.fits(Self.need("pollen"), ended, last).map(\.offer.stakeholder) == ["b"])
    var request = TaskForceRequest(id: "r")
    (request.subject, request.capacity, request.until) = ("pollen", .expertise, Self.day + -1)
    #expect(Self.fits(CapacityNeed(request), last).isEmpty)
  }

  @Test func `Words rank before language and place`() {
    let fits = Self.fits(
      Self.need("pollen analysis", country: "KE", languages: ["en"]),
      Self.offer("far", .expertise, "pollen analysis"),
      Self.offer("near", .expertise, "pollen", country: "KE", languages: ["en"]),
      Self.offer("region", .expertise, "pollen", country: "ZM", languages: ["en"]),
      Self.offer("mute", .expertise, "pollen", country: "ZM"))
    #expect(fits.map(\.offer.stakeholder) == ["far", "near", "region", "mute"])
    #expect(fits[1].isSameCountry && fits[2].isSameRegion && fits[2].languages == ["en"])
  }

  @Test func `Nobody is matched with themselves`() {
    let both = Self.stakeholder("x")
    let capacity = Capacity(kind: .inKind, subject: "rooms")
    let matching = CapacityMatching([CapacityOffer(capacity, of: both)], asOf: Self.day)
    #expect(matching.fits(for: CapacityNeed(capacity, of: both), limit: 5).isEmpty)
  }
}

/// What a name suggests.
@Suite struct PersonNameTests {
  @Test(arguments: [
    ("Thandiwe Banda", false, "Banda, Thandiwe"), ("Simone de Beauvoir", false, "Beauvoir, Simone de"),
    ("Banda, Thandiwe", false, nil), ("Liu Sen", true, nil), ("Suharto", false, nil), ("刘森", true, nil),
  ])
  func `A sort key is suggested where the family name comes last`(
    name: String, isFamilyFirst: Bool, key: String?
  ) {
    var person = Stakeholder(id: "p")
    (person.name, person.isFamilyFirst) = (name, isFamilyFirst)
    #expect(person.suggestedSortName == key)
    person.type = .organization
    #expect(person.suggestedSortName == nil)
  }

  @Test func `A barrier without a step is told apart`() {
    var person = Stakeholder(id: "p")
    person.barriers = [.internet, .language]
    person.barrierSteps = [BarrierStep(barrier: .language, step: "guide in French")]
    #expect(person.unplannedBarriers == [.internet])
    #expect(Dimension.unplanned.values(of: person) == ["internet"])
  }
}
