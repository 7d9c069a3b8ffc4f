/// The sheets of a form one below the other in one table, as pyxform takes a form in CSV: the name of a sheet in the first
/// column, its rows below it from the second column on.
struct FormBundle {
  private(set) var sheets: [String: ImportFile] = [:]

  /// - Returns: nil where the table is none of that kind.
  /// - Throws: `CSVProblem` or `ImportFile.Unreadable`.
  init?(_ file: ImportFile) throws {
    var reader = try CSVReader(file, limits: .init(fieldBytes: 1 << 16, columns: 16_384, notes: 0))
    guard var name = Self.name(of: reader.header) else { return nil }
    var bytes: [String: (text: [UInt8], lines: Int)] = [:]
    while let row = reader.next(), row.line < FormSheet.mostRows {
      if let next = Self.name(of: row.fields) {
        name = next
      } else {
        Self.append(Array(row.fields.dropFirst()), at: row.line, to: &bytes[name, default: ([], 0)])
      }
    }
    if let failure = reader.failure { throw failure }
    sheets = bytes.mapValues { ImportFile(bytes: $0.text, encoding: .utf8) }
  }

  private static func name(of row: [String]) -> String? {
    let name = row.first?.trimmed.lowercased() ?? ""
    return ["survey", "choices", "settings"].contains(name) && row.dropFirst().allSatisfy(\.trimmed.isEmpty)
      ? name : nil
  }

  /// Each row stands at the line that it has in the file.
  private static func append(_ row: [String], at line: Int, to sheet: inout (text: [UInt8], lines: Int)) {
    var writer = CSVWriter(style: .exact)
    writer.append(row)
    let bytes = repeatElement(0x0A, count: max(0, line - 1 - sheet.lines)) + writer.bytes
    sheet.text += bytes
    sheet.lines += bytes.count { $0 == 0x0A }
  }
}
