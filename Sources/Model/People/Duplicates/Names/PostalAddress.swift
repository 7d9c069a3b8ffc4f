/// A postal address as far as two of them can be compared: house number, street, postal code, and the other words.
struct PostalAddress: Equatable {
  /// The house number, as in `12`, `12a`.
  private(set) var number = ""
  /// Words of the street, without those that most streets have.
  private(set) var street: [String] = []
  private(set) var codes: [String] = []
  /// Other words: suburbs, towns, buildings.
  private(set) var places: [String] = []

  init(_ text: String) {
    let parts = text.split { ",;\n，、".contains($0) }.map { NameForm.tokens(String($0)).map(\.folded) }
    let all = parts.filter { !$0.isEmpty }
    let at = all.firstIndex(where: Self.hasHouseNumber) ?? all.firstIndex { !Self.isCode($0) } ?? 0
    for (place, words) in all.enumerated() {
      if place == at {
        takeStreet(words)
      } else if place == at + 1, street.isEmpty, codes.isEmpty {
        // "6, Tullaroop Street": the number stands for itself.
        takeStreet(words)
      } else {
        take(words)
      }
    }
  }

  /// What two records of one house have in common.
  var keys: [String] { number.isEmpty ? [] : street.map { "\(number) \($0)" } }

  private mutating func takeStreet(_ words: [String]) {
    for (place, word) in words.enumerated() {
      if Self.isNumeric(word) {
        if number.isEmpty, word.utf8.count <= 3 || place == 0 { number = word } else { codes.append(word) }
      } else if !NameWords.shared.streetWords.contains(word) {
        street.append(Self.withoutType(word))
      }
    }
  }

  private mutating func take(_ words: [String]) {
    for word in words where !NameWords.shared.streetWords.contains(word) {
      if Self.isNumeric(word) {
        if word.utf8.count > 2 { codes.append(word) }
      } else {
        places.append(word)
      }
    }
  }

  /// "Hauptstraße" is "Haupt", as "Haupt Str." is.
  private static func withoutType(_ word: String) -> String {
    let type = joinedTypes.first { word.hasSuffix($0) && word.utf8.count > $0.utf8.count + 2 }
    return type.map { String(word.dropLast($0.count)) } ?? word
  }

  private static let joinedTypes = [
    "strasse", "street", "avenue", "crescent", "circuit", "straat", "place", "drive", "court", "close",
    "road",
    "gasse", "platz", "weg", "str", "laan", "gatan", "vagen", "gade", "katu",
  ]

  private static func isNumeric(_ word: String) -> Bool {
    word.utf8.contains { (0x30...0x39).contains($0) }
  }

  private static func isCode(_ words: [String]) -> Bool { words.allSatisfy(isNumeric) }

  /// A short number at either end, or a longer one before the words.
  private static func hasHouseNumber(_ words: [String]) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    if isNumeric(first) {
      return first.utf8.count <= 3
        || words.count > 1 && words[1...].contains { NameWords.shared.streetWords.contains($0) }
    }
    return isNumeric(last) && last.utf8.count <= 3
  }
}
