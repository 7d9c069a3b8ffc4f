import GRDB
import Model
import Testing

@testable import Store

@Suite struct SurveyStoreTests {
  private func question(_ id: RecordID, _ type: QuestionType, _ codes: [String] = []) -> Question {
    var question = Question(id: id)
    (question.name, question.type) = (id, type)
    question.choices = codes.map { QuestionChoice(code: $0, wording: Wording(["en": $0])) }
    return question
  }

  private func response(_ name: String, of survey: RecordID = "needs", _ answers: [Answer]) -> SurveyResponse
  {
    var response = SurveyResponse(survey: survey, name: name)
    (response.language, response.group, response.answers) = ("fr", "a", answers)
    return response
  }

  private func survey(_ id: RecordID) -> Survey {
    var survey = Survey(id: id)
    survey.name = id
    return survey
  }

  private func library() throws -> Library {
    let library = try Library.inMemory()
    try library.apply(
      ImportRecords(new: [
        question("one", .single, ["yes", "no"]), question("many", .multiple, ["x", "y", "z"]),
        question("say", .open),
      ]))
    try library.apply(ImportRecords(new: ["needs", "needs-2"].map { survey($0) }))
    return library
  }

  private func counts(_ library: Library, _ survey: RecordID = "needs") throws -> SurveyTally {
    try library.read(SurveyCounts(SurveySlice(survey))).tally
  }

  @Test func `Counts follow every change`() throws {
    let library = try library()
    let first = response("1", [Answer("one", "yes"), Answer("many", "x y"), Answer("say", "my own; words")])
    try library.apply(
      ImportRecords(new: [first, response("2", [Answer("one", "no"), Answer("many", "y x")])]))
    try library.apply(AddRecord(response("1", of: "needs-2", [Answer("one", "no")])))
    var tally = try counts(library)
    #expect(tally.responses == 2)
    #expect(tally.texts["one"] == ["yes": 1, "no": 1])
    #expect(tally.texts["many"] == ["x y": 1, "y x": 1])
    #expect(tally.texts["say"] == [SurveyTally.words: 1])
    #expect(tally.texts["@language"] == ["fr": 2])

    var edited = first
    edited.version = 1
    edited.answers[0] = Answer("one", "no")
    try library.apply(
      EditRecord(base: try #require(try library.read(RecordByID<SurveyResponse>(first.id))), edited: edited))
    #expect(try counts(library).texts["one"] == ["no": 2])
    let pairs = try library.read(SurveyJointCounts(SurveySlice("needs"), .question("one"), .question("many")))
    #expect(pairs.tally.pairs == [.init("no", "x y"): 1, .init("no", "y x"): 1])
    try library.undo()
    #expect(try counts(library).texts["one"] == ["yes": 1, "no": 1])
    try library.apply(RemoveRecord(first))
    tally = try counts(library)
    #expect(tally.responses == 1 && tally.texts["one"] == ["no": 1])
    try library.undo()
    #expect(try counts(library).responses == 2)
    #expect(try counts(library, "needs-2").texts["one"] == ["no": 1])
    #expect(try library.read(OpenAnswers("needs", question: "say")) == ["my own; words"])
  }

  /// The words of people stand in their responses and nowhere else.
  @Test func `Words are not coded`() throws {
    let library = try library()
    try library.apply(
      AddRecord(response("1", [Answer("say", "it was me"), Answer("later", "nobody knows yet")])))
    let texts = try library.database.read { try String.fetchAll($0, sql: "SELECT text FROM survey_code") }
    #expect(!texts.contains { $0.contains("me") || $0.contains("nobody") })
    // Once it is said what the question is, its answers are counted.
    try library.apply(AddRecord(question("later", .single, ["nobody knows yet"])))
    #expect(try counts(library).texts["later"] == ["nobody knows yet": 1])
    #expect(try counts(library).texts["say"] == [SurveyTally.words: 1])
  }

  @Test func `Long answers are read where they stand`() throws {
    let library = try library()
    let long = String(repeating: "x", count: 500)
    try library.apply(
      ImportRecords(new: [response("1", [Answer("one", long)]), response("2", [Answer("one", "yes")])]))
    #expect(try counts(library).texts["one"] == [long: 1, "yes": 1])
    let pairs = try library.read(SurveyJointCounts(SurveySlice("needs"), .question("one"), .group))
    #expect(pairs.tally.pairs == [.init(long, "a"): 1, .init("yes", "a"): 1])
  }

  @Test func `Figures are of surveys that were open`() throws {
    let library = try library()
    let draft = try #require(try library.read(RecordByID<Survey>("needs")))
    var survey = draft
    survey.state = .closed
    (survey.opens, survey.closes) = (Day("2015-06-01"), Day("2015-07-31"))
    survey.questions = ["one", "many", "say"]
    survey.groups = [InvitedGroup(code: "a", invited: 40)]
    try library.apply(EditRecord(base: draft, edited: survey))
    let responses = (0..<20).map { response("\($0)", [Answer("one", $0 < 3 ? "yes" : "no")]) }
    try library.apply(ImportRecords(new: responses))
    let year = (Day("2015-01-01")!, Day("2015-12-31")!)
    let figures = try #require(try library.read(SurveyFiguresBetween(year.0, year.1)).first)
    #expect(figures.responses == 20 && figures.invited == 40 && figures.groups.first?.responses == 20)
    #expect(figures.questions.first?.results.map(\.count) == [nil, nil])
    #expect(figures.questions.first?.answered == 20)
    #expect(try library.read(SurveyFiguresBetween(Day("2016-01-01")!, Day("2016-12-31")!)).isEmpty)
  }
}
