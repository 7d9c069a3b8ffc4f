import Glibc

/// Turns the bytes of a field into text.
struct CSVFieldDecoder {
  let encoding: TextEncoding

  /// Decodes a field, and marks its record where bytes have no meaning or are left out.
  func decode(_ content: Span<UInt8>, in record: inout CSVRecord) -> String {
    guard Self.containsNUL(content) else { return text(of: content, in: &record) }
    record.note(.removedNUL(line: record.line))
    let kept = Self.copy(content).filter { $0 != 0 }
    return text(of: kept.span, in: &record)
  }

  private func text(of content: Span<UInt8>, in record: inout CSVRecord) -> String {
    do throws(UTF8.ValidationError) {
      let valid = try UTF8Span(validating: content)
      if encoding != .windows1252 || valid.isKnownASCII { return String(copying: valid) }
    } catch {
      if encoding != .windows1252 { record.report(.undecodable(line: record.line)) }
    }
    let bytes = Self.copy(content)
    guard encoding == .windows1252 else { return String(decoding: bytes, as: UTF8.self) }
    if bytes.contains(where: Windows1252.isUndefined) {
      record.note(.replacedBytes(line: record.line))
    }
    return Windows1252.decode(bytes)
  }

  private static func containsNUL(_ content: Span<UInt8>) -> Bool {
    content.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
  }

  private static func copy(_ content: Span<UInt8>) -> [UInt8] {
    content.withUnsafeBufferPointer { Array($0) }
  }
}
