/// One and the same edit of many stakeholders: a field, and what becomes of its value.
public struct BulkStep: Sendable, Hashable {
  public enum Action: Sendable, Hashable {
    /// The whole value; empty clears it.
    case set(String)
    /// One more value of a list.
    case add(String)
    /// One value less of a list.
    case remove(String)
  }

  /// The name of a field of `Stakeholder`.
  public let field: String
  public let action: Action

  public init(field: String, action: Action) {
    self.field = field
    self.action = action
  }

  /// The fields that many can have in common. Names and ids are one's own.
  public static let fields: [Field<Stakeholder>] = Stakeholder.fields.filter { field in
    !["name", "native_name", "sort_name", "orcid", "ror", "uids"].contains(field.name)
  }

  /// Whether values can be added to a field and taken away.
  public static func isList(_ field: Field<Stakeholder>) -> Bool {
    field.entry.isList
  }

  /// Whether it gives one value more.
  public var isAddition: Bool { if case .add = action { true } else { false } }
  /// Whether it takes one value away.
  public var isRemoval: Bool { if case .remove = action { true } else { false } }

  /// What is wrong with the value itself, for any record; nil where nothing is.
  public var problem: FieldProblem? {
    guard let field = Stakeholder.field(field) else { return nil }
    var empty = Stakeholder(id: "-")
    do throws(FieldProblem) {
      try field.write(text, to: &empty)
      return nil
    } catch { return error }
  }

  private var text: String {
    switch action {
    case .set(let text), .add(let text), .remove(let text): text
    }
  }

  /// The record after the edit; nil where it changes nothing.
  /// - Throws: what is wrong with the value, or between it and the record's other fields.
  public func applied(to stakeholder: Stakeholder) throws(FieldProblem) -> Stakeholder? {
    guard let field = Stakeholder.field(field) else { return nil }
    let before = field.read(stakeholder)
    var edited = stakeholder
    switch action {
    case .set(let text): try field.write(text, to: &edited)
    case .add(let text): try field.write(before.isEmpty ? text : "\(before); \(text)", to: &edited)
    case .remove(let text):
      let unwanted = Self.keys(of: text, in: field)
      let entries = ListText.entries(of: before)
      let left = entries.filter { !unwanted.contains(Folding.folded($0)) }
      // What is not touched is not written: an old value may not pass today's checks.
      guard left.count < entries.count else { return nil }
      try field.write(left.joined(separator: "; "), to: &edited)
    }
    guard field.read(edited) != before else { return nil }
    if let contradiction = edited.contradictions.first { throw contradiction.problem }
    return edited
  }

  /// The values as the field would keep them, folded for comparing.
  private static func keys(of text: String, in field: Field<Stakeholder>) -> Set<String> {
    var empty = Stakeholder(id: "-")
    let isValid = (try? field.write(text, to: &empty)) != nil
    return Set(ListText.entries(of: isValid ? field.read(empty) : text).map(Folding.folded))
  }
}
