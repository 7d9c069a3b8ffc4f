import Interchange
import Model
import Store

/// A record on its way to being another, as somebody says its fields one by one in words: by the names that files have
/// for them, its choices by their codes or words, other records by their ids or names.
public struct RecordSaying<R: Exchangeable> {
  /// As it was when that began.
  public let base: R
  public private(set) var edited: R
  /// Texts out of which invisible characters were left, as out of those of files.
  public private(set) var cleaned: [String] = []
  private let library: Library
  private let today: Day
  private let zone: Zone?

  /// - Parameter look: from its day words such as "tomorrow" count, and times without a zone are of its zone.
  public init(_ base: R, in library: Library, _ look: Look) {
    (self.base, self.library, today, zone) = (base, library, look.asOf, look.zone)
    edited = base
  }

  /// The names of the fields that somebody may say, in the order of their table: the history of a record, and why words
  /// of it stay, have commands of their own.
  public static var names: [String] {
    R.fields.map(\.name).filter { !R.history.contains($0) && $0 != Field<R>.overridesName }
  }

  /// The field of a name, or of one of the titles that files give it.
  /// - Throws: `RecordProblem`.
  public static func field(_ name: String) throws(RecordProblem) -> Field<R> {
    let known = R.field(name) ?? ColumnGuess<R>(header: [name]).columns.first?.field.flatMap(R.field)
    guard let known else { throw .noField(name, names) }
    return known
  }

  /// Puts a text in the place of what stands there; an empty one clears it.
  /// - Throws: `RecordProblem`, `StoreProblem`; the record is then as it was.
  public mutating func set(_ name: String, to text: String) throws {
    let field = try Self.field(name)
    try write(text, to: field)
  }

  public mutating func clear(_ name: String) throws { try set(name, to: "") }

  /// Adds an entry to a list, or a sentence to a text for notes.
  /// - Throws: `RecordProblem.oneValue` where only one value can stand.
  public mutating func add(_ text: String, to name: String) throws {
    let field = try Self.field(name)
    guard field.entry.isList || field.name == "notes" else { throw RecordProblem.oneValue(field.name) }
    let old = field.read(edited)
    try write(old.isEmpty ? text : "\(old); \(text)", to: field)
  }

  private mutating func write(_ text: String, to field: Field<R>) throws {
    var record = edited
    let clean = CellCare.withoutUnseen(text.trimmed, of: field.name)
    do {
      let said = try self.text(clean ?? text.trimmed, of: field)
      if let problem = field.entry.problem(in: said, over: field.read(base)) { throw problem }
      try field.write(said, to: &record)
      // Else what follows from it would be answered with another field.
      if base.version > 0, R.history.contains(field.name), let breach = record.breach(over: base) {
        throw breach.problem
      }
      if let clean { cleaned.append(clean) }
    } catch let problem as FieldProblem { throw RecordProblem.value(field.name, problem) }
    edited = record
  }

  /// The fields that differ, in the words of the office.
  public func changes(_ look: Look) -> [String] {
    let words = HistoryWords<R>(look)
    let (before, after) = (base.values, edited.values)
    return edited.differences(from: base).map { name in
      let change = JournalEntry.FieldChange(
        field: name, before: before[name] ?? "", after: after[name] ?? "")
      let said = words.change(change)
      return look.about(said.label, "\(said.before) → \(said.after)")
    }
  }

  // MARK: Texts

  /// The text as the table of fields takes it.
  private func text(_ text: String, of field: Field<R>) throws -> String {
    if text.isEmpty { return "" }
    switch field.entry {
    case .choice(let codes): return OwnWords(field.name, codes).code(text) ?? text
    case .choices(let codes):
      let words = OwnWords(field.name, codes)
      return text.items.map { words.code($0) ?? $0 }.joined(separator: "; ")
    case .flag: return OwnWords(field.name, ["yes", "no"]).code(text) ?? text
    case .day: return try WrittenDate.day(text, today: today).description
    case .reference, .references, .items:
      return try library.text(text, naming: field.entry, over: field.read(edited))
    case .moment: return Moment.completed(text, in: zone)
    case .line, .text, .list, .time, .number: return text
    }
  }
}

extension Library {
  /// A text with ids in the place of names. What it named before may go on hanging.
  /// - Throws: `FieldProblem` where nothing is meant, or one of several.
  fileprivate func text(_ text: String, naming entry: Entry, over old: String) throws -> String {
    guard !entry.forms.isEmpty else { return text }
    let kept = Set(entry.references(in: old))
    return try entry.text(
      text,
      names: { form, name in
        if name.isEmpty || form.reference(name).map(kept.contains) == true { return name }
        let called = try read(RecordsCalled(form, [name]))[name] ?? []
        guard let first = called.first else {
          // What the decision names is no record.
          let isSought = !form.mayBeWords && (form == .tagged || form.reference(name) != nil)
          if isSought { throw FieldProblem.unknownRecord(name) }
          return name
        }
        guard called.count == 1 else {
          throw FieldProblem.ambiguousRecord(name, called.map { "\($0.title) (\($0.reference.id))" })
        }
        return form.text(first.reference)
      })
  }
}
