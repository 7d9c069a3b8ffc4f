import Foundation
import Testing

/// `outreach survey answer`, results and invitations as the telephone, a pipe and a narrow terminal have them.
@Suite struct SurveyAnswerTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.fill("a,Ann,")
    try desk.take(
      "questions",
      """
      id,name,question_type,required,text_en,text_fr,choices
      ways,Ways,single,yes,How?,Comment ?,web | | | The web | Le web; hub | | | A hub | Un centre
      say,Say,open,,What else?,Quoi d'autre ?,
      """)
    try desk.take(
      "surveys",
      """
      id,name,survey_state,languages,questions,title_en,title_fr,groups
      needs,Example needs,open,en;fr,ways;say,Needs,Besoins,g | | 10
      shut,Example shut,closed,en,ways,Shut,,
      """)
  }

  @Test func `A survey is answered in twenty columns`() throws {
    let probe = try desk.start(
      [Desk.program, "survey", "answer", "needs", "--questions-in", "fr", "--group", "g"], columns: 20,
      rows: 12)
    try probe.wait(for: "Le web")
    probe.send("7\r")
    try probe.wait(for: "none")
    probe.send("2\r")
    try probe.wait(for: "2/2")
    probe.send("mot\r")
    try probe.wait(for: "Enter")
    probe.send("\r")
    try probe.wait(for: "Thank")
    let results = try desk.run("survey", "results", "needs", "--format", "csv")
    #expect(results.output.contains("ways,single,other,1,0,hub,x"))
  }

  @Test func `Nothing is saved where the answers break off, or the survey is closed`() throws {
    let broken = try desk.run("survey", "answer", "needs")
    #expect(broken.code == 74 && broken.errors.contains("broke off"))
    let shut = try desk.run("survey", "answer", "shut")
    #expect(shut.code == 69 && shut.errors.contains("it is closed"))
    #expect(try desk.run("survey", "answer", "needs", "--questions-in", "xx").code == 64)
    #expect(try desk.run("survey", "results", "needs").output.contains("0 responses"))
  }

  @Test func `Invitations say whom they leave out`() throws {
    let dry = try desk.run("survey", "invite", "needs", "--group", "g", "--query", "ann", "--dry-run")
    #expect(
      dry.code == 0 && dry.output.contains("never asked about mailings: Ann"), "\(dry.output)\(dry.errors)")
    #expect(try desk.run("survey", "invite", "needs").code == 64)
  }
}

extension Desk {
  /// Imports a few rows of a kind.
  fileprivate func take(_ kind: String, _ rows: String) throws {
    let file = folder + "/\(kind).csv"
    try Data(rows.utf8).write(to: URL(fileURLWithPath: file))
    let result = try run("import", kind, file)
    guard result.code == 0 else {
      throw CocoaError(.fileReadCorruptFile, userInfo: ["said": result.errors + result.output])
    }
  }
}
