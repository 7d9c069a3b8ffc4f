import Glibc

/// Turns the bytes of a field, which are UTF-8, into text.
enum CSVFieldDecoder {
  /// Decodes a field, and marks its record where bytes have no meaning or are left out.
  static func decode(_ content: Span<UInt8>, in record: inout CSVRecord) -> String {
    guard containsNUL(content) else { return text(of: content, in: &record) }
    record.note(.removedNUL(line: record.line))
    let kept = copy(content).filter { $0 != 0 }
    return text(of: kept.span, in: &record)
  }

  private static func text(of content: Span<UInt8>, in record: inout CSVRecord) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: content))
    } catch {
      record.report(.undecodable(line: record.line))
      return String(decoding: copy(content), as: UTF8.self)
    }
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
