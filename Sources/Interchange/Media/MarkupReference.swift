/// References to characters: those of XML, and those of HTML that writers of feeds take for granted.
enum MarkupReference {
  /// Reads one that stands at the beginning; nil where it is none, or of an entity that nobody knows: none
  /// is ever looked up.
  static func read(_ bytes: ArraySlice<UInt8>) -> (length: Int, text: String?) {
    let start = bytes.startIndex
    guard let end = bytes.dropFirst().prefix(32).firstIndex(of: UInt8(ascii: ";")) else { return (1, nil) }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    return (end - start + 1, text(name))
  }

  private static func text(_ name: String) -> String? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
      guard let number = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else {
        return nil
      }
      // Windows' own numbers for signs (HTML, section 13.2.5.80).
      if 0x80...0x9F ~= number { return Charset.windows1252.text(of: [UInt8(number)]).text }
      guard number > 0, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
      return String(scalar)
    }
    return named[name]
  }

  private static let named: [String: String] = {
    var named = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "\u{2013}", "mdash": "\u{2014}",
      "lsquo": "\u{2018}", "rsquo": "\u{2019}", "sbquo": "\u{201A}", "ldquo": "\u{201C}", "rdquo": "\u{201D}",
      "bdquo": "\u{201E}", "hellip": "\u{2026}", "bull": "\u{2022}", "euro": "\u{20AC}", "trade": "\u{2122}",
      "lsaquo": "\u{2039}", "rsaquo": "\u{203A}", "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š",
      "Yuml": "Ÿ", "ensp": " ", "emsp": " ", "thinsp": " ", "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "",
      "rlm": "", "minus": "\u{2212}", "deg": "°",
    ]
    for (offset, name) in latin.split(separator: " ").enumerated() {
      named[String(name)] = Unicode.Scalar(UInt8(160 + offset)).description
    }
    return named
  }()

  /// U+00A0 to U+00FF.
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
    icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
    yacute thorn yuml
    """
}

/// Text of feeds, which may be HTML in any wrapping, as plain text.
enum FeedText {
  /// One line without tags, scripts and references, and with nothing in it that steers anything.
  static func plain(_ text: String, most: Int = 1_000) -> String {
    var plain = text
    // HTML that was escaped twice is text only the third time.
    for _ in 0..<3 {
      let next = read(withoutTags(plain))
      if next == plain { break }
      plain = next
    }
    return line(withoutTags(plain), most: most)
  }

  /// Text that is no HTML: its signs stand for themselves.
  static func line(_ text: String, most: Int = 1_000) -> String {
    let words = PlainText.line(text).split { $0.isWhitespace }
    let line = words.joined(separator: " ")
    return line.count <= most ? line : line.prefix(most - 1) + "…"
  }

  private static func read(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let bytes = Array(text.utf8)
    var read: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "&") {
        let (length, text) = MarkupReference.read(bytes[at...])
        if let text {
          read += text.utf8
          at += length
          continue
        }
      }
      read.append(bytes[at])
      at += 1
    }
    return String(decoding: read, as: UTF8.self)
  }

  /// Leaves tags out, and what is between those of scripts and styles. A lone `<` is a sign like any other.
  private static func withoutTags(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<"), let end = endOfTag(bytes, from: at) else {
        kept.append(bytes[at])
        at += 1
        continue
      }
      let name = String(decoding: bytes[(at + 1)..<end].prefix(7), as: UTF8.self).lowercased()
      at = end + 1
      kept.append(0x20)
      for hidden in ["script", "style"] where name.hasPrefix(hidden) {
        at = place(of: "</\(hidden)", in: bytes, from: at) ?? at
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func endOfTag(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): break
    default: return nil
    }
    return bytes[start...].prefix(2_000).firstIndex(of: UInt8(ascii: ">"))
  }

  private static func place(of text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard start + wanted.count <= bytes.count else { return nil }
    return (start...bytes.count - wanted.count).first { at in
      wanted.indices.allSatisfy { bytes[at + $0] | 0x20 == wanted[$0] | 0x20 }
    }
  }
}
