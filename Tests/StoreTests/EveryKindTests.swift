import Foundation
import GRDB
import Model
import RandomRecords
import Testing

@testable import Store

/// Records of every kind that name two people, at random: what a merge leaves, and what an erasure leaves.
@Suite struct EveryKindTests {
  private let folder: TemporaryFolder
  private let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(folder.store, who: "ben", creating: true)
  }

  /// Nobody else is called so, and no other record says so.
  private static let gone = "zz-gone"
  private static let stays = "ann-stays"
  private static let person = [
    "name": "Zzyzx, Quentin", "emails": "quentin@zzyzx.example", "notes": "secretword", "country": "KE",
  ]
  private static let traces = [gone, "zzyzx", "quentin", "secretword"]
  /// What rules beside the field tables ask for.
  private static let fixed = [
    "survey_state": "draft", "anonymity": "named", "report_state": "draft", "releases": "", "agreements": "",
    "parent": "",
    "depends_on": "",
  ]

  // MARK: Making a store

  private func fill(seed: UInt64) throws {
    var random = RandomRecords(seed: seed, known: [:])
    try library.add(
      Stakeholder(id: Self.gone, version: 0, values: Self.person), .named("Ann Other", id: Self.stays))
    random.known = [
      .stakeholder: [Self.stays], .activity: Decision.adopted.activities.map(\.id),
      .launch: Decision.adopted.launches.map(\.id),
    ]
    // Whatever is a part of another, or names it, comes after that.
    let first: [RecordKind] = [.plan, .feed, .question, .survey, .product, .call, .spokesperson, .event]
    let rest = RecordKind.allCases.filter { !first.contains($0) && $0 != .merged }
    for kind in first + rest { try add(kind.type, &random) }
  }

  private func id<R: Model.Record>(_ number: Int, _: R.Type, _ random: inout RandomRecords) -> RecordID {
    switch R.kind {
    case .launchCell: return "\(Decision.adopted.launches[0].id)/t2.\(number + 1)/2016-01"
    case .toldApart: return "\(Self.gone)/\(Self.stays)-\(number)"
    default:
      let whole = R.whole.flatMap { random.known?[$0]?.first }
      return [whole, "\(R.kind.rawValue)-\(number)"].compactMap(\.self).joined(separator: "/")
    }
  }

  /// Three of a kind: one names the person, one did once and one was changed to; each has a draft over it.
  private func add<R: Model.Record>(_: R.Type, _ random: inout RandomRecords) throws {
    for number in 0..<3 {
      let id = id(number, R.self, &random)
      let plain = try fixing(random.record(id, as: R.self))
      let theirs = naming(plain)
      // What was told apart never changes.
      let isFixed = number == 0 || R.kind == .toldApart
      let (before, after) = number == 1 && !isFixed ? (theirs, plain) : (isFixed ? theirs : plain, theirs)
      try library.apply(AddRecord(before))
      random.known?[R.kind, default: []].append(plain.id)
      if before != after, let stored = try library.read(RecordByID<R>(plain.id)) {
        var edited = after
        edited.version = stored.version
        try library.apply(EditRecord(base: stored, edited: edited))
      }
      try library.keep(
        Draft(kind: R.kind, record: plain.id, basedOn: 1, at: 0, base: plain.values, typed: theirs.values))
    }
  }

  private func fixing<R: Model.Record>(_ record: R) throws -> R {
    var record = record
    for (name, text) in Self.fixed { try R.field(name)?.write(text, to: &record) }
    return record
  }

  /// The same record with the person in every field that may name one, and with what the field's rule says of them.
  private func naming<R: Model.Record>(_ plain: R) -> R {
    let person = RecordReference(.stakeholder, Self.gone)
    var record = plain
    for field in R.fields(naming: .stakeholder) where field.name != "second" {
      let text: String
      switch field.entry {
      case .reference(let form): text = form.text(person)
      case .references(let form):
        text = [form.text(person), form.text(RecordReference(.stakeholder, Self.stays))]
          .joined(separator: "; ")
      case .items(let parts):
        text = ListText.entry(parts: parts.map { words(for: $0, of: R.onErasure[field.name], person) })
      default: continue
      }
      try? field.write(text, to: &record)
      if case .stays(let others, _)? = R.onErasure[field.name], field.holdsNoParts {
        for other in others.compactMap(R.field) { try? other.write("of quentin", to: &record) }
      }
    }
    return record
  }

  private func words(for part: Part, of rule: OnErasure?, _ person: RecordReference) -> String {
    switch part.entry {
    case .reference(let form): return form.text(person)
    case .line where rule == .dropsEntry: return "of quentin"
    case .line: if case .stays(let others, _)? = rule, others.contains(part.name) { return "of quentin" }
    default: break
    }
    return part.entry == .line && part.name == "organization" ? "House" : ""
  }

  // MARK: Looking at it

  /// Every value of every table as text, but for what full-text indexes keep for themselves.
  private func values() throws -> [(place: String, text: String)] {
    try library.withReader { reader in
      let tables = try String.fetchAll(
        reader.db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_search%'")
      return try tables.flatMap { table in
        try Row.fetchAll(reader.db, sql: "SELECT * FROM \"\(table)\"").flatMap { row in
          row.map { ("\(table).\($0)", String.fromDatabaseValue($1) ?? "") }
        }
      }
    }
  }

  /// Where the records, and the last that the journal says of each, name the person.
  private func naming() throws -> [String] {
    func look<R: Model.Record>(_: R.Type) throws -> [String] {
      let person = RecordReference(.stakeholder, Self.gone)
      let rows: [Row] = try library.withReader { reader in
        let kind = R.kind.rawValue
        let last = """
          SELECT record, after FROM journal_row WHERE kind = '\(kind)' AND after IS NOT NULL
          AND EXISTS (SELECT 1 FROM "\(kind)" WHERE id = record) ORDER BY rowid
          """
        return try Row.fetchAll(reader.db, sql: "SELECT id, body FROM \"\(kind)\"")
          + Dictionary(
            try Row.fetchAll(reader.db, sql: last).map { ($0[0] as String, $0) }, uniquingKeysWith: { $1 }
          ).values
      }
      return rows.filter { row in
        R.references(in: Body.values(row[1])).contains(person)
          && !R.onErasure.values.contains(.marksCopy)
      }.map { "\(R.kind) \($0[0] as String)" }
    }
    return try RecordKind.allCases.flatMap { try look($0.type) }
  }

  private func bodies() throws -> [String: String] {
    try library.withReader { reader in
      var bodies: [String: String] = [:]
      for kind in RecordKind.allCases {
        for row in try Row.fetchAll(reader.db, sql: "SELECT id, body FROM \"\(kind.rawValue)\"") {
          bodies["\(kind) \(row[0] as String)"] = "\(Body.values(row[1]).sorted { $0.key < $1.key })"
        }
      }
      return bodies
    }
  }

  private func bytes() throws -> String {
    try ["", "-wal"].map { suffix in
      let path = folder.store + suffix
      guard FileManager.default.fileExists(atPath: path) else { return "" }
      return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }.joined().lowercased()
  }

  private func merge() throws {
    let (first, second) = (try library.stakeholder(Self.stays), try library.stakeholder(Self.gone))
    try library.apply(MergeStakeholders(StakeholderMerge(try #require(first), try #require(second))))
  }

  private func expectNothingLeft() throws {
    for (place, text) in try values() {
      for trace in Self.traces where text.lowercased().contains(trace) { Issue.record("\(place): \(text)") }
    }
    let bytes = try bytes()
    for trace in Self.traces {
      // What stands before it tells of which record it is.
      let place = bytes.range(of: trace).map { found in
        bytes[..<found.upperBound].suffix(300).filter { $0.isASCII && !$0.isNewline && $0 >= " " }
      }
      #expect(place == nil, "\(trace) in the file")
    }
    #expect(try library.damage().isEmpty)
  }

  // MARK: Expectations

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `After a merge nothing names the record that is gone, and undo brings all back`(_ seed: UInt64) throws
  {
    try fill(seed: seed)
    #expect(try !naming().isEmpty)
    let before = try bodies()
    try merge()
    #expect(try naming() == [])
    for draft in try library.read(Drafts()) where draft.record != Self.gone {
      #expect(!"\(draft.typed)\(draft.base)".contains(Self.gone), "\(draft.kind)")
    }
    try library.undo()
    let after = try bodies()
    for (record, body) in before { #expect(after[record] == body, "\(record)") }
    #expect(after.count == before.count)
    try library.redo()
    #expect(try naming() == [])
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `After an erasure nothing in the file mentions the person`(_ seed: UInt64) throws {
    try fill(seed: seed)
    #expect(try bytes().contains(Self.gone))
    _ = try library.erase(Self.gone, why: "asked")
    try expectNothingLeft()
  }

  @Test(arguments: 4...5 as ClosedRange<UInt64>)
  func `Whoever was merged into another is erased with them`(_ seed: UInt64) throws {
    try fill(seed: seed)
    try merge()
    _ = try library.erase(Self.stays, why: "asked")
    try expectNothingLeft()
    for (place, text) in try values() where text.lowercased().contains(Self.stays) {
      Issue.record("\(place): \(text)")
    }
    let isLeft = try bytes().contains(Self.stays)
    #expect(!isLeft)
  }

  @Test func `A merge that was taken back keeps nothing of the one who is erased`() throws {
    try fill(seed: 6)
    try merge()
    try library.undo()
    _ = try library.erase(Self.gone, why: "asked")
    try expectNothingLeft()
    #expect(try library.stakeholder(Self.stays)?.name == "Ann Other")
  }
}

extension Field {
  /// What a rule says of other fields it says of parts where entries have several.
  fileprivate var holdsNoParts: Bool { if case .items = entry { false } else { true } }
}
