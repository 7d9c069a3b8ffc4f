import Foundation
import Model
import Testing

@testable import Interchange

/// Reads messages as a mail program does, on a road of its own.
struct MailReader {
  private(set) var headers: [String: String] = [:]
  private(set) var body = ""
  let lines: [String]

  init(_ message: String) throws {
    let bytes = Array(message.utf8)
    for (index, byte) in bytes.enumerated() {
      #expect(byte < 0x80, "8 bits")
      if byte == 10 { #expect(index > 0 && bytes[index - 1] == 13, "bare LF") }
      if byte == 13 { #expect(index + 1 < bytes.count && bytes[index + 1] == 10, "bare CR") }
    }
    lines = message.components(separatedBy: "\r\n")
    let end = try #require(lines.firstIndex(of: ""))
    var name = ""
    for line in lines[..<end] {
      if line.first == " " {
        headers[name]? += line
      } else {
        let colon = try #require(line.firstIndex(of: ":"))
        name = String(line[..<colon])
        #expect(headers[name] == nil, "\(name) twice")
        headers[name] = String(line[colon...].dropFirst(2))
      }
    }
    let data = try #require(Data(base64Encoded: lines[(end + 1)...].joined()))
    body = String(decoding: data, as: UTF8.self)
  }

  /// A header with its encoded words read (RFC 2047, section 6).
  func decoded(_ name: String) throws -> String {
    var text = headers[name] ?? ""
    text = text.replacing(/\?= +=\?/, with: "?==?")
    for word in text.matches(of: /=\?utf-8\?B\?([A-Za-z0-9+\/=]+)\?=/).reversed() {
      #expect(word.output.0.count <= 75)
      let data = try #require(Data(base64Encoded: String(word.output.1)))
      // Each word is whole by itself.
      text.replaceSubrange(word.range, with: try #require(String(data: data, encoding: .utf8)))
    }
    return text
  }
}

@Suite struct MailMessageTests {
  private func letter(_ name: String, subject: String, text: String = "x") throws -> MailMessage {
    MailMessage(
      from: try Mailbox("Office <office@example.org>"),
      to: [try Mailbox(name: name, address: "focal@example.org")], subject: subject, language: "ar",
      date: 1_442_304_000, mark: "m", text: text)
  }

  @Test func `As it is written`() throws {
    let message = try letter("Focal Point, Kenya", subject: "Notice 2015/7", text: "Hello\nthere").message
    #expect(
      message == """
        Date: Tue, 15 Sep 2015 08:00:00 +0000\r
        From: "Office" <office@example.org>\r
        To: "Focal Point, Kenya" <focal@example.org>\r
        Subject: Notice 2015/7\r
        Message-ID: <m@example.org>\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: base64\r
        Content-Language: ar\r
        \r
        SGVsbG8NCnRoZXJlDQo=
        """)
  }

  private static let scripts = [
    "الإشعار ٢٠١٥: أصحاب المصلحة المحددون في جمهورية كوريا الشعبية الديمقراطية ومنطقتها",
    "通报：利益攸关方，刘森，阿拉伯叙利亚共和国以及亚洲及太平洋区域内同意通报的各方名单（第七号）",
    "Notice: stakeholders of the Democratic People's Republic of Korea, long enough to be folded twice over",
    "Notification nº 7 : parties prenantes recensées en République-Unie de Tanzanie — œuvre à l’été",
    "Уведомление: выявленные заинтересованные стороны в Боливарианской Республике Венесуэла",
    "Notificación: interesados determinados en España, Perú y el Estado Plurinacional de Bolivia, ¿señor?",
    "👩‍👩‍👧‍👦 " + String(repeating: "a\u{301}", count: 60) + String(repeating: "\u{301}", count: 200),
    "=?utf-8?B?aGk=?= not encoded", "",
  ]

  @Test(arguments: scripts)
  func `Every script comes back`(_ text: String) throws {
    let reader = try MailReader(letter(text, subject: text, text: "\(text)\n\n\(text)").message)
    #expect(try reader.decoded("Subject") == text.trimmed)
    #expect(reader.body == "\(text)\r\n\r\n\(text)\r\n")
    let to = try reader.decoded("To")
    guard !text.isEmpty else {
      #expect(to == "focal@example.org")
      return
    }
    #expect(to.hasSuffix("<focal@example.org>"))
    #expect(to.replacing("\"", with: "").contains(text.trimmed.prefix(20)))
    for line in reader.lines {
      #expect(line.utf8.count <= (line.contains("=?") ? 76 : 78), "\(line)")
    }
  }

  @Test func `No name adds a header`() throws {
    let hostile = "Evil\r\nBcc: all@example.org\r\n\r\nbody\u{0}\u{202E}"
    let reader = try MailReader(letter(hostile, subject: hostile).message)
    #expect(reader.headers["Bcc"] == nil)
    #expect(reader.headers.count == 9)
    #expect(reader.body == "x\r\n")
    let quoted = try letter(#"a"b\c"#, subject: "s").message
    #expect(quoted.contains(#"To: "a\"b\\c" <focal@example.org>"#))
  }

  @Test(arguments: [
    "no address", "a@example.org\r\nBcc: b@example.org", "a@example.org>, <b@example.org", "josé@example.org",
    "a@bücher.example", "a b@example.org", "(c)a@example.org", "@", "",
  ])
  func `Addresses that no header holds are refused`(_ address: String) {
    #expect(throws: PublicationProblem.self) { try Mailbox(name: "x", address: address) }
  }

  @Test func `Mailboxes are read`() throws {
    #expect(try Mailbox("Secrétariat <s@example.org>").name == "Secrétariat")
    #expect(try Mailbox(" s@example.org ").text == "s@example.org")
    #expect(throws: PublicationProblem.self) { try Mailbox("x <s@example.org") }
  }

  @Test(arguments: Language.official)
  func `A notice is whole in each language`(_ language: String) throws {
    var point = FocalPoint(id: "fp")
    (point.country, point.name, point.language) = ("KE", "1. Wanjiku {0}", language)
    point.emails = ["focal@example.org", "second@example.org"]
    var notice = Notice(id: "n")
    (notice.year, notice.counter, notice.country, notice.region) = (2015, 7, "KE", "un-groups africa")
    (notice.requested, notice.sent) = (Day("2015-03-03"), Day("2015-03-10"))
    notice.request = "letter\n1. x"
    let names = ["<script>\n2. b", "يوسف العمراني", "刘森"]
    let entries = try names.enumerated().map { index, name in
      var stakeholder = Stakeholder(id: "s\(index)")
      (stakeholder.name, stakeholder.country) = (name, "KE")
      stakeholder.consents = [Consent(use: .focalPoint, answer: .yes)]
      return try #require(NoticeEntry(stakeholder))
    }
    notice.stakeholders = entries.map(\.stakeholder)
    let made = try NoticeLetter(notice, to: point, of: entries).composed(
      from: "Office <office@example.org>", now: 1_000_000_000)
    #expect(made.language == language)
    let reader = try MailReader(made.message)
    #expect(reader.body == made.text.replacing("\n", with: "\r\n") + "\r\n")
    #expect(reader.headers["Content-Language"] == language)
    #expect(reader.headers["Date"] == "Tue, 10 Mar 2015 01:46:40 +0000")
    #expect(try reader.decoded("Subject").contains("2015/7"))
    #expect(!made.text.contains("{0}{1}") && !made.text.contains("\r"))
    let blocks = made.text.components(separatedBy: "\n\n").filter { $0.contains("\n") }
    #expect(blocks.count { $0.first?.isNumber == true } == 3)
    let redacted = made.redacting("s1")
    #expect(!redacted.text.contains("يوسف"))
    #expect(redacted.text.contains("刘森"))
    #expect(try MailReader(redacted.message).body == redacted.text.replacing("\n", with: "\r\n") + "\r\n")
  }
}
