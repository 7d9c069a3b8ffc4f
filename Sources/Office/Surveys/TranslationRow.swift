import Model
import Phrases

/// A line of the board of translations: a question, or the title or introduction of a survey, and what of it has no
/// words in each official language.
public struct TranslationRow: Sendable, Equatable {
  public enum Subject: Sendable, Equatable { case title, introduction, question }

  public let subject: Subject
  /// The question's id; nil where it is the survey's own text.
  public let question: RecordID?
  public let wording: Wording
  /// How many texts it has.
  public let count: Int
  /// By language; those that the survey is not asked in stand there too.
  public let missing: [String: [QuestionPart]]

  /// A question's id holds no slash.
  public var id: RecordID { question ?? "/\(subject)" }

  /// - Parameters:
  ///   - survey: whose own texts stand above its questions; nil for the whole bank.
  ///   - words: what is looked for, folded; the survey's own texts are left out then.
  public static func rows(of survey: Survey?, _ questions: [Question], words: String) -> [TranslationRow] {
    var rows: [TranslationRow] = []
    if let survey, words.isEmpty {
      rows.append(row(.title, survey.titles))
      if !survey.introduction.isEmpty { rows.append(row(.introduction, survey.introduction)) }
    }
    return rows
      + questions.map { question in
        TranslationRow(
          subject: .question, question: question.id, wording: question.wording,
          count: question.wordings.count,
          missing: Dictionary(uniqueKeysWithValues: Language.official.map { ($0, question.missing(in: $0)) }))
      }
  }

  private static func row(_ subject: Subject, _ wording: Wording) -> TranslationRow {
    TranslationRow(
      subject: subject, question: nil, wording: wording, count: 1,
      missing: Dictionary(
        uniqueKeysWithValues: Language.official.map { ($0, wording[$0].isEmpty ? [.text] : []) }))
  }

  /// The field in which the first missing text of a language belongs; its own text where nothing is missing.
  public func field(in language: String) -> String {
    switch subject {
    case .title: "title_\(language)"
    case .introduction: "introduction_\(language)"
    case .question: (missing[language]?.first ?? .text).field(language)
    }
  }
}
