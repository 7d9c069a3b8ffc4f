import Model

/// Decides of each response of a file what becomes of it.
public struct ResponseImport {
  private let source: ResponseFile
  private let known: ([RecordID]) throws -> [RecordID: SurveyResponse]
  private let contents: () throws -> [Int: [RecordID]]

  /// What is known of the file when it was read.
  public struct Remarks: Sendable {
    public var rows = 0
    /// Rows in which nobody answered anything; they are left out.
    public var empty = 0
    /// Answers beside the choices; they are left out.
    public var otherTexts = 0
    /// Rows that are no results, by the reason; they are left out.
    public var apart: [ResponseApart: Int] = [:]
    /// The lines of those that are stored from before and still count.
    public var apartStored: [Int] = []
    /// Rows that were taken though the office of the other program has doubts.
    public var doubted = 0
    /// Cells that hold a formula that failed; they are left out.
    public var failed = 0
    /// Rows whose running number is that of another response; they are new.
    public var renumbered = 0
    /// Rows that are known by what they say, for the file has not the name under which they are stored.
    public var knownByContent = 0
    public var remarks = ImportRemarks()

    public init() {}
  }

  /// - Parameters:
  ///   - known: the stored responses of these ids.
  ///   - contents: the ids of all that are stored, by `contentHash`; asked only of a file that has not all names.
  public init(
    _ source: ResponseFile, known: @escaping ([RecordID]) throws -> [RecordID: SurveyResponse],
    contents: @escaping () throws -> [Int: [RecordID]] = { [:] }
  ) {
    (self.source, self.known, self.contents) = (source, known, contents)
  }

  /// What was found so far.
  private struct Found {
    var seen: [RecordID: (line: Int, response: Int)] = [:]
    var remarks = Remarks()
    /// Nil until it is asked for.
    var contents: [Int: [RecordID]]?
  }

  public typealias Decided = (decision: ImportDecision<SurveyResponse>, line: Int)

  /// - Parameters:
  ///   - take: gets the decisions of some hundreds of rows with their lines, in the order of the file.
  ///   - between: called after each of them, with the rows and the bytes that were read.
  public func decide(
    take: ([Decided]) throws -> Void, between: (Int, Int) throws -> Void = { _, _ in }
  ) throws -> Remarks {
    var rows = try source.rows()
    var found = Found()
    var batch: [(line: Int, outcome: ResponseRows.Outcome)] = []
    func flush() throws {
      try take(try decisions(batch, &found))
      batch.removeAll(keepingCapacity: true)
      try between(found.remarks.rows, rows.bytesRead)
    }
    while let row = try rows.next() {
      found.remarks.rows += 1
      if case .empty = row.outcome { found.remarks.empty += 1 } else { batch.append(row) }
      if batch.count == 500 { try flush() }
    }
    try flush()
    var remarks = found.remarks
    (remarks.otherTexts, remarks.doubted, remarks.failed) = (rows.otherTexts, rows.doubted, rows.failed)
    remarks.remarks = rows.remarks
    return remarks
  }

  private func decisions(
    _ batch: [(line: Int, outcome: ResponseRows.Outcome)], _ found: inout Found
  ) throws -> [Decided] {
    let ids = batch.flatMap { row -> [RecordID] in
      switch row.outcome {
      case .response(_, let names), .apart(_, let names): names.ids + [names.otherwise].compactMap(\.self)
      case .rejected, .empty: []
      }
    }
    let stored = ids.isEmpty ? [:] : try known(ids)
    var decided: [Decided] = []
    for (line, outcome) in batch {
      switch outcome {
      case .rejected(let problems): decided.append((.rejected(problems), line))
      case .empty: break
      case .apart(let reason, let names):
        found.remarks.apart[reason, default: 0] += 1
        if names.ids.contains(where: { stored[$0] != nil }) { found.remarks.apartStored.append(line) }
      case .response(let response, let names):
        var id = id(response, names, stored, &found.remarks)
        let alike = try names.isPartial && stored[id] == nil ? known(like: response, &found) : nil
        if let alike {
          id = alike.id
          found.remarks.knownByContent += 1
        }
        // A row with the name of one before it is that, whichever of its names it is stored under.
        let hash = response.answers.hashValue
        if let first = found.seen[id] {
          decided.append((.repeated(firstLine: first.line, isIdentical: first.response == hash), line))
          continue
        }
        found.seen[id] = (line, hash)
        decided.append(
          (decision(id == response.id ? response : response.called(id), alike ?? stored[id]), line))
      }
    }
    return decided
  }

  /// The stored response of the same day and the same answers that no row before was.
  private func known(like response: SurveyResponse, _ found: inout Found) throws -> SurveyResponse? {
    if found.contents == nil { found.contents = try contents() }
    let ids = (found.contents?[response.contentHash] ?? []).filter { found.seen[$0] == nil }
    guard let id = ids.first, let stored = try known([id])[id] else { return nil }
    return stored.day == response.day && stored.answers == response.answers ? stored : nil
  }

  /// The id under which it is stored, or is to be.
  private func id(
    _ response: SurveyResponse, _ names: ResponseRows.Names, _ stored: [RecordID: SurveyResponse],
    _ remarks: inout Remarks
  ) -> RecordID {
    let standing = names.ids.first { stored[$0] != nil }
    guard let other = names.otherwise, let standing, let old = stored[standing] else {
      return standing ?? names.ids[0]
    }
    if stored[other] != nil { return other }
    if response.isLikely(old) { return standing }
    remarks.renumbered += 1
    return other
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

extension SurveyResponse {
  /// Whether it is likely a correction of another one of the same number: sent on that day, or with nearly all of its
  /// answers. What is taken for another one is said; what is taken for a correction replaces answers.
  fileprivate func isLikely(_ old: SurveyResponse) -> Bool {
    if day != nil, day == old.day { return true }
    let both = answers.filter { !old[$0.question].isEmpty }
    let others = both.count { old[$0.question] != $0.value }
    // Few answers agree by chance; on another day they tell nothing.
    if day != nil, old.day != nil, both.count < 4 { return false }
    return others == 0 || others * 4 <= both.count || others == 1 && both.count > 2
  }
}
