/// Folds text byte by byte, because each row of an import passes through several times: ASCII, the usual
/// alphabets and Chinese by tables; a text with anything else goes the thorough way.
struct Folder {
  private var bytes: [UInt8] = []
  private var isAfterSpace = false
  private let dividesIdeographs: Bool

  init(dividesIdeographs: Bool) {
    self.dividesIdeographs = dividesIdeographs
    bytes.reserveCapacity(64)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func endWord() { isAfterSpace = !bytes.isEmpty }

  mutating func append(_ text: String) {
    var text = text
    let begun = (bytes.count, isAfterSpace)
    if text.withUTF8({ appendQuickly($0) }) { return }
    bytes.removeLast(bytes.count - begun.0)
    isAfterSpace = begun.1
    for scalar in Folding.thoroughly(text) { append(scalar) }
  }

  /// - Returns: false where something is in the text that takes more than a look at each character.
  private mutating func appendQuickly(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        appendASCII(byte)
        index += 1
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      if length == 2 {
        let value = Int(byte & 0x1F) << 6 | Int(text[index + 1] & 0x3F)
        guard appendLetter(value) else { return false }
      } else if length == 3 {
        let value = Int(byte & 0xF) << 12 | Int(text[index + 1] & 0x3F) << 6 | Int(text[index + 2] & 0x3F)
        if Self.plainIdeographs.contains(value) {
          appendIdeograph(UInt16(value))
        } else if !appendLetter(value) {
          return false
        }
      } else {
        return false
      }
      index += length
    }
    return true
  }

  private mutating func appendASCII(_ byte: UInt8) {
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return endWord() }
    if isAfterSpace { separate() }
    bytes.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
  }

  private mutating func separate() {
    bytes.append(0x20)
    isAfterSpace = false
  }

  private mutating func appendLetter(_ value: Int) -> Bool {
    // Accents that stand behind their letters.
    if 0x300..<0x370 ~= value { return true }
    guard let letters = FoldedLetters.of(value), let folded = letters[value] else { return false }
    for byte in folded {
      if byte < 0x80 {
        appendASCII(byte)
      } else {
        if isAfterSpace { separate() }
        bytes.append(byte)
      }
    }
    return true
  }

  /// Which nothing decomposes.
  private static let plainIdeographs = 0x4E00...0x9FFF

  private mutating func appendIdeograph(_ ideograph: UInt16) {
    if dividesIdeographs { endWord() }
    if isAfterSpace { separate() }
    let form = HanForms.form(of: ideograph)
    bytes.append(UInt8(0xE0 | form >> 12))
    bytes.append(UInt8(0x80 | form >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | form & 0x3F))
    if dividesIdeographs { endWord() }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == " " { return endWord() }
    let isWord = dividesIdeographs && Folding.isIdeograph(scalar)
    if isWord { endWord() }
    if isAfterSpace { separate() }
    bytes.append(contentsOf: UTF8.encode(scalar)!)
    if isWord { endWord() }
  }
}

/// What the letters of some alphabets fold to, by the thorough way, once.
private struct FoldedLetters {
  private let first: Int
  private let bytes: [UInt8]
  /// Where each letter's bytes end in `bytes`.
  private var ends: [UInt16] = []
  /// Letters of which the order to their neighbours matters.
  private var others: Set<Int> = []

  private init(_ range: Range<Int>) {
    first = range.lowerBound
    var bytes: [UInt8] = []
    for value in range {
      let scalar = Unicode.Scalar(UInt16(value)) ?? " "
      if LetterForms.isMark(scalar) || scalar.properties.canonicalCombiningClass == .notReordered {
        bytes += String(Folding.thoroughly(String(scalar))).utf8
      } else {
        others.insert(value)
      }
      ends.append(UInt16(bytes.count))
    }
    self.bytes = bytes
  }

  subscript(value: Int) -> ArraySlice<UInt8>? {
    let index = value - first
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let end = Int(ends[index])
    if start == end, others.contains(value) { return nil }
    return bytes[start..<end]
  }

  static func of(_ value: Int) -> FoldedLetters? {
    switch value {
    case 0x80..<0x250: latin
    case 0x370..<0x600: greekToHebrew
    case 0x600..<0x700: arabic
    case 0x1E00..<0x2000: latinAndGreek
    case 0x2000..<0x2070: punctuation
    default: nil
    }
  }

  private static let latin = FoldedLetters(0x80..<0x250)
  private static let greekToHebrew = FoldedLetters(0x370..<0x600)
  private static let arabic = FoldedLetters(0x600..<0x700)
  /// Vietnamese, and Greek with all its accents.
  private static let latinAndGreek = FoldedLetters(0x1E00..<0x2000)
  /// With what joins and divides letters unseen.
  private static let punctuation = FoldedLetters(0x2000..<0x2070)
}
