/// What a survey lacks before it can be answered in all of its languages.
public enum SurveyGap: Sendable, Hashable {
  case noQuestions, noLanguages
  /// Nobody has it in the bank.
  case unknownQuestion(RecordID)
  /// Nothing to choose, no rows, or a scale without ends.
  case noChoices(RecordID), noRows(RecordID), noScale(RecordID)
  case untitled(language: String)
  case notIntroduced(language: String)
  /// A question without some of its words in a language.
  case untranslated(RecordID, language: String, QuestionPart)

  public var question: RecordID? {
    switch self {
    case .unknownQuestion(let id), .noChoices(let id), .noRows(let id), .noScale(let id),
      .untranslated(let id, _, _):
      id
    default: nil
    }
  }
}

/// A part of a question that has words.
public enum QuestionPart: Sendable, Hashable {
  case text
  /// By its code.
  case choice(String), row(String)

  /// The field in which its words stand.
  public func field(_ language: String) -> String {
    switch self {
    case .text: "text_\(language)"
    case .choice: "choices"
    case .row: "rows"
    }
  }
}

extension Question {
  /// All that respondents read of it.
  public var wordings: [(part: QuestionPart, wording: Wording)] {
    [(.text, wording)] + choices.map { (.choice($0.code), $0.wording) }
      + (type == .matrix ? rows.map { (.row($0.code), $0.wording) } : [])
  }

  /// The parts without words in a language.
  public func missing(in language: String) -> [QuestionPart] {
    wordings.filter { $0.wording[language].isEmpty }.map(\.part)
  }

  /// What keeps it from being answered in any language.
  public var lack: SurveyGap? {
    switch type {
    case .single, .multiple, .ranking: choices.isEmpty ? .noChoices(id) : nil
    case .matrix: choices.isEmpty ? .noChoices(id) : rows.isEmpty ? .noRows(id) : nil
    case .scale: points.isEmpty ? .noScale(id) : nil
    case .open: nil
    }
  }
}

extension Survey {
  /// Everything that is missing, in the order of the questions.
  /// - Parameter bank: the questions by id.
  public func gaps(_ bank: [RecordID: Question]) -> [SurveyGap] {
    var gaps: [SurveyGap] = []
    if questions.isEmpty { gaps.append(.noQuestions) }
    if languages.isEmpty { gaps.append(.noLanguages) }
    gaps += titles.missing(of: languages).map { .untitled(language: $0) }
    // Not every survey has words before its questions.
    if !introduction.isEmpty {
      gaps += introduction.missing(of: languages).map { .notIntroduced(language: $0) }
    }
    for id in questions {
      guard let question = bank[id] else {
        gaps.append(.unknownQuestion(id))
        continue
      }
      if let lack = question.lack { gaps.append(lack) }
      for language in languages {
        gaps += question.missing(in: language).map { .untranslated(id, language: language, $0) }
      }
    }
    return gaps
  }
}
