/// Short names of organizations: those that are written, and those that the words of a long name begin with.
enum Acronym {
  /// The text as an acronym, folded, where it is written as one: one word of 2 to 10 signs, mostly capitals.
  static func written(_ text: String) -> String? {
    let letters = text.trimmed.unicodeScalars.filter { $0 != "." && $0 != "-" }
    guard (2...10).contains(letters.count), letters.allSatisfy({ $0.properties.isAlphabetic }) else {
      return nil
    }
    let capitals = letters.filter { $0.properties.isUppercase }.count
    guard capitals >= 2, capitals * 2 > letters.count else { return nil }
    return Folding.folded(String(String.UnicodeScalarView(letters)))
  }

  /// The acronyms that a name holds: itself, or in brackets behind it, as in "Forest Institute (KEFRI)".
  static func written(inName name: String) -> [String] {
    if let whole = written(name) { return [whole] }
    return (bracketed(name) + dashed(name)).compactMap(written)
  }

  /// The name without what stands in brackets, where that is an acronym.
  static func without(_ name: String) -> String {
    if let acronym = dashed(name).first(where: { written($0) != nil }) {
      return dashed(name).filter { $0 != acronym }.joined(separator: " ")
    }
    guard name.utf8.contains(UInt8(ascii: "(")) else { return name }
    let acronyms = bracketed(name).filter { written($0) != nil }
    return acronyms.reduce(name) { $0.replacing("(\($1))", with: " ") }
  }

  /// What the first letters of the words spell, whole and cut short from three letters on: FAO is what the Food
  /// and Agriculture Organization of the United Nations is called.
  static func computed(from words: [String]) -> [String] {
    let letters = words.compactMap(\.unicodeScalars.first).filter { $0.properties.isAlphabetic }.prefix(10)
    if letters.count == 2, words.count == 2 { return [String(String.UnicodeScalarView(letters))] }
    guard letters.count >= 3 else { return [] }
    return (3...letters.count).map { String(String.UnicodeScalarView(letters.prefix($0))) }
  }

  /// The parts of "FAO - Food and Agriculture Organization"; empty for a name in one part.
  private static func dashed(_ name: String) -> [String] {
    let parts = name.split { "–—|/:".contains($0) }.flatMap { $0.split(separator: " - ") }
    return parts.count == 2 ? parts.map { String($0).trimmed } : []
  }

  private static func bracketed(_ name: String) -> [String] {
    name.split(separator: "(").dropFirst().compactMap { part in
      part.firstIndex(of: ")").map { String(part[..<$0]) }
    }
  }
}
