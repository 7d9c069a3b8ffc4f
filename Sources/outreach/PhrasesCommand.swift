import ArgumentParser
import Foundation
import Glibc
import Interchange
import Phrases
import Translation

/// `outreach phrases`: the road between the files of phrases and those who translate.
struct PhrasesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "phrases", abstract: abstract(.cliPhrases),
      subcommands: [
        PhrasesCheckCommand.self, PhrasesExportCommand.self, PhrasesImportCommand.self,
        PhrasesDoneCommand.self,
      ])
  }

  /// The languages into which the program is translated.
  static let languages = Phrasebook.languages.filter { $0 != PhraseCatalogue.source }.sorted()

  /// - Throws: `CommandFailure` for a language that is none of them.
  static func check(_ language: String) throws {
    guard !languages.contains(language) else { return }
    throw CommandFailure(Phrase(.phrasesNotOurs, .text(language), .list(languages)), code: EX_USAGE)
  }

  /// Reads something of a file; what is wrong with it becomes a sentence that names the file.
  static func reading<T>(_ file: String, _ body: () throws -> T) throws -> T {
    do { return try body() } catch let problem as TranslationProblem {
      throw CommandFailure(problem.sentence(file), code: EX_DATAERR)
    }
  }
}

/// `outreach phrases check [FILE ...]`.
struct PhrasesCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: abstract(.cliPhrasesCheck))
  }

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: help(.cliPhrasesFiles)) var files: [String] = []
  @Option(help: help(.cliHistoryFormat)) var format = Format.text
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      var catalogue = try PhraseCatalogue()
      var named: [String] = []
      for file in files {
        let bytes = try ByteStream.read(file)
        let name = file.split(separator: "/").last.map(String.init) ?? file
        try PhrasesCommand.reading(file) {
          if let taken = try catalogue.take(bytes, named: name) { named.append(taken) }
        }
      }
      let chosen = PhrasesCommand.languages.filter { named.contains($0) }
      let found = (chosen.isEmpty ? PhrasesCommand.languages : chosen).map { ($0, catalogue.findings($0)) }
      switch format {
      case .json:
        let file = try OutputFile()
        try file.write(Array((PhraseReport.json(found.flatMap(\.1), book) + "\n").utf8))
        try file.commit()
      case .text: for (language, findings) in found { PhraseReport.tell(findings, of: language, book) }
      }
      if found.contains(where: { !$0.1.isEmpty }) { throw ExitCode(EX_DATAERR) }
    }
  }
}

/// Findings for people and for programs.
enum PhraseReport {
  static func tell(
    _ findings: [PhraseFinding], of language: String, _ book: Phrasebook, to descriptor: Int32 = STDOUT_FILENO
  ) {
    let head =
      findings.isEmpty
      ? Phrase(.phrasesAllWell, .text(language))
      : Phrase(.phrasesFound, .text(language), .number(findings.count))
    say(book.say(head), to: descriptor)
    for finding in findings { say("  " + book.labelled(finding.key, book.say(finding.what)), to: descriptor) }
  }

  /// An array of objects: `language`, `phrase`, `finding` (a word of `PhraseFinding.Kind`) and `says` for people.
  static func json(_ findings: [PhraseFinding], _ book: Phrasebook) throws -> String {
    let entries = findings.map { finding in
      [
        "language": finding.language, "phrase": finding.key, "finding": finding.kind.rawValue,
        "says": book.say(finding.what),
      ]
    }
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(
      decoding: try JSONSerialization.data(withJSONObject: entries, options: options), as: UTF8.self)
  }
}

/// `outreach phrases export LANGUAGE`.
struct PhrasesExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: abstract(.cliPhrasesExport))
  }

  enum Format: String, CaseIterable, ExpressibleByArgument { case xliff, po }

  @Argument(help: help(.cliPhrasesLanguage)) var into: String
  @Option(name: .customLong("format"), help: help(.cliPhrasesFormat)) var formatAsked: Format?
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { _ in
      try PhrasesCommand.check(into)
      let units = try PhraseCatalogue().units(into)
      let text =
        switch output.format(formatAsked, else: .xliff) {
        case .xliff: XLIFFWriter.text(units, into)
        case .po: GettextWriter.text(units, into)
        }
      let file = try output.file()
      try file.write(Array(text.utf8))
      try file.commit()
    }
  }
}

/// `outreach phrases import FILE -o FOLDER`.
struct PhrasesImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: abstract(.cliPhrasesImport))
  }

  @Argument(help: help(.cliPhrasesFile)) var file = "-"
  @OptionGroup var folder: PhraseFolder
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      _ = try folder.path
      let bytes = try ByteStream.read(file)
      let translations = try PhrasesCommand.reading(file) { try TranslationFile(bytes) }
      let catalogue = try folder.catalogue()
      let taken = try PhrasesCommand.reading(file) { try TranslationImport(translations, into: catalogue) }
      let own = taken.catalogue.languages[taken.language]?.bytes ?? []
      let written = try folder.write([
        ("\(taken.language).json", own), (PhraseCatalogue.hashFile, Array(taken.catalogue.hashText.utf8)),
      ])
      say(
        book.say(
          .phrasesTaken, .text(taken.language), .number(taken.changed.count), .number(taken.settled.count),
          .number(taken.empty.count)))
      folder.tell(written, book)
      let findings = taken.catalogue.findings(taken.language)
      if !findings.isEmpty { PhraseReport.tell(findings, of: taken.language, book, to: STDERR_FILENO) }
    }
  }
}

/// `outreach phrases done LANGUAGE NAME ... -o FOLDER`.
struct PhrasesDoneCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "done", abstract: abstract(.cliPhrasesDone))
  }

  @Argument(help: help(.cliPhrasesLanguage)) var into: String
  @Argument(help: help(.cliPhrasesNames)) var names: [String]
  @OptionGroup var folder: PhraseFolder
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      try PhrasesCommand.check(into)
      _ = try folder.path
      var catalogue = try folder.catalogue()
      try PhrasesCommand.reading(into) { try catalogue.settle(names, in: into) }
      let written = try folder.write([(PhraseCatalogue.hashFile, Array(catalogue.hashText.utf8))])
      folder.tell(written, book)
    }
  }
}
