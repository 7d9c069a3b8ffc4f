import Interchange
import Model
import Store

/// A new row of a file that may be about somebody who is stored, or who stands in another row.
public struct Lookalike: Sendable, Equatable {
  /// Counted from 1.
  public let line: Int
  /// What would be added.
  public let newcomer: Stakeholder
  /// Who it may be.
  public let other: Stakeholder
  /// Where the other one stands in the file too; nil where it is stored.
  public let otherLine: Int?
  /// Why, the newcomer first.
  public let candidate: DuplicateCandidate
}

/// Those of a file who are new, for comparing them with all who are stored.
struct Newcomers: Sendable {
  /// More than these are not compared: who brings in so many starts a store, or sends the list of another one.
  private static let most = 200_000
  /// So many pairs are shown; the list of duplicates has all of them once they are written.
  private static let mostShown = 1_000
  /// Who is written already is compared where no more than so many are stored, and the file is no longer than this many
  /// rows are: in about three seconds.
  private static let quick = (records: 100_000, bytes: 8 << 20)

  private var index = DuplicateIndex()
  private var lines: [RecordID: Int] = [:]
  /// How many were not taken, because there were too many.
  private(set) var left = 0

  /// Whether all of a file are compared with all who are stored before anybody begins to wait.
  static func isQuick(bytes: Int, in library: Library) throws -> Bool {
    try bytes <= quick.bytes && library.read(StakeholderCount(StakeholderFilter())) <= quick.records
  }

  mutating func take(_ decision: ImportDecision<Stakeholder>, line: Int) {
    guard case .new(let record, _, _, _) = decision else { return }
    guard index.count < Self.most else {
      left += 1
      return
    }
    index.add(record)
    lines[record.id] = line
  }

  /// The pairs that were found, with the lines of those who are new.
  struct Found {
    var pairs: [(line: Int, other: Stakeholder?, otherLine: Int?, score: Int)] = []
    var lines: Set<Int> { Set(pairs.map(\.line) + pairs.compactMap(\.otherLine)) }

    /// - Parameter records: those who are new, by their lines.
    func lookalikes(_ records: [Int: Stakeholder]) -> [Lookalike] {
      pairs.compactMap { pair in
        guard let newcomer = records[pair.line],
          let other = pair.other ?? pair.otherLine.flatMap({ records[$0] }),
          let candidate = DuplicateCandidate(newcomer, other, score: pair.score)
        else { return nil }
        return Lookalike(
          line: pair.line, newcomer: newcomer, other: other, otherLine: pair.otherLine, candidate: candidate)
      }
    }
  }

  /// Who is like somebody, now that all of them are stored.
  /// - Parameter progress: as for `search`.
  func written(in library: Library, progress: (Double) throws -> Void) throws -> [Lookalike] {
    let (found, known) = try find(in: library, progress)
    var records: [Int: Stakeholder] = [:]
    for (id, line) in lines { records[line] = known[id] }
    return found.lookalikes(records)
  }

  /// - Parameter progress: called now and then with the part that is done, 0 to 1; what it throws ends the search.
  func search(in library: Library, progress: (Double) throws -> Void) throws -> Found {
    try find(in: library, progress).found
  }

  private func find(in library: Library, _ progress: (Double) throws -> Void) throws
    -> (found: Found, known: [RecordID: Stakeholder])
  {
    let (findings, known) = try library.likenesses(
      of: index, limit: Self.mostShown, least: DuplicateLevel.sameName
    ) { try progress(Double($0) / Double(max(1, $1))) }
    var found = Found()
    for pair in findings.pairs {
      // What comes later in the file is the one that may be there already.
      let (a, b) = (lines[pair.a], lines[pair.b])
      if let a, let b {
        found.pairs.append((max(a, b), nil, min(a, b), pair.score))
      } else if let line = a ?? b {
        found.pairs.append((line, known[a == nil ? pair.a : pair.b], nil, pair.score))
      }
    }
    return (found, known)
  }
}
