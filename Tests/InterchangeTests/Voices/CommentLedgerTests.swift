import Foundation
import Model
import Testing

@testable import Interchange

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The comments on a call as they are published.
@Suite struct CommentLedgerTests {
  private static let call: CallForInput = .init(
    id: "c", version: 1,
    values: [
      "name": "Draft <b>one</b>", "document": "Example draft", "opens": "2015-06-15", "closes": "2015-08-14",
    ])

  private static func comment(_ number: Int, _ values: [String: String]) -> ReviewComment {
    ReviewComment(id: "c/\(number)", version: 1, values: values)
  }

  private let comments = [
    comment(
      1,
      [
        "text": "=HYPERLINK(\"x\")", "source": "Sample Institute, ann@x.example, tel. +33 1 2345 678",
        "paragraph": "10",
      ]),
    comment(
      2,
      [
        "text": "a | b <script>\u{202E}", "source": "Known Person", "person": "s1", "paragraph": "9",
        "disposition": "partly-accepted", "reason": "Half of it", "note": "secretword", "answered_by": "ben",
      ]),
    comment(
      3,
      ["text": "第三条", "source": "Agreed Person", "person": "s2", "paragraph": "9", "disposition": "accepted"]),
  ]

  private func file(_ format: CommentLedger.Format, _ language: String = "en") -> String {
    String(
      decoding: CommentLedger(Self.call, comments, named: ["s2"], language: language).file(format),
      as: UTF8.self)
  }

  @Test func `In the order of the document, unanswered ones said`() {
    #expect(
      file(.text) == """
        Intergovernmental Science-Policy Platform on Biodiversity and Ecosystem Services
        Comments and what became of them: Draft <b>one</b>
        Example draft, since 15 June 2015, until 14 August 2015
        Comments: 3. Accepted: 1. Partly accepted: 1. Not accepted: 0. Not considered yet: 1.

        2 · 9 · name withheld
          a | b <script>
          → partly accepted: Half of it

        3 · 9 · Agreed Person
          第三条
          → accepted

        1 · 10 · Sample Institute
          =HYPERLINK("x")
          → not considered yet


        """)
  }

  @Test func `Neither contact details, notes, nor who has not agreed`() {
    for format in CommentLedger.Format.allCases {
      for language in ["en", "ar", "zh", "fr", "ru", "es"] {
        let text = file(format, language)
        for secret in ["ann@x.example", "2345", "Known Person", "secretword", "ben", "\u{202E}"] {
          #expect(!text.contains(secret), "\(format) \(language) \(secret)")
        }
        #expect(text.contains("Sample Institute") && text.contains("Agreed Person"))
        #expect(text == file(format, language))
      }
    }
  }

  @Test func `No cell steers a spreadsheet, a page or Markdown`() {
    #expect(file(.csv).contains("\"'=HYPERLINK(\"\"x\"\")\""))
    #expect(file(.html).contains("a | b &lt;script&gt;"))
    // The page's own.
    #expect(file(.html).components(separatedBy: "<script>").count == 2)
    #expect(file(.html).contains("Draft &lt;b&gt;one&lt;/b&gt;"))
    #expect(file(.markdown).contains("a \\| b \\<script\\>"))
    #expect(file(.html, "ar").contains("lang=\"ar\" dir=\"rtl\""))
    #expect(file(.html, "zh").contains("尚未审议"))
  }

  @Test func `Names keep their words where no address stands beside them`() {
    for name in ["Government of Exampleland", "Red (ejemplo), 2015", "示例学会"] {
      #expect(CommentLedger.withoutAddresses(name) == name)
    }
    #expect(CommentLedger.withoutAddresses("Ann <ann@x.example>") == "Ann")
    #expect(CommentLedger.withoutAddresses("ann@x.example").isEmpty)
    #expect(CommentLedger.withoutAddresses("Ann, 0331234567, Tel: +33 1 23 45 67 89, Paris") == "Ann Paris")
    #expect(CommentLedger.withoutAddresses("Panel of 2014 2015") == "Panel of 2014 2015")
  }

  // MARK: What is held back

  private static let told = [
    comment(
      1,
      [
        "text": "First.\n\nMail a@b.example\nor +33 1 23 45 67 89", "paragraph": "3 bis", "language": "en",
        "disposition": "accepted", "reason": "Voir c@d.example dans les annexes",
      ]), comment(2, ["text": "Mail e@f.example", "contact_details": "publish"]),
    comment(3, ["text": "Mail g@h.example", "contact_details": "hold-back"]), comment(4, ["text": "Plain"]),
  ]

  private func told(_ format: CommentLedger.Format, _ language: String = "en") -> String {
    let ledger = CommentLedger(Self.call, Self.told, named: [], language: language)
    return String(decoding: ledger.file(format), as: UTF8.self)
  }

  @Test func `Contact details wait until somebody decides`() {
    for format in CommentLedger.Format.allCases {
      for language in ["en", "ar", "zh", "fr", "ru", "es"] {
        let text = told(format, language).replacing("\\", with: "")
        for secret in ["a@b", "45 67", "c@d", "g@h"] {
          #expect(!text.contains(secret), "\(format) \(secret)")
        }
        #expect(text.contains("e@f.example"))
      }
    }
    #expect(
      told(.text, "fr").contains("  Mail [coordonnées non publiées]\n  or [coordonnées non publiées]\n"))
    let held = CommentLedger(Self.call, Self.told, named: [], language: "en").held
    #expect(held.map(\.comment.number) == [1])
    #expect(held[0].details.map(\.masked) == ["a@…le", "+3…89", "c@…le"])
  }

  @Test func `Paragraphs and lines stay`() {
    let held = "<span class=\"held\" lang=\"en\"><bdi>[contact details held back]</bdi></span>"
    #expect(
      told(.html).contains(
        "<td lang=\"en\"><p dir=\"auto\">First.</p><p dir=\"auto\">Mail \(held)<br/>or \(held)</p></td>"))
    #expect(told(.html).contains("<td lang=\"fr\"><p dir=\"auto\">Voir \(held) dans les annexes</p></td>"))
    #expect(told(.text).contains("\n  First.\n\n  Mail [contact"))
    #expect(told(.markdown).contains("First.<br><br>Mail"))
    #expect(told(.csv).contains("\"First.\n\nMail"))
  }

  @Test func `A page is XML, and each comment has an address and what filters ask of it`() throws {
    for language in ["en", "ar", "zh", "fr", "ru", "es"] {
      for page in [told(.html, language), file(.html, language)] {
        let parser = XMLParser(data: Data(page.utf8))
        #expect(parser.parse(), "\(language): \(String(describing: parser.parserError))")
      }
    }
    #expect(
      told(.html, "ar").contains(
        "<tr id=\"c1\" data-paragraph=\"3 bis\" data-disposition=\"accepted\"><th scope=\"row\" class=\"short\"><a href=\"#c1\">1</a></th><td><bdi>3 bis</bdi></td>"
      ))
    #expect(told(.html).contains("<option value=\"3 bis\">\u{2068}3 bis\u{2069}</option>"))
  }

  /// In the folder that `OUTREACH_PAGES` names, for checkers that are not ours.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["OUTREACH_PAGES"] != nil))
  func `Pages in six languages go to the checker`() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["OUTREACH_PAGES"] ?? "")
    var call = Self.call
    (call.name, call.link) = ("Draft (2015) of \"IPBES-3/4\"", "https://example.org/draft")
    // What of an Arabic sentence runs the other way, and what does not.
    let mixed = Self.comment(
      5,
      [
        "text":
          "انظر \"IPBES-3/4\"، في 12 تشرين الثاني/نوفمبر 2015: \u{200E}\u{2212}5 أو b@a.example",
        "contact_details": "publish", "source": "Institute \"X\"", "disposition": "accepted",
      ])
    for language in ["en", "ar", "zh", "fr", "ru", "es"] {
      let ledger = CommentLedger(
        call, Self.told + [mixed], named: ["s2"], language: language,
        languages: ["en", "ar"].map { ($0, "comments-c.\($0).html") })
      let page = ledger.file(.html)
      #expect(page.starts(with: "<!DOCTYPE html>".utf8))
      try Data(page).write(to: folder.appending(path: "comments-c.\(language).html"))
    }
  }

  @Test func `The draft is linked, and no comment is said in words`() {
    let call = CallForInput(
      id: "c", version: 1,
      values: ["name": "Call", "document": "Draft (v2)", "link": "https://example.org/draft?a b"])
    let bare = CommentLedger(call, [], named: [], language: "en")
    let page = String(decoding: bare.file(.html), as: UTF8.self)
    #expect(page.contains("<a href=\"https://example.org/draft?a%20b\""))
    #expect(page.contains("<bdi>Draft (v2)</bdi></a>") && page.contains("<p>No comment was received.</p>"))
    #expect(!page.contains("<table>") && !page.contains("<script>"))
    for format in [CommentLedger.Format.text, .markdown] {
      #expect(String(decoding: bare.file(format), as: UTF8.self).contains("No comment was received."))
    }
  }
}
