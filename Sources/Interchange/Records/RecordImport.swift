import Model

/// Reads records from a file and plans what they would change; writes nothing.
///
/// A column that is absent never clears a value. An empty cell clears one only where the row's id matched,
/// as in a round trip of an export; rows of partial sheets leave what they do not say as it is.
public struct RecordImport<R: Exchangeable> {
  let known: KnownRecords<R>
  let newID: () -> RecordID
  let rule: (R) -> ImportPlan<R>.Mistake?
  let isErased: ((R) -> Bool)?
  let lookup: ReferenceLookup?
  let today: Day?
  let again: (() throws -> any ImportSource)?
  /// The lines of rows that are not to be written.
  let unticked: Set<Int>
  /// Whether cards are taken whole that are older than what is stored.
  let takesOlder: Bool
  /// The stored records that some rows are about, by the lines of the rows: somebody said so.
  let same: [Int: RecordID]

  /// - Parameters:
  ///   - newID: makes the id of a new record that the file gives none.
  ///   - rule: what else has to hold, such as that a cell's launch exists.
  ///   - isErased: whether a new record is of somebody who asked to be erased; nil where nobody did.
  ///   - lookup: finds what columns name that hold references; nil takes them as they are.
  ///   - today: what a file says was done cannot have been done later, and must be what keys could have made; nil for
  ///     data of the program's own, whose history is its own too.
  ///   - unticked: the lines of rows that are not to be written.
  ///   - takesOlder: whether cards are taken whole that are older than what is stored.
  ///   - same: the stored records that some rows are about, by the lines of the rows. The values of such a row go into
  ///     the record as those of a row without an id do; of two names the fuller one stays, the other is another name.
  ///   - again: opens the file anew, where its rows may name each other; `plan` knows it by itself.
  public init(
    known: KnownRecords<R>, newID: @escaping () -> RecordID = { NewID.make() },
    rule: @escaping (R) -> ImportPlan<R>.Mistake? = { _ in nil }, isErased: ((R) -> Bool)? = nil,
    lookup: ReferenceLookup? = nil, today: Day? = nil, unticked: Set<Int> = [],
    takesOlder: Bool = false, same: [Int: RecordID] = [:],
    again: (() throws -> any ImportSource)? = nil
  ) {
    (self.unticked, self.takesOlder, self.same) = (unticked, takesOlder, same)
    self.known = known
    self.newID = newID
    self.rule = rule
    self.isErased = isErased
    (self.lookup, self.today, self.again) = (lookup, today, again)
  }

  /// The same of bytes that are in memory.
  public func plan(_ bytes: [UInt8]) throws -> ImportPlan<R> { try plan(ImportFile(bytes: bytes)) }

  /// Plans the import of a file that is small enough to plan in memory.
  /// - Throws: `ImportFailure` for a file that cannot be imported at all; whatever `known` throws.
  public func plan(_ file: ImportFile) throws -> ImportPlan<R> {
    let open = { try file.records(of: R.self) }
    var without: Set<RecordID> = []
    while true {
      var source = try open()
      var plan = ImportPlan<R>()
      let references = RowReferences<R>(lookup, again: open, without: without, unticked: unticked)
      let (lost, kept) = try decide(&source, references, { plan.take($0, line: $1) })
      plan.remarks = source.remarks
      plan.remarks.cellNotes += kept
      // A row that is rejected leaves those that name it without what they name.
      if lost.isSubset(of: without) { return plan }
      without.formUnion(lost)
    }
  }

  /// Decides of row after row what becomes of it.
  /// - Parameters:
  ///   - take: gets each decision and the line of its row, in the order of the file.
  ///   - only: the lines whose rows are looked at; nil for all.
  ///   - between: called after some hundreds of rows and at the end, with the bytes that were read.
  /// - Returns: what is to be said of cells that were not taken, because what is stored is as good or better.
  /// - Throws: `ImportFailure` for a file that lacks a column; whatever `source`, `known` and the closures throw.
  @discardableResult
  @_specialize(where R == Stakeholder)
  public func decide(
    _ source: inout any ImportSource, only: Set<Int>? = nil,
    _ take: (ImportDecision<R>, Int) throws -> Void,
    between: (Int) throws -> Void = { _ in }
  ) throws -> [CellNote] {
    let references = RowReferences<R>(lookup, again: again, without: [], unticked: unticked)
    return try decide(&source, references, only: only, take, between: between).kept
  }

  /// - Returns: rejected rows that others name, and what is to be said of cells that were not taken.
  @_specialize(where R == Stakeholder)
  private func decide(
    _ source: inout any ImportSource, _ references: RowReferences<R>, only: Set<Int>? = nil,
    _ take: (ImportDecision<R>, Int) throws -> Void, between: (Int) throws -> Void = { _ in }
  ) throws -> (lost: Set<RecordID>, kept: [CellNote]) {
    var planner = RowPlanner(self, references, columns: try ColumnMap(source.columns))
    var rows: [ImportRow] = []
    while var row = try source.next() {
      if let only, !only.contains(row.line) { continue }
      row.isUnticked = unticked.contains(row.line)
      row.same = same[row.line]
      rows.append(row)
      guard rows.count == 500 else { continue }
      try planner.take(rows, take)
      try between(source.bytesRead)
      rows.removeAll(keepingCapacity: true)
    }
    try planner.take(rows, take)
    try between(source.bytesRead)
    return (planner.lost, planner.notes.all)
  }
}
