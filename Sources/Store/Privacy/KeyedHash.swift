import Foundation
import CSodium
import GRDB

/// Tells whether two texts are the same without keeping either: BLAKE2b (RFC 7693) under a key that belongs to
/// one store and never leaves it.
struct KeyedHash {
  private let key: [UInt8]

  /// With the store's own key, nil where it has none yet.
  init?(_ db: Database) throws {
    let stored = try Data.fetchOne(db, sql: "SELECT value FROM secret WHERE name = 'hash'")
    guard let stored else { return nil }
    key = [UInt8](stored)
  }

  /// With the store's own key, made where it has none yet.
  init(making db: Database) throws {
    if let made = try KeyedHash(db) {
      self = made
      return
    }
    var key = [UInt8](repeating: 0, count: 32)
    randombytes_buf(&key, key.count)
    self.key = key
    try db.execute(sql: "INSERT INTO secret (name, value) VALUES ('hash', ?)", arguments: [Data(key)])
  }

  /// 32 hexadecimal digits.
  func digest(_ text: String) -> String {
    var hash = [UInt8](repeating: 0, count: 16)
    let bytes = Array(text.utf8)
    crypto_generichash(&hash, hash.count, bytes, UInt64(bytes.count), key, key.count)
    var text = String.UnicodeScalarView()
    for byte in hash {
      text.append(Self.digits[Int(byte >> 4)])
      text.append(Self.digits[Int(byte & 15)])
    }
    return String(text)
  }

  private static let digits = Array("0123456789abcdef".unicodeScalars)
}
