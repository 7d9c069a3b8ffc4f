import Model

/// The files in which the sheets of an XLSForm stand.
extension XLSFormReader {
  /// All sheets in one file: a workbook whose sheets are called survey, choices and settings, as most programs want a
  /// form, or a table of them.
  /// - Returns: nil where the file is a sheet alone.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable`.
  public init?(workbook file: ImportFile) throws {
    guard let sheets = try TableReader.sheets(of: file) else {
      guard let bundle = try Self.bundle(file), let survey = bundle.sheets["survey"] else { return nil }
      try self.init(
        survey: survey, choices: bundle.sheets["choices"], settings: bundle.sheets["settings"],
        isWorkbook: true)
      return
    }
    let names = sheets.map(\.name)
    func sheet(_ name: String) -> String? {
      sheets.first { $0.name.trimmed.lowercased() == name && !$0.isEmpty }?.name
    }
    let only = sheets.filter { !$0.isEmpty }
    let survey = sheet("survey") ?? (only.count == 1 ? only[0].name : nil)
    guard let survey, try sheet("survey") != nil || Self.isForm(ImportFile(file, sheet: survey)) else {
      throw ImportFailure.sheetUnknown("survey", names)
    }
    let used = [survey, sheet("choices"), sheet("settings")]
    try self.init(
      survey: ImportFile(file, sheet: survey), choices: used[1].map { ImportFile(file, sheet: $0) },
      settings: used[2].map { ImportFile(file, sheet: $0) }, isWorkbook: true)
    for (name, isEmpty) in sheets where !isEmpty && !used.contains(name) {
      findings.note(name, 1, .sheetLeftOut, name)
    }
  }

  /// Whether the headings are those of a form's questions.
  private static func isForm(_ file: ImportFile) throws -> Bool {
    let header = try TableReader(file) { $0.count { ["type", "name"].contains(FormColumn.key($0)) } }.header
    return Set(["type", "name"]).isSubset(of: header.map(FormColumn.key))
  }

  private static func bundle(_ file: ImportFile) throws -> FormBundle? {
    do { return try FormBundle(file) } catch let problem as CSVProblem { throw ImportFailure.file(problem) }
  }

  /// What a sheet says; nil where it holds nothing.
  static func filled<T>(_ read: () throws -> T?) throws -> T? {
    do { return try read() } catch ImportFailure.file(.empty) { return nil }
  }
}
