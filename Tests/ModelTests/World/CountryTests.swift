import Testing

@testable import Model

@Suite struct CountryTests {
  private static let languages = ["en", "zh", "ar", "fr", "ru", "es"]

  @Test func `Every country has its codes and six names`() {
    #expect(Country.all.count == 249)
    #expect(Country.all.map(\.code) == Country.all.map(\.code).sorted())
    for codes in [Country.all.map(\.code), Country.all.map(\.alpha3), Country.all.map(\.number)] {
      #expect(Set(codes).count == 249)
    }
    for country in Country.all {
      #expect(country.code.count == 2 && country.alpha3.count == 3 && country.number.count == 3)
      for language in Self.languages {
        #expect(!country.name(in: language).isEmpty, "\(country.code) \(language)")
        #expect(
          country.shortName(in: language).count <= country.name(in: language).count + 8, "\(country.code)")
      }
    }
  }

  @Test func `No two countries share a name`() {
    for language in Self.languages {
      let names = Country.all.map { Folding.folded($0.name(in: language)) }
      let short = Country.all.map { Folding.folded($0.shortName(in: language)) }
      #expect(Set(names).count == 249 && Set(short).count == 249, "\(language)")
    }
  }

  @Test func `Names are in the script of their language`() {
    func isIn(_ ranges: [ClosedRange<UInt32>], _ text: String) -> Bool {
      text.unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isAlphabetic || ranges.contains { $0.contains(scalar.value) }
      }
    }
    for country in Country.all {
      #expect(isIn([0x400...0x4FF], country.name(in: "ru")), "\(country.name(in: "ru"))")
      #expect(isIn([0x600...0x6FF, 0x750...0x77F], country.name(in: "ar")), "\(country.name(in: "ar"))")
      #expect(isIn([0x4E00...0x9FFF], country.name(in: "zh")), "\(country.name(in: "zh"))")
    }
  }

  @Test func `Every name and code is read back`() {
    for country in Country.all {
      let names = Self.languages.flatMap { [country.name(in: $0), country.shortName(in: $0)] }
      for name in names + [country.code.lowercased(), country.alpha3, country.number] {
        #expect(Country.named(name)?.code == country.code, "\(name)")
        #expect(Country.named(name.uppercased())?.code == country.code, "\(name.uppercased())")
      }
    }
  }

  @Test(arguments: [
    ("Viet Nam", "VN"), ("Vietnam", "VN"), ("VNM", "VN"), ("704", "VN"), ("Turkey", "TR"), ("Türkiye", "TR"),
    ("UK", "GB"), ("The Netherlands", "NL"), ("Bosnia & Herzegovina", "BA"), ("Cote d'Ivoire", "CI"),
    ("Ivory Coast", "CI"), ("Iran, Islamic Republic of", "IR"), ("U.S.A.", "US"), ("St. Lucia", "LC"),
    ("DRC", "CD"), ("Congo", "CG"), ("Swaziland", "SZ"), ("Czech Republic", "CZ"), ("Burma", "MM"),
    ("South Korea", "KR"), ("Russia", "RU"), ("Palestine", "PS"), ("Hong Kong", "HK"), ("台湾", "TW"),
    ("中国", "CN"), ("英国", "GB"), ("大不列颠及北爱尔兰联合王国", "GB"), ("Республика Корея", "KR"),
    ("الصين", "CN"), ("Países Bajos", "NL"), ("Pays-Bas", "NL"), ("Соединенные Штаты Америки", "US"),
  ])
  func `Names that people write`(_ name: String, _ code: String) {
    #expect(Country.named(name)?.code == code)
  }

  @Test func `The United Nations word it so`() {
    func name(_ code: String, _ language: String) -> String? { Country.of(code)?.name(in: language) }
    #expect(name("BO", "en") == "Bolivia (Plurinational State of)")
    #expect(name("BO", "zh") == "玻利维亚（多民族国）")
    #expect(name("TW", "en") == "Taiwan, Province of China")
    #expect(name("CZ", "ru") == "Чехия")
    #expect(name("GB", "fr") == "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord")
    #expect(Country.of("GB")?.shortName(in: "en") == "United Kingdom")
    #expect(Country.of("GB")?.shortName(in: "zh") == "英国")
    #expect(name("KE", "de") == "Kenya")
  }
}
