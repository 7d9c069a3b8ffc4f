import Model
import Office
import Phrases
import Terminal

/// The lists of the surveys as columns.
struct SurveyTable {
  let pane: SurveysPane
  let look: Look

  private var words: SurveyWords { SurveyWords(look: look) }

  private func field<Row>(_ name: String, _ width: Int, _ cell: @escaping (Row) -> Span)
    -> ListTable<Row>.Column
  {
    .init(look.word("field", name), width, cell)
  }

  var surveys: ListTable<Survey> {
    let (words, pane) = (words, pane)
    var columns: [ListTable<Survey>.Column] = [
      field("survey_state", 9, words.state).growing,
      field("name", 0) { Span($0.title) },
      field("opens", 11) { Span($0.opens.map(look.shortDay) ?? "", .quiet) }.whole,
      field("languages", 18) { Span($0.languages.joined(separator: " "), .quiet) },
      field("questions", 7) { Span(look.phrases.number($0.questions.count)) },
      .init(look.say(.surveyResponses), 9) { Span(look.phrases.number(pane.counts[$0.id] ?? 0)) },
      .init(look.say(.surveysMissing), 12) { words.gaps(pane.gaps[$0.id]?.count ?? 0) }.growing,
    ]
    if pane.tabs.listColumns < 100 { columns.remove(at: 3) }
    return ListTable(columns: columns)
  }

  var bank: ListTable<Question> {
    let words = words
    return ListTable(columns: [
      field("id", 18) { Span($0.id) },
      field("question_type", 12) { Span(look.word("question_type", $0.type.rawValue), .quiet) }.growing,
      field("topic", 13) { Span(look.word("topic", $0.topic.rawValue), .quiet) }.growing,
      // Without a full text yet it is known by its short one.
      field("question", 0) { $0.wording.isEmpty ? Span($0.name, .quiet) : words.text($0.wording) },
    ])
  }

  var missing: ListTable<TranslationRow> {
    let (chosen, stood) = (pane.language, pane.row)
    let languages = pane.languages.enumerated().map { place, language in
      ListTable<TranslationRow>.Column(place == chosen ? "‹\(language)›" : " \(language)", 5) { row in
        let count = row.missing[language]?.count ?? 0
        let text = count == 0 ? Mark.done.glyph : Mark.lacking.said("\(count)").text
        let isUnder = place == chosen && row.id == stood?.id
        return Span(isUnder ? "‹\(text)›" : " \(text)", count == 0 ? .done : .due)
      }
    }
    return ListTable(
      columns: [
        field("question", 0) { row in
          let id = row.question ?? look.word("field", row.subject == .title ? "title" : "introduction_en")
          return Span("\(id)  \(row.wording.text(in: look.language))")
        }
      ] + languages)
  }
}
