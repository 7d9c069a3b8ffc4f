import ArgumentParser
import Model
import Store

/// Times questions to the store alone, without a screen.
struct Queries: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time questions to a store, without a screen.")

  @Argument(help: "A store made by generate.") var store: String

  func run() throws {
    let library = try Library.open(store, who: "benchmark", isReadOnly: true)
    for text in [
      "a", "an", "ani", "anit", "anita", "anita s", "f", "fo", "for", "forest", "小", "小明", "س", "lef",
      "lefev", "zzz",
    ] {
      let window = StakeholderWindow(filter: .init(text: text), count: 150)
      try time("search \(text)") { try library.read(window) }
    }
    try time("first page") { try library.read(StakeholderWindow(count: 150)) }
    try time("one in ten thousand of ten facets") {
      try library.read(
        StakeholderWindow(
          filter: .init(facets: [
            .country: ["KE"], .observer: ["admitted"], .barriers: ["internet"], .scale: ["local"],
          ]),
          count: 150))
    }
    try time("count a") { try library.read(StakeholderCount(.init(text: "a"))) }
    try time("pivot of region by discipline") {
      try library.read(CrossCounts([.ipbesSubregion, .disciplines], within: .init()))
    }
    try time("pivot of gender by kind within a region") {
      try library.read(CrossCounts([.gender, .kind], within: .init(facets: [.ipbesRegion: ["africa"]])))
    }
    try time("balance") {
      try Balance(library.read(CrossCounts(Balance.dimensions(by: .ipbesSubregion), within: .init())))
    }
    for (scheme, code) in [(Dimension.ipbesRegion, "africa"), (.m49Subregion, "057"), (.ipbesRegion, "")] {
      let filter = StakeholderFilter(facets: [scheme: [code]])
      try time("first page of \(scheme) \(code)") {
        try library.read(StakeholderWindow(filter: filter, count: 150))
      }
      try time("count of \(scheme) \(code)") { try library.read(StakeholderCount(filter)) }
    }
    try time("facets of region within role") {
      try library.read(FacetCounts(.region, within: .init(facets: [.roles: ["contributor"]])))
    }
  }

  /// The median of eleven, after one for the cache.
  private func time<T>(_ name: String, _ body: () throws -> T) throws {
    _ = try body()
    let clock = ContinuousClock()
    let times = try (0..<11).map { _ in try clock.measure { _ = try body() } }.sorted()
    let (ms, worst) = (times[5] / .milliseconds(1), times[10] / .milliseconds(1))
    print("\(name): median \(ms) ms, worst \(worst) ms")
  }
}
