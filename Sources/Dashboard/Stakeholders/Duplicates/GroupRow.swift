import Model
import Office
import Phrases
import Terminal

/// A line of all copies of one stakeholder.
enum GroupRow: Sendable {
  /// One of the records, by its place.
  case copy(Int)
  case published([PairRow.Entry])
  case heldBack([MergePublication.HeldBack])
  /// One of several values of a field, of which one stays; whether it is the field's first line.
  case value(Field<Stakeholder>, GroupMerge.Value, isFirst: Bool)
  /// A field whose values are joined, or of which the stricter holds.
  case joined(Field<Stakeholder>)
  /// A field that all have with the same value.
  case same(Field<Stakeholder>)

  /// The records first, then what leaves the house, the differences, and what all have.
  static func all(_ group: GroupMerge) -> [GroupRow] {
    let publication = group.publication
    var rows = group.records.indices.map(Self.copy)
    if publication.concernsRegister { rows.append(.published(publication.published)) }
    if !publication.heldBack.isEmpty { rows.append(.heldBack(publication.heldBack)) }
    for field in group.differences {
      let values = group.values(of: field)
      if !group.isChosen(field) || values.count < 2 {
        rows.append(.joined(field))
      } else {
        rows += values.enumerated().map { .value(field, $1, isFirst: $0 == 0) }
      }
    }
    return rows + group.agreements.map(Self.same)
  }

  /// Whether Space chooses it.
  var isChoice: Bool {
    switch self {
    case .copy, .value: true
    case .published, .heldBack, .joined, .same: false
    }
  }

  var isQuiet: Bool { if case .same = self { true } else { false } }

  /// What stands before the line.
  func label(_ look: Look) -> String {
    switch self {
    case .copy(let place): place == 0 ? look.say(.copiesOf) : ""
    case .value(_, _, let isFirst): isFirst ? title(look) : ""
    case .published, .heldBack, .joined, .same: title(look)
    }
  }

  func title(_ look: Look) -> String {
    switch self {
    case .copy: look.say(.copiesOf)
    case .published: look.say(.pairPublished)
    case .heldBack: look.say(.pairHeldBack)
    case .value(let field, _, _), .joined(let field), .same(let field): look.word("field", field.name)
    }
  }

  func mark(in group: GroupMerge) -> Span {
    switch self {
    case .copy(let place): (group.takes(group.records[place]) ? Mark.done : .gone).span
    case .published: Mark.done.span
    case .heldBack: Mark.missing.inked(.problem).span
    case .value(let field, let value, _):
      (field.read(group.result) == value.text ? Mark.done : .unsaid).span
    case .joined: Span("+", .quiet)
    case .same: Span("=", .quiet)
    }
  }

  func spans(in group: GroupMerge, _ look: Look) -> [Span] {
    switch self {
    case .copy(let place):
      let record = group.records[place]
      let ink: Ink = group.takes(record) ? .text : .quiet
      return [
        Span("\(place + 1)  ", .quiet), Span(record.title, ink), Span("  " + record.facts(look), .quiet),
      ]
    case .value(let field, let value, _):
      let isKept = field.read(group.result) == value.text
      let holders = look.list(value.holders.map { String($0 + 1) })
      return [Span(text(in: group, look), isKept ? .text : .quiet), Span(" " + look.behind(holders), .quiet)]
    case .published, .heldBack, .joined: return [Span(text(in: group, look))]
    case .same: return [Span(text(in: group, look), .quiet)]
    }
  }

  /// What the line says in full.
  func text(in group: GroupMerge, _ look: Look) -> String {
    switch self {
    case .copy(let place):
      let record = group.records[place]
      let since = record.joined.map { look.about(look.word("field", "joined"), look.day($0)) } ?? ""
      return look.dotted([record.title, record.facts(look), since])
    case .published(let entries): return PairRow.text(entries, look)
    case .heldBack(let held): return PairRow.text(held, look)
    case .value(let field, let value, _):
      return FieldWords.shown(field.name, field.entry, value.text, look)
    case .joined(let field), .same(let field): return PairRow.value(field, group.result, look)
    }
  }

  var status: Phrase {
    switch self {
    case .copy(let place): Phrase(place == 0 ? .copiesFirst : .copiesTurn, .text("Space"))
    case .published(let entries): Phrase(entries.isEmpty ? .pairPublishesNothing : .pairPublishes)
    case .heldBack: Phrase(.pairHolds)
    case .value: Phrase(.copiesChoose, .text("Space"))
    case .joined(let field):
      Phrase(
        StakeholderMerge.strict.contains(field.name) ? .pairStrict : .copiesJoined,
        .phrase(Phrase(label: "field", field.name)))
    case .same(let field): Phrase(.copiesSame, .phrase(Phrase(label: "field", field.name)))
    }
  }
}
