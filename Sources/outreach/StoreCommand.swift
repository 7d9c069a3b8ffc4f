import ArgumentParser
import Glibc
import Interchange
import Model
import Phrases
import Store

/// `outreach store`: where the store is, whether it is sound, copies of it and the way back to one.
struct StoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "store", abstract: abstract(.cliStore),
      subcommands: [
        StorePathCommand.self, StoreCheckCommand.self, StoreRepairCommand.self, StoreBackupCommand.self,
        StoreRestoreCommand.self,
      ])
  }
}

/// `outreach store path`.
struct StorePathCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "path", abstract: abstract(.cliStorePath))
  }

  @OptionGroup var store: StoreOptions

  func run() throws {
    try LanguageOptions.reporting(LanguageOptions.beforehand) { _ in say(store.place.path) }
  }
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
      let library = try store.place.examine()
      let findings = try library.check()
      for finding in findings { say(FindingWords.say(finding, book)) }
      let path = Phrase.Argument.text(store.place.path)
      if !library.isCurrent { say(book.say(.storeOlderChecked, path)) }
      if findings.isEmpty { return say(book.say(.storeSound, path)) }
      throw FindingWords.failure(findings, path)
    }
  }
}

/// `outreach store repair`.
struct StoreRepairCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "repair", abstract: abstract(.cliStoreRepair))
  }

  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let repair = try store.place.repair()
      say(book.say(.repairCopy, .text(repair.copy)))
      let names = Repair.Part.allCases.map { part in
        (book.say(Self.name(part)), repair.made.contains(part))
      }
      let made = names.filter(\.1).map(\.0)
      if !made.isEmpty { say(book.say(.repairMade, .list(made))) }
      let failed = names.filter { !$0.1 }.map(\.0)
      if !failed.isEmpty { say(book.say(.repairFailed, .list(failed))) }
      for finding in repair.left { say(FindingWords.say(finding, book)) }
      let path = Phrase.Argument.text(store.place.path)
      if repair.left.isEmpty { return say(book.say(.storeSound, path)) }
      throw FindingWords.failure(repair.left, path)
    }
  }

  private static func name(_ part: Repair.Part) -> PhraseKey {
    switch part {
    case .columns: .repairColumns
    case .counts: .repairCounts
    case .words: .repairWords
    case .indexes: .repairIndexes
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
      let library = try store.place.examine()
      try library.permit(.administer)
      try library.copy(to: file, replacing: standing.replacing)
      say(book.say(.storeCopied, .text(file)))
    }
  }
}

/// `outreach store restore FILE`.
struct StoreRestoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "restore", abstract: abstract(.cliStoreRestore))
  }

  @Argument(help: help(.cliRestoreFile)) var file: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let outcome = try store.place.restore(from: file)
      let path = Phrase.Argument.text(store.place.path)
      say(book.say(.storeRestored, path, .text(file)))
      if let replaced = outcome.replaced { say(book.say(.repairCopy, .text(replaced))) }
      if outcome.erasedAgain > 0 {
        say(book.say(.storeErasedAgain, .text(String(outcome.erasedAgain))), to: STDERR_FILENO)
      }
    }
  }
}
