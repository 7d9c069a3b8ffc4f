/// Writes rows as CSV in UTF-8, with the quotes and line ends of RFC 4180, section 2.
public struct CSVWriter: Sendable {
  /// Whether fields are written as they are, or so that no spreadsheet takes them for formulas.
  public enum Style: Sendable {
    /// Reading the file gives the same fields.
    case exact
    /// A field that begins with `=`, `+`, `-`, `@`, tab, CR, LF or NUL gets a `'` before it (OWASP
    /// ASVS 5.0, 1.2.10; OWASP "CSV Injection"). This includes negative numbers.
    case spreadsheetSafe
  }

  public let style: Style
  public let delimiter: UInt8
  /// What was written since the beginning or since the last `drain()`.
  public private(set) var bytes: [UInt8] = []

  /// - Parameters:
  ///   - delimiter: A tab or an ASCII punctuation mark other than the quote; all else is a
  ///     programming error.
  ///   - byteOrderMark: Whether the file begins with one, which Excel needs to know it is UTF-8.
  public init(style: Style, delimiter: UInt8 = UInt8(ascii: ","), byteOrderMark: Bool = false) {
    precondition(CSVDialect.isDelimiter(delimiter), "not a CSV delimiter: \(delimiter)")
    self.style = style
    self.delimiter = delimiter
    if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// A small table whole (RFC 4180, UTF-8). Names come from anywhere: a spreadsheet that opens it runs no formula.
  public static func spreadsheet(_ lines: [[String]]) -> [UInt8] {
    var writer = CSVWriter(style: .spreadsheetSafe)
    for line in lines { writer.append(line) }
    return writer.drain()
  }

  /// Writes one row and its CR LF.
  ///
  /// A row of blank fields only is written, but readers of CSV leave it out.
  public mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      append(field)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// Hands over what was written and starts anew, so that a long file can be sent piece by piece.
  public mutating func drain() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private mutating func append(_ field: String) {
    let guardMark = style == .spreadsheetSafe && Self.looksLikeFormula(field) ? "'" : ""
    guard field.utf8.contains(where: needsQuotes) else {
      bytes.append(contentsOf: guardMark.utf8)
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(0x22)
    bytes.append(contentsOf: guardMark.utf8)
    for byte in field.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x22 || byte == 0x0D || byte == 0x0A
  }

  private static func looksLikeFormula(_ field: String) -> Bool {
    switch field.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    case 0x09, 0x0D, 0x0A, 0x00: true
    default: false
    }
  }
}
