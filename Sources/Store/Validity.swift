import GRDB
import Model

/// What must hold of records together, whichever way they come in: by a form, a file or an undo.
struct Validity {
  /// The activities whose links to others were written.
  private var linked: [RecordID] = []
  /// The launches to which tasks and cells were given.
  private var launches: Set<RecordID> = []
  private var surveys = SurveyRules()
  /// The people whose word a change may record, beside its other fields; nil where it may record nobody's.
  var releasedBy: String?

  /// - Throws: `Refusal.invalid`.
  mutating func check<R: Model.Record>(_ record: R, _ entry: JournalRow) throws {
    if let (field, problem) = record.contradictions.first { throw Refusal.invalid(field: field, problem) }
    guard let after = entry.after else { return }
    try surveys.check(record, entry)
    if R.kind == .activity, after["depends_on"] != nil || after["parent"] != nil { linked.append(record.id) }
    if let card = record as? Card, after["launch"] != nil { launches.insert(card.launch) }
    if let cell = record as? LaunchCell {
      guard Month(cell.slot) != nil else {
        throw Refusal.invalid(field: "slot", .malformedSlot(cell.slot))
      }
      launches.insert(cell.launch)
    }
    // Two people release material, each at their own screen: no form and no file speaks for them.
    if R.kind == .material, after["releases"] != nil, releasedBy == nil {
      throw Refusal.invalid(field: "releases", .notByHand)
    }
  }

  mutating func note(removed id: RecordID, of kind: RecordKind) { surveys.note(removed: id, of: kind) }

  /// What can be said only when all is written.
  func check(in db: Database) throws {
    try surveys.check(in: db)
    for launch in launches {
      let isKnown = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM launch WHERE id = ?)", arguments: [launch])
      if isKnown != true { throw Refusal.invalid(field: "launch", .unknownRecord(launch)) }
    }
    guard !linked.isEmpty else { return }
    let parents = try links("parent", in: db)
    var needs = try links("depends_on", in: db)
    if let found = Dependencies.circle(from: linked, parents) { throw try circle(found, "parent", in: db) }
    // An activity is over when its steps are: it waits for them too.
    for (step, parent) in parents { for parent in parent { needs[parent, default: []].append(step) } }
    if let found = Dependencies.circle(from: linked, needs) { throw try circle(found, "depends_on", in: db) }
  }

  /// The links of all activities by a field.
  /// - Throws: `Refusal.invalid` where one that was written leads nowhere.
  private func links(_ field: String, in db: Database) throws -> [RecordID: [RecordID]] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, body ->> ? FROM activity WHERE body ->> ? IS NOT NULL",
      arguments: ["$.\(field)", "$.\(field)"])
    var links: [RecordID: [RecordID]] = [:]
    for row in rows { links[row[0]] = ListText.entries(of: row[1]).map { $0.trimmed } }
    for id in linked {
      for other in links[id] ?? [] {
        let isKnown = try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM activity WHERE id = ?)", arguments: [other])
        if isKnown != true { throw Refusal.invalid(field: field, .unknownRecord(other)) }
      }
    }
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
