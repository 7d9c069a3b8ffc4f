/// What a query may ask about: `country`, `tag`, `joined`.
public struct QueryField: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    case dimension(Dimension)
    /// Fields of a stakeholder, any of which may hold the words.
    case text([String])
    /// A field that holds a day, perhaps in part (`2014`), or `changed`.
    case day(String)
    /// A field that is yes or nothing.
    case flag(String)
    case retired
    case id
    /// Whether another field holds anything.
    case has
  }

  /// The same in every language: what saved queries are written with.
  public let name: String
  public let subject: Subject
  /// Other names that no language has to know: of fields in files and in the store.
  let aliases: [String]

  private init(_ name: String, _ subject: Subject, aliases: [String] = []) {
    self.name = name
    self.subject = subject
    self.aliases = aliases
  }

  public static let all: [QueryField] = {
    let fields = special + dimensions + texts
    let known = Set(fields.flatMap(\.stored))
    return fields + rest(without: known)
  }()

  public static func of(_ dimension: Dimension) -> QueryField {
    dimensions.first { $0.subject == .dimension(dimension) } ?? dimensions[0]
  }

  /// The fields of a stakeholder that are looked at; none for a dimension that is reckoned.
  var fields: [String] {
    switch subject {
    case .dimension: []
    case .text(let names): names
    case .day(let name), .flag(let name): [name]
    case .retired, .id, .has: []
    }
  }

  /// The names that this has in files, forms and lists.
  public var stored: [String] { [name] + aliases + fields }

  /// Says in a query what a person calls it, where that differs from the code.
  private static let short = [
    "roles": "role", "disciplines": "discipline", "language": "lang", "sectors": "sector",
    "barriers": "barrier", "incentives": "incentive", "disincentives": "disincentive", "offers": "offer",
    "needs": "need",
  ]

  private static let dimensions: [QueryField] = Dimension.allCases.map { dimension in
    let code = dimension.rawValue
    let stored = ["language": ["languages"], "channel": ["channels"]][code] ?? []
    return QueryField(short[code] ?? dimension.optionName, .dimension(dimension), aliases: [code] + stored)
  }

  private static let special: [QueryField] =
    [
      QueryField("has", .has), QueryField("id", .id), QueryField("retired", .retired),
      QueryField("changed", .day("changed")), QueryField("joined", .day("joined")),
      QueryField("observer_since", .day("observer_since"), aliases: ["since"]),
    ] + ParticipationKind.allCases.map { QueryField($0.rawValue, .day(Participation.field(of: $0))) }

  private static let texts: [QueryField] = [
    ("name", ["name", "native_name", "aliases", "acronyms"]),
    ("email", ["emails"]), ("phone", ["phones"]), ("address", ["addresses"]), ("link", ["links"]),
    ("org", ["affiliations"]), ("tag", ["tags"]), ("note", ["notes"]), ("interest", ["interests"]),
    ("issue", ["issues"]),
    ("deliverable", ["participation"]),
  ].map { name, fields in
    let stored = fields.filter { Stakeholder.field($0) != nil }
    return QueryField(name, .text(stored), aliases: stored.filter { $0 != "participation" })
  }

  /// The other fields of the table, each under its own name.
  private static func rest(without known: Set<String>) -> [QueryField] {
    Stakeholder.fields.compactMap { field in
      guard !known.contains(field.name) else { return nil }
      switch field.entry {
      case .day: return QueryField(field.name, .day(field.name))
      case .flag: return QueryField(field.name, .flag(field.name))
      default: return QueryField(field.name, .text([field.name]))
      }
    }
  }
}
