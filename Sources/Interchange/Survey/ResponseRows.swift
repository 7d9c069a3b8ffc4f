import Model

/// Reads the responses of a file one after the other, in bounded memory.
public struct ResponseRows {
  public enum Outcome: Sendable {
    case response(SurveyResponse)
    /// All that is wrong with it, by the header of the column.
    case rejected([(column: String, problem: ImportProblem)])
    /// Nobody answered anything.
    case empty
  }

  private let source: ResponseFile
  private let header: ResponseHeader
  private let targets: [ResponseHeader.Target]
  private var reader: TableReader
  private var readers: [AnswerReader]
  private let roles: [String: Role]
  private let groups: [String]
  /// How many rows without an id said the same before.
  private var twins: [String: Int] = [:]
  /// How many answers beside the choices were left out.
  public private(set) var otherTexts = 0
  public var bytesRead: Int { reader.bytesRead }
  public var remarks: ImportRemarks {
    var remarks = reader.remarks
    (remarks.unknownColumns, remarks.repeatedColumns) = (header.unknown, header.repeated)
    return remarks
  }

  init(_ source: ResponseFile, _ reader: TableReader) {
    (self.source, self.reader) = (source, reader)
    header = source.header
    targets = source.header.targets
    readers = header.slots.map { AnswerReader($0.question) }
    groups = source.survey.groups.map(\.code)
    roles = Dictionary(
      source.survey.groups.compactMap { group in group.role.map { (group.code, $0) } },
      uniquingKeysWith: { $1 })
  }

  /// What was collected of one row.
  private struct Draft {
    var answers: [String?]
    var choices: [Int: [String]] = [:]
    var places: [Int: [Int: String]] = [:]
    var ids: (rank: Int, text: String) = (.max, "")
    var seed = ""
    var day: (rank: Int, text: String, column: Int) = (.max, "", 0)
    var problems: [(column: String, problem: ImportProblem)] = []
  }

  /// The next row; nil at the end.
  /// - Throws: `ImportFile.Unreadable` where the file cannot be read on.
  public mutating func next() throws -> (line: Int, outcome: Outcome)? {
    guard let row = try reader.next() else { return nil }
    if let problem = row.problem { return (row.line, .rejected([("", .row(problem))])) }
    return (row.line, read(row.fields))
  }

  private mutating func read(_ fields: [String]) -> Outcome {
    var draft = Draft(answers: Array(repeating: nil, count: header.slots.count))
    var response = SurveyResponse(id: "")
    (response.mode, response.group) = (source.options.mode, source.options.group)
    for (column, target) in targets.enumerated() where !fields[column].isEmpty {
      take(fields[column], target, column, &draft, &response)
    }
    settle(&draft, &response)
    guard draft.problems.isEmpty else { return .rejected(draft.problems) }
    guard !response.answers.isEmpty else { return .empty }
    let named = SurveyResponse(survey: source.survey.id, name: name(draft, response))
    var whole = named
    (whole.day, whole.language, whole.group) = (response.day, response.language, response.group)
    (whole.role, whole.mode, whole.stakeholder) = (response.role, response.mode, response.stakeholder)
    whole.answers = response.answers
    return .response(whole)
  }

  // MARK: Cells

  private mutating func take(
    _ text: String, _ target: ResponseHeader.Target, _ column: Int, _ draft: inout Draft,
    _ response: inout SurveyResponse
  ) {
    switch target {
    case .answer(let slot):
      switch readers[slot].read(text) {
      case .success(let answer): draft.answers[slot] = answer
      case .failure(let problem): draft.problems.append((title(column), .answer(problem)))
      }
    case .choice(let slot, let code):
      switch readers[slot].isChosen(text.trimmed, code: code) {
      case true?: draft.choices[slot, default: []].append(code)
      case false?: break
      case nil:
        draft.problems.append((title(column), .answer(.unknownCode(text, known: ["0", "1", "Y", code]))))
      }
    case .place(let slot, let place):
      switch readers[slot].read(text) {
      case .success(let code): draft.places[slot, default: [:]][place] = code.isEmpty ? nil : code
      case .failure(let problem): draft.problems.append((title(column), .answer(problem)))
      }
    case .other: otherTexts += 1
    case .meta(let meta): take(text.trimmed, meta, column, &draft, &response)
    case .unknown: break
    }
  }

  private mutating func take(
    _ text: String, _ meta: ResponseMeta, _ column: Int, _ draft: inout Draft,
    _ response: inout SurveyResponse
  ) {
    guard !text.isEmpty else { return }
    func refuse(_ problem: FieldProblem) { draft.problems.append((title(column), .value(problem))) }
    switch meta {
    case .id(let rank): if rank < draft.ids.rank { draft.ids = (rank, text) }
    case .seed: draft.seed = text
    case .day(let rank): if rank < draft.day.rank { draft.day = (rank, text, column) }
    case .language:
      guard let tag = FormSheet.language(text) ?? Language.tag(named: text) ?? (try? Language.checked(text))
      else {
        return refuse(.unknownLanguage(text))
      }
      response.language = tag
    case .group:
      guard groups.contains(text) else { return refuse(.notOneOf(text, groups)) }
      response.group = text
    case .role, .mode:
      let field = meta == .role ? "stakeholder_role" : "mode"
      do throws(FieldProblem) {
        try SurveyResponse.field(field)?.write(text, to: &response)
      } catch { refuse(error) }
    case .stakeholder:
      // Nobody is named in an anonymous survey, whatever the file says.
      if source.survey.anonymity != .anonymous { response.stakeholder = text }
    case .personal, .technical: break
    }
  }

  private func title(_ column: Int) -> String { reader.header[column] }

  /// Puts together what stood in several columns.
  private mutating func settle(_ draft: inout Draft, _ response: inout SurveyResponse) {
    for (slot, codes) in draft.choices { join(codes, slot, &draft) }
    for (slot, places) in draft.places {
      join(places.sorted { $0.key < $1.key }.map(\.value), slot, &draft)
    }
    response.answers.reserveCapacity(header.slots.count)
    for (slot, answer) in draft.answers.enumerated() {
      if let answer, !answer.isEmpty { response.answers.append(Answer(header.slots[slot].key, answer)) }
    }
    if !draft.day.text.isEmpty {
      do throws(FieldProblem) { response.day = try Self.day(draft.day.text) } catch {
        draft.problems.append((title(draft.day.column), .value(error)))
      }
    }
    if response.role == nil { response.role = roles[response.group] }
    let languages = source.survey.languages
    if response.language.isEmpty, languages.count == 1 { response.language = languages[0] }
  }

  private func join(_ codes: [String], _ slot: Int, _ draft: inout Draft) {
    switch readers[slot].joined(codes) {
    case .success(let answer): draft.answers[slot] = answer
    case .failure(let problem): draft.problems.append((header.slots[slot].key, .answer(problem)))
    }
  }

  /// The day alone, whatever stands behind it; nil where LimeSurvey keeps no dates and writes 1980 for all.
  private static func day(_ text: String) throws(FieldProblem) -> Day? {
    if text.hasPrefix("1980-01-01") { return nil }
    if let day = Day(String(text.prefix(10))) { return day }
    if let iso = WrittenDate.iso(text, .dayFirst), let day = Day(iso) { return day }
    throw .malformedDay(text)
  }

  // MARK: Names

  /// The same for the same response of the same file, so that nothing comes in twice. Of an anonymous survey nobody
  /// finds the file's row by it without the store's key.
  private mutating func name(_ draft: Draft, _ response: SurveyResponse) -> String {
    let id = draft.seed.isEmpty ? draft.ids.text : "\(draft.ids.text) \(draft.seed)"
    guard !draft.ids.text.isEmpty else {
      let said = response.answers.map { "\($0.question)=\($0.value)" }.joined(separator: "\n")
      let content = source.name("\(source.survey.id)\n\(response.day?.description ?? "")\n\(said)")
      twins[content, default: 0] += 1
      return String(source.name("\(content) \(twins[content] ?? 1)").prefix(20))
    }
    let isPlain = source.survey.anonymity != .anonymous && draft.seed.isEmpty && id.utf8.count >= 8
    if isPlain, let name = try? NewID.checked(id) { return name }
    return String(source.name("\(source.survey.id)\n\(id)").prefix(20))
  }
}
