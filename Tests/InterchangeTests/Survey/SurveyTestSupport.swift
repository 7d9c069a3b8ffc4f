import Interchange
import Model

/// A survey with a question of each type.
enum Asked {
  static func words(_ text: String) -> Wording {
    Wording(["en": text, "fr": "\(text) (fr)", "zh": "\(text)（中）"])
  }

  static func choices(_ codes: String...) -> [QuestionChoice] {
    codes.map { QuestionChoice(code: $0, wording: words("The \($0)")) }
  }

  static let questions: [Question] = {
    func question(_ id: RecordID, _ type: QuestionType, _ set: (inout Question) -> Void) -> Question {
      var question = Question(id: id)
      (question.name, question.type, question.wording) = ("Name of \(id)", type, words("What of \(id)?"))
      set(&question)
      return question
    }
    return [
      question("one", .single) {
        $0.choices = choices("yes", "no", "other")
        ($0.isRequired, $0.topic) = (true, .willingness)
      },
      question("many", .multiple) {
        $0.choices = choices("big", "small-ones", "red")
        ($0.most, $0.note) = (2, "A note, with \"quotes\"")
      },
      question("scale", .scale) { ($0.from, $0.to) = (1, 5) },
      question("named-scale", .scale) {
        ($0.from, $0.to, $0.choices) = (0, 3, choices("0", "3"))
      },
      question("rank", .ranking) { $0.choices = choices("first", "second", "third") },
      question("grid", .matrix) {
        ($0.choices, $0.rows) = (choices("often", "never"), choices("mail", "phone"))
      },
      question("say", .open) { $0.topic = .concerns },
    ]
  }()

  static let bank = questions.byID

  static var survey: Survey {
    var survey = Survey(id: "needs")
    (survey.name, survey.purpose, survey.series, survey.state) = ("Needs", .needs, "needs", .open)
    (survey.languages, survey.questions) = (["fr", "en", "zh"], questions.map(\.id))
    (survey.titles, survey.introduction) = (words("Title"), words("Hello"))
    survey.groups = [InvitedGroup(code: "experts", role: .contributor, invited: 10, name: "Experts")]
    return survey
  }

  static func form(
    _ survey: String, choices: String? = nil, settings: String? = nil
  ) throws -> XLSFormReader {
    func file(_ text: String) -> ImportFile { ImportFile(bytes: Array(text.utf8)) }
    return try XLSFormReader(survey: file(survey), choices: choices.map(file), settings: settings.map(file))
  }

  /// What a file of responses holds.
  static func responses(
    _ lines: String..., survey: Survey = survey, options: ResponseFile.Options = .init(),
    stored: [SurveyResponse] = []
  ) throws -> Taken {
    try responses(
      bytes: Array(lines.joined(separator: "\n").utf8), survey: survey, options: options, stored: stored)
  }

  static func responses(
    bytes: [UInt8], survey: Survey = survey, options: ResponseFile.Options = .init(),
    stored: [SurveyResponse] = [], bank: [RecordID: Question] = bank
  ) throws -> Taken {
    let file = try ResponseFile(
      ImportFile(bytes: bytes), survey, bank: bank, options: options, name: { "h\(stable($0))" })
    var taken = Taken(file: file)
    taken.remarks = try ResponseImport(
      file, known: { _ in stored.byID },
      contents: {
        Dictionary(grouping: stored, by: \.contentHash).mapValues { $0.map(\.id) }
      }
    ).decide(take: { decisions in
      for (decision, line) in decisions {
        switch decision {
        case .new(let response, _, _, _): taken.new.append(response)
        case .changed(let change): taken.changed.append(change.after)
        case .unchanged: taken.unchanged += 1
        case .rejected(let problems):
          taken.rejected += problems.map { "\(line) \($0.column) \($0.problem)" }
        case .repeated(let first, let isIdentical): taken.repeated.append("\(line) \(first) \(isIdentical)")
        }
      }
    })
    return taken
  }

  /// A hash that is the same in each run.
  private static func stable(_ text: String) -> String {
    String(text.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }, radix: 16)
  }

  struct Taken {
    let file: ResponseFile
    var new: [SurveyResponse] = []
    var changed: [SurveyResponse] = []
    var unchanged = 0
    var rejected: [String] = []
    var repeated: [String] = []
    var remarks = ResponseImport.Remarks()
  }
}
