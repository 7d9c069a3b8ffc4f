import Model
import Phrases
import Store

extension Phrase {
  /// What a change did: the act, where it was one ("Moved Map to “live”"), else the fields ("E-mail of Banda, Thandiwe").
  public init(_ entry: JournalEntry, look: Look) { self = ChangeWords(entry: entry, look: look).phrase }
}

extension JournalEntry {
  /// The record's name; adopted items have one in each language.
  public func title(in language: String) -> String {
    kind.type.title(of: record, called: title, in: language)
  }
}

/// How the act of a change is found: by its name, else by what it made of the first of its records.
private struct ChangeWords {
  let entry: JournalEntry
  let look: Look

  var phrase: Phrase { named ?? act ?? fields }

  private var title: Phrase.Argument { .text(entry.title(in: look.language)) }
  /// The record, or how many there are.
  private var what: Phrase.Argument {
    entry.count == 1 ? title : .phrase(Phrase(.changedRecords, .number(entry.count)))
  }

  private static let names: [String: PhraseKey] = [
    "release": .changeRelease, "notice": .changeNotice, "add": .changeAdd, "remove": .changeRemove,
    "retire": .changeRetire, "restore": .changeRestore, "reschedule": .changeReschedule,
    "freeze": .changeFreeze, "release-report": .changeReleaseReport, "invite": .changeInvite,
    "agree-message": .changeAgree, "withdraw-agreement": .changeWithdraw, "new-edition": .changeEdition,
    "release-material": .changeReleaseMaterial, "step-partnership": .changeStep,
    "review-risk": .changeReview,
  ]

  /// By the name that the journal keeps.
  private var named: Phrase? {
    switch entry.name {
    case "merge" where !entry.other.isEmpty: Phrase(.changeMergeOf, .text(merged), title)
    case "merge": Phrase(.changeMerge, title)
    case "tell-apart": Phrase(.changeTellApart)
    case "launch-template": Phrase(.changeTemplate, title)
    case "appearance": Phrase(.changeAppearance, title)
    case "import": Phrase(.changeImport, .number(entry.count), title)
    case "release", "notice": Self.names[entry.name].map { Phrase($0, what) }
    case _ where entry.kind == .release: Phrase(.changeGuidance)
    default: Self.names[entry.name].map { Phrase($0, what) }
    }
  }

  /// The name that a merge took away: where the record that stays took the other's, its own.
  private var merged: String {
    guard entry.other == entry.title else { return entry.other }
    return changes.first { $0.field == "name" && !$0.before.isEmpty }?.before ?? entry.other
  }

  // MARK: What became of the record

  /// The fields as the act left them: what takes it back has them the other way round.
  private var changes: [JournalEntry.FieldChange] {
    guard entry.isUndo else { return entry.fields }
    return entry.fields.map { .init(field: $0.field, before: $0.after, after: $0.before) }
  }

  private var act: Phrase? {
    if let many { return many }
    guard let one = answered ?? moved else { return nil }
    return entry.name == "bulk-edit" ? one : withOthers(one)
  }

  private func withOthers(_ phrase: Phrase) -> Phrase {
    entry.count == 1 ? phrase : Phrase(.changeMore, .number(entry.count - 1), .phrase(phrase))
  }

  /// One and the same edit of many.
  private var many: Phrase? {
    guard entry.name.hasPrefix("bulk-"), entry.name != "bulk-edit", let change = changes.first else {
      return nil
    }
    let label = Phrase.Argument.phrase(Phrase(label: "field", change.field))
    let count = Phrase.Argument.number(entry.count)
    func value(_ text: String) -> Phrase.Argument { .text(shown(change.field, text)) }
    switch entry.name {
    case "bulk-add":
      let added = value(Self.entries(of: change.after, not: change.before))
      return change.field == "tags"
        ? Phrase(.changeMarked, count, added) : Phrase(.changeAddedTo, count, added, label)
    case "bulk-remove":
      return Phrase(.changeTakenFrom, count, value(Self.entries(of: change.before, not: change.after)), label)
    default:
      return change.after.isEmpty
        ? Phrase(.changeEmptied, count, label) : Phrase(.changeSet, count, label, value(change.after))
    }
  }

  private static func entries(of text: String, not other: String) -> String {
    let others = Set(ListText.entries(of: other))
    return ListText.entries(of: text).filter { !others.contains($0) }.joined(separator: "; ")
  }

  /// An answer about personal data.
  private var answered: Phrase? {
    guard entry.kind == .stakeholder else { return nil }
    if let change = changes.first(where: { $0.field == "do_not_contact" }) {
      return Phrase(label: "consent_act", change.after == "yes" ? "contact-no" : "contact-yes", title)
    }
    guard let change = changes.first(where: { $0.field == "consents" }) else { return nil }
    let (before, after) = (Self.consents(change.before), Self.consents(change.after))
    let uses = ConsentUse.allCases.filter {
      before.consent(to: $0)?.answer != after.consent(to: $0)?.answer
    }
    guard uses.count == 1, let use = uses.first else { return nil }
    let answer = after.consent(to: use)?.answer.rawValue ?? "open"
    return Phrase(label: "consent_act", "\(use.rawValue)-\(answer)", title)
  }

  private static func consents(_ text: String) -> Stakeholder {
    Stakeholder(id: "-", version: 0, values: ["consents": text])
  }

  /// From one state to another.
  private var moved: Phrase? {
    let changed = changes.map { (name: $0.field, text: $0.after) }
    let made = entry.isUndo ? [] : entry.made.map { (name: $0.key, text: $0.value) }
    guard let state = (changed + made).first(where: { Self.isState($0.name) }) else { return nil }
    let what = entry.name == "bulk-edit" ? what : title
    return state.text.isEmpty
      ? Phrase(.changeNoState, what) : Phrase(.changeMoved, what, .text(shown(state.name, state.text)))
  }

  private static func isState(_ field: String) -> Bool {
    ["state", "status"].contains { field == $0 || field.hasSuffix("_\($0)") }
      || ["translation", "disposition", "stage"].contains(field)
  }

  private func shown(_ field: String, _ text: String) -> String {
    entry.kind.type.entry(of: field).map { FieldWords.shown(field, $0, text, look) } ?? text
  }

  // MARK: Fields

  private var fields: Phrase {
    let labels = changes.prefix(2).map { look.phrases.label("field", $0.field) }
    guard !labels.isEmpty else { return Phrase(.changeEdit, what) }
    let list = Phrase.Argument.text(look.list(labels) + (changes.count > 2 ? " …" : ""))
    guard entry.name.hasPrefix("bulk-") else { return withOthers(Phrase(.changeEditFields, list, title)) }
    return Phrase(.changeBulk, list, .number(entry.count))
  }
}

extension Record {
  /// How a field of it is entered; nil where it has none of that name.
  public static func entry(of name: String) -> Entry? { field(name)?.entry }
}
