import Model

/// What must hold of surveys, their questions and their responses, whichever way they are written.
struct SurveyRules {
  /// Surveys that are open after the change.
  private var open: Set<RecordID> = []
  /// Questions that were written.
  private var questions: Set<RecordID> = []
  /// What responses may hold already, of questions that were changed: the values before.
  private var before: [RecordID: [String: String]] = [:]
  /// Questions that surveys do not ask any more.
  private var dropped: [(survey: RecordID, questions: [RecordID])] = []
  private var removed: [RecordID] = []
  private var answered: Set<RecordID> = []
  /// Surveys to which somebody answered by name.
  private var named: Set<RecordID> = []

  /// What of a question responses depend on.
  private static let answerFields = ["question_type", "choices", "rows", "scale_from", "scale_to"]

  /// - Throws: `Refusal.invalid`.
  mutating func check(_ record: any Model.Record, _ entry: JournalRow) throws {
    switch record {
    case let question as Question: try check(question, entry)
    case let survey as Survey: try check(survey, entry)
    case let response as SurveyResponse:
      answered.insert(response.survey)
      if !response.stakeholder.isEmpty { named.insert(response.survey) }
    default: break
    }
  }

  private mutating func check(_ question: Question, _ entry: JournalRow) throws {
    questions.insert(question.id)
    guard let old = entry.before else {
      if !question.isValidID { throw Refusal.invalid(field: "id", .malformedID(question.id)) }
      return
    }
    if Self.answerFields.contains(where: { old[$0] != nil }), before[question.id] == nil {
      before[question.id] = question.values.merging(old) { $1 }
    }
  }

  /// Who answered was promised something: nobody takes that back, not by undo either.
  private mutating func check(_ survey: Survey, _ entry: JournalRow) throws {
    if survey.state == .open { open.insert(survey.id) }
    guard let old = entry.before else { return }
    if old["anonymity"] != nil { throw Refusal.invalid(field: "anonymity", .fixedWhenMade) }
    let gone = (old["questions"] ?? "").items.filter { !survey.questions.contains($0) }
    if !gone.isEmpty { dropped.append((survey.id, gone)) }
  }

  mutating func note(removed id: RecordID, of kind: RecordKind) {
    if kind == .survey { removed.append(id) }
  }

  // MARK: When all is written

  func check(in reader: Reader) throws {
    for survey in answered.sorted() {
      let anonymity = try text("anonymity", of: survey, in: reader)
      if named.contains(survey), anonymity == Anonymity.anonymous.rawValue {
        throw Refusal.invalid(field: "stakeholder", .nobodyMayBeNamed)
      }
    }
    for (id, values) in before {
      try checkAnswers(to: Question(id: id, version: 0, values: values), in: reader)
    }
    for (survey, questions) in dropped {
      for id in questions where try AnswerScan(reader).holds(id, in: [survey], { _, _ in true }) {
        throw Refusal.invalid(field: "questions", .answered(id))
      }
    }
    for id in removed { try checkRemoval(of: id, in: reader) }
    try checkOpen(in: reader)
  }

  /// Words may change; what responses hold stays what it was.
  private func checkAnswers(to old: Question, in reader: Reader) throws {
    guard let new = try question(old.id, in: reader) else { return }
    let surveys = try asking(old.id, in: reader).map(\.id)
    let scan = AnswerScan(reader)
    if new.type != old.type, try scan.holds(old.id, in: surveys, { _, _ in true }) {
      throw Refusal.invalid(field: "question_type", .answered(old.type.rawValue))
    }
    let rows = Set(old.rows.map(\.code)).subtracting(new.rows.map(\.code))
    for row in rows.sorted()
    where try scan.holds(old.id, in: surveys, { key, _ in key == "\(old.id).\(row)" }) {
      throw Refusal.invalid(field: "rows", .answered(row))
    }
    let field = old.type == .scale ? "scale_to" : "choices"
    for code in Set(old.codes).subtracting(new.codes).sorted() {
      let isHeld = try scan.holds(old.id, in: surveys) { _, value in
        value == code || value.split(separator: " ").contains { $0 == code }
      }
      if isHeld { throw Refusal.invalid(field: field, .answered(code)) }
    }
  }

  private func checkRemoval(of id: RecordID, in reader: Reader) throws {
    let isThere = try text("anonymity", of: id, in: reader) != nil
    if !isThere, try AnswerScan(reader).hasResponses(to: id) {
      throw Refusal.invalid(field: "survey", .answered(id))
    }
  }

  /// Nobody is asked half a survey: a language that is not ready is taken off its list instead.
  private func checkOpen(in reader: Reader) throws {
    var surveys: [RecordID: Survey] = [:]
    for id in open { surveys[id] = try survey(id, in: reader) }
    for id in questions { for survey in try asking(id, in: reader) { surveys[survey.id] = survey } }
    for survey in surveys.values.sorted(by: { $0.id < $1.id }) where survey.state == .open {
      var bank: [RecordID: Question] = [:]
      for id in survey.questions { bank[id] = try question(id, in: reader) }
      let gaps = survey.gaps(bank)
      if let first = gaps.first {
        throw Refusal.invalid(field: "survey_state", .notReady(first, count: gaps.count))
      }
    }
  }

  // MARK: What is stored

  private func text(_ field: String, of survey: RecordID, in reader: Reader) throws -> String? {
    try reader.value(
      String.self, "SELECT ifnull(body ->> ?, '') FROM survey WHERE id = ?", ["$.\(field)", survey],
      isOften: true)
  }

  private func question(_ id: RecordID, in reader: Reader) throws -> Question? {
    try reader.record(Question.self, id)
  }

  private func survey(_ id: RecordID, in reader: Reader) throws -> Survey? {
    try reader.record(Survey.self, id)
  }

  /// The surveys that ask a question.
  private func asking(_ question: RecordID, in reader: Reader) throws -> [Survey] {
    let named: [Survey] = try reader.records(
      "SELECT id, version, body FROM survey WHERE instr(body ->> '$.questions', ?) > 0 ORDER BY id",
      [question])
    return named.filter {
      $0.questions.contains(question)
    }
  }
}
