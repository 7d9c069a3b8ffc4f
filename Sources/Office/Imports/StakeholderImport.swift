import Glibc
import Interchange
import Model
import Store

/// Brings the stakeholders of a file into a store: reads it piece by piece, plans, and writes all of it as one
/// change, or nothing. For any thread but the screen's.
public struct StakeholderImport: Sendable {
  public struct Options: Sendable {
    /// Whether the valid rows are written even where others are rejected.
    public var skipsRejected = false
    /// Whether people who asked to be erased may come back.
    public var readmitsErased = false
    /// What the journal says of it: the name of the file.
    public var why = ""
    /// How many findings are named; the others are counted.
    public var keptFindings = 1_000
    /// The lines of rows that are not to be written.
    public var unticked: Set<Int> = []
    /// How many records of each kind are passed over before some are kept to be shown.
    public var shownFrom = 0
    /// Whether cards are taken whole that are older than what is stored.
    public var takesOlder = false
    /// Whether is kept of every row why it was rejected.
    public var keepsReasons = false
    /// The stored records that some rows are about, by the lines of the rows: somebody said so.
    public var same: [Int: RecordID] = [:]
    /// Whether who is new is compared with all who are stored; where it is written, up to a size that nobody waits for.
    public var comparesNew = false
    /// The headings of the columns that hold answers about personal data.
    public var consentHeadings: Set<String> = []

    public init() {}
  }

  private let open: @Sendable () throws -> any ImportSource
  private let size: Int
  private let options: Options

  /// A file of any format, told by how it begins.
  public init(_ file: ImportFile, options: Options = .init()) {
    self.init(size: file.size, options: options) { try file.records(of: Stakeholder.self) }
  }

  /// - Parameters:
  ///   - size: how many bytes there are to read.
  ///   - open: begins to read.
  public init(
    size: Int, options: Options = .init(), open: @escaping @Sendable () throws -> any ImportSource
  ) {
    (self.size, self.options, self.open) = (size, options, open)
  }

  /// Plans only, and writes nothing.
  /// - Parameter progress: false gives up.
  /// - Throws: `CancellationError`, `ImportFailure`, `ImportFile.Unreadable` or `StoreProblem`.
  public func preview(
    in library: Library, progress: (ImportProgress) -> Bool = { _ in true }
  ) throws -> ImportSummary {
    let clock = ImportClock(size, compares: options.comparesNew)
    let isErased = try erasedCheck(in: library)
    let today = Day(number: library.now / 86_400)
    var newcomers = options.comparesNew ? Newcomers() : nil
    var summary = try library.rehearse(
      { try plan($0, isErased, on: today, prepares: false, &newcomers) },
      take: { batch in
        if !progress(clock.progress(batch.rows, batch.bytes)) { throw CancellationError() }
      })
    guard let newcomers else { return summary }
    let rows = summary.new + summary.changed + summary.unchanged
    let found = try newcomers.search(in: library) { part in
      if !progress(clock.comparing(part, rows: rows)) { throw CancellationError() }
    }
    summary.lookalikes = try lookalikes(found, isErased, in: library)
    summary.uncompared = newcomers.left
    return summary
  }

  /// Reads the rows of the pairs once more: a long file was not kept.
  private func lookalikes(_ found: Newcomers.Found, _ isErased: ErasedCheck?, in library: Library) throws
    -> [Lookalike]
  {
    guard !found.pairs.isEmpty else { return [] }
    var records: [Int: Stakeholder] = [:]
    try library.rehearse(
      { feed in
        var source = try open()
        try importer(feed, isErased).decide(&source, only: found.lines) { decision, line in
          if case .new(let record, _, _, _) = decision { records[line] = record }
        }
      }, take: { _ in })
    return found.lookalikes(records)
  }

  /// Plans and writes, in one transaction. What the plan finds is what is stored at that moment, so nobody can
  /// come between.
  /// - Parameters:
  ///   - progress: called on this thread a few times a second; false gives up, and nothing is left of it.
  ///   - before: called where all is decided and nothing is kept yet; what it throws leaves nothing behind.
  /// - Throws: as `preview`, and `Refusal.storeIsReadOnly`; `StoreProblem.busy` where somebody else is writing.
  public func run(
    in library: Library, progress: (ImportProgress) -> Bool = { _ in true },
    before: (ImportSummary) throws -> Void = { _ in }
  ) throws -> ImportSummary {
    let clock = ImportClock(size)
    let isErased = try erasedCheck(in: library)
    let today = Day(number: library.now / 86_400)
    let compares = try options.comparesNew && Newcomers.isQuick(bytes: size, in: library)
    let (planned, isWritten) = try library.writeInBulk(
      why: options.why,
      produce: { [self] in
        var newcomers = compares ? Newcomers() : nil
        let summary = try plan($0, isErased, on: today, prepares: true, &newcomers)
        return (summary: summary, newcomers: newcomers)
      },
      keeps: { planned in
        try before(planned.summary)
        return isKept(planned.summary)
      },
      progress: { progress(clock.progress($0)) })
    var summary = planned.summary
    summary.outcome = isWritten ? .written : isKept(summary) ? .nothingNew : .refused
    if isWritten, let newcomers = planned.newcomers {
      // What is written stays written: whoever will not wait for this, or comes where it cannot be read, is told less.
      summary.lookalikes = try? newcomers.written(in: library) { part in
        if !progress(clock.comparing(part, rows: summary.new)) { throw CancellationError() }
      }
    }
    return summary
  }

  private typealias ErasedCheck = @Sendable (Stakeholder) -> Bool

  private func erasedCheck(in library: Library) throws -> ErasedCheck? {
    options.readmitsErased ? nil : try library.erasedCheck()
  }

  private func isKept(_ summary: ImportSummary) -> Bool { summary.isComplete || options.skipsRejected }

  /// Decides of all rows, and hands over what is to be written.
  /// - Parameters:
  ///   - today: when consents come in that the file brings.
  ///   - prepares: whether anything is to be written at all.
  ///   - newcomers: where those are kept who are new, if they are to be compared.
  private func plan(
    _ feed: BulkFeed, _ isErased: ErasedCheck?, on today: Day, prepares: Bool, _ newcomers: inout Newcomers?
  ) throws -> ImportSummary {
    let proof = ConsentProof(file: options.why, headings: options.consentHeadings, day: today)
    var summary = ImportSummary()
    summary.shownFrom = options.shownFrom
    var source = try open()
    var batch = BulkBatch()
    func hand(_ bytes: Int) throws {
      batch.bytes = bytes
      batch.expectedRows = bytes == 0 ? batch.rows : Int(Double(batch.rows) * Double(size) / Double(bytes))
      try feed.put(batch)
      batch.steps.removeAll(keepingCapacity: true)
    }
    var same = Set(options.same.keys)
    let kept = try importer(feed, isErased).decide(
      &source,
      { decision, line in
        if !same.isEmpty { same.remove(line) }
        newcomers?.take(decision, line: line)
        let decision = proof.proving(decision, line: line)
        summary.take(
          decision, line: line, limit: options.keptFindings, keepsReasons: options.keepsReasons)
        batch.rows += 1
        if prepares, isKept(summary) { batch.steps += Self.step(decision) }
      }, between: hand)
    var remarks = source.remarks
    remarks.cellNotes += kept
    summary.take(remarks, limit: options.keptFindings)
    summary.sameNowhere = same.sorted()
    return summary
  }

  private func importer(_ feed: BulkFeed, _ isErased: ErasedCheck?) -> RecordImport<Stakeholder> {
    RecordImport(
      known: feed.knownStakeholders, isErased: isErased,
      lookup: ReferenceLookup { try feed.read(RecordsCalled($0, $1)) }, unticked: options.unticked,
      takesOlder: options.takesOlder, same: options.same, again: open)
  }

  private static func step(_ decision: ImportDecision<Stakeholder>) -> [ImportStep] {
    switch decision {
    case .new(let record, let given, let isIDFree, let revision):
      [.new(record, given: given, isIDFree: isIDFree, revision: revision)]
    case .changed(let change):
      [.change(before: change.before, after: change.after, revision: change.revision)]
    case .unchanged, .rejected, .repeated: []
    }
  }
}

extension BulkFeed {
  /// The stored stakeholders, asked for batch by batch.
  fileprivate var knownStakeholders: KnownRecords<Stakeholder> {
    KnownRecords(
      withIDs: { try stakeholders(withIDs: $0) },
      named: { names, emails in
        let known = try read(KnownStakeholders(foldedNames: names, emails: emails))
        return Namesakes(known.byFoldedName, crowds: known.crowds)
      },
      withUIDs: { try read(KnownStakeholders(uids: $0)).byUID }, ages: { try read(StakeholderAges($0)) })
  }

  /// Those of some ids. An id that was merged into another record leads to that one: a list from before the
  /// merge brings nobody back.
  private func stakeholders(withIDs ids: [RecordID]) throws -> [RecordID: Stakeholder] {
    var known = try read(KnownStakeholders(ids: ids)).byID
    let missing = ids.filter { known[$0] == nil }
    let merged = missing.isEmpty ? [:] : try read(MergedInto(missing))
    if merged.isEmpty { return known }
    let targets = try read(KnownStakeholders(ids: Array(Set(merged.values)))).byID
    for (old, new) in merged { known[old] = targets[new] }
    return known
  }
}
