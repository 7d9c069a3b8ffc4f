import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach publish`: everything for the public in one folder.
struct PublishCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "publish", abstract: abstract(.cliPublish),
      subcommands: [PublishWriteCommand.self, PublishCheckCommand.self])
  }
}

extension PublicationScope.Part: ExpressibleByArgument {}

/// `outreach publish write FOLDER`.
struct PublishWriteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "write", abstract: abstract(.cliPublishWrite))
  }

  @Argument(help: help(.cliPublishFolder)) var folder: String
  @Option(name: .customLong("language"), help: help(.cliPublishLanguages)) var languages: String?
  @Option(help: help(.cliPublishOnly)) var only: [PublicationScope.Part] = []
  @Option(help: help(.cliPublishAddress)) var address: String?
  @Flag(help: help(.cliPublishClean)) var clean = false
  @OptionGroup var standing: ReplacingOptions
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: .publish)
      let scope = try FolderPublication.scope(
        of: library, day: try reckoning.day ?? Environment.today, languages: named(book),
        parts: only.isEmpty ? PublicationScope.Part.allCases : only,
        address: try address.map { $0.isEmpty ? "" : try pageAddress($0) }
          ?? PublishedFolder(folder).scope?.address ?? "")
      let outcome = try FolderPublication(scope).write(
        to: folder, replacing: standing.replacing, cleans: clean, in: library)
      say(book.say(.publishWritten, .number(outcome.files.count), .text(folder)))
      if !outcome.left.isEmpty {
        say(book.say(.publishLeft, .list(outcome.left)), to: STDERR_FILENO)
      }
      tellHeld(outcome.held, book)
    }
  }

  /// All six where nobody named any, that of the program first.
  private func named(_ book: Phrasebook) -> [String] {
    guard let languages else {
      return [book.language] + DocumentBook.languages.filter { $0 != book.language }
    }
    return languages.split(separator: ",").map { String($0).trimmed }
  }
}

/// `outreach publish check FOLDER`: its exit code is 1 where something is not as the store has it.
struct PublishCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: abstract(.cliPublishCheck))
  }

  @Argument(help: help(.cliPublishFolder)) var folder: String
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let today = try reckoning.day ?? Environment.today
      guard let (findings, count) = try FolderPublication.check(folder, today: today, in: store.place.open())
      else { throw CommandFailure(Phrase(.publishNone, .text(folder)), code: EX_NOINPUT) }
      if findings.isEmpty { return say(book.say(.publishWell, .number(count))) }
      for (name, finding) in findings {
        let word = book.label("publish_finding", finding.rawValue)
        say(book.say(.labelled, .text(word), .text(name)))
      }
      throw ExitCode(1)
    }
  }
}
