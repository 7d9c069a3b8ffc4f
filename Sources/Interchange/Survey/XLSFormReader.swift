import Model

/// Reads a survey and its questions from the sheets of an XLSForm, ours and those of other programs.
///
/// Nothing is lost without a word: what the office's questions have no place for is noted with its line.
public struct XLSFormReader {
  /// Nil where there is no settings sheet, or none that names a form.
  public private(set) var survey: Survey?
  public private(set) var questions: [Question] = []
  /// Which columns of `Question` and `Survey` the sheets say something of.
  public private(set) var languages: [String] = []
  /// Whether an id, a name, a topic … of ours stands in the sheets.
  public private(set) var isOurs = false
  public var problems: [SheetFinding] { findings.problems }
  public var notes: [SheetFinding] { findings.notes }

  var findings = SheetFindings()
  var lists: [String: [QuestionChoice]] = [:]
  var usedLists: Set<String> = []
  /// Lists and choices by the names that the form has for them.
  var choiceNames: Set<String> = []
  /// The same by the codes that they have here.
  var choiceCodes: Set<String> = []
  /// Whether a list may have a choice twice, for different answers before.
  var allowsRepeatedChoices = false
  /// The ids of the questions, of which a form may have very many.
  private var taken: Set<RecordID> = []
  /// Where each name stood first in its groups.
  private var names: [String: Int] = [:]
  private var groups: [Group] = []
  private var titles = Wording()
  private var introduction = Wording()

  /// A group that is open: a matrix where its rows all choose from one list.
  private struct Group {
    let row: FormSheet.Row
    /// Also where a line that shows nothing but the choices stands before lines that show none.
    var isTable: Bool
    /// The words of that line, where the group has none.
    var head: Wording?
    /// A repeat, or a group in one: nothing in it can be asked once.
    let isSkipped: Bool
    var rows: [QuestionChoice] = []
    var list = ""
    var isRequired = false
    var asked: [Question] = []
  }

  private static let surveyColumns = Set(
    ["type", "name", "required", "parameters", "appearance", "constraint", "disabled"] + XLSForm.ownColumns)

  /// - Throws: `ImportFailure` or `ImportFile.Unreadable` where a sheet is no table.
  public init(survey file: ImportFile, choices: ImportFile?, settings: ImportFile?) throws {
    try self.init(survey: file, choices: choices, settings: settings, isWorkbook: false)
  }

  init(survey file: ImportFile, choices: ImportFile?, settings: ImportFile?, isWorkbook: Bool) throws {
    findings.isOfWorkbook = isWorkbook
    var first = "en"
    if let settings { first = try Self.filled { try read(settings) } ?? first }
    let sheet = try FormSheet(
      file, name: XLSForm.surveyFile, used: Self.surveyColumns, default: first, &findings)
    for column in ["type", "name"] where !sheet.columns.contains(column) {
      findings.refuse(XLSForm.surveyFile, 1, .columnMissing, column)
    }
    if let choices { _ = try Self.filled { try readChoices(choices, default: first) } }
    languages = sheet.languages
    isOurs = sheet.columns.contains("outreach_name")
    guard problems.isEmpty else { return }
    for row in sheet.rows { take(row) }
    for group in groups { findings.refuse(sheet.name, group.row.line, .groupUnclosed, group.row["name"]) }
    for list in Set(lists.keys).subtracting(usedLists).sorted() {
      findings.note(XLSForm.choicesFile, 1, .listUnused, list)
    }
    if questions.isEmpty, problems.isEmpty { findings.refuse(sheet.name, 1, .noQuestions) }
    finish()
  }

  // MARK: settings

  /// - Returns: the default language.
  private mutating func read(_ settings: ImportFile) throws -> String? {
    let columns: Set = [
      "form_title", "form_id", "version", "default_language", "allow_choice_duplicates", "outreach_name",
      "outreach_purpose",
      "outreach_series", "outreach_anonymity", "outreach_languages",
    ]
    let sheet = try FormSheet(
      settings, name: XLSForm.settingsFile, used: columns, default: "en", &findings)
    guard let row = sheet.rows.first else { return nil }
    let language = FormSheet.language(row["default_language"])
    allowsRepeatedChoices = isYes(row["allow_choice_duplicates"])
    guard !row["form_id"].isEmpty else { return language }
    guard let id = FormName.id(row["form_id"]) else {
      findings.refuse(sheet.name, row.line, .badName, row["form_id"])
      return language
    }
    noteRenamed(row["form_id"], id, sheet.name, row.line)
    var survey = Survey(id: id)
    survey.name = row["outreach_name"].isEmpty ? row["form_title"] : row["outreach_name"]
    if survey.name.isEmpty { survey.name = id }
    for (column, field) in [
      ("outreach_purpose", "purpose"), ("outreach_series", "series"), ("outreach_anonymity", "anonymity"),
      ("outreach_languages", "languages"),
    ] where !row[column].isEmpty {
      let text = field == "languages" ? row[column].replacing(" ", with: ";") : row[column]
      if (try? Survey.field(field)?.write(text, to: &survey)) == nil {
        findings.refuse(sheet.name, row.line, .badValue, row[column])
      }
    }
    self.survey = survey
    return language
  }

  /// What the survey is made of, known only at the end.
  private mutating func finish() {
    guard var survey else { return }
    survey.questions = questions.map(\.id)
    (survey.titles, survey.introduction) = (titles, introduction)
    if survey.languages.isEmpty { survey.languages = languages }
    self.survey = survey
  }

  // MARK: survey

  private mutating func take(_ row: FormSheet.Row) {
    let type = FormType(row["type"])
    if isYes(row["disabled"]) {
      return findings.note(XLSForm.surveyFile, row.line, .disabled, "\(row["type"]) \(row["name"])".trimmed)
    }
    switch type {
    case .begin(let isRepeat):
      let isSkipped = isRepeat || groups.last?.isSkipped == true
      if isRepeat { leaveOut(row) }
      groups.append(
        Group(row: row, isTable: row["appearance"].contains("table-list"), isSkipped: isSkipped))
    case .end:
      guard let group = groups.popLast() else {
        return findings.refuse(XLSForm.surveyFile, row.line, .endWithoutBegin)
      }
      close(group)
    case _ where groups.last?.isSkipped == true: leaveOut(row)
    case .note: takeNote(row)
    case .unknown: leaveOut(row)
    // From what was answered before, which nobody here knows.
    case .one(let list, _) where list.hasPrefix("${"), .several(let list, _) where list.hasPrefix("${"),
      .rank(let list, _) where list.hasPrefix("${"):
      leaveOut(row)
    // Nobody can answer what shows nothing but the words of its choices.
    case .one, .several: if !takeHead(type, row) { ask(type, row) }
    case .rank, .range, .words: ask(type, row)
    }
  }

  private mutating func leaveOut(_ row: FormSheet.Row) {
    guard !row["type"].isEmpty else {
      // A line with nothing but remarks.
      if !row.isRemark {
        let said = row["name"].isEmpty ? row.words.text(in: "en") : row["name"]
        findings.note(XLSForm.surveyFile, row.line, .typeLeftOut, said)
      }
      return
    }
    findings.note(XLSForm.surveyFile, row.line, .typeLeftOut, "\(row["type"]) \(row["name"])".trimmed)
  }

  private mutating func takeNote(_ row: FormSheet.Row) {
    switch row["name"] {
    case XLSForm.titleNote: titles = row.words
    case XLSForm.introductionNote: introduction = row.words
    default: findings.note(XLSForm.surveyFile, row.line, .noteLeftOut, row["name"])
    }
  }

  /// Takes the head of a matrix as ODK's `label` appearance makes it: the lines below it that show no choices are its rows.
  private mutating func takeHead(_ type: FormType, _ row: FormSheet.Row) -> Bool {
    guard row["appearance"].split(whereSeparator: \.isWhitespace).contains("label") else { return false }
    guard case .one(let list, _) = type, let last = groups.indices.last, groups[last].rows.isEmpty,
      !groups[last].isTable
    else {
      leaveOut(row)
      return true
    }
    (groups[last].isTable, groups[last].list) = (true, list)
    if groups[last].row.words.isEmpty { groups[last].head = row.words }
    return true
  }

  private mutating func ask(_ type: FormType, _ row: FormSheet.Row) {
    if let group = groups.last, group.isTable, case .one(let list, _) = type,
      group.list.isEmpty || group.list == list
    {
      return takeRow(row, list)
    }
    guard let id = claim(row["name"], row.line) else { return }
    if let question = question(id, type, row) { add(question, row) }
  }

  /// A row of a matrix: called `group.row` by us, and anything by others.
  private mutating func takeRow(_ row: FormSheet.Row, _ list: String) {
    let last = groups.count - 1
    let prefix = groups[last].row["name"]
    var code = row["name"]
    for mark in [".", "_", "-", "/"] where code.hasPrefix(prefix + mark) && code.count > prefix.count + 1 {
      code = String(code.dropFirst(prefix.count + 1))
      break
    }
    guard FormName.isName(row["name"]), let made = FormName.code(code) else {
      let isMissing = row["name"].isEmpty
      return findings.refuse(
        XLSForm.surveyFile, row.line, isMissing ? .nameMissing : .badName, row["name"])
    }
    noteRenamed(code, made, XLSForm.surveyFile, row.line)
    code = made
    if let first = names["\(prefix).\(code)"] {
      return findings.refuse(XLSForm.surveyFile, row.line, .repeatedName, "\(row["name"]), \(first)")
    }
    names["\(prefix).\(code)"] = row.line
    groups[last].list = list
    groups[last].rows.append(QuestionChoice(code: code, wording: row.words))
    groups[last].isRequired = groups[last].isRequired || isYes(row["required"])
    missing(row, "\(prefix).\(code)")
  }

  /// An id of a name that no question of these groups has; nil where it cannot be one.
  private mutating func claim(_ name: String, _ line: Int) -> RecordID? {
    guard !name.isEmpty else {
      findings.refuse(XLSForm.surveyFile, line, .nameMissing)
      return nil
    }
    guard FormName.isName(name), var id = FormName.id(name) else {
      findings.refuse(XLSForm.surveyFile, line, .badName, name)
      return nil
    }
    let scope = groups.map { $0.row["name"] }
    if let first = names[(scope + [name]).joined(separator: "/")] {
      findings.refuse(XLSForm.surveyFile, line, .repeatedName, "\(id), \(first)")
      return nil
    }
    names[(scope + [name]).joined(separator: "/")] = line
    // A name may stand in several groups, an id only once in the bank.
    if taken.contains(id), let group = scope.last, let other = FormName.id("\(group)_\(name)") { id = other }
    if taken.contains(id) { id = FormName.distinct(id, of: (scope + [name]).joined(separator: "/")) }
    noteRenamed(name, id, XLSForm.surveyFile, line)
    return id
  }

  mutating func noteRenamed(_ name: String, _ made: String, _ sheet: String, _ line: Int) {
    if name != made { findings.note(sheet, line, .renamed, "\(name) → \(made)") }
  }

  private mutating func close(_ group: Group) {
    guard !group.isSkipped else { return }
    guard !group.rows.isEmpty else {
      // Where a group only sets questions apart, they are asked without it.
      if !group.row.words.isEmpty {
        findings.note(XLSForm.surveyFile, group.row.line, .groupLeftOut, group.row["name"])
      }
      return
    }
    guard let id = claim(group.row["name"], group.row.line) else { return }
    var question = shared(id, group.row)
    question.type = .matrix
    if let head = group.head, question.wording.isEmpty {
      question.wording = head
      if question.name == id, !head.text(in: "en").isEmpty { question.name = head.text(in: "en") }
    }
    guard let choices = choices(group.list, group.row.line) else { return }
    (question.choices, question.rows) = (choices, group.rows)
    question.isRequired = group.isRequired
    add(question, group.row)
  }

  private mutating func add(_ question: Question, _ row: FormSheet.Row) {
    if let contradiction = question.contradictions.first {
      findings.refuse(XLSForm.surveyFile, row.line, .badValue, "\(question.id), \(contradiction.field)")
      return
    }
    questions.append(question)
    taken.insert(question.id)
    missing(row, question.id)
  }

  private mutating func missing(_ row: FormSheet.Row, _ name: String) {
    for tag in languages where row.words[tag].isEmpty {
      findings.note(XLSForm.surveyFile, row.line, .untranslated, name, language: tag)
    }
  }

  // MARK: Questions

  /// What all types have.
  private mutating func shared(_ id: RecordID, _ row: FormSheet.Row) -> Question {
    var question = Question(id: id)
    question.wording = row.words
    question.name = row["outreach_name"].isEmpty ? row.words.text(in: "en") : row["outreach_name"]
    if question.name.isEmpty { question.name = id }
    question.note = row["outreach_note"]
    question.isRequired = isYes(row["required"])
    if !question.isRequired, !row["required"].isEmpty, !isNo(row["required"]) {
      findings.note(XLSForm.surveyFile, row.line, .cellLeftOut, "required")
    }
    if row.words.texts.values.contains(where: { $0.contains("${") }) {
      findings.note(XLSForm.surveyFile, row.line, .reference, id)
    }
    for (column, field) in [("outreach_topic", "topic"), ("outreach_most", "most")] where !row[column].isEmpty
    {
      if (try? Question.field(field)?.write(row[column], to: &question)) == nil {
        findings.refuse(XLSForm.surveyFile, row.line, .badValue, row[column])
      }
    }
    return question
  }

  private func isYes(_ text: String) -> Bool { ["yes", "true", "true()", "1"].contains(text.lowercased()) }
  private func isNo(_ text: String) -> Bool { ["no", "false", "false()", "0"].contains(text.lowercased()) }

  private mutating func question(_ id: RecordID, _ type: FormType, _ row: FormSheet.Row) -> Question? {
    var question = shared(id, row)
    var most: Int?
    switch type {
    case .one(let list, let hasOther), .several(let list, let hasOther), .rank(let list, let hasOther):
      guard let choices = choices(list, row.line) else { return nil }
      question.choices = choices
      question.type = type.kind
      if hasOther { addOther(to: &question, row.line) }
      if row["outreach_type"] == QuestionType.scale.rawValue { makeScale(&question) }
      most = FormType.most(row["constraint"])
      if question.most == 0, type.kind == .multiple { question.most = min(most ?? 0, choices.count) }
    case .range:
      guard let ends = FormType.ends(row["parameters"]) else {
        if FormType.isRange(row["parameters"]) {
          question.type = .open
          findings.note(XLSForm.surveyFile, row.line, .keptAsOpen, "range \(row["parameters"])")
          break
        }
        findings.refuse(XLSForm.surveyFile, row.line, .badRange, row["parameters"])
        return nil
      }
      (question.type, question.from, question.to) = (.scale, ends.lowerBound, ends.upperBound)
    case .words(let isText):
      question.type = .open
      if !isText { findings.note(XLSForm.surveyFile, row.line, .keptAsOpen, row["type"]) }
    default: return nil
    }
    if !row["constraint"].isEmpty, most == nil {
      findings.note(XLSForm.surveyFile, row.line, .cellLeftOut, "constraint")
    }
    return question
  }

  /// A scale whose points have words is written as a list of all of its points.
  private func makeScale(_ question: inout Question) {
    let points = question.choices.compactMap { Int($0.code) }.sorted()
    guard points.count == question.choices.count, let first = points.first, let last = points.last else {
      return
    }
    (question.type, question.from, question.to) = (.scale, first, last)
    question.choices.removeAll { choice in choice.wording.texts.values.allSatisfy { $0 == choice.code } }
  }
}
