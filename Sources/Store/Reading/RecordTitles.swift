import Model

/// What people call some records, by reference; those that are not there any more are left out.
public struct RecordTitles: Query {
  private let references: [RecordReference]

  public init(_ references: [RecordReference]) { self.references = references }

  public func answer(in reader: Reader) throws -> [String: String] {
    let found = try ReferredRecords(references).answer(in: reader)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.key.description, $0.value.title) })
  }
}
