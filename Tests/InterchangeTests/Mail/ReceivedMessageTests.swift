import Foundation
import Model
import RandomRecords
import Testing

@testable import Interchange

/// Messages of mail in the scripts and forms in which they are written.
@Suite struct ReceivedMessageTests {
  private func read(_ text: String) throws -> ReceivedMessage { try ReceivedMessage(bytes: Array(text.utf8)) }

  private static let head = """
    From: Ama Boateng <ama@example.org>
    To: Desk <desk@office.example>
    Date: Tue, 03 Nov 2015 10:00:00 +0100
    Message-ID: <1@example.org>

    """

  @Test func `A message gives people, subject, date, id and text`() throws {
    let message = try read(Self.head + "Subject: Bees\n\nDear all,\n\nsee you.\n")
    #expect(message.authors == [.init(name: "Ama Boateng", address: "ama@example.org")])
    #expect(message.recipients == [.init(name: "Desk", address: "desk@office.example")])
    #expect((message.subject, message.id, message.text) == ("Bees", "1@example.org", "Dear all,\n\nsee you."))
    #expect(message.sent == 1_446_541_200)
    #expect(message.attachments.isEmpty && !message.isCut)
  }

  // MARK: Scripts

  @Test(arguments: [
    ("ISO-2022-JP", "花粉を運ぶ虫たち"), ("KOI8-R", "Опылители и пища"), ("GB2312", "传粉者与粮食生产"),
    ("Windows-1256", "الملقحات والغذاء"), ("UTF-8", "Les pollinisateurs à l’œuvre"),
    ("ISO-8859-1", "Mañana: abejas y alimentos"), ("windows-1251", "Пчёлы и почвы"), ("Big5", "傳粉者與糧食"),
    ("EUC-KR", "꽃가루받이와 식량"), ("ISO-8859-7", "Μέλισσες"), ("Shift_JIS", "受粉と食料"),
    ("windows-1252", "Bees “count”"),
  ])
  func `Every charset is read, in encoded words and in the text`(charset: String, text: String) throws {
    let bytes = Charset(named: charset)?.bytes(of: text + "\n") ?? Array((text + "\n").utf8)
    let word = Data(bytes.dropLast()).base64EncodedString()
    let quoted = bytes.dropLast().map { String(format: "=%02X", $0) }.joined()
    for (encoding, body) in [("8bit", bytes), ("base64", Array(Data(bytes).base64EncodedString().utf8))] {
      let head = """
        From: =?\(charset)?B?\(word)?= <a@example.org>
        Subject: =?\(charset)?Q?\(quoted)?=
        Content-Type: text/plain; charset="\(charset)"
        Content-Transfer-Encoding: \(encoding)


        """
      let message = try ReceivedMessage(bytes: Array(head.utf8) + body)
      #expect(message.authors.map(\.name) == [text])
      #expect((message.subject, message.text) == (text, text))
    }
  }

  @Test(arguments: [
    ("UTF-8", "传粉者 · Пчёлы · نحل"), ("KOI8-R", "Опылители и пища"), ("Windows-1256", "الملقحات والغذاء"),
  ])
  func `Headers that are not encoded are in the charset of the text`(charset: String, text: String) throws {
    let bytes = Charset(named: charset)?.bytes(of: text) ?? Array(text.utf8)
    var message = Array("Subject: ".utf8) + bytes + Array("\nFrom: \"".utf8) + bytes
    message += Array("\" <a@example.org>\nContent-Type: text/plain; charset=\(charset)\n\n".utf8) + bytes
    let read = try ReceivedMessage(bytes: message)
    #expect((read.subject, read.authors[0].name, read.text) == (text, text, text))
  }

  @Test(arguments: ["Опылители и пища, почвы и луга, леса и реки", "花粉を運ぶ虫たちと私たちの食べ物"])
  func `A charset that nobody says is found out`(text: String) throws {
    let isJapanese = text.hasPrefix("花")
    let bytes = Charset(named: isJapanese ? "ISO-2022-JP" : "KOI8-R")!.bytes(of: text + "\n")
    let read = try ReceivedMessage(bytes: Array(Self.head.utf8) + Array("\n".utf8) + bytes)
    #expect(read.text == text)
  }

  @Test func `Folded lines and words that are cut anywhere are joined`() throws {
    let bytes = Array("传粉者".utf8)
    let words = [bytes.prefix(4), bytes.dropFirst(4)].map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }
    let message = try read(
      Self.head + "Subject: On\r\n  bees \(words[0])\r\n\t\(words[1])\r\n and =?utf-8?Q?caf=C3=A9?=\r\n\r\nx")
    #expect(message.subject == "On bees 传粉者 and café")
    let named = try read(
      "From: =?UTF-8?B?YeS8oA==?=\n =?utf-8?b?57KJ?= <a@example.org>, =?iso-8859-1?B?Qm8=?= <b@example.org>\n\n"
    )
    #expect(named.authors.map(\.name) == ["a传粉", "Bo"])
  }

  // MARK: People

  @Test(arguments: [
    ("a@example.org, \"Lind, Bo\" <b@example.org>", "|a@example.org Lind, Bo|b@example.org"),
    (
      "Team: a@example.org, B <b@example.org>;, c@example.org",
      "|a@example.org B|b@example.org |c@example.org"
    ),
    ("undisclosed-recipients:;", ""),
    ("a@example.org (Ama (of the desk))", "Ama (of the desk)|a@example.org"),
    ("(x) a@example.org; B <b@example.org>", "|a@example.org B|b@example.org"),
    ("\"a@example.org\" <a@example.org>", "|a@example.org"), ("'Ama' <a@example.org>", "Ama|a@example.org"),
    ("nobody, a@localhost, <b@example.org>", "|b@example.org"), ("<b@example.org", "|b@example.org"),
    ("李明 <l@example.org>", "李明|l@example.org"),
  ])
  func `Lists of addresses are read as people write them`(list: String, people: String) throws {
    let message = try read("From: z@example.org\nTo: \(list)\n\n")
    #expect(message.unusable == (list.hasPrefix("nobody") ? ["nobody", "a@localhost"] : []))
    #expect(message.recipients.map { "\($0.name)|\($0.address)" }.joined(separator: " ") == people)
  }

  @Test func `Several authors, copies and who sent it once more all belong to it, each once`() throws {
    let message = try read(
      """
      Resent-From: R <r@example.org>
      Resent-To: a@example.org
      Resent-From: older@example.org
      From: a@example.org, B <b@example.org>
      Sender: secretary@example.org
      To: c@example.org
      Cc: A. A. <A@example.org>
      Bcc: d@example.org
      Delivered-To: desk@office.example

      """)
    #expect(message.authors.map(\.address) == ["a@example.org", "b@example.org"])
    #expect(
      message.people.map(\.address) == [
        "a@example.org", "b@example.org", "c@example.org", "d@example.org", "r@example.org",
      ])
    #expect(message.people[0].name == "A. A.")
    #expect(message.delivered == ["desk@office.example"])
  }

  // MARK: Dates

  @Test(arguments: [
    ("Tue, 03 Nov 2015 10:00:00 EST", 1_446_562_800), ("3 Nov 15 10:00 GMT", 1_446_544_800),
    ("Tue, 3 Nov 2015 10:00:00 +0530 (IST)", 1_446_525_000), ("Tue, 03 Nov 2015 10:00:00 PDT", 1_446_570_000),
    ("Tue, 03\n Nov 2015 10:00:00 Z", 1_446_544_800), ("", nil), ("yesterday", nil),
  ])
  func `Dates are read with the zones of old`(date: String, sent: Int?) throws {
    let message = try read("From: a@example.org\nDate: \(date)\n\n")
    #expect(message.sent == sent)
  }

  // MARK: Parts

  private func parts(_ type: String, _ parts: String...) -> String {
    let body = parts.map { "--=b\n\($0)\n" }.joined()
    return Self.head
      + "MIME-Version: 1.0\nContent-Type: \(type); boundary=\"=b\"\n\nnot shown\n\(body)--=b--\nnor this\n"
  }

  @Test func `Of several forms the plain text is read, whatever comes first`() throws {
    let html = "Content-Type: text/html; charset=utf-8\n\n<p>Rich</p>"
    let plain = "Content-Type: text/plain\n\nPlain"
    #expect(try read(parts("multipart/alternative", html, plain)).text == "Plain")
    #expect(try read(parts("multipart/alternative", plain, html)).text == "Plain")
    #expect(try read(parts("multipart/alternative", html)).text == "Rich")
    #expect(try read(parts("multipart/alternative", "Content-Type: text/plain\n\n \n", html)).text == "Rich")
  }

  @Test func `Of HTML the words are read, a line for each block`() throws {
    let html = """
      <html><head><title>T</title><style>p { color: red }</style></head><body><!-- <p>hidden</p> -->
      <p>Dear <b>al</b>l,</p><p>CO<sub>2</sub> &amp; bees&nbsp;&ndash; see
      you.<br>Ama</p><script>alert(1)</script></body></html>
      """
    let message = try read(Self.head + "Content-Type: text/html\n\n" + html)
    #expect(message.text == "Dear all,\nCO2 & bees – see you.\nAma")
  }

  @Test func `Attachments are named and not kept`() throws {
    let message = try read(
      parts(
        "multipart/mixed", "Content-Type: text/plain\n\nText",
        "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''%E4%BC%A0.pdf\n\nxx",
        "Content-Type: image/png; name=\"=?utf-8?Q?caf=C3=A9.png?=\"\n\nxx",
        "Content-Type: text/calendar\n\nxx",
        "Content-Type: text/plain\nContent-Disposition: attachment; filename=\"../../etc/\u{1B}[31mx.txt\"\n\nsecret",
        "Content-Type: message/rfc822\n\nFrom: x@example.org\nSubject: Inner\n\nquoted",
        "Content-Type: application/octet-stream\n\nxx"))
    #expect(message.text == "Text")
    #expect(
      message.attachments == [
        "传.pdf", "café.png", "text/calendar", "../../etc/ [31mx.txt", "message/rfc822: Inner",
        "application/octet-stream",
      ])
  }

  @Test func `Lines that were cut to fit are joined, within what is quoted`() throws {
    let flowed = "Bees and \nsoils.\n> a \n> b\n>> c\n-- \nAma\n From here\n"
    let type = "Content-Type: text/plain; format=flowed"
    #expect(
      try read(Self.head + "\(type)\n\n\(flowed)").text == "Bees and soils.\n> a b\n>> c\n--\nAma\nFrom here")
    #expect(try read(Self.head + "\(type); delsp=yes\n\n传粉 \n者\n").text == "传粉者")
    #expect(try read(Self.head + "Content-Type: text/plain\n\nBees \nsoils\n").text == "Bees\nsoils")
  }

  @Test func `Quoted-printable is read, and nothing that steers a terminal is left`() throws {
    let head =
      Self.head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    let text = try read(head + "caf=C3=A9 =\nau lait=1B[31m=E2=80=AE\n").text
    #expect(text == "café au lait [31m")
    #expect(try read(Self.head + "Subject: a\u{1B}]0;x\u{7}b\n\n").subject == "a ]0;x b")
  }

  // MARK: Mailboxes

  @Test func `The line that begins a message in a mailbox is no part of it`() throws {
    let from = "From ama@example.org Tue Nov  3 10:00:00 2015\n"
    let text = Self.head + "Subject: Bees\n\nFrom here on.\n\n>From there.\n"
    let message = try read(from + text)
    #expect((message.subject, message.text) == ("Bees", "From here on.\n\nFrom there."))
    #expect(try read((from + text).replacingOccurrences(of: "\n", with: "\r\n")).text == message.text)
    #expect(try read(">" + from + text).id == message.id)
    #expect(throws: MailProblem.several(3)) {
      try read([text, text, text].map { from + $0 }.joined(separator: "\n"))
    }
  }

  @Test func `A message without an id is known by its bytes`() throws {
    let text = "From: a@example.org\nSubject: Bees\n\nx"
    #expect(try read(text).id == read("\n" + text).id)
    #expect(try read(text).id != read(text + "y").id)
    #expect(try read("From a Tue Nov 3\n" + text).id == read(text).id)
  }

  // MARK: Broken and hostile

  @Test(arguments: [
    ("", MailProblem.empty), ("\n \r\n", .empty), ("Hello\n\nthere", .notAMessage),
    ("Subject: x\n\ny", .notAMessage),
    ("From: nobody\nTo: undisclosed-recipients:;\n\ny", .notAMessage),
  ])
  func `What is no message says so`(text: String, problem: MailProblem) {
    #expect(throws: problem) { try read(text) }
  }

  @Test func `Depth, parts, people and lengths have an end, and that is told`() throws {
    let deep = (0..<3_000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
    #expect(try read(Self.head + deep).isCut)
    let many = Array(repeating: "--=b\nContent-Type: image/png\n\nx\n", count: 3_000).joined()
    let wide = try read(Self.head + "Content-Type: multipart/mixed; boundary=\"=b\"\n\n\(many)--=b--")
    #expect(wide.isCut && wide.attachments.count < ReceivedMessage.mostParts)
    let people = (0..<5_000).map { "p\($0)@example.org" }.joined(separator: ",\n ")
    let crowd = try read("From: a@example.org\nTo: \(people)\n\n")
    #expect(crowd.isCut && crowd.recipients.count == ReceivedMessage.mostPeople)
    let nested = String(repeating: "a:", count: 20_000) + String(repeating: "(", count: 20_000)
    #expect(try read("From: a@example.org\nTo: \(nested)\n\n").recipients.isEmpty)
    let long = try read(
      Self.head + "Subject: \(String(repeating: "x", count: 300_000))\n\n"
        + String(repeating: "传粉\n", count: 500_000))
    #expect(long.isCut && long.subject.count == 500 && long.text.count <= ReceivedMessage.mostText)
  }

  @Test func `No bytes make the reader fall`() throws {
    var random = SeededGenerator(seed: 7)
    let seed = Array(
      parts(
        "multipart/mixed",
        "Content-Type: text/plain; charset=iso-2022-jp; format=flowed\n\n\u{1B}$B2VJ4\u{1B}(B \n x",
        "Content-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/html\n\n<p>&amp;\n--c--",
        "Content-Type: message/rfc822\n\nFrom: =?utf-8?B?5byg?= <x@example.org>\n\n="
      ).utf8)
    for _ in 0..<1_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = .random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
        }
      }
      guard let message = try? ReceivedMessage(bytes: bytes) else { continue }
      let words = ([message.subject, message.text.replacing("\n", with: "")] + message.attachments).joined()
      #expect(!words.unicodeScalars.contains { $0.value < 0x20 || 0x7F..<0xA0 ~= $0.value })
    }
  }
}
