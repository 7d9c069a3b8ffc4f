/// One record as a file of any format gives it, before it is compared with what is stored.
public struct ImportedRow: Sendable, Equatable {
  /// The line of the file where the record starts, counted from 1.
  public let line: Int
  /// What the file gives as the id, unchecked, in the order of `Exchangeable.idColumns`; nil where it gives
  /// none of ours.
  public var idCells: [String]?
  /// Texts by field name, as `Field.write` takes them. A field that is absent says nothing; an empty text
  /// says that there is no value.
  public var values: [String: String]
  /// Why the record cannot be taken; its values are then the best guess.
  public var problem: SourceProblem?

  public init(
    line: Int, idCells: [String]? = nil, values: [String: String] = [:], problem: SourceProblem? = nil
  ) {
    self.line = line
    self.idCells = idCells
    self.values = values
    self.problem = problem
  }
}

/// What is wrong with a file of some format, or with one of its records.
public enum SourceProblem: Error, Sendable, Equatable {
  case csv(CSVProblem)
  case vcard(VCardProblem)
  case json(JSONProblem)

  /// The line that it is about; nil where it is about the whole file.
  public var line: Int? {
    switch self {
    case .csv(let problem): problem.line
    case .vcard(let problem): problem.line
    case .json(let problem): problem.line
    }
  }
}

/// Hands out the records of a file one by one, with only one of them in memory.
public protocol RowSource {
  /// How the part of the file read so far was written.
  var encoding: TextEncoding { get }
  /// The next record; nil after the last one.
  /// - Throws: a `SourceProblem` where the rest of the file cannot be read; whatever reading the bytes throws.
  mutating func next() throws -> ImportedRow?
}

/// Gives the bytes of a file piece by piece, in order; nil at its end.
public typealias ByteSource = () throws -> ArraySlice<UInt8>?

extension CSVProblem {
  /// The line that it is about; nil where it is about the whole file.
  public var line: Int? {
    switch self {
    case .unclosedQuote(let line), .textAfterQuote(let line), .undecodable(let line): line
    case .wrongFieldCount(let line, _, _), .fieldTooLong(let line, _): line
    case .tooManyColumns, .notText, .empty: nil
    }
  }
}
