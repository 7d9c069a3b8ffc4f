import Model

/// The records that are already stored, asked for in batches: there may be a million of them.
public struct KnownRecords<R: Record> {
  let withIDs: ([RecordID]) throws -> [RecordID: R]
  let named: (_ names: [String], _ emails: Set<String>) throws -> Namesakes<R>
  let withUIDs: ([String]) throws -> [String: R]
  let alike: (([R]) throws -> [R])?
  let ages: ((RecordID) throws -> FieldAges)?

  /// - Parameters:
  ///   - withIDs: those of these ids.
  ///   - named: those of these names, by `Folding.folded` name; the e-mails of the batch, in lower case, help to
  ///     choose where there are too many.
  ///   - withUIDs: those whom other programs know by these UIDs.
  ///   - alike: those that may say the same as these, of a kind that nothing but an id tells apart; nil for others.
  ///   - ages: since when a record is as it is; nil where nothing tells.
  public init(
    withIDs: @escaping ([RecordID]) throws -> [RecordID: R],
    named: @escaping ([String], Set<String>) throws -> Namesakes<R> = { _, _ in Namesakes() },
    withUIDs: @escaping ([String]) throws -> [String: R] = { _ in [:] },
    alike: (([R]) throws -> [R])? = nil, ages: ((RecordID) throws -> FieldAges)? = nil
  ) {
    self.ages = ages
    self.withIDs = withIDs
    self.named = named
    self.withUIDs = withUIDs
    self.alike = alike
  }
}

/// Stored records by their folded names.
public struct Namesakes<R: Record> {
  let byName: [String: [R]]
  /// How many have a name, where they are too many to hand out all of them: then `byName` has only those that
  /// share an e-mail with the batch, or have none.
  let crowds: [String: Int]

  public init(_ byName: [String: [R]] = [:], crowds: [String: Int] = [:]) {
    (self.byName, self.crowds) = (byName, crowds)
  }
}

extension KnownRecords where R: Exchangeable {
  /// Records that are in memory.
  public init(_ records: [R]) {
    let byID = records.byID
    let namesakes = Namesakes(Dictionary(grouping: records) { $0.likeness?.foldedName ?? "" })
    let byUID = Dictionary(
      records.flatMap { record in record.uids.map { ($0, record) } }, uniquingKeysWith: { first, _ in first })
    let isLiked = records.contains { $0.likeness != nil }
    self.init(
      withIDs: { _ in byID }, named: { _, _ in namesakes }, withUIDs: { _ in byUID },
      alike: isLiked ? nil : { _ in records })
  }
}
