import Model

/// Writes records as CSV or JSON, piece by piece, so that a million of them never sit in memory.
public struct RecordExport<R: Exchangeable> {
  public enum Format: Sendable, Equatable {
    /// `spreadsheetSafe` begins with a byte order mark, which Excel needs, and cannot be imported again
    /// without loss.
    case csv(CSVWriter.Style)
    /// One array of objects, one object a line; keys in the order of the table of fields, the id first.
    case json
  }

  private let format: Format
  private var csv: CSVWriter
  private var isEmpty = true

  public init(_ format: Format) {
    self.format = format
    if case .csv(let style) = format {
      csv = CSVWriter(style: style, byteOrderMark: style == .spreadsheetSafe)
    } else {
      csv = CSVWriter(style: .exact)
    }
  }

  /// What stands before the first record.
  public mutating func begin() -> [UInt8] {
    guard case .csv = format else { return Array("[".utf8) }
    csv.append(R.idColumns + R.fields.map(\.name))
    return csv.drain()
  }

  public mutating func append(_ records: some Sequence<R>) -> [UInt8] {
    guard case .csv = format else { return json(records) }
    for record in records { csv.append(R.idCells(of: record.id) + R.fields.map { $0.read(record) }) }
    return csv.drain()
  }

  /// What stands after the last record.
  public mutating func end() -> [UInt8] {
    guard case .json = format else { return [] }
    return Array((isEmpty ? "]\n" : "\n]\n").utf8)
  }

  private mutating func json(_ records: some Sequence<R>) -> [UInt8] {
    var bytes: [UInt8] = []
    for record in records {
      bytes += isEmpty ? "\n".utf8 : ",\n".utf8
      isEmpty = false
      append(record, to: &bytes)
    }
    return bytes
  }

  private func append(_ record: R, to bytes: inout [UInt8]) {
    for (index, (column, cell)) in zip(R.idColumns, R.idCells(of: record.id)).enumerated() {
      bytes += index == 0 ? "{".utf8 : ", ".utf8
      JSONText.append(column, to: &bytes)
      bytes += ": ".utf8
      JSONText.append(cell, to: &bytes)
    }
    for field in R.fields {
      bytes += ", ".utf8
      JSONText.append(field.name, to: &bytes)
      bytes += ": ".utf8
      append(field.read(record), as: field.entry, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private func append(_ text: String, as entry: Entry, to bytes: inout [UInt8]) {
    switch entry {
    case .list, .choices, .references:
      bytes.append(UInt8(ascii: "["))
      for (index, item) in text.items.enumerated() {
        if index > 0 { bytes += ", ".utf8 }
        JSONText.append(item, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .items(let parts): append(ListText.entries(of: text), of: parts, to: &bytes)
    case .number: bytes += (text.isEmpty ? "0" : text).utf8
    case .flag: bytes += (text.isEmpty ? "false" : "true").utf8
    case .line, .text, .choice, .day, .moment, .time, .reference:
      if text.isEmpty { bytes += "null".utf8 } else { JSONText.append(text, to: &bytes) }
    }
  }

  /// Entries of several parts as objects; what is empty is left out.
  private func append(_ entries: [String], of parts: [Part], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, entry) in entries.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      let texts = zip(parts, ListText.parts(of: entry)).filter { !$0.1.isEmpty }
      for (place, (part, text)) in texts.enumerated() {
        bytes += place == 0 ? "{".utf8 : ", ".utf8
        JSONText.append(part.name, to: &bytes)
        bytes += ": ".utf8
        JSONText.append(text, to: &bytes)
      }
      bytes += texts.isEmpty ? "{}".utf8 : "}".utf8
    }
    bytes.append(UInt8(ascii: "]"))
  }
}

/// Strings of JSON (RFC 8259, section 7).
enum JSONText {
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0..<0x20: bytes += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
