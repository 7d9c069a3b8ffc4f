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
  /// What lists are ordered by where it is not the name: `Beauvoir, Simone de`.
  public var sortName = ""
  public var acronyms: [String] = []
  /// Other names under which it is met.
  public var aliases: [String] = []
  /// ORCID iD of a person, without its link; see `Identifier`.
  public var orcid = ""
  /// ROR id of an organization, without its link; see `Identifier`.
  public var ror = ""
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
  public var affiliations: [Affiliation] = []
  public var observer: ObserverStatus?
  /// A day, month or year (ISO 8601), or empty.
  public var observerSince = ""
  public var barriers: [Barrier] = []
  public var barrierSteps: [BarrierStep] = []
  public var incentives: [Incentive] = []
  public var disincentives: [Disincentive] = []
  public var offers: [Capacity] = []
  public var needs: [Capacity] = []
  /// What they care about (annex II, paragraph 16).
  public var issues: [String] = []
  public var culture = ""
  public var interests = ""
  public var mandate = ""
  public var governance = ""
  public var participation: [Participation] = []
  public var tags: [String] = []
  public var notes = ""
  /// Where the record came from.
  public var source = ""
  /// By which UIDs the address books of others know them; see `ForeignUID`.
  public var uids: [String] = []
  public var consents: [Consent] = []
  /// What of the record may stand in the public register, if they agreed to that.
  public var registerFields: [RegisterField] = []
  /// To which values their agreements extend, where not to all; see `ConsentScope`.
  public var consentScopes: [ConsentScope] = []
  /// They asked to be left alone.
  public var isDoNotContact = false
  /// Until when the record may be kept before somebody looks at it again.
  public var retainUntil: Day?
  /// When the office first knew of them.
  public var joined: Day?
  /// When the record was taken out of use; nil while it is in use.
  public var retired: Day?

  public init(id: RecordID) { self.id = id }

  /// The name in both scripts, as lists and titles show it.
  public var title: String { nativeName.isEmpty ? name : "\(name) · \(nativeName)" }

  /// What lists are ordered by.
  public var orderName: String { sortName.isEmpty ? name : sortName }

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
    .list("emails", \.emails, check: Email.checked).keptPrivate(),
    .list("phones", \.phones).keptPrivate(),
    .list("addresses", \.addresses).keptPrivate(),
    .list("links", \.links),
    .line("sort_name", \.sortName),
    .list("acronyms", \.acronyms),
    .list("aliases", \.aliases),
    .identifier("orcid", \.orcid, check: Identifier.orcid),
    .identifier("ror", \.ror, check: Identifier.ror),
    .items("affiliations", \.affiliations),
    .choice("observer", \.observer),
    .partialDay("observer_since", \.observerSince),
    .choices("barriers", \.barriers),
    .items("barrier_steps", \.barrierSteps),
    .choices("incentives", \.incentives),
    .choices("disincentives", \.disincentives),
    .items("offers", \.offers),
    .items("needs", \.needs),
    .list("issues", \.issues),
    .text("culture", \.culture),
    .text("interests", \.interests),
    .text("mandate", \.mandate),
    .text("governance", \.governance),
    .items("participation", \.participation),
    .list("tags", \.tags),
    .text("notes", \.notes).keptPrivate(),
    .line("source", \.source),
    .list("uids", \.uids, check: ForeignUID.checked),
    .items("consents", \.consents),
    .choices("register_fields", \.registerFields),
    .items("consent_scopes", \.consentScopes),
    .flag("do_not_contact", \.isDoNotContact),
    .day("retain_until", \.retainUntil),
    .day("joined", \.joined),
    .day("retired", \.retired),
  ]

  public static let onErasure: [String: OnErasure] = ["affiliations": .stays()]
}

extension Field {
  static func country(_ name: String, _ path: any Path<R, String>, isRequired: Bool = false) -> Self {
    Field(name, .line, isRequired: isRequired, read: { $0[keyPath: path] }) {
      (record, text) throws(FieldProblem) in
      guard !text.isEmpty else { return record[keyPath: path] = "" }
      guard let country = Country.named(text) else { throw .unknownCountry(text) }
      record[keyPath: path] = country.code
    }
  }

  static func partialDay(_ name: String, _ path: any Path<R, String>) -> Self {
    Field(name, .line, read: { $0[keyPath: path] }) { (record, text) throws(FieldProblem) in
      record[keyPath: path] = text.isEmpty ? "" : try WrittenDate.partial(text)
    }
  }
}
