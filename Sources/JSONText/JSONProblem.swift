/// What is wrong with a JSON file, or with one of its records.
public enum JSONProblem: Error, Sendable, Equatable {
  /// The file is no text but what the token says: `xlsx`, `pdf`, `binary` …
  case notText(String)
  /// The file is empty.
  case empty
  /// The file ends before its array does.
  case endsEarly(line: Int)
  /// Something else has to stand here, by the grammar of RFC 8259; `found` is the byte's character or code.
  case unexpected(line: Int, found: String)
  /// Records stand in an array, and the file is no array but one object.
  case noArray
  /// A text is longer than the limit in bytes.
  case textTooLong(line: Int, limit: Int)
  /// A record is longer than the limit in bytes.
  case recordTooLong(line: Int, limit: Int)
  /// Values stand in values more deeply than in any record of ours.
  case tooDeep(line: Int)
  /// The record is no object, or a value of it is none that a field can hold.
  case wrongValue(line: Int, field: String)
  /// Bytes are no UTF-8.
  case undecodable(line: Int)
}
