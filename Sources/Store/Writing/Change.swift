import Model

/// One named transaction: valid and journalled, or refused as a whole.
public protocol Change: Sendable {
  /// Stable; the journal keeps it: `edit`, `add`, `import` …
  var name: String { get }
  /// Why it was done, in the writer's words, or the file that it came from; empty where nobody said.
  var why: String { get }
  /// Whether it writes one record and nothing else: where that clashes and is merged, the change is made.
  var isOfOneRecord: Bool { get }
  /// What it asks of whoever makes it.
  var needs: Need { get }
  func perform(in transaction: Transaction) throws
}

extension Change {
  public var why: String { "" }
  public var isOfOneRecord: Bool { false }
  public var needs: Need { .edit }
}

/// What a change wrote: the answer to whoever sent it.
public struct Written: Sendable {
  /// The records as they are stored now, each with its version, in the order in which they were written. Of a
  /// record that somebody else edited meanwhile, with the fields of both.
  public let records: [any Record]
  /// What came of it beside that; to be said.
  public let consequences: [Consequence]
  /// The entry of the journal that tells of it; nil where nothing was written.
  public let entry: Int64?

  init(_ records: [any Record] = [], _ consequences: [Consequence] = [], entry: Int64? = nil) {
    (self.records, self.consequences, self.entry) = (records, consequences, entry)
  }

  /// The records of that kind.
  public func all<R: Record>(_ type: R.Type) -> [R] { records.compactMap { $0 as? R } }

  /// The record of that id; nil where it was not written.
  public func record<R: Record>(_ id: RecordID) -> R? { all(R.self).last { $0.id == id } }
}

/// What came of a change beside what it is named for.
public enum Consequence: Sendable {
  /// The other route of a partnership is void: its type names another body than before, or the same one.
  case routeVoid
  /// Contact details came into a comment after it was decided to publish those in it: none of them goes out now.
  case contactsOpen
  /// A risk that the decision names has a record of its own now.
  case riskBegun
  /// Somebody gave their word for an approval, and it is approved where that was the second one that holds.
  case wordGiven(title: String, isApproved: Bool)
}

/// Why a change was refused. Nothing was written.
public enum Refusal: Error, Sendable, Equatable {
  /// Somebody else was faster with some of the same fields.
  case clash(Clash)
  /// The record is not there any more.
  case gone(title: String)
  /// A field's value is not valid.
  case invalid(field: String, FieldProblem)
  /// One of two records to be merged was changed by that person since they were laid side by side.
  case changedMeanwhile(title: String, by: String)
  /// What is to be undone was changed again since, by that person.
  case changedSince(title: String, by: String)
  case nothingToUndo
  case nothingToRedo
  /// What was shown is not the person's last change any more: they wrote elsewhere meanwhile.
  case anotherIsLast
  case storeIsReadOnly
  /// Nothing less than that role may do it; these logins hold it or one that may as much.
  case needsRole(OfficeRole, held: [String])
  /// Whoever made the store names its first administrator.
  case firstIsNamed(by: String)
  /// Without an administrator nobody could give a role any more.
  case lastAdministrator
  /// Who is to be added may be one of these, the surest first.
  case alike([DuplicateCandidate])

  /// Whether another person, or another way in, would not be refused.
  public var isOfRoles: Bool {
    switch self {
    case .storeIsReadOnly, .needsRole, .firstIsNamed: true
    default: false
    }
  }
}

/// Two edits of the same fields: what both began from, what is now stored, and what this person typed.
public struct Clash: Sendable, Equatable {
  public let kind: RecordKind
  public let record: RecordID
  /// The version that is now stored.
  public let version: Int
  public let base: [String: String]
  public let theirs: [String: String]
  public let mine: [String: String]
  /// The fields that both changed, each in its own way.
  public let fields: [String]
  public let who: String
}
