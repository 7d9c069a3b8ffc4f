/// What becomes of a record when another that one of its fields names is erased. Each kind says it in a table beside
/// its fields, for every field that may name a person or what goes along with one.
public enum OnErasure: Sendable, Equatable {
  /// It speaks of that one alone: it goes along.
  case goes
  /// It stays without the reference and without what other fields say of that one; of a list of entries without what
  /// these parts of the same entry say. Where a number counts them, they stay counted.
  case stays(without: [String] = [], counting: String? = nil)
  /// It stays without the entry that names them.
  case dropsEntry
  /// It is the copy of something that was sent: the place of that one is marked in it. A merge leaves it as it is.
  case marksCopy

  /// What a field says that cannot be empty: the store speaks no language of people.
  public static let word = "(erased)"
}

extension Record {
  /// Whether what names one who is erased goes along, for one of its fields.
  public static var goesAlong: Bool { onErasure.values.contains(.goes) }

  /// Whether it lists people beside what it is about: its history stays when one of them is erased, without them.
  public static var keepsHistory: Bool {
    !onErasure.isEmpty
      && onErasure.allSatisfy { name, rule in
        (rule == .stays() || rule == .dropsEntry) && field(name)?.entry.isList == true
      }
  }

  /// The record without those that are erased; nil where it goes along with them.
  func forgettingByTable(_ gone: Set<RecordReference>) -> Self? {
    var record = self
    for field in Self.fields where field.references(record).contains(where: gone.contains) {
      switch Self.onErasure[field.name] ?? .stays() {
      case .goes: return nil
      case .marksCopy: break
      case .dropsEntry:
        guard case .items(let parts) = field.entry else { break }
        let text = Entry.entries(of: field.read(record)) { texts in
          Entry.references(in: texts, of: parts).contains(where: gone.contains) ? nil : texts
        }
        try? field.write(text, to: &record)
      case .stays(let fields, let number):
        field.forget(gone, in: &record, without: fields, counting: number)
      }
    }
    return record
  }
}

extension Field where R: Record {
  fileprivate func forget(
    _ gone: Set<RecordReference>, in record: inout R, without others: [String], counting number: String?
  ) {
    if case .items(let parts) = entry {
      let text = Entry.entries(of: read(record)) { texts in
        guard Entry.references(in: texts, of: parts).contains(where: gone.contains) else { return texts }
        // Empty parts at the end may be left out.
        let rest = Array(repeating: "", count: max(0, parts.count - texts.count))
        return zip(parts, texts + rest).map { part, text in
          if part.name == number && text.isEmpty { return "1" }
          let isTheirs = part.entry.references(in: text).contains(where: gone.contains)
          return isTheirs || others.contains(part.name) ? "" : text
        }
      }
      try? write(text, to: &record)
      return
    }
    if let number = number.flatMap(R.field) {
      let counted = max(Int(number.read(record)) ?? 0, references(record).count)
      try? number.write(String(counted), to: &record)
    }
    for one in references(record) where gone.contains(one) { record = record.naming(nil, for: one) }
    for other in others.compactMap(R.field) {
      try? other.write(other.isRequired ? OnErasure.word : "", to: &record)
    }
  }
}
