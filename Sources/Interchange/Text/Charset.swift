import Glibc

/// A coded character set by its name, as the C library converts it (iconv).
public struct Charset: Hashable, Sendable {
  /// As people write it: "Windows-1251".
  public let name: String

  /// - Parameter name: any that the C library knows, in any letter case.
  /// - Returns: nil where the host has no table of it, or where it is no set of which ASCII is a part: UTF-16, UTF-32,
  ///   UTF-7 and EBCDIC, whose bytes mean something else.
  public init?(named name: String) {
    let name = name.trimmed
    let known = Self.usual[name.lowercased()]
    guard Self.isName(name), let conversion = Conversion(from: Self.table(known ?? name)) else { return nil }
    let ascii = Array("Az09,;\r\n\"=: + ~a".utf8)
    guard conversion.convert(ascii[...]).text == ascii else { return nil }
    self.name = known ?? name.uppercased()
  }

  private init(known name: String) { self.name = name }

  public static let windows1252 = Charset(known: "Windows-1252")
  public static let gb18030 = Charset(known: "GB18030")

  /// Those that a file may be in which says nothing of it, as people write them.
  static let guessed =
    [1252, 1250, 1251, 1253, 1254, 1256].map { Charset(known: "Windows-\($0)") }
    + ["KOI8-R", "GB18030", "Big5", "Shift_JIS", "EUC-KR"].map(Charset.init(known:))

  /// Those that are rarer, and far less likely where they say the same.
  static let rarer = [
    "EUC-JP", "KOI8-U", "Windows-874", "Windows-1255", "Windows-1257", "ISO-8859-2", "ISO-8859-15", "CP850",
    "Macintosh", "CP866", "ISO-8859-5", "MAC-CYRILLIC",
  ].map(Charset.init(known:))

  /// Names in small letters, and what is meant: files that say ISO 8859-1 are Windows-1252, as the WHATWG Encoding
  /// Standard has it for all that is read.
  private static let usual: [String: String] = {
    var names = Dictionary(uniqueKeysWithValues: (guessed + rarer).map { ($0.name.lowercased(), $0.name) })
    for page in 1250...1258 {
      names["windows-\(page)"] = "Windows-\(page)"
      names["cp\(page)"] = "Windows-\(page)"
    }
    for name in ["iso-8859-1", "iso8859-1", "iso_8859-1", "latin1"] { names[name] = "Windows-1252" }
    for name in ["gb2312", "gbk", "euc-cn", "cp936"] { names[name] = "GB18030" }
    for name in ["sjis", "shift-jis", "cp932", "windows-31j"] { names[name] = "Shift_JIS" }
    for name in ["cp949", "uhc", "ks_c_5601-1987"] { names[name] = "EUC-KR" }
    names["cp950"] = "Big5"
    return names
  }()

  /// What the C library calls it, with all that Windows added to it.
  private static func table(_ name: String) -> String {
    switch name {
    case "Shift_JIS": "CP932"
    case "EUC-KR": "CP949"
    case "Windows-874": "CP874"
    default: name
    }
  }

  /// The C library takes a slash for options of its own.
  private static func isName(_ name: String) -> Bool {
    (1...40).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x2E, 0x3A: true
        default: false
        }
      }
  }

  /// Whether it has two bytes or more a character.
  var isEastern: Bool { CharsetLetters.page(name).0 == .east }

  /// Whether escape sequences say what the bytes behind them are.
  private var hasEscapes: Bool { name.hasPrefix("ISO-2022-") }

  var conversion: Conversion? { Conversion(from: Self.table(name)) }

  /// The whole characters of a piece as UTF-8, with the invalid byte FF in place of each byte that has no
  /// meaning, and where they end.
  /// - Parameter isLast: whether nothing follows that a character at the end could go on in.
  func utf8(from bytes: [UInt8], isLast: Bool) -> (text: [UInt8], end: Int) {
    guard let conversion else { return (bytes, bytes.count) }
    // Only at the ends of lines is no escape sequence open (RFC 1468).
    if hasEscapes, !isLast, bytes.last != 0x0A, bytes.count < 1 << 20 {
      guard let feed = bytes.lastIndex(of: 0x0A) else { return ([], 0) }
      return utf8(from: Array(bytes[...feed]), isLast: false)
    }
    var text: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let (piece, count) = conversion.convert(bytes[start...])
      text += piece
      start += count
      let left = bytes.count - start
      // The longest characters have four bytes.
      if left == 0 || (left < 4 && !isLast) { break }
      text.append(0xFF)
      start += 1
    }
    return (text, start)
  }

  /// The text, with U+FFFD in place of what has no meaning; and whether there was such.
  func text(of bytes: [UInt8]) -> (text: String, isBroken: Bool) {
    let utf8 = utf8(from: bytes, isLast: true).text
    return (String(decoding: utf8, as: UTF8.self), utf8.contains(0xFF))
  }

  /// How a text is written in it, up to the first character that it has not.
  func bytes(of text: String) -> [UInt8] {
    Conversion(from: "UTF-8", to: Self.table(name))?.convert(Array(text.utf8)[...]).text ?? []
  }

  /// The text in an encoding that a file names, such as the `CHARSET` of a vCard 2.1; nil where the host does not know
  /// the name, or the bytes are no text in it.
  static func decode(_ bytes: [UInt8], as name: String) -> String? {
    guard let charset = Charset(named: name) else { return nil }
    let (text, isBroken) = charset.text(of: bytes)
    return isBroken ? nil : text
  }
}

/// The C library's converter.
struct Conversion: ~Copyable {
  private let handle: iconv_t

  /// - Parameters: two encodings; nil where the host has no table of one.
  init?(from name: String, to other: String = "UTF-8") {
    guard let handle = iconv_open(other, name), handle != iconv_t(bitPattern: -1) else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// The whole characters at the beginning, converted, and how many bytes they are.
  func convert(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], count: Int) {
    var inputLeft = bytes.count
    // No character of the encodings in use takes more than four times the room in UTF-8.
    let text = [UInt8](unsafeUninitializedCapacity: 4 * bytes.count + 16) { target, filled in
      bytes.withUnsafeBytes { source in
        guard let start = source.baseAddress else { return }
        // The C library only reads from here, though its type does not say so.
        let address = UnsafeMutableRawPointer(mutating: start)
        var input: UnsafeMutablePointer<CChar>? = address.assumingMemoryBound(to: CChar.self)
        var outputLeft = target.count
        target.withMemoryRebound(to: CChar.self) { target in
          var output: UnsafeMutablePointer<CChar>? = target.baseAddress
          _ = iconv(handle, &input, &inputLeft, &output, &outputLeft)
        }
        filled = target.count - outputLeft
      }
    }
    return (text, bytes.count - inputLeft)
  }
}
