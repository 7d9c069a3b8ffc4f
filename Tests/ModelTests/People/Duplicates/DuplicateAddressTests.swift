import Testing

@testable import Model

/// Addresses, telephones, and what an office shares.
@Suite struct DuplicateAddressTests {
  private func person(_ id: RecordID, _ name: String, _ values: [String: String] = [:]) -> Stakeholder {
    Stakeholder(id: id, version: 1, values: values.merging(["name": name, "country": "AU"]) { $1 })
  }

  private func pairs(_ people: [Stakeholder]) -> [DuplicateIndex.Pair] {
    var index = DuplicateIndex()
    for person in people { index.add(person) }
    return index.findings(limit: 10_000).pairs
  }

  private func candidate(_ a: Stakeholder, _ b: Stakeholder) -> DuplicateCandidate? {
    pairs([a, b]).first.flatMap { DuplicateCandidate(a, b, score: $0.score) }
  }

  // MARK: Addresses

  @Test func `The parts of an address are told apart`() {
    let address = PostalAddress("6 Tullaroop Street, Willaroo, St James 4011 WA")
    #expect(address.number == "6" && address.street == ["tullaroop"] && address.codes == ["4011"])
    #expect(address.places == ["willaroo", "james"])
    let german = PostalAddress("Hauptstraße 12a\n10115 Berlin")
    #expect(german.number == "12a" && german.street == ["haupt"] && german.codes == ["10115"])
    #expect(PostalAddress("1200 Main Street, Springfield").number == "1200")
    #expect(PostalAddress("").keys == [])
  }

  @Test func `The same house makes a name with a slip likely and the same name certain`() throws {
    let home = ["addresses": "6 Tullaroop Street, St James 4011 WA", "city": "St James"]
    let a = person("a", "Harrington, Kayla", home)
    let near = try #require(candidate(a, person("b", "Harington, Kayla", home)))
    #expect(near.level == .likely)
    #expect(
      near.reasons.map(\.sign).starts(with: [.address, .near])
        && near.reasons.contains { $0.sign == .postcode })
    #expect(candidate(a, person("b", "Kayla Harrington", home))?.level == .certain)
    let slip = ["addresses": "6 Tullarop St, Saint James 4011", "city": "St Jmaes"]
    #expect(candidate(a, person("b", "Kayla Harrington", slip))?.level == .certain)
    #expect(candidate(a, person("b", "Harrington", home))?.level == .likely)
  }

  @Test func `Namesakes who live elsewhere are not listed, and those in one house need a name`() {
    let a = person(
      "a", "Emily White", ["addresses": "6 Tullaroop Street, St James 4011", "city": "St James"])
    let b = person("b", "White, Emily", ["addresses": "80 Giblin Place, Bittern 4814", "city": "Bittern"])
    #expect(candidate(a, b) == nil)
    let c = person(
      "c", "Oliver Grant", ["addresses": "6 Tullaroop Street, St James 4011", "city": "St James"])
    #expect(candidate(a, c) == nil)
  }

  @Test func `An office, a switchboard and a website make nobody a duplicate`() {
    let families = ["Abenov", "Bangura", "Castell", "Dvorak", "Eriksen", "Fofana", "Gutman", "Hakobyan"]
    let colleagues = families.flatMap { family in
      ["Aruna", "Bela", "Chipo", "Dagny", "Emre"].map { given in
        person(
          "\(family)-\(given)", "\(family), \(given)",
          [
            "city": "Nairobi", "emails": "\(given).\(family)@institute.example", "phones": "+254 20 5550100",
            "links": "https://institute.example/", "affiliations": "Institute of Dunes",
            "addresses": "12 Dune Road, Nairobi 00100",
          ])
      }
    }
    #expect(pairs(colleagues).isEmpty)
    #expect(pairs([colleagues[0], colleagues[6]]).isEmpty)
    let again = person(
      "again", "A. Abenov", ["phones": "+254 20 5550100", "affiliations": "Institute of Dunes"])
    #expect(pairs(colleagues + [again]).map { [$0.a, $0.b] } == [["Abenov-Aruna", "again"]])
  }

  // MARK: Telephones

  @Test(arguments: [
    ("+260 21 1234567", "Tel: +260 21 1234567", "AU"), ("+260 21 1234567", "Mobile +260 21 1234567", "AU"),
    ("+44 20 7946 0123", "+44 (0)20 7946 0123", "GB"),
    ("+1 202 555 0100 / +1 202 555 0101", "+1 202 555 0101", "US"), ("00260211234567", "+260211234567", "ZM"),
  ])
  func `Labels, zeros and several numbers are read`(_ a: String, _ b: String, _ country: String) {
    let found = candidate(
      person("a", "Banda, Thandiwe", ["phones": a]), person("b", "T. Banda", ["phones": b]))
    #expect(found?.reasons.first?.sign == .phone, "\(a) / \(b)")
  }

  @Test(arguments: [
    ("331 2345", "+679 331 2345"), ("551 2345", "+354 551 2345"), ("8 495 123-45-67", "+7 495 123-45-67"),
    ("(202) 555-0100", "+1 202 555 0100"), ("020 7946 0123", "+44 (0)20 7946 0123"),
  ])
  func `A national number is the end of an international one`(_ a: String, _ b: String) {
    let found = candidate(person("a", "Waqa, Mere", ["phones": a]), person("b", "M Waqa", ["phones": b]))
    #expect(found?.reasons.first?.sign == .phoneTail, "\(a) / \(b)")
  }

  @Test func `Another area has another number`() {
    let found = candidate(
      person("a", "Waqa, Mere", ["phones": "(202) 555-0100"]),
      person("b", "Waqa, Mere", ["phones": "+1 303 555 0100"]))
    #expect(found?.reasons.contains { $0.sign == .phoneTail } == false)
  }

  // MARK: Crowds

  @Test func `Of six hundred namesakes those are compared who share something else`() {
    let crowd = (0..<600).map { number in
      let isPair = number == 400 || number == 401
      return person(
        "w\(number)", "Wang Wei",
        [
          "city": isPair ? "Pairville" : "City\(number)",
          "affiliations": isPair ? "Institute of Pairs" : "Works \(number)",
        ])
    }
    var index = DuplicateIndex()
    for one in crowd { index.add(one) }
    let findings = index.findings(limit: 10)
    #expect(findings.pairs.map { [$0.a, $0.b] } == [["w400", "w401"]])
    #expect(findings.crowds.first?.records == 600)
  }

  @Test func `A least score leaves the rest out, and levels are counted`() {
    var index = DuplicateIndex()
    for number in 0..<4 { index.add(person("a\(number)", "Lima, Ana", ["emails": "ana@x.example"])) }
    index.add(person("b", "Rosa Okoro"))
    index.add(person("c", "R. Okoro"))
    let all = index.findings(limit: 100)
    #expect(all.levels[.certain] == 6 && all.levels[.possible] == 1)
    let sure = index.findings(limit: 2, least: DuplicateLevel.certain.least)
    #expect(sure.pairs.count == 2 && sure.left == 4 && sure.levels[.possible] == nil)
  }
}
