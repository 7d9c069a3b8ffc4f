import Model
import Office
import Phrases
import Store
import Terminal

/// What somebody does in a field that names records: some letters of a name, and which record they mean. An id that is
/// pasted serves as well.
struct ReferenceInput: Sendable, Equatable {
  /// A record that the letters could mean.
  struct Offer: Sendable, Equatable {
    /// As the field holds it.
    let text: String
    let name: String
    /// What tells it from others of the same name.
    let about: String
  }

  let form: ReferenceForm
  let isList: Bool
  /// What is named so far.
  private(set) var chosen: [String]
  private(set) var letters = TextField()
  /// What the letters could mean; nil until the store has said it.
  private(set) var offers: [Offer]?
  /// The one under the cursor.
  private(set) var place = 0

  /// So many stand below the field.
  static let most = 5

  init(_ form: ReferenceForm, isList: Bool, text: String) {
    (self.form, self.isList) = (form, isList)
    chosen = isList ? text.items : [text].filter { !$0.isEmpty }
  }

  private var typed: String { letters.text.trimmed }
  private var isOffering: Bool { offers?.isEmpty == false }

  /// What the field holds; letters that nobody has made a record of stand in it as they are.
  var text: String {
    guard isList else { return typed.isEmpty ? chosen.first ?? "" : typed }
    return (chosen + typed.items).map(ListText.entry).joined(separator: "; ")
  }

  // MARK: Typing and choosing

  mutating func take(_ chord: KeyChord) -> Bool {
    switch chord {
    case "Enter" where isOffering, "Tab" where isOffering: choose(place)
    case "Down" where isOffering: place = min(place + 1, (offers?.count ?? 1) - 1)
    case "Up" where isOffering && place > 0: place -= 1
    case "Backspace" where letters.isEmpty && !chosen.isEmpty: chosen.removeLast()
    case "Ctrl-U" where letters.isEmpty: chosen = []
    default:
      let before = typed
      guard letters.take(chord) else { return false }
      if typed != before { (offers, place) = (nil, 0) }
    }
    return true
  }

  mutating func paste(_ text: String) {
    letters.insert(text)
    (offers, place) = (nil, 0)
  }

  private mutating func choose(_ place: Int) {
    guard let offers, offers.indices.contains(place) else { return }
    chosen = (isList ? chosen : []) + [offers[place].text]
    (letters, self.offers, self.place) = (TextField(), nil, 0)
  }

  /// Whoever goes on takes the one record that is called so.
  mutating func finish() {
    guard let offers, !typed.isEmpty else { return }
    let exact = offers.indices.filter { offers[$0].text == typed }
    let called = offers.indices.filter { Folding.folded(offers[$0].name) == Folding.folded(typed) }
    let meant = exact.isEmpty ? called : exact
    if meant.count == 1 { choose(meant[0]) }
  }

  /// Letters that mean no record, and nothing else that may stand there.
  var problem: FieldProblem? {
    guard let offers, !typed.isEmpty, !form.mayBeWords, form.reference(typed) != nil || form == .tagged else {
      return nil
    }
    return offers.contains { $0.text == typed } ? nil : .unknownRecord(typed)
  }

  // MARK: What it shows

  /// Takes up what the letters could mean, as soon as that is known.
  mutating func fit(_ look: Look) {
    guard !typed.isEmpty else { return offers = nil }
    let search = RecordSearch(form, typed, language: look.language, count: Self.most + chosen.count)
    guard offers == nil, let found = look.names.found(search) else { return }
    let codes = look.codes(form).filter { code in
      WordMatch.phrases(typed).allSatisfy { WordMatch.contains($0, in: code.name) }
    }.map { Offer(text: $0.text, name: $0.name, about: "") }
    let said = found.map { (record: $0, name: look.title(of: $0), about: look.about($0, of: form)) }
    let records = said.map { one in
      let isAlone = said.count { $0.name == one.name && $0.about == one.about } == 1
      return Offer(
        text: form.text(one.record.reference), name: one.name,
        about: isAlone ? one.about : look.dotted([one.about, one.record.id]))
    }
    offers = Array((codes + records).filter { !isList || !chosen.contains($0.text) }.prefix(Self.most))
  }

  /// The lines below the field: what the letters could mean.
  func lines(_ look: Look) -> [[Span]] {
    guard let offers else { return [] }
    if offers.isEmpty { return form.mayBeWords ? [] : [[Span(look.say(.referenceNone), .quiet)]] }
    return offers.enumerated().map { index, offer in
      [Span(offer.name, index == place ? .selection : .text), Span("  " + offer.about, .quiet)]
    }
  }
}

extension Look {
  /// What may stand in the place of a record, because the decision names it.
  fileprivate func codes(_ form: ReferenceForm) -> [(text: String, name: String)] {
    let texts: [String] =
      switch form {
      case .plan: Plan.allCases.map { PlanRef.adopted($0).text }
      case .activityOrRow: Decision.adopted.launchActivities.map(\.id)
      default: []
      }
    return texts.map { ($0, name($0, form)) }
  }

  /// What tells a record from others of its name: of people who they are, of many kinds which.
  fileprivate func about(_ record: any Record, of form: ReferenceForm) -> String {
    let kind = form.kinds.count > 1 ? say(Phrase(record.reference.kind.shown.form)) : ""
    if let activity = record as? Activity {
      // Steps of several plans may be called the same.
      let plan = activity.plan.map { name($0.text, .plan) } ?? ""
      return dotted([kind, plan] + [activity.parent].filter { !$0.isEmpty }.map { name($0, .id(.activity)) })
    }
    guard let person = record as? Stakeholder else { return kind }
    return dotted([kind, word("kind", person.type.rawValue), person.country])
  }
}
