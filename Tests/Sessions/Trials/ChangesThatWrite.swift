import Foundation
import Model
import Testing

@testable import Store

/// One of every change, as it writes something into the sample store.
enum ChangesThatWrite {
  /// Does what has to be done before, and returns the change itself.
  typealias Making = @Sendable (Library) throws -> () throws -> Void

  private static let day = Day("2015-09-15")!

  private static func first<R: Model.Record>(_: R.Type, _ library: Library, _ id: RecordID? = nil) throws -> R
  {
    let all = try library.read(AllRecords<R>())
    return try #require(all.first { id == nil || $0.id == id }, "\(R.kind)")
  }

  private static func person(_ library: Library, _ id: RecordID = "sample-0001") throws -> Stakeholder {
    try #require(try library.read(RecordByID<Stakeholder>(id)))
  }

  private static func zoe(_ id: RecordID = "zoe") -> Stakeholder {
    Stakeholder(id: id, version: 0, values: ["name": "Zqx Zoe"])
  }

  private static func change(_ make: @escaping @Sendable (Library) throws -> any Change) -> Making {
    { library in
      let change = try make(library)
      return { try library.apply(change) }
    }
  }

  /// By the names of their types.
  static let ofTypes: [String: Making] = records.merging(programme) { $1 }.merging(others) { $1 }

  private static let records: [String: Making] = [
    "AddRecord": change { _ in AddRecord(zoe()) },
    "AddStakeholder": change { _ in AddStakeholder(zoe(), besides: ["sample-0001"]) },
    "EditRecord": change { library in
      var edited = try person(library)
      edited.city = "Zqx"
      return EditStakeholder(base: try person(library), edited: edited)
    },
    "RemoveRecord": change { RemoveRecord(try first(Engagement.self, $0)) },
    "ChangeRecords": change { library in
      let before = try first(Activity.self, library)
      var after = before
      after.owner = "zqx"
      return ChangeRecords("edit", [(before, after)])
    },
    "ImportRecords": change { library in
      var after = try person(library)
      after.city = "Zqx"
      return ImportRecords(new: [zoe(), zoe("zoe-2")], changed: [(try person(library), after)])
    },
    "ImportInBatches": change { _ in
      ImportInBatches<SurveyResponse>(why: "file") { hand in
        try hand.put(
          [(nil, SurveyResponse(id: "needs-2015/zqx", version: 0, values: ["answers": "willing | yes"]))])
        return true
      }
    },
    "BulkEdit": change { _ in
      BulkEdit(["sample-0001", "sample-0002"], BulkStep(field: "tags", action: .add("zqx")))
    },
    "RetireStakeholder": change { _ in RetireStakeholder(["sample-0001"], on: day) },
    "MergeStakeholders": change { library in
      MergeStakeholders(StakeholderMerge(try person(library), try person(library, "sample-0002")))
    },
    "TellApart": change { _ in TellApart(DistinctPair("sample-0001", "sample-0002")) },
    "LogContacts": change { _ in
      LogContacts([
        Engagement(id: "zqx", version: 0, values: ["stakeholder": "sample-0001", "subject": "Call"])
      ])
    },
  ]

  private static let programme: [String: Making] = [
    "AdvancePartnership": change { library in
      let all = try library.read(AllRecords<Partnership>())
      let one = try #require(all.first { !PartnershipMachine($0).options.isEmpty })
      let state = PartnershipMachine(one).options[0].state
      return AdvancePartnership(one, .step(state, day: day, number: "5", reason: "why"))
    },
    "AgreeMessage": change { library in
      AgreeMessage(try message(library), .coChair, who: "Ana", on: day)
    },
    "WithdrawAgreement": change { library in
      try library.apply(AgreeMessage(try message(library), .coChair, who: "Ana", on: day))
      return WithdrawAgreement(try first(Message.self, library, "zqx"), why: "other words")
    },
    "NewEdition": change { library in
      for (role, who) in zip(AgreementRole.allCases, ["Ana", "Ben", "Cem"]) {
        try library.apply(AgreeMessage(try message(library), role, who: who, on: day))
      }
      return NewEdition(try first(Message.self, library, "zqx"))
    },
    "CarryMessage": change { library in
      CarryMessage(try message(library).id, in: try first(Product.self, library).id)
    },
    "FillLaunch": change { _ in
      FillLaunch(Launch(id: "zqx", version: 0, values: ["name": "Zqx", "release": "2017-02-01 10:00 UTC"]))
    },
    "ResumeCard": change { ResumeCard(try first(Card.self, $0, "card-01")) },
    "MakeAppearance": change { library in
      let enquiry = try first(Enquiry.self, library, "enquiry-02")
      return MakeAppearance(of: enquiry, as: enquiry.appearance(id: "zqx", on: day))
    },
    "ReviewRisk": change { library in
      ReviewRisk(
        try first(Risk.self, library), RiskReview(day: day, likelihood: nil, impact: nil), [], next: day + 30)
    },
    "AttachEvidence": change { library in
      var values = try first(Evidence.self, library).values
      values["reference"] = nil
      return AttachEvidence(Evidence(id: "zqx", version: 0, values: values))
    },
    "ReleaseMaterial": change { ReleaseMaterial(try first(Material.self, $0).id) },
    "ReleaseReport": change { library in
      try library.apply(
        AddRecord(
          Report(
            id: "zqx", version: 0,
            values: ["name": "R", "from": "2015-01-01", "to": "2015-12-31", "language": "en"])))
      return ReleaseReport(try first(Report.self, library, "zqx"), facts: "{}", digest: "d", on: day)
    },
  ]

  /// A message of which everything is said.
  private static func message(_ library: Library) throws -> Message {
    if let stored = try library.read(RecordByID<Message>("zqx")) { return stored }
    let values = [
      "name": "Zqx", "message_kind": "overall", "text_en": "Wild bees visit crops.", "finding": "B1",
    ]
    try library.apply(AddRecord(Message(id: "zqx", version: 0, values: values)))
    return try first(Message.self, library, "zqx")
  }

  private static let others: [String: Making] = [
    "CodeCoverage": change { library in
      CodeCoverage(try library.read(AllRecords<Coverage>()).map(\.id), .tone(nil))
    },
    "ImportCoverage": change { library in
      var values = try first(Coverage.self, library).values
      values["name"] = "Zqx"
      return ImportCoverage([Coverage(id: "zqx", version: 0, values: values)], [], feed: nil)
    },
    "AddQuestion": change { library in
      try library.apply(AddRecord(Survey(id: "zqx-1", version: 0, values: ["name": "Draft"])))
      return AddQuestion(question(), to: try first(Survey.self, library, "zqx-1"))
    },
    "ImportForm": change { library in
      let survey = Survey(
        id: "zqx", version: 0,
        values: ["name": "Zqx", "languages": "en", "title_en": "Z", "questions": "zqx"])
      return ImportForm(questions: ImportRecords(new: [question()]), survey: ImportRecords(new: [survey]))
    },
    "InviteStakeholders": change { library in
      let people = StakeholderFilter(text: "a")
      let plan = try library.invitationPlan("needs-2015", for: people, on: day, limit: 1_000)
      return InviteStakeholders(plan, group: "")
    },
    "PublishRegister": change { library in
      let prepared = try library.withRegister { try $0.prepare() }
      var release = RegisterRelease(id: "zqx")
      (release.number, release.day) = (prepared.plan.number, day)
      release.guidance = [try Guidance("bureau | 2015-03-02 | item 4")]
      return PublishRegister(
        release, prepared, disclosure: Disclosure(.register, records: prepared.plan.entries))
    },
    "MakeNotice": change { library in
      try library.set(.noticeSender, to: "office@example.org")
      let point = try first(FocalPoint.self, library)
      var notice = Notice(id: "zqx")
      (notice.country, notice.focalPoint, notice.request) = (point.country, point.id, "letter")
      notice.sent = day
      return MakeNotice(notice, countries: [point.country]) { notice, _, _, sender in
        var notice = notice
        notice.text = sender
        return (notice, files: nil)
      }
    },
  ]

  private static func question() -> Question {
    Question(id: "zqx", version: 0, values: ["name": "Q", "text_en": "Q?", "choices": "yes; no"])
  }

  /// What is written by no change.
  static let besides: [String: Making] = [
    "undo": { library in
      try library.apply(AddRecord(zoe()))
      return { try library.undo() }
    },
    "redo": { library in
      try library.apply(AddRecord(zoe()))
      try library.undo()
      return { try library.redo() }
    },
    "erase": { library in { _ = try library.erase("sample-0001", why: "asked") } },
    "grant": { library in { try library.grant(RoleGrant(login: "mei", role: .administrator)) } },
    "set": { library in { try library.set(.noticeSender, to: "x <x@example.org>") } },
    "disclose": { library in { try library.disclose(Disclosure(.export, records: 1)) } },
    "draft": { library in
      {
        _ = try library.keep(
          Draft(kind: .stakeholder, record: "zoe", basedOn: 0, at: 0, base: [:], typed: ["name": "Z"]))
      }
    },
    "repair": { library in { _ = try library.repair() } },
  ]
}
