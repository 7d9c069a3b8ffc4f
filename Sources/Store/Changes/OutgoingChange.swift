import Model

/// A change that may bring words on their way out of the house. Whoever makes it at a screen is asked why they stay where
/// they prescribe policy; the store itself takes them all the same: the check is advice and never a lock.
public protocol OutgoingChange: Change {
  /// What prescribes policy in what it brings, was not there before, and has no reason yet, record by record.
  var openFindings: [(record: RecordReference, findings: [OutgoingFinding])] { get }
  /// The same change, with why those words stay.
  func keeping(_ overrides: [RecordReference: [BoundaryOverride]]) -> any Change
}

extension Record {
  fileprivate func open(since base: Self?) -> [(record: RecordReference, findings: [OutgoingFinding])] {
    let findings = openFindings(since: base)
    return findings.isEmpty ? [] : [(reference, findings)]
  }

  fileprivate func keeping(_ overrides: [RecordReference: [BoundaryOverride]]) -> Self {
    overrides[reference].map(keeping) ?? self
  }
}

extension EditRecord: OutgoingChange {
  public var openFindings: [(record: RecordReference, findings: [OutgoingFinding])] {
    edited.open(since: base.version == 0 ? nil : base)
  }

  public func keeping(_ overrides: [RecordReference: [BoundaryOverride]]) -> any Change {
    EditRecord(base: base, edited: edited.keeping(overrides), why: why)
  }
}

extension AddRecord: OutgoingChange {
  public var openFindings: [(record: RecordReference, findings: [OutgoingFinding])] {
    record.open(since: nil)
  }

  public func keeping(_ overrides: [RecordReference: [BoundaryOverride]]) -> any Change {
    AddRecord(record.keeping(overrides), why: why)
  }
}

extension ChangeRecords: OutgoingChange {
  public var openFindings: [(record: RecordReference, findings: [OutgoingFinding])] {
    edits.flatMap { $0.after.open(since: $0.before) }
  }

  public func keeping(_ overrides: [RecordReference: [BoundaryOverride]]) -> any Change {
    ChangeRecords(name, edits.map { (before: $0.before, after: $0.after.keeping(overrides)) })
  }
}

extension AgreeMessage: OutgoingChange {
  public var openFindings: [(record: RecordReference, findings: [OutgoingFinding])] { seen.open(since: nil) }

  public func keeping(_ overrides: [RecordReference: [BoundaryOverride]]) -> any Change {
    var change = self
    change.overrides = overrides[seen.reference] ?? []
    change.seen = seen.keeping(overrides)
    return change
  }
}

extension ReleaseReport: OutgoingChange {
  public var openFindings: [(record: RecordReference, findings: [OutgoingFinding])] { draft.open(since: nil) }

  public func keeping(_ overrides: [RecordReference: [BoundaryOverride]]) -> any Change {
    var change = self
    change.overrides = overrides[draft.reference] ?? []
    change.draft = draft.keeping(overrides)
    return change
  }
}
