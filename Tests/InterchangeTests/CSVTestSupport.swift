import Interchange

/// What a reader makes of a whole file.
struct ReadCSV {
  let table: CSVTable
  let rows: [CSVRow]

  init(_ text: String, limits: CSVReader.Limits = .init()) throws {
    try self.init(Array(text.utf8), limits: limits)
  }

  init(_ bytes: [UInt8], limits: CSVReader.Limits = .init()) throws {
    var reader = try CSVReader(bytes: bytes, limits: limits)
    var rows: [CSVRow] = []
    while let row = reader.next() { rows.append(row) }
    self.rows = rows
    table = reader.table
  }

  var fields: [[String]] { rows.map(\.fields) }
  var problems: [CSVProblem?] { rows.map(\.problem) }
}

/// A random source that repeats itself, so that a failing case can be found again (SplitMix64).
struct CSVSeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

func csvUTF16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
  text.utf16.flatMap { unit in
    let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
    return bigEndian ? pair.reversed() : pair
  }
}
