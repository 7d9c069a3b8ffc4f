import Model
import RandomRecords
import Testing

@testable import Store

@Suite struct TallyTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `Tallies stay true through any edits`(seed: UInt64) throws {
    let library = try Library.inMemory()
    var random = RandomRecords(seed: seed, known: [:])
    try library.apply(ImportRecords(new: (0..<30).map { random.record("s\($0)", as: Stakeholder.self) }))
    for step in 0..<120 {
      let id = "s\(Int.random(in: 0..<30, using: &random.generator))"
      let stored = try library.stakeholder(id)
      switch Int.random(in: 0..<10, using: &random.generator) {
      case 0: if let stored { try library.apply(RemoveRecord(stored)) }
      case 1: try? library.undo()
      case 2: try? library.redo()
      case 3: if stored != nil { try library.apply(RetireStakeholder([id], on: Day(number: step))) }
      case 4: if stored != nil { try library.apply(RetireStakeholder([id], on: nil)) }
      case 5: if stored == nil { try library.apply(AddRecord(random.record(id, as: Stakeholder.self))) }
      default:
        guard var edited = stored else { continue }
        random.change(Stakeholder.fields.randomElement(using: &random.generator)!, of: &edited)
        try library.apply(EditStakeholder(base: stored!, edited: edited))
      }
    }
    try expectTrueTallies(library)
    #expect(try library.damage().isEmpty)
  }

  private func expectTrueTallies(_ library: Library) throws {
    var all: [Stakeholder] = []
    try library.eachStakeholder(includingRetired: true) { all += $0 }
    let inUse = all.filter { $0.retired == nil }
    let tallies = try library.read(Tallies())
    #expect(tallies.total == inUse.count)
    #expect(tallies.retired == all.count - inUse.count)
    #expect(tallies.bothRoles == inUse.count { $0.roles.count == 2 })
    for dimension in Dimension.allCases {
      let values = inUse.flatMap { dimension.values(of: $0) }
      #expect(tallies[dimension] == Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +), "\(dimension)")
    }
    let acts = inUse.flatMap(\.participation).filter { $0.kind == .comments }
    #expect(tallies.acts(.comments) == acts.reduce(0) { $0 + $1.count })
  }

  @Test func `Facet bits have room for every value`() {
    var bits = [FacetBits]()
    for dimension in Dimension.allCases {
      for value in dimension.vocabulary ?? [] {
        guard let bit = FacetBits(dimension, values: [value]) else { continue }
        #expect(bit.first >= 0 && bit.second >= 0 && bit != FacetBits(first: 0, second: 0))
        #expect(bit.values(of: dimension) == [value])
        #expect(!bits.contains(bit))
        bits.append(bit)
      }
    }
  }

  @Test(arguments: [
    [:], ["name": "a"], ["a": "\"\\/\n\r\t\u{0}\u{1F}", "b": "王小明 🌿 مُحَمَّد", "": ""], ["é": "e\u{301}"],
  ])
  func `Bodies come back as they were`(_ values: [String: String]) {
    #expect(Body.values(Body.text(values)) == values)
  }

  @Test func `Bodies of other writers are read`() {
    #expect(Body.values(#"{ "name" : "\u738b\n\/" }"#) == ["name": "王\n/"])
    #expect(Body.values("nonsense") == [:])
  }
}
