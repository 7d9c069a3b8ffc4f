import ArgumentParser
import Foundation
import Model
import Store

/// Makes a store with many items in the media.
struct GenerateMedia: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Make a store with many items in the media.")

  @Option(help: "How many items, over three years.") var items = 1_000_000
  @Option(help: "The same seed gives the same items.") var seed: UInt64 = 1
  @Argument(help: "The new store.") var store: String

  func run() throws {
    let library = try Library.open(store, who: "generator", creating: true)
    var generator = MediaGenerator(count: items, seed: seed)
    let took = try ContinuousClock().measure { try library.loadCoverage { generator.next() } }
    print("\(items) items in \(store), \(took)")
  }
}

/// Invents items: one in three is a copy of a story.
struct MediaGenerator {
  private var random: SplitMix
  private var number = 0
  private let count: Int

  init(count: Int, seed: UInt64) { (self.count, random) = (count, SplitMix(state: seed)) }

  private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  private static let languages = ["en", "en", "en", "fr", "es", "ru", "ar", "zh", "de", "pt", "sw", ""]
  private static let countries = ["GB", "US", "FR", "MX", "RU", "EG", "CN", "DE", "BR", "KE", "IN", ""]

  mutating func next() -> Coverage? {
    guard number < count else { return nil }
    number += 1
    var item = Coverage(id: "m\(number)")
    let subject = Names.subjects[pick(Names.subjects.count)]
    item.name =
      "\(subject) report \(number % 9_973): what the \(Names.subjects[pick(Names.subjects.count)]) tells"
    let day = Day(number: 16_436 + pick(1_096))
    let time = TimeOfDay(minutes: pick(1_440))
    item.when =
      pick(2) == 0 ? .day(day) : time.flatMap { try? .moment(Moment(day, $0, in: .utc)) } ?? .day(day)
    item.outlet = "Example \(Names.subjects[pick(Names.subjects.count)]) \(pick(400))"
    item.type = pick(20) == 0 ? nil : OutletKind.allCases[pick(OutletKind.allCases.count)]
    (item.language, item.country) = (Self.languages[pick(12)], Self.countries[pick(12)])
    item.link = "https://example.org/\(number)"
    item.reach = pick(3) == 0 ? 0 : pick(500_000)
    item.tone = [nil, .favourable, .neutral, .neutral, .critical][pick(5)]
    item.messages = KeyMessage.allCases.filter { _ in pick(5) == 0 }
    (item.isInaccurate, item.isOutside, item.needsResponse) = (pick(50) == 0, pick(200) == 0, pick(100) == 0)
    item.launch = pick(3) == 0 ? "pollination" : ""
    item.story = pick(3) == 0 ? "story-\(pick(max(1, count / 15)))" : ""
    return item
  }
}

/// Times the tables and the list of items in the media.
struct MeasureMedia: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "media-tables", abstract: "Time tables, charts and the list of items in the media.")

  @Argument(help: "A store made by generate-media.") var store: String
  @Option(help: "So many times each question.") var times = 15

  func run() throws {
    let library = try Library.open(store, who: "benchmark", isReadOnly: true)
    var floor = 0.0
    try time("a bare scan of an index, for comparison", goal: "") {
      try library.read(CoverageFloor())
    } keep: {
      floor = $0
    }
    for (name, filter) in Self.filters {
      try time("tables: \(name)", goal: "p95 200 ms") {
        try library.read(MediaTables(filter))
      } keep: {
        print("  \(Figures.round($0 / max(0.001, floor))) times the scan")
      }
    }
    try time("first picture of 65,536 rows", goal: "") {
      try library.read(MediaTables(.init(), most: 65_536))
    }
    for (name, filter) in Self.filters {
      for isGrouped in [false, true] {
        let first = try library.read(CoverageWindow(filter, isGrouped: isGrouped, count: 60))
        try time("a page, \(isGrouped ? "stories" : "items"): \(name)", goal: "p95 16 ms") {
          guard let last = first.rows.last else { return try library.read(CoverageWindow(filter, count: 60)) }
          return try library.read(
            CoverageWindow(filter, isGrouped: isGrouped, anchor: .around(last.place, before: 20), count: 60))
        }
      }
    }
  }

  private static var filters: [(String, CoverageFilter)] {
    func made(_ set: (inout CoverageFilter) -> Void) -> CoverageFilter {
      var filter = CoverageFilter()
      set(&filter)
      return filter
    }
    return [
      ("all", .init()),
      ("a year", .init(from: Day("2016-01-01"), to: Day("2016-12-31"))),
      ("a month", .init(from: Day("2016-02-01"), to: Day("2016-02-29"))),
      (
        "two kinds, French and Chinese",
        made { ($0.kinds, $0.languages) = (["newspaper", "broadcast"], ["fr", "zh"]) }
      ),
      ("critical, message c or none", made { ($0.tones, $0.messages) = (["critical"], ["c", ""]) }),
      (
        "rare: inaccurate, outside, to answer",
        made { $0.flags = [.inaccurate, .outside, .needsResponse] }
      ),
      ("of a launch", made { $0.launches = ["pollination"] }),
      ("word that all have", made { $0.text = "report" }),
      ("rare words", made { $0.text = "report 1234" }),
    ]
  }

  private func time<T>(
    _ what: String, goal: String, _ body: () throws -> T, keep: (Double) -> Void = { _ in }
  ) throws {
    _ = try body()
    var figures: [Double] = []
    for _ in 0..<times {
      let took = try ContinuousClock().measure { _ = try body() }
      figures.append(Double(took.components.seconds) * 1_000 + Double(took.components.attoseconds) / 1e15)
    }
    print(Figures.line(what, Figures.times(figures), goal))
    keep(figures.median)
  }
}
