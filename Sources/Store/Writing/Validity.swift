import GRDB
import Model

/// What must hold of records together, whichever way they come in: by a form, a file or an undo.
struct Validity {
  /// The activities whose links to others were written.
  private var linked: [RecordID] = []
  var references = ReferenceRules()
  private var surveys = SurveyRules()
  var messages = MessageRules()
  private var removed: Set<RecordReference> = []
  /// The people whose word a change may record, beside its other fields; nil where it may record nobody's.
  var releasedBy: String?
  /// Somebody is erased: that goes through, whatever it leaves of a record.
  var isErasing = false
  /// Whether it is a part of what the store begins with.
  var isBeginning = false
  /// Whether a change writes history: a step of a partnership, a review.
  var writesHistory = false
  /// Whether a merge of two records, or its undo, has others name the one that is left.
  var movesNames = false
  /// The report that a change may release; empty where it may release none.
  var released: RecordID = ""

  /// - Throws: `Refusal.invalid`.
  /// - Parameter today: by the clock, wherever on earth that is.
  mutating func check<R: Model.Record>(_ record: R, _ entry: JournalRow, on today: Day) throws {
    if let (field, problem) = record.contradictions.first, !isErasing {
      throw Refusal.invalid(field: field, problem)
    }
    guard let after = entry.after else { return }
    try surveys.check(record, entry)
    if R.kind == .activity, after["depends_on"] != nil || after["parent"] != nil { linked.append(record.id) }
    if let cell = record as? LaunchCell, Month(cell.slot) == nil {
      throw Refusal.invalid(field: "slot", .malformedSlot(cell.slot))
    }
    if let report = record as? Report { try check(report, entry, after) }
    try checkHistory(record, entry, on: today)
    if let message = record as? Message, !isErasing { try messages.check(message, entry) }
    // Two people release material, each at their own screen: no form and no file speaks for them.
    if R.kind == .material, after["releases"] != nil, releasedBy == nil {
      throw Refusal.invalid(field: "releases", .notByHand)
    }
  }

  mutating func note(removed id: RecordID, of kind: RecordKind) {
    removed.insert(RecordReference(kind, id))
    references.note(removed: RecordReference(kind, id))
    surveys.note(removed: id, of: kind)
  }

  /// A report is released by a command of its own, with its facts, and is closed from then on.
  private func check(_ report: Report, _ entry: JournalRow, _ after: [String: String]) throws {
    let wasReleased =
      entry.before.map { before in
        before["report_state"].map { $0 == ReportState.released.rawValue }
          ?? (report.state == .released && after["report_state"] == nil)
      } ?? false
    let mayRelease = released == report.id
    guard !wasReleased, report.state == .draft || mayRelease else {
      throw Refusal.invalid(field: "report_state", .notByHand)
    }
  }

  /// Whether the journal tells of what the records bring of a history.
  var isHistoryTold: Bool { writesHistory || references.isTurn }

  /// History is written by commands that know who does what; a record from elsewhere brings its own, if keys could have
  /// made it, and what is taken back or made again the journal tells. What was agreed holds either way.
  private func checkHistory<R: Model.Record>(_ record: R, _ entry: JournalRow, on today: Day) throws {
    guard !R.history.isEmpty, !isErasing else { return }
    let isTold = isHistoryTold
    var found: (field: String, problem: FieldProblem)?
    if let changed = entry.before {
      let before = R(id: record.id, version: 0, values: record.values.merging(changed) { $1 })
      if !isTold {
        found = record.breach(over: before)
      } else if let one = record as? Partnership, let before = before as? Partnership {
        found = one.unamended(over: before)
      }
      if movesNames, found?.field == "partner" { found = nil }
    } else if !isTold {
      found = record.historyProblems(asOf: today).first
    }
    if let found { throw Refusal.invalid(field: found.field, found.problem) }
  }

  /// What is out of the house stays in the store, and so does what has a history that others rely on.
  func checkRemoval(_ kind: RecordKind, _ id: RecordID, _ values: [String: String]) throws {
    if kind == .partnership {
      let one = Partnership(id: id, version: 0, values: values)
      guard one.adopted == nil, references.isTurn || one.steps.count < 2 else {
        throw Refusal.invalid(field: "partnership_steps", .partnership(.kept))
      }
    }
    if kind == .message { try messages.checkRemoval(id, values) }
    if kind == .report, values["report_state"] == ReportState.released.rawValue {
      throw Refusal.invalid(field: "report_state", .notByHand)
    }
  }

  /// What can be said only when all is written.
  func check(in db: Database) throws {
    try references.check(in: Reader(db))
    try surveys.check(in: Reader(db))
    try checkRemovals(in: db)
    guard !linked.isEmpty else { return }
    let parents = try links("parent", in: db)
    var needs = try links("depends_on", in: db)
    if let found = Dependencies.circle(from: linked, parents) { throw try circle(found, "parent", in: db) }
    // An activity is over when its steps are: it waits for them too.
    for (step, parent) in parents { for parent in parent { needs[parent, default: []].append(step) } }
    if let found = Dependencies.circle(from: linked, needs) { throw try circle(found, "depends_on", in: db) }
  }

  /// What others name stays.
  private func checkRemovals(in db: Database) throws {
    let gone = try removed.filter { try !Reader(db).has($0) }
    guard !gone.isEmpty else { return }
    func check<R: Model.Record>(_: R.Type) throws {
      for record in try Naming.records(R.self, naming: gone, in: db) {
        let naming = record.references.first { gone.contains($0.to) && R.onErasure[$0.field] != .marksCopy }
        guard let naming, R.field(naming.field)?.entry.mayBeWords == false else { continue }
        throw Refusal.invalid(field: naming.field, .inUse(record.title))
      }
    }
    for kind in RecordKind.allCases { try check(kind.type) }
  }

  /// The links of all activities by a field.
  private func links(_ field: String, in db: Database) throws -> [RecordID: [RecordID]] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, body ->> ? FROM activity WHERE body ->> ? IS NOT NULL",
      arguments: ["$.\(field)", "$.\(field)"])
    var links: [RecordID: [RecordID]] = [:]
    for row in rows { links[row[0]] = ListText.entries(of: row[1]).map { $0.trimmed } }
    return links
  }

  private func circle(_ circle: [RecordID], _ field: String, in db: Database) throws -> Refusal {
    let names = try circle.map { id in
      try Activity(
        id: id, version: 0,
        values: Body.values(
          String.fetchOne(db, sql: "SELECT body FROM activity WHERE id = ?", arguments: [id]) ?? "{}")
      ).title
    }
    return Refusal.invalid(field: field, .circle(names))
  }
}
