extension Survey {
  /// An id for a survey of that title: its words and the year, `bee-survey-2015`; with a number behind it where another
  /// survey has that.
  public static func id(for title: String, year: Int, besides known: Set<RecordID>) -> RecordID {
    let letters = Folding.folded(title).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : " " }
    var words = String(letters).split(separator: " ").filter { $0 != String(year) }.map(String.init)
    while words.joined(separator: "-").count > 30 { words.removeLast() }
    if words.first?.first?.isLetter != true { words.insert("survey", at: 0) }
    let id = (words + [String(year)]).joined(separator: "-")
    if !known.contains(id) { return id }
    return (2...known.count + 2).lazy.map { "\(id)-\($0)" }.first { !known.contains($0) } ?? id
  }
}
