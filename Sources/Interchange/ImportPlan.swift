import Model

/// What an import would do, before anything is written.
public struct ImportPlan<R: Record>: Sendable {
  public internal(set) var new: [R] = []
  public internal(set) var changed: [Change] = []
  public internal(set) var unchanged = 0
  /// Every mistake of every rejected row, in the order of the file.
  public internal(set) var rejected: [Rejection] = []
  public internal(set) var rejectedRows = 0
  /// Rows for a record that an earlier row is for already; they are left out.
  public internal(set) var duplicates: [Duplicate] = []
  /// How the file was read.
  public internal(set) var encoding = TextEncoding.utf8
  /// The headers that are no field; their cells are left out.
  public internal(set) var unknownColumns: [String] = []
  /// The columns for a field that another column is for already; their cells are left out.
  public internal(set) var repeatedColumns: [RepeatedColumn] = []
  /// What the reader put right on its own.
  public internal(set) var notes: [CSVNote] = []

  /// Whether nothing of the file would be lost: no row is rejected, and none differs from one before it for
  /// the same record.
  public var isComplete: Bool { rejected.isEmpty && duplicates.allSatisfy(\.isIdentical) }

  public struct Change: Sendable, Equatable {
    public let before: R
    public let after: R
    /// Those that differ, in the order of the table of fields.
    public let fields: [String]
  }

  public struct Rejection: Sendable, Equatable {
    /// Counted from 1.
    public let line: Int
    /// The header as the file has it; empty where the whole row is wrong.
    public let column: String
    public let problem: Problem
  }

  public enum Problem: Sendable, Equatable {
    case value(FieldProblem)
    case row(CSVProblem)
    /// So many stored records have the name, and nothing tells which of them is meant.
    case ambiguous(Int)
  }

  public struct RepeatedColumn: Sendable, Equatable {
    /// Counted from 1.
    public let number: Int
    public let title: String
    /// The header of the column that is read.
    public let readTitle: String
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
}

/// Why a file cannot be imported at all.
public enum ImportFailure: Error, Sendable, Equatable {
  case file(CSVProblem)
  /// A column that records of this kind need.
  case columnMissing(String)
}
