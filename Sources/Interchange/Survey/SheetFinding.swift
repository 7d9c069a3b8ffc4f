import Model

/// What is to be said of a sheet of an XLSForm: why it cannot be taken, or what was left out of it.
public struct SheetFinding: Sendable, Equatable {
  /// Its words are the labels `sheet.CODE`, with the value and what is known as their arguments.
  public enum Code: String, Sendable, CaseIterable {
    // Why a form is not taken.
    case columnMissing = "column_missing"
    case unreadableRow = "unreadable_row"
    case nameMissing = "name_missing"
    case badName = "bad_name"
    case repeatedName = "repeated_name"
    case listMissing = "list_missing"
    case listUnknown = "list_unknown"
    case choiceWithoutList = "choice_without_list"
    case repeatedChoice = "repeated_choice"
    case badChoice = "bad_choice"
    case endWithoutBegin = "end_without_begin"
    case groupUnclosed = "group_unclosed"
    case badRange = "bad_range"
    case noQuestions = "no_questions"
    case badValue = "bad_value"
    // What is said beside it.
    case untranslated
    case typeLeftOut = "type_left_out"
    case noteLeftOut = "note_left_out"
    case groupLeftOut = "group_left_out"
    case columnLeftOut = "column_left_out"
    case cellLeftOut = "cell_left_out"
    case languageLeftOut = "language_left_out"
    case sheetLeftOut = "sheet_left_out"
    case columnRepeated = "column_repeated"
    case columnTwice = "column_twice"
    case cellUnheaded = "cell_unheaded"
    case remark
    case renamed
    case disabled
    case reference
    case choiceRepeatedAllowed = "choice_repeated_allowed"
    case otherAdded = "other_added"
    case keptAsOpen = "kept_as_open"
    case otherLeftOut = "other_left_out"
    case listUnused = "list_unused"
  }

  /// The name of the sheet, or of its file.
  public let sheet: String
  /// Counted from 1.
  public let line: Int
  public let code: Code
  /// The value that it is about; empty where there is none.
  public let value: String
  /// The language of a missing text, by its tag.
  public let language: String
  public let isProblem: Bool
  /// Why a row cannot be read.
  public var cause: CSVProblem?
}

/// Takes down what is to be said, in the order of the lines.
struct SheetFindings {
  /// Whether the sheets are those of one workbook, which are called without `.csv`.
  var isOfWorkbook = false
  private(set) var problems: [SheetFinding] = []
  private(set) var notes: [SheetFinding] = []
  /// So that a file made of mistakes does not fill the memory.
  private static let most = 10_000

  mutating func refuse(
    _ sheet: String, _ line: Int, _ code: SheetFinding.Code, _ value: String = "", cause: CSVProblem? = nil
  ) {
    guard problems.count < Self.most else { return }
    problems.append(
      SheetFinding(
        sheet: name(sheet), line: line, code: code, value: value, language: "", isProblem: true, cause: cause)
    )
  }

  mutating func note(
    _ sheet: String, _ line: Int, _ code: SheetFinding.Code, _ value: String = "", language: String = ""
  ) {
    guard notes.count < Self.most else { return }
    notes.append(
      SheetFinding(
        sheet: name(sheet), line: line, code: code, value: value, language: language, isProblem: false))
  }

  private func name(_ sheet: String) -> String { isOfWorkbook ? sheet.replacing(".csv", with: "") : sheet }
}
