import Interchange
import Model
import Phrases
import Store

/// Writes a survey as an XLSForm.
public struct FormErrand: WritingErrand {
  public let survey: Survey
  /// A workbook's, or a folder's.
  public let path: String
  public var replacing = Replacing.nothing

  public init(survey: Survey, path: String) { (self.survey, self.path) = (survey, path) }

  public var title: Phrase { Phrase(.commandFormExport) }

  public func run(in library: Library, progress: ErrandProgress) throws -> SurveyForms.Written {
    try SurveyForms.write(survey, of: library, to: path, replacing: replacing)
  }

  public func news(of outcome: SurveyForms.Written) -> Phrase? {
    let written = Phrase(.surveyFormWritten, .text(PersonalFolder.expanded(path)))
    return outcome.warning.map { Phrase(.surveyFormWrittenSo, .phrase(written), .phrase($0)) } ?? written
  }
}

/// Reads an XLSForm and compares it with the store; writes nothing.
public struct FormPlanErrand: ReadingErrand {
  public let path: String
  public var encoding: TextEncoding?

  public init(path: String) { self.path = path }

  public var title: Phrase { Phrase(.importReadingFile, .text(path)) }

  public func run(in library: Library, progress: ErrandProgress) throws -> SurveyForms.Plan {
    try SurveyForms.plan(path, as: encoding, in: library)
  }

  public func news(of outcome: SurveyForms.Plan) -> Phrase? { nil }
}

/// Compares a file of responses with the store; writes nothing.
public struct ResponsePreviewErrand: ReadingErrand {
  public struct Outcome: Sendable {
    public let survey: Survey
    public let file: ImportFile
    public let options: ResponseFile.Options
    public let job: ResponseJob
    public let summary: ResponseSummary
  }

  public let survey: Survey
  public let path: String
  /// Where it was read already.
  public var file: ImportFile?
  public var encoding: TextEncoding?
  public var options = ResponseFile.Options()

  public init(survey: Survey, path: String, file: ImportFile? = nil, options: ResponseFile.Options = .init())
  {
    (self.survey, self.path, self.file, self.options) = (survey, path, file, options)
  }

  public var title: Phrase { Phrase(.importComparing, .text(path)) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    let file =
      try self.file
      ?? ImportFile(path: path, encoding: encoding, isWanted: { !progress.isStopped }).certain()
    let job = try ResponseJob(file, for: survey, options: options, in: library)
    let summary = try job.preview(in: library, progress: progress.takes)
    return Outcome(survey: survey, file: file, options: options, job: job, summary: summary)
  }

  public func news(of outcome: Outcome) -> Phrase? { nil }
}

/// Writes the responses of a file as one change. What is refused was shown before, and stays out.
public struct ResponseWriteErrand: Errand {
  public let job: ResponseJob

  public init(job: ResponseJob) { self.job = job }

  public var title: Phrase { Phrase(.importWriting, .text(job.name)) }

  public func run(in library: Library, progress: ErrandProgress) throws -> ResponseSummary {
    try job.run(in: library, skipsRejected: true, progress: progress.takes)
  }

  public func news(of outcome: ResponseSummary) -> Phrase? {
    guard outcome.outcome == .written else { return Phrase(.importNoneNew) }
    return Phrase(.importDone, .number(outcome.new), .number(outcome.changed))
  }
}

extension ErrandProgress {
  /// Tells how many rows were read, of about so many as the file has at that rate.
  public func takes(_ rows: Int, _ bytes: Int, _ size: Int) throws {
    try report(rows, of: bytes == 0 ? 0 : max(rows, rows * size / bytes))
  }
}
