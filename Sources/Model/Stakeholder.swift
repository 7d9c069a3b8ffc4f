/// An individual scientist or knowledge holder, or an institution, organization or group, who can contribute
/// to the Platform, use what it makes, or encourage others to take part (annex II, paragraphs 8 and 9).
public struct Stakeholder: Record {
  public static let kind = RecordKind.stakeholder

  public let id: RecordID
  public var version = 0
  /// Citation form, in Latin letters where there is one.
  public var name = ""
  /// The name in its own script.
  public var nativeName = ""
  public var isFamilyFirst = false
  public var type = StakeholderKind.individual
  public var roles: [Role] = []
  public var mobilizer: Mobilizer?
  public var audience: Audience?
  /// ISO 3166-1 alpha-2, or empty.
  public var country = ""
  public var city = ""
  public var scale: Scale?
  public var gender: Gender?
  public var disciplines: [Discipline] = []
  public var knowledge: [KnowledgeSystem] = []
  public var sectors: [Sector] = []
  /// BCP 47, the preferred first.
  public var languages: [String] = []
  /// The preferred first.
  public var channels: [Channel] = []
  public var emails: [String] = []
  public var phones: [String] = []
  public var addresses: [String] = []
  public var links: [String] = []
  /// Written `Organization | role | from | to`.
  public var affiliations: [String] = []
  public var observer: ObserverStatus?
  /// A day, month or year (ISO 8601), or empty.
  public var observerSince = ""
  public var barriers: [Barrier] = []
  public var culture = ""
  public var interests = ""
  public var mandate = ""
  public var governance = ""
  public var participation: [Participation] = []
  public var tags: [String] = []
  public var notes = ""
  /// Where the record came from.
  public var source = ""
  /// When the office first knew of them.
  public var joined: Day?
  /// When the record was taken out of use; nil while it is in use.
  public var retired: Day?

  public init(id: RecordID) { self.id = id }

  /// The name in both scripts, as lists and titles show it.
  public var title: String { nativeName.isEmpty ? name : "\(name) · \(nativeName)" }

  /// The regional group of the country, nil where it has none.
  public var region: UNRegion? { Country.of(country)?.region }

  public static let fields: [Field<Stakeholder>] = [
    .line("name", \.name, isRequired: true),
    .line("native_name", \.nativeName),
    .flag("family_first", \.isFamilyFirst),
    .choice("kind", \.type, default: .individual),
    .choices("roles", \.roles),
    .choice("mobilizer", \.mobilizer),
    .choice("audience", \.audience),
    .country("country", \.country),
    .line("city", \.city),
    .choice("scale", \.scale),
    .choice("gender", \.gender),
    .choices("disciplines", \.disciplines),
    .choices("knowledge", \.knowledge),
    .choices("sectors", \.sectors),
    .list("languages", \.languages, check: Language.checked),
    .choices("channels", \.channels),
    .list("emails", \.emails, check: Email.checked),
    .list("phones", \.phones),
    .list("addresses", \.addresses),
    .list("links", \.links),
    .list("affiliations", \.affiliations),
    .choice("observer", \.observer),
    .partialDay("observer_since", \.observerSince),
    .choices("barriers", \.barriers),
    .line("culture", \.culture),
    .line("interests", \.interests),
    .line("mandate", \.mandate),
    .line("governance", \.governance),
    .participation("participation", \.participation),
    .list("tags", \.tags),
    .line("notes", \.notes),
    .line("source", \.source),
    .day("joined", \.joined),
    .day("retired", \.retired),
  ]
}

extension Field {
  static func participation(_ name: String, _ path: any Path<R, [Participation]>) -> Self {
    Field(name, .list, read: { $0[keyPath: path].map(\.text).joined(separator: "; ") }) {
      (record, text) throws(FieldProblem) in
      var entries: [Participation] = []
      for item in text.items { entries.append(try Participation(item)) }
      record[keyPath: path] = entries
    }
  }

  static func country(_ name: String, _ path: any Path<R, String>) -> Self {
    Field(name, .line, read: { $0[keyPath: path] }) { (record, text) throws(FieldProblem) in
      guard !text.isEmpty else { return record[keyPath: path] = "" }
      guard let country = Country.named(text) else { throw .unknownCountry(text) }
      record[keyPath: path] = country.code
    }
  }

  static func partialDay(_ name: String, _ path: any Path<R, String>) -> Self {
    Field(name, .line, read: { $0[keyPath: path] }) { (record, text) throws(FieldProblem) in
      let full = text + String("0000-01-01".dropFirst(text.count))
      let isDate = [0, 4, 7, 10].contains(text.count) && Day(text.isEmpty ? "2000-01-01" : full) != nil
      guard isDate else { throw .malformedPartialDay(text) }
      record[keyPath: path] = text
    }
  }
}
