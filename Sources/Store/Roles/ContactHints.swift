/// Whether contact details may stand in a text at all, byte by byte: most bodies of records have none, and are read a million at
/// a time. What it lets through `ContactText` looks at closely.
enum ContactHints {
  /// - Parameter text: of one field, or a whole body as JSON.
  static func mayTell(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(found)
  }

  private static func found(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (digits, place) = (0, 0)
    while place < bytes.count {
      let byte = bytes[place]
      if isDigit(byte) {
        if isDay(at: place, bytes) {
          place += 10
          continue
        }
        digits += 1
        // Fewer than these are no telephone's.
        if digits == 5 { return true }
      } else if byte == UInt8(ascii: "\"") {
        // The next value, or the next name of one.
        digits = 0
      } else if isHint(byte, at: place, bytes) {
        return true
      }
      place += 1
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private static func isHint(_ byte: UInt8, at place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = place > 0 ? bytes[place - 1] : 0
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    switch byte {
    case UInt8(ascii: "@"): return true
    // A page of somebody: `t.me/`, `facebook.com/`, `linkedin.com/in/`, `ok.ru/`.
    case UInt8(ascii: "/"): return "emnu".utf8.contains(before | 0x20)
    // A name in a service, but neither the mark between a name and a value in JSON nor that of an address of a page.
    case UInt8(ascii: ":"):
      return before != UInt8(ascii: "\"") && !isDigit(before) && next != UInt8(ascii: "/")
    // An address that is spelt out: `name (at) example`, also in Cyrillic.
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"):
      return next == UInt8(ascii: " ") || next | 0x20 == UInt8(ascii: "a") || next == 0xD1
    // Digits and signs of other scripts and widths.
    case 0xE0, 0xF0: return true
    case 0xEF: return next == 0xBC
    case 0xD9: return 0xA0...0xA9 ~= next
    case 0xDB: return 0xB0...0xB9 ~= next
    default: return false
    }
  }

  /// `2015-09-15`, with no digit beside it.
  private static func isDay(at place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard place + 10 <= bytes.count, bytes[place + 4] == UInt8(ascii: "-"),
      bytes[place + 7] == UInt8(ascii: "-"),
      place + 10 == bytes.count || !isDigit(bytes[place + 10]), place == 0 || !isDigit(bytes[place - 1])
    else { return false }
    for offset in [0, 1, 2, 3, 5, 6, 8, 9] where !isDigit(bytes[place + offset]) { return false }
    return true
  }
}
