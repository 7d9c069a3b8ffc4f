import Model

/// Decides row by row what becomes of a file's records.
struct RowPlanner<R: Exchangeable> {
  var plan = ImportPlan<R>()
  private let source: RecordImport<R>
  private let columns: ColumnMap<R>
  private var linesByID: [RecordID: Seen] = [:]
  private var newByName: [String: [(likeness: Likeness, seen: Seen)]] = [:]

  private struct Seen {
    let line: Int
    let fingerprint: Int

    init(_ row: CSVRow) {
      line = row.line
      fingerprint = row.fields.hashValue
    }
  }

  /// What the store knows of the records in a batch of rows.
  private struct Stored {
    let byID: [RecordID: R]
    let byName: [String: [R]]
  }

  private typealias Problem = (column: String, problem: ImportPlan<R>.Problem)

  init(_ source: RecordImport<R>, columns: ColumnMap<R>) {
    self.source = source
    self.columns = columns
    plan.unknownColumns = columns.unknown
    plan.repeatedColumns = columns.repeated
  }

  mutating func take(_ rows: [CSVRow]) throws {
    let rows = rows.map { (row: $0, id: identify($0)) }
    var ids: [RecordID] = []
    var names: [String] = []
    for (row, id) in rows {
      guard case .success(let id) = id else { continue }
      if let id { ids.append(id) } else if let name = columns.foldedName(of: row) { names.append(name) }
    }
    let stored = Stored(
      byID: ids.isEmpty ? [:] : try source.known.withIDs(ids),
      byName: names.isEmpty ? [:] : try source.known.named(names))
    for (row, id) in rows { take(row, id, stored) }
  }

  private mutating func take(
    _ row: CSVRow, _ id: Result<RecordID?, ImportPlan<R>.Mistake>, _ stored: Stored
  ) {
    if let problem = row.problem { return plan.reject(row, [("", .row(problem))]) }
    switch id {
    case .failure(let mistake): plan.reject(row, [problem(mistake.field, mistake.problem)])
    case .success(let id?):
      if let existing = stored.byID[id] {
        change(existing, by: row, clearing: !row.isShort)
      } else {
        add(id, row, isNamed: true, stored)
      }
    case .success(nil): add(source.newID(), row, isNamed: false, stored)
    }
  }

  /// The id that a row gives, nil where it leaves it to us.
  private func identify(_ row: CSVRow) -> Result<RecordID?, ImportPlan<R>.Mistake> {
    guard row.problem == nil, let cells = columns.idCells(of: row) else { return .success(nil) }
    if !R.isIDRequired, cells.allSatisfy(\.isEmpty) { return .success(nil) }
    for (column, cell) in zip(R.idColumns, cells) where cell.isEmpty {
      return .failure(.init(field: column, problem: .missing))
    }
    do { return .success(try R.id(from: cells)) } catch { return .failure(error) }
  }

  // MARK: One record

  private mutating func add(_ id: RecordID, _ row: CSVRow, isNamed: Bool, _ stored: Stored) {
    var record = R(id: id)
    var problems = write(row, to: &record, clearing: false)
    for (position, field) in columns.fields where field.isRequired && row.fields[position].trimmed.isEmpty {
      problems.append(problem(field.name, .missing))
    }
    guard problems.isEmpty else { return plan.reject(row, problems) }
    if !isNamed, let likeness = record.likeness {
      switch Match(likeness, among: stored.byName[likeness.foldedName] ?? []) {
      case .one(let existing): return change(existing, by: row, clearing: false)
      case .several(let count): return plan.reject(row, [(columns.title(of: "name"), .ambiguous(count))])
      case .none: break
      }
    }
    guard check(record, row), isFirst(record, row, isNamed: isNamed) else { return }
    plan.new.append(record)
  }

  private mutating func change(_ existing: R, by row: CSVRow, clearing: Bool) {
    var record = existing
    let problems = write(row, to: &record, clearing: clearing)
    guard problems.isEmpty else { return plan.reject(row, problems) }
    guard check(record, row), isFirst(record, row, isNamed: true) else { return }
    let fields = record.differences(from: existing)
    if fields.isEmpty {
      plan.unchanged += 1
    } else {
      plan.changed.append(.init(before: existing, after: record, fields: fields))
    }
  }

  private func write(_ row: CSVRow, to record: inout R, clearing: Bool) -> [Problem] {
    var problems: [Problem] = []
    for (position, field) in columns.fields {
      let text = row.fields[position]
      guard clearing || !text.trimmed.isEmpty else { continue }
      do { try field.write(text, to: &record) } catch { problems.append(problem(field.name, error)) }
    }
    return problems
  }

  private mutating func check(_ record: R, _ row: CSVRow) -> Bool {
    var problems = record.contradictions.map { problem($0.field, $0.problem) }
    if let mistake = source.rule(record) { problems.append(problem(mistake.field, mistake.problem)) }
    if !problems.isEmpty { plan.reject(row, problems) }
    return problems.isEmpty
  }

  /// Whether no row before this one was for the same record.
  private mutating func isFirst(_ record: R, _ row: CSVRow, isNamed: Bool) -> Bool {
    let seen = Seen(row)
    let likeness = record.likeness
    let like = likeness.flatMap { mine in
      isNamed ? nil : newByName[mine.foldedName]?.first { $0.likeness.isLike(mine) }?.seen
    }
    if let first = linesByID[record.id] ?? like {
      let isIdentical = first.fingerprint == seen.fingerprint
      plan.duplicates.append(.init(line: row.line, firstLine: first.line, isIdentical: isIdentical))
      return false
    }
    linesByID[record.id] = seen
    if let likeness { newByName[likeness.foldedName, default: []].append((likeness, seen)) }
    return true
  }

  private func problem(_ field: String, _ problem: FieldProblem) -> Problem {
    (columns.title(of: field), .value(problem))
  }
}

/// Which stored record a row without an id is for.
private enum Match<R: Exchangeable> {
  case none
  case one(R)
  case several(Int)

  /// A shared e-mail tells most; of records that have none, those in use come first.
  init(_ likeness: Likeness, among records: [R]) {
    let like = records.compactMap { record in record.likeness.map { (record, $0) } }
      .filter { $0.1.isLike(likeness) }
    let sharing = like.filter { $0.1.sharesEmail(with: likeness) }
    let likely = sharing.isEmpty ? like : sharing
    let inUse = likely.filter(\.1.isInUse)
    let chosen = inUse.isEmpty ? likely : inUse
    switch chosen.count {
    case 0: self = .none
    case 1: self = .one(chosen[0].0)
    default: self = .several(chosen.count)
    }
  }
}
