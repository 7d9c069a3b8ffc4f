import Model

/// One and the same edit of many stakeholders: one entry of the journal, one undo.
public struct BulkEdit: Change {
  public var name: String { step.isAddition ? "bulk-add" : step.isRemoval ? "bulk-remove" : "bulk-set" }
  let ids: [RecordID]
  let step: BulkStep

  public init(_ ids: [RecordID], _ step: BulkStep) {
    self.ids = ids
    self.step = step
  }

  /// Leaves out whom `BulkPreview` names as skipped, and whom the edit does not change.
  public func perform(in transaction: Transaction) throws {
    guard let field = Stakeholder.field(step.field) else { return }
    // In the order of their rows, in which the full-text index takes them fastest.
    for id in try StakeholderScope.records(ids).rows("id", in: transaction.reader, as: String.self) {
      guard let stored = try transaction.stored(.stakeholder, id) else { continue }
      // Only the one field is read: what it may hold does not depend on the others.
      let before = Stakeholder(id: id, version: stored.version, values: stored.values, only: [field])
      guard let after = try? step.applied(to: before) else { continue }
      var values = stored.values
      let text = field.read(after)
      values[field.name] = text.isEmpty ? nil : text
      let names = Stakeholder.titleFields
      let title = Stakeholder(id: id, version: stored.version, values: values, only: names).title
      try transaction.update(id, title: title, to: values, over: stored)
    }
  }
}

extension Stakeholder {
  /// The fields of which its title is made.
  fileprivate static let titleFields = fields.filter { ["name", "native_name"].contains($0.name) }
}

/// What a bulk edit would do, before it does it.
public struct BulkPreview: Query {
  public let ids: [RecordID]
  public let step: BulkStep

  public init(_ ids: [RecordID], _ step: BulkStep) {
    self.ids = ids
    self.step = step
  }

  public struct Answer: Sendable, Equatable {
    public var changed = 0
    /// Those that have the value already, or do not have what is to be taken away.
    public var unaffected = 0
    /// Those that are not there any more.
    public var gone = 0
    /// Those who said no to some use of their data, and of whom that would be forgotten.
    public var optOutsCleared = 0
    /// The first that would change.
    public var examples: [Example] = []
    /// The first that would be left out, and why.
    public var skipped: [Skipped] = []
    public var skippedCount = 0
  }

  public struct Example: Sendable, Equatable {
    public let title: String
    public let before: String
    public let after: String
  }

  public struct Skipped: Sendable, Equatable {
    public let title: String
    public let problem: FieldProblem
  }

  /// So many are told by name, in the order of their names.
  private static let shown = 1_000

  public func answer(in reader: Reader) throws -> Answer {
    var answer = Answer()
    guard let field = Stakeholder.field(step.field) else { return answer }
    for batch in stride(from: 0, to: ids.count, by: 1000) {
      let some = Array(ids[batch..<min(batch + 1000, ids.count)])
      let known = try KnownStakeholders(ids: some).answer(in: reader).byID
      for id in some { count(known[id], field, in: &answer) }
    }
    answer.examples.sort { ($0.title.lowercased(), $0.title) < ($1.title.lowercased(), $1.title) }
    answer.skipped.sort { ($0.title.lowercased(), $0.title) < ($1.title.lowercased(), $1.title) }
    return answer
  }

  private func count(_ stakeholder: Stakeholder?, _ field: Field<Stakeholder>, in answer: inout Answer) {
    guard let stakeholder else {
      answer.gone += 1
      return
    }
    do throws(FieldProblem) {
      guard let after = try step.applied(to: stakeholder) else {
        answer.unaffected += 1
        return
      }
      answer.changed += 1
      if after.hasForgottenRefusal(of: stakeholder) { answer.optOutsCleared += 1 }
      if answer.examples.count < Self.shown {
        answer.examples.append(
          Example(title: stakeholder.title, before: field.read(stakeholder), after: field.read(after)))
      }
    } catch {
      answer.skippedCount += 1
      if answer.skipped.count < Self.shown {
        answer.skipped.append(Skipped(title: stakeholder.title, problem: error))
      }
    }
  }
}
