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
    "consents", "register_fields", "do_not_contact", "retain_until",
  ]
  /// Texts that can stand one behind the other.
  private static let prose: Set<String> = [
    "culture", "interests", "mandate", "governance", "notes", "source",
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
    return canHaveBoth(field) ? [.first, .both, .second] : [.first, .second]
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

  private func canHaveBoth(_ field: Field<Stakeholder>) -> Bool {
    field.entry.isList || Self.prose.contains(field.name)
  }

  /// What is most often right: all values of lists; the value that is there; the fuller name; the earlier date;
  /// in use rather than not.
  private func usual(_ field: Field<Stakeholder>) -> Choice {
    let (a, b) = (field.read(first), field.read(second))
    if Self.strict.contains(field.name) { return .both }
    if field.name == "retired" { return a.isEmpty || !b.isEmpty ? .first : .second }
    if a.isEmpty || b.isEmpty { return a.isEmpty ? .second : .first }
    if canHaveBoth(field) { return .both }
    switch field.name {
    case "name": return fuller(a, b)
    case "joined": return a <= b ? .first : .second
    case "native_name", "sort_name", "family_first": return choice(of: Self.name)
    default: return .first
    }
  }

  private func fuller(_ a: String, _ b: String) -> Choice {
    func letters(_ text: String) -> Int {
      let form = NameForm(person: text)
      return form.words.reduce(form.initials.count) { $0 + $1.unicodeScalars.count }
    }
    return letters(b) > letters(a) ? .second : .first
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
      let known = Set(ListText.entries(of: a).map { key(of: $0, in: field) })
      let more =
        field.entry == .list
        ? ListText.entries(of: b).filter { !known.contains(key(of: $0, in: field)) }.joined(separator: "; ")
        : b
      return a.isEmpty || more.isEmpty ? a + more : "\(a); \(more)"
    }
  }

  /// Equal for two ways to write the same entry: one address needs to be kept once.
  private func key(of entry: String, in field: Field<Stakeholder>) -> String {
    switch field.name {
    case "emails": ContactKey.email(entry)
    case "phones": ContactKey.Phone(entry).map { ($0.isInternational ? "+" : "") + $0.digits } ?? entry
    case "links": ContactKey.link(entry)
    default: Folding.folded(entry)
    }
  }

  private func aliases(of result: Stakeholder) -> [String] {
    var known = Set(([result.name, result.nativeName] + result.aliases).map(Folding.folded))
    let others = [first.name, first.nativeName, second.name, second.nativeName].filter { !$0.isEmpty }
    return result.aliases + others.filter { known.insert(Folding.folded($0)).inserted }
  }

  /// What may be published of them: where both say something, only what both say.
  private var registerFields: [RegisterField] {
    if first.registerFields.isEmpty { return second.registerFields }
    if second.registerFields.isEmpty { return first.registerFields }
    return first.registerFields.filter(second.registerFields.contains)
  }
}
