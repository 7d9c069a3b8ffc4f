/// Which question ids and which answers hold together.
extension Question {
  /// An id that XLSForm takes for the name of a question, and LimeSurvey, KoboToolbox and ODK for a column: a letter,
  /// then letters, digits, `_` and `-`; at most forty.
  /// - Throws: `missing` or `malformedID`.
  public static func checkedID(_ text: String) throws(FieldProblem) -> RecordID {
    let id = try code(text)
    guard id.utf8.first.map({ 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }) == true else {
      throw .malformedID(text)
    }
    return id
  }

  public var isValidID: Bool { (try? Self.checkedID(id)) == id }

  public var contradictions: [(field: String, problem: FieldProblem)] {
    var found: [(field: String, problem: FieldProblem)] = []
    if let code = Self.repeated(choices.map(\.code)) { found.append(("choices", .repeatedCode(code))) }
    if let code = Self.repeated(rows.map(\.code)) { found.append(("rows", .repeatedCode(code))) }
    if isOfSeveral, !choices.isEmpty, most > choices.count {
      found.append(("most", .outOfRange(most, 0...choices.count)))
    }
    if type == .scale, to != 0 {
      if to <= from { found.append(("scale_to", .outOfRange(to, (from + 1)...(from + 100)))) }
      if to > from, let choice = choices.first(where: { !isPoint($0.code) }) {
        found.append(("choices", .notOneOf(choice.code, points.map(String.init))))
      }
    }
    return found
  }

  /// Nobody can answer a question without the answers among which it lets people choose.
  public var doubts: [(field: String, problem: FieldProblem)] {
    switch type {
    case .single, .multiple, .ranking: choices.isEmpty ? [("choices", .nothingToChoose)] : []
    case .matrix where choices.isEmpty: [("choices", .nothingToChoose)]
    case .matrix: rows.isEmpty ? [("rows", .nothingToChoose)] : []
    case .scale, .open: []
    }
  }

  /// The first code that stands there a second time.
  static func repeated(_ codes: [String]) -> String? {
    var seen: Set<String> = []
    return codes.first { !seen.insert($0).inserted }
  }

  /// Whether an answer is several codes.
  public var isOfSeveral: Bool { type == .multiple || type == .ranking }

  /// The numbers of a scale.
  public var points: [Int] { to > from ? Array(from...to) : [] }

  private func isPoint(_ code: String) -> Bool {
    Int(code).map { points.contains($0) && String($0) == code } == true
  }

  /// Under what an answer to it is kept: its id; of a matrix `id.row` for each row.
  public var answerKeys: [String] { type == .matrix ? rows.map { "\(id).\($0.code)" } : [id] }

  /// What a code, a point of the scale or a row is called; empty where it has no words.
  public func words(of code: String) -> Wording {
    choices.first { $0.code == code }?.wording ?? Wording()
  }

  /// The codes that an answer may hold; none of an open question.
  public var codes: [String] {
    switch type {
    case .single, .multiple, .ranking, .matrix: choices.map(\.code)
    case .scale: points.map(String.init)
    case .open: []
    }
  }

  /// An answer as it is kept, one space between codes; of a matrix that of one row.
  /// - Throws: what is wrong with it.
  public func checked(_ answer: String) throws(AnswerProblem) -> String {
    let answer = answer.trimmed
    guard type != .open, !answer.isEmpty else { return answer }
    let codes = codes
    if !isOfSeveral {
      guard codes.contains(answer) else { throw .unknownCode(answer, known: codes) }
      return answer
    }
    let chosen = answer.split(separator: " ").map(String.init)
    if let unknown = chosen.first(where: { !codes.contains($0) }) {
      throw .unknownCode(unknown, known: codes)
    }
    if let code = Self.repeated(chosen) { throw .repeatedCode(code) }
    if most > 0, chosen.count > most { throw .tooMany(chosen.count, most: most) }
    // Ranks say something by their order; choices do not, and are kept in one.
    return (type == .ranking ? chosen : codes.filter(chosen.contains)).joined(separator: " ")
  }
}

/// What is wrong with an answer.
public enum AnswerProblem: Error, Sendable, Equatable {
  case unknownCode(String, known: [String])
  /// Chosen or ranked twice.
  case repeatedCode(String)
  case tooMany(Int, most: Int)
  /// It may mean each of these codes.
  case ambiguous(String, of: [String])
  /// The answer as a whole says other than what stands there for its choices one by one.
  case contradicted(String, choices: [String])
}
