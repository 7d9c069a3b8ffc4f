import Model

/// How many responses each survey has; surveys without any are left out.
public struct ResponseCounts: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [RecordID: Int] {
    let rows = try reader.cursor(
      "SELECT substr(id, 1, instr(id, '/') - 1), count(*) FROM \"survey-response\" GROUP BY 1")
    var counts: [RecordID: Int] = [:]
    while let row = try rows.next() { counts[row[0]] = row[1] }
    return counts
  }
}
