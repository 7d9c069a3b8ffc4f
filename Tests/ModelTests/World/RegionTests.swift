import Testing

@testable import Model

@Suite struct RegionTests {
  @Test func `Every country is in exactly one region of a scheme`() {
    for scheme in RegionScheme.allCases {
      let placed = scheme.regions.flatMap(\.countries)
      #expect(Set(placed).count == placed.count, "\(scheme)")
      let missing = Set(Country.all.map(\.code)).subtracting(placed)
      // Antarctica is nobody's; the groups are of Member States.
      #expect(scheme == .unGroups ? missing.count == 249 - 193 : missing == ["AQ"], "\(scheme)")
      for region in scheme.regions { #expect(!region.countries.isEmpty, "\(region.code)") }
    }
  }

  @Test func `Subregions make up their region`() {
    for (fine, coarse) in [(RegionScheme.m49Subregion, RegionScheme.m49), (.ipbesSubregion, .ipbes)] {
      for region in coarse.regions {
        let parts = fine.regions.filter { $0.parent == region.code }
        #expect(Set(parts.flatMap(\.countries)) == Set(region.countries), "\(region.code)")
      }
      #expect(fine.regions.allSatisfy { $0.parent.flatMap { Region.of($0, in: coarse) } != nil })
    }
  }

  @Test func `The regions of the assessments`() {
    let parts = Dictionary(grouping: RegionScheme.ipbesSubregion.regions) { $0.parent ?? "" }
    #expect(
      RegionScheme.ipbes.regions.map(\.code) == ["africa", "americas", "asia-pacific", "europe-central-asia"])
    #expect(
      parts["africa"]?.map(\.code) == [
        "east-africa", "southern-africa", "central-africa", "north-africa", "west-africa",
      ])
    #expect(parts["americas"]?.map(\.code) == ["north-america", "mesoamerica", "caribbean", "south-america"])
    #expect(
      parts["asia-pacific"]?.map(\.code) == [
        "oceania", "south-east-asia", "north-east-asia", "south-asia", "western-asia",
      ])
    #expect(
      parts["europe-central-asia"]?.map(\.code) == [
        "western-europe", "central-europe", "eastern-europe", "central-asia",
      ])
    #expect(RegionScheme.m49.regions.count == 5)
    #expect(RegionScheme.m49Subregion.regions.count == 22)
  }

  /// Where the schemes disagree, each says its own.
  @Test(arguments: [
    ("MR", "africa", "011", "north-africa"), ("BI", "africa", "014", "central-africa"),
    ("CY", "asia-pacific", "145", "central-europe"), ("IL", "western-europe-others", "145", "western-europe"),
    ("TR", "western-europe-others", "145", "central-europe"),
    ("MX", "latin-america-caribbean", "013", "mesoamerica"),
    ("IR", "asia-pacific", "034", "south-asia"), ("KZ", "asia-pacific", "143", "central-asia"),
    ("KE", "africa", "014", "east-africa"), ("CN", "asia-pacific", "030", "north-east-asia"),
  ])
  func `Countries stand where their scheme puts them`(
    _ code: String, _ group: String, _ m49: String, _ ipbes: String
  ) throws {
    let country = try #require(Country.of(code))
    #expect(country.regionCode(in: .unGroups) == group)
    #expect(country.regionCode(in: .m49Subregion) == m49)
    #expect(country.regionCode(in: .ipbesSubregion) == ipbes)
  }

  @Test func `Every region has six names`() {
    for scheme in RegionScheme.allCases {
      for language in ["en", "zh", "ar", "fr", "ru", "es"] {
        let names = scheme.regions.map { $0.name(in: language) }
        #expect(names.allSatisfy { !$0.isEmpty } && Set(names).count == names.count, "\(scheme) \(language)")
      }
    }
    let east = Region.of("east-africa", in: .ipbesSubregion)
    #expect(east?.name(in: "en") == "East Africa and adjacent islands")
    #expect(east?.shortName(in: "en") == "East Africa & isl.")
    #expect(east?.shortName(in: "fr") == "Afrique Est & îles")
  }
}
