import Dispatch
import Synchronization

/// One search over the records of an index.
///
/// The keys by which records meet are made anew for one part after the other, so that a million records need no more
/// room for them than a few. Of many records a second thread takes every other part.
struct DuplicateSearch {
  /// About so many keys a record has.
  static let keys = 36

  /// How the work is divided.
  struct Division {
    /// So many keys are sorted at a time.
    var room = 1_000_000
    /// Fewer records are compared before a second thread has begun.
    var worthTwo = 20_000
  }

  private let division: Division
  private let cards: DuplicateIndex.Cards
  /// How many records share a trait, where more than two do.
  private var shared: [UInt64: UInt32] = [:]
  private var scores: [PartSearch.Scored] = []
  private(set) var crowds: [PartSearch.Crowd] = []
  private(set) var comparisons = 0

  init(_ cards: DuplicateIndex.Cards, _ division: Division) {
    (self.cards, self.division) = (cards, division)
  }

  /// The pairs with their scores, the best first.
  var ranked: [(pair: UInt64, score: Int)] {
    var sorted = scores
    sorted.sort { ($1.score, $0.pair) < ($0.score, $1.pair) }
    var ranked: [(pair: UInt64, score: Int)] = []
    ranked.reserveCapacity(sorted.count)
    for found in sorted where ranked.last?.pair != found.pair {
      ranked.append((found.pair, Int(found.score)))
    }
    return ranked
  }

  /// Where both threads meet.
  private final class Meeting: Sendable {
    /// Nobody waits for the second one any more.
    let isOver = Atomic(false)
    let found = Mutex<PartSearch?>(nil)
  }

  private struct Over: Error {}

  mutating func run(progress: (Double) throws -> Void) rethrows {
    let parts = cards.count * Self.keys / division.room + 1
    for part in 0..<max(1, parts / 4) { countSharers(UInt64(part), of: UInt64(max(1, parts / 4))) }
    var own = PartSearch(cards, shared)
    let (meeting, group) = (Meeting(), DispatchGroup())
    let threads = cards.count < division.worthTwo || parts == 1 ? 1 : 2
    if threads == 2 {
      DispatchQueue(label: "outreach.duplicates", qos: .utility).async(group: group) { [own] in
        var other = own
        let isDone: Void? = try? other.run(stride(from: 1, to: parts, by: 2), of: parts) { _ in
          if meeting.isOver.load(ordering: .relaxed) { throw Over() }
        }
        if isDone != nil { meeting.found.withLock { $0 = other } }
      }
    }
    do {
      try own.run(stride(from: 0, to: parts, by: threads), of: parts, progress: progress)
    } catch {
      // The records go with this search: the other has to be out of them.
      meeting.isOver.store(true, ordering: .relaxed)
      group.wait()
      throw error
    }
    group.wait()
    take(own)
    if let other = meeting.found.withLock({ $0 }) { take(other) }
    crowds.sort { ($1.records, $0.example) < ($0.records, $1.example) }
    try progress(1)
  }

  private mutating func take(_ found: PartSearch) {
    scores += found.scores
    comparisons += found.comparisons
    crowds += found.crowds.filter { one in !crowds.contains { $0 == one } }
  }

  private mutating func countSharers(_ part: UInt64, of parts: UInt64) {
    var keys: [UInt64] = []
    for index in 0..<cards.count {
      for trait in cards[index].traits {
        switch MatchCard.kind(of: trait) {
        case .name, .acronym, .mailbox, .phone, .link, .organization, .address:
          if trait % parts == part { keys.append(trait) }
        case .nationalTail, .internationalTail:
          let tail = MatchCard.recast(trait, as: .nationalTail)
          if tail % parts == part { keys.append(tail) }
        default: break
        }
      }
    }
    keys.sort()
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      if end - start > 2 { shared[keys[start]] = UInt32(end - start) }
      start = end
    }
  }
}
