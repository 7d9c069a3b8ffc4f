import Model

/// Finds the stored records that files mean where they name one: by the id, or by a name that is written whole.
public struct ReferenceLookup {
  /// A record, and what people call it.
  public typealias Called = (reference: RecordReference, title: String)

  let find: (ReferenceForm, Set<String>) throws -> [String: [Called]]

  public init(_ find: @escaping (ReferenceForm, Set<String>) throws -> [String: [Called]]) {
    self.find = find
  }

  /// The record that a text means.
  /// - Throws: `FieldProblem` where nothing is meant, or one of several.
  static func only(_ called: [Called], named name: String) throws(FieldProblem) -> RecordReference {
    guard let first = called.first else { throw .unknownRecord(name) }
    guard called.count == 1 else {
      throw .ambiguousRecord(name, called.map { "\($0.title) (\($0.reference.id))" })
    }
    return first.reference
  }
}

/// Makes ids of what the rows of a file write where they name records. They may name each other.
struct RowReferences<R: Exchangeable> {
  private let lookup: ReferenceLookup?
  /// Reads the file once more, for what its rows are called.
  private let again: (() throws -> any ImportSource)?
  /// Rows that nobody can name, because they are rejected.
  private let without: Set<RecordID>
  /// The lines of rows that nobody can name, because they are not written.
  private let unticked: Set<Int>
  private var known: [ReferenceForm: [String: [ReferenceLookup.Called]]] = [:]
  /// The rows of the file by their ids, and by their folded names; nil until one of them seems to be meant.
  private var own: (ids: Set<RecordID>, names: [String: [ReferenceLookup.Called]])?
  /// Rows that others named.
  private(set) var used: Set<RecordID> = []

  init(
    _ lookup: ReferenceLookup?, again: (() throws -> any ImportSource)?, without: Set<RecordID>,
    unticked: Set<Int>
  ) {
    (self.lookup, self.again, self.without, self.unticked) = (lookup, again, without, unticked)
  }

  /// Asks the store once for all rows of a batch.
  mutating func look(up rows: [ImportRow], _ columns: ColumnMap<R>) throws {
    guard let lookup else { return }
    var wanted: [ReferenceForm: Set<String>] = [:]
    for (entry, position) in columns.naming {
      for row in rows {
        guard let cell = row[position], entry.mayName(in: cell) else { continue }
        _ = entry.text(
          cell,
          names: { form, name in
            if form.isSought(name) { wanted[form, default: []].insert(name) }
            return name
          })
      }
    }
    known = [:]
    for (form, names) in wanted {
      known[form] = try lookup.find(form, names)
      if own == nil, form.kinds.contains(R.kind), names.contains(where: { known[form]?[$0] == nil }) {
        own = try readAgain()
      }
    }
  }

  /// A cell with ids in the place of names.
  /// - Parameter old: what the record has in that field: what it names already may go on hanging.
  /// - Throws: `FieldProblem` where nothing is meant, or one of several.
  mutating func text(_ cell: String, of entry: Entry, over old: String) throws -> String {
    guard lookup != nil, entry.mayName(in: cell) else { return cell }
    let kept = Set(entry.references(in: old))
    var used = used
    defer { self.used = used }
    return try entry.text(
      cell,
      names: { form, name in
        guard form.isSought(name) else { return name }
        if let one = form.reference(name), kept.contains(one) { return name }
        var called = known[form]?[name] ?? []
        let rows = ownRows(name, form)
        called += rows.filter { row in !called.contains { $0.reference == row.reference } }
        let one = try ReferenceLookup.only(called, named: name)
        if !rows.isEmpty { used.insert(one.id) }
        return form.text(one)
      })
  }

  /// The rows of the file that a text means: the one of that id, else those of that name.
  private func ownRows(_ name: String, _ form: ReferenceForm) -> [ReferenceLookup.Called] {
    guard let own, form.kinds.contains(R.kind) else { return [] }
    if let one = form.reference(name), one.kind == R.kind, own.ids.contains(one.id) { return [(one, one.id)] }
    let tagged = form == .tagged ? RecordReference(name)?.id : nil
    return own.names[Folding.folded(tagged ?? name)] ?? []
  }

  private func readAgain() throws -> (ids: Set<RecordID>, names: [String: [ReferenceLookup.Called]])? {
    guard var source = try again?() else { return nil }
    let columns = try ColumnMap<R>(source.columns)
    if columns.isIDForeign { return nil }
    var (ids, names): (Set<RecordID>, [String: [ReferenceLookup.Called]]) = ([], [:])
    while let row = try source.next() {
      if unticked.contains(row.line) { continue }
      guard let cells = columns.idCells(of: row), let id = try? R.id(from: cells), !without.contains(id)
      else {
        continue
      }
      ids.insert(id)
      guard let name = columns.name(of: row) else { continue }
      names[Folding.folded(name), default: []].append((RecordReference(R.kind, id), name))
    }
    return (ids, names)
  }
}

extension ReferenceForm {
  /// Whether a text is to be looked for: what the decision names is no record, and words may stay words.
  func isSought(_ name: String) -> Bool {
    !name.isEmpty && !mayBeWords && (self == .tagged || reference(name) != nil)
  }
}

extension Entry {
  /// Whether a text is long enough to name a record: entries of several parts mostly end before that.
  fileprivate func mayName(in text: String) -> Bool {
    guard case .items(let parts) = self, let first = parts.firstIndex(where: { !$0.entry.forms.isEmpty })
    else {
      return !text.isEmpty
    }
    return text.utf8.count { $0 == UInt8(ascii: "|") } >= first
  }
}
