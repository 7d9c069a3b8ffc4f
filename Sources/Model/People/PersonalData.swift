/// All that the store holds about one person, for that person to read (UN Personal Data Protection and Privacy
/// Principles, 2018, principle 8, transparency).
public struct PersonalData: Sendable {
  public let stakeholder: Stakeholder
  /// What names them, by kind; of what names several people only their part.
  public private(set) var records: [RecordKind: [any Record]] = [:]
  public var history: [Event] = []
  /// In which notices to focal points they are named, such as `2015/7`.
  public var notices: [String] = []
  /// In which releases of the public register they stood.
  public var releases: [Int] = []
  /// Other records whose words have one of their names: what these say of whom, somebody has to read.
  public var mentions: [RecordReference] = []

  /// The kinds whose records may tell of a person: all that name stakeholders, but for what says only which records are
  /// the same, the copies of notices, and what other stakeholders say of themselves.
  public static let kinds = RecordKind.allCases.filter { kind in
    ![.stakeholder, .notice, .toldApart, .merged].contains(kind) && kind.type.names(.stakeholder)
  }

  public init(_ stakeholder: Stakeholder) { self.stakeholder = stakeholder }

  public mutating func take<R: Record>(_ own: [R]) { records[R.kind] = own }

  /// The records of a kind.
  public func all<R: Record>(_: R.Type) -> [R] { records[R.kind] as? [R] ?? [] }

  /// Something that was done to the record.
  public struct Event: Sendable, Equatable {
    /// Seconds since 1970.
    public let at: Int
    public let who: String
    public let name: String
    public let why: String
    /// Field by field what it was; empty where the record was made.
    public let before: [String: String]
    public let after: [String: String]

    public init(
      at: Int, who: String, name: String, why: String, before: [String: String], after: [String: String]
    ) {
      (self.at, self.who, self.name, self.why) = (at, who, name, why)
      (self.before, self.after) = (before, after)
    }
  }
}

extension Record {
  /// What a record says of some people: of lists their entries alone, and of what the office plans and does, whose
  /// history outlives them, not the words about others.
  public func own(_ people: Set<RecordReference>) -> Self {
    var own = self
    for field in Self.fields(naming: .stakeholder) {
      let text = field.entry.text(field.read(self), naming: people)
      try? field.write(text, to: &own)
    }
    guard Self.keepsHistory else { return own }
    for field in Self.fields where field.entry.isWords && field.name != "name" {
      if field.references(own).isEmpty { try? field.write("", to: &own) }
    }
    return own
  }
}

extension Entry {
  fileprivate var isWords: Bool {
    switch self {
    case .line, .text, .list, .items, .reference, .references: true
    case .choice, .choices, .flag, .day, .moment, .time, .number: false
    }
  }
}
