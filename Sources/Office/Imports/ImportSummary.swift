import Interchange
import Model

/// What an import of stakeholders did, or would do: all of it counted, the beginning of it named.
public struct ImportSummary: Sendable, Equatable {
  public enum Outcome: Sendable, Equatable {
    /// A preview.
    case planned
    case written
    /// Rows would be lost, and the options do not allow that.
    case refused
    case nothingNew
  }

  public internal(set) var outcome = Outcome.planned
  public internal(set) var new = 0
  public internal(set) var changed = 0
  public internal(set) var unchanged = 0
  /// Rows that are not valid.
  public internal(set) var rejected = 0
  /// Rows that say the same as an earlier one.
  public internal(set) var repeatedRows = 0
  /// Rows for the same record as an earlier one that say something else; they are left out.
  public internal(set) var conflictingRows = 0
  /// Rows that would have lifted an opt-out, which stays.
  public internal(set) var optOutsKept = 0
  /// The first of them, in the order of the file.
  public internal(set) var findings: [Finding] = []
  public internal(set) var findingsLeftOut = 0
  /// The same, each said once with its lines.
  public internal(set) var groups = FindingGroups()
  /// Rows that the person left out.
  public internal(set) var unticked = 0
  /// Why each row was rejected, by its line; only where it was asked for.
  public internal(set) var reasons: [Int: [Finding]] = [:]
  /// At most `examples`.
  public internal(set) var firstNew: [Stakeholder] = []
  public internal(set) var firstChanged: [Change] = []
  /// The lines of these records, one for each.
  public internal(set) var newLines: [Int] = []
  public internal(set) var changedLines: [Int] = []
  public internal(set) var remarks = ImportRemarks()
  /// New rows that may be about somebody who is known, the surest first; nil where they were not compared.
  public internal(set) var lookalikes: [Lookalike]?
  /// How many new rows were not compared, because there were too many.
  public internal(set) var uncompared = 0
  /// Lines of which was said which record they are about, and that have no row.
  public internal(set) var sameNowhere: [Int] = []

  /// The lines of rows that were not taken.
  private var lostLines: [Int] = []

  public typealias Change = ImportDecision<Stakeholder>.Change

  /// How many records of each kind stand before those that are kept to be shown.
  public internal(set) var shownFrom = 0

  /// So many records are kept to be shown.
  public static let examples = 1_000

  /// Something that is to be said of one row.
  public struct Finding: Sendable, Equatable {
    /// Counted from 1.
    public let line: Int
    /// The header as the file has it; empty where the whole row is meant.
    public let column: String
    public let what: What

    public enum What: Sendable, Equatable {
      case rejected(ImportProblem)
      case repeated(firstLine: Int)
      case conflicting(firstLine: Int)
      case optOutKept
      case note(CSVNote)
      case cardNote(VCardNote)
      case cellNote(CellNote)
      case reasonsOwned
    }
  }

  /// Whether nothing of the file would be lost: no row is rejected, and none differs from one before it for
  /// the same record.
  public var isComplete: Bool { rejected == 0 && conflictingRows == 0 }

  /// Takes over who was compared before.
  public mutating func keep(_ compared: (lookalikes: [Lookalike]?, left: Int)) {
    (lookalikes, uncompared) = compared
  }

  /// - Parameters:
  ///   - limit: how many findings are kept.
  ///   - keepsReasons: whether is kept of every row why it was rejected.
  public mutating func take(
    _ decision: ImportDecision<Stakeholder>, line: Int, limit: Int, keepsReasons: Bool = false
  ) {
    func find(_ column: String = "", _ what: Finding.What) {
      let finding = Finding(line: line, column: column, what: what)
      groups.add(finding, limit: limit)
      if keepsReasons, finding.isLoss { reasons[line, default: []].append(finding) }
      if findings.count < limit { findings.append(finding) } else { findingsLeftOut += 1 }
    }
    switch decision {
    case .rejected, .repeated: lostLines.append(line)
    case .new, .changed, .unchanged: break
    }
    var keepsOptOut = false
    switch decision {
    case .new(let record, _, _, _):
      new += 1
      if new > shownFrom, firstNew.count < Self.examples {
        firstNew.append(record)
        newLines.append(line)
      }
    case .changed(let change):
      changed += 1
      keepsOptOut = change.keepsOptOut
      if changed > shownFrom, firstChanged.count < Self.examples {
        firstChanged.append(change)
        changedLines.append(line)
      }
    case .unchanged(let keeps):
      unchanged += 1
      keepsOptOut = keeps
    case .rejected(let problems) where problems.first?.problem == .unticked: unticked += 1
    case .rejected(let problems):
      rejected += 1
      for problem in problems { find(problem.column, .rejected(problem.problem)) }
    case .repeated(let first, true):
      repeatedRows += 1
      find(.init(), .repeated(firstLine: first))
    case .repeated(let first, false):
      conflictingRows += 1
      find(.init(), .conflicting(firstLine: first))
    }
    guard keepsOptOut else { return }
    optOutsKept += 1
    find(.init(), .optOutKept)
  }

  /// The kept findings of one group.
  public func findings(of group: FindingGroups.Group) -> [Finding] {
    if group.isOfLike, !group.what.isOfOpenDay {
      let lines = Set(group.lines)
      return findings.filter {
        $0.column == group.column && $0.what.likeness == group.what.likeness && lines.contains($0.line)
      }
    }
    return findings.filter { $0.column == group.column && $0.what.isSaid(like: group.what) }
  }

  /// What the reader put right belongs among the findings.
  public mutating func take(_ remarks: ImportRemarks, limit: Int) {
    self.remarks = remarks
    let notes =
      remarks.notes(without: lostLines).map { Finding(line: $0.line, column: "", what: .note($0)) }
      + remarks.cellNotes.shortened.map { Finding(line: $0.lines[0], column: $0.column, what: .cellNote($0)) }
      + remarks.cardNotes.map { Finding(line: $0.line, column: "", what: .cardNote($0)) }
    if notes.isEmpty { return }
    for note in notes { groups.add(note, limit: limit) }
    findings = (findings + notes).sorted { $0.line < $1.line }
    findingsLeftOut += max(0, findings.count - limit)
    findings = Array(findings.prefix(limit))
  }
}
