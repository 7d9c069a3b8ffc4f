import Model

/// How the id of a record is written in the UID of a card, so that we know our own again.
enum VCardID {
  private static let prefix = "outreach:stakeholder:"

  /// A URI of our own (RFC 3986, section 2).
  static func uid(of id: RecordID) -> String {
    var result = prefix
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        result.unicodeScalars.append(UnicodeScalar(byte))
      default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// The id of a record that came by a card with the UID of another program: always the same, so that the card is known
  /// again whatever it says by then (RFC 6350, section 6.7.6).
  static func id(ofForeign uid: String) -> RecordID {
    foreignPrefix + FileDigest.sha256(of: Array(uid.utf8)).prefix(20)
  }

  static func isForeign(_ id: RecordID) -> Bool { id.hasPrefix(foreignPrefix) }

  private static let foreignPrefix = "uid-"

  /// The id in a UID of ours; nil for those of other programs.
  static func id(in uid: String) -> RecordID? {
    guard uid.hasPrefix(prefix) else { return nil }
    var bytes: [UInt8] = []
    var rest = uid.utf8.dropFirst(prefix.utf8.count)
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
