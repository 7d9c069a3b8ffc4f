import Foundation
import GRDB
import Model
import RandomRecords
import Testing

@testable import Store

/// 5.4: items in the media as the store counts, lists and finds them.
@Suite struct CoverageStoreTests {
  private static func item(
    _ id: RecordID, _ day: String, _ name: String, _ set: (inout Coverage) -> Void = { _ in }
  ) -> Coverage {
    var item = Coverage(id: id)
    (item.name, item.when) = (name, try? When(day))
    set(&item)
    return item
  }

  private func library(_ items: [Coverage]) throws -> Library {
    let library = try Library.inMemory()
    try library.apply(ImportRecords(new: items))
    return library
  }

  private static let items = [
    item("a", "2015-09-10", "Bees matter") {
      ($0.story, $0.type, $0.tone, $0.messages, $0.reach) = ("s", .newspaper, .favourable, [.a, .d], 500)
      ($0.language, $0.country, $0.launch) = ("en", "KE", "pollination")
    },
    item("b", "2015-09-11", "Bees matter, says panel") {
      ($0.story, $0.type, $0.tone, $0.messages) = ("s", .website, .favourable, [.a])
      ($0.language, $0.country, $0.launch) = ("en", "GB", "pollination")
    },
    item("c", "2015-09-11 08:30 Africa/Nairobi", "昆虫与粮食") {
      ($0.type, $0.tone, $0.isInaccurate, $0.needsResponse) = (.newspaper, .critical, true, true)
      ($0.language, $0.country) = ("zh-Hans", "CN")
    },
    item("d", "2015-10-01", "Nothing known of it"),
  ]

  @Test func `Everything is counted raw and by story, what is not stated too`() throws {
    let figures = try library(Self.items).read(
      MediaFiguresBetween(Day("2015-09-01")!, Day("2015-10-31")!))
    #expect(figures.total == MediaCount(items: 4, stories: 3))
    #expect(figures.days["2015-09-11"] == MediaCount(items: 2, stories: 2))
    #expect(figures.days.keys.sorted() == ["2015-09-10", "2015-09-11", "2015-10-01"])
    #expect(figures.kinds["newspaper"] == MediaCount(items: 2, stories: 2))
    #expect(figures.kinds[""] == MediaCount(items: 1, stories: 1))
    #expect(figures.tones["favourable"] == MediaCount(items: 2, stories: 1))
    #expect(figures.messages["a"] == MediaCount(items: 2, stories: 1))
    #expect(figures.messages["d"] == MediaCount(items: 1, stories: 1))
    #expect(figures.messages[""] == MediaCount(items: 2, stories: 2))
    #expect(figures.languages.keys.sorted() == ["", "en", "zh"])
    #expect(figures.countries["CN"] == MediaCount(items: 1, stories: 1))
    #expect(figures.kindTones["newspaper"]?["critical"] == MediaCount(items: 1, stories: 1))
    #expect((figures.inaccurate.items, figures.outside.items, figures.needingResponse.items) == (1, 0, 1))
    #expect((figures.reach, figures.withoutReach, figures.sources) == (500, 3, ["a"]))
  }

  @Test func `A filter narrows tables and list alike`() throws {
    let library = try library(Self.items)
    func found(_ set: (inout CoverageFilter) -> Void) throws -> [RecordID] {
      var filter = CoverageFilter()
      set(&filter)
      let ids = try library.read(CoverageWindow(filter, count: 10)).rows.map(\.item.id)
      #expect(try library.read(MediaTables(filter)).figures.total.items == ids.count)
      return ids
    }
    #expect(try found { _ in } == ["d", "c", "b", "a"])
    #expect(try found { $0.kinds = ["newspaper"] } == ["c", "a"])
    #expect(try found { $0.kinds = ["", "website"] } == ["d", "b"])
    #expect(try found { $0.languages = ["zh"] } == ["c"])
    #expect(try found { $0.countries = ["GB", "KE"] } == ["b", "a"])
    #expect(try found { $0.messages = ["d", ""] } == ["d", "c", "a"])
    #expect(try found { $0.flags = [.inaccurate, .needsResponse] } == ["c"])
    #expect(try found { $0.launches = ["pollination"] } == ["b", "a"])
    #expect(try found { $0.launches = ["nobody-knows"] } == [])
    #expect(try found { $0.story = "s" } == ["b", "a"])
    #expect(try found { $0.story = "nobody-knows" } == [])
    #expect(try found { $0.text = "bee pan" } == ["b"])
    #expect(try found { $0.text = "粮食" } == ["c"])
    #expect(try found { $0.text = "\"*" } == [])
    #expect(try found { ($0.first, $0.last) = (Day("2015-09-11"), Day("2015-09-11")) } == ["c", "b"])
  }

  @Test func `A story stands once, at its newest item that the filter lets through`() throws {
    let library = try library(Self.items)
    var filter = CoverageFilter()
    let page = try library.read(CoverageWindow(filter, isGrouped: true, count: 10))
    #expect(page.rows.map(\.item.id) == ["d", "c", "b"])
    #expect(page.rows.map(\.copies) == [1, 1, 2])
    filter.kinds = ["newspaper"]
    #expect(
      try library.read(CoverageWindow(filter, isGrouped: true, count: 10)).rows.map(\.item.id) == ["c", "a"])
    (filter.kinds, filter.story) = ([], "s")
    #expect(try library.read(CoverageWindow(filter, count: 10)).rows.map(\.item.id) == ["b", "a"])
  }

  @Test func `An edit, a removal and their undo move the counts and the search`() throws {
    let library = try library(Self.items)
    let item = try #require(try library.read(RecordByID<Coverage>("a")))
    var edited = item
    (edited.name, edited.tone, edited.story) = ("Wasps matter", .neutral, "")
    try library.apply(EditRecord(base: item, edited: edited))
    var filter = CoverageFilter()
    filter.text = "wasps"
    #expect(try library.read(MediaTables(filter)).figures.tones.keys.sorted() == ["neutral"])
    #expect(try library.read(MediaTables(.init())).figures.total == MediaCount(items: 4, stories: 4))
    try library.undo()
    #expect(try library.read(MediaTables(filter)).figures.total.items == 0)
    try library.apply(RemoveRecord(item))
    #expect(try library.read(MediaTables(.init())).figures.total == MediaCount(items: 3, stories: 3))
    try library.undo()
    #expect(try library.read(MediaTables(.init())).figures.total == MediaCount(items: 4, stories: 3))
    try library.undo()
    #expect(try library.read(CoverageWindow(count: 5)).rows.isEmpty)
    #expect(try library.read(MediaTables(.init())).figures == MediaFigures())
    try library.redo()
    #expect(try library.read(CoverageWindow(count: 5)).rows.count == 4)
    #expect(try library.check().isEmpty)
  }

  @Test func `Tables agree with a count of the records, and the pages of a list with their order`() throws {
    var random = RandomRecords(seed: 5, known: [:])
    let items = (0..<1_500).map { number -> Coverage in
      var item: Coverage = random.record("r\(number)")
      item.when = .day(Day(number: 16_500 + Int.random(in: 0..<40, using: &random.generator)))
      item.story = number % 3 == 0 ? "" : "story-\(Int.random(in: 0..<200, using: &random.generator))"
      item.version = 0
      return item
    }
    let library = try library(items)
    let tables = try library.read(MediaTables(.init())).figures
    func count(_ holds: (Coverage) -> Bool) -> MediaCount {
      let some = items.filter(holds)
      return MediaCount(
        items: some.count, stories: Set(some.map { $0.story.isEmpty ? "=" + $0.id : $0.story }).count)
    }
    #expect(tables.total == count { _ in true })
    for (tone, counted) in tables.tones { #expect(counted == count { $0.tone?.rawValue ?? "" == tone }) }
    for (language, counted) in tables.languages { #expect(counted == count { $0.mainLanguage == language }) }
    for (day, counted) in tables.days { #expect(counted == count { $0.when?.day.description == day }) }
    for message in KeyMessage.allCases {
      #expect(tables.messages[message.rawValue] ?? .init() == count { $0.messages.contains(message) })
    }
    for isGrouped in [false, true] {
      var filter = CoverageFilter()
      filter.tones = ["critical", ""]
      let all = try library.read(CoverageWindow(filter, isGrouped: isGrouped, count: 5_000)).rows
      let counted = try library.read(MediaTables(filter)).figures.total
      #expect(all.count == (isGrouped ? counted.stories : counted.items))
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.place > $1.place })
      for start in stride(from: 0, to: all.count, by: 37) {
        let anchor = CoverageWindow.Anchor.around(all[start].place, before: 5)
        let page = try library.read(CoverageWindow(filter, isGrouped: isGrouped, anchor: anchor, count: 20))
        let first = max(0, start - 5)
        #expect(page.rows.map(\.item.id) == all[first..<min(all.count, first + 20)].map(\.item.id))
        #expect((page.hasBefore, page.hasAfter) == (first > 0, first + 20 < all.count))
      }
      let end = try library.read(CoverageWindow(filter, isGrouped: isGrouped, anchor: .end, count: 10))
      #expect(end.rows.map(\.item.id) == all.suffix(10).map(\.item.id))
    }
  }

  @Test func `A store of schema 3 keeps its items and counts them`() throws {
    let folder = try TemporaryFolder()
    let pool = try DatabasePool(path: folder.store)
    try Schema.migrator.migrate(pool, upTo: "3 programme, press office")
    try pool.write {
      try $0.execute(
        sql: """
          INSERT INTO coverage (id, version, body) VALUES
            ('x', 4, '{"name":"Old item","tone":"critical","when":"2015-03-01"}')
          """)
    }
    try pool.close()
    let library = try Library.open(folder.store, who: "ben")
    #expect(try library.read(RecordByID<Coverage>("x"))?.version == 4)
    #expect(
      try library.read(MediaTables(.init())).figures.tones == ["critical": MediaCount(items: 1, stories: 1)])
    var filter = CoverageFilter()
    filter.text = "old"
    #expect(try library.read(CoverageWindow(filter, count: 3)).rows.map(\.item.id) == ["x"])
    #expect(try library.check().isEmpty)
  }
}
