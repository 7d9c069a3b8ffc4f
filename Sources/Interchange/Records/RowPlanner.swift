import Model

/// Decides row by row what becomes of a file's records.
struct RowPlanner<R: Exchangeable> {
  private let source: RecordImport<R>
  private let columns: ColumnMap<R>
  private var seen = SeenRows()
  private var references: RowReferences<R>
  private var rejected: Set<RecordID> = []
  /// What is to be said of cells that were not taken.
  private(set) var notes = CellNotes()
  private var again: SaidAgain<R>
  /// In which sums of the records are, where they are.
  private let currency = R.field("currency")

  /// Rejected rows that others name.
  var lost: Set<RecordID> { rejected.intersection(references.used) }

  /// What the store knows of the records in a batch of rows.
  private struct Stored {
    let byID: [RecordID: R]
    let byUID: [String: R]
    /// What each of a name is known by is found out once for all rows.
    var byName: [String: [Known]] = [:]
    var crowds: [String: Int] = [:]

    init(byID: [RecordID: R], byUID: [String: R], _ namesakes: Namesakes<R>, _ names: [String]) {
      (self.byID, self.byUID) = (byID, byUID)
      crowds = namesakes.crowds
      for name in names where byName[name] == nil {
        byName[name] = (namesakes.byName[name] ?? []).compactMap { record in
          record.likeness.map { (record, $0) }
        }
      }
    }

    /// Which record a row without an id is for; nil where none has its name.
    /// - Parameter hasForeignID: whether another program says who it is: then it is nobody of whom a program says the
    ///   same by another UID, unless they have an e-mail in common.
    func match(_ likeness: Likeness, hasForeignID: Bool) -> Match<R>? {
      if likeness.emails.isEmpty, let count = crowds[likeness.foldedName] { return .several(count) }
      let match: Match<R>? = byName[likeness.foldedName].map { known in
        guard hasForeignID else { return Match(likeness, among: known) }
        return Match(
          likeness,
          among: known.filter {
            $0.record.uids.isEmpty && !VCardID.isForeign($0.record.id)
              || $0.likeness.sharesEmail(with: likeness)
          })
      }
      if case .one? = match { return match }
      if case .several? = match { return match }
      return reordered(likeness) ?? match
    }

    /// Who has an e-mail in common and the same name in another order.
    private func reordered(_ likeness: Likeness) -> Match<R>? {
      guard !likeness.emails.isEmpty else { return nil }
      let known = NameOrder.others(likeness.foldedName).flatMap { byName[$0] ?? [] }
        .filter { $0.likeness.sharesEmail(with: likeness) }
      return known.isEmpty ? nil : Match(among: known)
    }
  }

  fileprivate typealias Known = (record: R, likeness: Likeness)

  /// How the cells of a row come into a record.
  private enum Manner {
    /// The row has the record's own id and says all of it: empty cells clear.
    case clearing
    /// The record is new, or known by something else, or was merged into another: the row knows some of it. Empty cells
    /// say nothing, and lists and notes join.
    case adding
    /// Somebody said that it is the record, whatever it is called there: as `adding`, and no name is lost.
    case joining
  }

  private typealias Decision = ImportDecision<R>
  private typealias Problem = (column: String, problem: ImportProblem)

  init(_ source: RecordImport<R>, _ references: RowReferences<R>, columns: ColumnMap<R>) {
    (self.source, self.references) = (source, references)
    self.columns = columns
    again = SaidAgain(columns)
  }

  mutating func take(_ rows: [ImportRow], _ take: (ImportDecision<R>, Int) throws -> Void) throws {
    try references.look(up: rows, columns)
    let rows = rows.map { (row: $0, id: identify($0)) }
    let foreign = rows.compactMap { columns.foreignID(of: $0.row) }
    var ids: [RecordID] = []
    var names: [String] = []
    var emails: Set<String> = []
    let uids = rows.flatMap { columns.uids(of: $0.row, try? $0.id.get()) }
    for (row, id) in rows {
      if let same = row.same { ids.append(same) }
      guard case .success(let id) = id else { continue }
      if let id { ids.append(id) }
      if id == nil || row.hasForeignID, let name = columns.foldedName(of: row) {
        let addresses = columns.emails(of: row)
        names.append(name)
        if !addresses.isEmpty { names += NameOrder.others(name) }
        emails.formUnion(addresses)
      }
    }
    let stored = Stored(
      byID: ids.isEmpty && foreign.isEmpty ? [:] : try source.known.withIDs(ids + foreign),
      byUID: uids.isEmpty ? [:] : try source.known.withUIDs(uids),
      names.isEmpty ? Namesakes() : try source.known.named(names, emails), names)
    again.take(ids)
    let same = try saidAgain(rows)
    for (place, (row, id)) in rows.enumerated() {
      var decision = try same[place] == nil ? decision(row, id, stored) : .unchanged(keepsOptOut: false)
      switch decision {
      // An earlier row for the same record is one all the same: later ones still repeat it.
      case .new, .changed: if row.isUnticked { decision = .rejected([("", .unticked)]) }
      case .unchanged, .rejected, .repeated: break
      }
      if case .rejected = decision, case .success(let id?) = id, R.names(R.kind) { rejected.insert(id) }
      try take(decision, row.line)
    }
  }

  private typealias ReadRow = (row: ImportRow, id: Result<RecordID?, ImportPlan<R>.Mistake>)

  /// The stored records that rows without an id say over again, by the places of the rows.
  private mutating func saidAgain(_ rows: [ReadRow]) throws -> [Int: R] {
    guard let alike = source.known.alike else { return [:] }
    var again: [SaidAgain<R>.Row] = []
    for (place, (row, id)) in rows.enumerated() where row.problem == nil {
      guard case .success(nil) = id else { continue }
      var (record, given) = (R(id: "a"), FieldSet.none)
      // What is to be said of its cells is said when it is decided of.
      let said = notes
      defer { notes = said }
      guard try write(row, to: &record, .adding, &given).isEmpty, record.likeness == nil else { continue }
      again.append(.init(place: place, record: record, given: given))
    }
    return again.isEmpty ? [:] : self.again.pair(again, among: try alike(again.map(\.record)))
  }

  private mutating func decision(
    _ row: ImportRow, _ id: Result<RecordID?, ImportPlan<R>.Mistake>, _ stored: Stored
  ) throws -> Decision {
    if let problem = row.problem, !isStored(problem, id, stored) { return .rejected([("", problem)]) }
    if let same = row.same {
      guard let existing = stored.byID[same] else { return .rejected([("", .notThere(id: same))]) }
      return try change(existing, by: row, .joining)
    }
    switch id {
    case .failure(let mistake): return .rejected([problem(mistake.field, mistake.problem)])
    case .success(let id?):
      guard let existing = called(row, id, stored) ?? stored.byID[id] else {
        return try add(id, row, isNamed: !row.hasForeignID, stored)
      }
      let isWhole = existing.id == id && !row.hasForeignID
      if isWhole, columns.contradicts(row, existing) {
        return .rejected([(columns.title(of: "id"), .otherRecord(id: id, title: existing.title))])
      }
      return try change(existing, by: row, isWhole ? .clearing : .adding)
    case .success(nil):
      let foreign = columns.foreignID(of: row).flatMap { stored.byID[$0] }
        .flatMap { columns.agrees(row, $0) ? $0 : nil }
      if let existing = called(row, nil, stored) ?? foreign { return try change(existing, by: row, .adding) }
      return try add(source.newID(), row, isNamed: false, stored)
    }
  }

  /// The stored record that other programs know by a UID of the row.
  private func called(_ row: ImportRow, _ id: RecordID?, _ stored: Stored) -> R? {
    columns.uids(of: row, id).lazy.compactMap { stored.byUID[$0] }.first
  }

  /// Whether what looks like lost letters stands so in the store.
  private func isStored(
    _ problem: ImportProblem, _ id: Result<RecordID?, ImportPlan<R>.Mistake>, _ stored: Stored
  ) -> Bool {
    guard case .lostLetters(_, let cell) = problem, case .success(let id?) = id else { return false }
    return stored.byID[id]?.values.values.contains { $0.contains(cell) } == true
  }

  /// The id that a row gives, nil where it leaves it to us.
  private func identify(_ row: ImportRow) -> Result<RecordID?, ImportPlan<R>.Mistake> {
    var isReadable = row.problem == nil
    if case .lostLetters = row.problem { isReadable = true }
    guard isReadable, !columns.isIDForeign, let cells = columns.idCells(of: row) else {
      return .success(nil)
    }
    if !R.isIDRequired, cells.allSatisfy(\.isEmpty) { return .success(nil) }
    for (column, cell) in zip(R.idColumns, cells) where cell.isEmpty {
      return .failure(.init(field: column, problem: .missing))
    }
    do { return .success(try R.id(from: cells)) } catch { return .failure(error) }
  }

  // MARK: One record

  private mutating func add(_ id: RecordID, _ row: ImportRow, isNamed: Bool, _ stored: Stored) throws
    -> Decision
  {
    var record = R(id: id)
    var given = FieldSet.none
    let said = notes
    var problems = try write(row, to: &record, .adding, &given)
    for index in columns.required where (row[columns.positions[index]] ?? "").trimmed.isEmpty {
      problems.append(problem(columns.fields[index].name, .missing))
    }
    guard problems.isEmpty else { return .rejected(problems) }
    let likeness = record.likeness
    let uids = isNamed || row.hasForeignID ? [] : record.uids
    if !isNamed, let likeness,
      let match = stored.match(likeness, hasForeignID: row.hasForeignID || !uids.isEmpty)
    {
      switch match {
      case .one(let existing):
        // What is stored may explain what looked odd without it.
        notes = said
        return try change(existing, by: row, .adding)
      case .several(let count): return .rejected([(columns.title(of: "name"), .ambiguous(count))])
      case .none: break
      }
    }
    problems = check(record)
    if let today = source.today {
      let found = record.historyProblems(asOf: today).map { problem($0.field, $0.problem) }
      problems += found.filter { one in !problems.contains { $0 == one } }
    }
    guard problems.isEmpty else { return .rejected(problems) }
    if source.isErased?(record) == true { return .rejected([("", .erased)]) }
    let mine = seen.row(row)
    let isKnown = isNamed || row.hasForeignID
    if let first = isKnown ? seen.first(withID: id) : seen.first(of: uids, like: likeness) {
      return .repeated(firstLine: first.line, isIdentical: first.fingerprint == mine.fingerprint)
    }
    seen.add(mine, id: isKnown ? id : nil, likeness: likeness, uids: record.uids)
    doubt(record, over: nil, row)
    return .new(record, given: given, isIDFree: !isKnown, revision: row.revision)
  }

  private mutating func change(_ existing: R, by row: ImportRow, _ manner: Manner) throws -> Decision {
    var record = existing
    var given = FieldSet.none
    var problems = try write(row, to: &record, manner, &given)
    guard problems.isEmpty else { return .rejected(problems) }
    switch manner {
    case .clearing: break
    case .adding: record.keepName(of: existing)
    case .joining: record.keepNames(of: existing)
    }
    try keepNewer(of: existing, in: &record, row)
    record.keepOrigin(of: existing)
    let keepsOptOut = record.keepOptOuts(of: existing)
    problems = record.breach(over: existing).map { [problem($0.field, $0.problem)] } ?? check(record)
    guard problems.isEmpty else { return .rejected(problems) }
    let mine = seen.row(row)
    if let first = seen.first(withID: record.id) {
      return .repeated(firstLine: first.line, isIdentical: first.fingerprint == mine.fingerprint)
    }
    seen.add(mine, id: record.id, likeness: record.likeness, uids: record.uids)
    let fields = record.differences(from: existing)
    if fields.isEmpty { return .unchanged(keepsOptOut: keepsOptOut) }
    doubt(record, over: existing, row)
    var change = ImportDecision<R>.Change(
      before: existing, after: record, fields: fields, keepsOptOut: keepsOptOut)
    change.revision = row.revision
    return .changed(change)
  }

  /// What the store knows since a card was last revised stays, and is named: an older card brings nothing back.
  private mutating func keepNewer(of existing: R, in record: inout R, _ row: ImportRow) throws {
    guard let revision = row.revision, !source.takesOlder, let ages = source.known.ages else { return }
    let fields = record.differences(from: existing).filter { $0 != "uids" }
    if fields.isEmpty { return }
    let known = try ages(existing.id)
    for (place, field) in R.fields.enumerated() where fields.contains(field.name) {
      let old = field.read(existing)
      guard let since = known.since(field.name, isEmpty: old.isEmpty), since > revision else { continue }
      let said = columns.cell(of: field.name, in: row) ?? field.read(record)
      try field.write(old, to: &record)
      let day = Day(number: Int((Double(since) / 86_400).rounded(.down)))
      notes.add(.storeIsNewer(since: day), said, columns.title(of: field.name), at: place, row.line)
    }
  }

  private mutating func write(
    _ row: ImportRow, to record: inout R, _ manner: Manner, _ given: inout FieldSet
  ) throws -> [Problem] {
    var problems: [Problem] = []
    let columns = columns
    for index in columns.positions.indices {
      let position = columns.positions[index]
      guard position < row.cells.count, let cell = row.cells[position],
        manner == .clearing || !cell.trimmed.isEmpty
      else { continue }
      do {
        var text = tended(cell, at: index, in: record, row.line)
        if columns.isNaming[index] {
          let field = columns.fields[index]
          text = try references.text(text, of: field.entry, over: field.read(record))
        }
        if let damage = columns.damage(text, at: index, in: record) {
          text = damage.text
          note(damage, of: columns.fields[index].name, at: index, row.line)
        }
        if columns.hasParts[index] {
          let field = columns.fields[index]
          if let problem = field.entry.problem(in: text, over: field.read(record)) { throw problem }
        }
        let whole = manner == .clearing ? text : columns.text(text, at: index, in: record)
        try columns.fields[index].write(whole, to: &record)
        given.insert(columns.bits[index])
      } catch let error as FieldProblem { problems.append(problem(columns.fields[index].name, error)) }
    }
    return problems
  }

  /// A cell as it is read: of a file of ours without what another program put there and nobody sees.
  private mutating func tended(_ cell: String, at index: Int, in record: R, _ line: Int) -> String {
    guard let finding = columns.finding(cell, at: index, in: record) else { return cell }
    let title = columns.title(of: columns.fields[index].name)
    if finding.isSpoilt { notes.add(.spoiltLetters, cell.trimmed.inOneLine, title, at: index, line) }
    if let clean = finding.clean { notes.add(.invisible, clean.trimmed, title, at: index, line) }
    return finding.clean ?? cell
  }

  private mutating func note(_ damage: SheetDamage.Reading, of field: String, at index: Int, _ line: Int) {
    for text in damage.suspect { notes.add(.perhapsSpoilt, text, columns.title(of: field), at: index, line) }
    // Of all columns at once: nobody has to do anything about it.
    for text in damage.restored { notes.add(.asSheetsSpoil, text, "", at: -1, line) }
  }

  /// Names what no form makes and the file brings.
  private mutating func doubt(_ record: R, over existing: R?, _ row: ImportRow) {
    let line = row.line
    if let currency, let amount = columns.cell(of: "amount", in: row)?.trimmed, !amount.isEmpty,
      columns.cell(of: "currency", in: row)?.trimmed.isEmpty != false
    {
      notes.add(
        .assumedCurrency(currency.read(record)), amount, columns.title(of: "amount"), at: -3, line)
    }
    guard let (field, problem) = record.doubts.first, existing?.doubts.isEmpty != false else { return }
    if problem == .sumWithoutAmount {
      notes.add(.noAmount, record.title, columns.title(of: field), at: -2, line)
    }
  }

  private func check(_ record: R) -> [Problem] {
    var problems = record.contradictions.map { problem($0.field, $0.problem) }
    if let mistake = source.rule(record) { problems.append(problem(mistake.field, mistake.problem)) }
    return problems
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
  init(_ likeness: Likeness, among known: [(record: R, likeness: Likeness)]) {
    let like = known.filter { $0.likeness.isLike(likeness) }
    let sharing = like.filter { $0.likeness.sharesEmail(with: likeness) }
    self.init(among: sharing.isEmpty ? like : sharing)
  }

  /// Of records that all may be meant, those in use come first.
  init(among likely: [(record: R, likeness: Likeness)]) {
    let inUse = likely.filter(\.likeness.isInUse)
    let chosen = inUse.isEmpty ? likely : inUse
    switch chosen.count {
    case 0: self = .none
    case 1: self = .one(chosen[0].record)
    default: self = .several(chosen.count)
    }
  }
}
