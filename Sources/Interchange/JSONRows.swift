import Model

/// The records of a JSON file as `RecordExport` writes it: an array of objects, keyed by field.
public struct JSONRows<R: Exchangeable>: RowSource {
  public let encoding: TextEncoding
  /// How often each key came that is no field.
  public private(set) var unknown: [String: Int] = [:]
  private var scanner: JSONScanner
  private var position = Position.start

  private enum Position { case start, inside, end }

  /// - Parameter source: the bytes of the file, in pieces of any size.
  /// - Throws: a `SourceProblem` for what is no text; whatever reading the bytes throws.
  public init(_ source: @escaping ByteSource) throws {
    let chunks = try TextChunks(source)
    if let token = chunks.signature { throw SourceProblem.json(.notText(token)) }
    encoding = chunks.encoding
    scanner = JSONScanner(chunks)
  }

  /// Reads a file that is in memory.
  public init(bytes: [UInt8]) throws {
    var rest: ArraySlice<UInt8>? = bytes[...]
    try self.init {
      defer { rest = nil }
      return rest
    }
  }

  public mutating func next() throws -> ImportedRow? {
    do { return try record() } catch let problem as JSONProblem { throw SourceProblem.json(problem) }
  }

  private mutating func record() throws -> ImportedRow? {
    switch position {
    case .end: return nil
    case .start:
      guard try scanner.peek() != nil else { throw JSONProblem.empty }
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
    if let problem = scanner.problem { row.problem = .json(problem) }
    return row
  }

  private mutating func end() throws -> ImportedRow? {
    position = .end
    if let byte = try scanner.peek() { throw scanner.unexpected(byte) }
    return nil
  }

  // MARK: Values

  private mutating func row(_ value: JSONValue, _ line: Int) -> ImportedRow {
    var row = ImportedRow(line: line)
    guard case .object(let members) = value else {
      row.problem = .json(.wrongValue(line: line, field: ""))
      return row
    }
    var cells: [String: String] = [:]
    for member in members {
      do throws(NoText) {
        if R.idColumns.contains(member.name) {
          cells[member.name] = try text(member.value, as: .line)
        } else if let field = R.field(member.name) {
          row.values[member.name] = try text(member.value, as: field.entry)
        } else if unknown.count < 200 {
          unknown[member.name, default: 0] += 1
        }
      } catch {
        row.problem = row.problem ?? .json(.wrongValue(line: line, field: member.name))
      }
    }
    if cells.values.contains(where: { !$0.isEmpty }) { row.idCells = R.idColumns.map { cells[$0] ?? "" } }
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
    case (.number(let text), .line), (.number(let text), .number): return text
    case (.array(let values), .list), (.array(let values), .choices):
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
