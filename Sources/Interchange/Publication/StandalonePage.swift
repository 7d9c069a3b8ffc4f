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

  private static func hash(_ text: String) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
    let bytes = Array(text.utf8)
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return "sha256-" + Data(digest).base64EncodedString()
  }
}
