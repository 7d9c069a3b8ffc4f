import Foundation

/// A Swift source as its compiler reads it: blanks stand where comments and the letters of its texts stood.
struct SwiftText {
  let lines: [String]
  /// How often each word stands there.
  let words: [String: Int]

  init(_ source: String) {
    var reader = Reader(source)
    let code = reader.code()
    lines = code.components(separatedBy: "\n")
    words = code.split { !Self.isPartOfWord($0) }.reduce(into: [:]) { $0[String($1), default: 0] += 1 }
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_")
  }

  /// Something with a body of its own.
  struct Function {
    let name: String
    /// From 0, its first and its last among them.
    let lines: ClosedRange<Int>
  }

  /// Functions, initializers and computed properties. The format of the house closes each where it began.
  var functions: [Function] {
    lines.indices.compactMap { first in
      let line = lines[first]
      let start = /^ *(?:[a-z@()]+ )*(func (?:`[^`]*`|[^(< ]+)|init|subscript|var [a-z]\w*)/
      guard let name = line.firstMatch(of: start)?.output.1, !name.hasPrefix("var") || line.hasSuffix("{")
      else { return nil }
      let indent = Self.indent(line)
      let next = lines[(first + 1)...].firstIndex { later in
        let rest = later.drop { $0 == " " }
        return !rest.isEmpty && Self.indent(later) <= indent && !rest.hasPrefix(")")
          && !rest.hasPrefix("where")
      }
      guard let next else { return nil }
      return Function(name: String(name), lines: first...(lines[next].contains("}") ? next : next - 1))
    }
  }

  private static func indent(_ line: String) -> Int { line.utf8.prefix { $0 == 0x20 }.count }

  private struct Reader {
    private let source: [UInt8]
    private var at = 0
    private var out: [UInt8] = []

    init(_ source: String) { self.source = Array(source.utf8) }

    mutating func code() -> String {
      readCode(isInterpolated: false)
      return String(decoding: out, as: UTF8.self)
    }

    private func stands(_ mark: StaticString) -> Bool {
      source.count - at >= mark.utf8CodeUnitCount
        && (0..<mark.utf8CodeUnitCount).allSatisfy { source[at + $0] == mark.utf8Start[$0] }
    }

    private mutating func blank(_ count: Int = 1) {
      for _ in 0..<count where at < source.count {
        out.append(source[at] == UInt8(ascii: "\n") ? source[at] : UInt8(ascii: " "))
        at += 1
      }
    }

    private mutating func readCode(isInterpolated: Bool) {
      var depth = 0
      while at < source.count {
        switch source[at] {
        case UInt8(ascii: "/") where stands("//"):
          while at < source.count, source[at] != UInt8(ascii: "\n") { blank() }
        case UInt8(ascii: "#") where stands("#\""):
          while at < source.count, !stands("\"#") { blank() }
          blank(2)
        case UInt8(ascii: "\""): readText()
        case let byte:
          depth += byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
          if depth < 0, isInterpolated { return }
          out.append(byte)
          at += 1
        }
      }
    }

    private mutating func readText() {
      let mark: StaticString = stands("\"\"\"") ? "\"\"\"" : "\""
      blank(mark.utf8CodeUnitCount)
      while at < source.count, !stands(mark) {
        if stands("\\(") {
          blank(2)
          readCode(isInterpolated: true)
        } else if source[at] == UInt8(ascii: "\\") {
          blank()
        }
        blank()
      }
      blank(mark.utf8CodeUnitCount)
    }
  }
}
