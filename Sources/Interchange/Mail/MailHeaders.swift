import CMail
import Glibc
import Model

extension ReceivedMessage {
  /// Reads a message that a mail program hands over: with or without the line that begins one in a mailbox, its lines
  /// ending in any way.
  /// - Throws: `MailProblem`.
  public init(bytes: [UInt8]) throws(MailProblem) {
    guard bytes.count <= Self.mostBytes else { throw .tooBig(Self.mostBytes) }
    let bytes = try MailboxLines.message(in: bytes)
    let read = bytes.withUnsafeBufferPointer { mail_read($0.baseAddress, $0.count) }
    guard let message = read else { throw .notAMessage }
    defer { mail_free(message) }
    self.init()
    var walk = MailWalk()
    if let root = mail_root(message) { walk.take(root) }
    let headers = MailHeaders(message, charset: walk.charset)
    (authors, recipients) = (headers.people("from"), headers.people("to", "cc", "bcc"))
    if authors.isEmpty { authors = headers.people("sender") }
    resent =
      headers.lastPeople("resent-from") + headers.lastPeople("resent-to") + headers.lastPeople("resent-cc")
    for list in [\Self.authors, \.recipients, \.resent] { keepUsable(list) }
    delivered = headers.people("delivered-to", "x-original-to", "envelope-to").map(\.address)
    guard !authors.isEmpty || !recipients.isEmpty else { throw .notAMessage }
    subject = headers.text("subject")
    date = headers.text("date")
    sent = headers.seconds("date")
    let name = headers.text("message-id").filter { !$0.isWhitespace && $0 != "<" && $0 != ">" }
    id = name.isEmpty ? FileDigest.sha256(of: bytes.filter { $0 != 0x0D }) : name
    (text, attachments) = (String(walk.text.prefix(Self.mostText)).trimmed, walk.attachments)
    isCut = isCut || walk.isCut || walk.text.count > Self.mostText || headers.isCut
  }
}

extension ReceivedMessage {
  private mutating func keepUsable(_ list: WritableKeyPath<Self, [Person]>) {
    if self[keyPath: list].count > Self.mostPeople {
      self[keyPath: list].removeLast(self[keyPath: list].count - Self.mostPeople)
      isCut = true
    }
    unusable += self[keyPath: list].filter { !$0.isUsable }.map(\.address)
    self[keyPath: list].removeAll { !$0.isUsable }
  }
}

extension ReceivedMessage.Person {
  fileprivate var isUsable: Bool { (try? Email.checked(address)) != nil }
}

/// The headers of a message, whatever charset their bytes are in.
struct MailHeaders {
  private var raw: [String: [[UInt8]]] = [:]
  private let charset: String
  /// One is longer than anybody reads.
  private(set) var isCut = false

  /// - Parameter charset: that of the text, in which headers are likely that name none.
  init(_ message: OpaquePointer, charset: String) {
    self.charset = charset
    for index in 0..<mail_header_count(message) {
      guard let name = mail_header_name(message, index), let value = mail_header_value(message, index) else {
        continue
      }
      let bytes = UnsafeBufferPointer(start: value, count: strnlen(value, ReceivedMessage.mostHeader + 1))
      if bytes.count > ReceivedMessage.mostHeader { isCut = true }
      raw[String(cString: name).lowercased(), default: []].append(
        bytes.prefix(ReceivedMessage.mostHeader).map(UInt8.init(bitPattern:)))
    }
  }

  /// A text with its encoded words read (RFC 2047); of several the first one.
  func text(_ name: String) -> String {
    guard let value = raw[name]?.first else { return "" }
    guard let decoded = mail_words(unfolded(value)) else { return "" }
    defer { mail_release(decoded) }
    return FeedText.line(String(cString: decoded), most: 500)
  }

  /// Seconds since 1970.
  func seconds(_ name: String) -> Int? {
    var seconds: Int64 = 0
    guard let value = raw[name]?.first, mail_date(unfolded(value), &seconds) else { return nil }
    return Int(seconds)
  }

  func people(_ names: String...) -> [ReceivedMessage.Person] {
    var people: [ReceivedMessage.Person] = []
    for value in names.flatMap({ raw[$0] ?? [] }) { take(value, into: &people) }
    return people
  }

  /// Of headers that are put before the older ones of the same name.
  func lastPeople(_ name: String) -> [ReceivedMessage.Person] {
    var people: [ReceivedMessage.Person] = []
    if let value = raw[name]?.first { take(value, into: &people) }
    return people
  }

  private func take(_ value: [UInt8], into people: inout [ReceivedMessage.Person]) {
    var text = unfolded(value)
    // Some programs part addresses as people do; in a group it means something else.
    if !text.contains(":") { text = text.replacing(";", with: ",") }
    withUnsafeMutablePointer(to: &people) { people in
      mail_people(text, people) { context, name, address in
        guard let context, let address else { return }
        let people = context.assumingMemoryBound(to: [ReceivedMessage.Person].self)
        MailHeaders.take(
          name.map { String(cString: $0) } ?? "", String(cString: address), into: &people.pointee)
      }
    }
  }

  private static func take(_ name: String, _ address: String, into people: inout [ReceivedMessage.Person]) {
    // One more than is kept tells that there are more.
    guard people.count <= ReceivedMessage.mostPeople else { return }
    let address = (try? Email.checked(address)) ?? FeedText.line(address, most: 100)
    people.append(.init(name: unquoted(FeedText.line(name, most: 200), besides: address), address: address))
  }

  /// Some programs write the address as the name too, and quotes within quotes.
  private static func unquoted(_ name: String, besides address: String) -> String {
    let name = name.trimmingCharacters { "'\" ".contains($0) }
    return name.lowercased() == address.lowercased() ? "" : name
  }

  /// In one line of UTF-8.
  private func unfolded(_ bytes: [UInt8]) -> String {
    let lines = MailText.decoded(bytes, charset: charset).unicodeScalars.split {
      $0 == "\r" || $0 == "\n" || $0 == "\0"
    }
    return EncodedWord.joined(lines.map { String($0) }.joined(separator: " "))
  }
}

extension String {
  fileprivate func trimmingCharacters(_ isTrimmed: (Character) -> Bool) -> String {
    String(drop(while: isTrimmed).reversed().drop(while: isTrimmed).reversed())
  }
}
