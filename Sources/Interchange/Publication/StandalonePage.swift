import CSodium
import Foundation
import Phrases

/// What a page that stands alone may do: nothing is loaded, sent or run but what it holds itself (Content Security
/// Policy Level 3).
enum StandalonePage {
  private static func policy(style: String, script: String? = nil) -> String {
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '\(hash(style))'"
      + (script.map { "; script-src '\(hash($0))'" } ?? "")
  }

  /// The beginning of such a page, up to where its own content stands. It is XML too.
  /// - Parameter title: escaped already.
  static func opening(_ title: String, _ book: DocumentBook, style: String, script: String? = nil) -> String {
    """
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" lang="\(book.language)" dir="\(book.direction)">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="\(policy(style: style, script: script))"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>\(title)</title>
    <style>\(style)</style>
    </head>
    <body>
    <main>

    """
  }

  /// Its end. A script stands behind what it looks for.
  static func closing(script: String? = nil) -> String {
    "</main>\n" + (script.map { "<script>\($0)</script>\n" } ?? "") + "</body>\n</html>\n"
  }

  // MARK: What stands in several

  /// Whose page it is, and what.
  /// - Parameter title: escaped already.
  static func heading(_ title: String, _ book: DocumentBook) -> String {
    "<p>\(PlainText.html(book.say(.platform)))</p>\n<h1>\(title)</h1>\n"
  }

  /// A table that scrolls in itself where the page is narrow.
  /// - Parameters:
  ///   - name: of it, for those who hear the page; escaped already.
  ///   - rows: elements.
  static func table(_ name: String, headings: [String], rows: [String]) -> String {
    """
    <div class="table" role="region" aria-label="\(name)" tabindex="0">
    <table>
    <thead><tr>\(headings.map { "<th scope=\"col\">\(PlainText.html($0))</th>" }.joined())</tr></thead>
    <tbody>
    \(rows.joined())</tbody>
    </table>
    </div>

    """
  }

  static let tableStyle = """
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border-bottom: 1px solid; padding: .25rem .75rem; text-align: start; vertical-align: top; }
    thead th { border-bottom-width: 2px; }
    """

  /// A text whose direction stays inside it.
  static func isolated(_ text: String) -> String { text.isEmpty ? "" : "<bdi>\(PlainText.html(text))</bdi>" }

  /// A text that leads to a page. Any other address does nothing: a `javascript:` leads nowhere.
  static func link(_ text: String, to address: String) -> String {
    let isPage = ["http://", "https://"].contains { address.lowercased().hasPrefix($0) }
    return isPage
      ? "<a href=\"\(PlainText.html(address))\" rel=\"nofollow noopener noreferrer\">\(isolated(text))</a>"
      : isolated(text)
  }

  private static func hash(_ text: String) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
    let bytes = Array(text.utf8)
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return "sha256-" + Data(digest).base64EncodedString()
  }
}
