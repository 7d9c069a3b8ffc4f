import Testing

@testable import Model

@Suite struct BalanceTests {
  private func table(_ people: [[String: String]]) -> CrossTable {
    var table = CrossTable(Balance.dimensions(by: .ipbes))
    for (number, values) in people.enumerated() {
      table.count(Stakeholder(id: "\(number)", version: 0, values: values))
    }
    return table
  }

  private func gaps(_ table: CrossTable, _ dimension: Dimension, _ within: Dimension?) -> [Balance.Gap] {
    Balance(table).comparisons.filter { $0.dimension == dimension && $0.within == within }.flatMap(\.gaps)
  }

  @Test func `A gap is under a third of an even share`() {
    func women(_ count: Int, of all: Int) -> [Balance.Gap] {
      gaps(table((0..<all).map { ["gender": $0 < count ? "female" : "male"] }), .gender, nil)
    }
    // An even share of 60 is 30: ten are a third, nine are fewer.
    #expect(women(10, of: 60).isEmpty)
    #expect(women(9, of: 60).map(\.isNobody) == [false])
    #expect(women(0, of: 2).map(\.isNobody) == [true])
    // Half a person is no even share.
    #expect(women(0, of: 1).isEmpty)
    #expect(women(0, of: 0).isEmpty)
  }

  @Test func `Who states nothing is not counted`() {
    let people = (0..<8).map { ["gender": $0 < 4 ? "male" : ""] }
    let gap = gaps(table(people), .gender, nil).first
    #expect(gap?.places == [Balance.Place(value: "female", count: 0, of: 4)])
    #expect(gap?.facets == [.gender: ["female"]])
  }

  @Test func `Regions go by their member states`() {
    let people = ["KE", "BR", "BR", "BR", "IN", "IN", "IN", "DE", "DE", "DE"].map { ["country": $0] }
    // Africa has 54 of 193: of ten people 2.8 would be even, and one is more than a third of that.
    #expect(gaps(table(people), .ipbesRegion, nil).isEmpty)
    let without = gaps(table(people.filter { $0["country"] != "KE" }), .ipbesRegion, nil)
    #expect(without.map { $0.places.map(\.value) } == [["africa"]])
  }

  @Test func `Groups in which somebody is missing`() {
    let people = ["KE", "KE", "BR", "BR", "IN"].map {
      ["country": $0, "gender": $0 == "KE" ? "female" : "male"]
    }
    let found = gaps(table(people), .gender, .ipbesRegion)
    #expect(found.count == 2)
    #expect(found.map(\.value) == ["female", "male"])
    #expect(found.map { $0.places.map(\.value) } == [["americas"], ["africa"]])
    #expect(found[0].facets == [.ipbesRegion: ["americas"]])
    #expect(found[0].of == 4)
  }

  @Test func `Nobody misses the other`() {
    let people = (0..<30).map { ["gender": $0 % 2 == 0 ? "female" : "male", "sectors": "food"] }
    #expect(gaps(table(people), .gender, nil).isEmpty)
    #expect(
      gaps(table(people), .sectors, nil).first?.places.map(\.value) == ["industry", "medicine", "energy"])
  }
}
