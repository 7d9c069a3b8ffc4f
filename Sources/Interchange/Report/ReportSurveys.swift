import Model
import Phrases

/// What surveys found. Small cells are suppressed already: a number that is missing here may not be shown.
extension ReportBuilder {
  private func sources(_ survey: SurveyFigures) -> ReportSources {
    ReportSources(.survey, [survey.id])
      + ReportSources(.surveyResponse, [], count: survey.responses, query: "survey-responses \(survey.id)/")
  }

  mutating func surveys() {
    guard !facts.surveys.isEmpty else { return say("surveys.none", .reportNoSurveys) }
    for survey in facts.surveys {
      subsection(survey.name)
      let key = "surveys.\(survey.id)"
      let rate =
        words.percent(survey.responses, of: survey.invited).map { $0 } ?? book.say(.reportNotRecorded)
      say(
        key,
        book.say(
          .reportSurvey, words.word("purpose", survey.purpose), words.days(survey.opened, survey.closed),
          survey.invited > 0 ? words.number(survey.invited) : book.say(.reportNotRecorded),
          words.number(survey.responses), rate), [], sources(survey))
      say(key + ".anonymity", book.label("anonymity", survey.anonymity))
      table(
        key + ".groups", book.say(.reportGroupsTable, survey.name),
        [
          book.say(.columnGroup), book.say(.columnInvited), book.say(.columnResponses),
          book.say(.columnShare),
        ],
        survey.groups.map { group in
          [
            group.name.isEmpty ? group.code : group.name,
            group.invited > 0 ? words.number(group.invited) : "–", words.shown(group.responses),
            group.responses.flatMap { words.percent($0, of: group.invited) } ?? "–",
          ]
        }, sources(survey))
      languages(survey, key)
      actions(survey, key)
    }
  }

  private mutating func languages(_ survey: SurveyFigures, _ key: String) {
    let rows = survey.languages.sorted { $0.key < $1.key }.map { tag, count in
      [words.word("language", tag), words.shown(count)]
    }
    table(
      key + ".languages", book.say(.reportSurveyLanguages, survey.name),
      [book.say(.columnLanguage), book.say(.columnResponses)], rows, sources(survey))
  }

  private mutating func actions(_ survey: SurveyFigures, _ key: String) {
    guard !survey.actions.isEmpty else { return }
    let questions = Dictionary(
      survey.questions.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    say(
      key + ".actions", book.say(.reportActions),
      survey.actions.map { action in
        let question = questions[action.question]
        let choice = question?.results.first { $0.code == action.choice }
        let answer = choice.map { words.wording($0.wording, else: $0.code) } ?? action.choice
        let what = action.what.isEmpty ? words.activity(action.activity) : action.what
        return Item(book.say(.reportItem, answer, what))
      },
      ReportSources(.activity, Set(survey.actions.map(\.activity).filter { !$0.isEmpty }), query: "activities"))
  }

  // MARK: Annex

  mutating func surveysAnnex() {
    for survey in facts.surveys {
      for question in survey.questions where !question.results.isEmpty {
        let key = "surveys.\(survey.id).\(question.question)"
        let wording = words.wording(question.wording, else: question.question)
        var rows = question.results.map { result in
          [
            words.wording(result.wording, else: result.code), words.shown(result.count),
            result.count.flatMap { count in question.answered.flatMap { words.percent(count, of: $0) } } ?? "–",
          ]
        }
        rows.append([book.say(.reportAnswered), words.shown(question.answered), "–"])
        rows.append([book.say(.reportMissing), words.shown(question.missing), "–"])
        if !question.mean.isEmpty { rows.append([book.say(.reportMean), question.mean, "–"]) }
        table(
          key, book.say(.reportQuestion, survey.name, wording),
          [book.say(.columnAnswer), book.say(.columnResponses), book.say(.columnShare)], rows, sources(survey))
        figure(
          key + ".chart",
          Chart(
            .bars, title: wording, categories: question.results.map { words.wording($0.wording, else: $0.code) },
            series: [Chart.Series("", question.results.map { $0.count.map(Double.init) })]), data: key,
          sources(survey))
      }
    }
    if case .heading? = pieces.last { say("surveys.noResults", .reportNoSurveys) }
  }
}
