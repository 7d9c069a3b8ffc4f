import Foundation

/// Words of any script in the header of a message (RFC 2047).
enum EncodedWord {
  /// The longest encoded word, and the longest line that holds one (section 2).
  private static let longest = 75
  private static let longestLine = 76

  /// A text as encoded words, one a line; no character is cut in two.
  /// - Parameter column: how much of the first line is taken.
  static func text(_ text: String, after column: Int) -> String {
    var words: [String] = []
    var piece: [UInt8] = []
    var room = bytes(in: min(longest, longestLine - column))
    func flush() {
      if piece.isEmpty { return }
      words.append("=?utf-8?B?\(Data(piece).base64EncodedString())?=")
      piece = []
      room = bytes(in: longest)
    }
    for part in text.flatMap(parts) {
      if piece.count + part.count > room { flush() }
      piece += part
    }
    flush()
    return words.joined(separator: "\r\n ")
  }

  /// A character as people see it; one that is longer than a word, by its scalars.
  private static func parts(_ character: Character) -> [[UInt8]] {
    let whole = Array(String(character).utf8)
    if whole.count <= 36 { return [whole] }
    return character.unicodeScalars.map { Array(String($0).utf8) }
  }

  /// How many bytes an encoded word of so many characters can say.
  private static func bytes(in characters: Int) -> Int { (characters - "=?utf-8?B??=".count) / 4 * 3 }

  /// Whether a text may stand in a header as it is: printable ASCII that nobody takes for an encoded word.
  static func isPlain(_ text: String, after column: Int) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
      && column + text.utf8.count <= 78 && text.first != " " && text.last != " "
  }

  /// The same header with neighbouring words of base64 in one charset made one: each ends where it likes, in the middle
  /// of a character too, and filled up with `=`, at which GMime 3.2 stops reading.
  static func joined(_ header: String) -> String {
    guard header.contains("=?") else { return header }
    var joined = ""
    var end = header.startIndex
    var open: (charset: Substring, bytes: Data)?
    func close() {
      if let open { joined += "=?\(open.charset)?B?\(open.bytes.base64EncodedString())?=" }
      open = nil
    }
    for match in header.matches(of: /=\?([^?\s]+)\?[Bb]\?([^?\s]*)\?=/) {
      let between = header[end..<match.range.lowerBound]
      end = match.range.upperBound
      let bytes = Data(base64Encoded: String(match.2), options: .ignoreUnknownCharacters)
      if let bytes, let before = open, before.charset.lowercased() == match.1.lowercased(),
        between.allSatisfy(\.isWhitespace)
      {
        open?.bytes += bytes
        continue
      }
      close()
      joined += between
      if let bytes { open = (match.1, bytes) } else { joined += match.0 }
    }
    close()
    return joined + header[end...]
  }
}
