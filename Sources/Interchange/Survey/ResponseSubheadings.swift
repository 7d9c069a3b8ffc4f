/// The two rows of headings that SurveyMonkey writes: a question stands over the first of its columns only, and the row
/// below says of each column which choice or row of the question it is.
enum ResponseSubheadings {
  /// What the columns are called by both rows; nil where the second one is no row of headings.
  static func titles(_ header: [String], _ row: [String]) -> [String]? {
    let (heads, subs) = (header.map(\.trimmed), row.map(\.trimmed))
    let bare = heads.indices.filter { heads[$0].isEmpty && !subs[$0].isEmpty }
    guard let first = subs.firstIndex(where: { !$0.isEmpty }), first > 0, !bare.isEmpty,
      !heads[..<first].contains(where: \.isEmpty),
      heads.indices[first...].allSatisfy({ !subs[$0].isEmpty || heads[$0].isEmpty })
    else { return nil }
    var question = ""
    return heads.indices.map { column in
      if !heads[column].isEmpty { question = heads[column] }
      let isPart =
        heads[column].isEmpty
        || column + 1 < heads.count && heads[column + 1].isEmpty && !isWhole(subs[column])
      return column >= first && isPart && !subs[column].isEmpty
        ? "\(question) [\(subs[column])]" : heads[column]
    }
  }

  /// Whether a heading says that the column has the whole answer.
  private static func isWhole(_ sub: String) -> Bool {
    let key = ColumnNames.key(sub)
    return answers.contains { key.hasPrefix($0) || key.hasSuffix($0) }
  }

  /// "Response", "Open-Ended Response", in the languages of the program.
  private static let answers = [
    "Response", "Réponse", "Respuesta", "Antwort", "Ответ", "回答", "答复", "回复", "إجابة", "استجابة",
  ].map(ColumnNames.key)
}
