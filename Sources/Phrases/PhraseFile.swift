import Foundation

/// A sentence in one form, or in one for each number.
enum Sentence: Sendable, Equatable {
  case one(String)
  /// By plural category of Unicode CLDR: `one`, `few`, `many`, `other` …
  case plural([String: String])
}

/// The sentences of one language where they lie in the binary: found by their places, and read only when they
/// are said. The first screen says a hundred out of more than a thousand.
struct PhraseFile: @unchecked Sendable {
  /// A JSON object (RFC 8259) of texts and of objects of texts. It lies in the binary for good, and nobody writes.
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the value of each key stands.
  private let places: [String: Range<Int>]

  init(_ bytes: UnsafeBufferPointer<UInt8>?) {
    self.bytes = bytes ?? UnsafeBufferPointer(start: nil, count: 0)
    var scanner = PhraseScanner(self.bytes)
    places = scanner.members()
  }

  var keys: Set<String> { Set(places.keys) }

  subscript(_ key: String) -> Sentence? {
    guard let place = places[key] else { return nil }
    let value = UnsafeBufferPointer(rebasing: bytes[place])
    guard value.first == UInt8(ascii: "{") else { return text(value).map(Sentence.one) }
    var scanner = PhraseScanner(value)
    let forms = scanner.members().mapValues { text(UnsafeBufferPointer(rebasing: value[$0])) ?? "" }
    return .plural(forms)
  }

  /// The text between quotes. Most have no escapes in them; the others are left to Foundation.
  private func text(_ value: UnsafeBufferPointer<UInt8>) -> String? {
    guard value.contains(UInt8(ascii: "\\")) else {
      return String(decoding: value.dropFirst().dropLast(), as: UTF8.self)
    }
    let data = Data(buffer: value)
    return (try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)) as? String
  }
}

/// Finds the members of a JSON object without reading their values.
private struct PhraseScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The place of each value by its key. Ends early where the object is not well-formed: a test reads every
  /// file with a whole parser too.
  mutating func members() -> [String: Range<Int>] {
    var places: [String: Range<Int>] = [:]
    guard next() == UInt8(ascii: "{") else { return places }
    at += 1
    while next() == UInt8(ascii: "\"") {
      let key = string()
      guard next() == UInt8(ascii: ":") else { return places }
      at += 1
      guard let first = next() else { return places }
      let start = at
      if first == UInt8(ascii: "{") { object() } else { _ = string() }
      places[String(decoding: bytes[key.dropFirst().dropLast()], as: UTF8.self)] = start..<at
      guard next() == UInt8(ascii: ",") else { return places }
      at += 1
    }
    return places
  }

  /// The next byte that is no white space; the scanner then stands on it.
  private mutating func next() -> UInt8? {
    while at < bytes.count, bytes[at] == 0x20 || (0x09...0x0D).contains(bytes[at]) { at += 1 }
    return at < bytes.count ? bytes[at] : nil
  }

  /// The place of a string with its quotes.
  private mutating func string() -> Range<Int> {
    let start = at
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    at = min(at + 1, bytes.count)
    return start..<at
  }

  private mutating func object() {
    at += 1
    while let byte = next(), byte != UInt8(ascii: "}") {
      if byte == UInt8(ascii: "\"") { _ = string() } else { at += 1 }
    }
    at = min(at + 1, bytes.count)
  }
}
