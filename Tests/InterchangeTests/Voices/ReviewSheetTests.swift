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
