import ArgumentParser
import Foundation
import Interchange
import Model
import Store

/// Measures an import of responses as KoboToolbox writes them, and its undo.
struct SurveyImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure an import of survey responses from a CSV, and its undo.")

  @Option(help: "How many responses.") var responses = 100_000
  @Option(help: "How many questions.") var questions = 60

  private static let program =
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/outreach"

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "outreach-survey-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (store, file) = ("\(folder)/store.sqlite", "\(folder)/responses.csv")
    let bank = SurveyGenerator.bank(questions)
    do {
      let library = try Library.open(store, who: "benchmark", creating: true)
      try library.apply(ImportRecords(new: bank))
      try library.apply(AddRecord(SurveyGenerator.survey(bank)))
    }
    var generator = SurveyGenerator(bank)
    let bytes = generator.file(responses)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    print("\(responses) responses to \(questions) questions, \(bytes.count >> 20) MiB of CSV")
    let scan = try ContinuousClock().measure {
      var reader = try CSVReader(ImportFile(path: file))
      while reader.next() != nil {}
    }
    let whole = try time([Self.program, "survey", "import", "bench", file, "--store", store])
    report("import", whole, goal: "20 s")
    let alone = (seconds(scan) * 10).rounded() / 10
    print("  to read the CSV alone: \(alone) s; \(Int(Double(responses) / whole)) responses/s")
    report(
      "the same again, all unchanged",
      try time([Self.program, "survey", "import", "bench", file, "--store", store]))
    let library = try Library.open(store, who: NSUserName())
    report("undo", seconds(try ContinuousClock().measure { try library.undo() }))
  }

  private func report(_ what: String, _ seconds: Double, goal: String = "") {
    print("\(what): \((seconds * 10).rounded() / 10) s" + (goal.isEmpty ? "" : ", goal \(goal)"))
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private struct Failure: Error { let what: String }

  private func time(_ command: [String]) throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    let took = try ContinuousClock().measure {
      try process.run()
      process.waitUntilExit()
    }
    guard process.terminationStatus == 0 else { throw Failure(what: command.joined(separator: " ")) }
    return seconds(took)
  }
}

/// Makes a survey with questions of every type, and responses to it, always the same.
struct SurveyGenerator {
  let bank: [Question]
  private var state: UInt64 = 1

  init(_ bank: [Question]) { self.bank = bank }

  /// So many questions, types by turns; a matrix counts as one.
  static func bank(_ count: Int) -> [Question] {
    (0..<count).map { index in
      let types: [QuestionType] = [.single, .multiple, .scale, .single, .ranking, .single, .multiple, .open]
      var question = Question(id: "q\(index + 1)")
      (question.name, question.type) = ("Question \(index + 1)", types[index % types.count])
      question.wording = Wording(["en": "Question \(index + 1)?"])
      if question.type == .scale { (question.from, question.to) = (1, 5) }
      if question.type != .scale, question.type != .open {
        question.choices = "abcdef".map {
          QuestionChoice(code: String($0), wording: Wording(["en": "Answer \($0)"]))
        }
      }
      return question
    }
  }

  static func survey(_ bank: [Question]) -> Survey {
    var survey = Survey(id: "bench")
    (survey.name, survey.languages, survey.state) = ("Benchmark", ["en"], .open)
    (survey.titles, survey.questions) = (Wording(["en": "Benchmark"]), bank.map(\.id))
    return survey
  }

  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func file(_ count: Int) -> [UInt8] {
    var writer = CSVWriter(style: .exact)
    writer.append(["_uuid", "_submission_time", "language"] + bank.map { "part/\($0.id)" })
    for number in 0..<count {
      let day = Day(number: 16_600 + number % 60).description
      var fields = ["uuid-\(number)-\(next(1 << 30))", "\(day)T10:00:00", "en"]
      for question in bank { fields.append(answer(to: question)) }
      writer.append(fields)
    }
    return writer.bytes
  }

  private mutating func answer(to question: Question) -> String {
    guard next(20) > 0 else { return "" }
    switch question.type {
    case .scale: return String(1 + next(5))
    case .open: return next(10) == 0 ? "Words of respondent \(next(1_000))" : ""
    case .single, .matrix: return question.choices[next(6)].code
    case .multiple:
      return question.choices.filter { _ in next(3) == 0 }.map(\.code).joined(separator: " ")
    case .ranking:
      let first = next(6)
      return (0..<3).map { question.choices[(first + $0 * (1 + next(1))) % 6].code }.joined(separator: " ")
    }
  }
}
