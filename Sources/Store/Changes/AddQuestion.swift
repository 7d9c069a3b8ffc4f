import Model

/// Puts a new question into the bank and behind those of a survey, as one change.
public struct AddQuestion: Change {
  public let name = "add"
  let question: Question
  let survey: Survey

  /// - Parameter survey: as the person saw it.
  public init(_ question: Question, to survey: Survey) { (self.question, self.survey) = (question, survey) }

  /// - Throws: as `AddRecord`, and as `EditRecord` of the survey.
  public func perform(in transaction: Transaction) throws {
    try AddRecord(question).perform(in: transaction)
    var edited = survey
    edited.questions.append(question.id)
    try EditRecord(base: survey, edited: edited).perform(in: transaction)
  }
}
