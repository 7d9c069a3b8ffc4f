import Model

/// Somebody with an address: `Secretariat <secretariat@platform.example>`.
public struct Mailbox: Sendable, Equatable {
  public let name: String
  public let address: String

  /// - Throws: for an address that no header field can hold. Addresses in other scripts need a transport of
  ///   their own (RFC 6531), on which nobody can count.
  public init(name: String, address: String) throws(PublicationProblem) {
    self.name = PlainText.line(name).trimmed
    self.address = address.trimmed
    guard (try? Email.checked(self.address)) != nil, self.address.utf8.count <= 254,
      self.address.utf8.allSatisfy(Self.isAddressCharacter)
    else { throw .unsendableAddress(address) }
  }

  /// Reads `Name <address>` or an address alone.
  public init(_ text: String) throws(PublicationProblem) {
    let text = text.trimmed
    guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
      try self.init(name: "", address: text)
      return
    }
    try self.init(
      name: String(text[..<open]), address: String(text[text.index(after: open)...].dropLast()))
  }

  public var text: String { name.isEmpty ? address : "\(name) <\(address)>" }

  var domain: String { address.split(separator: "@").last.map(String.init) ?? "" }

  /// `atext` of RFC 5322, section 3.2.3, and what parts atoms.
  private static func isAddressCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-/=?^_`{|}~.@".utf8.contains(byte)
    }
  }

  /// As a header field names it (RFC 5322, section 3.4).
  func header(after column: Int) -> String {
    if name.isEmpty { return address }
    let shown: String
    if EncodedWord.isPlain(name, after: column + 2) {
      shown = "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    } else {
      shown = EncodedWord.text(name, after: column)
    }
    let line = shown.split(separator: "\r\n").last.map(\.utf8.count) ?? 0
    let isLong = column + line + address.utf8.count + 3 > 78
    return shown + (isLong ? "\r\n <" : " <") + address + ">"
  }
}

/// A letter as a file that mail programs open and send (RFC 5322): one part of plain text, whatever its script.
public struct MailMessage: Sendable {
  public var from: Mailbox
  public var to: [Mailbox]
  public var subject: String
  /// BCP 47 (RFC 3282).
  public var language: String
  /// Seconds since 1970.
  public var date: Int
  /// What makes its id unlike all others of the domain.
  public var mark: String
  public var text: String

  public init(
    from: Mailbox, to: [Mailbox], subject: String, language: String, date: Int, mark: String, text: String
  ) {
    (self.from, self.to, self.subject, self.language) = (from, to, subject, language)
    (self.date, self.mark, self.text) = (date, mark, text)
  }

  /// The message with CR LF between its lines, and none behind the last.
  public var message: String {
    let subject = PlainText.line(subject).trimmed
    let plain = EncodedWord.isPlain(subject, after: 9)
    let headers = [
      "Date: \(Self.date(date))",
      "From: \(from.header(after: 6))",
      "To: " + to.map { $0.header(after: 4) }.joined(separator: ",\r\n "),
      "Subject: " + (plain ? subject : EncodedWord.text(subject, after: 9)),
      "Message-ID: <\(mark)@\(from.domain)>",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "Content-Language: \(language)",
    ]
    return headers.joined(separator: "\r\n") + "\r\n\r\n" + Notice.body(of: text)
  }

  /// `Tue, 15 Sep 2015 08:00:00 +0000` (RFC 5322, section 3.3).
  static func date(_ seconds: Int) -> String {
    let day = Day(number: seconds / 86_400)
    let (year, month, number) = day.parts
    let rest = seconds % 86_400
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let name = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday - 1]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(name), \(number) \(months[month - 1]) \(year) \(time.joined(separator: ":")) +0000"
  }
}
