/// What one reading of a whole file tells of it: how its characters are stored.
///
/// A byte order mark goes before all; then what the person chose, the pattern of UTF-16, and UTF-8, which bytes are
/// by chance only where hardly any are beyond ASCII: a few bad ones do not turn a file of it. What is left is guessed
/// among the code pages of the world (`CharsetGuess`).
public struct TextSurvey: Sendable {
  public let encoding: TextEncoding
  /// Why; nil where nothing was to be guessed.
  public private(set) var guess: CharsetGuess?
  private static let piece = 1 << 18

  /// - Throws: `ImportFile.Unreadable`.
  public init(of file: ImportFile) throws(ImportFile.Unreadable) {
    let beginning = try file.read(at: 0, count: 4096)
    if let marked = TextEncoding.marked(beginning) {
      encoding = marked
    } else if let chosen = file.encoding {
      encoding = chosen
    } else if let evident = TextEncoding.evident(in: beginning) {
      encoding = evident
    } else if try Self.isUTF8(file) {
      encoding = .utf8
    } else {
      var sample = CharsetSample()
      var reader = file.reader()
      while !sample.isFull, case let bytes = try reader.read(upTo: Self.piece), !bytes.isEmpty {
        sample.take(bytes[...])
      }
      (encoding, guess) = sample.verdict
    }
  }

  /// Whether the file is valid, but for a last character that may be broken off.
  static func isUTF8(_ file: ImportFile) throws(ImportFile.Unreadable) -> Bool {
    var reader = file.reader()
    var rest: [UInt8] = []
    var isASCII = true
    while case let bytes = try reader.read(upTo: piece), !bytes.isEmpty {
      let piece = rest.isEmpty ? bytes : rest + bytes
      do throws(UTF8.ValidationError) {
        isASCII = try UTF8Span(validating: piece.span).isKnownASCII && isASCII
        rest = []
      } catch {
        guard error.kind == .truncatedScalar, error.byteOffsets.upperBound == piece.count else {
          return false
        }
        let valid = piece[..<error.byteOffsets.lowerBound]
        isASCII = isASCII && valid.allSatisfy { $0 < 0x80 }
        rest = Array(piece[valid.endIndex...])
      }
    }
    // With nothing but ASCII before it, the last byte is rather a character of a code page.
    return rest.isEmpty || !isASCII
  }
}

/// Cells of a file that have bytes beyond ASCII: enough of them to tell what they are.
struct CharsetSample {
  private static let mostCells = 1_500
  private static let mostBytes = 1 << 16
  private(set) var cells: [[UInt8]] = []
  private var seen: Set<[UInt8]> = []
  private var size = 0
  /// The last cell of a piece, which may go on in the next.
  private var open: [UInt8] = []
  /// The charset that a line of the file names.
  private var named: Charset?

  var isFull: Bool { cells.count >= Self.mostCells || size >= Self.mostBytes }

  /// The file names this charset for some of its text.
  mutating func take(named name: String) { named = named ?? Charset(named: name) }

  /// Takes a piece of a file, cut into cells by what stands between those of tables and lines in any charset.
  mutating func take(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x3A, 0x3B, 0x3C, 0x3E: close()
      default: open.append(byte)
      }
    }
    if open.count > 1 << 12 { close() }
  }

  private mutating func close() {
    defer { open.removeAll(keepingCapacity: true) }
    guard !isFull, open.contains(where: { $0 >= 0x80 }), seen.insert(open).inserted else { return }
    size += open.count
    cells.append(open)
  }

  /// What there is, read in any code page.
  var guess: CharsetGuess {
    var whole = self
    whole.close()
    return CharsetGuess(whole.cells, named: named)
  }

  /// How the cells are written.
  var verdict: (TextEncoding, CharsetGuess?) {
    var whole = self
    whole.close()
    if whole.isMostlyUTF8 { return (.utf8, nil) }
    let guess = CharsetGuess(whole.cells, named: named)
    return (guess.encodings.first ?? .windows1252, guess)
  }

  /// Whether most bytes beyond ASCII are whole characters of UTF-8. By chance hardly a third of those of any other
  /// charset are.
  private var isMostlyUTF8: Bool {
    var (valid, all) = (0, 0)
    for cell in cells {
      all += cell.count { $0 >= 0x80 }
      // Scalar by scalar: a mark that happens to stand behind a bad byte would be one character with it.
      for scalar in String(decoding: cell, as: UTF8.self).unicodeScalars
      where scalar.value >= 0x80 && scalar != "\u{FFFD}" {
        valid += UTF8.width(scalar)
      }
    }
    return valid * 5 > all * 3
  }
}
