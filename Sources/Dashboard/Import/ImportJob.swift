import Interchange
import Model
import Phrases
import Store

/// A file on its way in: what it is, what its first rows hold, what its columns become.
struct ImportJob: Sendable {
  let file: ImportFile
  let format: ImportFormat
  /// What its columns hold; nil for a format that names its fields itself.
  let survey: FileSurvey?
  var mapping: ColumnMapping?
  /// The mappings that were saved by name.
  var saved: [ImportMapping] = []

  /// The file's name without its folders.
  var name: String { file.path.split(separator: "/").last.map(String.init) ?? file.path }

  /// Finds out what a file is, and which mapping fits it.
  /// - Throws: `ImportFailure`, `ImportFile.Unreadable` or `StoreProblem`.
  init(_ file: ImportFile, in library: Library) throws {
    self.file = file
    format = try ImportFormat(of: file)
    guard format == .csv else {
      (survey, mapping) = (nil, nil)
      return
    }
    let survey = try FileSurvey(file)
    self.survey = survey
    saved = try library.read(AllRecords<ImportMapping>()).sorted { $0.name < $1.name }
    mapping = survey.mapping(from: saved)
  }

  /// The import of the rows, as the mapping is now.
  func work(_ options: StakeholderImport.Options = .init()) -> StakeholderImport {
    var options = options
    options.why = name
    return StakeholderImport(size: file.size, options: options) { [file, mapping] in
      if let mapping, !mapping.isPlain { return try MappedRows(file, mapping) }
      return try file.records(of: Stakeholder.self)
    }
  }
}

/// Reads the beginning of a file.
struct SurveyErrand: Errand {
  let path: String

  var title: Phrase { Phrase(.importReadingFile, .text(path)) }

  func run(in library: Library, progress: ErrandProgress) throws -> ImportJob {
    let file = try ImportFile(path: path, isWanted: { !progress.isStopped })
    return try ImportJob(file, in: library)
  }

  func news(of outcome: ImportJob) -> Phrase? { nil }
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
    ImportOutcome(job: job, summary: try job.work().preview(in: library, progress: progress.takes))
  }

  func news(of outcome: ImportOutcome) -> Phrase? { nil }
}

/// Writes what a file brings, all of it as one change. What was rejected was shown before, and stays out.
struct WriteErrand: Errand {
  let job: ImportJob

  var title: Phrase { Phrase(.importWriting, .text(job.name)) }

  func run(in library: Library, progress: ErrandProgress) throws -> ImportOutcome {
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
