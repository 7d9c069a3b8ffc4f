import Model

/// Reads the answers to one question as other programs write them: codes, or the words for them in any language.
struct AnswerReader {
  let question: Question
  /// Codes by everything that stands for them.
  private var meanings: [String: String] = [:]
  /// Answers that were read already: most are the same few.
  private var known: [String: Result<String, AnswerProblem>] = [:]
  private static let mostKnown = 4_096

  init(_ question: Question) {
    self.question = question
    guard question.type != .open else { return }
    for code in question.codes { meanings[code] = code }
    for code in question.codes {
      for words in question.words(of: code).texts.values {
        let key = Folding.folded(words)
        if meanings[key] == nil { meanings[key] = code }
      }
      if meanings[code.lowercased()] == nil { meanings[code.lowercased()] = code }
    }
    // LimeSurvey's own code for the field beside the choices.
    if question.codes.contains("other") { meanings["-oth-"] = "other" }
  }

  /// The answer as it is kept; empty where there is none.
  mutating func read(_ text: String) -> Result<String, AnswerProblem> {
    if text.isEmpty { return .success("") }
    if question.type == .open { return .success(PlainText.line(text).trimmed) }
    if let known = known[text] { return known }
    let result = fresh(text.trimmed)
    if known.count < Self.mostKnown { known[text] = result }
    return result
  }

  private func fresh(_ text: String) -> Result<String, AnswerProblem> {
    guard !Self.isNone(text) else { return .success("") }
    // Words have spaces of their own; codes have none.
    if let code = code(of: text) { return .success(code) }
    guard question.isOfSeveral else { return .failure(.unknownCode(text, known: question.codes)) }
    let words = text.split(whereSeparator: { $0 == ";" || $0 == "," || $0 == " " }).map(String.init)
    let whole = text.split(separator: ";").map { String($0).trimmed }
    for parts in [whole, words] where parts.allSatisfy({ code(of: $0) != nil }) {
      return check(parts.compactMap(code))
    }
    return check(words.map { code(of: $0) ?? $0 })
  }

  private func code(of text: String) -> String? { meanings[text] ?? meanings[Folding.folded(text)] }

  private func check(_ codes: [String]) -> Result<String, AnswerProblem> {
    do throws(AnswerProblem) {
      return .success(try question.checked(codes.joined(separator: " ")))
    } catch { return .failure(error) }
  }

  /// An answer that was put together from several columns.
  func joined(_ codes: [String]) -> Result<String, AnswerProblem> {
    codes.isEmpty ? .success("") : check(codes)
  }

  /// What programs write where nothing was asked.
  private static func isNone(_ text: String) -> Bool { text.isEmpty || text == "N/A" || text == "n/a" }

  /// Whether a column for one choice says that it is chosen; nil where it says neither.
  func isChosen(_ text: String, code: String) -> Bool? {
    switch text.lowercased() {
    case "", "0", "n", "no", "false", "n/a", "non", "нет", "لا", "否", "0.0": false
    case "1", "y", "yes", "true", "oui", "да", "sí", "si", "نعم", "是", "1.0", "x": true
    case let text: self.code(of: text) == code ? true : nil
    }
  }
}
