/// Text whose letters were lost or mistaken before it came into its file: U+FFFD in the place of letters, or the bytes of
/// UTF-8 read as Windows-1252, `ZoÃ©`.
enum SpoiltText {
  static func isOne(_ text: String) -> Bool {
    // Both have bytes that plain names have not.
    guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF || $0 == 0xCB }) else {
      return false
    }
    let scalars = Array(text.unicodeScalars)
    if scalars.contains("\u{FFFD}") { return true }
    return scalars.indices.contains { isLetter(at: $0, in: scalars) }
  }

  /// Whether the bytes that characters of Windows-1252 stand for are a letter of UTF-8 from a place on.
  private static func isLetter(at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let more: Int
    switch scalars[place].value {
    case 0xC2...0xDF: more = 1
    case 0xE2...0xEF: more = 2
    default: return false
    }
    let rest = scalars.dropFirst(place + 1).prefix(more)
    return rest.count == more && rest.allSatisfy(isContinuation)
  }

  /// What bytes from 80 to BF are in Windows-1252, but for letters and for the marks that stand behind words: quotes,
  /// dashes, the blank that does not break.
  private static func isContinuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAA, 0xAB, 0xB7, 0xBA, 0xBB: false
    case 0x80...0x9F, 0xA1...0xBF: true
    case 0x20AC, 0x201A, 0x192, 0x201E, 0x2020, 0x2021, 0x2C6, 0x2030, 0x2039, 0x2DC, 0x2122, 0x203A, 0x160,
      0x161,
      0x152, 0x153, 0x178, 0x17D, 0x17E:
      true
    default: false
    }
  }
}
