import Model
import RandomRecords
import Testing

@testable import Interchange

/// Sheets of review comments as reviewers fill them in.
@Suite struct ReviewSheetTests {
  private func plan(_ text: String, over comments: [ReviewComment] = []) throws -> ImportPlan<ReviewComment> {
    let sheet = try ReviewSheet(ImportFile(bytes: Array(text.utf8)), call: "c", comments: comments)
    return try RecordImport(known: KnownRecords(comments)).plan(sheet)
  }

  @Test func `Number, name, chapter, page, line, comment`() throws {
    let plan = try plan(
      """
      No.,Reviewer name,Institution,Chapter,From page,From line,To page,To line,Comment,Notes to self
      1,"Example, Ann",Sample Institute,2,12,3,12,5,"Say who, and when.",x
      2,"Example, Ann",Sample Institute,2,9,,,,"第二条：请澄清",
      ,,,,,,,,,

      """)
    #expect(plan.isComplete && plan.new.map(\.id) == ["c/1", "c/2"])
    #expect(plan.new[0].source == "Example, Ann (Sample Institute)")
    #expect(plan.new.map(\.paragraph) == ["ch. 2, p. 12, l. 3-5", "ch. 2, p. 9"])
    #expect(plan.new[1].text == "第二条：请澄清")
    #expect(plan.remarks.unknownColumns == ["Notes to self"])
  }

  @Test func `Another sheet counts from one again: nobody's comment is lost`() throws {
    let first = try plan("Number,Name,Comment\n1,Ann,One\n2,Ann,Two\n").new
    let second = try plan("Number,Name,Comment\n1,Ben,Three\n2,Ann,Two\n7,Ben,Four\n", over: first)
    #expect(second.new.map(\.id) == ["c/3", "c/7"] && second.changed.isEmpty)
    #expect(second.unchanged == 1)
    // The same sheet again changes nothing.
    let again = try plan("Number,Name,Comment\n1,Ben,Three\n7,Ben,Four\n", over: first + second.new)
    #expect(again.new.isEmpty && again.changed.isEmpty && again.unchanged == 2)
  }

  @Test func `In Chinese, with semicolons and in another charset`() throws {
    let plan = try plan("编号;评审人;页;行;评审意见\n1;示例学会;3;12;请说明来源\n")
    #expect(plan.new.map(\.paragraph) == ["p. 3, l. 12"] && plan.new[0].source == "示例学会")
    let latin: [UInt8] = Array("Name;Comment\nAnn;pr".utf8) + [0xE9] + Array("ciser\n".utf8)
    let sheet = try ReviewSheet(ImportFile(bytes: latin), call: "c", comments: [])
    #expect(try RecordImport(known: KnownRecords([])).plan(sheet).new.map(\.text) == ["préciser"])
  }

  @Test func `Bad sheets say what is missing, line by line`() throws {
    #expect(throws: ImportFailure.columnMissing("Comment")) { try plan("Name,Page\nAnn,3\n") }
    let lost = try plan(
      "No,Name,Page,Comment,Disposition,Response\n1,Ann,3,,,\n2,Ann,4,Words,maybe,\n3,Ann,5,More,Not accepted,\n"
    )
    #expect(lost.rejectedRows == 3 && lost.rejected.map(\.line) == [2, 3, 4])
    let answered = try plan("Comment,Disposition,Response\nWords,Partly accepted,Example: the half of it\n")
    #expect(
      answered.new.map(\.disposition) == [.partly] && answered.new[0].reason == "Example: the half of it")
  }

  @Test func `Any bytes give a plan or a reason`() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0..<300, using: &generator)).map { _ in
        [UInt8](Array("Comment,No;\n\"\u{202E}é7".utf8)).randomElement(using: &generator)!
      }
      let plan = try? plan("No,Comment\n" + String(decoding: bytes, as: UTF8.self))
      #expect(plan?.new.allSatisfy { !$0.text.isEmpty && $0.id.hasPrefix("c/") } != false)
      _ = try? ReviewSheet(ImportFile(bytes: bytes), call: "c", comments: [])
    }
  }
}

/// The comments on a call as they are published.
@Suite struct CommentLedgerTests {
  private static let call: CallForInput = .init(
    id: "c", version: 1,
    values: [
      "name": "Draft <b>one</b>", "document": "Example draft", "opens": "2015-06-15", "closes": "2015-08-14",
    ])

  private static func comment(_ number: Int, _ values: [String: String]) -> ReviewComment {
    ReviewComment(id: "c/\(number)", version: 1, values: values)
  }

  private let comments = [
    comment(
      1,
      [
        "text": "=HYPERLINK(\"x\")", "source": "Sample Institute, ann@x.example, tel. +33 1 2345 678",
        "paragraph": "10",
      ]),
    comment(
      2,
      [
        "text": "a | b <script>\u{202E}", "source": "Known Person", "person": "s1", "paragraph": "9",
        "disposition": "partly-accepted", "reason": "Half of it", "note": "secretword", "answered_by": "ben",
      ]),
    comment(
      3,
      ["text": "第三条", "source": "Agreed Person", "person": "s2", "paragraph": "9", "disposition": "accepted"]),
  ]

  private func file(_ format: CommentLedger.Format, _ language: String = "en") -> String {
    String(
      decoding: CommentLedger(Self.call, comments, named: ["s2"], language: language).file(format),
      as: UTF8.self)
  }

  @Test func `In the order of the document, unanswered ones said`() {
    #expect(
      file(.text) == """
        Intergovernmental Science-Policy Platform on Biodiversity and Ecosystem Services
        Comments and what became of them: Draft <b>one</b>
        Example draft, since 15 June 2015, until 14 August 2015
        Comments: 3. Accepted: 1. Partly accepted: 1. Not accepted: 0. Not considered yet: 1.

        2 · 9 · name withheld
          a | b <script>
          → partly accepted: Half of it

        3 · 9 · Agreed Person
          第三条
          → accepted

        1 · 10 · Sample Institute
          =HYPERLINK("x")
          → not considered yet


        """)
  }

  @Test func `Neither contact details, notes, nor who has not agreed`() {
    for format in CommentLedger.Format.allCases {
      for language in ["en", "ar", "zh", "fr", "ru", "es"] {
        let text = file(format, language)
        for secret in ["ann@x.example", "2345", "Known Person", "secretword", "ben", "\u{202E}"] {
          #expect(!text.contains(secret), "\(format) \(language) \(secret)")
        }
        #expect(text.contains("Sample Institute") && text.contains("Agreed Person"))
        #expect(text == file(format, language))
      }
    }
  }

  @Test func `No cell steers a spreadsheet, a page or Markdown`() {
    #expect(file(.csv).contains("\"'=HYPERLINK(\"\"x\"\")\""))
    #expect(file(.html).contains("a | b &lt;script&gt;") && !file(.html).contains("<script>"))
    #expect(file(.html).contains("Draft &lt;b&gt;one&lt;/b&gt;"))
    #expect(file(.markdown).contains("a \\| b \\<script\\>"))
    #expect(file(.html, "ar").contains("lang=\"ar\" dir=\"rtl\""))
    #expect(file(.html, "zh").contains("尚未审议"))
  }

  @Test func `Names keep their words where no address stands beside them`() {
    for name in ["Government of Exampleland", "Red (ejemplo), 2015", "示例学会"] {
      #expect(CommentLedger.withoutAddresses(name) == name)
    }
    #expect(CommentLedger.withoutAddresses("Ann <ann@x.example>") == "Ann")
    #expect(CommentLedger.withoutAddresses("ann@x.example").isEmpty)
    #expect(CommentLedger.withoutAddresses("Ann, 0331234567, Tel: +33 1 23 45 67 89, Paris") == "Ann Paris")
    #expect(CommentLedger.withoutAddresses("Panel of 2014 2015") == "Panel of 2014 2015")
  }
}
