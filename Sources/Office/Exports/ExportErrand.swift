import Interchange
import Model
import Phrases
import Store

/// How something is written.
public enum ExportFormat: String, Sendable, CaseIterable {
  case csv, xlsx, json, markdown, html, text, vcard, ical

  /// What it is called: names that are the same in each language.
  public func name(_ look: Look) -> String {
    switch self {
    case .markdown: "Markdown"
    case .vcard: "vCard"
    case .ical: "iCalendar"
    case .text: look.say(.exportText)
    case .csv, .xlsx, .json, .html: rawValue.uppercased()
    }
  }

  /// How the names of such files end.
  public var ending: String {
    switch self {
    case .markdown: "md"
    case .text: "txt"
    case .vcard: "vcf"
    case .ical: "ics"
    case .csv, .xlsx, .json, .html: rawValue
    }
  }
}

/// What leaves the program by a person's key.
public enum Exported: Sendable {
  /// What a pane shows, and of which kind its records are.
  case paper(Paper, of: RecordKind?)
  /// The stakeholders of a query; with the columns that a list of them has. All fields in formats that hold records.
  case stakeholders(StakeholderFilter, sort: StakeholderSort, columns: [String], title: String)
  /// A list longer than what a pane holds of it, read when it is put out.
  case list(of: RecordKind, paper: @Sendable (Library) throws -> Paper)
  /// Records by id.
  case records(RecordKind, [RecordID])
  /// Everything dated, for the office's own calendar programs.
  case calendar

  /// The formats that suit it.
  public var formats: [ExportFormat] {
    switch self {
    case .paper(let paper, _):
      paper.isTable ? [.csv, .xlsx, .json, .markdown, .html, .text] : [.text, .markdown]
    case .list: [.csv, .xlsx, .json, .markdown, .html, .text]
    case .stakeholders: ExportFormat.allCases.filter { $0 != .ical }
    case .calendar: [.ical]
    case .records(let kind, _): [.csv, .xlsx, .json] + (kind == .stakeholder ? [.vcard] : [])
    }
  }

  /// Whether it can be put on paper.
  public var isPrinted: Bool { formats.contains(.text) }

  /// The kind of its records; nil for a page of several.
  fileprivate var kind: RecordKind? {
    switch self {
    case .paper(_, let kind): kind
    case .stakeholders: .stakeholder
    case .records(let kind, _), .list(let kind, _): kind
    case .calendar: nil
    }
  }

  /// Told in the log without personal values.
  fileprivate var selection: String {
    switch self {
    case .paper(_, let kind): kind.map { "shown \($0.rawValue)" } ?? "shown"
    case .list(let kind, _): "listed \(kind.rawValue)"
    case .stakeholders(let filter, _, _, _): filter.isEmpty ? "in-use" : "query"
    case .records(let kind, let ids): ids.count == 1 ? "one \(kind.rawValue)" : "marked \(kind.rawValue)"
    case .calendar: "calendar"
    }
  }

  /// As a table or a page; records as such have none.
  fileprivate func paper(in library: Library, _ look: Look, _ progress: ErrandProgress) throws -> Paper? {
    switch self {
    case .paper(let paper, _): return paper
    case .list(_, let paper): return try paper(library)
    case .records, .calendar: return nil
    case .stakeholders(let filter, let sort, let names, let title):
      let columns = names.compactMap(StakeholderColumn.named)
      var rows: [[String]] = []
      try library.eachStakeholder(matching: filter, sort: sort) { batch in
        rows += batch.map { stakeholder in columns.map { $0.text(stakeholder, look) } }
        try progress.report(rows.count, of: 0)
      }
      let headings = columns.map { StakeholderColumn.title($0.name, look) }
      return Paper(
        title, look.say(.exportSummary, .number(rows.count), .text(look.day(look.today))),
        headings: headings, rows: rows)
    }
  }
}

/// Writes a file of what somebody sees, beside the keys; what leaves the house is in the log before it has its name.
public struct ExportErrand: WritingErrand {
  private let what: Exported
  private let format: ExportFormat
  private let path: String
  private let look: Look
  public var replacing = Replacing.nothing

  public init(_ what: Exported, as format: ExportFormat, to path: String, _ look: Look) {
    (self.what, self.format, self.path, self.look) = (what, format, path, look)
  }

  public struct Outcome: Sendable {
    public let count: Int
    public let path: String
    public let isLogged: Bool
  }

  public var title: Phrase { Phrase(.exporting) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    if case .calendar = what { return try writeCalendar(in: library) }
    if [.csv, .xlsx, .json, .vcard].contains(format), let type = recordType {
      return try write(type, in: library, progress)
    }
    guard let paper = try what.paper(in: library, look, progress) else { throw CancellationError() }
    if format == .xlsx {
      var isLogged = false
      try SheetOfText(csv: paper.csv, named: paper.title).write(to: path, replacing: replacing) {
        isLogged = try disclose(paper.rows.count, in: library)
      }
      return Outcome(count: paper.rows.count, path: PersonalFolder.expanded(path), isLogged: isLogged)
    }
    let file = try NewFile(path, replacing: replacing)
    try file.write(bytes(of: paper))
    var isLogged = false
    try file.commit { isLogged = try disclose(paper.rows.count, in: library) }
    return Outcome(count: paper.rows.count, path: file.path, isLogged: isLogged)
  }

  private func writeCalendar(in library: Library) throws -> Outcome {
    let stamp = try library.read(RecentChanges(limit: 1)).first?.at ?? 0
    let (bytes, count) = CalendarExport().file(
      of: try library.read(WholeProgramme()), stamp: stamp, book: look.phrases, asOf: look.asOf)
    let file = try NewFile(path, replacing: replacing)
    try file.write(bytes)
    var isLogged = false
    try file.commit { isLogged = try disclose(count, in: library) }
    return Outcome(count: count, path: file.path, isLogged: isLogged)
  }

  private func bytes(of paper: Paper) -> [UInt8] {
    switch format {
    case .json: paper.json
    case .markdown: Array(paper.markdown.utf8)
    case .html: paper.page(look.language)
    case .text: Array((paper.text() + [""]).joined(separator: "\n").utf8)
    case .csv, .xlsx, .vcard, .ical: paper.csv
    }
  }

  /// The kind of records that are written with all their fields; nil for what is written as it is seen.
  private var recordType: (any Exchangeable.Type)? {
    switch what {
    case .paper, .list: return nil
    default: break
    }
    return what.kind?.type as? any Exchangeable.Type
  }

  private func write<R: Exchangeable>(
    _ type: R.Type, in library: Library, _ progress: ErrandProgress
  ) throws -> Outcome {
    var count = 0
    func each(_ body: ([R]) throws -> Void) throws {
      try self.each(type, in: library) {
        count += $0.count
        try progress.report(count, of: 0)
        try body($0)
      }
    }
    if format == .xlsx {
      let record = { _ = try disclose(count, in: library) }
      try NewFile.write(to: path, replacing: replacing, recording: record) { temporary in
        let sheet = try SheetExport<R>(temporary, for: path)
        try each { try sheet.append($0) }
        try sheet.close()
      }
      return Outcome(
        count: count, path: PersonalFolder.expanded(path), isLogged: library.access.allows(.export))
    }
    let file = try NewFile(path, replacing: replacing)
    if format == .vcard {
      var writer = VCardWriter(version: .v40)
      try each { records in try file.write(writer.append(records.compactMap { $0 as? Stakeholder })) }
    } else {
      var export = RecordExport<R>(format == .json ? .json : .csv(.spreadsheetSafe))
      try file.write(export.begin())
      try each { try file.write(export.append($0)) }
      try file.write(export.end())
    }
    var isLogged = false
    try file.commit { isLogged = try disclose(count, in: library) }
    return Outcome(count: count, path: file.path, isLogged: isLogged)
  }

  private func each<R: Exchangeable>(
    _: R.Type, in library: Library, _ body: ([R]) throws -> Void
  ) throws {
    switch what {
    case .paper, .list, .calendar: break
    case .stakeholders(let filter, let sort, _, _):
      try library.eachStakeholder(matching: filter, sort: sort) { try body($0.compactMap { $0 as? R }) }
    case .records(let kind, let ids):
      for first in stride(from: 0, to: ids.count, by: 1_000) {
        let some = Array(ids[first..<min(first + 1_000, ids.count)])
        let known = kind == .stakeholder ? try library.read(KnownStakeholders(ids: some)).byID : [:]
        try body(some.compactMap { id in try known[id] as? R ?? library.read(RecordByID<R>(id)) })
      }
    }
  }

  /// - Returns: whether it could be logged.
  private func disclose(_ count: Int, in library: Library) throws -> Bool {
    try Self.disclose(what, count, as: format.rawValue, in: library)
  }

  fileprivate static func disclose(
    _ what: Exported, _ count: Int, as format: String, in library: Library
  ) throws -> Bool {
    guard library.access.allows(.export) else { return false }
    try library.disclose(
      Disclosure(.export, format: format, records: count, selection: what.selection))
    return true
  }

  public func news(of outcome: Outcome) -> Phrase? {
    let news = Phrase(.exportWritten, .number(outcome.count), .text(outcome.path))
    return outcome.isLogged ? news : Phrase(.followed, .phrase(news), .phrase(Phrase(.exportUnlogged)))
  }
}

/// Hands what somebody sees to the printer of the host, as pages of text.
public struct PrintErrand: Errand {
  private let what: Exported
  private let look: Look
  private let printer: Printer

  public init(_ what: Exported, on printer: Printer, _ look: Look) {
    (self.what, self.printer, self.look) = (what, printer, look)
  }

  public var title: Phrase { Phrase(.printing) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Int {
    guard let paper = try what.paper(in: library, look, progress) else { throw CancellationError() }
    let text = paper.pages { look.say(.printPage, .number($0)) }
    _ = try ExportErrand.disclose(what, paper.rows.count, as: "print", in: library)
    try printer.put(Array(text.utf8), title: paper.title)
    return paper.rows.count
  }

  public func news(of outcome: Int) -> Phrase? { Phrase(.printed, .number(outcome)) }
}
