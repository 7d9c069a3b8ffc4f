import CSodium
import Foundation

/// What a page that stands alone may do: nothing is loaded, sent or run but what it holds itself (Content Security
/// Policy Level 3).
enum PagePolicy {
  static func text(style: String, script: String? = nil) -> String {
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '\(hash(style))'"
      + (script.map { "; script-src '\(hash($0))'" } ?? "")
  }

  private static func hash(_ text: String) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
    let bytes = Array(text.utf8)
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return "sha256-" + Data(digest).base64EncodedString()
  }
}
