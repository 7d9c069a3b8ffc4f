import GRDB
import Model
import Testing

@testable import Store

/// What came in from others in the store: figures, comments of a call, and people who are erased or merged.
@Suite struct VoiceStoreTests {
  private let library: Library

  private func make<R: Model.Record>(_: R.Type, _ id: RecordID, _ values: [String: String]) -> R {
    R(id: id, version: 0, values: values)
  }

  init() throws {
    library = try Library.inMemory(who: "ben")
    try library.add(.named("Zzyzx, Quentin", id: "zz"), .named("Ann Other", id: "ann"))
    func add<R: Model.Record>(_ kind: R.Type, _ id: RecordID, _ values: [String: String]) throws {
      try library.apply(AddRecord(make(kind, id, values)))
    }
    try add(
      Opportunity.self, "o",
      [
        "name": "O", "deadline": "2015-05-01",
        "told": "2015-01-01 | | email | zz; 2015-01-02 | | email | ann",
      ])
    try add(CallForInput.self, "c", ["name": "C", "opens": "2015-01-01", "closes": "2015-03-01"])
    try add(CallForInput.self, "c2", ["name": "C2", "opens": "2015-01-01"])
    for number in 1...12 {
      let values = ["text": "Words of Zzyzx, Quentin", "source": "Zzyzx, Quentin", "person": "zz"]
      try add(ReviewComment.self, "c/\(number)", number == 1 ? values : ["text": "Comment \(number)"])
    }
    try add(ReviewComment.self, "c2/1", ["text": "Elsewhere"])
    try add(
      Concern.self, "k", ["name": "Zzyzx, Quentin was not asked", "person": "zz", "raised": "2015-02-01"])
    try add(FocusGroup.self, "g", ["name": "G", "when": "2015-02-02", "participants": "zz; ann"])
    try add(Survey.self, "s", ["name": "S", "anonymity": "named"])
    try add(Invitation.self, "i", ["survey": "s", "stakeholder": "zz"])
    try add(SurveyResponse.self, "s/1", ["stakeholder": "zz", "answers": "q | a"])
    try add(
      Evidence.self, "e",
      ["indicator": "1.2", "title": "Asked Zzyzx, Quentin", "reference": "stakeholder:zz"])
  }

  private func record<R: Model.Record>(_: R.Type, _ id: RecordID) throws -> R {
    try #require(try library.read(RecordByID<R>(id)))
  }

  @Test func `Contact details that come in later are decided on anew, and it is said`() throws {
    func edit(_ change: (inout ReviewComment) -> Void) throws -> Bool {
      let base = try record(ReviewComment.self, "c/2")
      var edited = base
      change(&edited)
      let consequences = try library.apply(EditRecord(base: base, edited: edited)).consequences
      if case .contactsOpen? = consequences.first { return true }
      return false
    }
    func decision() throws -> ContactDecision? { try record(ReviewComment.self, "c/2").contactDetails }
    // What is decided in the same edit is seen.
    #expect(try !edit { ($0.text, $0.contactDetails) = ("Mail a@b.example", .publish) })
    #expect(try !edit { $0.text = "Please mail a@b.example" } && decision() == .publish)
    // An answer that nobody gave yet goes nowhere.
    #expect(try !edit { $0.reason = "Ask c@d.example" } && decision() == .publish)
    #expect(try edit { $0.disposition = .partly } && decision() == nil)
    try library.undo()
    #expect(try decision() == .publish)
    #expect(try edit { $0.text = "Mail e@f.example" } && decision() == nil)
    // Held back for good they stay, whatever comes in.
    #expect(try !edit { $0.contactDetails = .hold })
    #expect(try !edit { $0.text = "Mail g@h.example" } && decision() == .hold)
  }

  @Test func `The comments of one call alone, in order, and as they change`() throws {
    #expect(try library.read(CommentsOf("c")).map(\.number) == Array(1...12))
    #expect(try library.read(CommentsOf("c2")).map(\.text) == ["Elsewhere"])
    #expect(try library.read(CommentsOf("none")).isEmpty)
    let base = try record(ReviewComment.self, "c/10")
    var edited = base
    (edited.disposition, edited.answered) = (.accepted, Day("2015-04-01"))
    try library.apply(EditRecord(base: base, edited: edited))
    #expect(try library.read(CommentsOf("c"))[9].disposition == .accepted)
    #expect(try library.read(CommentCountsByCall())["c"]?.considered == 1)
    // On the last of the days it was not considered yet.
    let march = try library.read(VoiceFiguresBetween(Day("2015-01-01")!, Day("2015-03-31")!))
    #expect(march.calls.map(\.comments) == [12, 1] && march.calls[0].open == 12)
    let year = try library.read(VoiceFiguresBetween(Day("2015-01-01")!, Day("2015-12-31")!))
    #expect(year.calls[0].accepted == 1 && year.opportunities[0].told == 2)
    #expect(year.focusGroups.map(\.participants) == [2] && year.concerns == ["open": 1])
  }

  @Test func `Several comments are answered as one change, or none is`() throws {
    let comments = try library.read(CommentsOf("c")).prefix(3)
    func answering(_ reason: String) -> [(before: ReviewComment, after: ReviewComment)] {
      comments.map { comment in
        var edited = comment
        (edited.disposition, edited.reason) = (.notAccepted, reason)
        return (comment, edited)
      }
    }
    #expect(throws: Refusal.invalid(field: "reason", .missing)) {
      try library.apply(ChangeRecords("bulk-edit", answering("")))
    }
    #expect(try library.read(CommentCountsByCall())["c"]?.considered == 0)
    try library.apply(ChangeRecords("bulk-edit", answering("Outside the mandate")))
    #expect(try library.read(CommentCountsByCall())["c"]?.considered == 3)
    try library.undo()
    #expect(try library.read(CommentCountsByCall())["c"]?.considered == 0)
  }

  @Test func `Whoever is erased leaves what they said, and nothing says that it was theirs`() throws {
    let contact = ["stakeholder": "zz", "told": "2015-03-03 | | email | zz"]
    try library.keep(
      Draft(kind: .opportunity, record: "new", basedOn: 0, at: 0, base: [:], typed: contact))
    let erasure = try library.erase("zz", why: "asked")
    #expect(erasure.others == 7 && erasure.drafts == 1)
    let one = try record(Opportunity.self, "o")
    #expect(one.named(.stakeholder) == ["ann"] && one.toldCount(through: Day("2015-12-31")!) == 2)
    let comment = try record(ReviewComment.self, "c/1")
    #expect(comment.source.isEmpty && comment.named(.stakeholder).isEmpty && comment.text == "Words of …")
    #expect(try record(Concern.self, "k").name == "… was not asked")
    let group = try record(FocusGroup.self, "g")
    #expect(group.participants == ["ann"] && group.headCount == 2)
    #expect(try library.read(RecordByID<Invitation>("i")) == nil)
    #expect(try record(SurveyResponse.self, "s/1").stakeholder.isEmpty)
    let evidence = try record(Evidence.self, "e")
    #expect(evidence.reference.isEmpty && !evidence.name.contains("Zzyzx"))
    // Neither the journal nor anything else can bring the name back.
    for kind in RecordKind.allCases {
      let rows = try library.withReader { reader in
        try String.fetchAll(reader.db, sql: "SELECT body FROM \"\(kind.rawValue)\"")
      }
      #expect(!rows.contains { $0.contains("Zzyzx") || $0.contains("\"zz\"") }, "\(kind)")
    }
    let journal = try library.withReader { reader in
      try String.fetchAll(
        reader.db, sql: "SELECT ifnull(before, '') || ifnull(after, '') || title FROM journal_row")
    }
    #expect(!journal.contains { $0.contains("Zzyzx") || $0.contains("| zz") || $0.contains("\"zz\"") })
    #expect(try library.check().isEmpty)
  }

  @Test func `Their own data lists what they said, and nobody else`() throws {
    let data = try #require(try library.read(PersonalDataOf("zz")))
    #expect(data.all(ReviewComment.self).map(\.id) == ["c/1"] && data.all(Concern.self).map(\.id) == ["k"])
    #expect(
      data.all(Invitation.self).map(\.id) == ["i"] && data.all(SurveyResponse.self).map(\.id) == ["s/1"])
    #expect(data.all(Evidence.self).map(\.id) == ["e"])
    #expect(data.all(Opportunity.self).flatMap { $0.named(.stakeholder) } == ["zz"])
    #expect(data.all(FocusGroup.self).flatMap { $0.named(.stakeholder) } == ["zz"])
  }

  @Test func `Merging two records moves what they said, and undo moves it back`() throws {
    let (ann, zz) = (try library.stakeholder("ann")!, try library.stakeholder("zz")!)
    try library.apply(MergeStakeholders(StakeholderMerge(ann, zz)))
    #expect(try record(Opportunity.self, "o").named(.stakeholder) == ["ann", "ann"])
    #expect(try record(ReviewComment.self, "c/1").named(.stakeholder) == ["ann"])
    #expect(try record(Concern.self, "k").named(.stakeholder) == ["ann"])
    #expect(try record(FocusGroup.self, "g").named(.stakeholder) == ["ann"])
    #expect(try record(FocusGroup.self, "g").headCount == 1)
    #expect(try record(Invitation.self, "i").named(.stakeholder) == ["ann"])
    #expect(try record(Evidence.self, "e").reference == "stakeholder:ann")
    try library.undo()
    #expect(try record(Concern.self, "k").named(.stakeholder) == ["zz"])
    #expect(try record(FocusGroup.self, "g").named(.stakeholder) == ["zz", "ann"])
  }

  @Test func `Of a list only those are told who may be`() throws {
    try library.add(
      .named("No", id: "no") { $0.isDoNotContact = true },
      .named("Refused", id: "re") { $0.consents = [Consent(use: .mailing, answer: .no)] },
      .named("Retired", id: "rt") { $0.retired = Day("2015-01-01") })
    let answer = try library.read(Tellable(StakeholderFilter()))
    #expect((answer.told, answer.leftOut) == (2, 2))
    #expect(try library.read(VoicesOf("zz")).comments.map(\.number) == [1])
  }
}
