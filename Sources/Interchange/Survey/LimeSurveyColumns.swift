import Model

/// The columns that LimeSurvey writes before the questions, told by what stands in them: their headings are in the
/// language of whoever exported, and there are more of those than anybody lists.
///
/// In their order: number, day of submission, last page, language, and perhaps seed, days, address.
enum LimeSurveyColumns {
  /// - Parameters:
  ///   - count: the columns before the first question.
  ///   - rows: the first rows of the file.
  /// - Returns: what the columns are for; nil where they are not LimeSurvey's.
  static func targets(_ count: Int, _ rows: [[String]]) -> [ResponseMeta]? {
    guard count >= 4, !rows.isEmpty else { return nil }
    func all(_ column: Int, _ test: (String) -> Bool) -> Bool {
      rows.allSatisfy { $0[column].trimmed.isEmpty || test($0[column].trimmed) }
    }
    func some(_ column: Int) -> Bool { rows.contains { !$0[column].trimmed.isEmpty } }
    let isNumbered =
      rows.allSatisfy { isNumber($0[0].trimmed) } && Set(rows.map { $0[0] }).count == rows.count
    guard isNumbered, all(1, isMoment), all(2, isNumber), some(3), all(3, isLanguage) else { return nil }
    var targets: [ResponseMeta] = [.id(.own), .submission, .technical, .language]
    for column in 4..<count {
      let isSeed = column == 4 && some(4) && all(4) { isNumber($0) && $0.count > 3 }
      guard isSeed || all(column, isTrace) else { return targets }
      targets.append(isSeed ? .seed : .personal)
    }
    return targets
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count < 16 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A day with its time.
  private static func isMoment(_ text: String) -> Bool {
    text.contains(":") && (WrittenDate.iso(text, .dayFirst) ?? WrittenDate.iso(text, .monthFirst)) != nil
  }

  private static func isLanguage(_ text: String) -> Bool {
    text.count <= 12 && (try? Language.checked(text)) != nil
  }

  /// When somebody began, from where, and what led there.
  private static func isTrace(_ text: String) -> Bool {
    isMoment(text) || text.contains("://") || isAddress(text)
  }

  private static func isAddress(_ text: String) -> Bool {
    text.count <= 45 && text.allSatisfy { $0.isHexDigit || $0 == "." || $0 == ":" }
      && text.count { $0 == "." || $0 == ":" } > 1
  }
}
