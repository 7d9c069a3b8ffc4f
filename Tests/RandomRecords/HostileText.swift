/// Texts of somebody who wants to steer the terminal, break out of a file's format, or hide what is said: the same seed
/// gives the same ones.
public enum HostileText {
  /// What starts an order to a terminal, or changes what is seen of the text around it.
  private static let starts: [String] =
    (0x00...0x1F).map(scalar) + (0x7F...0x9F).map(scalar)  // C0, DEL and C1 (ECMA-48)
    + [0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB].map(scalar)
    + (0x202A...0x202E).map(scalar) + (0x2066...0x2069).map(scalar)
    + [0xE0001, 0xE0041, 0xE007F, 0xFFFC, 0xFFFD, 0xFFFE, 0x1FFFF, 0xAD, 0x34F, 0x115F, 0x3164].map(scalar)

  /// Orders that terminals know, each with a mark by which it is found again.
  private static let orders: [String] = [
    "\u{1B}[2J", "\u{1B}[31337m", "\u{1B}[6n", "\u{1B}[?1049l", "\u{1B}[8;1;1t", "\u{1B}[21t", "\u{1B}[5i",
    "\u{1B}]0;ZQX\u{7}", "\u{1B}]2;ZQX\u{1B}\\", "\u{1B}]52;c;WlFY\u{7}", "\u{1B}]8;;http://zqx.example\u{7}",
    "\u{1B}]777;notify;ZQX;x\u{7}", "\u{1B}]9;ZQX\u{7}", "\u{1B}PZQX\u{1B}\\", "\u{1B}_GZQX\u{1B}\\",
    "\u{1B}^ZQX\u{1B}\\", "\u{1B}XZQX\u{1B}\\", "\u{1B}c", "\u{1B}#8", "\u{1B}(0", "\u{9B}31337m",
    "\u{9D}0;ZQX\u{9C}", "\u{90}ZQX\u{9C}", "\u{1B}[200~", "\u{1B}[201~", "\u{E}", "\u{1B}%@", "\u{1B}[18t",
  ]

  /// What a format takes for its own.
  private static let syntax: [String] = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "\"", "\"\"", "'", ",", ";", "|",
    "\\", "\\n", "\n", "\r\n", "\r", "\t", "<script>zqx()</script>", "<img src=x onerror=zqx()>", "</td>",
    "<!--", "-->", "]]>", "<![CDATA[", "&", "&amp;", "&#27;", "&#x202E;", "javascript:zqx()", "{\"a\":1}",
    "[",
    "]", "{", "}", "END:VCARD", "\nEND:VCALENDAR", "\r\nBEGIN:VEVENT", "\r\nBcc: zqx@zqx.example",
    "\r\n\r\nZQX", ".\r\n", "From zqx", "=?utf-8?q?zqx?=", "{0}", "{1}", "%s", "%n", "%", "$(zqx)", "`zqx`",
    "../../zqx", "/etc/passwd", "~/zqx", "-rf", "--force", "nul", "#", "*", "_", "> ", "- ", "1. ",
    "![](zqx)",
    "msgid \"\"", "\\\"", "NULL", "';DROP TABLE stakeholder;--", "AND NOT", "NEAR(", "a*", "\"a",
  ]

  private static let towers: [String] = [
    "Z" + String(repeating: "\u{301}", count: 60), "a" + String(repeating: "\u{20DD}", count: 20),
    String(repeating: "\u{200D}", count: 40), "👩" + String(repeating: "\u{200D}👩", count: 30),
    "🏴" + String((0..<40).map { Character(Unicode.Scalar(0xE0061 + UInt32($0 % 26))!) }),
    String(repeating: "﷽", count: 50), String(repeating: "Z", count: 20_000),
    String(repeating: " ", count: 3_000),
    "ا" + String(repeating: "\u{64B}", count: 50), "ก" + String(repeating: "\u{E33}", count: 30),
    "\u{1F1E6}\u{1F1E6}\u{1F1E6}", "e\u{FE0F}\u{FE0E}\u{20E3}", "\u{110BD}Z", "क\u{94D}\u{200D}\u{94D}",
  ]

  private static func scalar(_ value: Int) -> String {
    Unicode.Scalar(UInt32(value)).map { String($0) } ?? ""
  }

  /// So many, of which each is told from the others by its number.
  public static func all(_ count: Int = 4_619, seed: UInt64 = 18) -> [String] {
    var random = SeededGenerator(seed: seed)
    let kinds = [starts, orders, syntax, towers]
    // Each by itself first, then several among words of five scripts.
    var texts = kinds.joined().map { $0 }
    let words = ["Zqx", "بحث", "蜂", "Пчёлы", "é", " "]
    while texts.count < count {
      var text = ""
      for _ in 0...Int(random.next() % 4) {
        text += words.randomElement(using: &random)!
        text += kinds.dropLast(random.next() % 8 == 0 ? 0 : 1).randomElement(using: &random)!
          .randomElement(using: &random)!
      }
      texts.append(text)
    }
    return texts.prefix(count).enumerated().map { "\($1)\($0)" }
  }

  /// What no terminal may get from a text: controls, and what turns the order of what is read or hides letters.
  public static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFFF9...0xFFFB, 0xE0000...0xE007F, 0xFEFF, 0x200B, 0x2060:
      true
    default: false
    }
  }
}
