extension SurveyFigures {
  /// The results of a survey for a report, with no more in them than `SurveyResults` shows.
  public init(_ results: SurveyResults) {
    let survey = results.survey
    self.init(
      id: survey.id, name: survey.name, purpose: survey.purpose.rawValue, series: survey.series,
      anonymity: survey.anonymity.rawValue, opened: survey.opens?.description ?? "",
      closed: survey.closes?.description ?? "", invited: results.invited, responses: results.responses,
      groups: survey.groups.map {
        Group(code: $0.code, name: $0.name, invited: $0.invited, responses: results.responses(of: $0))
      },
      languages: Dictionary(
        (results[.language]?.lines ?? []).map { ($0.choice.code, $0.count) }, uniquingKeysWith: { $1 }),
      questions: results.questions.map(Results.init),
      actions: survey.actions.map {
        MatchedActionFigure(
          question: $0.question, choice: $0.choice, activity: $0.activity, what: $0.what)
      })
  }
}

extension SurveyFigures.Results {
  init(_ result: SurveyResults.Result) {
    let question = result.item.question
    var wording = question?.wording.texts ?? [:]
    for (language, text) in result.item.row?.wording.texts ?? [:] {
      wording[language] = wording[language].map { "\($0) \(text)" } ?? text
    }
    let ranks = result.lines.compactMap { line in line.meanRank.map { "\(line.choice.code) \(Self.text($0))" }
    }
    self.init(
      question: result.variable.name, type: question?.type.rawValue ?? "",
      topic: question?.topic.rawValue ?? "", wording: wording, answered: result.answered,
      missing: result.missing,
      results: result.lines.map {
        .init(code: $0.choice.code, wording: $0.choice.wording.texts, count: $0.count)
      },
      mean: result.mean.map(Self.text) ?? ranks.joined(separator: "; "))
  }

  /// With two decimals at most.
  private static func text(_ number: Double) -> String {
    Quantity(thousandths: Int((number * 100).rounded()) * 10).description
  }
}
