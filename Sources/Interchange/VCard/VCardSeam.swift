import Model

/// Where two cards ran into one because the END of the first and the BEGIN of the second are lost.
enum VCardSeam {
  /// The lines of each card. A card has one VERSION (RFC 6350, section 6.7.9): where another comes and somebody else is
  /// named behind it than before it, a card begins.
  static func parts(of lines: [VCardLine]) -> [[VCardLine]] {
    let versions = lines.indices.filter { name(of: lines[$0]) == "version" }
    guard versions.count > 1 else { return [lines] }
    var parts: [[VCardLine]] = []
    var start = 0
    var named = names(lines[..<versions[1]])
    for (place, version) in versions.enumerated().dropFirst() {
      let end = place + 1 < versions.count ? versions[place + 1] : lines.count
      let next = names(lines[version..<end])
      if !named.isEmpty, !next.isEmpty, named.isDisjoint(with: next) {
        parts.append(Array(lines[start..<version]))
        (start, named) = (version, next)
      } else {
        named.formUnion(next)
      }
    }
    return parts + [Array(lines[start...])]
  }

  private static func names(_ lines: ArraySlice<VCardLine>) -> Set<[UInt8]> {
    Set(
      lines.filter { ["n", "fn"].contains(name(of: $0)) }
        .map { line in
          Array(line.bytes.dropFirst(line.head.count + 1)).filter { $0 != 0x20 && $0 != UInt8(ascii: ";") }
        }
        .filter { !$0.isEmpty })
  }

  /// The name of a property in small letters, without its group; empty for those with longer names than are looked for.
  private static func name(of line: VCardLine) -> String {
    let head = line.bytes.prefix(80).prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
    let name = head.suffix(while: { $0 != UInt8(ascii: ".") })
    return name.count > 7 ? "" : String(decoding: name, as: UTF8.self).lowercased()
  }

  /// The line on which a card names somebody else than before; nil where all its names may be one person's. There is one
  /// N in a card, and one FN before version 4.0; others are the same name in another language or script.
  static func secondPerson(in card: VCard) -> Int? {
    let formatted = card.version == .v40 ? [] : card.all("FN")
    return [card.all("N"), formatted].lazy.compactMap(secondPerson).first
  }

  private static func secondPerson(in properties: [VCardProperty]) -> Int? {
    let named = properties.filter { $0.parameter("ALTID") == nil && $0.parameter("LANGUAGE") == nil }
      .sorted { $0.line < $1.line }.map { ($0.line, words(of: $0)) }.filter { !$1.isEmpty }
    guard let first = named.first else { return nil }
    return named.dropFirst().first { _, words in
      words.isDisjoint(with: first.1) && isLatin(words) == isLatin(first.1)
    }?.0
  }

  private static func words(of property: VCardProperty) -> Set<String> {
    // What stands behind the names of N is how somebody is addressed, which many have alike.
    let text = Folding.folded(property.components.prefix(3).joined(separator: " "))
    return Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  private static func isLatin(_ words: Set<String>) -> Bool {
    words.contains { $0.utf8.contains { (0x61...0x7A).contains($0) } }
  }
}

extension ArraySlice<UInt8> {
  /// What stands at the end as long as a condition holds.
  fileprivate func suffix(while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    self[(lastIndex { !holds($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}
