import Foundation

/// Text of feeds, which may be HTML in any wrapping, as plain text.
enum FeedText {
  /// How a text is written.
  enum Form { case guessed, text, html, base64Text, base64HTML, nothing }

  /// The text without tags, scripts and references.
  static func read(_ text: String, as form: Form) -> String {
    switch form {
    case .guessed: guessed(text)
    case .text: text
    case .html: MarkupReference.read(withoutTags(text))
    case .base64Text: decoded(text)
    case .base64HTML: MarkupReference.read(withoutTags(decoded(text)))
    case .nothing: ""
    }
  }

  /// One line of what is HTML in any wrapping, with nothing in it that steers anything.
  static func plain(_ text: String, most: Int = 1_000) -> String { line(guessed(text), most: most) }

  private static func guessed(_ text: String) -> String {
    var plain = text
    // HTML that was escaped twice is text only the third time.
    for _ in 0..<3 {
      let next = MarkupReference.read(withoutTags(plain))
      if next == plain { break }
      plain = next
    }
    return withoutTags(plain)
  }

  private static func decoded(_ text: String) -> String {
    Data(base64Encoded: text, options: .ignoreUnknownCharacters).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }

  /// Text that is no HTML: its signs stand for themselves.
  static func line(_ text: String, most: Int = 1_000) -> String {
    let words = PlainText.line(text).split { $0.isWhitespace }
    let line = words.joined(separator: " ")
    return line.count <= most ? line : line.prefix(most - 1) + "…"
  }

  /// The words of a page, a line for each of its blocks, with nothing in them that steers anything.
  static func lines(html: String) -> String {
    let words = html.split { $0.isWhitespace }.joined(separator: " ")
    let lines = MarkupReference.read(withoutTags(words, blockEnd: 0x0A)).split(separator: "\n").map {
      line(String($0), most: .max)
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Leaves tags and comments out, and what is between those of scripts and styles. A lone `<` is a sign like any other.
  /// - Parameter blockEnd: what stands for a tag that ends a word.
  private static func withoutTags(_ text: String, blockEnd: UInt8 = 0x20) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var at = 0
    // What is nowhere from here on is nowhere further on.
    var missing: Set<String> = []
    func skip(to end: String) -> Bool {
      guard !missing.contains(end) else { return false }
      guard let place = place(of: end, in: bytes, from: at) else {
        missing.insert(end)
        return false
      }
      at = place
      return true
    }
    // The next end of a tag: each byte is looked at once for it, however many signs only look like a tag.
    var close = -1
    while at < bytes.count {
      if bytes[at...].starts(with: "<!--".utf8), skip(to: "-->") {
        at += 3
        continue
      }
      if close < at { close = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count }
      guard bytes[at] == UInt8(ascii: "<"), let end = endOfTag(bytes, from: at, at: close) else {
        kept.append(bytes[at])
        at += 1
        continue
      }
      let name = String(decoding: bytes[(at + 1)..<end].prefix(12), as: UTF8.self).lowercased()
      at = end + 1
      if !isInline(name) { kept.append(blockEnd) }
      for hidden in ["script", "style", "title"] where name.hasPrefix(hidden) { _ = skip(to: "</\(hidden)") }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// Elements that stand within a word (HTML Living Standard, section 4.5, and older ones): they end none.
  private static let inline = Set(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp small \
    span strike strong sub sup time tt u var wbr
    """.split(separator: " "))

  /// - Parameter tag: how it begins: `/b`, `span class=…`, `xhtml:em`.
  static func isInline(_ tag: some StringProtocol) -> Bool {
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0 == ":" }
    return inline.contains(Substring((name.split(separator: ":").last ?? "").lowercased()))
  }

  /// - Parameter close: where the next `>` stands.
  private static func endOfTag(_ bytes: [UInt8], from start: Int, at close: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): break
    default: return nil
    }
    return close < min(bytes.count, start + 2_000) ? close : nil
  }

  private static func place(of text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard start + wanted.count <= bytes.count else { return nil }
    return (start...bytes.count - wanted.count).first { at in
      wanted.indices.allSatisfy { bytes[at + $0] | 0x20 == wanted[$0] | 0x20 }
    }
  }
}
