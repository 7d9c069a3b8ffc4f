import Model
import Phrases
import Typesetting

/// How surveys and what they lack are said.
public struct SurveyWords: Sendable {
  public let look: Look

  public init(look: Look) { self.look = look }

  public func state(_ survey: Survey) -> Span { survey.state.said(look) }

  public func gaps(_ count: Int) -> Span {
    count == 0
      ? Mark.done.said(look.say(.surveyReady)) : Span(look.say(.surveyGaps, .number(count)), .due)
  }

  /// A text in the language of the screen; in another one it says in which.
  public func text(_ wording: Wording) -> Span {
    let text = wording.text(in: look.language)
    guard wording[look.language].isEmpty, !text.isEmpty else { return Span(text) }
    let tag = Language.official.first { wording[$0] == text } ?? ""
    return Span("[\(tag)] \(text)", .quiet)
  }

  /// What of a line of the board has no words in a language.
  public func missing(_ row: TranslationRow, in language: String) -> Span {
    let name = Language.name(language, in: look.language)
    guard let parts = row.missing[language], !parts.isEmpty else {
      return Span(look.labelled(name, row.wording[language]), .quiet)
    }
    let words =
      row.subject == .question
      ? parts.map { look.say(Self.phrase($0)) } : [look.word("field", row.field(in: language))]
    return Mark.lacking.said(look.labelled(name, look.list(words)))
  }

  static func notReady(_ gap: SurveyGap, _ count: Int) -> Phrase {
    Phrase(.problemNotReady, .number(count), .phrase(phrase(gap)))
  }

  public static func phrase(_ part: QuestionPart) -> Phrase {
    switch part {
    case .text: Phrase(.gapText)
    case .choice(let code): Phrase(.gapChoice, .text(code))
    case .row(let code): Phrase(.gapRow, .text(code))
    }
  }

  /// What a survey lacks; languages by their tags, because a refusal does not know in which one it is read.
  public static func phrase(_ gap: SurveyGap) -> Phrase {
    switch gap {
    case .noQuestions: Phrase(.gapNoQuestions)
    case .noLanguages: Phrase(.gapNoLanguages)
    case .unknownQuestion(let id): Phrase(.gapUnknownQuestion, .text(id))
    case .noChoices(let id): Phrase(.gapNoChoices, .text(id))
    case .noRows(let id): Phrase(.gapNoRows, .text(id))
    case .noScale(let id): Phrase(.gapNoScale, .text(id))
    case .untitled(let language): Phrase(.gapUntitled, .phrase(name(language)))
    case .notIntroduced(let language): Phrase(.gapNotIntroduced, .phrase(name(language)))
    case .untranslated(let id, let language, let part):
      Phrase(.gapUntranslated, .text(id), .phrase(name(language)), .phrase(phrase(part)))
    }
  }

  /// The name of an official language, as the labels of its fields say it.
  private static func name(_ language: String) -> Phrase { Phrase(label: "official", language) }
}
