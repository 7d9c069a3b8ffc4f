import ArgumentParser
import Model
import Store

/// Makes a store with one large survey.
struct GenerateSurvey: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a store with one survey: questions of every type, and very many responses.")

  @Option(help: "How many responses.") var responses = 100_000
  @Option(help: "How many questions.") var questions = 60
  @Argument(help: "The new store.") var store: String

  func run() throws {
    let library = try Library.open(store, who: "generator", creating: true)
    let bank = (0..<questions).map(Self.question)
    var survey = Survey(id: "bench")
    (survey.name, survey.state, survey.questions) = ("Benchmark", .closed, bank.map(\.id))
    survey.languages = Language.official
    survey.groups = (0..<5).map { InvitedGroup(code: "g\($0)", invited: responses) }
    try library.apply(ImportRecords(new: bank))
    try library.apply(AddRecord(survey))
    let start = ContinuousClock.now
    var state: UInt64 = 1
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let made = (0..<responses).map { number in
      var response = SurveyResponse(survey: "bench", name: "r\(number)")
      (response.language, response.group) = (Language.official[random(6)], "g\(random(5))")
      response.answers = bank.compactMap { question in
        guard random(12) > 0 else { return nil }
        switch question.type {
        case .open: return Answer(question.id, "words \(random(1_000))")
        case .multiple: return Answer(question.id, "c\(random(4)) c\(4 + random(4))")
        case .ranking: return Answer(question.id, ["c0 c1 c2", "c2 c1 c0", "c1 c0 c2"][random(3)])
        case .scale: return Answer(question.id, String(1 + random(5)))
        case .single, .matrix: return Answer(question.id, "c\(min(random(8), random(8)))")
        }
      }
      return response
    }
    try library.apply(ImportRecords(new: made))
    print(
      "\(responses) responses to \(questions) questions in \(store), made in \(ContinuousClock.now - start)")
  }

  private static func question(_ number: Int) -> Question {
    var question = Question(id: "q\(number)")
    question.name = "Question \(number)"
    question.type = [.single, .multiple, .scale, .single, .ranking, .single][number % 6]
    if number % 20 == 19 { question.type = .open }
    (question.from, question.to) = question.type == .scale ? (1, 5) : (0, 0)
    if question.type != .open && question.type != .scale {
      question.choices = (0..<8).map {
        QuestionChoice(code: "c\($0)", wording: Wording(["en": "Choice \($0)"]))
      }
    }
    return question
  }
}

/// Times tables of a survey, beside a plain walk through the same rows.
struct SurveyTables: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Time the tables of a survey made by generate-survey, beside a plain walk through its rows.")

  @Option(help: "So many times each.") var times = 11
  @Argument(help: "A store made by generate-survey.") var store: String

  func run() throws {
    let library = try Library.open(store, who: "benchmark", isReadOnly: true)
    let slice = SurveySlice("bench")
    let count = try library.read(SurveyCounts(slice)).tally.responses
    let rows = try time { try library.read(RowWalk("bench")) }
    print(Figures.line("plain walk through \(count) coded rows", Figures.times(rows), ""))
    let all = try time { try library.tally(of: "bench") }
    print(Figures.line("every question counted", Figures.times(all), "200 ms"))
    let pairs: [(SurveyVariable, SurveyVariable)] = [
      (.question("q0"), .question("q3")), (.question("q1"), .question("q7")), (.question("q4"), .group),
      (.language, .role), (.question("q57"), .question("q58")),
    ]
    for (first, second) in pairs {
      let joint = try time { try library.jointTally(of: "bench", first, second) }
      let ratio = Figures.round(joint.median / rows.median)
      print(
        Figures.line(
          "cross \(first.name) x \(second.name)", "\(Figures.times(joint)), \(ratio) x walk", "200 ms"))
    }
    let bank = try library.read(AllRecords<Question>()).byID
    guard let survey = try library.read(RecordByID<Survey>("bench")) else { return }
    let items = survey.items(bank)
    let shown = try time {
      let tally = try library.jointTally(of: "bench", items[1].variable, items[7].variable)
      return SurveyCross(survey, rows: items[1], columns: items[7], tally)
    }
    print(Figures.line("cross of multiple questions, hidden too", Figures.times(shown), "200 ms"))
  }

  private func time<T>(_ body: () throws -> T) rethrows -> [Double] {
    try (0..<times).map { _ in
      let start = ContinuousClock.now
      _ = try body()
      let elapsed = (ContinuousClock.now - start).components
      return Double(elapsed.seconds) * 1_000 + Double(elapsed.attoseconds) / 1e15
    }
  }
}
