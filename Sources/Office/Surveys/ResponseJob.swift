import Interchange
import Model
import Store
import Synchronization

/// A file of responses on its way into a survey.
public struct ResponseJob: Sendable {
  public let name: String
  public let source: ResponseFile
  private let size: Int

  /// Reads the file's header.
  /// - Throws: `ResponseFile.Failure`, `ImportFailure` or `ImportFile.Unreadable`.
  public init(
    _ file: ImportFile, for survey: Survey, options: ResponseFile.Options = .init(), in library: Library
  ) throws {
    name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    size = file.size
    source = try ResponseFile(
      file, survey, bank: library.read(AllRecords<Question>()).byID, options: options,
      name: library.respondentNames())
  }

  /// Compares the file with the store; writes nothing.
  /// - Parameter progress: gets the rows and the bytes that were read, of `size`; throws where the work is to stop.
  public func preview(in library: Library, progress: (Int, Int, Int) throws -> Void) throws -> ResponseSummary
  {
    var summary = ResponseSummary()
    let work = ResponseImport(source, known: { try library.read(RecordsByIDs<SurveyResponse>($0)) }) {
      try library.read(ResponsesByContent(source.survey.id))
    }
    summary.remarks = try work.decide(
      take: { for (decision, line) in $0 { summary.take(decision, line) } },
      between: { try progress($0, $1, size) })
    return summary
  }

  /// Writes what the file brings as one change, or nothing where something would be lost.
  /// - Parameter skipsRejected: writes the others where some are refused.
  public func run(
    in library: Library, skipsRejected: Bool, progress: @escaping @Sendable (Int, Int, Int) throws -> Void
  ) throws -> ResponseSummary {
    let made = Mutex(ResponseSummary())
    let (source, size) = (source, size)
    let change = ImportInBatches<SurveyResponse>(why: name) { hand in
      var summary = ResponseSummary()
      let work = ResponseImport(source, known: hand.known) {
        try hand.read(ResponsesByContent(source.survey.id))
      }
      summary.remarks = try work.decide(
        take: { decisions in
          for (decision, line) in decisions { summary.take(decision, line) }
          // What will be refused as a whole is only counted on.
          guard skipsRejected || summary.isComplete else { return }
          try hand.put(decisions.compactMap(\.decision.written))
        }, between: { try progress($0, $1, size) })
      let isKept = skipsRejected || summary.isComplete
      summary.outcome = isKept ? .written : .refused
      made.withLock { $0 = summary }
      return isKept
    }
    do { try library.apply(change) } catch is ImportInBatches<SurveyResponse>.NotWanted {
      var summary = made.withLock { $0 }
      if summary.outcome == .written { summary.outcome = .nothingNew }
      return summary
    }
    return made.withLock { $0 }
  }
}

extension ImportDecision {
  /// What it writes.
  fileprivate var written: (before: R?, after: R)? {
    switch self {
    case .new(let record, _, _, _): (nil, record)
    case .changed(let change): (change.before, change.after)
    case .unchanged, .rejected, .repeated: nil
    }
  }
}

/// What an import of responses did, or would do.
public struct ResponseSummary: Sendable {
  public internal(set) var outcome = ImportSummary.Outcome.planned
  public internal(set) var new = 0
  public internal(set) var changed = 0
  public internal(set) var unchanged = 0
  public internal(set) var rejected = 0
  public internal(set) var repeatedRows = 0
  public internal(set) var conflictingRows = 0
  /// The first of them, in the order of the file.
  public internal(set) var findings: [ImportSummary.Finding] = []
  public internal(set) var findingsLeftOut = 0
  public internal(set) var remarks = ResponseImport.Remarks()

  private static let kept = 10_000

  /// Whether nothing of the file would be lost.
  public var isComplete: Bool { rejected == 0 && conflictingRows == 0 }

  public mutating func take(_ decision: ImportDecision<SurveyResponse>, _ line: Int) {
    switch decision {
    case .new: new += 1
    case .changed: changed += 1
    case .unchanged: unchanged += 1
    case .rejected(let problems):
      rejected += 1
      for (column, problem) in problems { note(.init(line: line, column: column, what: .rejected(problem))) }
    case .repeated(let first, let isIdentical):
      if isIdentical { repeatedRows += 1 } else { conflictingRows += 1 }
      note(
        .init(
          line: line, column: "",
          what: isIdentical ? .repeated(firstLine: first) : .conflicting(firstLine: first)))
    }
  }

  private mutating func note(_ finding: ImportSummary.Finding) {
    if findings.count < Self.kept { findings.append(finding) } else { findingsLeftOut += 1 }
  }
}
