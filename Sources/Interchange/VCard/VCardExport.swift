import Model

/// What writes records piece by piece, so that a million of them never sit in memory.
public protocol RecordWriter<R> {
  associatedtype R: Record
  /// What stands before the first record.
  mutating func begin() -> [UInt8]
  mutating func append(_ records: [R]) -> [UInt8]
  /// What stands after the last record.
  mutating func end() -> [UInt8]
}

extension RecordExport: RecordWriter {
  public mutating func append(_ records: [R]) -> [UInt8] { append(records[...]) }
}

extension VCardWriter: RecordWriter {
  public mutating func begin() -> [UInt8] { [] }

  public mutating func append(_ records: [Stakeholder]) -> [UInt8] {
    for record in records { append(record) }
    return drain()
  }

  public mutating func end() -> [UInt8] { [] }
}

extension MailingList: RecordWriter {
  public mutating func append(_ records: [Stakeholder]) -> [UInt8] { append(records[...]) }
  public mutating func end() -> [UInt8] { [] }
}
