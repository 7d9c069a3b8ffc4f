import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store
import Typesetting

/// What becomes of the columns of a file, on the command line.
struct MappingOptions: ParsableArguments {
  @Option(help: help(.cliMapping)) var mapping: String?
  @Option(help: help(.cliMap)) var map: [String] = []
  @OptionGroup var values: ValueOptions
  @Option(help: help(.cliSaveMapping)) var saveMapping: String?

  /// Finds out what a file is, and what its columns become by these options.
  func job(_ file: ImportFile, in library: Library) throws -> ImportJob {
    var job = try ImportJob(file, in: library)
    if let mapping {
      guard let saved = job.saved.first(where: { $0.name == mapping }) else {
        let names = job.saved.map(\.name)
        throw CommandFailure(Phrase(.importNoMapping, .text(mapping), .chain(names)), code: EX_USAGE)
      }
      job.apply(saved)
    }
    for text in map { try apply(text, to: &job) }
    try job.take(values.given())
    return job
  }

  /// One `Title=field`; a title may have the sign in it, a field has not.
  private func apply(_ text: String, to job: inout ImportJob) throws {
    let sign = text.lastIndex(of: "=") ?? text.endIndex
    let title = String(text[..<sign]).trimmed
    let field = String(text[sign...].dropFirst()).trimmed
    guard sign < text.endIndex, let target = ColumnTarget.named(field) else {
      throw CommandFailure(Self.noField(field), code: EX_USAGE)
    }
    let position = job.mapping?.titles.firstIndex { $0.trimmed.lowercased() == title.lowercased() }
    guard let position else {
      throw CommandFailure(Phrase(.importNoTitle, .text(title)), code: EX_USAGE)
    }
    job.choose(target, at: position)
  }

  private static func noField(_ text: String) -> Phrase {
    let near = ColumnTarget.near(text)
    return near.isEmpty
      ? Phrase(.importNoField, .text(text))
      : Phrase(.importNoFieldNear, .text(text), .list(near))
  }

  /// Other kinds have no mappings: what is said of their columns is not passed over in silence.
  /// - Throws: `CommandFailure`.
  func refuse() throws {
    if mapping == nil, map.isEmpty, saveMapping == nil { return }
    throw CommandFailure(Phrase(.importMapOfPeople), code: EX_USAGE)
  }

  /// Keeps the mapping under the name that was asked for.
  func save(_ job: ImportJob, in library: Library) throws {
    guard let saveMapping, job.mapping != nil else { return }
    let (old, new) = job.record(named: saveMapping)
    if let old {
      if old != new { try library.apply(EditRecord(base: old, edited: new)) }
    } else {
      try library.apply(AddRecord(new))
    }
  }
}

/// What a file's columns hold and become, in lines: as the mapping screen shows it, with the words that `--map`
/// takes.
struct ColumnsReport {
  let lines: [String]

  init(_ job: ImportJob, book: Phrasebook) throws {
    guard let mapping = job.mapping, let survey = job.survey else {
      lines = [book.say(.importNamesItsFields)]
      return
    }
    let open = Set(survey.openDates(mapping))
    let rejected = survey.rejected(mapping)
    let guesses = Dictionary(uniqueKeysWithValues: survey.guesses(mapping).map { ($0.position, $0.target) })
    let rows = mapping.titles.indices.map { position -> String in
      let target = mapping.targets[position]
      let code = target.field.isEmpty ? "-" : "\(target.field) \(target.transform)".trimmed
      var line = Self.padded(mapping.titles[position].trimmed, 30) + "  " + Self.padded(code, 26)
      line += "  " + survey.samples(position).joined(separator: " · ")
      if open.contains(position) { line += "  ! " + ImportReport.datesHint(book) }
      if let guess = guesses[position] {
        let map = "--map '\(mapping.titles[position].trimmed)=\(guess.field)'"
        line += "  ? " + book.say(.importPerhaps, .text(map))
      }
      if let first = rejected[position].first {
        line += "  ! "
        line += book.say(
          .importColumnProblem, .number(rejected[position].count), .number(survey.rows.count),
          .phrase(Phrase(first)))
      }
      return line.trimmed
    }
    let origin = job.origin.map { [book.say(.importReadAs, .text($0))] } ?? []
    let fitting = job.fitting.map { [book.say(.importMappingFits, .text($0.name))] } ?? []
    let name = mapping.hasName ? [] : [book.say(.importNameMissing)]
    lines = try origin + fitting + rows + name + Self.words(of: job, mapping, book)
  }

  /// The words of the whole file that no field takes, and how to say what they mean.
  private static func words(of job: ImportJob, _ mapping: ColumnMapping, _ book: Phrasebook) throws
    -> [String]
  {
    let lines = try zip(mapping.titles, job.words()).enumerated().compactMap { position, column -> String? in
      let left = column.1.filter { mapping.value(of: $0.word, at: position) == nil }
      guard !left.isEmpty else { return nil }
      let words = left.prefix(mostWords).map { book.bracketed($0.word, book.number($0.count)) }
      return book.say(.importWords, .text(column.0.trimmed), .chain(words, of: left.count))
    }
    return lines.isEmpty ? [] : lines + [book.say(.importWordsHint)]
  }

  private static let mostWords = 20

  private static func padded(_ text: String, _ width: Int) -> String {
    let fitting = CellText.fitting(text, columns: width).map(\.text).joined()
    return fitting + String(repeating: " ", count: max(0, width - CellText.width(fitting)))
  }
}
