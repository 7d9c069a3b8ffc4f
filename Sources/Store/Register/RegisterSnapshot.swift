import Model

/// The register as it is in one moment: who would stand in the next release, and what came of those who stood
/// in the last one.
public struct RegisterSnapshot {
  let reader: Reader
  private let hash: KeyedHash?

  init(_ reader: Reader) throws {
    self.reader = reader
    hash = try reader.hash
  }

  /// Hands out the entries of a release by name.
  /// - Parameter numbers: those of its entries, by their stakeholders.
  public func eachEntry(
    numbers: [RecordID: Int], batch: Int = 500, _ body: ([RegisterEntry]) throws -> Void
  ) throws {
    var entries: [RegisterEntry] = []
    try eachAgreed { stakeholder in
      guard case .listed(var entry) = PublicRegister.standing(of: stakeholder) else { return }
      entry.number = numbers[entry.stakeholder] ?? 0
      entries.append(entry)
      guard entries.count == batch else { return }
      try body(entries)
      entries.removeAll(keepingCapacity: true)
    }
    if !entries.isEmpty { try body(entries) }
  }

  /// Everybody in use who agreed, in the order of lists; the index answers who they are.
  private func eachAgreed(_ body: (Stakeholder) throws -> Void) throws {
    let agreed = StakeholderFilter(facets: [.consent: [ConsentUse.register.rawValue]])
    let (condition, arguments) = agreed.conditions()
    let cursor = try reader.cursor(
      "SELECT id, version, body FROM stakeholder WHERE \(condition) ORDER BY name_key, id", arguments)
    while let row = try cursor.next() { try body(Stakeholder(row)) }
  }

  /// What the next release would be, against the last one.
  /// - Parameter progress: hears how many were looked at.
  public func plan(_ progress: (Int) throws -> Void = { _ in }) throws -> RegisterPlan {
    try planned(progress).plan
  }

  func planned(_ progress: (Int) throws -> Void) throws -> (plan: RegisterPlan, rows: [RegisterRow]) {
    var plan = RegisterPlan()
    plan.last = try Releases().answer(in: reader).last?.release
    plan.number = (plan.last?.number ?? 0) + 1
    var before = try rows(of: plan.last?.id)
    var lines = (new: [RegisterPlan.Line](), changed: [RegisterPlan.Line](), leftOut: [RegisterPlan.Line]())
    var rows: [RegisterRow] = []
    try eachAgreed { stakeholder in
      switch PublicRegister.standing(of: stakeholder) {
      case .listed(let entry):
        plan.fields.formUnion(entry.values.map(\.field))
        let old = before.removeValue(forKey: stakeholder.id)
        let row = RegisterRow(entry, number: old?.number ?? 0, hash: hash)
        rows.append(row)
        if let old {
          if old.digest == row.digest {
            plan.unchanged += 1
          } else {
            lines.changed.append(row.line(.changed(row.differences(from: old)), lastNumber: old.number))
          }
        } else {
          lines.new.append(row.line(.new))
        }
      case .nameless:
        let isNew = before[stakeholder.id] == nil
        if isNew {
          lines.leftOut.append(.init(.leftOut, stakeholder: stakeholder.id, title: stakeholder.title))
        }
      case .retired, .notAgreed: break
      }
      try progress(rows.count)
    }
    plan.entries = rows.count
    plan.lines = try withdrawn(before) + lines.leftOut + lines.changed + lines.new
    try number(&rows)
    return (plan, rows)
  }

  /// Gives those the next numbers that have none, in an order that says nothing of their names: where a number is
  /// missing later, nobody reads from those beside it whose it was.
  private func number(_ rows: inout [RegisterRow]) throws {
    let last = try reader.value(Int.self, "SELECT max(number) FROM register_entry") ?? 0
    let new = rows.indices.filter { rows[$0].number == 0 }
      .map { (place: $0, order: KeyedHash.mixed(rows[$0].stakeholder)) }.sorted { $0.order < $1.order }
    for (offset, row) in new.enumerated() { rows[row.place].number = last + 1 + offset }
  }

  /// The releases before one that has these entries, the newest first.
  func earlier(than number: Int, _ rows: some Sequence<RegisterRow>) throws -> [EarlierRelease] {
    let digests = Dictionary(rows.map { ($0.stakeholder, $0.digest) }, uniquingKeysWith: { $1 })
    return try Releases().answer(in: reader).filter { $0.release.number < number }.reversed().map { row in
      EarlierRelease(
        number: row.release.number, day: row.release.day, entries: row.entries,
        isOffered: try stands(row.release.id, in: digests))
    }
  }

  /// Whether all that a release said is still said.
  private func stands(_ release: RecordID, in digests: [RecordID: String]) throws -> Bool {
    let cursor = try reader.cursor("SELECT * FROM register_entry WHERE release = ?", [release])
    while let row = try cursor.next() {
      let row = RegisterRow(row)
      guard let now = digests[row.stakeholder], !row.digest.isEmpty else { return false }
      // Most stay as they are.
      if now == row.digest { continue }
      if !Set(now.split(separator: ";")).isSuperset(of: row.digest.split(separator: ";")) { return false }
    }
    return true
  }

  /// The numbers of a release by their stakeholders.
  public func numbers(of release: RegisterRelease) throws -> [RecordID: Int] {
    try rows(of: release.id).mapValues(\.number)
  }

  /// The entries of a release by their stakeholders.
  private func rows(of release: RecordID?) throws -> [RecordID: RegisterRow] {
    guard let release else { return [:] }
    var rows: [RecordID: RegisterRow] = [:]
    let cursor = try reader.cursor("SELECT * FROM register_entry WHERE release = ?", [release])
    while let row = try cursor.next() {
      let row = RegisterRow(row)
      rows[row.stakeholder] = row
    }
    return rows
  }

  private func withdrawn(_ rows: [RecordID: RegisterRow]) throws -> [RegisterPlan.Line] {
    try rows.values.sorted { $0.number < $1.number }.map { row in
      let stakeholder = try reader.record(Stakeholder.self, row.stakeholder)
      let reason: RegisterPlan.Line.Reason =
        switch stakeholder.map(PublicRegister.standing) {
        case .nameless: .nameless
        case .retired: .retired
        case .notAgreed, .listed: .notAgreed
        case nil: row.title.isEmpty ? .erased : .removed
        }
      return .init(
        .withdrawn(reason), stakeholder: stakeholder?.id, title: row.title, lastNumber: row.number)
    }
  }

  /// To whom one writes about the register: `Name <address>`; empty where nobody said so.
  public var contact: String {
    get throws { try OfficeSetting(.registerContact).answer(in: reader) }
  }

  /// The head of an edition that was released.
  public func content(of release: RegisterRelease) throws -> RegisterContent {
    let previous = try Releases().answer(in: reader).last { $0.release.number < release.number }
    let withdrawn = try reader.values(
      Int.self,
      """
      SELECT number FROM register_entry e WHERE release = ? AND NOT EXISTS (
        SELECT 1 FROM register_entry WHERE release = ? AND stakeholder = e.stakeholder)
      ORDER BY number
      """, [previous?.release.id, release.id])
    let rows = try rows(of: release.id)
    let fields = Set(rows.values.lazy.flatMap(\.fields))
    var content = RegisterContent(
      release, previous: previous?.release.number ?? 0, withdrawn: withdrawn, entries: rows.count,
      fields: fields)
    content.earlier = try earlier(than: release.number, rows.values)
    return content
  }

  /// How many entries of a release are not any more as they were published, those that are gone included.
  public func differing(from release: RegisterRelease) throws -> Int {
    var rows = try rows(of: release.id)
    let count = rows.count
    var (same, now) = (0, 0)
    try eachEntry(numbers: [:]) { entries in
      now += entries.count
      for entry in entries {
        guard let row = rows.removeValue(forKey: entry.stakeholder) else { continue }
        if RegisterRow(entry, number: row.number, hash: hash).digest == row.digest { same += 1 }
      }
    }
    return max(now, count) - same
  }
}

/// An entry of a release as the store keeps it: whom it was about, and whether what stood there is the same.
struct RegisterRow {
  let stakeholder: RecordID
  /// From 1; 0 while it has none.
  var number: Int
  let title: String
  /// `name=9f86d081884c7d65;country=…`: the fields with keyed hashes of what they said.
  let digest: String

  init(_ entry: RegisterEntry, number: Int, hash: KeyedHash?) {
    (stakeholder, title, self.number) = (entry.stakeholder, entry.title, number)
    digest = entry.values.map { field, text in
      // The field is part of what is hashed: equal values of two fields do not show.
      let digest = hash?.digest("register \(field.rawValue) \(text)").prefix(16) ?? ""
      return "\(field.rawValue)=\(digest)"
    }.joined(separator: ";")
  }

  init(_ row: Row) {
    (stakeholder, number, title, digest) = (row["stakeholder"], row["number"], row["title"], row["digest"])
  }

  var fields: [RegisterField] {
    digest.split(separator: ";").compactMap { RegisterField(rawValue: String($0.prefix { $0 != "=" })) }
  }

  func line(_ change: RegisterPlan.Line.Change, lastNumber: Int = 0) -> RegisterPlan.Line {
    .init(change, stakeholder: stakeholder, title: title, lastNumber: lastNumber)
  }

  /// The fields that one of them has and the other has not, or says otherwise.
  func differences(from other: RegisterRow) -> [RegisterField] {
    let (mine, theirs) = (Set(digest.split(separator: ";")), Set(other.digest.split(separator: ";")))
    let names = Set(mine.symmetricDifference(theirs).map { String($0.prefix { $0 != "=" }) })
    return RegisterField.allCases.filter { names.contains($0.rawValue) }
  }
}

/// The releases of the register with the number of their entries, in the order of their numbers.
public struct Releases: Query {
  public struct Row: Sendable, Equatable {
    public let release: RegisterRelease
    public let entries: Int

    public init(release: RegisterRelease, entries: Int) {
      (self.release, self.entries) = (release, entries)
    }
  }

  public init() {}

  public func answer(in reader: Reader) throws -> [Row] {
    let counts = try reader.rows("SELECT release, count(*) FROM register_entry GROUP BY release")
    let byRelease = Dictionary(counts.map { ($0[0] as String, $0[1] as Int) }, uniquingKeysWith: { $1 })
    let made = try reader.all(RegisterRelease.self).filter { $0.number > 0 }
    return made.sorted { $0.number < $1.number }.map {
      Row(release: $0, entries: byRelease[$0.id] ?? 0)
    }
  }
}

/// What the next release of the register would be.
public struct NextRelease: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> RegisterPlan { try RegisterSnapshot(reader).plan() }
}

extension Library {
  /// Lends the register as it is in this moment.
  public func withRegister<T>(_ body: (RegisterSnapshot) throws -> T) throws -> T {
    // Comparing later needs a key that stays the same.
    try maintain { _ = try KeyedHash(making: $0) }
    return try withReader { try body(RegisterSnapshot($0)) }
  }
}
