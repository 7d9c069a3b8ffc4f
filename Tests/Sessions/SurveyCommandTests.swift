import Foundation
import Glibc
import Testing

/// Surveys without a screen: forms out and in, responses in.
@Suite struct SurveyCommandTests {
  private let desk: Desk
  private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("sample-data").path

  init() throws {
    desk = try Desk()
    // What surveys name comes before them.
    for kind in [
      "stakeholders", "plans", "activities", "launches", "spokespersons", "events", "questions", "surveys",
    ] {
      let result = try desk.run("import", kind, "\(Self.samples)/\(kind).csv")
      try #require(result.code == 0, "\(result.errors)")
    }
  }

  @Test func `A form goes round, and into another store`() throws {
    let folder = desk.folder + "/form"
    #expect(try desk.run("survey", "form", "export", "needs-2015", "--to", folder).code == 0)
    let again = try desk.run("survey", "form", "import", folder)
    #expect(again.code == 0 && again.output.contains("Nothing is new"), "\(again)")
    let other = desk.folder + "/other.sqlite"
    let fresh = try desk.run("survey", "form", "import", folder, "--store", other)
    #expect(fresh.code == 0 && fresh.output.contains("12 new, 0 changed"), "\(fresh)")
    let book = desk.folder + "/form.xlsx"
    #expect(try desk.run("survey", "form", "export", "needs-2015", "--to", book).code == 0)
    #expect(try desk.run("survey", "form", "import", book).output.contains("Nothing is new"))
    let sheet = try String(contentsOfFile: folder + "/survey.csv", encoding: .utf8)
    try desk.write(sheet.replacing("select_one willing,", with: "select_one wiling,"), to: "form/survey.csv")
    let broken = try desk.run("survey", "form", "import", folder)
    #expect(broken.code == EX_DATAERR)
    #expect(broken.errors.contains("survey.csv:5: There is no list “wiling”."), "\(broken)")
    #expect(try desk.run("survey", "form", "export", "nowhere", "--to", folder).code == EX_USAGE)
  }

  @Test func `The sample's files of LimeSurvey and KoboToolbox come in, once`() throws {
    let lime = "\(Self.samples)/inbox/limesurvey-needs-2015.csv"
    let first = try desk.run("survey", "import", "needs-2015", lime, "--group", "experts")
    #expect(first.code == 0 && first.output.contains("12 new"), "\(first)")
    #expect(first.output.contains("Anonymous, so never stored: startdate, datestamp, ipaddr."))
    #expect(try desk.run("survey", "import", "needs-2015", lime).output.contains("12 unchanged"))
    let kobo = "\(Self.samples)/inbox/kobo-needs-2015.csv"
    let refused = try desk.run("survey", "import", "needs-2015", kobo)
    #expect(refused.code == EX_DATAERR)
    #expect(
      refused.errors.contains(
        "kobo-needs-2015.csv:8: profile/willing: “perhaps so” is no answer to this question. Known are yes, maybe, no."
      ))
    let rest = try desk.run(
      "survey", "import", "needs-2015", kobo, "--skip-rejected", "--mode", "phone", "--lang", "zh")
    #expect(rest.code == 0 && rest.output.contains("9"), "\(rest)")
    let stored = try desk.run("export", "survey-responses").output
    #expect(stored.split(separator: "\r\n").count == 22)
    #expect(!stored.contains("192.0.2.") && !stored.contains("example-device"))
    try desk.write(
      "id,submitdate,seed,sector,willing,hours,clarity,concerns,outputs\n1,9/3/2015,5,science,yes,4,5,none,data\n"
        + "2,,6,science,,,,,\n", to: "days.csv")
    let days = try desk.run("survey", "import", "needs-2015", desk.folder + "/days.csv")
    #expect(days.output.contains("9/3/2015 are read with the month first"), "\(days)")
    #expect(days.output.contains("1 new, 0 changed, 0 unchanged, 0 rejected. Left out: 1."), "\(days)")
    #expect(days.output.contains("Left out of the results: 1 never submitted."))
    try desk.write(
      "_id,_submission_time,sector,willing,hours,clarity,concerns,outputs\n7,9/9/2015,,yes,,,,\n"
        + "8,10/9/2015,,yes,,,,\n9,9/10/2015,,no,,,,\n", to: "open.csv")
    let open = try desk.run("survey", "import", "needs-2015", desk.folder + "/open.csv")
    #expect(open.code == EX_DATAERR && open.errors.contains("--dates day-first"), "\(open)")
    let chosen = try desk.run(
      "survey", "import", "needs-2015", desk.folder + "/open.csv", "--dates", "day-first", "--dry-run")
    #expect(
      chosen.code == 0 && chosen.output.contains("with the day first: so it was asked for"), "\(chosen)")
    let other = try desk.run("survey", "import", "needs-2015", "\(Self.samples)/evidence.csv")
    #expect(other.code == EX_DATAERR && other.errors.contains("another survey"))
  }
}
