import Model

/// One sheet of an XLSForm: its rows by the names of its columns.
struct FormSheet {
  struct Row {
    let line: Int
    let cells: [String: String]
    let words: Wording

    subscript(column: String) -> String { cells[column] ?? "" }
  }

  let name: String
  private(set) var rows: [Row] = []
  private(set) var columns: Set<String> = []
  /// The official languages in which it has labels.
  private(set) var languages: [String] = []

  private static let limits = CSVReader.Limits(fieldBytes: 1 << 16, columns: 500, notes: 100)
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
      header.count { used.contains($0.trimmed.lowercased()) }
    }
    let targets = reader.header.map { Target($0, used, default: language) }
    for (title, target) in zip(reader.header, targets) {
      switch target {
      case .column(let column): columns.insert(column)
      case .label(let tag): if !languages.contains(tag) { languages.append(tag) }
      case .foreign(let tag): findings.note(name, 1, .languageLeftOut, tag)
      case .unused where !title.trimmed.isEmpty: findings.note(name, 1, .columnLeftOut, title)
      case .unused, .noted: break
      }
    }
    while let row = try reader.next(), rows.count < Self.mostRows {
      if let problem = row.problem {
        findings.refuse(name, row.line, .unreadableRow, cause: problem)
        continue
      }
      rows.append(read(row, reader.header, targets, &findings))
    }
  }

  /// What a column is for.
  private enum Target {
    case column(String)
    case label(String)
    /// A label in a language that is not official.
    case foreign(String)
    /// Logic and media: each cell that is filled is named, because the form will ask something else without it.
    case noted(String)
    case unused

    init(_ title: String, _ used: Set<String>, default language: String) {
      let key = title.trimmed.lowercased()
      let parts = key.split(separator: ":").map { String($0).trimmed }
      if parts.first == "label" {
        guard parts.count > 1 else {
          self = .label(language)
          return
        }
        self = Self.language(parts[1]).map(Target.label) ?? .foreign(title)
      } else if used.contains(key) {
        self = .column(key)
      } else {
        self = Self.telling.contains(parts.first ?? "") ? .noted(title) : .unused
      }
    }

    /// What a form cannot be understood without.
    private static let telling: Set = [
      "hint", "guidance_hint", "relevant", "relevance", "constraint", "calculation", "choice_filter",
      "default",
      "repeat_count", "image", "audio", "video", "media", "trigger", "read_only", "readonly",
    ]

    /// `French (fr)`, `fr`, `French`, `Français`.
    private static func language(_ text: String) -> String? {
      var tag = text
      if let open = text.lastIndex(of: "("), text.hasSuffix(")") {
        tag = String(text[text.index(after: open)...].dropLast()).trimmed
      }
      let named = Language.official.contains(tag) ? tag : Language.tag(named: tag)
      let primary = (named ?? tag).split(separator: "-").first.map { $0.lowercased() } ?? ""
      return Language.official.contains(primary) ? primary : nil
    }
  }

  private func read(
    _ row: CSVRow, _ header: [String], _ targets: [Target], _ findings: inout SheetFindings
  ) -> Row {
    var cells: [String: String] = [:]
    var words = Wording()
    for (index, target) in targets.enumerated() {
      let text = PlainText.line(row.fields[index]).trimmed
      guard !text.isEmpty else { continue }
      switch target {
      case .column(let name): if cells[name] == nil { cells[name] = text }
      case .label(let tag): if words[tag].isEmpty { words[tag] = text }
      case .noted(let title): findings.note(name, row.line, .cellLeftOut, title)
      case .foreign, .unused: break
      }
    }
    return Row(line: row.line, cells: cells, words: words)
  }

  /// The tag that a settings sheet names as the default language.
  static func language(_ text: String) -> String? {
    if case .label(let tag) = Target("label::\(text)", [], default: "en") { return tag }
    return nil
  }
}
