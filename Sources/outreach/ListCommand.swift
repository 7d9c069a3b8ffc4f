import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach list`: the stakeholders that a query or a saved view finds.
struct ListCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv, xlsx }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: abstract(.cliList))
  }

  @Argument(parsing: .allUnrecognized, help: help(.cliListQuery)) var query: [String] = []
  @Option(help: help(.cliListView)) var view: String?
  @Option(name: .customLong("format"), help: help(.cliListFormat)) var formatAsked: Format?
  @Option(help: help(.cliListColumns)) var columns: String?
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  /// A word with one dash leaves out what it finds; with two it was meant as an option.
  func validate() throws {
    guard let option = query.first(where: { $0.hasPrefix("--") }) else { return }
    throw ValidationError(language.book.say(.cliUnknownOption, .text(option)))
  }

  var format: Format { output.format(formatAsked, else: .text) }

  func run() throws {
    try language.reporting { phrases in
      // What leaves as a file is written into the log of the store.
      let leaves = format != .text || output.path != nil
      let library = try store.place.open(to: leaves ? .export : nil)
      let view = try view.map(library.savedView)
      // Whoever names what is listed means all of it.
      let kind = query.count == 1 ? FileKind(argument: query[0])?.type : nil
      let text = ([view?.query ?? ""] + (kind?.kind == .stakeholder ? [] : query)).filter { !$0.isEmpty }
        .joined(separator: " ")
      let today = Environment.today
      let asked = StakeholderQuery(text, language: phrases.language, today: today)
      let lines = StakeholderLines(columns: try shown(view), phrases: phrases, asOf: today)
      let problems = lines.problems(of: asked)
      if let first = problems.first {
        for problem in problems.dropLast() { say(phrases.say(problem), to: STDERR_FILENO) }
        throw CommandFailure(problems.last ?? first, code: EX_USAGE)
      }
      let sort = view.flatMap { StakeholderSort(kept: $0.sort) } ?? StakeholderSort()
      // What leaves the house is in the log before it has its name.
      let count = try write(lines, StakeholderFilter(asked), sort, of: library) { count in
        let disclosure = Disclosure(
          leaves ? .export : .read, format: format.rawValue, records: count, selection: asked.askedFields)
        if leaves {
          try library.disclose(disclosure)
        } else if lines.showsPrivate {
          store.place.noteReading(in: library) { try $0.disclose(disclosure) }
        }
      }
      if count == 0, let kind, kind.kind != .stakeholder {
        say(phrases.say(.cliListKind, .text(kind.file)), to: STDERR_FILENO)
      }
      let said = [lines.explanation(of: asked), phrases.say(.matchCount, .text(phrases.number(count)))]
      say(said.filter { !$0.isEmpty }.joined(separator: " · "), to: STDERR_FILENO)
    }
  }

  private func write(
    _ lines: StakeholderLines, _ filter: StakeholderFilter, _ sort: StakeholderSort, of library: Library,
    recording record: @escaping (Int) throws -> Void
  ) throws -> Int {
    if format == .xlsx { return try writeSheet(lines, filter, sort, of: library, recording: record) }
    let file = try output.file()
    var csv = CSVWriter(style: .exact)
    if format == .csv { csv.append(lines.columns) }
    var count = 0
    try library.eachStakeholder(matching: filter, sort: sort) { stakeholders in
      count += stakeholders.count
      if format == .csv {
        for stakeholder in stakeholders { csv.append(lines.cells(of: stakeholder)) }
        try file.write(csv.drain())
      } else {
        let text = stakeholders.map { Legible.line(lines.line(of: $0)) + "\n" }.joined()
        try file.write(Array(text.utf8))
      }
    }
    try file.write(csv.drain())
    try file.commit { try record(count) }
    return count
  }

  private func writeSheet(
    _ lines: StakeholderLines, _ filter: StakeholderFilter, _ sort: StakeholderSort, of library: Library,
    recording record: @escaping (Int) throws -> Void
  ) throws -> Int {
    let path = try output.sheetPath()
    let columns = lines.columns.map { (title: $0, isDay: Stakeholder.field($0)?.entry == .day) }
    var count = 0
    try output.makeSheet(recording: { try record(count) }) { temporary in
      let sheet = try SheetFile(temporary, for: path)
      try sheet.begin("stakeholders", columns: columns)
      try library.eachStakeholder(matching: filter, sort: sort) { stakeholders in
        count += stakeholders.count
        for stakeholder in stakeholders { try sheet.append(lines.cells(of: stakeholder)) }
      }
      try sheet.close()
    }
    return count
  }

  private func shown(_ view: SavedView?) throws -> [String] {
    let asked = columns?.split(separator: ",").map { String($0).trimmed } ?? view?.columns ?? []
    if let unknown = asked.first(where: { !StakeholderLines.isKnown($0) }) {
      throw CommandFailure(Phrase(.cliColumnUnknown, .text(unknown)), code: EX_USAGE)
    }
    return asked.isEmpty ? StakeholderLines.usual : asked
  }
}

extension Library {
  /// The view of that name, this person's own first.
  func savedView(called name: String) throws -> SavedView {
    let views = try read(SavedViews())
    guard let view = views.first(where: { Folding.folded($0.name) == Folding.folded(name) }) else {
      throw CommandFailure(Phrase(.cliViewUnknown, .text(name)), code: EX_USAGE)
    }
    return view
  }
}
