/// A text file in pieces, in a form where every ASCII byte stands for itself.
///
/// UTF-16 is rewritten as UTF-8, with the invalid byte FF in place of a broken character. Eight-bit encodings
/// stay as they are: a vCard may change them from line to line.
struct TextChunks {
  /// How the beginning of the file is written.
  let encoding: TextEncoding
  /// What the file begins with, some kilobytes at most, as it is stored.
  let sample: [UInt8]
  private let source: ByteSource
  private var first: ArraySlice<UInt8>?
  private var units: UTF16Units?

  static let sampleBytes = 8192

  init(_ source: @escaping ByteSource) throws {
    var start: [UInt8] = []
    while start.count < Self.sampleBytes, let chunk = try source() { start += chunk }
    sample = Array(start.prefix(Self.sampleBytes))
    encoding = TextEncoding.detect(in: sample)
    self.source = source
    switch encoding {
    case .utf8WithBOM: first = start[3...]
    case .gb18030 where start.starts(with: GB18030.byteOrderMark): first = start[4...]
    case .utf8, .windows1252, .gb18030: first = start[...]
    case .utf16LittleEndian: units = UTF16Units(isBigEndian: false)
    case .utf16BigEndian: units = UTF16Units(isBigEndian: true)
    }
    if units != nil {
      let hasMark = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
      first = units?.utf8(from: start[(hasMark ? 2 : 0)...])
    }
  }

  /// What kind of file it is if it is no text: the token of `CSVSignature`.
  var signature: String? {
    if let token = CSVSignature.token(of: sample) { return token }
    return CSVSignature.isBinary(first?.prefix(Self.sampleBytes) ?? []) ? "binary" : nil
  }

  mutating func next() throws -> ArraySlice<UInt8>? {
    if let start = first {
      first = nil
      return start
    }
    guard let chunk = try source() else { return units?.end() }
    return units?.utf8(from: chunk) ?? chunk
  }
}

/// Turns UTF-16 into UTF-8 where pieces may end inside a character.
private struct UTF16Units {
  let isBigEndian: Bool
  private var byte: UInt8?
  private var high: UInt16?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  mutating func utf8(from bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    for next in bytes {
      guard let first = byte else {
        byte = next
        continue
      }
      byte = nil
      take(isBigEndian ? UInt16(first) << 8 | UInt16(next) : UInt16(next) << 8 | UInt16(first), &result)
    }
    return result[...]
  }

  /// What is left of a file that breaks off inside a character; nil where it does not.
  mutating func end() -> ArraySlice<UInt8>? {
    let isBroken = byte != nil || high != nil
    (byte, high) = (nil, nil)
    return isBroken ? [0xFF] : nil
  }

  private mutating func take(_ unit: UInt16, _ result: inout [UInt8]) {
    if let first = high {
      high = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        if let scalar = Unicode.Scalar(value) { append(scalar, to: &result) }
        return
      }
      result.append(0xFF)
    }
    if UTF16.isLeadSurrogate(unit) {
      high = unit
    } else if let scalar = Unicode.Scalar(unit) {
      append(scalar, to: &result)
    } else {
      result.append(0xFF)
    }
  }

  private func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    if let encoded = UTF8.encode(scalar) { result += encoded }
  }
}
