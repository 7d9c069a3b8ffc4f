import Testing

@testable import Model

@Suite struct InterviewTests {
  private func question(_ id: RecordID, _ type: QuestionType, _ codes: [String] = []) -> Question {
    var question = Question(id: id)
    question.type = type
    question.choices = codes.map { QuestionChoice(code: $0, wording: Wording(["en": $0])) }
    if type == .scale { (question.from, question.to, question.choices) = (1, 5, []) }
    return question
  }

  private func interview() -> Interview {
    var survey = Survey(id: "s")
    survey.state = .open
    survey.questions = ["one", "many", "rank", "scale", "grid", "say"]
    var many = question("many", .multiple, ["web", "print", "hub"])
    many.most = 2
    var one = question("one", .single, ["yes", "no"])
    one.isRequired = true
    var grid = question("grid", .matrix, ["low", "high"])
    grid.rows = ["a", "b"].map { QuestionChoice(code: $0, wording: Wording()) }
    let bank = [
      one, many, question("rank", .ranking, ["x", "y"]), question("scale", .scale), grid,
      question("say", .open),
    ]
    return Interview(survey, bank.byID)
  }

  @Test func `Lines become one response`() {
    var interview = interview()
    #expect(
      interview.items.map(\.variable.name) == ["one", "many", "rank", "scale", "grid.a", "grid.b", "say"])
    for line in ["1", "hub, 1", "2 1", "4", "LOW", "", "  it is fine; really | so "] {
      #expect(interview.take(line) == .next)
    }
    #expect(interview.item == nil && interview.take("") == .done)
    let response = interview.response(name: "r", day: Day("2015-09-15")!)
    #expect(response.id == "s/r" && response["one"] == "yes" && response["many"] == "web hub")
    #expect(response["rank"] == "y x" && response["scale"] == "4" && response["grid.a"] == "low")
    #expect(response["grid.b"] == "" && response["say"] == "it is fine; really | so")
    #expect(SurveyResponse(id: response.id, version: 0, values: response.values).answers == response.answers)
  }

  @Test func `What is wrong is said and nothing lost`() {
    var interview = interview()
    #expect(interview.take("") == .again(.required))
    #expect(interview.take("maybe") == .again(.unknown("maybe", keys: "1 2")))
    #expect(interview.take("no") == .next)
    #expect(interview.take("1 2 3") == .again(.tooMany(3, most: 2)))
    #expect(interview.take("1 1") == .again(.twice("1")))
    #expect(interview.take("1") == .next)
    #expect(interview.take("<") == .next && interview.answer == "web")
    #expect(interview.take("?") == .again(nil))
    #expect(interview.take("") == .next && interview.take("") == .next)
    // Of a scale the number is the answer, not a place in a list.
    #expect(interview.take("6") == .again(.unknown("6", keys: "1 2 3 4 5")))
    #expect(interview.take("!") == .over)
    #expect(interview.answers == ["one": "no", "many": "web"])
  }

  @Test func `Only an open survey takes answers`() {
    var survey = Survey(id: "s")
    let day = Day("2015-09-15")!
    #expect(!Interview.isOpen(survey, on: day))
    survey.state = .open
    #expect(Interview.isOpen(survey, on: day))
    survey.closes = Day("2015-09-14")
    #expect(!Interview.isOpen(survey, on: day))
  }

  /// B.19: nobody is asked too often, nobody twice, nobody who wants to be left alone.
  @Test func `Fatigue limits invitations`() {
    let day = Day("2015-09-15")!
    func person(_ id: RecordID, _ answer: ConsentAnswer? = .yes) -> Stakeholder {
      var person = Stakeholder(id: id)
      person.name = id
      if let answer { person.consents = [Consent(use: .mailing, answer: answer, day: day)] }
      return person
    }
    func asked(_ survey: RecordID, _ day: String) -> Invitation {
      var invitation = Invitation(id: survey + day)
      (invitation.survey, invitation.day) = (survey, Day(day))
      return invitation
    }
    var plan = InvitationPlan("s", on: day, limit: 2)
    plan.consider(person("free"), [asked("a", "2014-09-15"), asked("b", "2015-01-01")])
    plan.consider(person("tired"), [asked("a", "2014-09-16"), asked("b", "2015-01-01")])
    plan.consider(person("known"), [asked("s", "2013-01-01")])
    plan.consider(person("no", .no), [])
    plan.consider(person("silent", nil), [])
    var alone = person("alone")
    alone.isDoNotContact = true
    plan.consider(alone, [])
    #expect(plan.invited == ["free"])
    #expect(plan.leftOut.map(\.reason) == [.tooOften, .invited, .refused, .unasked, .doNotContact])
    #expect(plan.leftOut[0].times == 2)
  }
}
