import RandomRecords
import Testing

@testable import Model

/// Contact details in what people write, and numbers that are none.
@Suite struct ContactTextTests {
  private func found(_ text: String) -> [String] { ContactText(text).details.map(\.text) }

  @Test(arguments: [
    ("Mail me at someone@example.org or +000 123 456 789", ["someone@example.org", "+000 123 456 789"]),
    ("see (ann.o'neill+x@mail.example.co.ke).", ["ann.o'neill+x@mail.example.co.ke"]),
    ("ann [at] example [dot] org", ["ann [at] example [dot] org"]),
    ("请写信至zhang@example.cn谢谢", ["zhang@example.cn"]), ("邮箱：ｚ＠ｅｘａｍｐｌｅ．ｃｎ", ["ｚ＠ｅｘａｍｐｌｅ．ｃｎ"]),
    ("пишите на иван@пример.рф, спасибо", ["иван@пример.рф"]),
    ("mailto:a@b.example and ann @ example.org", ["mailto:a@b.example", "ann @ example.org"]),
    ("Call +33 (0)1 23 45 67 89 today", ["+33 (0)1 23 45 67 89"]),
    ("Tél. : 01 23 45 67 89", ["01 23 45 67 89"]),
    ("phone (202) 555-0100, or 202-555-0100", ["(202) 555-0100", "202-555-0100"]),
    ("Tel. 7946 0018", ["7946 0018"]), ("联系电话：010-12345678", ["010-12345678"]),
    ("请致电13812345678", ["13812345678"]), ("手机号码是138 1234 5678。", ["138 1234 5678"]),
    ("тел. 8 (495) 123-45-67", ["8 (495) 123-45-67"]), ("Телефон: 123-45-67", ["123-45-67"]),
    ("هاتف: ٠١٢٣٤٥٦٧٨٩", ["٠١٢٣٤٥٦٧٨٩"]), ("الهاتف رقم 0712 345 678", ["0712 345 678"]),
    ("Teléfono: 912 345 678", ["912 345 678"]), ("móvil 612345678", ["612345678"]),
    ("paragraph 5 0712 345 678", ["0712 345 678"]), ("0041 22 730 12 34", ["0041 22 730 12 34"]),
    ("WhatsApp +254\u{200B}712\u{A0}345\u{2011}678!", ["+254\u{200B}712\u{A0}345\u{2011}678"]),
    (
      "https://www.linkedin.com/in/ann-example, wa.me/254712345678",
      [
        "https://www.linkedin.com/in/ann-example", "wa.me/254712345678",
      ]
    ), ("微信号：zhang_123", ["zhang_123"]), ("Skype: ann.example", ["ann.example"]),
  ])
  func `What leads to a person is found`(_ text: String, _ details: [String]) {
    #expect(found(text) == details)
  }

  @Test(arguments: [
    "On 12 January 2015 – 17 January 2015, and 2015-01-12, 12/01/2015, 12.01.2015 09:30, 05.06.2015-07.08.2015",
    "Paragraphs 12-13, 14-15, 3 (b) (ii), B.3 (a), 1.1.1.1, p. 12, l. 3-7, ch. 2.4.10.11",
    "Budget: USD 1,200,000; 25 000; 1 250 000; 12 000 000 000; 1.200.000 euros; $ 0712345678; +1 200 000",
    "An increase of +1 200 000 000 dollars, +12.5 per cent, 0.12345678, 1 020 304 050, 0120–0345",
    "doi:10.1038/0123456789, https://doi.org/10.1000/0331234567 and https://example.org/0712345678/ann",
    "ISBN 978-92-807-3567-5, ISBN 0-12-345678-9, ISSN 0123-4567, ORCID 0000-0002-1825-0097, 9789280735675",
    "IPBES/3/18, UNEP/GC.27/17, A/RES/70/1, decision IPBES-3/4, grant EP/0712345678, No. 2015/0042",
    "Telephone: 25 000; telephone survey 2014-2015 of 1200 people; mobile 2014 2015; fax and telephone 12,000 USD",
    "5 @ 10 dollars, @ipbes, the @ sign; Facebook and Telegram channels; Skype: video; facebook.com",
    "Le 1er mai 2015, 01/05/2015, alinéa 3 b), 1 070 espèces, 29 %, 12 000 000 d’euros, 0,25 ha",
    "С 12.01.2015 по 17.01.2015, пункт 3 бис, 1 070 видов, 12 500 000 руб., № 0042, 89 123 456 789 рублей",
    "2015年1月12日至17日，第3条之二，1070种，预算12000000元，13812345678元，ISBN 978-7-5600-1234-5，2014-2015年",
    "في 12/01/2015، الفقرة 3 مكررا، ١٢٠٠٠٠٠٠ دولار، ١ ٢٠٠ ٠٠٠، 2014-2015، القرار IPBES-3/4",
    "El 12 de enero de 2015, párrafo 3 bis, 1.070 especies, 12.500.000 dólares, 912 345 678 euros, núm. 0042",
    "Tables 1 2 3 4 5 6 7 8 9 10 11 12, annexes 10 11 12 13 14 15; 9.00 - 10.30, 09.30 - 17.00",
    "0.023 12.333, -1.2921, 36.8219; 45 678 912 ha; 2013 2014 2015 2016; 1990-2000-2010", "", "+", "@", "(((",
  ])
  func `Dates, places, sums and numbers of documents are none`(_ text: String) {
    #expect(found(text).isEmpty)
    #expect(ContactText(text).held("X") == text)
  }

  @Test func `A word stands in the place of each`() {
    let text = ContactText("Write to a@b.example,\nor +33 1 23 45 67 89.")
    #expect(text.held("[held]") == "Write to [held],\nor [held].")
    #expect(text.details.map(\.kind) == [.email, .telephone])
    #expect(text.details.map(\.masked) == ["a@…le", "+3…89"])
  }

  @Test func `Any text stays whole around what is found`() {
    var generator = SeededGenerator(seed: 3)
    let signs = Array("0123456789 +-.()@/:abотел电话号هاتف٣\u{202E}\u{FEFF}\n")
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
          signs.randomElement(using: &generator) ?? " "
        })
      let found = ContactText(text)
      let cut = found.held("\u{FFFF}").unicodeScalars.split(
        separator: "\u{FFFF}", omittingEmptySubsequences: false)
      #expect(cut.count == found.details.count + 1)
      let pieces = zip(cut, found.details.map(\.text) + [""]).map {
        String(String.UnicodeScalarView($0)) + $1
      }
      #expect(pieces.joined().unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }
}
