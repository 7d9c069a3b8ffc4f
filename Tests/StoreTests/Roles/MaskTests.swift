import Foundation
import GRDB
import Model
import RandomRecords
import Testing

@testable import Store

/// What is private is not to be read by whoever does not see contact details, whatever they ask.
@Suite struct MaskTests {
  private let folder: TemporaryFolder
  private let boss: Library
  private static let day = Day("2015-09-15")!
  /// Stands in every private field, and nowhere else.
  private static let sentinel = "zq7sentinel@private.example"

  init() throws {
    folder = try TemporaryFolder()
    boss = try Library.open(folder.store, who: "boss", creating: true, clock: { Self.day.number * 86_400 })
    for role in OfficeRole.allCases {
      try boss.grant(
        RoleGrant(
          login: role.rawValue, role: role, launch: role.isBound ? Launch.pollination : "",
          from: role.isBound ? Self.day : nil, until: role.isBound ? Self.day : nil))
    }
    try boss.add(
      .named("Ann Banda", id: "ann") {
        ($0.emails, $0.phones, $0.notes) = ([Self.sentinel], ["+1 555 \(Self.sentinel)"], Self.sentinel)
        $0.addresses = [Self.sentinel]
      })
    for kind in Masks.fields.keys where kind != .stakeholder { try put(kind.type) }
    try boss.edit("ann") { $0.emails = ["new." + Self.sentinel] }
  }

  /// A record of a kind as an import of rows would leave it, with the sentinel in each private field.
  private func put<R: Model.Record>(_: R.Type) throws {
    var values = [
      "name": "N", "stakeholder": "ann", "subject": "Call", "day": "2015-09-01", "country": "KE", "text": "T",
      "question": "Q", "launch": Launch.pollination, "capacity": "offer",
    ].filter { R.field($0.key) != nil }
    for name in Masks.fields[R.kind] ?? [] { values[name] = Self.sentinel }
    let body = Body.text(values)
    try boss.writer.write { db in
      let columns = try String.fetchAll(
        db, sql: "SELECT name FROM pragma_table_info(?) WHERE pk = 0 OR name = 'id'",
        arguments: [R.kind.rawValue])
      #expect(columns.contains("body"))
      try db.execute(
        sql: """
          INSERT INTO "\(R.kind.rawValue)" (id, version, body) VALUES ('x', 1, ?)
          """, arguments: [body])
      try db.execute(
        sql: """
          INSERT INTO journal_row (journal, kind, record, title, before, after)
          VALUES (1, ?, 'x', 'N', ?, ?)
          """, arguments: [R.kind.rawValue, body, body])
      for login in OfficeRole.allCases {
        try db.execute(
          sql: """
            INSERT INTO draft (who, kind, record, based_on, at, base, body) VALUES (?, ?, 'x', 1, 1, ?, ?)
            """, arguments: [login.rawValue, R.kind.rawValue, body, body])
      }
    }
  }

  private func open(_ role: OfficeRole, isReadOnly: Bool = false) throws -> Library {
    try Library.open(
      folder.store, who: role.rawValue, isReadOnly: isReadOnly, clock: { Self.day.number * 86_400 })
  }

  /// The tables in which the sentinel is to be read by that way in, called as every question calls them.
  private func leaks(_ library: Library) throws -> [String] {
    try library.withReader { reader in
      let tables = try String.fetchAll(
        reader.db,
        sql:
          "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_search%' ESCAPE '\\'"
      )
      return try tables.filter { table in
        let rows = try Row.fetchAll(reader.db, sql: "SELECT * FROM \"\(table)\"")
        return rows.contains { row in
          row.contains { String.fromDatabaseValue($0.1)?.lowercased().contains("zq7sentinel") == true }
        }
      }
    }
  }

  @Test(arguments: OfficeRole.allCases, [false, true])
  func `No table gives what is private to who does not see it`(role: OfficeRole, isReadOnly: Bool) throws {
    let leaks = try leaks(open(role, isReadOnly: isReadOnly))
    if role.seesContacts {
      #expect(Set(leaks).isSuperset(of: Masks.fields.keys.map(\.rawValue) + ["journal_row", "draft"]))
    } else {
      #expect(leaks == [])
    }
  }

  @Test func `Nobody finds a person by what they do not see`() throws {
    for role in OfficeRole.allCases {
      let library = try open(role)
      let found = role.seesContacts ? ["Ann Banda"] : []
      for text in [Self.sentinel, "zq7sentinel", "zq7", "private example"] {
        #expect(try library.find(text) == found, "\(role) \(text)")
        let filter = StakeholderFilter(text: text)
        #expect(try library.read(StakeholderCount(filter)) == found.count, "\(role) \(text)")
      }
      #expect(try library.read(StakeholdersByEmail(["new." + Self.sentinel])).count == found.count, "\(role)")
      #expect(try library.find("banda") == ["Ann Banda"], "\(role)")
    }
  }

  @Test func `History, drafts and records are whole but for it`() throws {
    let viewer = try open(.viewer)
    let ann = try #require(try viewer.stakeholder("ann"))
    #expect((ann.name, ann.emails, ann.phones, ann.notes) == ("Ann Banda", [], [], ""))
    #expect(try viewer.read(Drafts()).allSatisfy { !"\($0)".contains("zq7") })
    #expect(try !"\(viewer.read(RecentChanges(limit: 100)))".contains("zq7"))
    #expect(try !"\(viewer.read(RecordHistory(.stakeholder, "ann")))".contains("zq7"))
    var all: [Stakeholder] = []
    try viewer.eachStakeholder(includingRetired: true) { all += $0 }
    #expect(all.map(\.emails) == [[]])
  }

  @Test func `What somebody does not see they neither clear nor replace`() throws {
    let pr = try open(.consultancy)
    var event = Event(id: "e", version: 0, values: ["name": "Briefing", "launch": Launch.pollination])
    event.start = .day(Self.day)
    event.extra = ["ATTENDEE:mailto:\(Self.sentinel)"]
    try boss.apply(AddRecord(event))
    let seen = try #require(try pr.read(RecordByID<Event>("e")))
    #expect(seen.extra == [])
    var edited = seen
    edited.place = "Bonn"
    let written = try pr.apply(EditRecord(base: seen, edited: edited))
    #expect(written.all(Event.self).map(\.extra) == [[]])
    let stored = try #require(try boss.read(RecordByID<Event>("e")))
    #expect((stored.place, stored.extra) == ("Bonn", event.extra))
    let again = try #require(try pr.read(RecordByID<Event>("e")))
    edited = again
    edited.extra = ["X-A:b"]
    #expect(throws: Refusal.needsRole(.editor, held: ["administrator", "boss", "editor", "publisher"])) {
      try pr.apply(EditRecord(base: again, edited: edited))
    }
  }

  @Test func `Who stops to see contact details stops at once, and what was read is read anew`() throws {
    let editor = try open(.editor)
    #expect(try editor.stakeholder("ann")?.emails.count == 1)
    try boss.grant(RoleGrant(login: "editor", role: .viewer))
    try boss.revoke(.editor, from: "editor")
    _ = try editor.poll()
    #expect(try editor.stakeholder("ann")?.emails == [])
    #expect(try leaks(editor) == [])
    try boss.grant(RoleGrant(login: "editor", role: .editor))
    _ = try editor.poll()
    #expect(try editor.stakeholder("ann")?.emails.count == 1)
  }
}
