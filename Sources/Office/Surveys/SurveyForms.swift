import Glibc
import Interchange
import Model
import Phrases
import Store

/// A survey as an XLSForm, a workbook or a folder of sheets, out of the store and into it.
public struct SurveyForms: Sendable {
  /// What a form would change.
  public struct Plan: Sendable {
    public let questions: ImportPlan<Question>
    public let survey: ImportPlan<Survey>
    public let problems: [SheetFinding]
    public let notes: [SheetFinding]
    public let name: String

    public var isRefused: Bool { !problems.isEmpty }
    public var isNothingNew: Bool {
      questions.new.isEmpty && questions.changed.isEmpty && survey.new.isEmpty && survey.changed.isEmpty
    }
    public var change: ImportForm {
      ImportForm(questions: ImportRecords(questions), survey: ImportRecords(survey), why: name)
    }
  }

  /// Said of a form with a mistake: it is taken as a whole or not at all.
  public static let refused = Phrase(label: "sheet", "refused")

  /// What was written.
  public struct Written: Sendable {
    public let paths: [String]
    /// How many texts are missing: programs ask respondents with a hyphen in place of each.
    public let gaps: Int

    /// What is to be said of the texts; nil where none is missing.
    public var warning: Phrase? { gaps == 0 ? nil : Phrase(.surveyFormGaps, .number(gaps)) }
  }

  /// Writes a survey as one workbook where the path is that of an `.xlsx`, else its sheets as CSV into a folder.
  /// - Throws: `Refusal.invalid` where a question cannot be asked; a missing translation is none of that.
  public static func write(
    _ survey: Survey, of library: Library, to path: String, replacing: Replacing
  ) throws -> Written {
    let bank = try library.read(AllRecords<Question>()).byID
    let gaps = survey.gaps(bank)
    let lacks = gaps.filter { gap in
      switch gap {
      case .noQuestions, .unknownQuestion, .noChoices, .noRows, .noScale: true
      case .noLanguages, .untitled, .notIntroduced, .untranslated: false
      }
    }
    if let first = lacks.first {
      throw Refusal.invalid(field: "questions", .notReady(first, count: lacks.count))
    }
    let form = XLSForm(survey, survey.questions.compactMap { bank[$0] })
    if path.lowercased().hasSuffix(".xlsx") {
      let path = PersonalFolder.expanded(path)
      try form.write(to: path, replacing: replacing)
      return Written(paths: [path], gaps: gaps.count)
    }
    let sheets = form.sheets()
    let files = try FileSet(sheets.map(\.name), in: path, replacing: replacing)
    for (place, sheet) in sheets.enumerated() { try files.write(sheet.bytes, to: place) }
    return Written(paths: try library.commit(files), gaps: gaps.count)
  }

  /// Plans what a folder with sheets, a survey sheet with others beside it, or a workbook of them would change.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable`.
  public static func plan(
    _ path: String, as encoding: TextEncoding? = nil, in library: Library
  ) throws -> Plan {
    let path = PersonalFolder.expanded(path)
    if Exchange.bar(path) != nil { throw ImportFile.Unreadable(path: path, code: EACCES) }
    var kind = stat()
    let isFolder = stat(path, &kind) == 0 && kind.st_mode & S_IFMT == S_IFDIR
    let folder = isFolder ? path : path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    func file(_ name: String) throws -> ImportFile? {
      let path = "\(folder)/\(name)"
      return access(path, F_OK) == 0 ? try ImportFile(path: path, encoding: encoding).certain() : nil
    }
    let survey = try ImportFile(
      path: isFolder ? "\(folder)/\(XLSForm.surveyFile)" : path, encoding: encoding
    ).certain()
    let reader =
      try XLSFormReader(workbook: survey)
      ?? XLSFormReader(
        survey: survey, choices: file(XLSForm.choicesFile), settings: file(XLSForm.settingsFile))
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    return plan(reader, name: name, try library.read(AllRecords<Question>()).byID) {
      try? library.read(RecordByID<Survey>($0))
    }
  }

  public static func plan(
    _ form: XLSFormReader, name: String, _ bank: [RecordID: Question], survey: (RecordID) -> Survey?
  ) -> Plan {
    var questions: [ImportDecision<Question>] = []
    for new in form.questions {
      questions.append(decision(bank[new.id].map { form.merged(new, into: $0) } ?? new, over: bank[new.id]))
    }
    let surveys = form.survey.map { new in
      let old = survey(new.id)
      return decision(old.map { form.merged(new, into: $0) } ?? new, over: old)
    }
    return Plan(
      questions: ImportPlan(questions), survey: ImportPlan(surveys.map { [$0] } ?? []),
      problems: form.problems, notes: form.notes, name: name)
  }

  private static func decision<R: Record>(_ new: R, over old: R?) -> ImportDecision<R> {
    guard let old else { return .new(new, given: .all, isIDFree: false) }
    let fields = new.differences(from: old)
    return fields.isEmpty
      ? .unchanged(keepsOptOut: false) : .changed(.init(before: old, after: new, fields: fields))
  }
}
