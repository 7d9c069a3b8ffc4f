import Model

/// Puts a survey and its questions at once, as a form brought them.
public struct ImportForm: Change {
  public var name: String { "import" }
  public let why: String
  private let questions: ImportRecords<Question>
  private let survey: ImportRecords<Survey>

  /// - Parameter why: the name of the form.
  public init(questions: ImportRecords<Question>, survey: ImportRecords<Survey>, why: String = "") {
    (self.questions, self.survey, self.why) = (questions, survey, why)
  }

  /// - Throws: a clash where somebody wrote one of the records since the import was planned.
  public func perform(in transaction: Transaction) throws {
    try questions.perform(in: transaction)
    try survey.perform(in: transaction)
  }
}
