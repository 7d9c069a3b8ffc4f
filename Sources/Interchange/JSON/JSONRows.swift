import JSONText
import Model

/// The records of a JSON file as `RecordExport` writes it: an array of objects, keyed by field.
public struct JSONRows<R: Exchangeable>: ImportSource {
  public let columns = ImportColumn.all(of: R.self)
  private let encoding: TextEncoding
  /// Keys that are no field, in the order in which they came.
  private var unknown: [String] = []
  private var scanner: JSONScanner
  private var position = Position.start

  private enum Position { case start, inside, end }

  /// - Throws: `ImportFailure` for what is no text; `ImportFile.Unreadable`.
  public init(_ file: ImportFile) throws { try self.init(file, piece: .max) }

  /// - Parameter piece: how many bytes are looked at once at most.
  init(_ file: ImportFile, piece: Int) throws {
    if let token = try ForeignText.token(of: file) { throw ImportFailure.workbook(.foreign(token)) }
    if let token = try CSVSignature.token(of: file) { throw ImportFailure.json(.notText(token)) }
    let pieces = try TextPieces(file, atMost: piece)
    if CSVSignature.isBinary(pieces.beginning) { throw ImportFailure.json(.notText("binary")) }
    encoding = pieces.encoding
    scanner = JSONScanner(pieces)
  }

  public var bytesRead: Int { scanner.bytesRead }

  public var remarks: ImportRemarks {
    var remarks = ImportRemarks()
    remarks.encoding = encoding
    remarks.unknownColumns = unknown
    return remarks
  }

  public mutating func next() throws -> ImportRow? {
    do { return try record() } catch let problem as JSONProblem { throw ImportFailure.json(problem) }
  }

  private mutating func record() throws -> ImportRow? {
    switch position {
    case .end: return nil
    case .start:
      guard let first = try scanner.peek() else { throw JSONProblem.empty }
      if first == UInt8(ascii: "{") { throw JSONProblem.noArray }
      try scanner.expect(UInt8(ascii: "["))
      if try scanner.takes(UInt8(ascii: "]")) { return try end() }
      position = .inside
    case .inside:
      guard try scanner.takes(UInt8(ascii: ",")) else {
        try scanner.expect(UInt8(ascii: "]"))
        return try end()
      }
    }
    _ = try scanner.peek()
    let line = scanner.line
    scanner.beginRecord()
    let value = try scanner.value()
    var row = row(value, line)
    if let problem = scanner.problem {
      row.problem = .json(problem)
      row.line = problem.line ?? line
    }
    return row
  }

  private mutating func end() throws -> ImportRow? {
    position = .end
    if let byte = try scanner.peek() { throw scanner.unexpected(byte) }
    return nil
  }

  // MARK: Values

  private mutating func row(_ value: JSONValue, _ line: Int) -> ImportRow {
    var row = ImportRow(line: line, cells: [])
    guard case .object(let members) = value else {
      row.problem = .json(.wrongValue(line: line, field: ""))
      return row
    }
    var texts: [String: String] = [:]
    for member in members {
      let entry = R.idColumns.contains(member.name) ? .line : R.field(member.name)?.entry
      if let entry {
        do throws(NoText) { texts[member.name] = try text(member.value, as: entry) } catch {
          row.problem = row.problem ?? .json(.wrongValue(line: line, field: member.name))
        }
      } else if unknown.count < 200, !unknown.contains(member.name) {
        unknown.append(member.name)
      }
    }
    row.cells = columns.map { column in column.field.flatMap { texts[$0] } }
    return row
  }

  /// A value that a field cannot hold.
  private struct NoText: Error {}

  /// The value as `Field.write` takes it.
  private func text(_ value: JSONValue, as entry: Entry) throws(NoText) -> String {
    switch (value, entry) {
    case (.null, _): return ""
    case (.flag(let flag), .flag): return flag ? "yes" : ""
    case (.text(let text), _): return text
    case (.number(let text), .line), (.number(let text), .number), (.number(let text), .reference):
      return text
    case (.array(let values), .list), (.array(let values), .choices), (.array(let values), .references):
      var items: [String] = []
      for value in values {
        guard case .text(let text) = value else { throw NoText() }
        items.append(ListText.entry(text))
      }
      return items.joined(separator: "; ")
    case (.array(let values), .items(let parts)):
      var entries: [String] = []
      for value in values { entries.append(try self.entry(value, of: parts)) }
      return entries.joined(separator: "; ")
    default: throw NoText()
    }
  }

  private func entry(_ value: JSONValue, of parts: [Part]) throws(NoText) -> String {
    if case .text(let text) = value { return text }
    guard case .object(let members) = value else { throw NoText() }
    var texts = Array(repeating: "", count: parts.count)
    for member in members {
      guard let place = parts.firstIndex(where: { $0.name == member.name }) else { throw NoText() }
      texts[place] = try text(member.value, as: parts[place].entry)
    }
    return ListText.entry(parts: texts)
  }
}
