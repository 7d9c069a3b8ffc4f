import Foundation
import Interchange
import Model
import Store
import Testing

@testable import Office

/// An import of stakeholders from a file into a store, by the road that panes and the command line take.
@Suite struct StakeholderImportTests {
  private let folder: TemporaryStore
  private let library: Library

  init() throws {
    folder = try TemporaryStore()
    library = try Library.open(folder.path, who: "ana", creating: true)
  }

  private func work(_ text: String, _ set: (inout StakeholderImport.Options) -> Void = { _ in })
    -> StakeholderImport
  {
    var options = StakeholderImport.Options()
    options.why = "people.csv"
    set(&options)
    return StakeholderImport(ImportFile(bytes: Array(text.utf8)), options: options)
  }

  private func stored(_ id: RecordID) throws -> Stakeholder? { try library.read(RecordByID(id)) }

  @Test func `Where the rejected rows cannot be kept, nothing is stored`() throws {
    let work = work("name,emails\nAna,\nBo,bo@\n") { ($0.skipsRejected, $0.keepsReasons) = (true, true) }
    #expect(throws: FileProblem.unwritable("r.csv", errno: ENOSPC)) {
      try work.run(
        in: library,
        before: { summary in
          #expect(summary.reasons.count == 1)
          throw FileProblem.unwritable("r.csv", errno: ENOSPC)
        })
    }
    #expect(try library.read(AllRecords<Stakeholder>()).isEmpty)
    #expect(try work.run(in: library).outcome == .written)
  }

  @Test
  func `An answer of a column says file, line, heading and day, and the list read again changes nothing`()
    throws
  {
    let place = FileManager.default.temporaryDirectory.appending(path: NewID.make())
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    func run(_ text: String) throws -> ImportSummary {
      let list = place.appending(path: "people.csv")
      try text.write(to: list, atomically: true, encoding: .utf8)
      return try ImportJob(ImportFile(path: list.path), in: library).work().run(in: library)
    }
    let text = "Full name,E-mail,Newsletter\nAna Lima,ana@example.org,yes\nBo Li,bo@example.org,no\n"
    #expect(try run(text).new == 2)
    let all = try library.read(AllRecords<Stakeholder>()).sorted { $0.name < $1.name }
    let day = Day(number: library.now / 86_400)
    #expect(
      all.flatMap(\.consents).map(\.evidence) == [
        "people.csv:2 “Newsletter” \(day)", "people.csv:3 “Newsletter” \(day)",
      ])
    let moved = "Full name,E-mail,Newsletter\nBo Li,bo@example.org,no\nAna Lima,ana@example.org,yes\n"
    #expect(try run(moved).unchanged == 2)
  }

  @Test func `Preview and run say the same`() throws {
    _ = try work("id,name,city\n1,Ana,Lima\n2,Ben,Quito\n").run(in: library)
    let text =
      "id,name,city,emails\n1,Ana,Bogotá,\n2,Ben,Quito,\n3,Eva,,eva@example.org\n3,Eva,,eva@example.org\n"
    var preview = try work(text).preview(in: library)
    #expect((preview.new, preview.changed, preview.unchanged, preview.repeatedRows) == (1, 1, 1, 1))
    #expect(preview.outcome == .planned && preview.isComplete)
    #expect(preview.firstNew.map(\.name) == ["Eva"])
    #expect(preview.firstChanged.map(\.fields) == [["city"]])
    #expect(preview.findings.map(\.line) == [5])
    #expect(try stored("3") == nil)
    let done = try work(text).run(in: library)
    preview.outcome = .written
    #expect(done == preview)
    #expect(try stored("1")?.city == "Bogotá")
    #expect(try library.read(RecentChanges(limit: 1)).first?.why == "people.csv")
    #expect(try work(text).run(in: library).outcome == .nothingNew)
  }

  private func card(_ revision: String, city: String, _ more: String = "") -> String {
    "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6\r\nREV:\(revision)\r\n"
      + "FN:Ana Rui\r\nADR:;;;\(city);;;Peru\r\n\(more)END:VCARD\r\n"
  }

  private var known: Stakeholder? { get throws { try library.read(AllRecords<Stakeholder>()).first } }

  @Test func `An older card replaces nothing, a newer one does, whichever comes first`() throws {
    _ = try work(card("20240101T000000Z", city: "Lima")).run(in: library)
    let older = try work(card("20220101T000000Z", city: "Quito", "TEL:+51 1 555\r\n")).run(in: library)
    #expect(try known?.city == "Lima")
    // What nobody knew so far takes the place of nothing.
    #expect(older.changed == 1)
    #expect(try known?.phones == ["+51 1 555"])
    let notes = older.remarks.cellNotes
    #expect(notes.map(\.column) == ["city"] && notes.map(\.cell) == ["Quito"])
    #expect(notes.map(\.what) == [.storeIsNewer(since: Day("2024-01-01")!)])
    _ = try work(card("20250101T000000Z", city: "Cusco")).run(in: library)
    #expect(try known?.city == "Cusco")
    _ = try work(card("20220101T000000Z", city: "Quito")) { $0.takesOlder = true }.run(in: library)
    #expect(try known?.city == "Quito")
  }

  @Test func `What somebody changed here stays against a card from before, and is changed by one from after`()
    throws
  {
    _ = try work(card("20240101T000000Z", city: "Lima")).run(in: library)
    let before = try #require(try known)
    var edited = before
    edited.city = "Tacna"
    try library.apply(EditRecord(base: before, edited: edited))
    _ = try work(card("20250101T000000Z", city: "Cusco")).run(in: library)
    #expect(try known?.city == "Tacna")
    _ = try work(card("29990101T000000Z", city: "Cusco")).run(in: library)
    #expect(try known?.city == "Cusco")
  }

  @Test func `A card whose import was taken back makes no other one old`() throws {
    _ = try work(card("20220101T000000Z", city: "Lima")).run(in: library)
    _ = try work(card("20250101T000000Z", city: "Cusco")).run(in: library)
    try library.undo()
    #expect(try known?.city == "Lima")
    let again = try work(card("20250101T000000Z", city: "Cusco")).run(in: library)
    #expect(again.changed == 1)
    #expect(try known?.city == "Cusco")
  }

  @Test(arguments: [true, false])
  func `Of two cards of one UID in a file the one revised later is taken, and it is said once`(
    _ isFirst: Bool
  ) throws {
    let (old, new) = (card("20220101T000000Z", city: "Quito"), card("20250101", city: "Cusco"))
    let done = try work(isFirst ? new + old : old + new).run(in: library)
    #expect(done.new == 1 && done.isComplete)
    #expect(try known?.city == "Cusco")
    #expect(done.remarks.cardNotes == [.olderCard(line: isFirst ? 8 : 1)])
  }

  @Test func `Who is erased leaves no trace of the card they came by`() throws {
    _ = try work(card("20240101T000000Z", city: "Lima")).run(in: library)
    let id = try #require(try known?.id)
    #expect(try library.read(StakeholderAges(id)).others == 1_704_067_200)
    _ = try library.erase(id, why: "asked")
    #expect(try library.read(StakeholderAges(id)) == FieldAges())
  }

  @Test func `What a spreadsheet made of stored numbers and tags is no change, and is said once`() throws {
    _ = try work("id,name,phones,tags,acronyms\n1,Ana Rui,+0001,1-2; 007,1E5\n2,Bo Ek,+49301234,plain,\n")
      .run(in: library)
    let resaved = try work(
      "id,name,phones,tags,acronyms\n1,Ana Rui,1,01-Feb; 7,100000\n2,Bo Ek,0049301234,plain,\n"
    )
    .run(in: library)
    #expect((resaved.new, resaved.changed, resaved.unchanged) == (0, 0, 2))
    #expect(try stored("1")?.phones == ["+0001"] && stored("1")?.tags == ["1-2", "007"])
    #expect(try stored("2")?.phones == ["+49301234"])
    let notes = resaved.remarks.cellNotes
    #expect(
      notes.map(\.what) == [.asSheetsSpoil] && notes.map(\.count) == [5] && notes.map(\.lines) == [[2, 3]])
  }

  @Test func `New values that a spreadsheet may have made are remarked`() throws {
    let done = try work("name,phones,tags\nAna,4912345678901,02-Mar\nBo,+49 30 1234,c\nEva,13812345678,d\n")
      .run(in: library)
    #expect(done.new == 3)
    #expect(done.remarks.cellNotes.map(\.what) == [.perhapsSpoilt, .perhapsSpoilt])
    #expect(Set(done.remarks.cellNotes.map(\.cell)) == ["4912345678901", "02-Mar"])
  }

  @Test func `A card is known by its UID after a rename, an undo and a redo`() throws {
    func card(_ name: String, _ mail: String) -> String {
      "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6\nFN:\(name)\n"
        + "EMAIL:\(mail)\nEND:VCARD\n"
    }
    _ = try work("name,emails\nAna Rui,ana@example.org\n").run(in: library)
    #expect(try work(card("Ana Rui", "ana@example.org")).run(in: library).changed == 1)
    let renamed = card("Ana Silva", "ana.silva@example.org")
    #expect(try work(renamed).preview(in: library).new == 0)
    _ = try work(renamed).run(in: library)
    #expect(try library.read(Tallies()).total == 1)
    _ = try work(card("Bo Lee", "bo@example.org").replacing("F81D", with: "A81D")).run(in: library)
    let summary = {
      try self.work(card("Bo Li", "li@example.org").replacing("F81D", with: "A81D")).preview(in: self.library)
    }
    #expect(try summary().changed == 1)
    try library.undo()
    #expect(try summary().new == 1)
    try library.redo()
    #expect(try summary().changed == 1)
  }

  @Test func `One bad row spoils nothing but is not lost silently`() throws {
    let text = "name,emails\nAna,ana@example.org\nBen,ben@\nEva,eva@example.org\n"
    let refused = try work(text).run(in: library)
    #expect(refused.outcome == .refused)
    #expect((refused.new, refused.rejected) == (2, 1))
    #expect(refused.findings.map(\.column) == ["emails"])
    #expect(try library.read(Tallies()).total == 0)
    #expect(try work(text) { $0.skipsRejected = true }.run(in: library).outcome == .written)
    #expect(try library.read(Tallies()).total == 2)
  }

  @Test func `Findings are bounded and counted`() throws {
    let text = "name,emails\n" + String(repeating: "Ben,ben@\n", count: 1_200)
    let summary = try work(text) { $0.keptFindings = 10 }.preview(in: library)
    #expect((summary.rejected, summary.findings.count, summary.findingsLeftOut) == (1_200, 10, 1_190))
  }

  @Test func `An opt-out stays whatever the file says`() throws {
    _ = try work(
      "id,name,city,do_not_contact,consents\n1,Ana,Lima,yes,\n2,Ben,Lima,,register | no | consent\n"
    ).run(in: library)
    let text =
      "id,name,city,do_not_contact,consents\n1,Ana,Quito,no,\n"
      + "2,Ben,Quito,,\"register | yes | consent | | | 2015-09-01; mailing | yes\"\n"
    let summary = try work(text).run(in: library)
    #expect((summary.changed, summary.optOutsKept) == (2, 2))
    #expect(summary.findings.map(\.what) == [.optOutKept, .optOutKept])
    #expect(summary.findings.map(\.line) == [2, 3])
    let (ana, ben) = (try #require(try stored("1")), try #require(try stored("2")))
    #expect(ana.city == "Quito" && ana.isDoNotContact)
    #expect(ben.city == "Quito" && ben.consent(to: .register)?.answer == .no)
    #expect(ben.consent(to: .mailing)?.answer == .yes)
    #expect(try work(text).run(in: library).outcome == .nothingNew)
  }

  @Test func `What was taken out of the register comes back only by a later answer`() throws {
    func row(_ day: String, _ fields: String) -> String {
      "id,name,consents,register_fields\n1,Ana,register | yes | consent | | | \(day),\(fields)\n"
    }
    _ = try work(row("2015-05-12", "name")).run(in: library)
    let older = try work(row("2015-05-12", "name; emails")).run(in: library)
    #expect((older.unchanged, older.optOutsKept) == (1, 1))
    #expect(try stored("1")?.registerFields == [.name])
    _ = try work(row("2015-09-01", "name; country")).run(in: library)
    #expect(try stored("1")?.registerFields == [.name, .country])
  }

  @Test func `An empty cell takes no refusal back`() throws {
    _ = try work("id,name,do_not_contact,consents\n1,Ana,yes,mailing | no\n").run(in: library)
    let summary = try work("id,name,do_not_contact,consents\n1,Ana,,\n").run(in: library)
    #expect((summary.unchanged, summary.optOutsKept) == (1, 1))
    #expect(try stored("1")?.isDoNotContact == true)
  }

  @Test func `Progress tells of rows and time`() throws {
    let text = "name,city\n" + (0..<30_000).map { "Name \($0),Lima\n" }.joined()
    var seen: [ImportProgress] = []
    _ = try work(text).run(in: library) { progress in
      seen.append(progress)
      return true
    }
    #expect(seen.map(\.rows) == seen.map(\.rows).sorted())
    #expect(seen.map(\.fraction) == seen.map(\.fraction).sorted())
    #expect(seen.last?.phase == .saving && seen.last?.rows == 30_000)
    #expect(seen.contains { $0.phase == .indexing })
    #expect(seen.allSatisfy { $0.totalBytes == text.utf8.count && $0.bytes <= $0.totalBytes })
    let half = try #require(seen.first { $0.rows >= 15_000 })
    #expect((28_000...32_000).contains(half.expectedRows))
  }

  @Test func `Who gives up leaves nothing`() throws {
    let text = "name,city\n" + (0..<30_000).map { "Name \($0),Lima\n" }.joined()
    for limit in [1, 10_000, 30_000] {
      #expect(throws: CancellationError.self) {
        try work(text).run(in: library) { $0.rows < limit || ($0.rows == 30_000 && $0.phase == .reading) }
      }
    }
    #expect(throws: CancellationError.self) { try work(text).preview(in: library) { $0.rows < 10_000 } }
    #expect(try library.read(Tallies()).total == 0)
    #expect(try library.read(UndoOutlook()) == .init())
    #expect(try library.check().isEmpty)
  }

  @Test func `Who was merged stays merged`() throws {
    _ = try work(
      "id,name,city,emails\na,Hélène Lefèvre,Lyon,h@x.example\nb,H. Lefèvre,,b@x.example\nc,Ana,,\n"
    ).run(in: library)
    let merge = StakeholderMerge(try #require(try stored("a")), try #require(try stored("b")))
    let name = merge.result.name
    try library.apply(MergeStakeholders(merge))
    let old =
      "id,name,city,emails,phones\nb,H. Lefèvre,,b@x.example; new@x.example,+33 1 2345678\nc,Ana,Lima,,\n"
    let summary = try work(old).run(in: library)
    #expect((summary.new, summary.changed, summary.rejected) == (0, 2, 0))
    let kept = try #require(try stored("a"))
    #expect(kept.name == name && kept.city == "Lyon" && kept.phones == ["+33 1 2345678"])
    #expect(kept.emails == ["h@x.example", "b@x.example", "new@x.example"])
    #expect(try stored("b") == nil)
    #expect(try library.read(Tallies()).total == 2)
    #expect(try work(old).run(in: library).outcome == .nothingNew)
    // Of two rows for what is one record now, the second is named and left out.
    let both = try work("id,name,city\na,Hélène Lefèvre,Paris\nb,H. Lefèvre,Bonn\n").preview(in: library)
    #expect((both.changed, both.conflictingRows) == (1, 1))
  }

  @Test func `Of thousands of one name an email tells and others are left out`() throws {
    let stored = (0..<3_000).map { "n\($0),Zhang Wei,z\($0)@example.org\n" }.joined()
    _ = try work("id,name,emails\n" + stored).run(in: library)
    let again = (0..<3_000).map { "ZHANG WEI,Z\($0)@example.org; y\($0)@example.org\n" }.joined()
    let text = "name,emails\n" + again + "Zhang Wei,\nZhang Wei,other@example.org\n"
    let clock = ContinuousClock()
    let start = clock.now
    let summary = try work(text).preview(in: library)
    // Some tenths of a second; to read all of them for every batch and row took minutes.
    #expect(clock.now - start < .seconds(20))
    #expect((summary.changed, summary.new, summary.rejected) == (3_000, 1, 1))
    #expect(summary.findings.map(\.what) == [.rejected(.ambiguous(3_000))])
  }

  @Test func `A store in memory takes it too`() throws {
    let memory = try Library.inMemory()
    let text = "name\n" + (0..<1_000).map { "Name \($0)\n" }.joined()
    #expect(try work(text).run(in: memory).new == 1_000)
    #expect(try memory.read(Tallies()).total == 1_000)
    try memory.undo()
    #expect(try memory.read(Tallies()).total == 0)
  }
}

/// A store in a file that goes away with its test.
final class TemporaryStore {
  private let folder = NSTemporaryDirectory() + "outreach-" + NewID.make()
  var path: String { folder + "/store.sqlite" }

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
