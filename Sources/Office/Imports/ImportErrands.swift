import Interchange
import Phrases
import Store

/// Reads the beginning of a file.
public struct SurveyErrand: ReadingErrand {
  public enum Outcome: Sendable {
    case job(ImportJob)
    /// A workbook of which these sheets fit equally well.
    case sheets(path: String, [String])
  }

  public let path: String
  public var encoding: TextEncoding?
  private let sheet: String?
  /// Whether the person wants to say how it is stored, however sure it looks.
  private let asks: Bool

  /// - Parameter sheet: the sheet that is meant where it is a workbook; nil for the one that fits best.
  public init(path: String, sheet: String? = nil, asks: Bool = false) {
    (self.path, self.sheet, self.asks) = (path, sheet, asks)
  }

  public var title: Phrase { Phrase(.importReadingFile, .text(path)) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    let file = try ImportFile(
      path: path, sheet: sheet, encoding: encoding, isWanted: { !progress.isStopped }
    ).certain()
    if asks, encoding == nil { throw try file.encodings() }
    do {
      var job = try ImportJob(file, in: library, byValues: true)
      if let fitting = job.fitting { job.apply(fitting) }
      return .job(job)
    } catch ImportFailure.sheetOpen(let names) { return .sheets(path: path, names) }
  }

  public func news(of outcome: Outcome) -> Phrase? {
    guard case .job(let job) = outcome else { return Phrase(.importSheetsFit) }
    return job.mapping?.name.map { Phrase(.importMappingLoaded, .text($0)) }
  }
}

/// What an import did, or would do.
public struct ImportOutcome: Sendable {
  public let job: ImportJob
  public let summary: ImportSummary
}

/// Compares a file with the store; writes nothing.
public struct PreviewErrand: Errand {
  public let job: ImportJob
  private let from: Int
  private let compares: Bool

  /// - Parameters:
  ///   - from: how many records of each kind are passed over before some are shown.
  ///   - compares: whether who is new is compared with all who are stored.
  public init(job: ImportJob, from: Int = 0, compares: Bool = true) {
    (self.job, self.from, self.compares) = (job, from, compares)
  }

  public var title: Phrase { Phrase(.importComparing, .text(job.name)) }

  public func run(in library: Library, progress: ErrandProgress) throws -> ImportOutcome {
    try progress.report(0, of: 0)
    var options = StakeholderImport.Options()
    options.shownFrom = from
    options.comparesNew = compares
    let work = job.work(options, keepsAll: true)
    return ImportOutcome(job: job, summary: try work.preview(in: library, progress: progress.takes))
  }

  public func news(of outcome: ImportOutcome) -> Phrase? { nil }
}

/// Counts the words of a file that no field takes.
public struct WordsErrand: Errand {
  /// Of each column.
  public struct Words: Sendable { public let columns: [[ColumnWord]] }

  public let job: ImportJob

  public init(job: ImportJob) { self.job = job }

  public var title: Phrase { Phrase(.wordsReading, .text(job.name)) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Words {
    Words(columns: try job.words { try progress.report($0, of: 0) })
  }

  public func news(of outcome: Words) -> Phrase? { nil }
}

/// Writes the rows that would not be taken to a file of their own, with the reason behind each.
public struct RejectsErrand: WritingErrand {
  public let job: ImportJob
  public let path: String
  private let language: String
  public var replacing = Replacing.nothing

  public init(job: ImportJob, path: String, language: String) {
    (self.job, self.path, self.language) = (job, path, language)
  }

  public var title: Phrase { Phrase(.importComparing, .text(job.name)) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Int {
    // What cannot be written is known before a long file is read.
    _ = try NewFile(path, replacing: replacing)
    var options = StakeholderImport.Options()
    options.keepsReasons = true
    let summary = try job.work(options).preview(in: library, progress: progress.takes)
    return try job.writeRejected(
      summary.reasons, to: path, replacing: replacing, in: Phrasebook(language))
  }

  public func news(of outcome: Int) -> Phrase? {
    let path = PersonalFolder.expanded(path)
    return outcome == 0
      ? Phrase(.importRejectsNone, .text(path))
      : Phrase(.importRejectsWritten, .number(outcome), .text(path))
  }
}

/// Writes what a file brings, all of it as one change. What was rejected was shown before, and stays out.
public struct WriteErrand: Errand {
  public let job: ImportJob

  public init(job: ImportJob) { self.job = job }

  public var title: Phrase { Phrase(.importWriting, .text(job.name)) }

  public func run(in library: Library, progress: ErrandProgress) throws -> ImportOutcome {
    try progress.report(0, of: 0)
    var options = StakeholderImport.Options()
    options.skipsRejected = true
    return ImportOutcome(job: job, summary: try job.work(options).run(in: library, progress: progress.takes))
  }

  public func news(of outcome: ImportOutcome) -> Phrase? {
    guard outcome.summary.outcome == .written else { return Phrase(.importNoneNew) }
    return Phrase(.importDone, .number(outcome.summary.new), .number(outcome.summary.changed))
  }
}

extension ErrandProgress {
  /// Tells how far an import is; false where it is to stop.
  public func takes(_ progress: ImportProgress) -> Bool {
    (try? report(progress.rows, of: max(1, progress.expectedRows))) != nil
  }
}
