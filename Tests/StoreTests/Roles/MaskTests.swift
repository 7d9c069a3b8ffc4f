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
        ($0.interests, $0.mandate) = ("Soil; ask \(Self.sentinel)", "Call +41 22 555 01 99, \(Self.sentinel)")
        $0.offers = [Capacity(kind: .expertise, subject: "Help by \(Self.sentinel)")]
      })
    for kind in Self.kinds where kind != .stakeholder { try put(kind.type) }
    try boss.edit("ann") { $0.emails = ["new." + Self.sentinel] }
  }

  private static let kinds = Set(Masks.fields.keys).union(SeenTexts.fields.keys)

  /// The same in the words of a text, or of an entry.
  private static func words(_ entry: Entry) -> String {
    guard case .items(let parts) = entry else { return "Ask \(sentinel), or +41 22 555 01 99." }
    return ListText.entry(
      parts: parts.map { SeenTexts.own.contains($0.name) ? "ask \(sentinel)" : "" })
  }

  /// A record of a kind as an import of rows would leave it, with the sentinel in each private field.
  private func put<R: Model.Record>(_: R.Type) throws {
    var values = [
      "name": "N", "stakeholder": "ann", "subject": "Call", "day": "2015-09-01", "country": "KE", "text": "T",
      "question": "Q", "launch": Launch.pollination, "capacity": "offer",
    ].filter { R.field($0.key) != nil }
    for name in Masks.fields[R.kind] ?? [] { values[name] = Self.sentinel }
    // What is half typed is of whoever typed it; what it was typed over is not.
    let typed = Body.text(values)
    for (name, entry) in SeenTexts.fields[R.kind] ?? [:] { values[name] = Self.words(entry) }
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
            """, arguments: [login.rawValue, R.kind.rawValue, body, typed])
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
      #expect(Set(leaks).isSuperset(of: Self.kinds.map(\.rawValue) + ["journal_row", "draft"]))
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

  @Test func `In texts signs stand in the place of contact details, and what stands there stays`() throws {
    let (pr, ask) = (try open(.consultancy), "Ask \(Self.sentinel) or call +41 22 555 01 99.")
    var event = Event(id: "e", version: 0, values: ["name": "Briefing", "launch": Launch.pollination])
    (event.start, event.note) = (.day(Self.day), ask)
    try boss.apply(AddRecord(event))
    func seen() throws -> Event { try #require(try pr.read(RecordByID<Event>("e"))) }
    func stored() throws -> Event { try #require(try boss.read(RecordByID<Event>("e"))) }
    #expect(try seen().note == "Ask […] or call […].")
    #expect(try "\(pr.read(RecordHistory(.event, "e")))".contains("Ask […] or call […]."))
    func edit(_ change: (inout Event) -> Void) throws -> Event? {
      let base = try seen()
      var edited = base
      change(&edited)
      return try pr.apply(EditRecord(base: base, edited: edited)).record("e")
    }
    #expect(try edit { $0.place = "Bonn" }?.note == "Ask […] or call […].")
    #expect(try (stored().place, stored().note) == ("Bonn", ask))
    #expect(try edit { $0.note = "Soon: ask […], then call […]!" }?.note == "Soon: ask […], then call […]!")
    #expect(try stored().note == "Soon: ask \(Self.sentinel), then call +41 22 555 01 99!")
    for note in ["Ask […].", "", "Nobody"] {
      #expect(throws: Refusal.self, "\(note)") { try edit { $0.note = note } }
    }
    try pr.undo()
    #expect(try stored().note == ask)
  }

  @Test func `Of entries each keeps what it says`() throws {
    let entry = try #require(SeenTexts.fields[.opportunity]?["told"])
    let stored = "2015-09-01 |  | email |  | 3 | by a@b.example; 2015-09-02 |  | email |  | 4 | plain"
    let seen = "2015-09-01 |  | email |  | 3 | by […]; 2015-09-02 |  | email |  | 4 | plain"
    #expect(SeenTexts.values(["told": stored], of: .opportunity) == ["told": seen])
    #expect(SeenTexts.whole(seen, over: stored, entry) == stored)
    let more = "2015-09-03 |  | email |  | 5 | new; " + seen
    #expect(SeenTexts.whole(more, over: stored, entry) == "2015-09-03 |  | email |  | 5 | new; " + stored)
    #expect(SeenTexts.whole("2015-09-02 |  | email |  | 4 | plain", over: stored, entry) == nil)
    // What the program goes on with has them.
    #expect(SeenTexts.whole(stored + "; x", over: stored, entry) == stored + "; x")
  }

  @Test(arguments: [
    "a@b.example", "a＠b.example", "tel. 44123", "٠١٢٣٤٥٦٧٨", "+41 22 555 01 99",
    "+41-22-555-01-99 on 2015-09-15",
    "ana (at) example (dot) org", "ana [ at ] example.org", "ana (собака) example.org", "t.me/ana",
    "FACEBOOK.COM/ana.banda", "linkedin.com/in/ana", "ok.ru/ana", "Skype: ana.banda", "微信：ana-banda",
    "०१२३४५६७८",
  ])
  func `What a closer look finds is never passed over`(_ text: String) {
    let isFound = ContactText(text).details.count == 1 || text == "०१२३४५६७८"
    #expect(isFound && ContactHints.mayTell(text))
    #expect(ContactHints.mayTell(Body.text(["day": "2015-09-15", "note": "See " + text])))
  }

  @Test func `Most bodies need no closer look`() {
    let body = Body.text([
      "consents": "register | yes | consent | register | form | 2015-01-07", "name": "Ünal 王",
      "reach": "1200",
      "ror": "https://ror.org/x", "time": "10:30",
      "affiliations": "Institute (Bonn) | x | 2012-01-01 | 2015-09-15",
    ])
    #expect(!ContactHints.mayTell(body))
  }

  @Test func `Nothing but contact details goes out of a text`() {
    for text in [
      "On 15 September 2015, 10:30, see 3(b)(i), page 25 000", "ISBN 978-92-807-3567-3", "ask Ana",
    ] {
      #expect(SeenTexts.values(["note": text], of: .event) == ["note": text])
    }
    let report = ["facts": "{\"x\":\"a@b.example\"}", "text": "a@b.example"]
    #expect(SeenTexts.values(report, of: .report)["facts"] == report["facts"])
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
