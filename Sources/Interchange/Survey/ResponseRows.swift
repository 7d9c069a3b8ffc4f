import Model

/// Reads the responses of a file one after the other, in bounded memory.
public struct ResponseRows {
  enum Outcome: Sendable {
    case response(SurveyResponse, Names)
    /// All that is wrong with it, by the header of the column.
    case rejected([(column: String, problem: ImportProblem)])
    /// It is no result; it would be stored under one of these names.
    case apart(ResponseApart, Names)
    /// Nobody answered anything.
    case empty
  }

  /// The ids that a response may be stored under, the surest first.
  struct Names: Sendable {
    var ids: [RecordID]
    /// Known by a number that begins from 1 again in another survey: the id where the first is that of another response.
    var otherwise: RecordID?
    /// It may be stored under a name that this file does not say.
    var isPartial = false
  }

  private let source: ResponseFile
  private let header: ResponseHeader
  private let targets: [ResponseHeader.Target]
  private var reader: TableReader
  private var readers: [AnswerReader]
  private let roles: [String: Role]
  private let groups: [String]
  private let languageColumn: Int?
  /// How many rows without an id said the same before.
  private var twins: [String: Int] = [:]
  /// How many answers beside the choices were left out.
  private(set) var otherTexts = 0
  /// How many cells hold a formula that failed; they are left out.
  private(set) var failed = 0
  /// How many were taken though the office of the other program has doubts.
  private(set) var doubted = 0
  var bytesRead: Int { reader.bytesRead }
  var remarks: ImportRemarks {
    var remarks = reader.remarks
    (remarks.unknownColumns, remarks.repeatedColumns) = (header.unknown, header.repeated)
    // What has no heading in the first row has one in the second.
    if source.hasSubheadings { remarks.unheadedColumns = [] }
    return remarks
  }

  init(_ source: ResponseFile, _ reader: TableReader) {
    (self.source, self.reader) = (source, reader)
    let header = source.header
    self.header = header
    targets = header.targets
    readers = header.slots.map { AnswerReader($0.question, language: header.language) }
    languageColumn = targets.firstIndex(of: .meta(.language))
    groups = source.survey.groups.map(\.code)
    roles = Dictionary(
      source.survey.groups.compactMap { group in group.role.map { (group.code, $0) } },
      uniquingKeysWith: { $1 })
  }

  /// An answer as its own column has it.
  private struct Whole {
    let text: String
    let column: Int
    let read: Result<String, AnswerProblem>
  }

  /// What was collected of one row.
  private struct Draft {
    /// As the column of the whole answer has it, and how it was read.
    var whole: [Whole?]
    var choices: [Int: [String]] = [:]
    var places: [Int: [Int: String]] = [:]
    var identity = ResponseIdentity()
    var day: (rank: Int, text: String, column: Int) = (.max, "", 0)
    var apart: ResponseApart?
    var isDoubted = false
    var problems: [(place: Int, column: String, problem: ImportProblem)] = []

    /// In the order of the columns.
    var sortedProblems: [(column: String, problem: ImportProblem)] {
      problems.sorted { $0.place < $1.place }.map { ($0.column, $0.problem) }
    }
  }

  /// The next row; nil at the end.
  /// - Throws: `ImportFile.Unreadable` where the file cannot be read on.
  mutating func next() throws -> (line: Int, outcome: Outcome)? {
    guard let row = try reader.next() else { return nil }
    if let problem = row.problem { return (row.line, .rejected([("", .row(problem))])) }
    return (row.line, read(row.fields))
  }

  private mutating func read(_ fields: [String]) -> Outcome {
    var draft = Draft(whole: Array(repeating: nil, count: header.slots.count))
    var response = SurveyResponse(id: "")
    (response.mode, response.group) = (source.options.mode, source.options.group)
    if let languageColumn {
      take(fields[languageColumn].trimmed, .language, languageColumn, &draft, &response)
    }
    for (column, target) in targets.enumerated() where column != languageColumn {
      if fields[column].isEmpty {
        if target == .meta(.submission), source.format == .limesurvey { draft.apart = .unsubmitted }
      } else {
        take(fields[column], target, column, &draft, &response)
      }
    }
    if let apart = draft.apart { return .apart(apart, names(draft, response)) }
    settle(&draft, &response)
    guard draft.problems.isEmpty else { return .rejected(draft.sortedProblems) }
    guard !response.answers.isEmpty else { return .empty }
    if draft.isDoubted { doubted += 1 }
    let names = names(draft, response)
    return .response(response.called(names.ids[0]), names)
  }

  // MARK: Cells

  private mutating func take(
    _ text: String, _ target: ResponseHeader.Target, _ column: Int, _ draft: inout Draft,
    _ response: inout SurveyResponse
  ) {
    switch target {
    case .answer(let slot):
      if CellFormula.isFailed(text.trimmed) {
        failed += 1
      } else {
        let read = readers[slot].read(text, in: response.language)
        draft.whole[slot] = Whole(text: text, column: column, read: read)
      }
    case .choice(let slot, let code): take(text, slot, code, column, &draft)
    case .place(let slot, let place):
      switch readers[slot].read(text, in: response.language) {
      case .success(let code): draft.places[slot, default: [:]][place] = code.isEmpty ? nil : code
      case .failure(let problem): draft.problems.append((column, title(column), .answer(problem)))
      }
    case .beside(let slot, let part):
      switch readers[slot].isChosen(text.trimmed, code: "") {
      case true?:
        let known = header.slots[slot].question.codes
        draft.problems.append((column, title(column), .answer(.unknownCode(part, known: known))))
      case false?: break
      case nil: otherTexts += 1
      }
    case .other: otherTexts += 1
    case .meta(let meta): take(text.trimmed, meta, column, &draft, &response)
    case .unknown: break
    }
  }

  /// A column for one choice. That of "other" often has the words themselves.
  private mutating func take(_ text: String, _ slot: Int, _ code: String, _ column: Int, _ draft: inout Draft)
  {
    switch readers[slot].isChosen(text.trimmed, code: code) {
    case true?: draft.choices[slot, default: []].append(code)
    case false?: break
    case nil where code == "other":
      draft.choices[slot, default: []].append(code)
      otherTexts += 1
    case nil:
      draft.problems.append(
        (column, title(column), .answer(.unknownCode(text, known: ["0", "1", "Y", code]))))
    }
  }

  private mutating func take(
    _ text: String, _ meta: ResponseMeta, _ column: Int, _ draft: inout Draft,
    _ response: inout SurveyResponse
  ) {
    guard !text.isEmpty else { return }
    func refuse(_ problem: FieldProblem) { draft.problems.append((column, title(column), .value(problem))) }
    switch meta {
    case .id(let kind): draft.identity.take(text, kind)
    case .seed: draft.identity.seed = text
    case .day(let rank): if rank < draft.day.rank { draft.day = (rank, text, column) }
    case .submission: draft.day = (0, text, column)
    case .review:
      switch ResponseReview.verdict(text) {
      case .apart(let reason): draft.apart = reason
      case .open: draft.isDoubted = true
      case .taken: break
      }
    case .decryption: if ResponseReview.isEncrypted(text) { draft.apart = .encrypted }
    case .language:
      guard let tag = FormSheet.language(text) ?? Wordings.language(text) ?? (try? Language.checked(text))
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

  private func title(_ column: Int) -> String { source.titles[column] }

  /// Puts together what stood in several columns.
  private mutating func settle(_ draft: inout Draft, _ response: inout SurveyResponse) {
    for slot in header.slots.indices {
      let (column, result) = answer(slot, draft)
      switch result {
      case .success(let answer):
        if !answer.isEmpty { response.answers.append(Answer(header.slots[slot].key, answer)) }
      case .failure(let problem):
        draft.problems.append((column ?? .max, column.map(title) ?? header.slots[slot].key, .answer(problem)))
      }
    }
    if !draft.day.text.isEmpty {
      do throws(FieldProblem) { response.day = try day(draft.day.text) } catch {
        draft.problems.append((draft.day.column, title(draft.day.column), .value(error)))
      }
    }
    if response.role == nil { response.role = roles[response.group] }
    let languages = source.survey.languages
    if response.language.isEmpty, languages.count == 1 { response.language = languages[0] }
  }

  /// The answer to a question, with the column that has it whole.
  private func answer(_ slot: Int, _ draft: Draft) -> (column: Int?, Result<String, AnswerProblem>) {
    if let places = draft.places[slot] {
      return (nil, readers[slot].joined(places.sorted { $0.key < $1.key }.map(\.value)))
    }
    let choices = draft.choices[slot] ?? []
    guard let whole = draft.whole[slot] else { return (nil, readers[slot].joined(choices)) }
    return (whole.column, readers[slot].settled(whole.text, whole.read, choices: choices))
  }

  /// The day alone, whatever stands behind it; nil where LimeSurvey keeps no dates and writes 1980 for all.
  private func day(_ text: String) throws(FieldProblem) -> Day? {
    if text.hasPrefix("1980-01-01") { return nil }
    if let day = Day(String(text.prefix(10))) { return day }
    if let iso = WrittenDate.iso(text, source.dates?.order), let day = Day(iso) {
      return day == Day("1980-01-01") ? nil : day
    }
    throw .malformedDay(text)
  }

  // MARK: Names

  /// The same for the same response of the same file, so that nothing comes in twice. Of an anonymous survey nobody
  /// finds the file's row by it without the store's key.
  private mutating func names(_ draft: Draft, _ response: SurveyResponse) -> Names {
    let survey = source.survey.id
    func id(_ name: String) -> RecordID { SurveyResponse(survey: survey, name: name).id }
    let said = response.answers.map { "\($0.question)=\($0.value)" }.joined(separator: "\n")
    let content = "\(response.day?.description ?? "")\n\(said)"
    let hasSeed = !draft.identity.seed.isEmpty
    guard !draft.identity.isEmpty else {
      let name = source.name("\(survey)\n\(content)")
      twins[name, default: 0] += 1
      return Names(ids: [id(String(source.name("\(name) \(twins[name] ?? 1)").prefix(20)))])
    }
    var ids: [RecordID] = []
    for text in draft.identity.names {
      let isPlain = source.survey.anonymity != .anonymous && !hasSeed && text.utf8.count >= 8
      let name = isPlain ? try? NewID.checked(text) : nil
      ids.append(id(name ?? String(source.name("\(survey)\n\(text)").prefix(20))))
    }
    guard draft.identity.isRunningNumber else {
      return Names(ids: ids, isPartial: draft.identity.isOfSubmissionAlone)
    }
    let other = "\(survey)\n\(draft.identity.names[0])\n\(response.day?.description ?? said)"
    return Names(ids: ids, otherwise: id(String(source.name(other).prefix(20))))
  }
}

extension SurveyResponse {
  /// The same under another id.
  func called(_ id: RecordID) -> SurveyResponse {
    var copy = SurveyResponse(id: id)
    (copy.version, copy.day, copy.language, copy.group) = (version, day, language, group)
    (copy.role, copy.mode, copy.stakeholder, copy.answers) = (role, mode, stakeholder, answers)
    return copy
  }
}
