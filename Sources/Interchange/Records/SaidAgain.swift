import Model

/// Which stored records rows without an id say over again, in kinds that nothing but an id tells apart: so the same file,
/// imported twice, brings nothing twice. A stored record is said by one row: two meetings of one title and day are two.
struct SaidAgain<R: Exchangeable> {
  /// What a row without an id says.
  struct Row {
    /// Among the rows of its batch.
    let place: Int
    let record: R
    /// The fields that have a cell which is not empty.
    let given: FieldSet
  }

  private let fields: [Field<R>]
  private let bits: [UInt64]
  /// The field by which those are found that say more than a row: the first that a record cannot be without.
  private let lead: Int?
  private var taken: Set<RecordID> = []
  /// So many that share it are compared with a row.
  private static var most: Int { 1_000 }

  init(_ columns: ColumnMap<R>) {
    (fields, bits) = (columns.fields, columns.bits)
    lead = columns.required.first ?? columns.fields.indices.first
  }

  /// What a row has an id for is said by no other.
  mutating func take(_ ids: [RecordID]) { taken.formUnion(ids) }

  /// - Parameter stored: those that may say the same.
  /// - Returns: for each row that has one its record, by its place: first those that say the same in all columns, then
  ///   those that say the same and more.
  mutating func pair(_ rows: [Row], among stored: [R]) -> [Int: R] {
    var pairs: [Int: R] = [:]
    let free = stored.reversed().filter { !taken.contains($0.id) }
    var same = Dictionary(grouping: free, by: texts)
    for row in rows {
      if let record = same[texts(of: row.record)]?.popLast() { pair(row, with: record, &pairs) }
    }
    guard let lead else { return pairs }
    let like = Dictionary(grouping: stored) { fields[lead].read($0) }
    for row in rows where pairs[row.place] == nil && row.given.contains(bits[lead]) {
      let found = like[fields[lead].read(row.record)]?.prefix(Self.most).first {
        !taken.contains($0.id) && says($0, row)
      }
      if let found { pair(row, with: found, &pairs) }
    }
    return pairs
  }

  private mutating func pair(_ row: Row, with record: R, _ pairs: inout [Int: R]) {
    pairs[row.place] = record
    taken.insert(record.id)
  }

  private func texts(of record: R) -> [String] { fields.map { $0.read(record) } }

  /// Whether a record says all that a row gives.
  private func says(_ record: R, _ row: Row) -> Bool {
    fields.indices.allSatisfy { index in
      !row.given.contains(bits[index]) || fields[index].read(record) == fields[index].read(row.record)
    }
  }
}
