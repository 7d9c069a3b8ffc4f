import Model

/// What a record may name: what is there once the change is done. Only what a write names anew is looked at, so that a
/// reference that hangs already keeps nobody from other fields.
struct ReferenceRules {
  /// Whether a change is taken back or made again: it then says itself whom a merge moved, and brings back what an
  /// earlier program left hanging.
  var isTurn = false
  /// Whether whoever was merged is named by the record that they became.
  var followsMerges = true
  /// What hangs already in a record that another takes up.
  var tolerated: Set<RecordReference> = []
  /// Not there as they were named, each with the field and its text: they may come in the same change.
  private var missing: [RecordReference: (field: String, text: String)] = [:]
  private var known: Set<RecordReference> = []

  /// The values of a record as they are to be written.
  /// - Parameter before: what is stored now; nil for a new record.
  mutating func settled<R: Model.Record>(
    _ values: [String: String], of id: RecordID, _: R.Type, over before: [String: String]?, in reader: Reader
  ) throws -> [String: String] {
    var values = values
    if before == nil, let whole = R.whole {
      let wholeID = R(id: id).wholeID
      try note(RecordReference(whole, wholeID), whole.rawValue, wholeID, in: reader)
    }
    for field in R.fields(naming: nil) where R.onErasure[field.name] != .marksCopy {
      let (name, entry) = (field.name, field.entry)
      guard let text = values[name], text != before?[name] else { continue }
      let old = Set(entry.references(in: before?[name] ?? ""))
      for one in entry.references(in: text) where !old.contains(one) {
        if try isKnown(one, in: reader) { continue }
        if R.kind != .toldApart, let into = try survivor(of: one, in: reader) {
          values[name] = entry.text(values[name] ?? "", naming: into, for: one)
        } else if !entry.mayBeWords || NewID.isMade(one.id) {
          let form = entry.forms.first { $0.kinds.contains(one.kind) }
          missing[one] = (name, form?.text(one) ?? one.id)
        }
      }
    }
    return values
  }

  /// Takes down what a record names that is written beside the others.
  mutating func note(_ one: RecordReference, _ field: String, _ text: String, in reader: Reader) throws {
    if try !isKnown(one, in: reader) { missing[one] = (field, text) }
  }

  mutating func note(removed one: RecordReference) { known.remove(one) }

  /// - Throws: `Refusal.invalid` where one leads nowhere.
  func check(in reader: Reader) throws {
    for (one, place) in missing.sorted(by: { $0.key.description < $1.key.description }) {
      if try tolerated.contains(one) || reader.has(one) || isTurn && !wasRemoved(one, in: reader) { continue }
      throw Refusal.invalid(field: place.field, .unknownRecord(place.text))
    }
  }

  private func survivor(of one: RecordReference, in reader: Reader) throws -> RecordReference? {
    guard followsMerges, one.kind == .stakeholder else { return nil }
    return try reader.record(MergedRecord.self, one.id).map { RecordReference(.stakeholder, $0.into) }
  }

  private func wasRemoved(_ one: RecordReference, in reader: Reader) throws -> Bool {
    try reader.row(
      "SELECT 1 FROM journal_row WHERE kind = ? AND record = ? AND after IS NULL LIMIT 1",
      [one.kind.rawValue, one.id]) != nil
  }

  private mutating func isKnown(_ one: RecordReference, in reader: Reader) throws -> Bool {
    if known.contains(one) { return true }
    guard try reader.has(one) else { return false }
    if known.count == 10_000 { known = [] }
    known.insert(one)
    return true
  }
}
