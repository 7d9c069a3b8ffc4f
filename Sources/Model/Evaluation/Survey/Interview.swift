/// Somebody is asked the questions of a survey, one after the other, and answers in lines: at the telephone, in a
/// terminal, by a pipe.
public struct Interview: Sendable {
  public enum Problem: Error, Sendable, Equatable {
    /// The survey wants an answer to this one.
    case required
    /// There is no such key; these there are.
    case unknown(String, keys: String)
    case twice(String)
    case tooMany(Int, most: Int)
    case tooLong(most: Int)
  }

  public enum Step: Sendable, Equatable {
    /// The next question, or the end.
    case next
    /// The same again, because it was asked for or because something is wrong.
    case again(Problem?)
    /// Everything typed is to be forgotten.
    case over
    /// All is answered, and said to be right.
    case done
  }

  /// So many bytes of words are taken.
  public static let longest = 4_000

  public let survey: Survey
  public let items: [SurveyItem]
  public private(set) var index = 0
  /// By the name of the variable.
  public private(set) var answers: [String: String] = [:]

  /// - Parameter bank: the questions by id; one that is not there is not asked.
  public init(_ survey: Survey, _ bank: [RecordID: Question]) {
    self.survey = survey
    items = survey.items(bank).filter { $0.variable.questionID != nil }
  }

  /// The question that is asked now; nil at the end, where the answers are to be saved.
  public var item: SurveyItem? { items.indices.contains(index) ? items[index] : nil }
  public var answer: String { item.flatMap { answers[$0.variable.name] } ?? "" }

  /// The survey takes answers.
  public static func isOpen(_ survey: Survey, on day: Day) -> Bool {
    survey.state == .open && (survey.opens ?? day) <= day && day <= (survey.closes ?? day)
  }

  // MARK: Keys

  /// What is typed for each choice: its number in the list, or its code where codes are numbers themselves.
  public func keys(of item: SurveyItem) -> [String] {
    let codes = item.choices.map(\.code)
    let isNumbered = codes.contains { $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
    return isNumbered ? codes : codes.indices.map { String($0 + 1) }
  }

  private func code(_ typed: String, of item: SurveyItem) throws(Problem) -> String {
    let keys = keys(of: item)
    if let place = keys.firstIndex(of: typed) { return item.choices[place].code }
    let folded = Folding.folded(typed)
    if let choice = item.choices.first(where: { Folding.folded($0.code) == folded }) { return choice.code }
    let known = keys.count > 12 ? "\(keys.first ?? "")–\(keys.last ?? "")" : keys.joined(separator: " ")
    throw .unknown(typed, keys: known)
  }

  /// An answer as it is typed, as responses hold it.
  private func read(_ typed: String, for item: SurveyItem) throws(Problem) -> String {
    switch item.form {
    case .open:
      guard typed.utf8.count <= Self.longest else { throw .tooLong(most: Self.longest) }
      return typed
    case .one: return try code(typed, of: item)
    case .many, .ranking:
      var codes: [String] = []
      for word in typed.split(whereSeparator: { " ,;".contains($0) }) {
        let code = try code(String(word), of: item)
        guard !codes.contains(code) else { throw .twice(String(word)) }
        codes.append(code)
      }
      let most = item.question?.most ?? 0
      guard most == 0 || codes.count <= most else { throw .tooMany(codes.count, most: most) }
      if item.form == .ranking { return codes.joined(separator: " ") }
      return item.choices.map(\.code).filter(codes.contains).joined(separator: " ")
    }
  }

  // MARK: Lines

  /// Takes a line: an answer, nothing to skip, `<` to go back, `?` to hear the question again, `!` to give up.
  public mutating func take(_ line: String) -> Step {
    let typed = line.trimmed
    switch typed {
    case "<":
      index = max(0, index - 1)
      return .next
    case "?": return .again(nil)
    case "!": return .over
    default: break
    }
    guard let item else { return typed.isEmpty ? .done : .again(.unknown(typed, keys: "< !")) }
    guard !typed.isEmpty else {
      // What was answered before stays.
      if answers[item.variable.name] == nil, item.question?.isRequired == true { return .again(.required) }
      index += 1
      return .next
    }
    do {
      answers[item.variable.name] = try read(typed, for: item)
      index += 1
      return .next
    } catch { return .again(error) }
  }

  /// Takes the answer to the question back, so that it is skipped.
  public mutating func clear() {
    if let item { answers[item.variable.name] = nil }
  }

  /// Goes on with answers that were given earlier.
  /// - Parameter name: the variable of the question that stood open; the end where there is none of that name.
  public mutating func resume(_ given: [String: String], at name: String) {
    answers = given.filter { given in items.contains { $0.variable.name == given.key } }
    index = items.firstIndex { $0.variable.name == name } ?? items.count
  }

  /// What is to be saved.
  public func response(name: String, day: Day) -> SurveyResponse {
    var response = SurveyResponse(survey: survey.id, name: name)
    response.day = day
    response.answers = items.compactMap { item in
      answers[item.variable.name].map { Answer(item.variable.name, $0) }
    }
    return response
  }
}
