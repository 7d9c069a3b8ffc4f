import Model

/// Changes fields of a record. Fields that somebody else changed meanwhile, and this person did not, keep the
/// other's value; fields that both changed make a clash, and nothing is written.
public struct EditRecord<R: Record>: Change {
  public var name: String { "edit" }
  public var needs: Need { R.kind.need }
  public let why: String
  public var isOfOneRecord: Bool { true }
  let base: R
  let edited: R

  /// - Parameters:
  ///   - base: the record as it was when editing began.
  ///   - why: in the writer's words; empty where nobody said.
  public init(base: R, edited: R, why: String = "") {
    self.base = base
    self.edited = edited
    self.why = why
  }

  public func perform(in transaction: Transaction) throws {
    if let (field, problem) = edited.contradictions.first {
      throw Refusal.invalid(field: field, problem)
    }
    // What a file brought stays; nobody makes it.
    if base.doubts.isEmpty, let (field, problem) = edited.doubts.first {
      throw Refusal.invalid(field: field, problem)
    }
    guard let before = try transaction.stored(R.kind, base.id) else {
      guard base.version == 0 else { throw Refusal.gone(title: base.title) }
      return try transaction.put(edited, over: nil)
    }
    let stored = R(id: base.id, version: before.version, values: before.values)
    let merged = try merged(stored, in: transaction)
    try transaction.put(merged, over: before)
    try transaction.follow(from: stored, to: merged)
  }

  /// What is edited, over what is stored now.
  /// - Throws: a clash.
  func merged(_ stored: R, in transaction: Transaction) throws -> R {
    guard stored.version != base.version else { return edited }
    let mine = Set(edited.differences(from: base))
    let theirs = Set(stored.differences(from: base))
    let different = Set(edited.differences(from: stored))
    let both = mine.intersection(theirs).intersection(different)
    var merged = stored
    let joined = both.filter { name in
      guard let whole = edited.joining(merged, over: base, in: name) else { return false }
      merged = whole
      return true
    }
    let clashing = R.fields.map(\.name).filter(both.subtracting(joined).contains)
    guard clashing.isEmpty else {
      throw Refusal.clash(
        Clash(
          kind: R.kind, record: base.id, version: stored.version, base: base.values,
          theirs: stored.values, mine: edited.values, fields: clashing,
          who: try transaction.lastWriter(R.kind, base.id)))
    }
    for field in R.fields where mine.subtracting(joined).contains(field.name) {
      do { try field.write(field.read(edited), to: &merged) } catch {
        throw Refusal.invalid(field: field.name, error)
      }
    }
    return merged
  }
}

public typealias EditStakeholder = EditRecord<Stakeholder>
public typealias EditLaunch = EditRecord<Launch>
public typealias EditLaunchCell = EditRecord<LaunchCell>
