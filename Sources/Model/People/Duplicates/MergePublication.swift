/// What a merge does to the public register: what would stand there of the one record that is left, and what of
/// it stays in the house, and why.
public struct MergePublication: Sendable, Equatable {
  /// Why something is not published.
  public enum Reason: Sendable, Equatable, Hashable {
    /// The record of that id says no to the register.
    case refused(RecordID)
    /// The record of that id agreed, but not to this field.
    case fewerFields(RecordID)
    /// The value came from the record of that id, whose agreement does not extend to it.
    case notAgreed(RecordID)
    /// The record that is left is out of use, or without a name that may be published.
    case notListed
  }

  public struct HeldBack: Sendable, Equatable {
    public let field: RegisterField
    /// One entry of the field.
    public let value: String
    public let reason: Reason
  }

  /// As the next release would print them.
  public private(set) var published: [(field: RegisterField, text: String)] = []
  public private(set) var heldBack: [HeldBack] = []

  /// Whether either record has anything to do with the register.
  public var concernsRegister: Bool { !published.isEmpty || !heldBack.isEmpty }

  public static func == (one: Self, other: Self) -> Bool {
    one.heldBack == other.heldBack && one.published.elementsEqual(other.published, by: ==)
  }
}

extension StakeholderMerge {
  public var publication: MergePublication { MergePublication(of: [first, second], result) }
}

extension MergePublication {
  /// - Parameters:
  ///   - sides: the records that are merged.
  ///   - result: the one that is left of them.
  init(of sides: [Stakeholder], _ result: Stakeholder) {
    if case .listed(let entry) = PublicRegister.standing(of: result) { published = entry.values }
    heldBack = Self.heldBack(sides, result, published)
  }

  /// Whatever one of the sides agreed to publish, of a field of the record that is left, and is not published.
  private static func heldBack(
    _ sides: [Stakeholder], _ result: Stakeholder, _ published: [(field: RegisterField, text: String)]
  ) -> [HeldBack] {
    let agreed = sides.filter { $0.hasAgreed(to: .register) }
    let wanted = RegisterField.allCases.filter { field in
      agreed.contains { $0.registerFields.contains(field) }
    }
    return wanted.flatMap { wanted -> [HeldBack] in
      guard let field = Stakeholder.field(wanted.rawValue) else { return [] }
      let text = published.first { $0.field == wanted }?.text ?? ""
      let shown = Set(field.entries(text).map(field.key))
      return field.entries(field.read(result)).filter { !shown.contains(field.key(of: $0)) }.map {
        HeldBack(field: wanted, value: $0, reason: reason(wanted, field, $0, sides, result))
      }
    }
  }

  private static func reason(
    _ wanted: RegisterField, _ field: Field<Stakeholder>, _ entry: String, _ sides: [Stakeholder],
    _ result: Stakeholder
  ) -> Reason {
    if let no = sides.first(where: { $0.refusedUses.contains(.register) }) { return .refused(no.id) }
    let isNarrower = { (side: Stakeholder) in
      side.consent(to: .register) != nil && !side.registerFields.contains(wanted)
    }
    if let narrower = sides.first(where: isNarrower) { return .fewerFields(narrower.id) }
    let key = field.key(of: entry)
    let isCovered = result.covered(by: .register, field).contains { field.key(of: $0) == key }
    let holder = sides.first { field.entries(field.read($0)).contains { field.key(of: $0) == key } }
    return isCovered ? .notListed : .notAgreed((holder ?? sides.last ?? result).id)
  }
}
