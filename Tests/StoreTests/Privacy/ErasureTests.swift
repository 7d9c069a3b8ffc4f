import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite struct ErasureTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("outreach-\(UUID().uuidString)")

  private func person(_ id: RecordID, _ values: [String: String]) -> Stakeholder {
    Stakeholder(id: id, version: 0, values: values)
  }

  /// Zzyzx has a history, contacts, drafts and a place in a release; nobody else is called so.
  private func fill(_ library: Library) throws {
    let zzyzx = person(
      "zz",
      ["name": "Zzyzx, Quentin", "country": "KE", "emails": "quentin@zzyzx.example", "notes": "secretword"])
    try library.apply(AddRecord(zzyzx))
    try library.apply(AddRecord(person("ann", ["name": "Ann", "emails": "ann@example.org"])))
    let stored = try #require(try library.read(RecordByID<Stakeholder>("zz")))
    var edited = stored
    edited.emails = ["other@zzyzx.example"]
    try library.apply(EditRecord(base: stored, edited: edited))
    var contact = Engagement(id: "e1")
    (contact.stakeholder, contact.subject) = ("zz", "Asked Zzyzx for a figure")
    try library.apply(AddRecord(contact))
    try library.keep(
      Draft(
        kind: .stakeholder, record: "zz", basedOn: 2, at: 0, base: edited.values,
        typed: ["notes": "secretword"]))
    try library.keep(
      Draft(
        kind: .engagement, record: "e2", basedOn: 0, at: 0, base: [:],
        typed: ["stakeholder": "zz", "subject": "Zzyzx again"]))
    // What was typed in a prompt about the person, and in a second window.
    try library.keep(
      Draft(kind: nil, record: "stakeholder:zz privacy.keep", base: [:], typed: ["line": "Zzyzx, until 2020"])
    )
    try library.keep(
      Draft(
        kind: .stakeholder, record: "zz", basedOn: 2, base: edited.values, typed: ["notes": "secretword 2"]))
  }

  private func bytes(of path: String) -> String {
    ["", "-wal"].map { suffix in
      let data = (try? Data(contentsOf: URL(fileURLWithPath: path + suffix))) ?? Data()
      return String(decoding: data, as: UTF8.self)
    }.joined().lowercased()
  }

  @Test func `Nothing of the person is left in the file`() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("s.sqlite").path
    let library = try Library.open(path, who: "ben", creating: true)
    try fill(library)
    #expect(bytes(of: path).contains("zzyzx"))
    let erasure = try library.erase("zz", why: "asked on 3 March")
    #expect(erasure == Erasure(journalRows: 3, drafts: 4, engagements: 1))
    let left = bytes(of: path)
    for trace in ["zzyzx", "quentin", "secretword"] { #expect(!left.contains(trace), "\(trace)") }
    #expect(left.contains("ann@example.org"))
    #expect(try library.check().isEmpty)
  }

  @Test(arguments: [
    Draft(kind: .stakeholder, record: "zz", base: [:], typed: ["notes": "secretword"]),
    Draft(kind: .concern, record: "c9", base: ["person": "zz"], typed: ["text": "secretword"]),
    Draft(kind: .launch, record: "l9", base: [:], typed: ["team": "ann; zz"]),
    Draft(kind: nil, record: "stakeholder:zz privacy.keep", base: [:], typed: ["line": "secretword"]),
  ])
  func `A draft that lay outside the store is recognized`(draft: Draft) throws {
    let library = try Library.inMemory(who: "ben")
    try fill(library)
    #expect(try !library.isOfErased(draft))
    _ = try library.erase("zz", why: "asked")
    #expect(try library.isOfErased(draft))
    let other = Draft(kind: .stakeholder, record: "ann", base: [:], typed: ["notes": "zzz or a zz-like word"])
    #expect(try !library.isOfErased(other))
  }

  @Test func `What else has the name in its words is named for somebody to look at`() throws {
    let library = try Library.inMemory(who: "ben")
    try fill(library)
    try library.apply(
      AddRecord(Partnership(id: "p", version: 0, values: ["name": "P", "note": "As ZZYZX, Quentin said"])))
    try library.apply(AddRecord(Risk(id: "r", version: 0, values: ["name": "R", "note": "Quentin  Zzyzx"])))
    try library.apply(AddRecord(person("pat", ["name": "Pat", "notes": "Asked by Zzyzx; Quentin too"])))
    try library.apply(AddRecord(person("note", ["name": "Note"])))
    #expect(try library.read(PersonalDataOf("note"))?.mentions == [])
    let named: [RecordReference] = [.init(.partnership, "p"), .init(.stakeholder, "pat")]
    let data = try #require(try library.read(PersonalDataOf("zz")))
    // The contact stands there whole already.
    #expect(data.mentions == named && data.all(Engagement.self).map(\.id) == ["e1"])
    #expect(try library.erase("zz", why: "asked").mentions == named)
  }

  @Test func `Undo cannot bring them back`() throws {
    let library = try Library.inMemory()
    try fill(library)
    _ = try library.erase("zz", why: "asked")
    // What is left to undo is the other record alone.
    try library.undo()
    #expect(throws: Refusal.nothingToUndo) { try library.undo() }
    #expect(try library.read(RecordByID<Stakeholder>("zz")) == nil)
    #expect(try library.read(RecentChanges(limit: 9)).count == 2)
  }

  @Test func `A later import recognizes them`() throws {
    let library = try Library.inMemory()
    #expect(try library.erasedCheck() == nil)
    try fill(library)
    _ = try library.erase("zz", why: "asked")
    let isErased = try #require(try library.erasedCheck())
    let known: [[String: String]] = [
      ["name": "Q. Z.", "emails": "Quentin@zzyzx.example"], ["name": "Quentin Zzyzx", "country": "KE"],
      ["name": "x", "emails": "other@zzyzx.example"], ["name": "ZZYZX Quentin"],
    ]
    for values in known { #expect(isErased(person("new", values)), "\(values)") }
    let others: [[String: String]] = [
      ["name": "Quentin Zzyzx", "country": "FR", "emails": "q@elsewhere.example"], ["name": "Ann"],
      ["name": "Quentin", "country": "KE"],
    ]
    for values in others { #expect(!isErased(person("new", values)), "\(values)") }
  }

  @Test func `The log says that it was done and nothing else`() throws {
    let library = try Library.inMemory()
    try fill(library)
    _ = try library.erase("zz", why: "asked on 3 March")
    let log = try library.read(Disclosures())
    #expect(log.map(\.name) == ["erase"])
    #expect((log[0].purpose, log[0].records, log[0].who) == ("asked on 3 March", 1, "tester"))
    #expect(throws: Refusal.gone(title: "zz")) { try library.erase("zz", why: "again") }
  }

  @Test func `Who brought a partnership in stays known when its partner is erased, and no value does`()
    throws
  {
    let library = try Library.inMemory(who: "ben")
    try fill(library)
    let one = Partnership(
      id: "p", version: 0, values: ["name": "With Quentin", "partner": "zz", "note": "secretword"])
    try library.apply(ImportRecords(new: [one]))
    var edited = try #require(try library.read(RecordByID<Partnership>("p")))
    edited.note = "secretword twice"
    try library.apply(
      EditRecord(base: try #require(try library.read(RecordByID<Partnership>("p"))), edited: edited))
    _ = try library.erase("zz", why: "asked")
    let history = try library.read(RecordHistory(.partnership, "p"))
    #expect(history.entries.map(\.name) == ["edit", "import"])
    #expect(history.entries.allSatisfy { $0.isEmptied && $0.who == "ben" && $0.fields.isEmpty })
    #expect(history.isEmptied(after: 0) && !history.isLost)
    // Nobody brings the values back, and what else was done can be undone.
    try library.undo()
    #expect(try library.read(RecordByID<Partnership>("p"))?.partner == "")
    #expect(try library.read(RecordByID<Stakeholder>("ann")) == nil)
  }
}
