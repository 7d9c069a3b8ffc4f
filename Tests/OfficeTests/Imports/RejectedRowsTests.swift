import Foundation
import Interchange
import Model
import Phrases
import Store
import Testing

@testable import Office

/// What is not taken goes to a file and comes back mended; the same problem is said once; rows can be left out.
@Suite struct RejectedRowsTests {
  private let folder: TemporaryStore
  private let library: Library
  private let english = Phrasebook("en")

  init() throws {
    folder = try TemporaryStore()
    library = try Library.open(folder.path, who: "ana", creating: true)
  }

  private func path(_ name: String) -> String {
    (folder.path as NSString).deletingLastPathComponent + "/" + name
  }

  private func job(_ text: String, _ name: String = "people.csv") throws -> ImportJob {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return try ImportJob(ImportFile(path: path(name)), in: library)
  }

  private static let people =
    "Full name;Role;Born;E-mail\nAna;\"C;\"\"x\"\"\";03/04;ana@example.org\nBo;contributor;;bo@\nCy;;;cy@example.org\nCy;;;\nDi;;;di@example.org;more\n"

  private func write(_ job: ImportJob, _ name: String) throws -> Int {
    try RejectsErrand(job: job, path: path(name), language: "en").run(in: library, progress: ErrandProgress())
  }

  @Test(arguments: ["Full name;Role;E-mail", "Nom complet;Rôle;Courriel"])
  func `A list below a title is read, counted and given back by the same headings`(_ header: String) throws {
    let text =
      "Workshop, Nairobi, 2015\n;;\n\(header)\nAna;peut-être;ana@example.org\nBo;peut-être;bo@example.org\n"
      + "Cy;contributor;cy@example.org\n"
    var job = try job(text)
    #expect(job.mapping?.titles == header.split(separator: ";").map(String.init))
    for (place, field) in ["name", "roles", "emails"].enumerated() {
      job.choose(ColumnTarget(field), at: place)
    }
    #expect(try job.words()[1].map { "\($0.word) \($0.count) \($0.line)" } == ["peut-être 2 4"])
    #expect(try write(job, "rejected.csv") == 2)
    let back = try String(contentsOfFile: path("rejected.csv"), encoding: .utf8)
    #expect(
      back.contains(header + ";") && !back.contains("Workshop")
        && back.contains("Bo;peut-être;bo@example.org;"))
    var options = StakeholderImport.Options()
    options.skipsRejected = true
    #expect(try job.work(options).run(in: library).new == 1)
  }

  @Test func `Rejected rows are written as they stand, with the reason behind them`() throws {
    #expect(try write(job(Self.people), "rejected.csv") == 4)
    let text = try String(contentsOfFile: path("rejected.csv"), encoding: .utf8)
    let lines = [
      "Full name;Role;Born;E-mail;Why this row was rejected",
      "Ana;\"C;\"\"x\"\"\";03/04;ana@example.org;Role: “C” is none of: contributor, end-user.",
      "Bo;contributor;;bo@;E-mail: Nothing after the @ in “bo@”.",
      "Cy;;;;Line 4 is for the same record and says something else.",
      "Di;;;di@example.org;The row has 5 fields, the header 4.;more", "",
    ]
    #expect(text == lines.joined(separator: "\r\n"))
  }

  @Test func `Mended, the file comes in as it is, and its last column is passed over`() throws {
    #expect(try write(job(Self.people), "rejected.csv") == 4)
    let mended = try String(contentsOfFile: path("rejected.csv"), encoding: .utf8)
      .replacing("C;\"\"x\"\"", with: "end user").replacing("bo@;", with: "bo@example.org;")
      .replacing(";more", with: "")
    let job = try job(mended, "mended.csv")
    #expect(job.mapping?.titles == ["Full name", "Role", "Born", "E-mail"])
    let summary = try job.work().run(in: library)
    #expect(summary.new == 4 && summary.rejected == 0 && summary.outcome == .written)
    #expect(summary.remarks.unknownColumns == ["Born"])
    // Nothing is left that is rejected: no file is made.
    #expect(try write(job, "again.csv") == 0)
    #expect(!FileManager.default.fileExists(atPath: path("again.csv")))
  }

  @Test func `A workbook is written where the name says so`() throws {
    #expect(try write(job(Self.people), "rejected.xlsx") == 4)
    let again = try ImportJob(ImportFile(path: path("rejected.xlsx")), in: library)
    #expect(again.mapping?.titles == ["Full name", "Role", "Born", "E-mail"])
    #expect(again.survey?.rows.map { $0[1] } == ["C;\"x\"", "contributor", "", ""])
  }

  @Test func `The column of reasons is known wherever it stands, in each language`() throws {
    for language in Phrasebook.languages {
      let reason = Phrasebook(language).say(.importRejectReason)
      let job = try job("\(reason),Full name,Role\nno,Ana,contributor\n", "moved.csv")
      #expect(job.mapping?.titles == ["Full name", "Role"])
      #expect(job.survey?.rows == [["Ana", "contributor"]])
    }
  }

  @Test func `What stands there is not replaced unasked`() throws {
    let job = try job(Self.people)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path("rejected.csv")))
    #expect(throws: FileProblem.self) { try write(job, "rejected.csv") }
    #expect(try String(contentsOfFile: path("rejected.csv"), encoding: .utf8) == "mine")
  }

  @Test func `Small kinds keep their rejected rows too`() throws {
    let file = ImportFile(bytes: Array("id,name,status\na,A,done\nb,B,gone\nb,C,planned\n".utf8))
    let plan = try library.plan(Activity.self, file)
    #expect(try plan.writeRejected(of: file, to: path("a.csv"), replacing: .nothing, in: english) == 1)
    let text = try String(contentsOfFile: path("a.csv"), encoding: .utf8)
    #expect(text.contains("b,B,gone,\"status: “gone” is none of"))
  }

  // MARK: The same problem

  @Test func `The same problem of many rows is said once`() throws {
    let rows = (0..<48).map { "P\($0),\($0 % 2 == 0 ? "C" : "contributor")\n" }
    let summary = try job("name,roles\n" + rows.joined() + "P0,\nP0,\nQ,\nQ,\n").work().preview(in: library)
    #expect(
      summary.groups.all.map { $0.sentence(english) } == [
        "roles: “C” is none of: contributor, end-user. 24 rows, lines 2, 4, 6 … and 21 more.",
        "Earlier rows say the same; these are left out. 2 rows, lines 51, 53.",
      ])
    #expect(summary.findings(of: summary.groups.all[0]).map(\.line) == (0..<24).map { 2 + 2 * $0 })
  }

  @Test func `Many texts of one problem are one line too, and few are told apart`() throws {
    func said(_ count: Int) throws -> [String] {
      let rows = (0..<count).map { "P\($0),p\($0)@\n" }
      let summary = try job("name,emails\n" + rows.joined()).work().preview(in: library)
      for group in summary.groups.all { #expect(summary.findings(of: group).count == group.count) }
      return summary.groups.all.map { $0.sentence(english) }
    }
    #expect(try said(12) == ["emails: Nothing after the @ in “p0@”. The like in 12 rows, lines 2–13."])
    #expect(try said(3).count == 3)
  }

  @Test func `Dates that may be read both ways are one question, whatever their texts`() throws {
    let rows = (0..<300).map { "P\($0),\($0 % 12 + 1)/\(($0 + 1) % 12 + 1)/\(1990 + $0 / 24)\n" }
    let summary = try job("name,joined\n" + rows.joined()).work().preview(in: library)
    #expect(
      summary.groups.all.map { $0.sentence(english) } == [
        "joined: “1/2/1990” may be 1990-02-01 or 1990-01-02: write it so. The like in 300 rows, lines 2–301."
      ])
    #expect(summary.findings(of: summary.groups.all[0]).count == 300)
  }

  @Test func `A row that is rejected is not said to be taken as a record`() throws {
    let text = "city,name,emails\nBonn,Ana,a@example.org\nAFRICA,,\nSum,,\nLima,Bo,b@example.org\n"
    let summary = try job(text + "Rome,Cy,c@example.org\n,Di,\n").work().preview(in: library)
    #expect(
      summary.findings.filter { $0.line < 6 }.map(\.what)
        == Array(repeating: .rejected(.value(.missing)), count: 2))
    #expect(summary.findings.last?.what == .note(.lone(line: 7, text: "Di")))
    let plan = try library.plan(Event.self, ImportFile(bytes: Array("place,name,start\nSum,,\n".utf8)))
    #expect(plan.findings.allSatisfy { if case .rejected = $0.what { true } else { false } })
  }

  @Test func `Items in the media that have no id come in once`() throws {
    let file = ImportFile(bytes: Array("name,outlet,when\nBees return,Herald,2015-03-04\n".utf8))
    let plan = try library.plan(Coverage.self, file)
    #expect(plan.new.count == 1)
    try library.apply(ImportRecords(plan))
    let again = try library.plan(Coverage.self, file)
    #expect(again.new.isEmpty && again.unchanged == 1)
  }

  @Test func `Few lines are all named, in ranges`() throws {
    func said(_ lines: [Int]) -> String? {
      let finding = { ImportSummary.Finding(line: $0, column: "", what: .rejected(.erased)) }
      return FindingGroups(lines.map(finding)).all.first?.sentence(english)
    }
    #expect(said([4, 5, 6, 9])?.hasSuffix(" 4 rows, lines 4–6, 9.") == true)
    #expect(said([4, 7, 9] + Array(11...55))?.hasSuffix(" 48 rows, lines 4, 7, 9, 11–55.") == true)
    #expect(said(Array(1...50).map { 2 * $0 })?.hasSuffix(" 50 rows, lines 2, 4, 6 … and 47 more.") == true)
    #expect(said([3])?.contains("lines") == false)
  }

  @Test func `Where one line is said of a file, rows that are no records are named in it`() throws {
    var call = CallForInput(id: "c")
    call.name = "Call"
    try library.apply(AddRecord(call))
    let text = "Reviewer,Comment,Page\nAna,Good,1\nReviewer,Comment,Page\nBo,Better,2\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path("sheet.csv")))
    let errand = SheetErrand(call: "c", path: path("sheet.csv"))
    let outcome = try errand.run(in: library, progress: ErrandProgress())
    #expect(outcome.plan.new.count == 2)
    #expect(
      errand.news(of: outcome).map(english.say)
        == "2 new, 0 changed, 0 unchanged, 0 rejected. Line 3: The headings stand here once more; the row is left out."
    )
  }

  // MARK: Rows that are left out

  @Test func `A row that is left out is counted and not written, and later ones still repeat it`() throws {
    var job = try job("name,emails\nAna,ana@example.org\nBo,\nBo,\nCy,\n")
    job.unticked = [3]
    let summary = try job.work().run(in: library)
    #expect((summary.new, summary.unticked, summary.repeatedRows, summary.rejected) == (2, 1, 1, 0))
    #expect(summary.isComplete && summary.findings.map(\.line) == [4])
    #expect(Set(try library.read(AllRecords<Stakeholder>()).map(\.name)) == ["Ana", "Cy"])
  }

  @Test func `Nobody is left with a reference to a row that is left out`() throws {
    var job = try job(
      "id,name,kind,affiliations\np,Pia,individual,House | director | | | h\nh,House,organization,\n")
    job.unticked = [3]
    let summary = try job.work().preview(in: library)
    #expect(summary.new == 0 && summary.unticked == 1)
    #expect(summary.findings.map(\.what) == [.rejected(.value(.unknownRecord("h")))])
  }

  @Test func `A stored record that a row would change stays where the row is left out`() throws {
    _ = try job("id,name,city\n1,Ana,Lima\n").work().run(in: library)
    var job = try job("id,name,city\n1,Ana,Quito\n")
    job.unticked = [2]
    let summary = try job.work().run(in: library)
    #expect(summary.outcome == .nothingNew && summary.unticked == 1)
    #expect(try library.read(RecordByID<Stakeholder>("1"))?.city == "Lima")
  }
}
