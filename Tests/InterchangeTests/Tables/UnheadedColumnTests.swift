import Model
import Testing

@testable import Interchange

/// Cells below no heading are left out, and that is said of every kind of table.
@Suite struct UnheadedColumnTests {
  private func unheaded(_ rows: some ImportSource) throws -> [UnheadedColumn] {
    var rows = rows
    while try rows.next() != nil {}
    return rows.remarks.unheadedColumns
  }

  private func file(_ text: String) -> ImportFile { ImportFile(bytes: Array(text.utf8)) }

  @Test func `Columns without a heading are told of with what they hold`() throws {
    let people = file(
      "Name,,Email,\nAna,Director,ana@example.org,x\nBo,,bo@example.org,\nCy,Head,,\nDi,Head,,\nEd,Clerk,,\n"
        + "Fi,Guide,,\n")
    for found in [
      try unheaded(TableRows<Stakeholder>(people)),
      try unheaded(MappedRows(people, FileSurvey(people).mapping())),
    ] {
      #expect(found.map(\.number) == [2, 4] && found.map(\.count) == [5, 1])
      #expect(found.map(\.samples) == [["Director", "Head", "Clerk"], ["x"]])
    }
  }

  @Test func `So it is of other kinds, and of empty columns nothing is said`() throws {
    let events = file("id,name,start,,place\ne1,Alpha,2016-02-22,secret,Bonn\n")
    #expect(try unheaded(TableRows<Event>(events)).map(\.samples) == [["secret"]])
    let items = file("Name,Link,Date,\nBees,https://x.example/1,2015-11-03,extra words\n")
    #expect(try unheaded(TableRows<Coverage>(items)).map(\.samples) == [["extra words"]])
    let comments = try ReviewSheet(
      file("Paragraph,Comment,,Reviewer\n5,Please shorten,hidden words,Ana\n"), call: "c", comments: [])
    #expect(try unheaded(comments).map(\.samples) == [["hidden words"]])
    #expect(try unheaded(TableRows<Event>(file("name,start,,\nAlpha,2016-02-22,,\n"))).isEmpty)
  }

  @Test func `A row of a review sheet that was passed over is not said to be taken`() throws {
    var sheet = try ReviewSheet(
      file("No,Reviewer,Page,Comment\n1,Ana,2,Shorten\n2,Bo,3,Mend\n3,,,\n"), call: "c", comments: [])
    var count = 0
    while try sheet.next() != nil { count += 1 }
    #expect(count == 2 && sheet.remarks.notes.isEmpty)
  }
}
