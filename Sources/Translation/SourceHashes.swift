import Phrases

/// From which English each phrase was translated, by a hash of it: what changes in English is to be looked at in each
/// language, until somebody says that it was.
///
/// A line for each key: the key, the hash, and the languages whose phrase was made from another English, with its hash.
public struct SourceHashes: Sendable, Equatable {
  private struct Entry: Equatable {
    var usual: String
    var own: [String: String] = [:]
  }

  private var comment: [String] = []
  private var entries: [String: Entry] = [:]

  /// - Throws: `TranslationProblem` for a line that is none of a key.
  public init(_ text: String) throws(TranslationProblem) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("#") {
        comment.append(String(line))
        continue
      }
      if line.isEmpty { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 2 || cells.count == 3, entries[cells[0]] == nil else {
        throw TranslationProblem(index + 1, Phrase(.phrasesNoHash, .text(String(line))))
      }
      var entry = Entry(usual: cells[1])
      for pair in cells.dropFirst(2).joined().split(separator: " ") {
        let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
          throw TranslationProblem(index + 1, Phrase(.phrasesNoHash, .text(String(line))))
        }
        entry.own[parts[0]] = parts[1]
      }
      entries[cells[0]] = entry
    }
  }

  /// Nil where nobody said yet from what it was translated.
  public subscript(_ key: String, _ language: String) -> String? {
    entries[key].map { $0.own[language] ?? $0.usual }
  }

  /// Notes from which English a language has a phrase.
  mutating func set(_ key: String, _ hash: String, in language: String) {
    var entry = entries[key] ?? Entry(usual: hash)
    var all = Dictionary(uniqueKeysWithValues: Self.languages.map { ($0, entry.own[$0] ?? entry.usual) })
    all[language] = hash
    // What most have; of two that as many have, the one that was there.
    let counts = Dictionary(grouping: all.values) { $0 }.mapValues(\.count)
    let most = counts.values.max() ?? 0
    if counts[entry.usual] ?? 0 < most {
      entry.usual = counts.filter { $0.value == most }.keys.min() ?? hash
    }
    entry.own = all.filter { $0.value != entry.usual }
    entries[key] = entry
  }

  /// The file, with the keys in their order; what is no key any more is left out.
  public func text(order: [String]) -> String {
    let lines = order.compactMap { key -> String? in
      guard let entry = entries[key] else { return nil }
      let own = entry.own.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return ([key, entry.usual] + (own.isEmpty ? [] : [own.joined(separator: " ")])).joined(separator: "\t")
    }
    return (comment + lines).joined(separator: "\n") + "\n"
  }

  private static let languages = Phrasebook.languages.filter { $0 != "en" }

  /// Six hexadecimal digits of a sentence: FNV-1a of 64 bits, folded. Of two texts in 16 million one pair has the same,
  /// which is enough to see that a sentence was changed, and nobody gains by forging it.
  public static func hash(_ texts: [String]) -> String {
    let distinct = Set(texts).count == 1 ? Array(texts.prefix(1)) : texts
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in distinct.joined(separator: "\0").utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let folded = (value >> 48 ^ value >> 24 ^ value) & 0xFF_FFFF
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
