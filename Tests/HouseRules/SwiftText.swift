import Foundation

/// A Swift source as its compiler reads it: blanks stand where comments and the letters of its texts stood.
struct SwiftText {
  let lines: [String]
  /// How often each word stands there.
  let words: [String: Int]

  init(_ source: String) {
    var reader = SwiftReader(source)
    let code = reader.code()
    lines = code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    words = code.split { !Self.isPartOfWord($0) }.reduce(into: [:]) {
      $0[String(decoding: $1, as: UTF8.self), default: 0] += 1
    }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }

  /// Something with a body of its own.
  struct Function {
    /// `init`, `subscript`, or its own name.
    let name: String
    /// From 0, its first and its last among them.
    let lines: ClosedRange<Int>
    /// How far it stands from the margin.
    let indent: Int
  }

  private static let keywords: Set<Substring> = ["func", "init", "subscript", "var"]

  /// Functions, initializers and computed properties. The format of the house closes each where it began.
  var functions: [Function] {
    lines.indices.compactMap { first in
      let words = lines[first].split(separator: " ", maxSplits: 8)
      let starts = words.firstIndex { word in Self.keywords.contains(word.prefix { $0.isLetter }) }
      guard let starts, words[..<starts].allSatisfy({ $0.first?.isLowercase == true || $0.hasPrefix("@") }),
        words[starts] != "var" || lines[first].hasSuffix("{")
      else { return nil }
      let rest = lines[first].drop { $0 == " " }
      let isNamed = words[starts] == "func" || words[starts] == "var"
      let name =
        isNamed ? rest.components(separatedBy: " \(words[starts]) ").last ?? "" : String(words[starts])
      return Function(
        name: String(name.prefix { $0 != "(" && $0 != "<" && $0 != ":" }), lines: first...end(of: first),
        indent: Self.indent(lines[first]))
    }
  }

  /// The last line of what begins in that one: before or at the next that stands as near to the margin.
  private func end(of first: Int) -> Int {
    let indent = Self.indent(lines[first])
    let next = lines[(first + 1)...].firstIndex { later in
      guard Self.indent(later) <= indent, let start = later.first(where: { $0 != " " }) else { return false }
      return start != ")" && start != "{" && !later.contains("where ")
    }
    guard let next else { return first }
    return lines[next].contains("}") ? next : next - 1
  }

  private static func indent(_ line: String) -> Int { line.utf8.prefix { $0 == 0x20 }.count }
}

/// Goes through a Swift source byte by byte.
private struct SwiftReader {
  private let source: [UInt8]
  private var at = 0
  private var out: [UInt8] = []

  private enum Byte {
    static let newline = UInt8(ascii: "\n")
    static let slash = UInt8(ascii: "/")
    static let hash = UInt8(ascii: "#")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let open = UInt8(ascii: "(")
    static let close = UInt8(ascii: ")")
  }

  init(_ source: String) { self.source = Array(source.utf8) }

  mutating func code() -> [UInt8] {
    readCode(isInterpolated: false)
    return out
  }

  private func next(_ offset: Int = 1) -> UInt8 { at + offset < source.count ? source[at + offset] : 0 }

  private mutating func blank(_ count: Int = 1) {
    for _ in 0..<count where at < source.count {
      out.append(source[at] == Byte.newline ? Byte.newline : 0x20)
      at += 1
    }
  }

  private mutating func readCode(isInterpolated: Bool) {
    var depth = 0
    while at < source.count {
      let byte = source[at]
      if byte == Byte.quote {
        readText()
      } else if byte == Byte.slash, next() == Byte.slash {
        while at < source.count, source[at] != Byte.newline { blank() }
      } else if byte == Byte.hash, next() == Byte.quote {
        repeat { blank() } while at < source.count && !(source[at] == Byte.quote && next() == Byte.hash)
        blank(2)
      } else {
        depth += byte == Byte.open ? 1 : byte == Byte.close ? -1 : 0
        if depth < 0, isInterpolated { return }
        out.append(byte)
        at += 1
      }
    }
  }

  private mutating func readText() {
    let marks = next() == Byte.quote && next(2) == Byte.quote ? 3 : 1
    blank(marks)
    while at < source.count {
      let byte = source[at]
      // A quote in a pattern began no text.
      if byte == Byte.newline, marks == 1 { return }
      if byte == Byte.quote, marks == 1 || next() == Byte.quote && next(2) == Byte.quote { break }
      if byte == Byte.backslash {
        blank(2)
        if source[at - 1] != Byte.open { continue }
        readCode(isInterpolated: true)
      }
      blank()
    }
    blank(marks)
  }
}
