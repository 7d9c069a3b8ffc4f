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
    guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(handle) }
    // No character of the encodings in use takes more than four times the room in UTF-8.
    var target = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    let room = target.count
    var (inputLeft, outputLeft) = (bytes.count, room)
    let result = bytes.withUnsafeBytes { source in
      target.withUnsafeMutableBufferPointer { buffer in
        // The C library only reads from here, though its type does not say so.
        var input = UnsafeMutableRawPointer(mutating: source.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var output = buffer.baseAddress
        return iconv(handle, &input, &inputLeft, &output, &outputLeft)
      }
    }
    guard result != -1, inputLeft == 0 else { return nil }
    return String(decoding: target[..<(room - outputLeft)].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
