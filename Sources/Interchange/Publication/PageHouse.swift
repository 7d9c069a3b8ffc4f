import CSodium
import Embedded
import Foundation
import Model
import Phrases

/// A page that leaves the house, in one language: it needs nothing beside itself, loads, sends and runs nothing but what
/// it holds (Content Security Policy Level 3), and is XML too. Head, policy, looks, print, the ways to its other
/// languages and where it comes from are the same on all.
struct PageHouse {
  /// As text; escaped here. Marks of isolation become elements.
  let title: String
  /// What stands behind the title in the window's; as text.
  var subtitle = ""
  let book: DocumentBook
  /// How wide lines may get, in `rem`.
  var width = 60
  /// What looks otherwise than on the other pages.
  var style = ""
  /// The file of its script; none where nil.
  var script: String?
  /// The same page in other languages; its own may be among them.
  var languages: [(language: String, address: String)] = []

  private var wholeStyle: String {
    let parts = [Self.looks(width), script == nil ? "" : Self.controls, style]
    return "\n" + parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// What all scripts need stands before its own.
  private var wholeScript: String? {
    script.map { name in ["page.js", name].map { Embedded.text($0) ?? "" }.joined() }
  }

  private var policy: String {
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '\(Self.hash(wholeStyle))'"
      + (wholeScript.map { "; script-src '\(Self.hash($0))'" } ?? "")
  }

  /// Up to where its own content stands.
  var opening: String {
    let whole = subtitle.isEmpty ? title : "\(title) · \(subtitle)"
    return """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="\(book.language)" dir="\(book.direction)">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(policy)"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(PlainText.html(whole))</title>
      <style>\(wholeStyle)</style>
      </head>
      <body>
      \(languageLinks)<main>

      """
  }

  /// Its end. A script stands behind what it looks for.
  /// - Parameter provenance: where the page comes from and on which day it holds; as text.
  func closing(provenance: String = "") -> String {
    "</main>\n" + (provenance.isEmpty ? "" : "<footer>\(Self.ours(provenance))</footer>\n")
      + (wholeScript.map { "<script>\($0)</script>\n" } ?? "") + "</body>\n</html>\n"
  }

  /// Whose page it is, and what.
  var heading: String {
    "<p>\(PlainText.html(book.say(.platform)))</p>\n<h1>\(Self.ours(title))</h1>\n"
  }

  private var languageLinks: String {
    guard languages.contains(where: { $0.language != book.language }) else { return "" }
    let links = languages.map { language, address in
      let name = PlainText.html(Language.name(language, in: language))
      let itself = "lang=\"\(language)\" dir=\"\(DocumentBook(language).direction)\""
      return language == book.language
        ? "<li \(itself)><strong>\(name)</strong></li>"
        : "<li \(itself)><a hreflang=\"\(language)\" href=\"\(PlainText.html(address))\">\(name)</a></li>"
    }
    let label = PlainText.html(book.say(.pageLanguages))
    return "<nav class=\"languages\" aria-label=\"\(label)\"><ul>\(links.joined())</ul></nav>\n"
  }

  // MARK: Looks

  /// Colours are those of the system, named: who checks a page knows then what stands on what. A word may break
  /// anywhere before it makes its page wider than the window; in a table, whose columns would shrink to letters, only
  /// where it is longer than words are (`text`), and on a telephone.
  private static func looks(_ width: Int) -> String {
    """
    :root { color-scheme: light dark; }
    html { background: Canvas; color: CanvasText; }
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: \(width)rem; overflow-wrap: anywhere; padding: 1rem; }
    h1 { line-height: 1.2; }
    a { color: LinkText; }
    .languages ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: 0; padding: 0; }
    footer { border-top: 1px solid; font-size: .875rem; margin-top: 2rem; padding-top: .5rem; }
    .table { margin: 1rem 0; overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    caption { font-weight: bold; padding: .5rem 0; text-align: start; }
    th, td { border-bottom: 1px solid; overflow-wrap: break-word; padding: .25rem .75rem .25rem 0; text-align: start; vertical-align: top; }
    thead th { border-bottom-width: 2px; }
    @media screen and (max-width: 40rem) {
      th, td { min-width: 4rem; overflow-wrap: anywhere; }
      .short { min-width: 0; }
    }
    @media print {
      @page { margin: 2cm; size: A4; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; } }
      :root { color-scheme: light; }
      body { font-size: 10.5pt; max-width: none; padding: 0; }
      h1, h2, h3, caption, thead { break-after: avoid; }
      tr, li, figure { break-inside: avoid; }
      thead { display: table-header-group; }
      .table { overflow: visible; }
      .languages { display: none; }
    }
    """
  }

  /// What a script shows, hides and marks. Browsers paint fields of their own that are hard to read in the dark.
  private static let controls = """
    [hidden] { display: none !important; }
    input, select, button { background: Canvas; border: 1px solid; box-sizing: border-box; color: CanvasText; font: inherit; max-width: 100%; padding: .25rem .5rem; }
    .cited { outline: 3px solid; outline-offset: 2px; }
    """

  private static func hash(_ text: String) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
    let bytes = Array(text.utf8)
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return "sha256-" + Data(digest).base64EncodedString()
  }
}

// MARK: What stands in several

extension PageHouse {
  /// What a table that many columns make wide has around it: it scrolls in itself, and keys reach it. A telephone has room
  /// for three.
  /// - Parameter name: of it, as an attribute.
  static func region(_ columns: Int, _ name: String) -> String {
    columns > 3 ? " role=\"region\" \(name) tabindex=\"0\"" : ""
  }

  /// A table with its name.
  /// - Parameters:
  ///   - name: of it, for those who hear the page; escaped already.
  ///   - rows: elements.
  static func table(_ name: String, headings: [String], rows: [String]) -> String {
    """
    <div class="table"\(region(headings.count, "aria-label=\"\(name)\""))>
    <table>
    <thead><tr>\(headings.map { "<th scope=\"col\">\(PlainText.html($0))</th>" }.joined())</tr></thead>
    <tbody>
    \(rows.joined())</tbody>
    </table>
    </div>

    """
  }

  /// A text whose direction stays inside it.
  static func isolated(_ text: String) -> String { text.isEmpty ? "" : "<bdi>\(self.text(text))</bdi>" }

  /// A text as HTML, with places to break what is longer than the words of any language that divides them by blanks.
  static func text(_ text: String) -> String {
    // Most texts are shorter than a word may be.
    if text.utf8.count <= 32 { return PlainText.html(text) }
    func isTooLong(_ word: Substring) -> Bool {
      word.utf8.count > 32 && word.count > 32 && !word.unicodeScalars.contains(where: Folding.isIdeograph)
    }
    let words = PlainText.line(text).split(separator: " ", omittingEmptySubsequences: false)
    guard words.contains(where: isTooLong) else { return PlainText.html(text) }
    return words.map { word in
      guard isTooLong(word) else { return PlainText.html(String(word)) }
      var (pieces, rest) = ([String](), word)
      while !rest.isEmpty {
        pieces.append(PlainText.html(String(rest.prefix(16))))
        rest = rest.dropFirst(16)
      }
      return pieces.joined(separator: "<wbr/>")
    }.joined(separator: " ")
  }

  /// A text from outside between marks of isolation, for a sentence that `ours` writes.
  static func marked(_ text: String) -> String {
    text.isEmpty ? "" : "\u{2068}\(PlainText.line(text))\u{2069}"
  }

  /// A sentence of ours; what stands between marks of isolation in it becomes an element.
  static func ours(_ text: String) -> String {
    ReportIsolation.pieces(text).map { piece in
      let text = self.text(piece.text)
      return piece.isIsolated ? "<bdi>\(text)</bdi>" : text
    }.joined()
  }

  /// The same, with a way to each page whose address stands in it.
  static func linked(_ text: String) -> String {
    ReportIsolation.pieces(text).map { piece in
      let words = piece.text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
        guard let start = word.range(of: #"https?://"#, options: .regularExpression)?.lowerBound else {
          return self.text(String(word))
        }
        // What closes a sentence or a list is no part of an address.
        let end = word[start...].lastIndex { !".,;:)]»”、，；。）".contains($0) } ?? start
        let address = String(word[start...end])
        guard webAddress(address) != nil else { return self.text(String(word)) }
        return self.text(String(word[..<start])) + link(address, to: address)
          + self.text(String(word[word.index(after: end)...]))
      }
      let said = words.joined(separator: " ")
      return piece.isIsolated ? "<bdi>\(said)</bdi>" : said
    }.joined()
  }

  /// A text that leads to a page. Any other address does nothing: a `javascript:` leads nowhere.
  static func link(_ text: String, to address: String) -> String {
    guard let address = webAddress(address) else { return isolated(text) }
    return "<a href=\"\(PlainText.html(address))\" rel=\"nofollow noopener noreferrer\">\(isolated(text))</a>"
  }

  /// The address of a page as HTML takes it, every sign in it that may not stand there by its bytes (RFC 3986, section
  /// 2.1); nil for what leads to no page.
  static func webAddress(_ text: String) -> String? {
    let line = PlainText.line(text).trimmed
    guard let scheme = ["https://", "http://"].first(where: { line.lowercased().hasPrefix($0) }),
      line.utf8.count > scheme.utf8.count
    else { return nil }
    return escaped(line)
  }

  /// An address, every sign in it that may not stand there by its bytes (RFC 3986, section 2.1).
  static func escaped(_ line: String) -> String {
    let bytes = Array(line.utf8)
    var address = ""
    var isInFragment = false
    for (place, byte) in bytes.enumerated() {
      let isFree =
        switch byte {
        case UInt8(ascii: "%"): bytes.dropFirst(place + 1).prefix(2).count(where: isHex) == 2
        case UInt8(ascii: "#"): !isInFragment
        default: isPlain(byte)
        }
      isInFragment = isInFragment || byte == UInt8(ascii: "#")
      let scalar = Character(Unicode.Scalar(byte))
      if isFree {
        address.append(scalar)
      } else {
        address += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return address
  }

  private static func isHex(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }

  /// Unreserved, or a delimiter (RFC 3986, sections 2.2 and 2.3), but brackets.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/?@!$&'()*+,;=".utf8.contains(byte)
    }
  }
}
