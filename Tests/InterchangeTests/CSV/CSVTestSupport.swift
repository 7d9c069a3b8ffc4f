import Interchange

/// What a reader makes of a whole file.
struct ReadCSV {
  let table: CSVTable
  let rows: [CSVRow]

  init(_ text: String, limits: CSVReader.Limits = .init()) throws {
    try self.init(Array(text.utf8), limits: limits)
  }

  init(_ bytes: [UInt8], limits: CSVReader.Limits = .init()) throws {
    try self.init(ImportFile(bytes: bytes), limits: limits)
  }

  init(_ file: ImportFile, limits: CSVReader.Limits = .init()) throws {
    var reader = try CSVReader(file, limits: limits)
    var rows: [CSVRow] = []
    while let row = reader.next() { rows.append(row) }
    self.rows = rows
    table = reader.table
  }

  var fields: [[String]] { rows.map(\.fields) }
  var problems: [CSVProblem?] { rows.map(\.problem) }
}

func csvUTF16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
  text.utf16.flatMap { unit in
    let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
    return bigEndian ? pair.reversed() : pair
  }
}
