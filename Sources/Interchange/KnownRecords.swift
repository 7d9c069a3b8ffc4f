import Model

/// The records that are already stored, asked for in batches: there may be a million of them.
public struct KnownRecords<R: Record> {
  let withIDs: ([RecordID]) throws -> [RecordID: R]
  let named: ([String]) throws -> [String: [R]]

  /// - Parameters:
  ///   - withIDs: those of these ids.
  ///   - named: those of these names, by `Folding.folded` name.
  public init(
    withIDs: @escaping ([RecordID]) throws -> [RecordID: R],
    named: @escaping ([String]) throws -> [String: [R]] = { _ in [:] }
  ) {
    self.withIDs = withIDs
    self.named = named
  }
}

extension KnownRecords where R: Exchangeable {
  /// Records that are in memory.
  public init(_ records: [R]) {
    let byID = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let byName = Dictionary(grouping: records) { $0.likeness?.foldedName ?? "" }
    self.init(withIDs: { _ in byID }, named: { _ in byName })
  }
}
