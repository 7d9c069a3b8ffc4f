import GRDB
import Model
import Testing

@testable import Store

/// What others agreed to stays as it is, whichever way somebody comes.
@Suite struct MessageStoreTests {
  private let folder: TemporaryFolder
  private let mei: Library
  private let tom: Library

  init() throws {
    folder = try TemporaryFolder()
    mei = try Library.open(folder.store, who: "mei", creating: true)
    tom = try Library.open(folder.store, who: "tom")
  }

  private static let values = [
    "name": "Yield", "message_kind": "talking-point", "launch": "pollination", "text_en": "More yield.",
    "finding": "Yield rises", "confidence": "well established", "source_page": "p. 2",
  ]

  private func add(_ values: [String: String] = Self.values) throws {
    try mei.apply(AddRecord(Message(id: "x", version: 0, values: values)))
  }

  private func message(_ id: RecordID = "x") throws -> Message {
    try #require(try mei.read(RecordByID<Message>(id)))
  }

  private func agree(_ roles: AgreementRole...) throws {
    for role in roles {
      try mei.apply(AgreeMessage(try message(), role, who: role.rawValue, on: Day("2015-09-01")))
    }
  }

  private func edit(_ library: Library, _ change: (inout Message) -> Void) throws {
    let base = try message()
    var edited = base
    change(&edited)
    try library.apply(EditRecord(base: base, edited: edited))
  }

  @Test func `Every store has the messages of the decision, a new one and an old one`() throws {
    #expect(try mei.read(AllRecords<Message>()).count == Decision.adopted.messages.count)
    let path = folder.path + "/old.sqlite"
    let pool = try DatabasePool(path: path)
    try Schema.migrator.migrate(pool, upTo: "5 proposals of the network")
    try pool.close()
    for _ in 0..<2 {
      let old = try Library.open(path, who: "ben")
      #expect(try old.read(AllRecords<Message>()).map(\.id) == Decision.adopted.messages.map(\.id).sorted())
      #expect(try old.read(UndoOutlook()).undo == nil)
    }
  }

  @Test func `From the first word on the text stays, by form, by file and by undo`() throws {
    try add()
    try edit(tom) { $0.texts["en"] = "Much more yield." }
    try agree(.coChair)
    #expect(throws: Refusal.invalid(field: "text_en", .agreedAlready(1))) {
      try edit(tom) { $0.texts["en"] = "Less." }
    }
    #expect(throws: Refusal.invalid(field: "text_fr", .agreedAlready(1))) {
      try edit(mei) { $0.texts["fr"] = "Davantage." }
    }
    #expect(throws: Refusal.invalid(field: "finding", .agreedAlready(1))) {
      let base = try message()
      var other = base
      other.finding = "Nothing rises"
      try mei.apply(ImportRecords(new: [], changed: [(base, other)]))
    }
    // What tom did before stays done, and keeps nobody from what else they did.
    #expect(throws: Refusal.nothingToUndo) { try tom.undo() }
    #expect(try message().texts["en"] == "Much more yield.")
    try edit(tom) { $0.note = "Used at the briefing" }
    try tom.undo()
    #expect(try message().note == "")
  }

  @Test func `No form, no file and no undo speaks for those who agree`() throws {
    try add()
    let word = Agreement(who: "Ngozi", role: .coChair, day: nil, edition: 1)
    #expect(throws: Refusal.invalid(field: "agreements", .notByHand)) {
      try edit(mei) { $0.agreements = [word] }
    }
    #expect(throws: Refusal.invalid(field: "edition", .notByHand)) { try edit(mei) { $0.edition = 2 } }
    var other = Message(id: "y", version: 0, values: Self.values)
    other.agreements = [word]
    #expect(throws: Refusal.invalid(field: "agreements", .notByHand)) {
      try mei.apply(ImportRecords(new: [other]))
    }
    try agree(.coChair, .leadAuthor, .reviewEditor)
    #expect(throws: Refusal.invalid(field: "agreements", .notByHand)) { try edit(mei) { $0.agreements = [] } }
    #expect(throws: Refusal.nothingToUndo) { try mei.undo() }
    #expect(throws: Refusal.invalid(field: "agreements", .agreedAlready(1))) {
      try mei.apply(RemoveRecord(try message()))
    }
  }

  @Test func `A new edition asks everybody again, and the old words are kept`() throws {
    try add()
    #expect(throws: Refusal.invalid(field: "agreements", .missing)) {
      try mei.apply(NewEdition(try message()))
    }
    try agree(.coChair, .leadAuthor, .reviewEditor)
    #expect(try message().isAgreed)
    try mei.apply(NewEdition(try message()))
    #expect(try message().state == .draft && message().agreements.count == 3 && message().edition == 2)
    try edit(tom) { $0.texts["en"] = "More yield, in most crops." }
    // No undo leads back into the edition that they agreed to.
    #expect(throws: Refusal.nothingToUndo) { try mei.undo() }
    try tom.undo()
    #expect(try message().edition == 2 && message().texts["en"] == "More yield.")
    try agree(.coChair)
    #expect(try message().words.map(\.edition) == [2])
  }

  @Test func `Two roles are two people, of the base or not`() throws {
    try add()
    try mei.add(.named("Ngozi Okafor", id: "ngozi"), .named("N. Okafor", id: "twin"))
    try mei.apply(AgreeMessage(try message(), .coChair, who: "ngozi", on: nil))
    #expect(try message().agreements.first?.who == "Ngozi Okafor")
    #expect(throws: Refusal.invalid(field: "agreements", .agreedInAnotherRole("ngozi okafor"))) {
      try mei.apply(AgreeMessage(try message(), .leadAuthor, who: "ngozi okafor", on: nil))
    }
    #expect(throws: Refusal.invalid(field: "agreements", .agreedInAnotherRole("Okafor, Ngozi"))) {
      try mei.apply(AgreeMessage(try message(), .leadAuthor, who: "Okafor, Ngozi", on: nil))
    }
    #expect(throws: Refusal.invalid(field: "agreements", .agreedInAnotherRole("Ngozi Okafor"))) {
      try mei.apply(AgreeMessage(try message(), .coChair, who: "Somebody", on: nil))
    }
    try mei.apply(AgreeMessage(try message(), .leadAuthor, who: "twin", on: nil))
    // A merge would make one person of two roles.
    let (first, second) = (try mei.stakeholder("ngozi"), try mei.stakeholder("twin"))
    #expect(throws: Refusal.invalid(field: "agreements", .agreedInAnotherRole("N. Okafor"))) {
      try mei.apply(MergeStakeholders(StakeholderMerge(try #require(first), try #require(second))))
    }
  }

  @Test func `Who is merged or erased leaves the word that they gave`() throws {
    try add()
    try mei.add(.named("Ngozi Okafor", id: "ngozi"), .named("Okafor, Ngozi", id: "same"))
    try mei.apply(AgreeMessage(try message(), .coChair, who: "same", on: Day("2015-09-01")))
    try agree(.leadAuthor, .reviewEditor)
    let (first, second) = (try mei.stakeholder("ngozi"), try mei.stakeholder("same"))
    try mei.apply(MergeStakeholders(StakeholderMerge(try #require(first), try #require(second))))
    #expect(try message().agreements[0].record == "ngozi" && message().isAgreed)
    _ = try mei.erase("ngozi", why: "asked")
    let word = try message().agreements[0]
    #expect(word.who == "" && word.record == "" && word.role == .coChair && word.day == Day("2015-09-01"))
    #expect(try message().isAgreed)
  }

  @Test func `A word is for the text that was seen, and is taken back with a reason`() throws {
    try add()
    let seen = try message()
    try edit(tom) { $0.texts["en"] = "Other." }
    #expect(throws: Refusal.changedMeanwhile(title: "Yield", by: "tom")) {
      try mei.apply(AgreeMessage(seen, .coChair, who: "Ngozi", on: nil))
    }
    try agree(.coChair)
    try mei.apply(WithdrawAgreement(try message(), why: "Noted by mistake"))
    #expect(try message().agreements.isEmpty)
    try edit(tom) { $0.texts["en"] = "Again another." }
    try agree(.coChair, .leadAuthor, .reviewEditor)
    #expect(throws: Refusal.invalid(field: "agreements", .agreedAlready(1))) {
      try mei.apply(WithdrawAgreement(try message(), why: "Too late"))
    }
  }

  @Test func `Nobody agrees to what lacks its finding`() throws {
    try add(Self.values.filter { $0.key != "confidence" })
    #expect(throws: Refusal.invalid(field: "confidence", .missing)) { try agree(.coChair) }
  }

  @Test func `What the decision says is not removed`() throws {
    #expect(throws: Refusal.invalid(field: "name", .fixedByDecision)) {
      try mei.apply(RemoveRecord(try message("m.a")))
    }
  }
}
