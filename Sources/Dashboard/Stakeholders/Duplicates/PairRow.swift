import Model
import Office
import Phrases

/// A line of two records laid side by side.
enum PairRow: Sendable {
  typealias Entry = (field: RegisterField, text: String)

  /// What the merge would put into the public register.
  case published([Entry])
  /// What it would keep out of it, and why.
  case heldBack([MergePublication.HeldBack])
  /// A field in which the two differ.
  case differs(Field<Stakeholder>)
  /// A field that both have with the same value.
  case same(Field<Stakeholder>)

  /// What leaves the house first, then the differences, then what both have.
  static func all(_ merge: StakeholderMerge) -> [PairRow] {
    let publication = merge.publication
    var rows: [PairRow] = publication.concernsRegister ? [.published(publication.published)] : []
    if !publication.heldBack.isEmpty { rows.append(.heldBack(publication.heldBack)) }
    return rows + merge.differences.map(Self.differs) + merge.agreements.map(Self.same)
  }

  /// The name of the field that the line is about.
  func label(_ look: Look) -> String {
    switch self {
    case .published: look.say(.pairPublished)
    case .heldBack: look.say(.pairHeldBack)
    case .differs(let field), .same(let field): look.word("field", field.name)
    }
  }

  /// What the line says in full.
  func text(_ merge: StakeholderMerge, _ look: Look) -> String {
    switch self {
    case .published(let entries): Self.text(entries, look)
    case .heldBack(let held): Self.text(held, look)
    case .differs(let field), .same(let field): Self.value(field, merge.result, look)
    }
  }

  static func value(_ field: Field<Stakeholder>, _ record: Stakeholder, _ look: Look) -> String {
    FieldWords.shown(field.name, field.entry, field.read(record), look)
  }

  /// What the status line says of it; nil where there is nothing to decide.
  func status(_ merge: StakeholderMerge) -> Phrase? {
    switch self {
    case .published(let entries): Phrase(entries.isEmpty ? .pairPublishesNothing : .pairPublishes)
    case .heldBack: Phrase(.pairHolds)
    case .differs(let field): Self.choice(merge, field)
    case .same: nil
    }
  }

  private static func choice(_ merge: StakeholderMerge, _ field: Field<Stakeholder>) -> Phrase {
    let label = Phrase.Argument.phrase(Phrase(label: "field", field.name))
    if StakeholderMerge.strict.contains(field.name) { return Phrase(.pairStrict, label) }
    switch merge.choice(of: field) {
    case .first: return Phrase(.pairFirst, label)
    case .second: return Phrase(.pairSecond, label)
    case .both: return Phrase(.pairBoth, label)
    }
  }

  // MARK: The register

  static func text(_ entries: [Entry], _ look: Look) -> String {
    if entries.isEmpty { return look.say(.privacyNothing) }
    return entries.map { entry in said(entry.field, entry.text, look) }.joined(separator: " · ")
  }

  private static func said(_ field: RegisterField, _ text: String, _ look: Look) -> String {
    let entry = Stakeholder.field(field.rawValue)?.entry ?? .line
    let shown = FieldWords.shown(field.rawValue, entry, text, look)
    return look.labelled(look.word("field", field.rawValue), shown)
  }

  /// What has the same reason stands together.
  static func text(_ held: [MergePublication.HeldBack], _ look: Look) -> String {
    var reasons: [MergePublication.Reason] = []
    for one in held where !reasons.contains(one.reason) { reasons.append(one.reason) }
    return look.chain(
      reasons.map { reason in
        let values = held.filter { $0.reason == reason }.map { said($0.field, $0.value, look) }
        return look.say(words(reason, values.joined(separator: " · ")))
      })
  }

  private static func words(_ reason: MergePublication.Reason, _ values: String) -> Phrase {
    switch reason {
    case .refused(let id): Phrase(.pairRefused, .text(id), .text(values))
    case .fewerFields(let id): Phrase(.pairFewerFields, .text(id), .text(values))
    case .notAgreed(let id): Phrase(.pairNotAgreed, .text(id), .text(values))
    case .notListed: Phrase(.pairNotListed, .text(values))
    }
  }
}
