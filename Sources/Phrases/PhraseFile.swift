import Glibc
import JSONText

/// A sentence in one form, or in one for each number.
public enum Sentence: Sendable, Equatable {
  case one(String)
  /// By plural category of Unicode CLDR: `one`, `few`, `many`, `other` …
  case plural([String: String])
}

/// The sentences of one language where they lie in the binary: found by their places, and read only when they
/// are said. The first screen says a hundred out of five thousand.
struct PhraseFile: @unchecked Sendable {
  /// A key and its value: where they stand.
  private struct Entry {
    let key: Range<UInt32>
    let value: Range<UInt32>
  }

  /// A JSON object (RFC 8259) of texts and of objects of texts. It lies in the binary for good, and nobody writes.
  private let bytes: UnsafeBufferPointer<UInt8>
  private let entries: [Entry]
  /// By the hash of its key the number of an entry, counted from 1; the next free place where another has that.
  private let slots: [UInt16]

  init(_ bytes: UnsafeBufferPointer<UInt8>?) {
    self.bytes = bytes ?? UnsafeBufferPointer(start: nil, count: 0)
    // A test reads every file with a parser that is not ours: here is no word about what no such file holds.
    entries = Self.entries(self.bytes)
    var slots = [UInt16](repeating: 0, count: Self.room(for: entries.count))
    for (number, entry) in entries.enumerated() {
      var slot = Self.hash(Self.slice(self.bytes, entry.key)) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt16(number + 1)
    }
    self.slots = slots
  }

  var keys: Set<String> { Set(entries.map { String(decoding: Self.slice(bytes, $0.key), as: UTF8.self) }) }

  subscript(_ key: String) -> Sentence? {
    var key = key
    guard let entry = key.withUTF8(entry) else { return nil }
    let value = Self.slice(bytes, entry.value)
    var scanner = JSONScanner(Array(value))
    return value.first == UInt8(ascii: "{")
      ? (try? scanner.texts()).map(Sentence.plural) : (try? scanner.text()).map(Sentence.one)
  }

  // MARK: Keys

  private func entry(_ key: UnsafeBufferPointer<UInt8>) -> Entry? {
    var slot = Self.hash(key) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      let other = Self.slice(bytes, entry.key)
      if key.count == other.count, memcmp(key.baseAddress!, other.baseAddress!, key.count) == 0 {
        return entry
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// A power of two of which at most half is taken.
  private static func room(for count: Int) -> Int { 1 << (Int.bitWidth - (2 * count).leadingZeroBitCount) }

  /// FNV-1a (draft-eastlake-fnv).
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in key { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash)
  }

  private static func slice(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<UInt32>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(place.lowerBound)..<Int(place.upperBound)])
  }

  // MARK: Places

  private static func entries(_ bytes: UnsafeBufferPointer<UInt8>) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(bytes.count / 48)
    var at = 1
    while let key = text(bytes, from: at), let colon = next(bytes, from: key.upperBound) {
      guard let start = next(bytes, from: colon + 1), let end = end(bytes, ofValueAt: start) else { break }
      entries.append(
        Entry(
          key: UInt32(key.lowerBound + 1)..<UInt32(key.upperBound - 1), value: UInt32(start)..<UInt32(end)))
      at = end
    }
    return entries
  }

  /// The next byte that is neither white space nor a comma.
  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    bytes[min(start, bytes.count)...].firstIndex { $0 > 0x20 && $0 != UInt8(ascii: ",") }
  }

  /// The next text, with its quotation marks.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    guard let open = next(bytes, from: start), bytes[open] == UInt8(ascii: "\"") else { return nil }
    var at = open + 1
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""): return open..<(at + 1)
      case UInt8(ascii: "\\"): at += 2
      default: at += 1
      }
    }
    return nil
  }

  private static func end(_ bytes: UnsafeBufferPointer<UInt8>, ofValueAt start: Int) -> Int? {
    if bytes[start] == UInt8(ascii: "\"") { return text(bytes, from: start)?.upperBound }
    var at = start + 1
    while let mark = next(bytes, from: at) {
      switch bytes[mark] {
      case UInt8(ascii: "}"): return mark + 1
      case UInt8(ascii: "\""): at = text(bytes, from: mark)?.upperBound ?? bytes.count
      default: at = mark + 1
      }
    }
    return nil
  }
}
