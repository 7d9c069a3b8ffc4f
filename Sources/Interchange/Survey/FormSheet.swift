import Model

/// One sheet of an XLSForm: its rows by the names of its columns.
struct FormSheet {
  struct Row {
    let line: Int
    let cells: [String: String]
    let words: Wording

    subscript(column: String) -> String { cells[column] ?? "" }
    /// A row with nothing in the columns that count is a remark.
    var isRemark: Bool { cells.isEmpty && words.isEmpty }
  }

  let name: String
  private(set) var rows: [Row] = []
  private(set) var columns: Set<String> = []
  /// The official languages in which it has labels.
  private(set) var languages: [String] = []

  /// Sheets are as wide as whoever formatted them made them: only columns with a title count.
  private static let limits = CSVReader.Limits(fieldBytes: 1 << 16, columns: 16_384, notes: 100)
  private static let mostColumns = 500
  /// No survey has as many lines; a file that has is none.
  static let mostRows = 100_000

  /// - Parameter used: the columns that are read, in lower case; the others are left out with a word.
  /// - Throws: `ImportFailure` where it is no table, or `ImportFile.Unreadable`.
  init(
    _ file: ImportFile, name: String, used: Set<String>, default language: String,
    _ findings: inout SheetFindings
  ) throws {
    self.name = name
    var reader = try TableReader(file, limits: Self.limits) { header in
      header.count { used.contains(FormColumn.key($0)) }
    }
    let header = reader.header
    guard header.count(where: { !$0.trimmed.isEmpty }) <= Self.mostColumns else {
      throw ImportFailure.file(.tooManyColumns(limit: Self.mostColumns))
    }
    let found = settled(header.map { FormColumn($0, used, default: language) }, header, &findings)
    let targets = found.targets
    var again = found.again
    while let row = try reader.next(), rows.count < Self.mostRows {
      if let problem = row.problem {
        findings.refuse(name, row.line, .unreadableRow, cause: problem)
        continue
      }
      for index in again.indices { again[index].look(at: row.fields) }
      rows.append(read(row, header, targets, &findings))
    }
    for column in again {
      let place = "\(header[column.index].trimmed) (\(column.index + 1))"
      if column.lost == 0 {
        findings.note(name, 1, .columnRepeated, place)
      } else {
        findings.note(name, 1, .columnTwice, "\(place), \(column.lost), \(column.sample)")
      }
    }
  }

  /// A column for what an earlier one is for already, and what it says that the other does not.
  private struct Again {
    let index: Int
    let first: Int
    /// In how many rows.
    var lost = 0
    /// The first of these texts.
    var sample = ""

    mutating func look(at cells: [String]) {
      let text = PlainText.line(cells[index]).trimmed
      guard !text.isEmpty, text != PlainText.line(cells[first]).trimmed else { return }
      if lost == 0 { sample = String(text.prefix(80)) }
      lost += 1
    }
  }

  /// Names what is left out; of columns for the same thing that is all but the first.
  private mutating func settled(
    _ targets: [FormColumn], _ header: [String], _ findings: inout SheetFindings
  ) -> (targets: [FormColumn], again: [Again]) {
    var targets = targets
    var seen: [FormColumn: Int] = [:]
    var again: [Again] = []
    for (index, target) in targets.enumerated() {
      switch target {
      case .column, .label, .bareLabel:
        if let first = seen[target] {
          again.append(Again(index: index, first: first))
          targets[index] = .unused
          continue
        }
        seen[target] = index
        if case .column(let column) = target { columns.insert(column) }
        if let tag = target.language, !languages.contains(tag) { languages.append(tag) }
      case .foreign(let tag): findings.note(name, 1, .languageLeftOut, tag)
      case .unused where !header[index].trimmed.isEmpty:
        findings.note(name, 1, .columnLeftOut, header[index].trimmed)
      case .unused, .noted: break
      }
    }
    return (targets, again)
  }

  private func read(
    _ row: CSVRow, _ header: [String], _ targets: [FormColumn], _ findings: inout SheetFindings
  ) -> Row {
    var cells: [String: String] = [:]
    var words = Wording()
    var bare = (tag: "", text: "")
    for (index, target) in targets.enumerated() {
      let text = PlainText.line(row.fields[index]).trimmed
      guard !text.isEmpty else { continue }
      switch target {
      case .column(let name): cells[name] = text
      case .label(let tag): words[tag] = text
      case .bareLabel(let tag): bare = (tag, text)
      case .noted(let title): findings.note(name, row.line, .cellLeftOut, title)
      case .unused where header[index].trimmed.isEmpty: findings.note(name, row.line, .cellUnheaded, text)
      case .foreign, .unused: break
      }
    }
    // A label without a language is that of the default one, where the language has no column of its own.
    if !bare.text.isEmpty {
      if words[bare.tag].isEmpty {
        words[bare.tag] = bare.text
      } else if words[bare.tag] != bare.text {
        findings.note(name, row.line, .cellLeftOut, "label")
      }
    }
    return Row(line: row.line, cells: cells, words: words)
  }

  /// The tag that a settings sheet names as the default language.
  static func language(_ text: String) -> String? { FormColumn.language(text) }
}
