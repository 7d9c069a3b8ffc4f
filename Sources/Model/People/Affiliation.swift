/// To whom a person, an organization or a network belongs, written
/// `Organization | role | from | to | id of its record`.
public struct Affiliation: Composite {
  public var organization = ""
  public var role = ""
  /// A day, month or year (ISO 8601), or what somebody wrote in its place.
  public var from = ""
  /// As `from`; empty while it lasts.
  public var to = ""
  /// The stakeholder that the organization is, where it has a record.
  public var record: RecordID?

  public init(
    organization: String, role: String = "", from: String = "", to: String = "", record: RecordID? = nil
  ) {
    (self.organization, self.role, self.from, self.to, self.record) = (organization, role, from, to, record)
  }

  public static let parts = [
    Part("organization", .line), Part("role", .line), Part("from", .line), Part("to", .line),
    Part("record", .reference(.id(.stakeholder))),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    (organization, role, from, to) = (texts[0], texts[1], texts[2], texts[3])
    record = texts[4].isEmpty ? nil : try NewID.checked(texts[4])
    if organization.isEmpty { throw .missing }
  }

  public var texts: [String] { [organization, role, from, to, record ?? ""] }

  /// Without the link to an organization's record, which is the office's own.
  var published: Affiliation { Affiliation(organization: organization, role: role, from: from, to: to) }
}
