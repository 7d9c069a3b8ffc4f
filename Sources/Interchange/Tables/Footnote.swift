import Model

/// How footnotes begin: with a mark, or with a word and what parts it from the rest; no name for the word alone.
enum Footnote {
  static func begins(_ cell: String) -> Bool {
    if cell.first == "*" || cell.first == "†" { return cell.count > 1 }
    let key = Folding.folded(String(cell.prefix(40)))
    return words.contains { isParted(key.dropFirst($0.count), from: $0, in: key) } || isCount(key)
      || isPage(key)
  }

  /// "Source: …", "Note 2. …", "Notes".
  private static func isParted(_ rest: Substring, from word: String, in key: String) -> Bool {
    guard key.hasPrefix(word) else { return false }
    let mark = rest.drop { $0.isWhitespace || $0.isNumber }.first
    return mark.map(":：.=–—-)）、".contains) ?? (rest.isEmpty || rest.contains(where: \.isNumber))
  }

  /// "n = 12", "Nombre de réponses : 12".
  private static func isCount(_ key: String) -> Bool {
    let isNumber = key.hasPrefix("n=") || key.hasPrefix("n =")
    return (isNumber || counts.contains(where: key.hasPrefix)) && key.contains(where: \.isNumber)
  }

  /// "Page 1 of 3", "第 1 页".
  private static func isPage(_ key: String) -> Bool {
    let numbers = key.split { !$0.isNumber }.count
    return numbers == 2 && pages.contains(where: key.hasPrefix)
      || numbers > 0 && key.hasPrefix("第") && key.contains("页")
  }

  /// en, fr, es, ru, zh, ar; folded. The longer first, so that what follows is no letter of the word.
  private static let words =
    """
    sources|source|notes|note|nb|n.b|remarque|fuentes|fuente|notas|nota|источники|источник|примечания|примечание
    |资料来源|数据来源|来源|注释|注|المصادر|المصدر|ملاحظات|ملاحظة
    """.split { $0 == "|" || $0 == "\n" }.map { Folding.folded(String($0).trimmed) }.filter { !$0.isEmpty }

  private static let counts = ["nombre de ", "number of ", "numero de ", "количество ", "число "]
    .map { Folding.folded($0.trimmed) + " " }
  private static let pages = ["page ", "pagina ", "página ", "стр", "страница ", "صفحة "]
    .map { Folding.folded($0.trimmed) }
}
