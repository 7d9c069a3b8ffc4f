import Model

/// A record that files hold as well: which columns name it, and what people call its fields.
public protocol Exchangeable: Record {
  /// What a file of such records is called: `budget-lines`.
  static var file: String { get }
  /// The columns that together are the id.
  static var idColumns: [String] { get }
  /// Whether a file cannot do without them.
  static var isIDRequired: Bool { get }
  /// The id that the cells of those columns make.
  static func id(from cells: [String]) throws(ImportPlan<Self>.Mistake) -> RecordID
  static func idCells(of id: RecordID) -> [String]
  /// Other names of the columns, by field.
  static var synonyms: [String: [String]] { get }
  /// What the record is known by where a file has no id; nil for kinds that only an id tells apart.
  var likeness: Likeness? { get }
  /// By which UIDs the files of other programs know it.
  var uids: [String] { get }
  /// Brings back what the stored record refuses (contact, a use of its data) where a file says otherwise: only
  /// a person takes a refusal back.
  /// - Returns: whether the file said otherwise.
  mutating func keepOptOuts(of stored: Self) -> Bool
  /// Keeps what the store itself notes of where a record came from: no file says that.
  mutating func keepOrigin(of stored: Self)
  /// Keeps the stored name where a file gives another one that the record is known by already.
  mutating func keepName(of stored: Self)
  /// Of the two names the fuller one stays, and the other is kept as another name: the record is the stored one under
  /// whatever name.
  mutating func keepNames(of stored: Self)
}

/// What makes two stakeholders the same to the office: the name, unless their e-mails say otherwise.
public struct Likeness: Sendable {
  public let foldedName: String
  public let emails: Set<String>
  let isInUse: Bool

  func sharesEmail(with other: Likeness) -> Bool { !emails.isDisjoint(with: other.emails) }

  func isLike(_ other: Likeness) -> Bool {
    foldedName == other.foldedName && (emails.isEmpty || other.emails.isEmpty || sharesEmail(with: other))
  }
}

extension Exchangeable {
  public static var file: String { kind.rawValue + "s" }
  public static var idColumns: [String] { ["id"] }
  public static var isIDRequired: Bool { false }
  public static func idCells(of id: RecordID) -> [String] { [id] }
  public static var synonyms: [String: [String]] { [:] }
  public var likeness: Likeness? { nil }
  public var uids: [String] { [] }
  public mutating func keepOptOuts(of stored: Self) -> Bool { false }
  public mutating func keepOrigin(of stored: Self) {}
  public mutating func keepName(of stored: Self) {}
  public mutating func keepNames(of stored: Self) { keepName(of: stored) }

  public static func id(from cells: [String]) throws(ImportPlan<Self>.Mistake) -> RecordID {
    do { return try NewID.checked(cells[0]) } catch {
      throw ImportPlan<Self>.Mistake(field: "id", problem: error)
    }
  }
}

extension Stakeholder: Exchangeable {
  public static var synonyms: [String: [String]] { ColumnNames.stakeholder }

  public var likeness: Likeness? {
    let folded = Folding.folded(name)
    guard !folded.isEmpty else { return nil }
    return Likeness(
      foldedName: folded, emails: Set(emails.map { $0.lowercased() }), isInUse: retired == nil)
  }

  public mutating func keepName(of stored: Stakeholder) {
    let given = Folding.folded(name)
    // Another spelling of accents or case is no other name: files that differ in it would take turns.
    let known = [stored.name] + stored.aliases
    let isKnown = known.contains { Folding.folded($0) == given }
    // Nor is the same in another order.
    if isKnown || Folding.person(name) == Folding.person(stored.name) { name = stored.name }
  }

  public mutating func keepNames(of stored: Stakeholder) {
    let merged = StakeholderMerge(stored, self).result
    (name, nativeName, sortName, isFamilyFirst) = (
      merged.name, merged.nativeName, merged.sortName, merged.isFamilyFirst
    )
    aliases = merged.aliases
  }

  public mutating func keepOptOuts(of stored: Stakeholder) -> Bool {
    let widens = keepNarrower(than: stored)
    let extends = keepScopes(of: stored)
    let liftsContact = stored.isDoNotContact && !isDoNotContact || widens || extends
    if stored.isDoNotContact { isDoNotContact = true }
    let lifted = Set(
      ConsentUse.allCases.filter {
        stored.consent(to: $0)?.answer == .no && consent(to: $0)?.answer != .no
      })
    guard !lifted.isEmpty else { return liftsContact }
    let all =
      stored.consents.filter { lifted.contains($0.use) } + consents.filter { !lifted.contains($0.use) }
    let isAsStored = all.count == stored.consents.count && all.allSatisfy(stored.consents.contains)
    consents = isAsStored ? stored.consents : all
    return true
  }

  /// An agreement extends to no more values than it did, unless the file has a later answer about that use.
  private mutating func keepScopes(of stored: Stakeholder) -> Bool {
    let lost = Set(stored.consentScopes.filter { !consentScopes.contains($0) }.map(\.use))
    let widened = lost.filter { use in
      guard stored.hasAgreed(to: use), let known = stored.consent(to: use) else { return false }
      return (consent(to: use)?.day?.number ?? 0) <= (known.day?.number ?? 0)
    }
    guard !widened.isEmpty else { return false }
    consentScopes =
      stored.consentScopes.filter { widened.contains($0.use) }
      + consentScopes.filter { !widened.contains($0.use) }
    return true
  }

  /// What was taken out of the register stays out, unless the file has a later answer about the register.
  private mutating func keepNarrower(than stored: Stakeholder) -> Bool {
    guard !stored.registerFields.isEmpty, let known = stored.consent(to: .register),
      registerFields.contains(where: { !stored.registerFields.contains($0) })
    else { return false }
    let (before, now) = (known.day?.number ?? 0, consent(to: .register)?.day?.number ?? 0)
    guard now <= before else { return false }
    registerFields.removeAll { !stored.registerFields.contains($0) }
    return true
  }
}

extension Activity: Exchangeable {
  public static var file: String { "activities" }
  public static var isIDRequired: Bool { true }
  public static var synonyms: [String: [String]] { ColumnNames.activity }
}

extension Launch: Exchangeable {
  public static var file: String { "launches" }
  public static var synonyms: [String: [String]] { ColumnNames.launch }
}

extension Evidence: Exchangeable {
  public static var file: String { "evidence" }
  public static var synonyms: [String: [String]] { ColumnNames.evidence }
}

extension Engagement: Exchangeable {}
extension TaskForceRequest: Exchangeable {}
extension FocalPoint: Exchangeable {}
extension SavedView: Exchangeable {}
extension ImportMapping: Exchangeable {}

extension LaunchCell: Exchangeable {
  public static var file: String { "launch" }
  public static var idColumns: [String] { ["launch", "activity", "slot"] }
  public static var isIDRequired: Bool { true }
  public static var synonyms: [String: [String]] { ColumnNames.launchCell }

  public static func idCells(of id: RecordID) -> [String] {
    let cell = LaunchCell(id: id)
    return [cell.launch, cell.activity, cell.slot]
  }

  public static func id(from cells: [String]) throws(ImportPlan<Self>.Mistake) -> RecordID {
    let (launch, activity, slot) = (cells[0], cells[1], cells[2])
    do { _ = try NewID.checked(launch) } catch {
      throw ImportPlan<Self>.Mistake(field: "launch", problem: error)
    }
    guard Decision.adopted.launchActivity(activity) != nil else {
      let known = Decision.adopted.launchActivities.map(\.id)
      throw ImportPlan<Self>.Mistake(field: "activity", problem: .notOneOf(activity, known))
    }
    guard Month(slot) != nil || Day(slot) != nil else {
      throw ImportPlan<Self>.Mistake(field: "slot", problem: .malformedSlot(slot))
    }
    return id(launch: launch, activity: activity, slot: slot)
  }
}
