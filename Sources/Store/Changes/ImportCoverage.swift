import Model

/// Puts the items of a feed, and the feed itself: one entry of the journal, one undo.
public struct ImportCoverage: Change {
  public var name: String { "import" }
  public var needs: Need { .contribute }
  let items: ImportRecords<Coverage>
  let feed: (before: Feed?, after: Feed)?

  public init(
    _ new: [Coverage], _ changed: [(before: Coverage, after: Coverage)], feed: (before: Feed?, after: Feed)?
  ) {
    items = ImportRecords(new: new, changed: changed)
    self.feed = feed
  }

  /// - Throws: a clash where somebody wrote one of the records since the import was planned.
  public func perform(in transaction: Transaction) throws {
    if let feed {
      if let before = feed.before {
        try EditRecord(base: before, edited: feed.after).perform(in: transaction)
      } else {
        try transaction.put(feed.after)
      }
    }
    try items.perform(in: transaction)
  }
}
