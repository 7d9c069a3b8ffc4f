import Model

/// Adds a record as evidence. A risk that the decision names, and of which nobody has said anything yet, becomes a record
/// with it.
public struct AttachEvidence: Change {
  public var name: String { "add" }
  let evidence: Evidence

  public init(_ evidence: Evidence) { self.evidence = evidence }

  public func perform(in transaction: Transaction) throws {
    if let one = RecordReference(evidence.reference), one.kind == .risk,
      Decision.adopted.risk(one.id) != nil, try transaction.stored(.risk, one.id) == nil
    {
      try transaction.put(Risk(id: one.id))
      transaction.note(.riskBegun)
    }
    try AddRecord(evidence).perform(in: transaction)
  }
}
