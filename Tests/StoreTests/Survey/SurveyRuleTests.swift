import Model
import Store
import Testing

/// What was promised to those who answer, and what they answered, stays, whichever way a change comes.
@Suite struct SurveyRuleTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    var choice = Question(id: "q1")
    (choice.name, choice.wording) = ("One", Wording(["en": "One?"]))
    choice.choices = ["a", "b"].map { QuestionChoice(code: $0, wording: Wording(["en": $0])) }
    var matrix = Question(id: "q2")
    (matrix.name, matrix.type, matrix.wording) = ("Two", .matrix, Wording(["en": "Two?"]))
    (matrix.choices, matrix.rows) = (choice.choices, choice.choices)
    var survey = Survey(id: "s")
    (survey.name, survey.languages, survey.state) = ("S", ["en"], .open)
    (survey.titles, survey.questions) = (Wording(["en": "S"]), ["q1", "q2"])
    try library.apply(ImportRecords(new: [choice, matrix]))
    try library.apply(AddRecord(survey))
  }

  private func answer(_ name: String, _ answers: [Answer], by person: RecordID = "") throws {
    var response = SurveyResponse(survey: "s", name: name)
    (response.answers, response.stakeholder) = (answers, person)
    try library.apply(AddRecord(response))
  }

  private func edit<R: Record>(_: R.Type, _ id: RecordID, _ change: (inout R) -> Void) throws {
    let base = try #require(try library.read(RecordByID<R>(id)))
    var edited = base
    change(&edited)
    try library.apply(EditRecord(base: base, edited: edited))
  }

  @Test func `Anonymity is fixed when the survey is made: form, import, undo`() throws {
    let refusal = Refusal.invalid(field: "anonymity", .fixedWhenMade)
    #expect(throws: refusal) { try edit(Survey.self, "s") { $0.anonymity = .named } }
    let base = try #require(try library.read(RecordByID<Survey>("s")))
    var after = base
    after.anonymity = .confidential
    #expect(throws: refusal) { try library.apply(ImportRecords(new: [], changed: [(base, after)])) }
    #expect(throws: refusal) {
      try library.apply(
        ImportForm(
          questions: ImportRecords(new: []), survey: ImportRecords(new: [], changed: [(base, after)])))
    }
    // To take the survey back and make it again is no way round, once somebody answered.
    try answer("r1", [Answer("q1", "a")])
    #expect(throws: Refusal.self) {
      try library.undo()
      try answer("r1", [Answer("q1", "a")])
      try library.apply(RemoveRecord(base))
    }
    #expect(try library.read(RecordByID<Survey>("s"))?.anonymity == .anonymous)
  }

  @Test func `Nobody is named in an anonymous survey`() throws {
    try library.add(.named("P", id: "p1"))
    #expect(throws: Refusal.invalid(field: "stakeholder", .nobodyMayBeNamed)) {
      try answer("r1", [Answer("q1", "a")], by: "p1")
    }
    var stray = SurveyResponse(survey: "nowhere", name: "r1")
    stray.answers = [Answer("q1", "a")]
    #expect(throws: Refusal.invalid(field: "survey", .unknownRecord("nowhere"))) {
      try library.apply(AddRecord(stray))
    }
  }

  @Test func `Words may change, what was answered stays`() throws {
    try answer("r1", [Answer("q1", "a"), Answer("q2.b", "b")])
    try edit(Question.self, "q1") { $0.wording["en"] = "Better?" }
    try edit(Question.self, "q1") { $0.choices.removeAll { $0.code == "b" } }
    #expect(throws: Refusal.invalid(field: "choices", .answered("a"))) {
      try edit(Question.self, "q1") {
        $0.choices = [QuestionChoice(code: "z", wording: Wording(["en": "Z"]))]
      }
    }
    #expect(throws: Refusal.invalid(field: "question_type", .answered("single"))) {
      try edit(Question.self, "q1") { $0.type = .multiple }
    }
    try edit(Question.self, "q2") { $0.rows.removeAll { $0.code == "a" } }
    #expect(throws: Refusal.invalid(field: "rows", .answered("b"))) {
      try edit(Question.self, "q2") { $0.rows = [QuestionChoice(code: "c", wording: Wording(["en": "C"]))] }
    }
    #expect(throws: Refusal.invalid(field: "questions", .answered("q1"))) {
      try edit(Survey.self, "s") { $0.questions = ["q2"] }
    }
    #expect(throws: Refusal.invalid(field: "questions", .inUse("S"))) {
      try library.apply(RemoveRecord(try #require(try library.read(RecordByID<Question>("q1")))))
    }
  }

  @Test func `A survey is open only while nothing is missing`() throws {
    func isNotReady(_ error: any Error) -> Bool {
      if case Refusal.invalid(field: "survey_state", .notReady) = error { true } else { false }
    }
    #expect(performing: { try edit(Survey.self, "s") { $0.languages = ["en", "fr"] } }, throws: isNotReady)
    #expect(performing: { try edit(Question.self, "q1") { $0.wording = Wording() } }, throws: isNotReady)
    try edit(Survey.self, "s") { $0.state = .draft }
    try edit(Survey.self, "s") { $0.languages = ["en", "fr"] }
    #expect(performing: { try edit(Survey.self, "s") { $0.state = .open } }, throws: isNotReady)
  }

  @Test func `A question's id is one for good`() throws {
    #expect(throws: Refusal.self) {
      var question = Question(id: "1bad")
      question.name = "x"
      try library.apply(AddRecord(question))
    }
  }

  @Test func `A hundred responses come and go as one change`() throws {
    let change = ImportInBatches<SurveyResponse>(why: "file.csv") { hand in
      for batch in 0..<10 {
        try hand.put(
          (0..<10).map { number in
            var response = SurveyResponse(survey: "s", name: "r\(batch)-\(number)")
            response.answers = [Answer("q1", "a")]
            return (nil, response)
          })
      }
      return true
    }
    try library.apply(change)
    #expect(try library.read(ResponseCounts()) == ["s": 100])
    try library.undo()
    #expect(try library.read(ResponseCounts()) == [:])
    try library.redo()
    #expect(try library.read(ResponseCounts()) == ["s": 100])
    #expect(throws: ImportInBatches<SurveyResponse>.NotWanted.self) {
      try library.apply(
        ImportInBatches<SurveyResponse>(why: "") { hand in
          var response = SurveyResponse(survey: "s", name: "other")
          response.answers = [Answer("q1", "b")]
          try hand.put([(nil, response)])
          return false
        })
    }
    #expect(try library.read(ResponseCounts()) == ["s": 100])
  }
}
