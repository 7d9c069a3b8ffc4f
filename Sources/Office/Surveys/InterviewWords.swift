import Model
import Phrases

/// What an interview says. Questions in the language of who answers; all else in that of who asks.
public struct InterviewWords: Sendable {
  public let interview: Interview
  public let look: Look
  public let words: ResultWords

  /// - Parameter language: that of the questions.
  public init(_ interview: Interview, look: Look, language: String) {
    (self.interview, self.look) = (interview, look)
    words = ResultWords(interview.survey, look: look, language: language)
  }

  /// The title and introduction of the survey.
  public var introduction: [String] {
    [words.text(interview.survey.titles), words.text(interview.survey.introduction)].filter { !$0.isEmpty }
  }

  /// The question, what can be answered, and what was.
  public var question: [String] {
    guard let item = interview.item else { return [end] }
    let place = "\(interview.index + 1)/\(interview.items.count)"
    let isRequired = item.question?.isRequired == true
    var lines = ["\(place) \(words.title(item))\(isRequired ? " *" : "")"]
    lines += zip(interview.keys(of: item), item.choices).map { key, choice in
      let text = words.text(choice.wording)
      return text.isEmpty || text == key ? " \(key)" : " \(key)  \(text)"
    }
    lines.append(look.say(hint(of: item)))
    if !interview.answer.isEmpty { lines.append("= \(said(interview.answer, to: item))") }
    return lines
  }

  /// Before the place where the answer is typed.
  public var end: String {
    look.say(.askEnd, .number(interview.answers.count), .number(interview.items.count))
  }

  private func said(_ answer: String, to item: SurveyItem) -> String {
    guard item.form != .open else { return answer }
    let codes = item.form == .one ? [answer] : answer.split(separator: " ").map(String.init)
    return look.list(
      codes.map { code in
        item.choices.first { $0.code == code }.map { words.choice($0, of: item) } ?? code
      })
  }

  private func hint(of item: SurveyItem) -> Phrase {
    switch item.form {
    case .open: return Phrase(.askOpen)
    case .one: return Phrase(.askOne)
    case .many:
      let most = item.question?.most ?? 0
      return most > 0 ? Phrase(.askSome, .number(most)) : Phrase(.askMany)
    case .ranking: return Phrase(.askRanking)
    }
  }

  public static func phrase(_ problem: Interview.Problem) -> Phrase {
    switch problem {
    case .required: Phrase(.askRequired)
    case .unknown(let typed, let keys): Phrase(.askUnknown, .text(typed), .text(keys))
    case .twice(let typed): Phrase(.askTwice, .text(typed))
    case .tooMany(let count, let most): Phrase(.askTooMany, .number(count), .number(most))
    case .tooLong(let most): Phrase(.askTooLong, .number(most))
    }
  }

  /// Why a survey takes no answers on a day; nil where it does.
  public static func closed(_ survey: Survey, on day: Day, _ look: Look) -> Phrase? {
    guard !Interview.isOpen(survey, on: day) else { return nil }
    let state: Phrase =
      switch survey.state {
      case .draft: Phrase(.askDraft)
      case .closed: Phrase(.askClosed)
      case .open: Phrase(.askNotNow)
      }
    return Phrase(.askRefused, .text(survey.title), .phrase(state))
  }
}
