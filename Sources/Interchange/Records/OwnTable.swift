import Model

/// Reads a table that the program has in it: headed by the names of fields, its cells as an export writes them. Nothing
/// is guessed or mended, which costs most of the time of an import.
public struct OwnTable<R: Exchangeable> {
  public private(set) var new: [R] = []
  public private(set) var changed: [(before: R, after: R)] = []

  /// - Parameters:
  ///   - bytes: CSV in UTF-8.
  ///   - stored: what rows change that have their ids.
  /// - Throws: `OwnTableProblem`, `CSVProblem`.
  public init(_ bytes: [UInt8], over stored: [R]) throws {
    let stored = Dictionary(uniqueKeysWithValues: stored.map { ($0.id, $0) })
    var reader = try CSVReader(ImportFile(bytes: bytes, encoding: .utf8), delimiter: UInt8(ascii: ","))
    let places = Dictionary(uniqueKeysWithValues: reader.header.enumerated().map { ($1, $0) })
    let ids = R.idColumns.compactMap { places[$0] }
    let fields = R.fields.compactMap { field in places[field.name].map { (field: field, place: $0) } }
    guard ids.count == R.idColumns.count, ids.count + fields.count == reader.header.count else {
      throw OwnTableProblem(line: 1)
    }
    while let row = reader.next() {
      guard row.problem == nil, let id = try? R.id(from: ids.map { row.fields[$0] }) else {
        throw OwnTableProblem(line: row.line)
      }
      let before = stored[id]
      var record = before ?? R(id: id)
      for (field, place) in fields where before != nil || !row.fields[place].isEmpty {
        do { try field.write(row.fields[place], to: &record) } catch { throw OwnTableProblem(line: row.line) }
      }
      guard record.contradictions.isEmpty else { throw OwnTableProblem(line: row.line) }
      if let before { changed.append((before, record)) } else { new.append(record) }
    }
  }
}

/// What such a table has that no export writes: a mistake of ours.
public struct OwnTableProblem: Error, Equatable {
  /// From 1.
  public let line: Int
}
