import Model

/// Puts very many records at once, made while they are written: one entry of the journal, one undo, all or nothing.
public struct ImportInBatches<R: Record>: Change {
  public var name: String { "import" }
  public var needs: Need { R.kind.need }
  public let why: String
  private let produce: @Sendable (Hand) throws -> Bool

  /// What the maker of the records has in hand: the store as it is within the change, and where records go.
  public struct Hand {
    let transaction: Transaction
    let write: ([ImportDecision]) throws -> Void

    /// The stored records of these ids.
    public func known(_ ids: [RecordID]) throws -> [RecordID: R] {
      var records: [RecordID: R] = [:]
      for id in ids { records[id] = try transaction.fetch(R.self, id) }
      return records
    }

    /// What the store answers within the change.
    public func read<Q: Query>(_ query: Q) throws -> Q.Answer { try query.answer(in: transaction.reader) }

    public func put(_ records: [ImportDecision]) throws { try write(records) }
  }

  /// A record that is new, or takes the place of a stored one.
  public typealias ImportDecision = (before: R?, after: R)

  /// Nothing was to be written after all.
  public struct NotWanted: Error {}

  /// - Parameters:
  ///   - why: the name of the file.
  ///   - produce: makes the records; returns whether they are to be kept. Where not, nothing is written, and the
  ///     change throws `NotWanted`.
  public init(why: String, produce: @escaping @Sendable (Hand) throws -> Bool) {
    (self.why, self.produce) = (why, produce)
  }

  public func perform(in transaction: Transaction) throws {
    var entry: Int64?
    let hand = Hand(transaction: transaction) { records in
      if records.isEmpty { return }
      let journal = try entry ?? Journal.write(transaction, name: name, why: why)
      entry = journal
      for (before, after) in records {
        try transaction.put(after, over: before.map { ($0.version, $0.values) })
      }
      try transaction.journal(to: journal)
    }
    guard try produce(hand), entry != nil else { throw NotWanted() }
  }
}
