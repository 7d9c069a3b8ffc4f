import JSONText

/// A sentence in one form, or in one for each number.
public enum Sentence: Sendable, Equatable {
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
    var scanner = JSONScanner(Array(self.bytes))
    // A test reads every file with a parser that is not ours.
    places = (try? scanner.places()) ?? [:]
  }

  var keys: Set<String> { Set(places.keys) }

  subscript(_ key: String) -> Sentence? {
    guard let place = places[key] else { return nil }
    var scanner = JSONScanner(Array(bytes[place]))
    return bytes[place.lowerBound] == UInt8(ascii: "{")
      ? (try? scanner.texts()).map(Sentence.plural) : (try? scanner.text()).map(Sentence.one)
  }
}
