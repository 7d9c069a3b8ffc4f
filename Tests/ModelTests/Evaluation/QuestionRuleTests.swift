import Model
import Testing

@Suite struct QuestionRuleTests {
  private func question(_ values: [String: String]) -> Question {
    Question(id: "q", version: 0, values: values)
  }

  @Test func `Ids of questions are what every survey program takes for a name`() {
    for id in ["q1", "a", "ways_to-take-part", "Q"] {
      #expect(throws: Never.self) { try Question.checkedID(id) }
    }
    for id in ["", "1q", "_q", "-q", "q.1", "q 1", "q/1", "é", String(repeating: "q", count: 41)] {
      #expect(throws: FieldProblem.self) { try Question.checkedID(id) }
    }
  }

  @Test func `Codes are unique, and a scale has its ends in order`() {
    let twice = question(["question_type": "single", "choices": "a | | | A; b | | | B; a | | | C"])
    #expect(twice.contradictions.map(\.field) == ["choices"])
    #expect(twice.contradictions.first?.problem == .repeatedCode("a"))
    let scale = question(["question_type": "scale", "scale_from": "5", "scale_to": "3"])
    #expect(scale.contradictions.map(\.field) == ["scale_to"])
    let points = question([
      "question_type": "scale", "scale_from": "1", "scale_to": "5", "choices": "6 | | | Six",
    ])
    #expect(points.contradictions.map(\.field) == ["choices"])
    let many = question(["question_type": "multiple", "choices": "a | | | A", "most": "2"])
    #expect(many.contradictions.map(\.field) == ["most"])
  }

  @Test func `Answers are codes that the question knows`() throws {
    let multiple = question([
      "question_type": "multiple", "choices": "a | | | A; b | | | B; c | | | C", "most": "2",
    ])
    #expect(try multiple.checked("c  a") == "a c")
    #expect(throws: AnswerProblem.unknownCode("x", known: ["a", "b", "c"])) { try multiple.checked("a x") }
    #expect(throws: AnswerProblem.repeatedCode("a")) { try multiple.checked("a a") }
    #expect(throws: AnswerProblem.tooMany(3, most: 2)) { try multiple.checked("a b c") }
    var ranking = multiple
    (ranking.type, ranking.most) = (.ranking, 0)
    #expect(try ranking.checked("c a") == "c a")
    let scale = question(["question_type": "scale", "scale_to": "3"])
    #expect(try scale.checked("0") == "0")
    #expect(throws: AnswerProblem.self) { try scale.checked("4") }
    #expect(throws: AnswerProblem.self) { try scale.checked("01") }
    #expect(try question(["question_type": "open"]).checked("what ever") == "what ever")
  }

  @Test func `What is missing has its place and its language`() {
    var survey = Survey(id: "s")
    (survey.languages, survey.questions) = (["en", "fr"], ["q", "gone"])
    survey.titles = Wording(["en": "T"])
    let asked = question([
      "question_type": "single", "text_en": "What?", "text_fr": "Quoi ?",
      "choices": "a | | | A | ; b | | | | B",
    ])
    #expect(
      survey.gaps(["q": asked]) == [
        .untitled(language: "fr"), .untranslated("q", language: "en", .choice("b")),
        .untranslated("q", language: "fr", .choice("a")), .unknownQuestion("gone"),
      ])
    #expect(question(["question_type": "matrix", "choices": "a"]).lack == .noRows("q"))
    #expect(question(["question_type": "scale"]).lack == .noScale("q"))
    #expect(Survey(id: "s").gaps([:]) == [.noQuestions, .noLanguages])
  }
}
