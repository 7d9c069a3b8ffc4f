import Foundation
import Interchange
import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// The surveys by keys.
@Suite struct SurveysPaneTests {
  private func desk(columns: Int = 80, rows: Int = 24, language: String = "en") throws -> Desk {
    try Desk("9", columns: columns, rows: rows, language: language, library: .withSurveys())
  }

  private func file(_ lines: String..., folder: String = "", name: String = "file.csv") throws -> String {
    let path = scratchPath() + folder
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }

  @Test func `The surveys, with what each lacks, at 80 columns`() throws {
    let desk = try desk()
    #expect(
      desk.body == """
        ‹Surveys› Questions  Translations
         State     Name                    Opens       Questions Responses Translations
        ▌◐ open    Asked of all            1 Sep       2         1         ● complete
         ○ draft   After the event                     2         0         ! 3 gaps
        """)
    desk.press("j")
    #expect(desk.status.hasPrefix(" ! the title in French"))
    let chinese = try self.desk(language: "zh")
    #expect(chinese.body.contains("◐ 开放") && chinese.body.contains("● 齐全"))
  }

  @Test func `Enter shows the questions of a survey, Esc leads back to it, and the bank has all`() throws {
    let desk = try desk()
    desk.press("j", "Enter")
    #expect(desk.lines[0].contains("those of After the event"))
    #expect(desk.body.contains("useful") && !desk.body.contains("spare"))
    desk.press("Esc")
    #expect(desk.body.contains("‹Surveys›"))
    desk.press("]")
    #expect(desk.body.contains("spare"))
    desk.press("/")
    desk.type("pourq")
    #expect(desk.body.contains("why") && !desk.body.contains("useful"))
  }

  @Test func `A question that is changed among those of its survey stays among them`() throws {
    let desk = try desk()
    desk.press("j", "Enter", "e")
    desk.type("?")
    desk.press("Ctrl-S")
    #expect(desk.lines[0].contains("those of After the event"))
    #expect(desk.body.contains("useful") && !desk.body.contains("spare"))
  }

  @Test func `The board of translations leads to the field that is missing`() throws {
    let desk = try desk()
    desk.press("j", "t")
    #expect(
      desk.body == """
         Surveys  Questions ‹Translations›
         Question                                                           ‹en›   fr
        ▌Title  After the event                                             ‹●›    ! 1
         useful  How useful?                                                 ●     ! 2
         why  Why?                                                           ●     ●
        """)
    desk.press("j", "Right")
    #expect(desk.status == " ! French: the question, the answer 5")
    desk.press("Enter")
    #expect(desk.lines.contains { $0.hasPrefix("▌Text, French") })
    desk.type("Utile ?")
    desk.press("Ctrl-S")
    #expect(desk.body.contains("‹! 1›"))
    // The next one is an answer: its sheet is the field of all answers.
    desk.press("Enter")
    #expect(desk.lines.contains { $0.hasPrefix("▌Choices") || $0.hasPrefix("▌Answers") })
  }

  @Test func `A survey with gaps does not open, and says what is missing`() throws {
    let desk = try desk()
    desk.press("j", "o")
    #expect(desk.screen.contains("3 things are missing, first: the title in French"))
    desk.press("k", "o")
    #expect(try desk.library.read(RecordByID<Survey>("asked"))?.state == .closed)
  }

  @Test func `The form refuses another anonymity, and keeps what was typed`() throws {
    let desk = try desk()
    desk.press("e")
    desk.go(to: "Anonymity")
    desk.press("Right", "Ctrl-S")
    #expect(desk.screen.contains("settled when the survey was made"))
    #expect(try desk.library.read(RecordByID<Survey>("asked"))?.anonymity == .anonymous)
  }

  @Test func `A new question asks for its words first, and proposes an id`() throws {
    let desk = try desk()
    desk.press("]", "n")
    desk.type("The first")
    desk.press("Enter")
    desk.retype("1st")
    desk.press("Enter")
    #expect(desk.screen.contains("cannot be an id"))
    desk.retype("why")
    desk.press("Enter")
    #expect(desk.screen.contains("stands there twice"))
    desk.retype("first")
    desk.press("Enter", "Down", "o", "Ctrl-S")
    #expect(try desk.library.read(RecordByID<Question>("first"))?.name == "The first")
  }

  @Test func `A question that is made among those of a survey belongs to it, in six keys and its words`()
    throws
  {
    let desk = try desk()
    let before = try #require(try desk.library.read(RecordByID<Survey>("event"))).questions
    desk.press("Down", "Enter", "n")
    desk.type("Keep bees")
    desk.press("Enter", "Enter", "Down", "o", "Ctrl-S")
    let survey = try #require(try desk.library.read(RecordByID<Survey>("event")))
    #expect(survey.questions.count == before.count + 1)
    let id = try #require(survey.questions.last)
    #expect(id.hasPrefix("q"))
    #expect(try desk.library.read(RecordByID<Question>(id))?.name == "Keep bees")
    desk.press("u")
    if try desk.library.read(RecordByID<Question>(id)) != nil { desk.press("y") }
    #expect(try desk.library.read(RecordByID<Survey>("event"))?.questions == before)
    #expect(try desk.library.read(RecordByID<Question>(id)) == nil)
  }

  @Test func `A question that is left half typed in a survey belongs to it when it is taken up again`() throws
  {
    let desk = try desk()
    let before = try #require(try desk.library.read(RecordByID<Survey>("event"))).questions
    desk.press("Down", "Enter", "n")
    desk.type("Keep bees")
    desk.press("Enter", "Enter", "Down", "o", "Esc")
    #expect(desk.status.contains("Ctrl-O"))
    desk.press("1", "Ctrl-O")
    if !desk.lines[0].contains("›") { desk.press("Enter") }
    #expect(desk.lines[0].contains("After the event"), "\(desk.screen)")
    desk.press("Ctrl-S")
    let survey = try #require(try desk.library.read(RecordByID<Survey>("event")))
    #expect(survey.questions.count == before.count + 1, "\(desk.screen)")
  }

  @Test func `A question without the answers to choose from is refused, and nothing typed is lost`() throws {
    let desk = try desk()
    desk.press("]", "n")
    desk.type("Which bees?")
    desk.press("Enter")
    desk.retype("bees")
    desk.press("Enter")
    desk.go(to: "Text, English")
    desk.type("Which bees do you keep?")
    desk.press("Ctrl-S")
    #expect(try desk.library.read(RecordByID<Question>("bees")) == nil)
    #expect(desk.isAt("Answers offered"))
    let refusal = "People choose an answer here: enter what they can choose"
    #expect(desk.screen.contains(refusal), "\(desk.screen)")
    desk.type("honey || | Honey bees; none || | None")
    desk.press("Ctrl-S")
    let question = try #require(try desk.library.read(RecordByID<Question>("bees")))
    #expect(question.choices.count == 2 && question.wording["en"] == "Which bees do you keep?")
  }

  @Test func `An open survey takes no question that nobody can answer, and says so`() throws {
    let desk = try desk()
    let before = try #require(try desk.library.read(RecordByID<Survey>("asked"))).questions
    desk.press("Enter", "n")
    desk.type("Keep bees")
    desk.press("Enter", "Enter", "Ctrl-S")
    #expect(desk.screen.contains("Keep bees"))
    #expect(desk.status.contains { !$0.isWhitespace })
    #expect(try desk.library.read(RecordByID<Survey>("asked"))?.questions == before)
  }

  @Test func `A new survey is asked for its title first, and an id is proposed`() throws {
    let desk = try desk()
    desk.press("n")
    desk.type("Bee survey")
    desk.press("Enter")
    #expect(desk.screen.contains("bee-survey-2015"))
    desk.press("Enter", "Ctrl-S")
    #expect(try desk.library.read(RecordByID<Survey>("bee-survey-2015"))?.name == "Bee survey")
  }

  @Test func `Responses come in by keys, refused lines named before, and undo takes them back`() throws {
    let desk = try desk()
    let path = try file("_uuid,useful,why,ipaddr", "u-1,4,Because,192.0.2.1", "u-2,9,,", "u-3,5,,")
    desk.press("i")
    desk.type(path)
    desk.press("Enter")
    #expect(desk.lines[2].contains("2 new, 0 changed, 0 unchanged, 1 rejected."))
    #expect(desk.body.contains("line 3: useful: “9” is no answer to this question."))
    #expect(desk.body.contains("Anonymous, so never stored: ipaddr."))
    desk.press("w", "Ctrl-S")
    let stored = try desk.library.read(AllRecords<SurveyResponse>())
    #expect(stored.count == 3 && stored.count { $0.group == "experts" } == 2)
    desk.press("u")
    #expect(try desk.library.read(ResponseCounts()) == ["asked": 1])
    desk.press("i")
    desk.type(try file("_uuid,other", "u-1,4"))
    desk.press("Enter")
    #expect(desk.screen.contains("it seems to be of another survey"))
  }

  @Test func `A form goes out and comes in by keys`() throws {
    let desk = try desk()
    let folder = scratchPath()
    desk.press("w")
    desk.retype(folder)
    desk.press("Enter")
    #expect(FileManager.default.fileExists(atPath: folder + "/choices.csv"))
    let sheet = URL(fileURLWithPath: folder + "/survey.csv")
    let text = try String(contentsOf: sheet, encoding: .utf8).replacing("Why?", with: "Why then?")
    try Data(text.utf8).write(to: sheet)
    desk.press("F")
    desk.type(folder)
    desk.press("Enter")
    #expect(desk.lines[2].contains("0 new, 1 changed, 2 unchanged"))
    desk.press("Ctrl-S")
    #expect(try desk.library.read(RecordByID<Question>("why"))?.wording["en"] == "Why then?")
    desk.press("u")
    #expect(try desk.library.read(RecordByID<Question>("why"))?.wording["en"] == "Why?")
  }

  @Test func `Who is invited by keys is asked once, and says why others are left out`() throws {
    let library = try Library.withSurveys()
    for (id, name, values) in [
      ("ann", "Ann Invented", ["consents": "mailing | yes"]),
      ("ben", "Ben Invented", ["consents": "mailing | no"]),
      ("shy", "Shy Invented", ["do_not_contact": "yes"]),
    ] {
      let all = values.merging(["name": name, "country": "KE"]) { $1 }
      try library.apply(AddRecord(Stakeholder(id: id, version: 0, values: all)))
    }
    let desk = try Desk("9", library: library)
    desk.press("v", "Enter", "Ctrl-S")
    #expect(desk.screen.contains("! Say whom with a query or a view"))
    desk.type("country:KE")
    desk.press("Ctrl-S")
    #expect(desk.body.contains("1 person is asked to answer Asked of all."))
    #expect(desk.body.contains("1 left out, said no to mailings: Ben Invented"))
    #expect(desk.body.contains("1 left out, wish to be left alone: Shy Invented"))
    desk.press("Ctrl-S")
    #expect(desk.status == " 1 invitation to Asked of all is written down.")
    #expect(try library.read(AllRecords<Invitation>()).map(\.stakeholder) == ["ann"])
    let asked = try #require(try library.read(RecordByID<Survey>("asked")))
    #expect(asked.groups.map(\.invited) == [11])
    desk.press("u")
    #expect(try library.read(AllRecords<Invitation>()).isEmpty)
  }

  @Test func `The pane outlives every size`() throws {
    let desk = try desk(columns: 200, rows: 50)
    for _ in 0..<3 {
      for size in [Size(columns: 1, rows: 1), Size(columns: 40, rows: 10), Size(columns: 200, rows: 50)] {
        desk.session.resize(to: size)
        #expect(desk.lines.count == size.rows)
      }
      desk.press("]")
    }
    desk.press("[", "[", "[")
    #expect(desk.body.contains("Asked of all"))
  }
}

extension Library {
  /// A survey that is open in two languages, and a draft with gaps.
  static func withSurveys() throws -> Library {
    let library = try Library.inMemory()
    var useful = Question(id: "useful")
    (useful.name, useful.type, useful.from, useful.to) = ("Use", .scale, 1, 5)
    useful.wording = Wording(["en": "How useful?"])
    useful.choices = [
      QuestionChoice(code: "1", wording: Wording(["en": "Not", "fr": "Pas"])),
      QuestionChoice(code: "5", wording: Wording(["en": "Very"])),
    ]
    var why = Question(id: "why")
    (why.name, why.type, why.wording) = ("Reason", .open, Wording(["en": "Why?", "fr": "Pourquoi ?"]))
    var open = Survey(id: "asked")
    (open.name, open.languages, open.state, open.opens) = ("Asked of all", ["en"], .open, Day("2015-09-01"))
    (open.titles, open.questions) = (Wording(["en": "Asked"]), ["useful", "why"])
    open.groups = [InvitedGroup(code: "experts", role: .contributor, invited: 10)]
    var draft = Survey(id: "event")
    (draft.name, draft.languages, draft.questions) = ("After the event", ["en", "fr"], ["useful", "why"])
    draft.titles = Wording(["en": "After the event"])
    draft.anonymity = .confidential
    var response = SurveyResponse(survey: "asked", name: "r-1")
    response.answers = [Answer("useful", "4")]
    var spare = Question(id: "spare")
    (spare.name, spare.wording) = ("Asked by nobody", Wording(["en": "Spare?"]))
    try library.apply(ImportRecords(new: [useful, why, spare]))
    try library.apply(ImportRecords(new: [open, draft]))
    try library.apply(AddRecord(response))
    return library
  }
}
