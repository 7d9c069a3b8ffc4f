import Interchange
import Phrases
import Store

/// Reads the beginning of a file.
struct SurveyErrand: Errand {
  let path: String

  var title: Phrase { Phrase(.importReadingFile, .text(path)) }

  func run(in library: Library, progress: ErrandProgress) throws -> ImportJob {
    let file = try ImportFile(path: path, isWanted: { !progress.isStopped })
    var job = try ImportJob(file, in: library)
    if let fitting = job.fitting { job.apply(fitting) }
    return job
  }

  func news(of outcome: ImportJob) -> Phrase? {
    outcome.mapping?.name.map { Phrase(.importMappingLoaded, .text($0)) }
  }
}

/// What an import did, or would do.
struct ImportOutcome: Sendable {
  let job: ImportJob
  let summary: ImportSummary
}

/// Compares a file with the store; writes nothing.
struct PreviewErrand: Errand {
  let job: ImportJob

  var title: Phrase { Phrase(.importComparing, .text(job.name)) }

  func run(in library: Library, progress: ErrandProgress) throws -> ImportOutcome {
    try progress.report(0, of: 0)
    return ImportOutcome(job: job, summary: try job.work().preview(in: library, progress: progress.takes))
  }

  func news(of outcome: ImportOutcome) -> Phrase? { nil }
}

/// Writes what a file brings, all of it as one change. What was rejected was shown before, and stays out.
struct WriteErrand: Errand {
  let job: ImportJob

  var title: Phrase { Phrase(.importWriting, .text(job.name)) }

  func run(in library: Library, progress: ErrandProgress) throws -> ImportOutcome {
    try progress.report(0, of: 0)
    var options = StakeholderImport.Options()
    options.skipsRejected = true
    return ImportOutcome(job: job, summary: try job.work(options).run(in: library, progress: progress.takes))
  }

  func news(of outcome: ImportOutcome) -> Phrase? {
    guard outcome.summary.outcome == .written else { return Phrase(.importNoneNew) }
    return Phrase(.importDone, .number(outcome.summary.new), .number(outcome.summary.changed))
  }
}

extension ErrandProgress {
  /// Tells how far an import is; false where it is to stop.
  func takes(_ progress: ImportProgress) -> Bool {
    (try? report(progress.rows, of: max(1, progress.expectedRows))) != nil
  }
}
