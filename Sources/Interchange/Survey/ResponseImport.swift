import Model

/// Decides of each response of a file what becomes of it.
public struct ResponseImport {
  private let source: ResponseFile
  private let known: ([RecordID]) throws -> [RecordID: SurveyResponse]

  /// What is known of the file when it was read.
  public struct Remarks: Sendable {
    public var rows = 0
    /// Rows in which nobody answered anything; they are left out.
    public var empty = 0
    /// Answers beside the choices; they are left out.
    public var otherTexts = 0
    public var remarks = ImportRemarks()

    public init() {}
  }

  /// - Parameter known: the stored responses of these ids.
  public init(_ source: ResponseFile, known: @escaping ([RecordID]) throws -> [RecordID: SurveyResponse]) {
    (self.source, self.known) = (source, known)
  }

  /// - Parameters:
  ///   - take: gets the decisions of some hundreds of rows with their lines, in the order of the file.
  ///   - between: called after each of them, with the rows and the bytes that were read.
  public func decide(
    take: ([(decision: ImportDecision<SurveyResponse>, line: Int)]) throws -> Void,
    between: (Int, Int) throws -> Void = { _, _ in }
  ) throws -> Remarks {
    var rows = try source.rows()
    var remarks = Remarks()
    var seen: [RecordID: (line: Int, response: Int)] = [:]
    var batch: [(line: Int, outcome: ResponseRows.Outcome)] = []
    func flush() throws {
      try take(try decisions(batch, &seen))
      batch.removeAll(keepingCapacity: true)
      try between(remarks.rows, rows.bytesRead)
    }
    while let row = try rows.next() {
      remarks.rows += 1
      if case .empty = row.outcome { remarks.empty += 1 } else { batch.append(row) }
      if batch.count == 500 { try flush() }
    }
    try flush()
    (remarks.otherTexts, remarks.remarks) = (rows.otherTexts, rows.remarks)
    return remarks
  }

  private func decisions(
    _ batch: [(line: Int, outcome: ResponseRows.Outcome)],
    _ seen: inout [RecordID: (line: Int, response: Int)]
  ) throws -> [(decision: ImportDecision<SurveyResponse>, line: Int)] {
    let ids = batch.compactMap { row in
      if case .response(let response) = row.outcome { response.id } else { nil }
    }
    let stored = ids.isEmpty ? [:] : try known(ids)
    return batch.compactMap { line, outcome in
      switch outcome {
      case .rejected(let problems): return (.rejected(problems), line)
      case .empty: return nil
      case .response(let response):
        let hash = response.answers.hashValue
        if let first = seen[response.id] {
          return (.repeated(firstLine: first.line, isIdentical: first.response == hash), line)
        }
        seen[response.id] = (line, hash)
        return (decision(response, stored[response.id]), line)
      }
    }
  }

  private func decision(_ response: SurveyResponse, _ old: SurveyResponse?) -> ImportDecision<SurveyResponse>
  {
    guard let old else { return .new(response, given: .all, isIDFree: false) }
    var response = response
    response.version = old.version
    // What the office added by hand, and the file does not know, stays.
    if response.group.isEmpty { response.group = old.group }
    if response.role == nil { response.role = old.role }
    if response.stakeholder.isEmpty { response.stakeholder = old.stakeholder }
    // Most of a file that comes again: to compare its texts field by field would cost far more.
    if response == old { return .unchanged(keepsOptOut: false) }
    let fields = response.differences(from: old)
    return fields.isEmpty
      ? .unchanged(keepsOptOut: false) : .changed(.init(before: old, after: response, fields: fields))
  }
}
