import Model
import Office
import Phrases
import Terminal

/// A list of the surveys as columns; only the rows in sight are ever made.
struct SurveyTable {
  typealias Column = ListTable<Int>.Column

  let pane: SurveysPane
  let look: Look

  private var words: SurveyWords { SurveyWords(look: look) }

  var columns: [Column] {
    switch pane.section {
    case .surveys: surveys
    case .bank: bank
    case .missing: missing
    }
  }

  private func field(_ name: String, _ width: Int, _ cell: @escaping (Int) -> Span) -> Column {
    Column(look.word("field", name), width, cell)
  }

  private var surveys: [Column] {
    let (list, words, pane) = (pane.surveys, words, pane)
    var columns = [
      field("survey_state", 9) { words.state(list[$0]) },
      field("name", 0) { Span(list[$0].title) },
      field("opens", 11) { Span(list[$0].opens.map(look.shortDay) ?? "", .quiet) },
      field("languages", 18) { Span(list[$0].languages.joined(separator: " "), .quiet) },
      field("questions", 7) { Span(look.phrases.number(list[$0].questions.count)) },
      Column(look.say(.surveyResponses), 9) { index in
        Span(look.phrases.number(pane.counts[list[index].id] ?? 0))
      },
      Column(look.say(.surveysMissing), 12) { index in
        words.gaps(pane.gaps[list[index].id]?.count ?? 0)
      },
    ]
    if pane.listColumns < 100 { columns.remove(at: 3) }
    return columns
  }

  private var bank: [Column] {
    let (list, words) = (pane.questions, words)
    return [
      field("id", 18) { Span(list[$0].id) },
      field("question_type", 12) { Span(look.word("question_type", list[$0].type.rawValue), .quiet) },
      field("topic", 13) { Span(look.word("topic", list[$0].topic.rawValue), .quiet) },
      field("question", 0) { words.text(list[$0].wording) },
    ]
  }

  private var missing: [Column] {
    let (list, pane) = (pane.board, pane)
    let languages = Language.official.enumerated().map { place, language in
      Column(place == pane.language ? "‹\(language)›" : " \(language)", 5) { index in
        let count = list[index].missing[language]?.count ?? 0
        let isUnder = place == pane.language && index == pane.selection.index
        let text = count == 0 ? "●" : "! \(count)"
        return Span(isUnder ? "‹\(text)›" : " \(text)", count == 0 ? .done : .due)
      }
    }
    return [
      Column(look.word("field", "question"), 0) { index in
        let row = list[index]
        let id = row.question ?? look.word("field", row.subject == .title ? "title" : "introduction_en")
        return Span("\(id)  \(row.wording.text(in: look.language))")
      }
    ] + languages
  }
}
