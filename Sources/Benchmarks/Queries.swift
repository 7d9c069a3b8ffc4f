import ArgumentParser
import Foundation
import Model
import Store

/// Times questions to the store alone, without a screen.
struct Queries: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time questions to a store, without a screen.")

  @Argument(help: "A store made by generate.") var store: String

  @Option(help: "So many times each question.") var times = 40

  func run() throws {
    let library = try Library.open(store, who: "benchmark", isReadOnly: true)
    print("a letter of a search, as the list asks for it (goal p95 16 ms)")
    for text in [
      "a", "an", "ani", "anit", "anita", "anita s", "f", "fo", "for", "forest", "kenya forest net", "小",
      "小明", "س", "lef", "lefev", "zzz",
      // With two facets: two that many have, one that few have, two that hardly anybody has.
      "a role:contributor scale:local", "an role:contributor scale:local", "for role:contributor scale:local",
      "anita role:contributor scale:local", "小 role:contributor scale:local",
      "小明 role:contributor scale:local", "a region:africa observer:admitted",
      "ani region:africa observer:admitted", "小 region:asia-pacific observer:admitted",
      "小明 region:asia-pacific observer:admitted", "王 observer:admitted barrier:internet",
      "a observer:admitted barrier:internet", "anita observer:admitted barrier:internet",
      "a -lang:fr", "小 -lang:fr", "tag:forest", "tag:forest -lang:fr", "tag:wetland country:KE",
      "forest joined:<2014 -role:end-user", "name:anita", "email:person77", "forest -river",
    ] {
      let window = StakeholderWindow(filter: filter(text), count: 60, isThorough: false)
      try time(text) { try library.read(window) }
    }
    print("when the keys rest")
    for text in [
      "a observer:admitted barrier:internet", "a region:africa observer:admitted",
      "小明 region:asia-pacific observer:admitted", "anita observer:admitted barrier:internet",
    ] {
      let window = StakeholderWindow(filter: filter(text), count: 60)
      try time("all of " + text, times: 5) { try library.read(window) }
    }
    for text in ["-lang:fr", "country:KE role:contributor -lang:fr joined:<2015-06", "joined:2014"] {
      let window = StakeholderWindow(filter: filter(text), count: 60)
      try time("list " + text, times: 5) { try library.read(window) }
    }
    try time("first page") { try library.read(StakeholderWindow(count: 60)) }
    for text in ["observer:admitted barrier:internet scale:local country:KE", "has:phone", "source:nowhere"] {
      let window = StakeholderWindow(filter: filter(text), count: 60)
      try time("rare: " + text, times: 3) { try library.read(window) }
    }
    for text in ["a", "role:contributor", "role:contributor scale:local", "a role:contributor"] {
      try time("count " + text, times: 5) { try library.read(StakeholderCount(filter(text))) }
      try time("facet counts within " + text, times: 5) {
        try library.read(FacetCounts(.region, within: filter(text)))
      }
    }
    try time("pivot of region by discipline", times: 5) {
      try library.read(CrossCounts([.ipbesSubregion, .disciplines], within: .init()))
    }
    try time("pivot of gender by kind within a region", times: 5) {
      try library.read(CrossCounts([.gender, .kind], within: .init(facets: [.ipbesRegion: ["africa"]])))
    }
    try time("balance", times: 5) {
      try Balance(library.read(CrossCounts(Balance.dimensions(by: .ipbesSubregion), within: .init())))
    }
    for (scheme, code) in [(Dimension.ipbesRegion, "africa"), (.m49Subregion, "057"), (.ipbesRegion, "")] {
      let filter = StakeholderFilter(facets: [scheme: [code]])
      try time("first page of \(scheme) \(code)", times: 5) {
        try library.read(StakeholderWindow(filter: filter, count: 60))
      }
    }
  }

  private func filter(_ text: String) -> StakeholderFilter {
    StakeholderFilter(StakeholderQuery(text, words: .plain, today: Day(year: 2015, month: 9, day: 15)!))
  }

  /// Median, 95th percentile and the best of all, after one for the cache; and the median of the processor's
  /// time, which other programs do not lengthen.
  private func time<T>(_ name: String, times: Int? = nil, _ body: () throws -> T) throws {
    _ = try body()
    var (wall, processor): ([Double], [Double]) = ([], [])
    for _ in 0..<(times ?? self.times) {
      let start = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
      _ = try body()
      wall.append((seconds(CLOCK_MONOTONIC) - start.0) * 1_000)
      processor.append((seconds(CLOCK_PROCESS_CPUTIME_ID) - start.1) * 1_000)
    }
    func ms(_ time: Double) -> String { "\((time * 10).rounded() / 10)" }
    let column = name.padding(toLength: max(62, name.count), withPad: " ", startingAt: 0)
    let figures = [wall.median, wall.percentile(95), wall.percentile(0), processor.median].map(ms)
    print("\(column) p50 \(figures[0]) p95 \(figures[1]) best \(figures[2]) processor \(figures[3]) ms")
  }

  private func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
