import Testing

@testable import Model

/// Which records are the same, by what they say.
@Suite struct DuplicateTests {
  private func record(_ name: String, _ values: [String: String] = [:], id: RecordID? = nil) -> Stakeholder {
    var all = values
    all["name"] = name
    return Stakeholder(id: id ?? name, version: 1, values: all)
  }

  private func compare(
    _ a: String, _ b: String, _ both: [String: String] = [:], _ first: [String: String] = [:],
    _ second: [String: String] = [:]
  ) -> DuplicateCandidate? {
    DuplicateCandidate(
      record(a, both.merging(first) { $1 }, id: "a"), record(b, both.merging(second) { $1 }, id: "b"))
  }

  // MARK: Persons

  @Test(arguments: [
    ("Lefèvre, Hélène", "Helene Lefevre"), ("LEFEVRE Hélène", "Dr. Hélène Lefèvre"),
    ("Łukasik, Małgorzata", "Malgorzata Lukasik"), ("Prof. Dr. O'Neill, Sean", "Sean O’Neill"),
    ("Lefèvre, Hélène", "H. Lefèvre"), ("Lefèvre, Hélène Marie", "Lefèvre, H. M."),
    ("Lefèvre, Hélène Marie", "Hélène Lefèvre"), ("Lefèvre, Hélène A.", "Hélène Lefèvre"),
    ("Jean-Pierre Dupont", "Dupont, J.-P."), ("María de la Cruz Peña", "Peña, María Cruz"),
    ("يوسف العمراني", "العمراني يوسف"), ("王小明", "小明 王"), ("王小明", "王小明教授"), ("刘 森", "刘森"),
  ])
  func `Spellings of a name are found`(_ a: String, _ b: String) throws {
    let found = try #require(compare(a, b, ["country": "FR"]), "\(a) / \(b)")
    #expect(found.reasons.contains { [.name, .initials, .partOfName].contains($0.sign) })
    #expect(compare(b, a, ["country": "FR"])?.score == found.score)
    var index = DuplicateIndex()
    index.add(record(a, ["country": "FR"], id: "a"))
    index.add(record("Someone Else", id: "c"))
    index.add(record(b, ["country": "FR"], id: "b"))
    #expect(index.findings(limit: 9).pairs.map { [$0.a, $0.b] } == [["a", "b"]])
  }

  @Test(arguments: [
    ("Kamau, John Sr.", "Kamau, John Jr."), ("Lefèvre, Hélène A.", "Lefèvre, Hélène B."),
    ("Lefèvre, Hélène", "Lefèvre, Étienne"), ("Lefèvre", "Lefèvre, Hélène"), ("Wang Wei", "Wei Jun"),
    ("王伟", "王薇"), ("王小明", "王大明"), ("Ana Lima", "安娜"),
  ])
  func `Others are not the same`(_ a: String, _ b: String) {
    #expect(compare(a, b, ["country": "KE", "city": "Nairobi"]) == nil)
  }

  @Test func `The same letters with other characters are others`() {
    #expect(compare("Wang Wei", "Wang Wei", [:], ["native_name": "王伟"], ["native_name": "王薇"]) == nil)
    #expect(compare("Wang Wei", "Wang Wei", ["native_name": "王伟"]) != nil)
    #expect(compare("Wang Hsiao-ming", "Wang Xiaoming", ["native_name": "王小明"]) != nil)
  }

  @Test func `Namesakes are ranked low`() throws {
    let namesakes = compare(
      "Kamau, John", "John Kamau", [:], ["country": "KE", "emails": "john@a.example"],
      ["country": "TZ", "emails": "kamau@b.example"])
    #expect(namesakes == nil)
    let neighbours = try #require(
      compare(
        "Kamau, John", "John Kamau", ["country": "KE"], ["emails": "john@a.example"],
        ["emails": "kamau@b.example"]))
    #expect(neighbours.level == .possible)
    let colleagues = try #require(
      compare("Kamau, John", "John Kamau", ["country": "KE", "affiliations": "Forest Institute | head"]))
    #expect(colleagues.level == .likely && colleagues.score > neighbours.score)
  }

  @Test func `Addresses decide`() throws {
    let same = try #require(
      compare(
        "Banda, T.", "Thandiwe Banda", [:], ["emails": "T.Banda@x.example"], ["emails": "t.banda@X.example"]))
    #expect(same.level == .certain)
    #expect(same.reasons.first?.sign == .email)
    #expect(
      same.reasons.first?.first == "T.Banda@x.example" && same.reasons.first?.second == "t.banda@X.example")
    let tagged = try #require(
      compare(
        "Banda, Thandiwe", "Thandiwe Banda", [:], ["emails": "t+work@x.example"], ["emails": "t@x.example"]))
    #expect(tagged.reasons.contains { $0.sign == .mailbox } && !tagged.reasons.contains { $0.sign == .email })
    #expect(tagged.level == .certain || tagged.level == .likely)
    // An office's address: two people.
    let office = compare("Ana Lima", "Ben Okoro", ["emails": "info@x.example"])
    #expect(office?.level ?? .possible == .possible)
    #expect(
      compare("Ana Lima", "Institute of Seeds", ["emails": "info@x.example"], [:], ["kind": "institution"])
        == nil)
  }

  @Test func `Phones are compared by their digits`() throws {
    func phones(_ a: String, _ b: String, _ other: String = "KE") -> [DuplicateSign] {
      compare(
        "Banda, Thandiwe", "Thandiwe Banda", [:], ["phones": a, "country": "KE"],
        ["phones": b, "country": other])?.reasons.map(\.sign).filter { [.phone, .phoneTail].contains($0) }
        ?? []
    }
    #expect(phones("+254 20 7621234", "00254-20-762 1234") == [.phone])
    #expect(phones("020 762 1234", "+254 (20) 7621234") == [.phoneTail])
    #expect(phones("020 762 1234", "+254 (20) 7621235") == [])
    #expect(phones("020 762 1234", "+255 20 7621234", "TZ") == [])
    #expect(phones("+254 20 7621234", "+255 20 7621234") == [])
    #expect(phones("٠٢٠ ٧٦٢١٢٣٤", "020 7621234 ext. 5") == [.phone])
  }

  @Test func `Identifiers decide for and against`() throws {
    let same = try #require(
      compare("Lefèvre, Hélène", "Moreau, Hélène", ["orcid": "0000-0002-1825-0097"]))
    #expect(same.reasons.first?.sign == .orcid && same.level != .certain)
    let both = try #require(compare("Lefèvre, Hélène", "Helene Lefevre", ["orcid": "0000-0002-1825-0097"]))
    #expect(both.level == .certain)
    #expect(
      compare(
        "Lefèvre, Hélène", "Helene Lefevre", ["country": "FR", "city": "Paris"],
        ["orcid": "0000-0002-1825-0097"], ["orcid": "0000-0001-5109-3700"]) == nil)
  }

  // MARK: Organizations

  @Test(arguments: [
    ("FAO", "Food and Agriculture Organization of the United Nations", "", ""),
    ("UNEP", "United Nations Environment Programme", "", ""),
    ("African Forest Forum", "Forum, African Forest", "", ""),
    ("The Forest Institute, Ltd.", "Forest Institute", "", ""),
    ("Kenya Forestry Research Institute (KEFRI)", "KEFRI", "", ""),
    ("Kenya Forestry Research Institute", "KEFRI", "KEFRI", ""),
    (
      "Muséum national d'Histoire naturelle", "Museum of Natural History, Paris", "",
      "Museum national d’histoire naturelle"
    ),
  ])
  func `Organizations are found by their other names`(
    _ a: String, _ b: String, _ acronyms: String, _ aliases: String
  )
    throws
  {
    let both = ["kind": "organization", "country": "KE"]
    var index = DuplicateIndex()
    index.add(record(a, both.merging(["acronyms": acronyms]) { $1 }, id: "a"))
    index.add(record("Wetland Union", both, id: "c"))
    index.add(record(b, both.merging(["aliases": aliases]) { $1 }, id: "b"))
    #expect(index.findings(limit: 9).pairs.map { [$0.a, $0.b] } == [["a", "b"]], "\(a) / \(b)")
  }

  @Test func `Organizations of one kind of name are others`() {
    let both = ["kind": "organization", "country": "KE"]
    for (a, b) in [
      ("Kenya Forest Network", "Forest Network"), ("River Union 17", "River Union 18"),
      ("Forest Research Institute", "Fisheries Research Institute"),
    ] { #expect(compare(a, b, both) == nil, "\(a) / \(b)") }
  }

  // MARK: Many

  @Test func `Planted pairs come first among many namesakes`() {
    var people = Population(seed: 7)
    var index = DuplicateIndex()
    var planted: Set<Set<RecordID>> = []
    for number in 0..<3000 {
      let person = people.person("p\(number)")
      index.add(person)
      guard number % 100 == 0 else { continue }
      let twin = people.twin(of: person, id: "t\(number)", way: number / 100)
      index.add(twin)
      planted.insert([person.id, twin.id])
    }
    let findings = index.findings(limit: 100)
    #expect(findings.records == 3030)
    #expect(Set(findings.pairs.prefix(planted.count).map { Set([$0.a, $0.b]) }) == planted)
    #expect(
      findings.pairs.dropFirst(planted.count).allSatisfy { DuplicateLevel(score: $0.score) == .possible })
  }

  @Test func `A crowd is named and compared in parts`() {
    var index = DuplicateIndex()
    for number in 0..<600 {
      index.add(record("Wang Wei", ["country": number % 2 == 0 ? "CN" : "SG"], id: "w\(number)"))
    }
    index.add(record("Wang Wei", ["country": "DE", "emails": "w@x.example"], id: "x1"))
    index.add(record("Wang, Wei", ["country": "DE", "emails": "w@x.example"], id: "x2"))
    let findings = index.findings(limit: 10)
    #expect(findings.crowds.map(\.records) == [602])
    #expect(findings.pairs.first.map { [$0.a, $0.b] } == ["x1", "x2"])
  }

  @Test func `More than asked for is counted`() {
    var index = DuplicateIndex()
    for number in 0..<8 { index.add(record("Ana Lima", ["country": "PE"], id: "a\(number)")) }
    let findings = index.findings(limit: 5)
    #expect(findings.pairs.count == 5 && findings.left == 28 - 5)
    let told = index.findings(limit: 50, distinct: [DistinctPair("a3", "a1"), DistinctPair("a0", "x")])
    #expect(told.pairs.count == 27 && told.left == 0 && told.told == 1)
    #expect(throws: CancellationError.self) {
      try index.findings(limit: 5, distinct: []) { _ in throw CancellationError() }
    }
  }

  // MARK: Many records

  /// Such pairs are left before their places are looked at.
  @Test func `People of other names with nothing but a country, a town and an office in common are no pair`()
  {
    let most = [DuplicateSign.country, .city, .organization].map(\.points).reduce(0, +)
    #expect(max(DuplicateSign.mixed.points, DuplicateSign.otherName.points) + most < DuplicateLevel.least)
  }

  @Test func `Who comes in is compared with all others, and those with each other no more`() throws {
    var stored = DuplicateIndex()
    stored.add(record("Kamau, John", ["country": "KE", "emails": "j@x.example"], id: "a"))
    stored.add(record("John Kamau", ["country": "KE", "emails": "j@x.example"], id: "b"))
    stored.add(record("Lefèvre, Hélène", ["country": "FR", "emails": "h@x.example"], id: "c"))
    #expect(stored.findings(limit: 9).pairs.map { [$0.a, $0.b] } == [["a", "b"]])
    var coming = DuplicateIndex()
    coming.add(record("H. Lefevre", ["country": "FR", "emails": "H@x.example"], id: "n1"))
    coming.add(record("Helene Lefèvre", ["country": "FR", "emails": "h@x.example"], id: "n2"))
    coming.add(record("Mbeki, Awa", ["country": "ZA"], id: "n3"))
    stored.add(newcomers: coming)
    let found = stored.findings(limit: 9)
    #expect(found.records == 6)
    #expect(Set(found.pairs.map { [$0.a, $0.b] }) == [["c", "n1"], ["c", "n2"], ["n1", "n2"]])
    #expect(found.levels.values.reduce(0, +) == 3)
  }

  @Test func `Parts on two threads find what one search finds, and a stop ends both`() throws {
    let given = ["Amina", "Bela", "Carla", "Diego", "Elena", "Farid", "Grace", "Hanna", "Imani", "Jorge"]
    let family = ["Otieno", "Mwale", "Petrov", "Alvarez", "Hashimi", "Tanaka", "Kimani", "Laurent"]
    var (one, two) = (DuplicateIndex(), DuplicateIndex())
    two.division = .init(room: 2_000, worthTwo: 0)
    for number in 0..<400 {
      let name = "\(family[number % 8]), \(given[number / 8 % 10])\(number % 3 == 0 ? "h" : "")"
      let person = record(name, ["country": number % 5 == 0 ? "KE" : "PE"], id: "p\(number)")
      one.add(person)
      two.add(person)
    }
    let (whole, parts) = (one.findings(limit: 100_000), two.findings(limit: 100_000))
    #expect(whole.pairs.count > 400)
    #expect(parts.pairs == whole.pairs && parts.levels == whole.levels)
    struct Stop: Error {}
    #expect(throws: Stop.self) { try two.findings(limit: 9, distinct: []) { _ in throw Stop() } }
  }
}

/// People with few names, as a generated store has them.
private struct Population {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private static let families = [
    "Lefèvre", "Kamau", "Ibáñez", "Belov", "Szabó", "Al-Hashimi", "Sharma", "Mbeki",
  ]
  private static let given = [
    "Hélène", "Amina", "Tomás", "Ilya", "Zsófia", "Karim", "Ravi", "Moussa", "Awa", "Noor",
  ]
  private static let countries = ["FR", "KE", "MX", "RU", "HU"]

  mutating func pick(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  mutating func person(_ id: RecordID) -> Stakeholder {
    var person = Stakeholder(id: id)
    let middle = "ABCDEFGHIJKLMNOPRSTUVWYZ".map(String.init)[pick(23)]
    person.name =
      "\(Self.families[pick(Self.families.count)]), \(Self.given[pick(Self.given.count)]) \(middle)."
    person.country = Self.countries[pick(Self.countries.count)]
    person.emails = ["\(id)@example.org"]
    person.phones = ["+254 700 \(100_000 + pick(900_000))"]
    return person
  }

  /// The same person as another list has them.
  func twin(of person: Stakeholder, id: RecordID, way: Int) -> Stakeholder {
    var twin = Stakeholder(id: id)
    let parts = person.name.components(", ")
    twin.name = "\(parts[1]) \(parts[0])".uppercased()
    twin.country = way % 3 == 0 ? "" : person.country
    switch way % 3 {
    case 0: twin.emails = person.emails.map { $0.uppercased() }
    case 1: twin.phones = person.phones.map { "0" + $0.dropFirst(5) }
    default:
      twin.name = "Dr. " + parts[1].prefix(1) + ". " + parts[0]
      twin.emails = person.emails
    }
    return twin
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator).map(String.init)
  }
}
