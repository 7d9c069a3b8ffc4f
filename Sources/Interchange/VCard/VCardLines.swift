import Glibc

/// One line of a vCard with its folds taken out, as bytes.
struct VCardLine {
  /// Where it starts in the file, counted from 1.
  let number: Int
  fileprivate(set) var bytes: [UInt8]
  /// Where lines were joined, which version 2.1 reads as white space.
  fileprivate(set) var folds: [Int] = []
  /// Whether there was more than the limit; the rest is left out.
  fileprivate(set) var isTooLong: Bool
  fileprivate(set) var hadNUL: Bool

  /// What stands before the first colon.
  var head: ArraySlice<UInt8> { bytes.prefix { $0 != UInt8(ascii: ":") } }

  /// Whether the line says this, letter case and white space at its end aside.
  func says(_ text: String) -> Bool {
    var content = bytes[...]
    while let last = content.last, last == 0x20 || last == 0x09 { content.removeLast() }
    while let first = content.first, first == 0x20 || first == 0x09 { content.removeFirst() }
    return content.count == text.utf8.count && ASCII.starts(content, with: text)
  }
}

extension VCardLine {
  /// Whether the line says two things with nothing or blanks between them.
  func says(_ text: String, then second: String) -> Bool {
    let content = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    guard ASCII.starts(content, with: text) else { return false }
    let rest = content.dropFirst(text.utf8.count).drop { $0 == 0x20 || $0 == 0x09 }
    guard ASCII.starts(rest, with: second) else { return false }
    return rest.dropFirst(second.utf8.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

/// Letters of ASCII without their case.
enum ASCII {
  /// Whether bytes begin with a text of small letters, digits and marks, letter case aside.
  static func starts(_ bytes: ArraySlice<UInt8>, with text: String) -> Bool {
    var index = bytes.startIndex
    for wanted in text.utf8 {
      guard index < bytes.endIndex, lower(bytes[index]) == wanted else { return false }
      index += 1
    }
    return true
  }

  static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    bytes.indices.contains { starts(bytes[$0...], with: text) }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }
}

/// Reads the lines of a vCard file and unfolds them: a line that begins with white space goes on with the one
/// before (RFC 6350, section 3.2), and so does the one behind a soft line break of quoted-printable (RFC 2045,
/// section 6.7).
struct VCardLineScanner {
  private var pieces: TextPieces
  private let limit: Int
  private var text: ArraySlice<UInt8> = []
  /// Where the next LF stands in `text`, its end if there is none; -1 before it is looked for.
  private var nextFeed = -1
  private var isAfterReturn = false
  /// The line of the file that is looked at, and what is known of it.
  private var piece: [UInt8] = []
  private var pieceLast: UInt8?
  private var hasPiece = false
  private var isCut = false
  private var number = 0

  /// - Parameter limit: how many bytes of a line are kept.
  init(_ pieces: TextPieces, limit: Int) {
    self.pieces = pieces
    self.limit = limit
  }

  /// How far the file was read.
  var bytesRead: Int { pieces.bytesRead - text.count }

  /// The next line that is not empty.
  mutating func next() throws -> VCardLine? {
    while try fetch(), piece.isEmpty { hasPiece = false }
    guard hasPiece else { return nil }
    var line = VCardLine(number: number, bytes: [], isTooLong: false, hadNUL: false)
    if piece.starts(with: [0xEF, 0xBB, 0xBF]) { piece.removeFirst(3) }
    append(piece[...], to: &line)
    var last = pieceLast
    hasPiece = false
    while try fetch() {
      if try skipsBlank() { continue }
      if last == UInt8(ascii: "="), isSoftBreak(in: line) {
        if !line.isTooLong { line.bytes.removeLast() }
        append(piece[...], to: &line)
      } else if piece.first == 0x20 || piece.first == 0x09 {
        line.folds.append(line.bytes.count)
        append(piece.dropFirst(), to: &line)
      } else if !isMoreOfBase64(line) {
        return line
      }
      last = pieceLast
      hasPiece = false
    }
    return line
  }

  /// Passes over empty lines before one that goes on with what is being read: CR CR LF makes such, and programs that
  /// leave a line free before a fold. Returns false where the next line is none of these.
  private mutating func skipsBlank() throws -> Bool {
    guard piece.isEmpty, try nextIsFold() else { return false }
    hasPiece = false
    return true
  }

  /// Whether the next line that is not empty begins with white space.
  private mutating func nextIsFold() throws -> Bool {
    while true {
      if text.isEmpty {
        guard let more = try pieces.next() else { return false }
        (text, nextFeed) = (more, -1)
      }
      guard let first = text.first(where: { $0 != 0x0A && $0 != 0x0D }) else {
        // Nothing but line ends as far as one sees: what follows is looked at when it is read.
        return false
      }
      return first == 0x20 || first == 0x09
    }
  }

  /// Whether what was read so far ends in a soft break, and is not just cut off before the card ends.
  private func isSoftBreak(in line: VCardLine) -> Bool {
    guard ASCII.contains(line.head, "quoted-printable") else { return false }
    return !ASCII.starts(piece[...], with: "end:vcard") && !ASCII.starts(piece[...], with: "begin:vcard")
  }

  /// Some telephones do not indent the rows of a picture.
  private func isMoreOfBase64(_ line: VCardLine) -> Bool {
    guard !piece.isEmpty, !piece.contains(UInt8(ascii: ":")), !piece.contains(UInt8(ascii: ";")) else {
      return false
    }
    return ASCII.contains(line.head, "base64") || ASCII.contains(line.head, "encoding=b")
  }

  private func append(_ bytes: ArraySlice<UInt8>, to line: inout VCardLine) {
    let room = limit - line.bytes.count
    if bytes.count > room || isCut { line.isTooLong = true }
    let kept = bytes.prefix(max(0, room))
    if kept.contains(0) {
      line.hadNUL = true
      line.bytes += kept.filter { $0 != 0 }
    } else {
      line.bytes += kept
    }
  }

  // MARK: Lines of the file

  private mutating func fetch() throws -> Bool {
    if !hasPiece { hasPiece = try read() }
    return hasPiece
  }

  /// Reads up to the next LF, CR or CR LF.
  private mutating func read() throws -> Bool {
    piece.removeAll(keepingCapacity: true)
    (pieceLast, isCut) = (nil, false)
    var isAny = false
    while true {
      if text.isEmpty {
        guard let more = try pieces.next() else { break }
        (text, nextFeed) = (more, -1)
        continue
      }
      if isAfterReturn {
        isAfterReturn = false
        if text.first == 0x0A {
          text.removeFirst()
          continue
        }
      }
      isAny = true
      if takePiece() { return true }
    }
    if isAny { number += 1 }
    return isAny
  }

  private mutating func lineEnd() -> Int {
    if nextFeed < text.startIndex { nextFeed = Self.place(of: 0x0A, in: text) }
    return Self.place(of: 0x0D, in: text[..<nextFeed])
  }

  /// Where a byte stands first; the end if nowhere.
  private static func place(of byte: Int32, in bytes: ArraySlice<UInt8>) -> Int {
    let length = bytes.withUnsafeBytes { bytes -> Int in
      guard let start = bytes.baseAddress, let found = memchr(start, byte, bytes.count) else {
        return bytes.count
      }
      return UnsafeRawPointer(found) - start
    }
    return bytes.startIndex + length
  }

  /// Whether the line ends in this piece of text.
  private mutating func takePiece() -> Bool {
    let end = lineEnd()
    let content = text[..<end]
    let room = limit + 1 - piece.count
    if content.count > room { isCut = true }
    piece += content.prefix(max(0, room))
    pieceLast = content.last ?? pieceLast
    guard end < text.endIndex else {
      text = []
      return false
    }
    isAfterReturn = text[end] == 0x0D
    text = text[(end + 1)...]
    number += 1
    return true
  }
}
