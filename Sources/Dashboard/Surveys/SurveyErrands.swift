import Interchange
import Model
import Phrases
import Store

/// Writes a survey as an XLSForm.
struct FormErrand: Errand {
  let survey: Survey
  let folder: String

  var title: Phrase { Phrase(.commandFormExport) }

  func run(in library: Library, progress: ErrandProgress) throws -> [String] {
    try SurveyForms.write(survey, of: library, to: folder)
  }

  func news(of outcome: [String]) -> Phrase? { Phrase(.surveyFormWritten, .text(NewFile.expanded(folder))) }
}

/// Reads an XLSForm and compares it with the store; writes nothing.
struct FormPlanErrand: Errand {
  let path: String

  var title: Phrase { Phrase(.importReadingFile, .text(path)) }

  func run(in library: Library, progress: ErrandProgress) throws -> SurveyForms.Plan {
    try SurveyForms.plan(path, in: library)
  }

  func news(of outcome: SurveyForms.Plan) -> Phrase? { nil }
}

/// Compares a file of responses with the store; writes nothing.
struct ResponsePreviewErrand: Errand {
  struct Outcome: Sendable {
    let survey: Survey
    let file: ImportFile
    let options: ResponseFile.Options
    let job: ResponseJob
    let summary: ResponseSummary
  }

  let survey: Survey
  let path: String
  /// Where it was read already.
  var file: ImportFile?
  var options = ResponseFile.Options()

  var title: Phrase { Phrase(.importComparing, .text(path)) }

  func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    let file = try self.file ?? ImportFile(path: path, isWanted: { !progress.isStopped })
    let job = try ResponseJob(file, for: survey, options: options, in: library)
    let summary = try job.preview(in: library, progress: progress.takes)
    return Outcome(survey: survey, file: file, options: options, job: job, summary: summary)
  }

  func news(of outcome: Outcome) -> Phrase? { nil }
}

/// Writes the responses of a file as one change. What is refused was shown before, and stays out.
struct ResponseWriteErrand: Errand {
  let job: ResponseJob

  var title: Phrase { Phrase(.importWriting, .text(job.name)) }

  func run(in library: Library, progress: ErrandProgress) throws -> ResponseSummary {
    try job.run(in: library, skipsRejected: true, progress: progress.takes)
  }

  func news(of outcome: ResponseSummary) -> Phrase? {
    guard outcome.outcome == .written else { return Phrase(.importNoneNew) }
    return Phrase(.importDone, .number(outcome.new), .number(outcome.changed))
  }
}

extension ErrandProgress {
  /// Tells how many rows were read, of about so many as the file has at that rate.
  func takes(_ rows: Int, _ bytes: Int, _ size: Int) throws {
    try report(rows, of: bytes == 0 ? 0 : max(rows, rows * size / bytes))
  }
}
