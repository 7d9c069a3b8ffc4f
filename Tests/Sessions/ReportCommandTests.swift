import Foundation
import FoundationXML
import Testing

/// `outreach report`, as an office runs it.
@Suite struct ReportCommandTests {
  private func evaluation(_ desk: Desk, _ more: String...) throws -> Desk.Result {
    try desk.run(
      arguments: [
        "report", "evaluation", "--audience", "bureau", "--from", "2015-01-01", "--to", "2015-12-31",
      ] + more)
  }

  @Test func `A report is drafted, released, and says the same for ever`() throws {
    let desk = try Desk()
    let made = try desk.run(
      "report", "draft", "--name", "Evaluation 2015", "--audience", "plenary", "--from", "2015-01-01", "--to",
      "2015-12-31", "--language", "ar")
    #expect(made.code == 0, "\(made.errors)")
    let id = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(try desk.run("report", "check", id).code == 65)
    #expect(try desk.run("report", "release", id, "--day", "2016-01-15", "--why", "Bureau, item 4").code == 0)
    let listed = try desk.run("report", "list").output
    #expect(listed.contains("released  plenary  2015-01-01..2015-12-31  ar  2016-01-15  Evaluation 2015"))
    let first = desk.folder + "/first.html"
    #expect(try desk.run("report", "show", id, "--format", "html", "-o", first).code == 0)
    #expect(XMLParser(data: Data(try desk.bytes(first))).parse())
    #expect(try desk.run("report", "check", id).output == "Today it would say the same.\n")
    let events = try desk.write(
      "id,name,event_kind,start,event_status\ne1,Sample briefing,briefing,2015-06-01,confirmed\n",
      to: "events.csv")
    #expect(try desk.run("import", "events", events).code == 0)
    let second = desk.folder + "/second.html"
    #expect(try desk.run("report", "show", id, "--format", "html", "-o", second).code == 0)
    #expect(try desk.bytes(first) == desk.bytes(second))
    let check = try desk.run("report", "check", id)
    #expect(check.code == 1 && check.output.contains("now:"))
    #expect(try desk.run("report", "release", id).code == 65)
  }

  @Test func `The same store gives the same bytes, in every format and also where it cannot be written`()
    throws
  {
    let desk = try Desk()
    #expect(try evaluation(desk).code == 66)
    #expect(
      try desk.run("import", "events", desk.write("id,name,start\ne1,Example,2015-06-01\n", to: "e.csv")).code
        == 0)
    for format in ["text", "markdown", "html"] {
      let (first, second) = (
        try evaluation(desk, "--format", format), try evaluation(desk, "--format", format)
      )
      #expect(
        first.code == 0 && first.output == second.output && first.output.contains("Matters for decision"))
    }
    let document = desk.folder + "/report.docx"
    #expect(try evaluation(desk, "--format", "docx").code == 64)
    #expect(try evaluation(desk, "-o", document).code == 0)
    let bytes = try desk.bytes(document)
    #expect(bytes.starts(with: "PK".utf8))
    #expect(try evaluation(desk, "-o", document, "--force").code == 0 && desk.bytes(document) == bytes)
    let drawn = try evaluation(desk, "--ascii", "--language", "ru").output
    #expect(drawn.contains("Вопросы, требующие решения") && !drawn.contains("█"))
  }

  @Test func `What cannot be reported is refused with a sentence`() throws {
    let desk = try Desk()
    let wrong: [([String], Int32, String)] = [
      (["--from", "2016-01-01", "--to", "2015-01-01"], 64, "2016-01-01 is after 2015-01-01"),
      (["--from", "2015-02-30", "--to", "2015-12-31"], 64, "2015-02-30"),
      (["--from", "2015-01-01", "--to", "2015-12-31", "--language", "sw"], 64, "sw"),
    ]
    for (arguments, code, sentence) in wrong {
      let result = try desk.run(arguments: ["report", "evaluation", "--audience", "mep"] + arguments)
      #expect(result.code == code && result.errors.contains(sentence), "\(result.errors)")
    }
    #expect(
      try desk.run(
        "report", "evaluation", "--audience", "press", "--from", "2015-01-01", "--to", "2015-12-31"
      ).code == 64)
    #expect(
      try desk.run("import", "events", desk.write("id,name,start\ne1,Example,2015-06-01\n", to: "e.csv")).code
        == 0)
    let unknown = try desk.run("report", "show", "nobody")
    #expect(unknown.code == 66 && unknown.errors.contains("There is no report nobody"))
  }
}
