/// What makes people and organizations take part and what keeps them away (annex II, paragraphs 16 and 17): as it is
/// recorded of stakeholders, beside what they answered in surveys.
public struct IncentiveBook: Sendable, Equatable {
  /// What a survey was answered, as far as it may be shown.
  public struct Asked: Sendable, Equatable {
    public let survey: Survey
    public let question: Question
    public let answered: Int
    /// Those given most often first; what may not be shown comes last.
    public let lines: [SurveyResults.Line]

    /// Of the first question of a topic; nil where the survey has none, or nobody answered it.
    public init?(_ results: SurveyResults, about topic: QuestionTopic) {
      let found = results.questions.first {
        $0.item.question?.topic == topic && $0.item.form != .open && $0.answered > 0
      }
      guard let found, let question = found.item.question else { return nil }
      (survey, self.question, answered) = (results.survey, question, found.answered)
      lines = found.lines.enumerated().sorted {
        (-($0.element.count ?? -1), $0.offset) < (-($1.element.count ?? -1), $1.offset)
      }.map(\.element)
    }
  }

  /// One of the two lists: by how many stakeholders each code is recorded of, those of most first.
  public struct Side: Sendable, Equatable {
    public let topic: QuestionTopic
    public let dimension: Dimension
    public let recorded: [(code: String, count: Int)]
    public let asked: Asked?

    public static func == (a: Side, b: Side) -> Bool {
      a.topic == b.topic && a.asked == b.asked && a.recorded.elementsEqual(b.recorded, by: ==)
    }

    public init(_ topic: QuestionTopic, _ dimension: Dimension, _ counts: [String: Int], _ asked: Asked?) {
      (self.topic, self.dimension, self.asked) = (topic, dimension, asked)
      recorded = (dimension.vocabulary ?? []).enumerated()
        .sorted { (-(counts[$0.element] ?? 0), $0.offset) < (-(counts[$1.element] ?? 0), $1.offset) }
        .map { ($0.element, counts[$0.element] ?? 0) }
    }
  }

  public let incentives: Side
  public let disincentives: Side

  public init(_ incentives: Side, _ disincentives: Side) {
    (self.incentives, self.disincentives) = (incentives, disincentives)
  }
}
