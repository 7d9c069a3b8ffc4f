/// The bytes with which some words begin, in capitals and in small letters. Of a million cells most are told from all of
/// these words by one look at the first byte.
struct Beginnings: Sendable {
  private let known: [Bool]

  init(of words: some Sequence<String>) {
    let first = words.flatMap { [$0.utf8.first, $0.uppercased().utf8.first, $0.lowercased().utf8.first] }
    let bytes = Set(first.compactMap(\.self))
    known = (UInt8.min...UInt8.max).map(bytes.contains)
  }

  /// Whether a text may be one of the words.
  func fit(_ text: String) -> Bool { text.utf8.first.map { known[Int($0)] } == true }
}
