import CMail
import Model

/// Goes through the parts of a message: the text is read, all else is only named.
struct MailWalk {
  private(set) var text = ""
  private(set) var attachments: [String] = []
  /// Of the first text that names one; empty where none does.
  private(set) var charset = ""
  /// Parts lie too deep, or are too many.
  private(set) var isCut = false
  private var parts = 0

  private typealias Part = OpaquePointer

  mutating func take(_ part: OpaquePointer) { take(part, depth: 0) }

  private mutating func take(_ part: Part, depth: Int) {
    parts += 1
    guard depth < ReceivedMessage.mostDepth, parts <= ReceivedMessage.mostParts else { return isCut = true }
    let type = Self.type(of: part)
    if mail_is_multipart(part) {
      if type == "multipart/alternative" {
        takeBest(of: part, depth: depth)
      } else {
        takeAll(of: part, depth: depth)
      }
    } else if let message = mail_inner(part) {
      let subject = MailHeaders(message, charset: charset).text("subject")
      name("\(type): \(subject)")
    } else if type.hasPrefix("text/"), !Self.isAttached(part), ["text/plain", "text/html"].contains(type) {
      add(words(of: part, isHTML: type == "text/html"))
    } else {
      name(Self.filename(of: part) ?? type)
    }
  }

  private mutating func takeAll(of part: Part, depth: Int) {
    for index in 0..<mail_part_count(part) {
      if let child = mail_part(part, index) { take(child, depth: depth + 1) }
    }
  }

  /// The same in several forms: plain text before HTML, whatever stands first (RFC 2046, section 5.1.4).
  private mutating func takeBest(of part: Part, depth: Int) {
    var (plain, other) = ("", "")
    for index in 0..<mail_part_count(part) {
      guard let child = mail_part(part, index) else { continue }
      let before = text
      text = ""
      take(child, depth: depth + 1)
      if Self.type(of: child) == "text/plain", plain.isEmpty {
        plain = text
      } else if other.isEmpty {
        other = text
      }
      text = before
    }
    add(plain.trimmed.isEmpty ? other : plain)
  }

  private mutating func add(_ more: String) {
    guard !more.trimmed.isEmpty, text.utf8.count <= ReceivedMessage.mostText * 4 else { return }
    text += text.isEmpty ? more : "\n\n" + more
  }

  private mutating func name(_ attachment: String) {
    attachments.append(FeedText.line(attachment, most: 100))
  }

  // MARK: A part

  private mutating func words(of part: Part, isHTML: Bool) -> String {
    var count = 0
    guard let content = mail_content(part, &count) else { return "" }
    defer { mail_release(content) }
    var bytes = Array(UnsafeBufferPointer(start: content, count: count))
    if bytes.count > ReceivedMessage.mostTextBytes {
      // Up to the end of a line: no character is cut in two.
      bytes = Array(bytes.prefix(ReceivedMessage.mostTextBytes))
      bytes = Array(bytes.prefix(through: bytes.lastIndex(of: 0x0A) ?? bytes.count - 1))
      isCut = true
    }
    let named = Self.parameter("charset", of: part)
    if charset.isEmpty { charset = named }
    let text = MailText.decoded(bytes, charset: named)
    if isHTML { return FeedText.lines(html: text) }
    let isFlowed = Self.parameter("format", of: part).lowercased() == "flowed"
    let isJoined = Self.parameter("delsp", of: part).lowercased() == "yes"
    return MailText.plain(isFlowed ? MailText.unflowed(text, deletesSpace: isJoined) : text)
  }

  private static func type(of part: Part) -> String {
    guard let type = mail_type(part) else { return "" }
    defer { mail_release(type) }
    return String(cString: type)
  }

  private static func parameter(_ name: String, of part: Part) -> String {
    mail_parameter(part, name).map { String(cString: $0).trimmed } ?? ""
  }

  private static func isAttached(_ part: Part) -> Bool {
    mail_disposition(part).map { String(cString: $0).lowercased() == "attachment" } ?? false
  }

  private static func filename(of part: Part) -> String? {
    mail_filename(part).map { String(cString: $0).trimmed }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
