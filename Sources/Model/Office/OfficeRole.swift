/// What a login is trusted with in the office. A login may hold several: what one of them allows is allowed.
public enum OfficeRole: String, Sendable, CaseIterable {
  /// Looks and counts, and sees nobody's contact details.
  case viewer
  /// Looks after contacts, coverage and comments of their own.
  case contributor
  /// The public-relations consultancy hired around a launch (annex VI, paragraph 8): works on that launch for as long as
  /// its contract lasts, and sees nobody's contact details.
  case consultancy
  /// Works with all records.
  case editor
  /// An editor who lets the register, notices, reports and material out.
  case publisher
  /// All of it: who may do what, erasure, the settings of the office.
  case administrator

  /// Whether it holds for a launch and a period only.
  public var isBound: Bool { self == .consultancy }

  /// Whether private contact details are shown to whoever holds nothing else.
  public var seesContacts: Bool { self != .viewer && self != .consultancy }

  /// From which it cannot be told whose launch it is: a session is lowered to any other.
  public static let ceilings = allCases.filter { !$0.isBound }
}

/// That a login holds a role.
public struct RoleGrant: Sendable, Hashable {
  public var login: String
  public var role: OfficeRole
  /// The launch that it is bound to; empty where it is bound to none.
  public var launch: RecordID = ""
  /// The first and the last day of its period, both included; nil where it has no end.
  public var from: Day?
  public var until: Day?

  public init(
    login: String, role: OfficeRole, launch: RecordID = "", from: Day? = nil, until: Day? = nil
  ) {
    (self.login, self.role, self.launch, self.from, self.until) = (login, role, launch, from, until)
  }

  public func holds(on day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }

  /// Whether a record lies in the launch that it is bound to: the launch itself, or one that names it.
  public func reaches(_ record: RecordReference, _ values: [String: String]) -> Bool {
    guard role.isBound else { return true }
    switch record.kind {
    case .launch: return record.id == launch
    case .launchCell: return LaunchCell(id: record.id).launch == launch
    default: return values["launch"] == launch
    }
  }

  /// What is missing for it to be granted, or what it must not say: the field and what is wrong with it.
  public var problem: (field: String, problem: FieldProblem)? {
    if login.isEmpty { return ("login", .missing) }
    guard role.isBound else { return nil }
    if launch.isEmpty { return ("launch", .missing) }
    guard let from, let until else { return (from == nil ? "from" : "to", .missing) }
    return from <= until ? nil : ("to", .endBeforeStart)
  }
}
