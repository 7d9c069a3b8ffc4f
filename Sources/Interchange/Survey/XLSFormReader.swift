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
  private var lists: [String: [QuestionChoice]] = [:]
  private var usedLists: Set<String> = []
  /// Where each name stood first.
  private var names: [String: Int] = [:]
  private var groups: [Group] = []
  private var titles = Wording()
  private var introduction = Wording()

  /// A group that is open: a matrix where its rows all choose from one list.
  private struct Group {
    let row: FormSheet.Row
    let isTable: Bool
    /// A repeat, or a group in one: nothing in it can be asked once.
    let isSkipped: Bool
    var rows: [QuestionChoice] = []
    var list = ""
    var isRequired = false
    var asked: [Question] = []
  }

  private static let surveyColumns = Set(
    ["type", "name", "required", "parameters", "appearance", "constraint"] + XLSForm.ownColumns)

  /// - Throws: `ImportFailure` or `ImportFile.Unreadable` where a sheet is no table.
  public init(survey file: ImportFile, choices: ImportFile?, settings: ImportFile?) throws {
    try self.init(survey: file, choices: choices, settings: settings, isWorkbook: false)
  }

  private init(survey file: ImportFile, choices: ImportFile?, settings: ImportFile?, isWorkbook: Bool) throws
  {
    findings.isOfWorkbook = isWorkbook
    var first = "en"
    if let settings { first = try read(settings) ?? first }
    let sheet = try FormSheet(
      file, name: XLSForm.surveyFile, used: Self.surveyColumns, default: first, &findings)
    for column in ["type", "name"] where !sheet.columns.contains(column) {
      findings.refuse(XLSForm.surveyFile, 1, .columnMissing, column)
    }
    if let choices { try readChoices(choices, default: first) }
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

  /// A workbook whose sheets are called survey, choices and settings, as most programs want a form.
  /// - Returns: nil where the file is no workbook.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable`.
  public init?(workbook file: ImportFile) throws {
    guard let names = try TableReader.sheets(of: file) else { return nil }
    func sheet(_ name: String) -> ImportFile? {
      names.first { $0.trimmed.lowercased() == name }.map { ImportFile(file, sheet: $0) }
    }
    guard let survey = sheet("survey") else { throw ImportFailure.sheetUnknown("survey", names) }
    try self.init(survey: survey, choices: sheet("choices"), settings: sheet("settings"), isWorkbook: true)
  }

  // MARK: settings

  /// - Returns: the default language.
  private mutating func read(_ settings: ImportFile) throws -> String? {
    let columns: Set = [
      "form_title", "form_id", "version", "default_language", "outreach_name", "outreach_purpose",
      "outreach_series", "outreach_anonymity", "outreach_languages",
    ]
    let sheet = try FormSheet(
      settings, name: XLSForm.settingsFile, used: columns, default: "en", &findings)
    guard let row = sheet.rows.first else { return nil }
    let language = FormSheet.language(row["default_language"])
    guard !row["form_id"].isEmpty else { return language }
    guard let id = try? Question.checkedID(row["form_id"]) else {
      findings.refuse(sheet.name, row.line, .badName, row["form_id"])
      return language
    }
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

  // MARK: choices

  private mutating func readChoices(_ file: ImportFile, default language: String) throws {
    let used: Set = ["list_name", "list name", "name", "value"]
    let sheet = try FormSheet(file, name: XLSForm.choicesFile, used: used, default: language, &findings)
    for row in sheet.rows {
      let list = row["list_name"].isEmpty ? row["list name"] : row["list_name"]
      let code = row["name"].isEmpty ? row["value"] : row["name"]
      guard !list.isEmpty else {
        findings.refuse(sheet.name, row.line, .choiceWithoutList, code)
        continue
      }
      guard (try? Question.code(code)) != nil else {
        findings.refuse(sheet.name, row.line, .badChoice, code)
        continue
      }
      if lists[list]?.contains(where: { $0.code == code }) == true {
        findings.refuse(sheet.name, row.line, .repeatedChoice, code)
        continue
      }
      lists[list, default: []].append(QuestionChoice(code: code, wording: row.words))
      for tag in sheet.languages where row.words[tag].isEmpty {
        findings.note(sheet.name, row.line, .untranslated, "\(list) \(code)", language: tag)
      }
    }
  }

  // MARK: survey

  private mutating func take(_ row: FormSheet.Row) {
    let type = FormType(row["type"])
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
    case .one, .several, .rank, .range, .words: ask(type, row)
    }
  }

  private mutating func leaveOut(_ row: FormSheet.Row) {
    guard !row["type"].isEmpty else {
      // A line with nothing but remarks.
      if !row["name"].isEmpty { findings.note(XLSForm.surveyFile, row.line, .typeLeftOut, row["name"]) }
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
    guard (try? Question.code(code)) != nil else {
      let isMissing = row["name"].isEmpty
      return findings.refuse(
        XLSForm.surveyFile, row.line, isMissing ? .nameMissing : .badName, row["name"])
    }
    if let first = names["\(prefix).\(code)"] {
      return findings.refuse(XLSForm.surveyFile, row.line, .repeatedName, "\(row["name"]), \(first)")
    }
    names["\(prefix).\(code)"] = row.line
    groups[last].list = list
    groups[last].rows.append(QuestionChoice(code: code, wording: row.words))
    groups[last].isRequired = groups[last].isRequired || isYes(row["required"])
    missing(row, "\(prefix).\(code)")
  }

  /// A name that no question before it has; nil where it cannot be one.
  private mutating func claim(_ name: String, _ line: Int) -> RecordID? {
    guard !name.isEmpty else {
      findings.refuse(XLSForm.surveyFile, line, .nameMissing)
      return nil
    }
    guard let id = try? Question.checkedID(name) else {
      findings.refuse(XLSForm.surveyFile, line, .badName, name)
      return nil
    }
    if let first = names[id] {
      findings.refuse(XLSForm.surveyFile, line, .repeatedName, "\(id), \(first)")
      return nil
    }
    names[id] = line
    return id
  }

  private mutating func close(_ group: Group) {
    guard !group.isSkipped else { return }
    guard !group.rows.isEmpty else {
      // Where a group only sets questions apart, they are asked without it.
      if !group.isTable, !group.row.words.isEmpty {
        findings.note(XLSForm.surveyFile, group.row.line, .groupLeftOut, group.row["name"])
      }
      return
    }
    guard let id = claim(group.row["name"], group.row.line) else { return }
    var question = shared(id, group.row)
    question.type = .matrix
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
    for (column, field) in [("outreach_topic", "topic"), ("outreach_most", "most")] where !row[column].isEmpty
    {
      if (try? Question.field(field)?.write(row[column], to: &question)) == nil {
        findings.refuse(XLSForm.surveyFile, row.line, .badValue, row[column])
      }
    }
    return question
  }

  private func isYes(_ text: String) -> Bool { ["yes", "true", "true()", "1"].contains(text.lowercased()) }

  private mutating func choices(_ list: String, _ line: Int) -> [QuestionChoice]? {
    usedLists.insert(list)
    guard !list.isEmpty else {
      findings.refuse(XLSForm.surveyFile, line, .listMissing)
      return nil
    }
    guard let choices = lists[list] else {
      findings.refuse(XLSForm.surveyFile, line, .listUnknown, list)
      return nil
    }
    return choices
  }

  private mutating func question(_ id: RecordID, _ type: FormType, _ row: FormSheet.Row) -> Question? {
    var question = shared(id, row)
    var most: Int?
    switch type {
    case .one(let list, let hasOther), .several(let list, let hasOther), .rank(let list, let hasOther):
      guard let choices = choices(list, row.line) else { return nil }
      question.choices = choices
      question.type = type.kind
      if hasOther { findings.note(XLSForm.surveyFile, row.line, .otherLeftOut, id) }
      if row["outreach_type"] == QuestionType.scale.rawValue { makeScale(&question) }
      most = FormType.most(row["constraint"])
      if question.most == 0, type.kind == .multiple { question.most = min(most ?? 0, choices.count) }
    case .range:
      guard let ends = FormType.ends(row["parameters"]) else {
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
