/// Recognises files that are no text, whatever their name says, by the bytes they begin with.
enum CSVSignature {
  private static let piece = 65_536

  /// The token of the kind of file this looks like, or nothing if it may be text.
  ///
  /// Signatures are those of ZIP (APPNOTE 4.3.7), OLE compound files (MS-CFB 2.2), OpenDocument
  /// (part 2, section 3.3) and PDF. "PK" alone is none, as it is a usual name for a key column.
  static func token(of file: ImportFile) throws(ImportFile.Unreadable) -> String? {
    let bytes = try file.read(at: 0, count: piece)
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return "xls" }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      // The names of the entries stand at the start of each, and again in the directory at the end.
      return archiveToken(of: [bytes, try file.read(at: max(0, file.size - piece), count: piece)])
    }
    if bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return "zip" }
    if bytes.starts(with: Array("%PDF-".utf8)) { return "pdf" }
    let isUTF32 = bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF])
    return isUTF32 ? "binary" : nil
  }

  /// Whether bytes in an 8-bit encoding have more control characters than text ever has.
  ///
  /// NUL does not count, since old databases pad their fields with it.
  static func isBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
    var controls = 0
    var others = 0
    for byte in bytes.prefix(8192) where byte != 0 {
      if isControl(byte) { controls += 1 } else { others += 1 }
    }
    return controls > 3 + others / 20 || (others == 0 && !bytes.isEmpty)
  }

  /// Tab, line ends, form feed, end of file and escape do occur in text.
  private static func isControl(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x1A, 0x1B: false
    default: byte < 0x20 || byte == 0x7F
    }
  }

  private static func archiveToken(of parts: [[UInt8]]) -> String {
    for part in parts {
      if contains("opendocument.spreadsheet", in: part) { return "ods" }
      if contains("xl/workbook", in: part) { return "xlsx" }
    }
    return "zip"
  }

  private static func contains(_ text: String, in bytes: [UInt8]) -> Bool {
    let wanted = Array(text.utf8)
    return bytes.indices.contains { index in
      bytes[index] == wanted[0] && bytes[index...].starts(with: wanted)
    }
  }
}
