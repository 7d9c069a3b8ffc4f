import ArgumentParser
import Glibc
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
      let library = try store.place.open()
      let findings = try library.check()
      for finding in findings { say(finding) }
      guard findings.isEmpty else {
        throw CommandFailure(Phrase(.storeDamaged, .text(store.place.path)), code: EX_DATAERR)
      }
      let strays = try library.read(StrayReferences())
      for stray in strays { say(book.say(Phrase(stray, book))) }
      guard strays.isEmpty else {
        let news = Phrase(.storeStrays, .number(strays.count), .text(store.place.path))
        throw CommandFailure(news, code: EX_DATAERR)
      }
      say(book.say(.storeSound, .text(store.place.path)))
    }
  }
}

extension Phrase {
  /// Where a reference stands that leads nowhere, and whereto.
  fileprivate init(_ stray: StrayReference, _ book: Phrasebook) {
    self.init(
      stray.into == nil ? .storeStray : .storeStrayMerged, .text(stray.record.description),
      .text(stray.title),
      .text(book.label("field", stray.field)), .text(stray.to.description), .text(stray.into ?? ""))
  }
}

/// `outreach store backup FILE`.
struct StoreBackupCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "backup", abstract: abstract(.cliStoreBackup))
  }

  @Argument(help: help(.cliBackupFile)) var file: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      try store.place.open().backup(to: file)
      say(book.say(.storeCopied, .text(file)))
    }
  }
}
