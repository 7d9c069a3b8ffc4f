import ArgumentParser
import Glibc
import Interchange
import Model
import Phrases
import Store

/// `outreach store`: where the store is, whether it is sound, and a copy of it.
struct StoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "store", abstract: abstract(.cliStore),
      subcommands: [StorePathCommand.self, StoreCheckCommand.self, StoreBackupCommand.self])
  }
}

/// `outreach store path`.
struct StorePathCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "path", abstract: abstract(.cliStorePath))
  }

  @OptionGroup var store: StoreOptions

  func run() { say(store.place.path) }
}

/// `outreach store check`.
struct StoreCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: abstract(.cliStoreCheck))
  }

  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let findings = try store.place.open().check()
      for finding in findings { say(FindingWords.say(finding, book)) }
      let path = Phrase.Argument.text(store.place.path)
      if findings.isEmpty { return say(book.say(.storeSound, path)) }
      let isDamaged = findings.contains { if case .damage = $0 { true } else { false } }
      throw CommandFailure(
        isDamaged ? Phrase(.storeDamaged, path) : Phrase(.storeFindings, .number(findings.count), path),
        code: EX_DATAERR)
    }
  }
}

/// `outreach store backup FILE`.
struct StoreBackupCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "backup", abstract: abstract(.cliStoreBackup))
  }

  @Argument(help: help(.cliBackupFile)) var file: String
  @OptionGroup var standing: ReplacingOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      try library.permit(.administer)
      try library.copy(to: file, replacing: standing.replacing)
      say(book.say(.storeCopied, .text(file)))
    }
  }
}
