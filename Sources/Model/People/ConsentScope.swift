/// To which values of a field an agreement extends, where it does not extend to all of them: two records of one
/// person became one, and not everybody who gave a value had agreed. Written
/// `register | emails | chanda@office.example`; without a value it extends to none of the field.
public struct ConsentScope: Composite {
  public var use: ConsentUse
  /// The name of a field of the stakeholder.
  public var field: String
  /// An entry as the field writes it.
  public var value: String

  public init(_ use: ConsentUse, _ field: String, _ value: String = "") {
    (self.use, self.field, self.value) = (use, field, value)
  }

  public static let parts = [
    Part("use", .choice(ConsentUse.codes)), Part("field", .choice(Self.fields)), Part("value", .line),
  ]

  private static let fields = RegisterField.codes + ["addresses"]

  public init(texts: [String]) throws(FieldProblem) {
    use = try ConsentUse.reading(texts[0])
    guard Self.fields.contains(texts[1]) else { throw .notOneOf(texts[1], Self.fields) }
    (field, value) = (texts[1], texts[2])
  }

  public var texts: [String] { [use.rawValue, field, value] }
}

extension Stakeholder {
  /// The fields of theirs that a use takes out of the house.
  func fields(handedOutFor use: ConsentUse) -> [String] {
    switch use {
    case .internal: []
    case .register: registerFields.map(\.rawValue)
    case .mailing: ["emails", "addresses", "phones"]
    case .focalPoint: NoticeEntry.fields
    }
  }

  /// The entries of a field to which their agreement extends, as the field writes them: all, unless the scope of
  /// the agreement says less.
  func covered(by use: ConsentUse, _ field: Field<Stakeholder>) -> [String] {
    let entries = field.entries(field.read(self))
    let scope = consentScopes.filter { $0.use == use && $0.field == field.name }
    if scope.isEmpty { return entries }
    let keys = Set(scope.map { field.key(of: $0.value) })
    return entries.filter { keys.contains(field.key(of: $0)) }
  }

  /// The values of a list to which their agreement extends.
  func covered(by use: ConsentUse, _ name: String, _ values: [String]) -> [String] {
    guard !consentScopes.isEmpty, let field = Stakeholder.field(name) else { return values }
    return covered(by: use, field).map(ListText.unescaped)
  }

  /// Whether they agreed to a use of the whole record: nothing in it came from a record without agreement.
  public func agreedWhole(to use: ConsentUse) -> Bool {
    allows(use) && !consentScopes.contains { $0.use == use }
  }

  /// Whether their agreement extends to all that a field says.
  func coversAll(_ use: ConsentUse, _ name: String) -> Bool {
    guard !consentScopes.isEmpty, let field = Stakeholder.field(name) else { return true }
    return covered(by: use, field).count == field.entries(field.read(self)).count
  }
}

extension Field<Stakeholder> {
  /// Texts that can stand one behind the other.
  private static var prose: Set<String> {
    ["culture", "interests", "mandate", "governance", "notes", "source"]
  }

  /// Whether two values can stand side by side.
  var holdsMany: Bool { entry.isList || Self.prose.contains(name) }

  /// The entries of one value of the field, as it writes them.
  func entries(_ text: String) -> [String] {
    holdsMany ? ListText.entries(of: text) : text.isEmpty ? [] : [text]
  }

  /// Equal for two ways to write the same entry: one address needs to be kept once.
  func key(of entry: String) -> String {
    switch name {
    case "emails": ContactKey.email(entry)
    case "phones": ContactKey.Phone(entry).map { ($0.isInternational ? "+" : "") + $0.digits } ?? entry
    case "links": ContactKey.link(entry)
    case "affiliations": Folding.folded((try? Affiliation(entry))?.published.text ?? entry)
    default: Folding.folded(entry)
    }
  }
}

/// One entry of a field as the public register prints it; the same for two ways to write it.
public struct PublicValue: Sendable, Hashable {
  public let field: RegisterField
  public let text: String
  private let key: String

  fileprivate init(_ wanted: RegisterField, _ field: Field<Stakeholder>, _ text: String) {
    (self.field, self.text, key) = (wanted, text, field.key(of: text))
  }

  public static func == (one: Self, other: Self) -> Bool { one.field == other.field && one.key == other.key }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(field)
    hasher.combine(key)
  }

  fileprivate static func all(_ wanted: RegisterField, _ text: String) -> [PublicValue] {
    guard let field = Stakeholder.field(wanted.rawValue) else { return [] }
    return field.entries(text).map { PublicValue(wanted, field, $0) }
  }
}

extension RegisterEntry {
  /// What it says, entry by entry.
  public var publicValues: [PublicValue] { values.flatMap { PublicValue.all($0.field, $0.text) } }
}

extension Stakeholder {
  /// Whether the record has a value that the register could print, published or not.
  public func says(_ value: PublicValue) -> Bool {
    let text = Stakeholder.field(value.field.rawValue)?.read(self) ?? ""
    return PublicValue.all(value.field, text).contains(value)
  }
}
