/// What the public register says of one stakeholder: what they agreed to, and nothing else (annex II, appendix,
/// paragraph 3). Neither the id nor any other mark of the record is part of it.
public struct RegisterEntry: Sendable, Equatable {
  public let stakeholder: RecordID
  /// Its own from its first release on, and never another's; 0 where no release has given it one.
  public var number = 0
  /// In the order of `RegisterField`; what is empty is left out. Lists are as `ListText` writes them.
  public let values: [(field: RegisterField, text: String)]

  /// What people call the entry.
  public var title: String {
    let (name, native) = (self[.name], self[.nativeName])
    return native.isEmpty ? name : "\(name) · \(native)"
  }

  public subscript(field: RegisterField) -> String { values.first { $0.field == field }?.text ?? "" }

  public static func == (one: Self, other: Self) -> Bool {
    one.stakeholder == other.stakeholder && one.values.elementsEqual(other.values, by: ==)
  }

  fileprivate init(_ stakeholder: Stakeholder) {
    self.stakeholder = stakeholder.id
    values = RegisterField.allCases.filter(stakeholder.registerFields.contains).compactMap { field in
      let text = Self.text(of: field, in: stakeholder)
      return text.isEmpty ? nil : (field, text)
    }
  }

  private static func text(of field: RegisterField, in stakeholder: Stakeholder) -> String {
    guard let described = fields[field] else { return "" }
    let isWhole = stakeholder.consentScopes.isEmpty && field != .affiliations
    if isWhole { return described.read(stakeholder) }
    return stakeholder.covered(by: .register, described).map { entry in
      field == .affiliations ? (try? Affiliation(entry))?.published.text ?? "" : entry
    }.joined(separator: "; ")
  }

  private static let fields = Dictionary(
    RegisterField.allCases.compactMap { field in
      Stakeholder.field(field.rawValue).map { (field, $0) }
    }, uniquingKeysWith: { first, _ in first })
}

/// Who stands in the public register.
public enum PublicRegister {
  public enum Standing: Sendable, Equatable {
    case listed(RegisterEntry)
    /// They agreed to be listed, but not that their name is published: an entry without a name says nothing.
    case nameless
    /// The record is out of use.
    case retired
    /// They did not agree, or do not agree any more.
    case notAgreed
  }

  public static func standing(of stakeholder: Stakeholder) -> Standing {
    guard stakeholder.allows(.register) else { return .notAgreed }
    if stakeholder.retired != nil { return .retired }
    let entry = RegisterEntry(stakeholder)
    return entry[.name].isEmpty ? .nameless : .listed(entry)
  }
}

/// What the next release of the register would be, against the last one.
public struct RegisterPlan: Sendable, Equatable {
  /// Whom a line of the comparison is about.
  public struct Line: Sendable, Equatable {
    public enum Change: Sendable, Equatable {
      case new
      /// What is published of them differs.
      case changed([RegisterField])
      case withdrawn(Reason)
      /// They agreed, and are left out all the same.
      case leftOut
    }

    public enum Reason: Sendable, Equatable { case notAgreed, nameless, retired, removed, erased }

    public let change: Change
    /// Nil where there is no record any more.
    public let stakeholder: RecordID?
    /// Empty for an erased record.
    public let title: String
    /// The number of the entry in the last release, 0 where it had none.
    public let lastNumber: Int

    public init(_ change: Change, stakeholder: RecordID?, title: String, lastNumber: Int = 0) {
      (self.change, self.stakeholder, self.title) = (change, stakeholder, title)
      self.lastNumber = lastNumber
    }
  }

  /// The number of the release that would be made.
  public var number = 1
  /// The last one that was made.
  public var last: RegisterRelease?
  /// Withdrawn first, then left out, changed and new.
  public var lines: [Line] = []
  public var unchanged = 0
  /// How many entries there would be.
  public var entries = 0
  /// The fields that at least one entry has.
  public var fields: Set<RegisterField> = []
  /// The releases that were made, the newest first; of a release that is ready, not of a preview.
  public var earlier: [EarlierRelease] = []

  public init() {}

  public var new: Int { lines.count { $0.change == .new } }
  public var changed: Int { lines.count { if case .changed = $0.change { true } else { false } } }
  public var withdrawn: Int { lines.count { if case .withdrawn = $0.change { true } else { false } } }
  public var leftOut: Int { lines.count { $0.change == .leftOut } }

  /// The numbers that withdrawn entries had in the last release, in order.
  public var withdrawnNumbers: [Int] {
    lines.compactMap { line in
      if case .withdrawn = line.change { line.lastNumber } else { nil }
    }.sorted()
  }
}

/// A release that another followed.
public struct EarlierRelease: Sendable, Equatable {
  public let number: Int
  public let day: Day?
  public let entries: Int
  /// Whether everything that it says is said in the release that follows too. What somebody took back is not offered
  /// any more, nor does a comparison tell who did.
  public let isOffered: Bool

  public init(number: Int, day: Day?, entries: Int, isOffered: Bool) {
    (self.number, self.day, self.entries, self.isOffered) = (number, day, entries, isOffered)
  }
}

/// Why a release of the register or a notice was refused. Nothing was written.
public enum PublicationProblem: Error, Sendable, Equatable {
  /// The register is released under the guidance of the Bureau and the Panel only.
  case noGuidance
  /// Guidance without its day or where it is written down.
  case incompleteGuidance
  /// Guidance of a day after the release.
  case laterGuidance(Day)
  /// Somebody changed or released something since the files were made.
  case registerMoved
  case noRelease(Int)
  /// So many entries of a release are not any more what they were.
  case notReproducible(Int, differing: Int)
  /// Notices are made on request only.
  case noRequest
  case noFocalPoint(RecordID)
  /// The focal point is of another country.
  case otherCountry(String)
  case noAddress(String)
  /// An address that no message header can hold (RFC 5322, section 3.4.1).
  case unsendableAddress(String)
  /// Nobody has set from whom notices come.
  case noSender
  case noRegion(String)
  case noNotice(String)
  /// The office writes in six languages.
  case noDocumentLanguage(String)
  case malformedGuidance(String)
}

extension RegisterRelease {
  /// What keeps it from being made: the gate of annex II, appendix, paragraph 3.
  public func checkGuidance() throws(PublicationProblem) {
    if guidance.isEmpty { throw .noGuidance }
    for entry in guidance {
      guard let given = entry.day, !entry.reference.isEmpty else { throw .incompleteGuidance }
      if let day, given > day { throw .laterGuidance(given) }
    }
  }

  /// Where the guidance for the next release waits: the record of a release that has no number yet.
  public static let next: RecordID = "next"
}
