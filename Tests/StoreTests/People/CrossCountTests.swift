import Model
import RandomRecords
import Testing

@testable import Store

@Suite struct CrossCountTests {
  /// What the index says is what the records say, for every pair of dimensions and under filters.
  @Test(arguments: [
    StakeholderFilter(), .init(facets: [.roles: ["contributor"], .gender: ["female", ""]]),
    .init(facets: [.ipbesRegion: ["africa", ""]]), .init(facets: [.m49Subregion: ["014", "030"]]),
    .init(facets: [.ipbesSubregion: [""]]), .init(facets: [.m49Region: ["009", ""]], isRetired: true),
    .init(text: "a"),
  ])
  func `Counts equal counting`(_ filter: StakeholderFilter) throws {
    let library = try Library.inMemory()
    var random = RandomRecords(seed: 5, known: [:])
    try library.apply(ImportRecords(new: (0..<200).map { random.record("s\($0)", as: Stakeholder.self) }))
    let page = try library.read(StakeholderWindow(filter: filter, count: 400))
    var expected = CrossTable(Dimension.allCases)
    for row in page.rows { expected.count(row.stakeholder) }
    let table = try library.read(CrossCounts(Dimension.allCases, within: filter))
    #expect(table.total == page.rows.count)
    for (dimension, values) in filter.facets where dimension.isByCountry {
      let found = page.rows.map { dimension.values(of: $0.stakeholder).first ?? "" }
      #expect(found.allSatisfy { values.contains($0) })
    }
    #expect(table == expected)
    let few = try library.read(CrossCounts([.disciplines, .ipbesSubregion], within: filter))
    #expect(few.counts(.ipbesSubregion, .disciplines) == expected.counts(.ipbesSubregion, .disciplines))
    #expect(few.counts(.disciplines) == expected.counts(.disciplines))
  }
}
