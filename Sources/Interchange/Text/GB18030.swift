/// GB18030, of which GBK and GB 2312 are parts: what spreadsheets write in Chinese locales. The table is that
/// of the C library.
enum GB18030 {
  private static let name = "GB18030"
  private static let piece = 1 << 16
  static let byteOrderMark: [UInt8] = [0x84, 0x31, 0x95, 0x33]

  /// Whether all bytes of a file are valid and what they say looks like Chinese. A host without the table
  /// says no.
  static func isLikely(_ file: ImportFile) throws(ImportFile.Unreadable) -> Bool {
    guard let conversion = Conversion(from: name) else { return false }
    var reader = file.reader()
    var evidence = Evidence()
    var rest: [UInt8] = []
    while case let bytes = try reader.read(upTo: piece), !bytes.isEmpty {
      rest += bytes
      let (text, end) = conversion.convert(rest[...])
      // What is left may be the beginning of a character, the longest of which have four bytes.
      guard rest.count - end < 4 else { return false }
      evidence.take(rest[..<end], as: String(decoding: text, as: UTF8.self))
      rest.removeFirst(end)
    }
    return rest.isEmpty && evidence.isConvincing
  }

  /// The whole characters of a piece as UTF-8, with the invalid byte FF in place of each byte that has no
  /// meaning, and where they end.
  static func utf8(from bytes: [UInt8], isLast: Bool) -> (text: [UInt8], end: Int) {
    guard let conversion = Conversion(from: name) else { return (bytes, bytes.count) }
    var text: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let (piece, count) = conversion.convert(bytes[start...])
      text += piece
      start += count
      let left = bytes.count - start
      if left == 0 || (left < 4 && !isLast) { break }
      text.append(0xFF)
      start += 1
    }
    return (text, start)
  }
}

/// Counts what speaks for Chinese, and what speaks for a western code page that happens to be valid.
///
/// An accented letter and the plain one behind it are a valid pair too, so "Müller" has an ideograph in it.
/// But it stands alone, and ends in an ASCII byte; in Chinese both are rare. One that stands alone and ends in
/// another byte says nothing: it is 男 in a column of its own, or the çã of "Conceição".
private struct Evidence {
  private var chinese = 0
  private var others = 0
  private var run = Run()

  /// Characters beyond ASCII next to each other.
  private struct Run {
    var characters = 0
    var chinese = 0
    /// Those that are not what a western letter and a plain one make.
    var telling = 0
  }

  var isConvincing: Bool {
    var total = self
    total.endRun()
    return total.chinese > 0 && total.chinese * 5 > (total.chinese + total.others) * 4
  }

  /// Takes whole characters, and what each of them is.
  mutating func take(_ bytes: ArraySlice<UInt8>, as text: String) {
    var index = bytes.startIndex
    for scalar in text.unicodeScalars {
      guard !scalar.isASCII, index + 1 < bytes.endIndex else {
        endRun()
        index += 1
        continue
      }
      let second = bytes[index + 1]
      let isFourBytes = 0x30...0x39 ~= second
      run.characters += 1
      run.chinese += Self.isChinese(scalar) ? 1 : 0
      run.telling += isFourBytes || second >= 0x80 ? 1 : 0
      index += isFourBytes ? 4 : 2
    }
  }

  private mutating func endRun() {
    guard run.characters > 0 else { return }
    if run.characters > 1, run.telling * 2 > run.characters {
      chinese += run.chinese
      others += run.characters - run.chinese
    } else if run.characters > 1 || run.telling == 0 || run.chinese == 0 {
      others += run.characters
    }
    run = Run()
  }

  /// Ideographs, and the punctuation and wide letters between them.
  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB7, 0x2010...0x2027, 0x3000...0x303F, 0xFF00...0xFFEF: true
    default: scalar.properties.isIdeographic
    }
  }
}
