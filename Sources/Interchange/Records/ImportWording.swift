import Model

/// Words on their way out of the house in rows of a file. The check is advice: such rows are imported like others.
extension ImportPlan {
  /// The rows that bring words which prescribe policy, with what was found in each, in the order of the file.
  public var wording: [(line: Int, findings: [OutgoingFinding])] {
    let found =
      new.map { (line: lines[$0.id] ?? 0, findings: $0.openFindings(since: nil)) }
      + changed.map { (line: lines[$0.after.id] ?? 0, findings: $0.after.openFindings(since: $0.before)) }
    return found.filter { !$0.findings.isEmpty }.sorted { $0.line < $1.line }
  }

  /// Keeps the reasons that the file gives for words that stay, as words of whoever imports them: nothing of them is
  /// lost, and no file says in somebody's name why words stay. Who gave a reason, and when, goes into it. Reasons that are
  /// stored stay as they are; a file neither changes them nor takes them away.
  /// - Parameter day: on which they are imported.
  public mutating func ownOverrides(by who: String, on day: Day) {
    var owned: Set<Int> = []
    new = new.map { record in
      let own = record.owning(nil, by: who, on: day)
      if own != record, let line = lines[record.id] { owned.insert(line) }
      return own
    }
    changed = changed.compactMap { change in
      let own = change.after.owning(change.before, by: who, on: day)
      if own != change.after, let line = lines[own.id] { owned.insert(line) }
      let fields = own.differences(from: change.before)
      if fields.isEmpty { unchanged += 1 }
      return fields.isEmpty
        ? nil : Change(before: change.before, after: own, fields: fields, keepsOptOut: change.keepsOptOut)
    }
    ownedOverrides = owned.sorted()
  }
}

extension ImportPlan {
  /// Keeps a reason for all that prescribes policy in its rows, was not there before, and has none.
  public mutating func keepWords(because reason: String, by who: String, on day: Day) {
    var kept: [BoundaryOverride] = []
    func keeping(_ record: R, over stored: R?) -> R {
      let overrides = record.openFindings(since: stored).map { $0.kept(reason, by: who, on: day) }
      kept += overrides
      return record.keeping(overrides)
    }
    new = new.map { keeping($0, over: nil) }
    changed = changed.map { change in
      let after = keeping(change.after, over: change.before)
      return Change(
        before: change.before, after: after, fields: after.differences(from: change.before),
        keepsOptOut: change.keepsOptOut)
    }
    keptWords = kept
  }
}

extension Record {
  fileprivate func owning(_ stored: Self?, by who: String, on day: Day) -> Self {
    func own<R: Outgoing>(_ record: R) -> R {
      var record = record
      let kept = (stored as? R)?.overrides ?? []
      let others = record.overrides.filter { one in !kept.contains { $0.isAbout(one) } }
      record.overrides = kept + others.map { $0.taken(by: who, on: day) }
      return record
    }
    return (self as? any Outgoing).flatMap { own($0) as? Self } ?? self
  }
}
