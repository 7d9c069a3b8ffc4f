/// Two records of the same stakeholder side by side, and for each field whose value the one record gets that is
/// left.
public struct StakeholderMerge: Sendable, Equatable {
  /// Whose value is kept.
  public enum Choice: Sendable, Equatable { case first, second, both }

  /// The record that stays.
  public let first: Stakeholder
  /// The record that goes.
  public let second: Stakeholder
  private var chosen: [String: Choice] = [:]

  public init(_ first: Stakeholder, _ second: Stakeholder) {
    (self.first, self.second) = (first, second)
  }

  /// What nobody chooses: of two answers the stricter one holds.
  public static let strict: Set<String> = [
    "consents", "register_fields", "consent_scopes", "do_not_contact", "retain_until",
  ]

  // MARK: Choosing

  /// The fields in which the two differ, in the order of the table.
  public var differences: [Field<Stakeholder>] {
    Stakeholder.fields.filter { $0.read(first) != $0.read(second) }
  }

  /// The fields that both have with the same value.
  public var agreements: [Field<Stakeholder>] {
    Stakeholder.fields.filter { !$0.read(first).isEmpty && $0.read(first) == $0.read(second) }
  }

  public func choices(of field: Field<Stakeholder>) -> [Choice] {
    if Self.strict.contains(field.name) { return [.both] }
    return field.holdsMany ? [.first, .both, .second] : [.first, .second]
  }

  public func choice(of field: Field<Stakeholder>) -> Choice { chosen[field.name] ?? usual(field) }

  public mutating func choose(_ choice: Choice, of field: Field<Stakeholder>) {
    if choices(of: field).contains(choice) { chosen[field.name] = choice }
  }

  /// The same choices over fresher records.
  public func again(_ first: Stakeholder, _ second: Stakeholder) -> StakeholderMerge {
    var merge = StakeholderMerge(first, second)
    merge.chosen = chosen
    return merge
  }

  /// What is most often right: all values of lists; the value that is there; the one that may leave the house
  /// before the one that may not; the fuller name, and the one not in capitals; the later state of a status; the
  /// earlier date; in use rather than not.
  private func usual(_ field: Field<Stakeholder>) -> Choice {
    let (a, b) = (field.read(first), field.read(second))
    if Self.strict.contains(field.name) { return .both }
    if field.name == "retired" { return a.isEmpty || !b.isEmpty ? .first : .second }
    if a.isEmpty || b.isEmpty { return a.isEmpty ? .second : .first }
    if field.holdsMany { return .both }
    let (mayA, mayB) = (first.handsOut(field), second.handsOut(field))
    if mayA != mayB { return mayA ? .first : .second }
    switch field.name {
    case "name": return fuller(a, b)
    case "joined": return a <= b ? .first : .second
    case "native_name", "sort_name", "family_first": return choice(of: Self.name)
    case "observer": return later(first.observer, second.observer)
    case "observer_since" where first.observer != second.observer:
      return later(first.observer, second.observer)
    case "city": return Folding.folded(a) == Folding.folded(b) ? quieter(a, b) : .first
    default: return .first
    }
  }

  private func fuller(_ a: String, _ b: String) -> Choice {
    func letters(_ text: String) -> Int {
      let form = NameForm(person: text)
      return form.words.reduce(form.initials.count) { $0 + $1.unicodeScalars.count }
    }
    let (first, second) = (letters(a), letters(b))
    return first == second ? quieter(a, b) : second > first ? .second : .first
  }

  /// The one with fewer words in capitals: "Petrosyan, Nadir" before "PETROSYAN, Nadir".
  private func quieter(_ a: String, _ b: String) -> Choice {
    func loud(_ text: String) -> Int { NameForm.tokens(text).count { $0.isInCapitals } }
    return loud(b) < loud(a) ? .second : .first
  }

  /// Who was admitted has applied before.
  private func later(_ a: ObserverStatus?, _ b: ObserverStatus?) -> Choice {
    func step(_ status: ObserverStatus?) -> Int {
      status.flatMap { ObserverStatus.allCases.firstIndex(of: $0) } ?? -1
    }
    return step(b) > step(a) ? .second : .first
  }

  private static let name = Stakeholder.fields[0]

  // MARK: The result

  /// The record that is left: the first one's id with the values chosen. The name that was not chosen stays as
  /// an alias, and no refusal is lost.
  public var result: Stakeholder {
    var result = first
    for field in differences where !Self.strict.contains(field.name) {
      // A value that cannot be written leaves the first record's: what is stored was valid once.
      try? field.write(text(of: field), to: &result)
    }
    result.aliases = aliases(of: result)
    result.consents = first.consents
    result.isDoNotContact = first.isDoNotContact
    result.takeRefusals(of: second)
    result.registerFields = registerFields
    result.consentScopes = scopes(of: result)
    result.retainUntil = [first.retainUntil, second.retainUntil].compactMap { $0 }.min()
    for place in result.affiliations.indices
    where [first.id, second.id].contains(result.affiliations[place].record ?? "") {
      result.affiliations[place].record = nil
    }
    return result
  }

  private func text(of field: Field<Stakeholder>) -> String {
    let (a, b) = (field.read(first), field.read(second))
    switch choice(of: field) {
    case .first: return a
    case .second: return b
    case .both:
      let known = Set(ListText.entries(of: a).map(field.key))
      let more =
        field.entry == .list
        ? ListText.entries(of: b).filter { !known.contains(field.key(of: $0)) }.joined(separator: "; ")
        : b
      return a.isEmpty || more.isEmpty ? a + more : "\(a); \(more)"
    }
  }

  private func aliases(of result: Stakeholder) -> [String] {
    var known = Set(([result.name, result.nativeName] + result.aliases).map(Folding.folded))
    let others = [first.name, first.nativeName, second.name, second.nativeName].filter { !$0.isEmpty }
    return result.aliases + others.filter { known.insert(Folding.folded($0)).inserted }
  }

  // MARK: Consent

  /// What may be published of them: of those who answered, only what all of them named. Who was never asked
  /// neither allows nor forbids what the other one gave.
  private var registerFields: [RegisterField] {
    let answered = [first, second].filter { $0.consent(to: .register) != nil }
    let said = answered.count == 1 ? answered : [first, second]
    return said[0].registerFields.filter { field in said.allSatisfy { $0.registerFields.contains(field) } }
  }

  /// An agreement is about what its record said: it does not extend to what only the other one knew.
  private func scopes(of result: Stakeholder) -> [ConsentScope] {
    ConsentUse.allCases.filter(result.hasAgreed).flatMap { use in
      result.fields(handedOutFor: use).compactMap(Stakeholder.field).flatMap {
        scope(of: use, $0, in: result)
      }
    }
  }

  /// Nothing where the agreement extends to all that the field says.
  private func scope(of use: ConsentUse, _ field: Field<Stakeholder>, in result: Stakeholder)
    -> [ConsentScope]
  {
    let agreed = [first, second].filter { $0.hasAgreed(to: use) }
    let allowed = Set(agreed.flatMap { $0.covered(by: use, field) }.map(field.key))
    let entries = field.entries(field.read(result))
    let covered = entries.filter { allowed.contains(field.key(of: $0)) }
    if covered.count == entries.count { return [] }
    return covered.isEmpty
      ? [ConsentScope(use, field.name)] : covered.map { ConsentScope(use, field.name, $0) }
  }
}

extension Stakeholder {
  /// Whether they agreed that the value of a field leaves the house.
  fileprivate func handsOut(_ field: Field<Stakeholder>) -> Bool {
    ConsentUse.allCases.contains { use in
      hasAgreed(to: use) && fields(handedOutFor: use).contains(field.name) && !covered(by: use, field).isEmpty
    }
  }
}
