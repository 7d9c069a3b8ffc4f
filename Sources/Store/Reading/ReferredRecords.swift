import Model

/// The records behind references, for their titles; those that are gone are left out. A stakeholder that was merged
/// is the record that it was merged into.
public struct ReferredRecords: Query {
  public let references: Set<RecordReference>

  public init(_ references: some Sequence<RecordReference>) { self.references = Set(references) }

  public func answer(in reader: Reader) throws -> [RecordReference: any Model.Record] {
    var found: [RecordReference: any Model.Record] = [:]
    for one in references { found[one] = try reader.referred(one) }
    return found
  }
}
