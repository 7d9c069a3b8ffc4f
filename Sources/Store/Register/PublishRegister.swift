import Model

/// A release that is ready: what was compared and written into files, in one view of the store.
public struct PreparedRelease: Sendable {
  public let plan: RegisterPlan
  let rows: [RegisterRow]
  /// The last entry of the journal that the view held.
  let journal: Int64

  /// Of its entries, by their stakeholders.
  public var numbers: [RecordID: Int] {
    Dictionary(rows.map { ($0.stakeholder, $0.number) }, uniquingKeysWith: { $1 })
  }
}

extension RegisterSnapshot {
  /// Prepares a release.
  /// - Parameter progress: hears how many entries were looked at.
  public func prepare(_ progress: (Int) throws -> Void = { _ in }) throws -> PreparedRelease {
    var (plan, rows) = try planned(progress)
    plan.earlier = try earlier(than: plan.number, rows)
    return PreparedRelease(plan: plan, rows: rows, journal: try journal)
  }
}

/// Makes a release of the public register. It is a publication: nobody takes it back, only the next release
/// follows it.
public struct PublishRegister: Change {
  public var name: String { "release" }
  public var why: String { release.note }
  public var needs: Need { .publish }
  let release: RegisterRelease
  let prepared: PreparedRelease
  let disclosure: Disclosure
  let files: Unfinished?

  /// - Parameter files: which have to take their names when it is made; nil for none.
  public init(
    _ release: RegisterRelease, _ prepared: PreparedRelease, disclosure: Disclosure, files: Unfinished? = nil
  ) {
    (self.release, self.prepared) = (release, prepared)
    (self.disclosure, self.files) = (disclosure, files)
  }

  /// - Throws: `PublicationProblem` without guidance, and where a stakeholder was changed or a release made
  ///   since it was prepared.
  public func perform(in transaction: Transaction) throws {
    try release.checkGuidance()
    let last = try transaction.fetchAll(RegisterRelease.self).map(\.number).max() ?? 0
    guard release.number == last + 1, release.number == prepared.plan.number,
      try !transaction.hasStakeholderChanges(since: prepared.journal)
    else { throw PublicationProblem.registerMoved }
    try transaction.put(release)
    for row in prepared.rows {
      try transaction.execute(
        "INSERT INTO register_entry (release, stakeholder, number, title, digest) VALUES (?, ?, ?, ?, ?)",
        [release.id, row.stakeholder, row.number, row.title, row.digest])
    }
    if let waiting = try transaction.fetch(RegisterRelease.self, RegisterRelease.next) {
      try transaction.remove(waiting)
    }
    try transaction.disclose(disclosure)
    if let files { try transaction.begin(files) }
  }
}

extension RegisterSnapshot {
  fileprivate var journal: Int64 {
    get throws { try reader.value(Int64.self, "SELECT max(id) FROM journal") ?? 0 }
  }
}

extension Transaction {
  fileprivate func hasStakeholderChanges(since entry: Int64) throws -> Bool {
    try reader.value(
      Bool.self,
      """
      SELECT EXISTS (SELECT 1 FROM journal WHERE id > ? AND added > 0) OR EXISTS (
        SELECT 1 FROM journal_row WHERE journal > ? AND kind = 'stakeholder')
      """, [entry, entry]) ?? false
  }
}
