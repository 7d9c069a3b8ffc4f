import Model

/// Words with which rows of sums begin.
enum TotalWord {
  /// The first cell that is not empty, where it begins with such a word; and whether it is nothing else.
  static func first(in fields: [String]) -> (text: String, isExact: Bool)? {
    guard let cell = fields.first(where: { !$0.isEmpty })?.trimmed, cell.utf8.count < 80,
      let start = cell.utf8.first,
      firsts.contains(start), beginnings.contains(cell.prefix(2).lowercased())
    else { return nil }
    let key = Folding.folded(word(of: cell))
    if words.contains(key) { return (cell, true) }
    return prefixes.contains { key.hasPrefix($0) } ? (cell, false) : nil
  }

  /// What stands beside the word: in its own cell behind a colon, and in the others.
  static func rest(of fields: [String]) -> [(column: Int, text: String)] {
    let cells = fields.enumerated().filter { !$1.trimmed.isEmpty }.map { (column: $0, text: $1.trimmed) }
    guard let first = cells.first else { return [] }
    let behind = first.text.dropFirst(word(of: first.text).count).drop { ":： ".contains($0) }
    return (behind.isEmpty ? [] : [(first.column, String(behind))]) + cells.dropFirst()
  }

  private static func word(of cell: String) -> String {
    let word = cell.prefix { $0 != ":" && $0 != "：" && $0 != "=" }
    return String(
      word.prefix(
        upTo: word.lastIndex { !$0.isNumber && $0 != " " }.map(word.index(after:)) ?? word.startIndex))
  }

  /// How the words begin: most cells cost no more than a look at a byte.
  private static let beginnings = Set(words.map { String($0.prefix(2)) })
  private static let firsts = Set(
    beginnings.flatMap { [$0.utf8.first, $0.uppercased().utf8.first] }.compactMap(\.self))

  /// Of them those with which no name begins, before what is summed up.
  private static let prefixes = [
    "total ", "grand total ", "sub total ", "sub-total ", "subtotal ", "sous-total ", "итого ", "всего ",
    "المجموع ",
    "الاجمالي ",
  ].map { Folding.folded($0.trimmed) + " " }

  /// en, fr, es, ru, zh, ar and German; folded.
  private static let words: Set<String> = Set(
    """
    total|totals|grand total|sub total|sub-total|subtotal|sum|overall|total général|totaux|sous-total|somme|ensemble
    |suma|total general|totales|suma total|итого|всего|сумма|общий итог|итог|合计|总计|共计|小计|总数|合計|總計
    |المجموع|الإجمالي|الاجمالي|المجموع الكلي|المجموع الفرعي|gesamt|summe|insgesamt|gesamtsumme
    """.split { $0 == "|" || $0 == "\n" }.map { Folding.folded(String($0).trimmed) })
}
