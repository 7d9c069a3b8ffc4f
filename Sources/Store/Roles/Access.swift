import Model
import Synchronization

/// What a write or a disclosure asks of whoever does it.
public enum Need: String, Sendable, CaseIterable {
  /// To take out what one sees.
  case export
  /// Contacts, coverage and comments: one's own.
  case contribute
  /// A launch, with its board and its press office.
  case campaign
  /// Records as the office works with them.
  case edit
  /// What the public, a focal point or anybody outside gets.
  case publish
  /// A paper that is out then and stays as it is.
  case release
  /// A person's data, beyond undo.
  case erase
  /// Settings of the whole office, who may do what, and the store as a file.
  case administer
}

extension OfficeRole {
  /// The one table of what roles may do: keys, scripts, files and the store itself ask it.
  public var needs: Set<Need> {
    switch self {
    case .viewer: [.export]
    case .contributor: [.export, .contribute]
    case .consultancy: [.export, .contribute, .campaign]
    case .editor: [.export, .contribute, .campaign, .edit]
    case .publisher: Self.editor.needs.union([.publish, .release])
    case .administrator: Set(Need.allCases)
    }
  }

  /// The roles that may do it, the lowest first.
  public static func able(_ need: Need) -> [OfficeRole] { allCases.filter { $0.needs.contains(need) } }
}

extension RecordKind {
  /// What it asks to write a record of the kind, whichever change does it.
  public var need: Need {
    switch self {
    case .engagement, .coverage, .comment, .view: .contribute
    case .launch, .launchCell, .card, .event, .enquiry, .material, .response: .campaign
    case .release, .notice: .publish
    default: .edit
    }
  }
}

extension Disclosure.Kind {
  /// What it asks to let it out of the house.
  public var need: Need {
    switch self {
    case .export, .surveyResults, .read: .export
    case .mailingList: .edit
    case .register, .notice, .ownData: .publish
    case .erase: .erase
    case .role, .log, .restore: .administer
    }
  }
}

/// What the store said last of what somebody may do, for all that ask it meanwhile.
final class Standing: Sendable {
  private let now: Mutex<Access>
  init(_ access: Access) { now = Mutex(access) }

  var access: Access {
    get { now.withLock { $0 } }
    set { now.withLock { $0 = newValue } }
  }
}

/// What whoever opened a store may do there, on one day.
public struct Access: Sendable, Equatable {
  /// The store is only read.
  public let isReading: Bool
  /// What the login holds on that day; nil in a store where nobody has been given a role: there all may do all.
  let grants: [RoleGrant]?
  /// More than this role may do is not done here, whatever the login holds; nil for no such bound.
  let ceiling: OfficeRole?
  /// Who holds each role that day.
  let holders: [OfficeRole: [String]]

  init(
    isReading: Bool, grants: [RoleGrant]? = nil, ceiling: OfficeRole? = nil,
    holders: [OfficeRole: [String]] = [:]
  ) {
    (self.isReading, self.grants, self.ceiling, self.holders) = (isReading, grants, ceiling, holders)
  }

  public static let full = Access(isReading: false)
  /// Looks, and writes nothing.
  public static let reading = Access(isReading: true)

  /// Whether the login holds no role where others do.
  var isNobodys: Bool { grants?.isEmpty == true }
  var administrators: [String] { holders[.administrator] ?? [] }

  /// The roles by which the person is here, the highest of them last; empty where there are none.
  public var roles: [OfficeRole] {
    guard let grants else { return ceiling.map { [$0] } ?? [] }
    return OfficeRole.allCases.filter { role in
      grants.contains { self.role($0) == role }
    }
  }

  /// The role that a grant comes to below the ceiling.
  private func role(_ grant: RoleGrant) -> OfficeRole {
    guard let ceiling, !ceiling.needs.isSuperset(of: grant.role.needs) else { return grant.role }
    return ceiling
  }

  /// Whether private contact details are shown.
  public var seesContacts: Bool {
    (ceiling?.seesContacts ?? true) && (grants?.contains { $0.role.seesContacts } ?? true)
  }

  /// Whether the person's roles go so far, in a store that is only read as well.
  public func permits(_ need: Need) -> Bool {
    guard ceiling?.needs.contains(need) ?? true else { return false }
    return grants?.contains { $0.role.needs.contains(need) } ?? true
  }

  public func allows(_ need: Need) -> Bool { !isReading && permits(need) }

  /// Why this may not be done; nil where it may.
  public func refusal(of need: Need) -> Refusal? {
    permits(need) ? (isReading ? .storeIsReadOnly : nil) : lacking(need)
  }

  /// Which role is lacking, and who has it.
  public func lacking(_ need: Need) -> Refusal {
    let able = OfficeRole.able(need)
    let lowest = able.first { !$0.isBound } ?? .administrator
    return .needsRole(lowest, held: Set(able.filter { !$0.isBound }.flatMap { holders[$0] ?? [] }).sorted())
  }

  /// Why a record may not be written; nil where it may.
  /// - Parameters:
  ///   - versions: its values before and after, as far as there are any.
  ///   - isOwn: whether the person made it, or makes it.
  func refusal(
    writing record: RecordReference, _ versions: [[String: String]], isOwn: () throws -> Bool
  ) rethrows -> Refusal? {
    let need = record.kind.need
    guard permits(need) else { return lacking(need) }
    if permits(.edit) { return nil }
    let able = (grants ?? []).filter { $0.role.needs.contains(need) }
    let isReached =
      grants == nil || able.contains { grant in versions.allSatisfy { grant.reaches(record, $0) } }
    guard try isReached && (need != .contribute || isOwn()) else { return lacking(.edit) }
    return nil
  }
}
