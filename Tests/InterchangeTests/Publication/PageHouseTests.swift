import Foundation
import Model
import Phrases
import RandomRecords
import Testing

@testable import Interchange

@Suite struct PageFoldingTests {
  @Test func `A page folds every sign as the program does`() {
    var differing: [String] = []
    for value in UInt32(0x21)...0x2FFFF {
      guard let sign = Unicode.Scalar(value), !sign.properties.isWhitespace else { continue }
      let text = String(sign)
      let (page, program) = (PageFolding.folded(text), Folding.folded(text))
      // An accent that stands alone leaves the space that it stands on; words are the same.
      if page != program, WordMatch.words(page) != WordMatch.words(program) {
        differing.append("U+\(String(value, radix: 16))")
      }
    }
    #expect(differing.isEmpty, "\(differing.count): \(differing.prefix(20))")
    #expect(PageFolding.folds.contains { $0.sign == "\u{142}" && $0.text == "l" })
    let size = PageFolding.groups.reduce(0) { $0 + $1.text.utf8.count + $1.signs.utf8.count + 8 }
    #expect(size < 48_000, "bytes of the table of each page: \(size)")
    #expect(
      PageFolding.groups.reduce(0) { $0 + $1.signs.unicodeScalars.count } == PageFolding.folds.count)
  }

  @Test(
    arguments: [
      "Łódź", "ŁÓDŹ", "Søren", "Großmann", "GROẞMANN", "Đặng", "L’Œuvre", "O’Neill",
      "Müller\u{2011}Lüdenscheidt",
      "ΟΔΥΣΣΕΎΣ", "الْقَاهِرَة", "कि का", "ดี ดู", "王小明", "ﬁ ＡＢＣ ½", "İstanbul", "한국 사람", "ヤマダ やまだ", "Ǿ ǿ",
    ] + Spellings.pairs.flatMap { [$0.one, $0.other] })
  func `A page folds names as the program does`(_ name: String) {
    #expect(PageFolding.folded(name) == Folding.folded(name))
    #expect(PageFolding.folded(name.decomposedStringWithCanonicalMapping) == Folding.folded(name))
  }

  @Test func `Ideographs are those of the program`() {
    #expect(PageFolding.ideographs.contains { $0.contains(0x738B) })
    #expect(!PageFolding.ideographs.contains { $0.contains(0x41) })
    #expect(
      zip(PageFolding.ideographs, PageFolding.ideographs.dropFirst()).allSatisfy {
        $0.upperBound < $1.lowerBound
      })
  }
}

@Suite struct PageHouseTests {
  @Test(arguments: [
    ("https://example.org/a b", "https://example.org/a%20b"),
    ("https://example.org/?b=\"2\"", "https://example.org/?b=%222%22"),
    ("https://example.org/100%", "https://example.org/100%25"),
    ("https://example.org/%41", "https://example.org/%41"),
    ("HTTPS://example.org/é#a#b", "HTTPS://example.org/%C3%A9#a%23b"),
    ("https://example.org/[x]", "https://example.org/%5Bx%5D"),
    ("javascript:alert(1)", nil), ("//example.org", nil), ("ftp://example.org", nil), ("https://", nil),
  ])
  func `Addresses lead to pages or nowhere`(_ text: String, _ address: String?) {
    #expect(PageHouse.webAddress(text) == address)
  }

  @Test func `A name inside a sentence keeps its direction`() {
    #expect(PageHouse.ours("a \(PageHouse.marked("<b>\u{202E}x")) c") == "a <bdi>&lt;b&gt;x</bdi> c")
  }

  @Test func `Addresses in a text lead to their pages`() {
    #expect(
      PageHouse.linked("See (https://a.example/?x=1&y), or javascript:1; <b>")
        == "See (<a href=\"https://a.example/?x=1&amp;y\" rel=\"nofollow noopener noreferrer\">"
        + "<bdi>https://a.example/?x=1&amp;y</bdi></a>), or javascript:1; &lt;b&gt;")
    #expect(PageHouse.linked("https:// \(PageHouse.marked("é")).") == "https:// <bdi>é</bdi>.")
  }

  @Test(arguments: [
    ("en", "12–17 January 2015"), ("fr", "12–17 janvier 2015"), ("zh", "2015年1月12日至17日"),
    ("ru", "12–17 января 2015 года"),
  ])
  func `Days of one month are said once`(_ language: String, _ text: String) {
    #expect(ReportWords(book: DocumentBook(language)).days("2015-01-12", "2015-01-17") == text)
  }

  @Test func `A minus stands before its number`() {
    #expect(ReportWords(book: DocumentBook("ar")).number(-1_600) == "\u{200E}\u{2212}1,600")
    #expect(ReportWords(book: DocumentBook("fr")).number(-16) == "\u{2212}16")
    #expect(ReportWords(book: DocumentBook("es")).number(1_600) == "1600")
  }

  @Test func `What is longer than a word may break`() {
    #expect(PageHouse.text("Нецелесообразно & so on") == "Нецелесообразно &amp; so on")
    let long = String(repeating: "<a", count: 20)
    #expect(PageHouse.text("x \(long)").components(separatedBy: "<wbr/>").count == 3)
    #expect(PageHouse.text(long).replacing("<wbr/>", with: "") == PlainText.html(long))
  }

  @Test func `Letters in charts are measured`() {
    #expect(ChartLetters.width("ШШШ") > 1.5 * ChartLetters.width("aaa"))
    #expect(ChartLetters.width("接受") == 26)
    #expect(ChartLetters.width("é") == ChartLetters.width("e\u{301}"))
    let cut = ChartLetters.fitting("Сеть общин коренных народов", 100)
    #expect(cut.hasPrefix("\u{2068}Сеть") && cut.hasSuffix("…\u{2069}"))
    #expect(ChartLetters.width(cut) <= 100)
    #expect(ChartLetters.lines("Royaume-Uni de Grande-Bretagne", 160).count == 2)
    let three = ChartLetters.lines("Royaume-Uni de Grande-Bretagne et d’Irlande du Nord", 126)
    #expect(three.count == 3 && three[2].hasSuffix("…\u{2069}"), "\(three)")
    #expect(three.allSatisfy { ChartLetters.width($0) <= 126 })
    #expect(ChartLetters.lines("接受", 160) == ["\u{2068}接受\u{2069}"])
  }
}
