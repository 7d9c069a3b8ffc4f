import Model

/// Text of messages, in whatever charset and form it comes.
enum MailText {
  /// - Parameter charset: what the message says; it may be wrong, or empty.
  static func decoded(_ bytes: [UInt8], charset: String) -> String {
    let name = charset.lowercased()
    if wide.contains(name), let conversion = Conversion(from: name) {
      return String(decoding: conversion.convert(bytes[...]).text, as: UTF8.self)
    }
    if !isUnsaid(name), let text = Charset.decode(bytes, as: name) { return text }
    // Japanese mail that says nothing is ASCII to whoever looks at its bytes: escapes say what they mean (RFC 1468).
    if isUnsaid(name), bytes.contains(0x1B), let text = Charset.decode(bytes, as: "ISO-2022-JP") {
      return text
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return decoded(bytes, as: TextEncoding.detect(in: bytes))
  }

  /// Charsets in which ASCII is not written as ASCII.
  private static let wide: Set = ["utf-7", "unicode-1-1-utf-7", "utf-16", "utf-16le", "utf-16be", "utf-32"]

  /// Names that programs write which know no charset.
  private static func isUnsaid(_ name: String) -> Bool {
    ["", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "utf-8", "utf8"].contains(name)
  }

  private static func decoded(_ bytes: [UInt8], as encoding: TextEncoding) -> String {
    guard case .charset(let charset) = encoding else { return String(decoding: bytes, as: UTF8.self) }
    return charset.text(of: bytes).text
  }

  /// Lines without anything in them that steers.
  static func plain(_ text: String) -> String {
    lines(text).map { line in
      String(PlainText.line(line).reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n").trimmed
  }

  private static func lines(_ text: String) -> [String] {
    text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }.map { line in
      String(line.last == "\r" ? line.dropLast() : line)
    }
  }

  /// Joins lines that were cut to fit, within each level of what is quoted (RFC 3676, section 4).
  static func unflowed(_ text: String, deletesSpace: Bool) -> String {
    var joined: [(depth: Int, text: String)] = []
    var isOpen = false
    for line in lines(text) {
      let depth = line.prefix { $0 == ">" }.count
      var words = line.dropFirst(depth)
      if words.first == " " { words = words.dropFirst() }
      let isSignature = words == "-- "
      if isOpen, !isSignature, let last = joined.last, last.depth == depth {
        joined[joined.count - 1].text += words
      } else {
        joined.append((depth, String(words)))
      }
      isOpen = words.last == " " && !isSignature
      if isOpen, deletesSpace { joined[joined.count - 1].text.removeLast() }
    }
    return joined.map { line in
      line.depth == 0 ? line.text : String(repeating: ">", count: line.depth) + " " + line.text
    }.joined(separator: "\n")
  }
}

/// The line that begins a message in a mailbox (RFC 4155), which filters hand over too.
enum MailboxLines {
  /// The one message, without that line.
  /// - Throws: `MailProblem.empty`, `.several`.
  static func message(in bytes: [UInt8]) throws(MailProblem) -> [UInt8] {
    var message = bytes.drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
    if message.starts(with: [0xEF, 0xBB, 0xBF]) { message = message.dropFirst(3) }
    guard !message.isEmpty else { throw .empty }
    guard let rest = afterFromLine(message) else { return Array(message) }
    let count = 1 + separators(in: rest)
    guard count == 1 else { throw .several(count) }
    return unescaped(rest)
  }

  /// Nil where there is no such line.
  private static func afterFromLine(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard bytes.starts(with: from) || bytes.starts(with: [UInt8(ascii: ">")] + from),
      let end = bytes.firstIndex(of: 0x0A)
    else { return nil }
    return bytes[(end + 1)...]
  }

  private static let from = Array("From ".utf8)

  /// Lines that begin another message: behind an empty one, and before a header.
  private static func separators(in bytes: ArraySlice<UInt8>) -> Int {
    var (count, wasEmpty, isFrom) = (0, false, false)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if isFrom, isHeader(line) { count += 1 }
      isFrom = wasEmpty && line.starts(with: from)
      wasEmpty = line.isEmpty || line.elementsEqual([0x0D])
    }
    return count
  }

  private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.prefix { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: ":") }
    return !name.isEmpty && name.endIndex < line.endIndex && line[name.endIndex] == UInt8(ascii: ":")
  }

  /// Mailboxes write `>From ` for a line of the text that begins so.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var message: [UInt8] = []
    message.reserveCapacity(bytes.count)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let rest = line.drop { $0 == UInt8(ascii: ">") }
      message += rest.count < line.count && rest.starts(with: from) ? line.dropFirst() : line
      message.append(0x0A)
    }
    message.removeLast()
    return message
  }
}
