import Model

/// What an import of a small kind would do, before anything is written.
public struct ImportPlan<R: Exchangeable>: Sendable {
  public internal(set) var new: [R] = []
  public internal(set) var changed: [Change] = []
  public internal(set) var unchanged = 0
  /// Every mistake of every rejected row, in the order of the file.
  public internal(set) var rejected: [Rejection] = []
  public internal(set) var rejectedRows = 0
  /// Rows for a record that an earlier row is for already; they are left out.
  public internal(set) var duplicates: [Duplicate] = []
  /// In which line of the file each record that is new or changed stands.
  private(set) var lines: [RecordID: Int] = [:]
  /// Rows whose reasons for words that stay are kept under the name of whoever imports them, in the order of the file.
  public internal(set) var ownedOverrides: [Int] = []
  /// Reasons for words that stay that were given with the import, and not by the file.
  public internal(set) var keptWords: [BoundaryOverride] = []
  /// What is known of the file besides its rows.
  public internal(set) var remarks = ImportRemarks()

  public var encoding: TextEncoding { remarks.encoding }
  public var unknownColumns: [String] { remarks.unknownColumns }
  public var repeatedColumns: [RepeatedColumn] { remarks.repeatedColumns }
  public var notes: [CSVNote] { remarks.notes }

  /// Whether nothing of the file would be lost: no row is rejected, and none differs from one before it for
  /// the same record.
  public var isComplete: Bool { rejected.isEmpty && duplicates.allSatisfy(\.isIdentical) }

  public typealias Problem = ImportProblem
  public typealias RepeatedColumn = ImportRemarks.RepeatedColumn
  public typealias Change = ImportDecision<R>.Change

  public struct Rejection: Sendable, Equatable {
    /// Counted from 1.
    public let line: Int
    /// The header as the file has it; empty where the whole row is wrong.
    public let column: String
    public let problem: Problem
  }

  public struct Duplicate: Sendable, Equatable {
    public let line: Int
    public let firstLine: Int
    /// Whether both rows say the same, so that nothing is lost.
    public let isIdentical: Bool
  }

  /// A value that a field or a rule does not take.
  public struct Mistake: Error, Sendable {
    public let field: String
    public let problem: FieldProblem

    public init(field: String, problem: FieldProblem) {
      self.field = field
      self.problem = problem
    }
  }

  mutating func take(_ decision: ImportDecision<R>, line: Int) {
    switch decision {
    case .new(let record, _, _, _):
      new.append(record)
      lines[record.id] = line
    case .changed(let change):
      changed.append(change)
      lines[change.after.id] = line
    case .unchanged: unchanged += 1
    case .rejected(let problems):
      rejectedRows += 1
      rejected += problems.map { Rejection(line: line, column: $0.column, problem: $0.problem) }
    case .repeated(let first, let isIdentical):
      duplicates.append(Duplicate(line: line, firstLine: first, isIdentical: isIdentical))
    }
  }
}

/// What becomes of one row of a file.
public enum ImportDecision<R: Record>: Sendable {
  /// `given`: the fields that the row gave a value; `isIDFree`: its id was made up for it.
  /// `revision`: when the card was revised that says it, in seconds since 1970.
  case new(R, given: FieldSet, isIDFree: Bool, revision: Int? = nil)
  case changed(Change)
  /// It says what is stored. `keepsOptOut`: and would lift an opt-out, which stays.
  case unchanged(keepsOptOut: Bool)
  /// All that is wrong with it, by the header of the column; that is empty where the whole row is wrong.
  case rejected([(column: String, problem: ImportProblem)])
  /// An earlier row is for the same record.
  case repeated(firstLine: Int, isIdentical: Bool)

  public struct Change: Sendable, Equatable {
    public let before: R
    public let after: R
    /// Those that differ, in the order of the table of fields.
    public let fields: [String]
    /// Whether the row would lift an opt-out, which stays.
    public let keepsOptOut: Bool
    /// When the card was revised that says it, in seconds since 1970.
    public var revision: Int?

    public init(before: R, after: R, fields: [String], keepsOptOut: Bool = false) {
      (self.before, self.after, self.fields, self.keepsOptOut) = (before, after, fields, keepsOptOut)
    }
  }
}

extension ImportPlan {
  /// Of decisions that no file made.
  public init(_ decisions: [ImportDecision<R>]) {
    for decision in decisions { take(decision, line: 0) }
  }
}
