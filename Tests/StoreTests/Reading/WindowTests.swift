import Model
import RandomRecords
import Store
import Testing

/// Lists read in windows against lists sorted whole.
@Suite struct WindowTests {
  private let library: Library
  private let all: [Stakeholder]

  init() throws {
    library = try Library.inMemory()
    var random = RandomRecords(seed: 7, known: [:])
    all = (0..<300).map { random.record("s\($0)") }
    try library.apply(ImportRecords(new: all))
  }

  static let filters: [StakeholderFilter] = [
    .init(), .init(facets: [.kind: ["individual", "group"]]),
    .init(facets: [.roles: ["end-user"], .scale: ["local", "global"]]), .init(isRetired: true),
    .init(facets: [.ipbesRegion: ["africa", "americas"]]),
    .init(facets: [.m49Subregion: ["014", "061", "030"], .kind: ["individual", "group"]]),
  ]
  static let sorts = ["name", "country", "joined", "city"].flatMap { column in
    [true, false].map { StakeholderSort(column: column, isAscending: $0) }
  }

  /// The ids that a list should have, in order.
  private func expected(_ filter: StakeholderFilter, _ sort: StakeholderSort) -> [RecordID] {
    let kept = all.enumerated().filter { _, stakeholder in
      (stakeholder.retired != nil) == filter.isRetired
        && filter.facets.allSatisfy { !$1.isDisjoint(with: $0.values(of: stakeholder)) }
    }
    let keyed = kept.map { index, stakeholder in
      let name = Folding.folded(stakeholder.orderName)
      let key = sort.column == "name" ? "" : Stakeholder.field(sort.column)!.read(stakeholder)
      return (key: Array(key.utf8), name: Array(name.utf8), index: index, id: stakeholder.id)
    }
    let sorted = keyed.sorted { a, b in
      if a.key != b.key { return a.key.lexicographicallyPrecedes(b.key) }
      if a.name != b.name { return a.name.lexicographicallyPrecedes(b.name) }
      return a.index < b.index
    }
    return (sort.isAscending ? sorted : sorted.reversed()).map(\.id)
  }

  @Test(arguments: filters, sorts)
  func `Paging forward and backward gives the whole list`(
    _ filter: StakeholderFilter, _ sort: StakeholderSort
  ) throws {
    let expected = expected(filter, sort)
    #expect(try forward(filter, sort) == expected)
    #expect(try backward(filter, sort) == expected)
  }

  private func forward(_ filter: StakeholderFilter, _ sort: StakeholderSort) throws -> [RecordID] {
    var window = StakeholderWindow(filter: filter, sort: sort, count: 17)
    var page = try library.read(window)
    #expect(!page.hasBefore)
    var ids = page.rows.map(\.stakeholder.id)
    while page.hasAfter {
      window.anchor = .around(page.rows.last!.place, before: 0)
      page = try library.read(window)
      #expect(page.hasBefore)
      ids += page.rows.dropFirst().map(\.stakeholder.id)
    }
    return ids
  }

  private func backward(_ filter: StakeholderFilter, _ sort: StakeholderSort) throws -> [RecordID] {
    var window = StakeholderWindow(filter: filter, sort: sort, anchor: .end, count: 17)
    var page = try library.read(window)
    #expect(!page.hasAfter)
    var ids = page.rows.map(\.stakeholder.id)
    while page.hasBefore {
      window.anchor = .around(page.rows.first!.place, before: 16)
      page = try library.read(window)
      ids =
        page.rows.dropLast(page.rows.last?.stakeholder.id == ids.first ? 1 : 0).map(\.stakeholder.id)
        .filter { !ids.contains($0) } + ids
    }
    return ids
  }

  @Test(arguments: filters)
  func `Facet counts equal counting`(_ filter: StakeholderFilter) throws {
    for dimension in Dimension.allCases {
      let counted = try library.read(FacetCounts(dimension, within: filter))
      var expected: [String: Int] = [:]
      let others = StakeholderFilter(
        facets: filter.facets.filter { $0.key != dimension }, isRetired: filter.isRetired)
      let ids = Set(self.expected(others, .init()))
      for stakeholder in all where ids.contains(stakeholder.id) {
        for value in dimension.values(of: stakeholder) { expected[value, default: 0] += 1 }
      }
      #expect(counted == expected, "\(dimension)")
    }
  }

  @Test(arguments: filters)
  func `The count is that of the list`(_ filter: StakeholderFilter) throws {
    #expect(try library.read(StakeholderCount(filter)) == expected(filter, .init()).count)
  }

  @Test func `A list opens at a record`() throws {
    let ids = expected(.init(), .init())
    let place = try #require(try library.read(StakeholderPlaceByID(ids[100], sort: .init())))
    let page = try library.read(StakeholderWindow(anchor: .around(place, before: 3), count: 8))
    #expect(page.rows.map(\.stakeholder.id) == Array(ids[97..<105]))
  }

  @Test func `Each stakeholder comes once in batches`() throws {
    var batches: [[Stakeholder]] = []
    try library.eachStakeholder(includingRetired: true, batch: 64) { batches.append($0) }
    #expect(batches.map(\.count) == [64, 64, 64, 64, 44])
    #expect(batches.flatMap(\.self).map(\.values) == all.map(\.values))
    var inUse = 0
    try library.eachStakeholder(includingRetired: false) { inUse += $0.count }
    #expect(inUse == all.count { $0.retired == nil })
  }

  @Test func `Known stakeholders are found by id and by name`() throws {
    let (first, last) = (all[0], all[299])
    let name = Folding.folded(last.name)
    let answer = try library.read(KnownStakeholders(ids: [first.id, "none"], foldedNames: [name, "none"]))
    #expect(answer.byID.keys.sorted() == [first.id])
    #expect(answer.byFoldedName.keys.sorted() == [name])
    #expect(answer.byFoldedName[name]?.contains { $0.id == last.id } == true)
  }
}
