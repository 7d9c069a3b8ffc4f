import Model

/// The records behind references, for their titles; those that are gone are left out. A stakeholder that was merged
/// is the record that it was merged into.
public struct ReferredRecords: Query {
  public let references: Set<RecordReference>

  public init(_ references: some Sequence<RecordReference>) { self.references = Set(references) }

  public func answer(in reader: Reader) throws -> [RecordReference: any Model.Record] {
    var found: [RecordReference: any Model.Record] = [:]
    for reference in references {
      found[reference] = try record(reference.kind.type, reference.id, reader)
      guard found[reference] == nil, reference.kind == .stakeholder,
        let pointer = try reader.record(MergedRecord.self, reference.id)
      else { continue }
      found[reference] = try reader.record(Stakeholder.self, pointer.into)
    }
    return found
  }

  private func record<R: Model.Record>(
    _ type: R.Type, _ id: RecordID, _ reader: Reader
  ) throws -> (any Model.Record)? {
    try reader.record(R.self, id)
  }
}
