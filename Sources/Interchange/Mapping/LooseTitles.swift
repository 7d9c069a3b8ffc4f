import Model

/// What headings mean that say it in a way of their own: in two languages at once, with codes or a remark in brackets,
/// or cut short.
enum LooseTitles {
  /// What a heading means that is known in no other way; nil where it could be two things.
  static func target(of title: String) -> ColumnTarget? { byPieces(title) ?? byAbbreviation(title) }

  private static func known(_ title: String) -> ColumnTarget? {
    let guess = ColumnGuess<Stakeholder>(header: [title]).columns[0].field.map { ColumnTarget($0) }
    let target = guess ?? GeneralTitles.table[title]
    return target?.field.isEmpty == true || target?.field == "id" ? nil : target
  }

  // MARK: Pieces

  /// "Nom complet / Full name", "Sex (M/F)", "Courriel - E-mail": every piece that can be read means the same.
  private static func byPieces(_ title: String) -> ColumnTarget? {
    let (base, bracketed) = parted(title)
    let pieces = split(base)
    let meant = pieces.map(known)
    guard pieces.count > 1 || !bracketed.isEmpty, let first = meant.first ?? nil,
      meant.allSatisfy({ $0 == first })
    else { return nil }
    // "Name (country)" holds two things.
    let others = split(bracketed).compactMap(known)
    return others.allSatisfy { $0 == first } ? first : nil
  }

  /// Pieces of a letter or two are codes.
  private static func split(_ text: String) -> [String] {
    text.replacing(" - ", with: "/").replacing(" – ", with: "/").split { "/|·:\n".contains($0) }
      .map { String($0).trimmed }.filter { ColumnNames.key($0).count > 1 }
  }

  /// What stands outside brackets, and what stands inside.
  private static func parted(_ title: String) -> (base: String, bracketed: String) {
    var (base, bracketed, depth) = ("", "", 0)
    for character in title {
      switch character {
      case "(", "[", "（": depth += 1
      case ")", "]", "）": depth = max(0, depth - 1)
      default: if depth > 0 { bracketed.append(character) } else { base.append(character) }
      }
    }
    return (base, bracketed)
  }

  // MARK: Abbreviations

  /// "Affil.", "Discipl.", "Pref. channel": a word with a point is how one of a known heading begins.
  private static func byAbbreviation(_ title: String) -> ColumnTarget? {
    guard title.contains(".") else { return nil }
    let words = title.lowercased().split { $0.isWhitespace || $0 == "-" }.map(String.init)
    guard words.contains(where: { $0.hasSuffix(".") && $0.count > 3 }) else { return nil }
    let fields = Set(
      titles.filter { _, candidate in
        candidate.count == words.count
          && zip(words, candidate).allSatisfy { word, whole in
            word.hasSuffix(".") && word.count > 3 ? whole.hasPrefix(word.dropLast()) : word == whole
          }
      }.map(\.field))
    return fields.count == 1 ? fields.first.map { ColumnTarget($0) } : nil
  }

  /// The headings that fields have, by their words.
  private static let titles: [(field: String, words: [String])] = Stakeholder.fields.flatMap { field in
    ([field.name.replacing("_", with: " ")] + Stakeholder.synonyms[field.name, default: []]).map { title in
      (field.name, title.lowercased().split { $0.isWhitespace || $0 == "-" }.map(String.init))
    }
  }
}
