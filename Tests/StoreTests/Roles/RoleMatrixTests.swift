import Foundation
import GRDB
import Model
import Testing

@testable import Store

/// Who may do what, each cell tried against a real store, and the page that says it.
@Suite struct RoleMatrixTests {
  private let folder: TemporaryFolder
  private static let launch = Launch.pollination

  /// A store with one login for each role, called as the role is.
  init() throws {
    folder = try TemporaryFolder()
    let boss = try Library.open(folder.store, who: "boss", creating: true)
    for role in OfficeRole.allCases {
      try boss.grant(
        RoleGrant(
          login: role.rawValue, role: role, launch: role.isBound ? Self.launch : "",
          from: role.isBound ? Day(number: 0) : nil, until: role.isBound ? Day("2999-12-31") : nil))
    }
  }

  private func library(_ role: OfficeRole) throws -> Library {
    try Library.open(folder.store, who: role.rawValue)
  }

  /// Whether it is refused for want of a role; whatever else is wrong with it, roles are asked first.
  private func isAllowed(_ body: () throws -> Void) -> Bool {
    do { try body() } catch let refusal as Refusal { return !refusal.isOfRoles } catch {}
    return true
  }

  // MARK: Records

  /// Passes the first door, so that the second is tried: the one at which each record is written.
  private struct Put<R: Model.Record>: Change {
    let name = "edit"
    let needs = Need.export
    let record: R
    func perform(in transaction: Transaction) throws { try transaction.put(record) }
  }

  @Test func `Every kind of record is written by the roles that the table names, whichever change does it`()
    throws
  {
    for role in OfficeRole.allCases {
      let library = try library(role)
      for kind in RecordKind.allCases {
        let isAllowed = isAllowed { try write(kind.type, to: library) }
        #expect(isAllowed == Self.mayWrite(kind, as: role), "\(role) \(kind)")
      }
    }
  }

  /// A consultancy writes what its launch is named in.
  private static func mayWrite(_ kind: RecordKind, as role: OfficeRole) -> Bool {
    func namesLaunch<R: Model.Record>(_: R.Type) -> Bool { R.fields.contains { $0.name == "launch" } }
    let isOfLaunch = [.launch, .launchCell].contains(kind) || namesLaunch(kind.type)
    return role.needs.contains(kind.need) && (!role.isBound || isOfLaunch)
  }

  private func write<R: Model.Record>(_: R.Type, to library: Library) throws {
    let id =
      R.kind == .launch
      ? Self.launch : R.kind == .launchCell ? "\(Self.launch)/x/2016-01" : "of-\(library.who)"
    // Valid nowhere: only the roles are asked about it.
    let record = R(
      id: id, version: 0, values: ["launch": Self.launch, "name": "N", "note": "\(library.who)"])
    try library.apply(Put(record: record))
  }

  // MARK: Changes

  /// One of every change that the program knows, by the name of its type.
  private static let changes: [String: any Change] = {
    let (person, other) = (Stakeholder(id: "a"), Stakeholder(id: "b"))
    let message = Message(id: "m")
    return [
      "AddQuestion": AddQuestion(Question(id: "q"), to: Survey(id: "s")),
      "AddStakeholder": AddStakeholder(person, besides: nil),
      "AdvancePartnership": AdvancePartnership(
        Partnership(id: "p"), .step(.proposed, day: Day(number: 0), number: "", reason: "")),
      "AgreeMessage": AgreeMessage(message, .allCases[0], who: "x", on: nil),
      "AttachEvidence": AttachEvidence(Evidence(id: "e")),
      "BulkEdit": BulkEdit(["a"], BulkStep(field: "tags", action: .add("x"))),
      "CarryMessage": CarryMessage("m", in: "p"),
      "CodeCoverage": CodeCoverage(["c"], .tone(nil)),
      "FillLaunch": FillLaunch(Launch(id: launch)),
      "ImportCoverage": ImportCoverage([], [], feed: nil),
      "ImportForm": ImportForm(questions: ImportRecords(new: []), survey: ImportRecords(new: [])),
      "InviteStakeholders": InviteStakeholders(
        InvitationPlan("s", on: Day(number: 0), limit: 1), group: ""),
      "LogContacts": LogContacts([]),
      "MakeAppearance": MakeAppearance(of: Enquiry(id: "e"), as: Event(id: "v")),
      "MakeNotice": MakeNotice(Notice(id: "n"), countries: []) { notice, _, _, _ in (notice, files: nil) },
      "MergeStakeholders": MergeStakeholders(StakeholderMerge(person, other)),
      "NewEdition": NewEdition(message),
      "PublishRegister": PublishRegister(
        RegisterRelease(id: "1"), PreparedRelease(plan: RegisterPlan(), rows: [], journal: 0),
        disclosure: Disclosure(.register, records: 0)),
      "ReleaseMaterial": ReleaseMaterial("m"),
      "ReleaseReport": ReleaseReport(Report(id: "r"), facts: "", digest: "", on: Day(number: 0)),
      "ResumeCard": ResumeCard(Card(id: "c", version: 0, values: ["launch": launch])),
      "RetireStakeholder": RetireStakeholder(["a"], on: nil),
      "ReviewRisk": ReviewRisk(
        Risk(id: "r"), RiskReview(day: Day(number: 0), likelihood: nil, impact: nil), [], next: nil),
      "TellApart": TellApart(DistinctPair("a", "b")),
      "WithdrawAgreement": WithdrawAgreement(message, why: ""),
    ]
  }()
  /// They need what their kind of record does.
  private static let ofEveryKind: Set = [
    "AddRecord", "EditRecord", "RemoveRecord", "ChangeRecords", "ImportRecords", "ImportInBatches",
  ]

  @Test func `No change is forgotten`() {
    let known = Set(Self.changes.keys).union(Self.ofEveryKind)
    #expect(Set(House.changes) == known)
  }

  @Test func `Every change is made by the roles that hold what it needs`() throws {
    for role in OfficeRole.allCases {
      let library = try library(role)
      for (name, change) in Self.changes {
        let isAllowed = isAllowed { try library.apply(change) }
        #expect(isAllowed == role.needs.contains(change.needs), "\(role) \(name)")
      }
    }
  }

  @Test func `A change of any kind needs what the kind needs`() throws {
    func needs<R: Model.Record>(_: R.Type) -> Set<Need> {
      let record = R(id: "x")
      let changes: [any Change] = [
        AddRecord(record), EditRecord(base: record, edited: record), RemoveRecord(record),
        ChangeRecords("edit", [(record, record)]), ImportRecords(new: [record]),
        ImportInBatches<R>(why: "") { _ in false },
      ]
      return Set(changes.map(\.needs))
    }
    for kind in RecordKind.allCases { #expect(needs(kind.type) == [kind.need], "\(kind)") }
  }

  // MARK: Disclosures and the office

  @Test func `Nothing leaves the house by a role that may not let it out`() throws {
    for role in OfficeRole.allCases {
      let library = try library(role)
      for kind in Disclosure.Kind.allCases {
        let isAllowed = isAllowed { try library.disclose(Disclosure(kind, records: 1)) }
        #expect(isAllowed == role.needs.contains(kind.need), "\(role) \(kind)")
        #expect(self.isAllowed { try library.permit(kind) } == isAllowed, "\(role) \(kind)")
      }
    }
  }

  @Test func `Erasure, settings and roles are for administrators`() throws {
    for role in OfficeRole.allCases {
      let library = try library(role)
      let tries = [
        isAllowed { _ = try library.erase("nobody", why: "") },
        isAllowed { try library.set(.noticeSender, to: "x <x@example.org>") },
        isAllowed { try library.grant(RoleGrant(login: "new", role: .viewer)) },
        isAllowed { try library.revoke(.viewer, from: "nobody") },
      ]
      #expect(tries == Array(repeating: role == .administrator, count: tries.count), "\(role)")
    }
  }

  @Test func `A file of very many rows asks the same`() throws {
    for role in OfficeRole.allCases {
      let library = try library(role)
      let isAllowed = isAllowed {
        _ = try library.writeInBulk(
          why: "x", produce: { _ in }, keeps: { _ in true }, progress: { _ in true })
      }
      #expect(isAllowed == role.needs.contains(.edit), "\(role)")
    }
  }

  // MARK: The page

  private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Dashboard/Dashboard.docc/Roles.md")

  private static func row(_ name: String, _ need: Need) -> String {
    let kind = RecordKind(rawValue: name)
    let cells = OfficeRole.allCases.map { role in
      guard role.needs.contains(need), kind.map({ mayWrite($0, as: role) }) ?? true else { return "–" }
      let isOwn = need == .contribute && !role.needs.contains(.edit)
      let isBound = role.isBound && [.contribute, .campaign].contains(need)
      return ([isOwn ? "own" : nil, isBound ? "its launch" : nil].compactMap(\.self)).joined(separator: ", ")
    }
    return "| \(name) | " + cells.map { $0.isEmpty ? "yes" : $0 }.joined(separator: " | ") + " |"
  }

  private static func table(_ rows: [(name: String, need: Need)]) -> String {
    let head = "| | " + OfficeRole.allCases.map(\.rawValue).joined(separator: " | ") + " |"
    let rule = "|---|" + OfficeRole.allCases.map { _ in "---|" }.joined()
    return ([head, rule] + rows.map { row("`\($0.name)`", $0.need) }).joined(separator: "\n") + "\n"
  }

  private static let tables: [String: String] = [
    "records": table(RecordKind.allCases.map { ($0.rawValue, $0.need) }),
    "changes": table(changes.sorted { $0.key < $1.key }.map { ($0.key, $0.value.needs) }),
    "disclosures": table(Disclosure.Kind.allCases.map { ($0.rawValue, $0.need) }),
  ]

  /// `OUTREACH_WRITE_DOCS=1` writes the tables anew.
  @Test(arguments: ["records", "changes", "disclosures"])
  func `The page says what was tried`(name: String) throws {
    var text = try String(contentsOf: Self.page, encoding: .utf8)
    let (begin, end) = ("<!-- \(name) -->\n", "<!-- end \(name) -->")
    let from = try #require(text.range(of: begin)), to = try #require(text.range(of: end))
    let table = try #require(Self.tables[name])
    if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] == "1" {
      text.replaceSubrange(from.upperBound..<to.lowerBound, with: table)
      try text.write(to: Self.page, atomically: true, encoding: .utf8)
      return
    }
    #expect(text[from.upperBound..<to.lowerBound] == table)
  }
}

/// The sources, as far as these tests read them.
private enum House {
  /// The types of changes that are declared in the store.
  static let changes: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Store")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let texts = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
    return texts.flatMap { text in
      text.matches(of: /struct (\w+)(?:<[^>]*>)?: Change\b/).map { String($0.output.1) }
    }
  }()
}
