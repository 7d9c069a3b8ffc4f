import Model

/// Reads the answers to one question as other programs write them: codes, or the words for them in any language.
struct AnswerReader {
  let question: Question
  private let meanings: AnswerMeanings
  /// Answers that were read already: most are the same few.
  private var known: [Asked: Result<String, AnswerProblem>] = [:]
  private static let mostKnown = 4_096

  private struct Asked: Hashable {
    let text: String
    let language: String
  }

  /// - Parameter language: that of the words in the file's titles, where it is known.
  init(_ question: Question, language: String? = nil) {
    self.question = question
    meanings = AnswerMeanings(question, language: language)
  }

  /// The answer as it is kept; empty where there is none.
  /// - Parameter language: in which the respondent answered, where it is known.
  mutating func read(_ text: String, in language: String = "") -> Result<String, AnswerProblem> {
    if text.isEmpty { return .success("") }
    if question.type == .open { return .success(PlainText.line(text).trimmed) }
    let asked = Asked(text: text, language: language)
    if let known = known[asked] { return known }
    let result = fresh(text.trimmed, language)
    if known.count < Self.mostKnown { known[asked] = result }
    return result
  }

  private func fresh(_ text: String, _ language: String) -> Result<String, AnswerProblem> {
    let whole = text.isEmpty ? [] : meanings.codes(of: text, in: language)
    if whole.isEmpty, Self.isNone(text) { return .success("") }
    guard question.isOfSeveral else {
      return whole.isEmpty ? .failure(.unknownCode(text, known: question.codes)) : one(of: whole, text)
    }
    if text == question.codes.first(where: { $0 == text }) { return check([text]) }
    if whole.count > 1 { return .failure(.ambiguous(text, of: whole)) }
    // The order of choices says nothing; that of ranks does.
    let lists = split(text, language) + (whole.isEmpty ? [] : [whole])
    let readings = Set(
      lists.map { list in question.type == .ranking ? list : question.codes.filter(list.contains) })
    if readings.count > 1 { return .failure(.ambiguous(text, of: Array(Set(readings.joined())).sorted())) }
    if let codes = readings.first { return check(codes) }
    return .failure(.unknownCode(unknown(in: text, language), known: question.codes))
  }

  private func one(of codes: [String], _ text: String) -> Result<String, AnswerProblem> {
    codes.count == 1 ? .success(codes[0]) : .failure(.ambiguous(text, of: codes))
  }

  /// Signs between answers. Words have blanks of their own; codes have none.
  private static let signs: [Character] = [";", ",", "|", "\n", "/"]

  /// The ways in which a text is a list of answers, in the order of the text.
  private func split(_ text: String, _ language: String) -> [[String]] {
    for sign in Self.signs where text.contains(sign) {
      let parts = text.split(separator: sign).map { String($0).trimmed }.filter { !$0.isEmpty }
      let codes = parts.map { meanings.codes(of: $0, in: language) }
      if !codes.isEmpty, codes.allSatisfy({ $0.count == 1 }) { return [codes.map { $0[0] }] }
    }
    let words = text.split { Self.signs.contains($0) || $0.isWhitespace }.map(String.init)
    let codes = words.map { meanings.code($0) }
    if !codes.isEmpty, !codes.contains(nil) { return [codes.compactMap(\.self)] }
    return meanings.segmented(text, in: language)
  }

  /// The first part of a list that is no answer; all of it where it is none of codes.
  private func unknown(in text: String, _ language: String) -> String {
    for sign in Self.signs + [" "] where text.contains(sign) {
      let parts = text.split(separator: sign).map { String($0).trimmed }
      let isUnknown = parts.map { meanings.codes(of: $0, in: language).count != 1 }
      if isUnknown.contains(false), let first = isUnknown.firstIndex(of: true) { return parts[first] }
    }
    return text
  }

  private func check(_ codes: [String]) -> Result<String, AnswerProblem> {
    do throws(AnswerProblem) {
      return .success(try question.checked(codes.joined(separator: " ")))
    } catch { return .failure(error) }
  }

  // MARK: Several columns

  /// An answer that was put together from several columns.
  func joined(_ codes: [String]) -> Result<String, AnswerProblem> {
    codes.isEmpty ? .success("") : check(codes)
  }

  /// The answer of a column that has it whole, and of columns that have its choices one by one. Where the words of the
  /// whole may mean several things, the columns say which; where both say something else, nobody knows.
  func settled(
    _ whole: String, _ read: Result<String, AnswerProblem>, choices: [String]
  ) -> Result<String, AnswerProblem> {
    switch read {
    case .success(let answer):
      let codes = answer.split(separator: " ").map(String.init)
      if choices.isEmpty || Set(choices).isSubset(of: codes) { return read }
      return codes.isEmpty ? joined(choices) : .failure(.contradicted(whole, choices: choices))
    case .failure:
      return !choices.isEmpty && meanings.covers(whole, choices) ? joined(choices) : read
    }
  }

  /// What programs and data frames write where nothing was asked or answered.
  private static func isNone(_ text: String) -> Bool { nothing.contains(text.lowercased()) }

  private static let nothing: Set<String> = [
    "", "n/a", "na", "nan", "<na>", "none", "null", "nil", "n.a.", "-", "{question_not_shown}",
    "not applicable", "s/o", "sans objet", "no aplica", "н/д", "неприменимо", "не применимо", "不适用",
    "لا ينطبق",
  ]

  /// Whether a column for one choice says that it is chosen; nil where it says neither.
  func isChosen(_ text: String, code: String) -> Bool? {
    switch text.lowercased() {
    case "", "0", "n", "no", "false", "n/a", "0.0", "not selected", "unchecked": return false
    case "1", "y", "yes", "true", "1.0", "x", "selected", "checked": return true
    default: break
    }
    if meanings.codes(of: text, in: "") == [code] { return true }
    return Self.isNone(text) ? false : Wordings.answer(text)
  }
}
