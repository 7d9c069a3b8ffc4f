import Foundation
import Model
import Store
import Synchronization
import Testing

/// Releases of the public register: compared, gated, and written as one change.
@Suite struct RegisterStoreTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    for (id, fields) in [("ana", "name; city"), ("bea", "name"), ("cy", "city")] {
      try library.add(
        .named(id, id: id) {
          $0.city = "Lima"
          $0.consents = [Consent(use: .register, answer: .yes)]
          $0.registerFields = fields.items.compactMap(RegisterField.init(rawValue:))
        })
    }
    try library.add(.named("Dan"))
  }

  private func release(_ number: Int, guidance: String = "bureau | 2015-03-02 | item 4") throws {
    let prepared = try library.withRegister { try $0.prepare() }
    try library.apply(change(number, prepared, guidance))
  }

  private func change(_ number: Int, _ prepared: PreparedRelease, _ guidance: String) throws
    -> PublishRegister
  {
    var release = RegisterRelease(id: "release-\(number)")
    release.number = number
    release.day = Day("2015-09-15")
    release.guidance = guidance.isEmpty ? [] : [try Guidance(guidance)]
    return PublishRegister(
      release, prepared, disclosure: Disclosure(.register, records: prepared.plan.entries))
  }

  /// Those of the last release by their stakeholders.
  private func numbers() throws -> [RecordID: Int] {
    let last = try #require(try library.read(Releases()).last?.release)
    return try library.withRegister { try $0.numbers(of: last) }
  }

  private var plan: RegisterPlan { get throws { try library.read(NextRelease()) } }

  private func lines() throws -> [String] {
    try plan.lines.map { "\($0.lastNumber) \($0.title) \($0.change)" }
  }

  @Test func `The first release is all new`() throws {
    #expect(try lines() == ["0 cy leftOut", "0 ana new", "0 bea new"])
    #expect(try plan.fields == [.name, .city])
    try release(1)
    #expect(try plan.unchanged == 2)
    #expect(try plan.number == 2)
    #expect(try lines() == ["0 cy leftOut"])
    #expect(try library.read(Releases()).map(\.entries) == [2])
  }

  @Test func `What changed is said by field`() throws {
    try release(1)
    try library.edit("ana") { $0.city = "Quito" }
    try library.edit("bea") { $0.city = "Quito" }
    let number = try #require(try numbers()["ana"])
    #expect(try lines() == ["0 cy leftOut", "\(number) ana changed([Model.RegisterField.city])"])
  }

  @Test func `Every way out is a withdrawal`() throws {
    for id in ["eve", "fay", "gus"] {
      try library.add(
        .named(id, id: id) {
          $0.consents = [Consent(use: .register, answer: .yes)]
          $0.registerFields = [.name]
        })
    }
    try release(1)
    let numbers = try numbers()
    try library.edit("ana") { $0.consents.append(Consent(use: .register, answer: .no)) }
    try library.edit("bea") { $0.registerFields = [.city] }
    try library.apply(RetireStakeholder(["eve"], on: Day("2015-09-01")))
    try library.apply(RemoveRecord(try #require(try library.stakeholder("fay"))))
    _ = try library.erase("gus", why: "asked")
    let reasons = [
      ("ana", "notAgreed"), ("bea", "nameless"), ("eve", "retired"), ("fay", "removed"), ("gus", "erased"),
    ]
    let expected = try reasons.map { id, reason in
      let number = try #require(numbers[id])
      return (
        number, "\(number) \(id == "gus" ? "" : id) withdrawn(Model.RegisterPlan.Line.Reason.\(reason))"
      )
    }
    #expect(try lines() == expected.sorted { $0.0 < $1.0 }.map(\.1) + ["0 cy leftOut"])
    #expect(try plan.withdrawnNumbers == [1, 2, 3, 4, 5])
    try release(2)
    let last = try #require(try library.read(Releases()).last?.release)
    let content = try library.withRegister { try $0.content(of: last) }
    #expect(content.withdrawn == [1, 2, 3, 4, 5])
    #expect((content.previous, content.entries) == (1, 0))
  }

  @Test func `A number is nobody else's, and says nothing of a name`() throws {
    for place in 0..<40 {
      let id = "p\(place + 10)"
      try library.add(
        .named(id, id: id) {
          $0.consents = [Consent(use: .register, answer: .yes)]
          $0.registerFields = [.name]
        })
    }
    try release(1)
    let first = try numbers()
    #expect(first.values.sorted() == Array(1...42))
    // Not in the order of names.
    #expect(first.sorted { $0.key < $1.key }.map(\.value) != Array(1...42))
    let last = try #require(first.first { $0.value == 42 }?.key)
    try library.edit(last) {
      $0.consents.append(Consent(use: .register, answer: .no, day: Day("2015-10-01")))
    }
    try library.add(
      .named("new", id: "new") {
        $0.consents = [Consent(use: .register, answer: .yes)]
        $0.registerFields = [.name]
      })
    try release(2)
    var second = try numbers()
    #expect(second.removeValue(forKey: "new") == 43)
    #expect(second == first.filter { $0.key != last })
    // Who comes back comes with another.
    try library.edit(last) {
      $0.consents.append(Consent(use: .register, answer: .yes, day: Day("2015-11-01")))
    }
    try release(3)
    #expect(try numbers()[last] == 44)
  }

  @Test func `An earlier release is offered while all that it says is agreed`() throws {
    try release(1)
    try library.edit("bea") { $0.registerFields = [.name, .city] }
    try release(2)
    func earlier() throws -> [EarlierRelease] { try library.withRegister { try $0.prepare().plan.earlier } }
    func offered() throws -> [Bool] { try earlier().map(\.isOffered) }
    #expect(try earlier().map(\.number) == [2, 1])
    #expect(try offered() == [true, true])
    try library.edit("bea") { $0.registerFields = [.name] }
    #expect(try offered() == [false, true])
    _ = try library.erase("ana", why: "asked")
    #expect(try offered() == [false, false])
  }

  @Test func `Without guidance nothing is released`() throws {
    #expect(throws: PublicationProblem.noGuidance) { try release(1, guidance: "") }
    #expect(try library.read(Releases()).isEmpty)
    #expect(try library.read(Disclosures()).isEmpty)
  }

  @Test func `What moved meanwhile stops it`() throws {
    let prepared = try library.withRegister { try $0.prepare() }
    try library.edit("ana") { $0.consents.append(Consent(use: .register, answer: .no)) }
    #expect(throws: PublicationProblem.registerMoved) {
      try library.apply(change(1, prepared, "mep | 2015-03-02 | item 4"))
    }
    try release(1)
    #expect(throws: PublicationProblem.registerMoved) { try release(1) }
  }

  @Test func `A release stays published`() throws {
    try library.edit("ana") { $0.notes = "called" }
    try release(1)
    #expect(try library.read(UndoOutlook()).undo?.name == "edit")
    try library.undo()
    #expect(try library.read(Releases()).count == 1)
    #expect(try library.stakeholder("ana")?.notes == "")
    #expect(try library.read(Disclosures()).map(\.name) == ["register"])
  }

  @Test func `An edition is reproducible while its entries stay`() throws {
    try release(1)
    let first = try #require(try library.read(Releases()).first?.release)
    func differing() throws -> Int { try library.withRegister { try $0.differing(from: first) } }
    #expect(try differing() == 0)
    try library.edit("bea") { $0.city = "not published" }
    #expect(try differing() == 0)
    try library.edit("ana") { $0.city = "Quito" }
    #expect(try differing() == 1)
    try library.edit("bea") { $0.consents = [] }
    #expect(try differing() == 2)
  }
}

/// Numbers of notices are counted where they are written.
@Suite struct NoticeStoreTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func library(_ who: String) throws -> Library {
    let library = try Library.open(folder.store, who: who, creating: true)
    return library
  }

  private func prepare(_ library: Library) throws {
    var point = FocalPoint(id: "fp")
    (point.country, point.name, point.emails) = ("KE", "Focal", ["focal@example.org"])
    try library.apply(AddRecord(point))
    try library.set(.noticeSender, to: "office@example.org")
    for (id, country, use) in [
      ("told", "KE", ConsentUse.focalPoint), ("other", "ZM", .focalPoint), ("silent", "KE", .register),
    ] {
      try library.add(
        .named(id, id: id) {
          $0.country = country
          $0.consents = [Consent(use: use, answer: .yes)]
        })
    }
  }

  private static func change(
    _ id: RecordID, day: String = "2015-03-10", request: String = "letter"
  ) -> MakeNotice {
    var notice = Notice(id: id)
    (notice.country, notice.focalPoint, notice.request) = ("KE", "fp", request)
    notice.sent = Day(day)
    return MakeNotice(notice, countries: ["KE"]) { notice, _, entries, sender in
      var notice = notice
      notice.text = "\(notice.title) \(entries.map(\.name)) \(sender)"
      return (notice, files: nil)
    }
  }

  @Test func `Only who agreed is told`() throws {
    let library = try library("mei")
    try prepare(library)
    try library.apply(Self.change("n1"))
    let notice = try #require(try library.read(RecordByID<Notice>("n1")))
    #expect(notice.text == #"2015/1 ["told"] office@example.org"#)
    #expect(notice.stakeholders == ["told"])
    #expect(try library.read(Disclosures()).first?.records == 1)
    try library.edit("told") { $0.consents.append(Consent(use: .focalPoint, answer: .no)) }
    try library.apply(Self.change("n2"))
    #expect(try library.read(RecordByID<Notice>("n2"))?.stakeholders == [])
  }

  @Test func `What is missing is said and takes no number`() throws {
    let library = try library("mei")
    #expect(throws: PublicationProblem.noFocalPoint("fp")) { try library.apply(Self.change("n1")) }
    try prepare(library)
    #expect(throws: PublicationProblem.noRequest) { try library.apply(Self.change("n1", request: "")) }
    try library.set(.noticeSender, to: "")
    #expect(throws: PublicationProblem.noSender) { try library.apply(Self.change("n1")) }
    #expect(try library.read(Notices()).isEmpty)
  }

  @Test func `Each year counts from one and nothing is undone`() throws {
    let library = try library("mei")
    try prepare(library)
    try library.apply(Self.change("a"))
    #expect(try library.read(UndoOutlook()).undo?.name == "import")
    try library.apply(Self.change("b"))
    try library.apply(Self.change("c", day: "2016-01-04"))
    #expect(try library.read(Notices()).map(\.notice.title) == ["2016/1", "2015/2", "2015/1"])
  }

  @Test func `Two people never share a number`() throws {
    let (mei, tom) = (try library("mei"), try library("tom"))
    try prepare(mei)
    let problems = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { person in
      for index in 0..<15 {
        do { try (person == 0 ? mei : tom).apply(Self.change("\(person)-\(index)")) } catch {
          problems.withLock { $0.append("\(error)") }
        }
      }
    }
    #expect(problems.withLock { $0 }.isEmpty)
    #expect(try mei.read(Notices()).map(\.notice.counter) == Array((1...30).reversed()))
  }
}
