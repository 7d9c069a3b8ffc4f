import Model
import RandomRecords
import Testing

@testable import Store

/// Whichever of two spellings is stored, whoever types the other finds it.
@Suite struct SpellingSearchTests {
  private static let store = Result {
    let library = try Library.inMemory()
    for (number, pair) in Spellings.pairs.enumerated() {
      try library.add(.named(pair.one, id: "one-\(number)"), .named(pair.other, id: "other-\(number)"))
      var item = Coverage(id: "item-\(number)")
      (item.name, item.outlet, item.when) = (pair.one, "Daily", .day(Day("2015-03-01")!))
      var risk = Risk(id: "risk-\(number)")
      risk.name = pair.one
      try library.apply(AddRecord(item))
      try library.apply(AddRecord(risk))
    }
    return library
  }

  private let library: Library

  init() throws { library = try Self.store.get() }

  private func ids(_ filter: StakeholderFilter) throws -> Set<RecordID> {
    Set(try library.read(StakeholderWindow(filter: filter, count: 90)).rows.map(\.stakeholder.id))
  }

  private func query(_ text: String) -> StakeholderFilter {
    StakeholderFilter(clauses: StakeholderQuery(text, words: .plain, today: Day("2015-09-15")!).clauses)
  }

  @Test(arguments: Spellings.pairs.indices)
  func `Either finds both`(number: Int) throws {
    let pair = Spellings.pairs[number]
    let both: Set<RecordID> = ["one-\(number)", "other-\(number)"]
    for text in [pair.one, pair.other] {
      #expect(try ids(.init(text: text)).isSuperset(of: both), "\(text)")
      #expect(try ids(query("name:\"\(text)\"")).isSuperset(of: both), "name:\(text)")
      #expect(try ids(query("\"\(text)\"")).isSuperset(of: both), "words \(text)")
      let people = RecordSearch(.id(.stakeholder), text, language: "en", count: 9)
      #expect(Set(try library.read(people).map(\.id)).isSuperset(of: both), "record \(text)")
      let risks = RecordSearch(.id(.risk), text, language: "en", count: 9)
      #expect(try library.read(risks).map(\.id).contains("risk-\(number)"), "risk \(text)")
      var filter = CoverageFilter()
      filter.text = text
      #expect(
        try library.read(CoverageWindow(filter, count: 9)).rows.map(\.item.id).contains("item-\(number)"),
        "coverage \(text)")
      let known = KnownStakeholders(foldedNames: [Folding.folded(text)])
      let named = try library.read(known).byFoldedName.values.joined().map(\.id)
      #expect(Set(named).isSuperset(of: both), "the same name again: \(text)")
    }
  }

  @Test(arguments: Spellings.others)
  func `Another letter finds another`(pair: Spellings.Pair) throws {
    let library = try Library.inMemory()
    try library.add(.named(pair.one, id: "one"))
    #expect(try library.find(pair.one) == [pair.one])
    #expect(try library.find(pair.other).isEmpty)
  }
}
