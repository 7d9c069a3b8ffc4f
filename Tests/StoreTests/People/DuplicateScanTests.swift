import Model
import Store
import Testing

@Suite struct DuplicateScanTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    try library.add(
      .named("Lefèvre, Hélène", id: "a") { $0.emails = ["h@x.example"] },
      .named("Helene Lefevre", id: "b") { $0.emails = ["H@X.example"] },
      .named("Kamau, John", id: "c") { $0.country = "KE" },
      .named("John Kamau", id: "d") { $0.country = "KE" },
      .named("Dr. John Kamau", id: "e") {
        $0.country = "KE"
        $0.retired = Day("2015-01-01")
      })
  }

  private func pairs(_ scope: StakeholderScope = .all) throws -> [[String]] {
    try library.duplicates(among: scope).candidates.map { [$0.a.id, $0.b.id] }
  }

  @Test func `The best come first with their reasons`() throws {
    let report = try library.duplicates()
    #expect(report.records == 4)
    #expect(report.candidates.map(\.level) == [.certain, .possible])
    #expect(report.candidates.first?.a.title == "Lefèvre, Hélène")
    let email = report.candidates.first?.reasons.first
    #expect(email?.sign == .email && email?.first == "h@x.example" && email?.second == "H@X.example")
  }

  @Test func `Only some are looked at on demand`() throws {
    #expect(try pairs(.filter(.init(text: "kamau"))) == [["c", "d"]])
    #expect(try pairs(.filter(.init(facets: [.country: ["KE"]]))) == [["c", "d"]])
    #expect(try pairs(.records(["a", "b", "c"])) == [["a", "b"]])
  }

  @Test func `A least score leaves the rest out`() throws {
    let report = try library.duplicates(least: DuplicateLevel.certain.least)
    #expect(report.candidates.map(\.level) == [.certain] && report.levels == [.certain: 1])
    #expect(report.compared > 0)
  }

  @Test func `What is told apart does not come again until that is undone`() throws {
    try library.apply(TellApart(DistinctPair("d", "c")))
    #expect(try pairs() == [["a", "b"]])
    #expect(try library.duplicates().told == 1)
    let told = try #require(try library.read(AllRecords<ToldApart>()).first)
    #expect(told.who == "tester" && told.day == Day("2015-09-15"))
    try library.undo()
    #expect(try pairs() == [["a", "b"], ["c", "d"]])
  }

  @Test func `It tells how far it is and can be stopped`() throws {
    var last = (0, 0)
    _ = try library.duplicates { last = ($0, $1) }
    #expect(last.0 == last.1 && last.1 > 0)
    #expect(throws: CancellationError.self) {
      try library.duplicates { _, _ in throw CancellationError() }
    }
  }
}
