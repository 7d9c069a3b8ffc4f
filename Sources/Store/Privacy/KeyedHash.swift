import Foundation
import CSodium
import GRDB
import Model

/// Tells whether two texts are the same without keeping either: BLAKE2b (RFC 7693) under a key that belongs to
/// one store and never leaves it.
struct KeyedHash: Sendable {
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
    self.init()
    try db.execute(sql: "INSERT INTO secret (name, value) VALUES ('hash', ?)", arguments: [Data(key)])
  }

  /// With a key that nobody keeps.
  init() {
    var key = [UInt8](repeating: 0, count: 32)
    randombytes_buf(&key, key.count)
    self.key = key
  }

  /// 32 hexadecimal digits.
  func digest(_ text: String) -> String {
    var hash = [UInt8](repeating: 0, count: 16)
    let bytes = Array(text.utf8)
    crypto_generichash(&hash, hash.count, bytes, UInt64(bytes.count), key, key.count)
    return hash.hexadecimal
  }

  /// A number by which an id comes before others without a reason (BLAKE2b, RFC 7693); the same in every store.
  static func mixed(_ id: RecordID) -> UInt64 {
    var hash = [UInt8](repeating: 0, count: 16)
    let bytes = Array(id.utf8)
    crypto_generichash(&hash, hash.count, bytes, UInt64(bytes.count), nil, 0)
    return hash.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}

private let hexadecimalDigits = Array("0123456789abcdef".unicodeScalars)

extension Sequence<UInt8> {
  /// Two digits for each byte.
  var hexadecimal: String {
    var text = String.UnicodeScalarView()
    for byte in self {
      text.append(hexadecimalDigits[Int(byte >> 4)])
      text.append(hexadecimalDigits[Int(byte & 15)])
    }
    return String(text)
  }
}

extension Library {
  /// Makes names for responses by which nobody finds the row of the file again without this store's key, and the same
  /// row gets the same name.
  ///
  /// A store without a key gets one; where nothing can be written, names are made that serve for a rehearsal only.
  public func respondentNames() throws -> @Sendable (String) -> String {
    if let hash = try withReader({ try KeyedHash($0.db) }) { return { hash.digest($0) } }
    guard !access.isReading else {
      let hash = KeyedHash()
      return { hash.digest($0) }
    }
    var made: KeyedHash?
    try maintain { made = try KeyedHash(making: $0) }
    let hash = made ?? KeyedHash()
    return { hash.digest($0) }
  }
}
