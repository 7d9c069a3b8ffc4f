import Model
import Workbooks

/// A survey with its questions as the sheets of XLSForm, of one workbook or each a CSV file: `survey`, `choices`,
/// `settings` (XLSForm reference, xlsform.org).
///
/// What XLSForm has no column for stands in columns that begin with `outreach_`, which other programs pass over.
public struct XLSForm: Sendable {
  public let survey: Survey
  public let questions: [Question]

  public init(_ survey: Survey, _ questions: [Question]) {
    (self.survey, self.questions) = (survey, questions)
  }

  /// The names of the files.
  public static let surveyFile = "survey.csv"
  public static let choicesFile = "choices.csv"
  public static let settingsFile = "settings.csv"

  /// Notes that hold the survey's own words.
  static let titleNote = "survey_title"
  static let introductionNote = "survey_introduction"

  /// `French (fr)`: the name and, in brackets, the subtag of the registry, as XLSForm names languages.
  static func name(of language: String) -> String { "\(Language.name(language, in: "en")) (\(language))" }

  /// The languages that stand in the sheets, the survey's own first and the default one before them.
  private var languages: [String] {
    let all = [survey.titles, survey.introduction] + questions.flatMap { $0.wordings.map(\.wording) }
    let used = Set(all.flatMap { Array($0.texts.keys) })
    return survey.languages + Language.official.filter { used.contains($0) && !survey.languages.contains($0) }
  }

  /// The sheets by the names of their files, with the mark by which spreadsheets know UTF-8.
  public func sheets() -> [(name: String, bytes: [UInt8])] {
    tables.map { name, rows in
      var writer = CSVWriter(style: .exact, byteOrderMark: true)
      for row in rows { writer.append(row) }
      return ("\(name).csv", writer.bytes)
    }
  }

  private var tables: [(name: String, rows: [[String]])] {
    [("survey", surveySheet()), ("choices", choicesSheet()), ("settings", settingsSheet())]
  }

  /// Writes the sheets as one workbook. All cells are text: a spreadsheet would make 1 of the code `01`, and a day of
  /// `2015-09`.
  /// - Throws: `FileProblem` or `WorkbookWriter.Problem`.
  public func write(to path: String, replacing: Replacing) throws {
    try NewFile.write(to: path, replacing: replacing) { temporary in
      let file = try SheetFile(temporary, for: path)
      for (name, rows) in tables {
        try file.begin(name, rows[0].map { SheetColumn($0, width: 24) })
        for row in rows.dropFirst() { try file.append(row) }
      }
      try file.close()
    }
  }

  // MARK: survey

  static let ownColumns = [
    "outreach_type", "outreach_name", "outreach_topic", "outreach_most", "outreach_note",
  ]

  private func surveySheet() -> [[String]] {
    let languages = languages
    let header =
      ["type", "name"] + languages.map { "label::\(Self.name(of: $0))" }
      + ["required", "parameters", "appearance", "constraint"] + Self.ownColumns
    var rows = [header]
    func add(
      _ type: String, _ name: String, _ words: Wording, required: Bool = false, parameters: String = "",
      appearance: String = "", constraint: String = "", own: [String] = ["", "", "", "", ""]
    ) {
      rows.append(
        [type, name] + languages.map { words[$0] } + [
          required ? "yes" : "", parameters, appearance, constraint,
        ]
          + own)
    }
    if !survey.titles.isEmpty { add("note", Self.titleNote, survey.titles) }
    if !survey.introduction.isEmpty { add("note", Self.introductionNote, survey.introduction) }
    for question in questions {
      let isNamedScale = question.type == .scale && !question.choices.isEmpty
      let own = [
        isNamedScale ? question.type.rawValue : "", question.name, question.topic.rawValue,
        question.most == 0 ? "" : String(question.most), question.note,
      ]
      let (id, words, required) = (question.id, question.wording, question.isRequired)
      switch question.type {
      case .single: add("select_one \(id)", id, words, required: required, own: own)
      case .multiple:
        let constraint = question.most == 0 ? "" : "count-selected(.) <= \(question.most)"
        add("select_multiple \(id)", id, words, required: required, constraint: constraint, own: own)
      case .ranking: add("rank \(id)", id, words, required: required, own: own)
      case .scale where isNamedScale: add("select_one \(id)", id, words, required: required, own: own)
      case .scale:
        let parameters = "start=\(question.from) end=\(question.to) step=1"
        add("range", id, words, required: required, parameters: parameters, own: own)
      case .open: add("text", id, words, required: required, own: own)
      case .matrix:
        add("begin_group", id, words, appearance: "table-list", own: own)
        for row in question.rows {
          add("select_one \(id)", "\(id).\(row.code)", row.wording, required: required)
        }
        add("end_group", "", Wording())
      }
    }
    return rows
  }

  // MARK: choices

  private func choicesSheet() -> [[String]] {
    let languages = languages
    var rows = [["list_name", "name"] + languages.map { "label::\(Self.name(of: $0))" }]
    for question in questions where !question.choices.isEmpty {
      // A scale is asked whole: points without words of their own are called by their number.
      let all =
        question.type == .scale
        ? question.points.map(String.init).map { QuestionChoice(code: $0, wording: question.words(of: $0)) }
        : question.choices
      for choice in all {
        let isBare = question.type == .scale && choice.wording.isEmpty
        rows.append(
          [question.id, choice.code] + languages.map { isBare ? choice.code : choice.wording[$0] })
      }
    }
    return rows
  }

  // MARK: settings

  private func settingsSheet() -> [[String]] {
    let first = survey.languages.first ?? "en"
    let title = survey.titles[first]
    return [
      [
        "form_title", "form_id", "version", "default_language", "outreach_name", "outreach_purpose",
        "outreach_series", "outreach_anonymity", "outreach_languages",
      ],
      [
        title.isEmpty ? survey.name : title, survey.id, String(survey.version), Self.name(of: first),
        survey.name, survey.purpose.rawValue, survey.series, survey.anonymity.rawValue,
        survey.languages.joined(separator: " "),
      ],
    ]
  }
}
