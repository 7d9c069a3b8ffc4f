import Glibc

/// Text in an encoding that a file names, such as the `CHARSET` of a vCard 2.1.
enum Charset {
  /// The text; nil where the host does not know the name, or the bytes are no text in that encoding.
  static func decode(_ bytes: [UInt8], as name: String) -> String? {
    switch name.lowercased() {
    case "iso-8859-1", "iso8859-1", "latin1", "windows-1252", "cp1252": return Windows1252.decode(bytes)
    default: return isName(name) ? converted(bytes, from: name) : nil
    }
  }

  /// The C library takes a slash for options of its own.
  private static func isName(_ name: String) -> Bool {
    (1...40).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x2E: true
        default: false
        }
      }
  }

  private static func converted(_ bytes: [UInt8], from name: String) -> String? {
    guard let conversion = Conversion(from: name) else { return nil }
    let (text, count) = conversion.convert(bytes[...])
    return count == bytes.count ? String(decoding: text, as: UTF8.self) : nil
  }
}

/// The C library's converter into UTF-8.
struct Conversion: ~Copyable {
  private let handle: iconv_t

  /// - Parameter name: an encoding; nil where the host has no table of it.
  init?(from name: String) {
    guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// The whole characters at the beginning as UTF-8, and how many bytes they are.
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
