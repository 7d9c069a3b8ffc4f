import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach privacy`: what people allowed, their own data, erasure, and the log of what left the house.
struct PrivacyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "privacy", abstract: abstract(.cliPrivacy),
      subcommands: [
        ConsentCommand.self, OwnDataCommand.self, EraseCommand.self, ReviewCommand.self, LogCommand.self,
        TrimLogCommand.self,
      ])
  }
}

/// `outreach privacy consent ID USE yes|no`.
struct ConsentCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "consent", abstract: abstract(.cliConsent))
  }

  @Argument(help: help(.cliStakeholderID)) var id: String
  @Argument(help: help(.cliConsentUse)) var use: ConsentUse
  @Argument(help: help(.cliConsentAnswer)) var answer: ConsentAnswer
  @Option(help: help(.cliConsentBasis)) var basis = ConsentBasis.consent
  @Option(help: help(.cliConsentPurpose)) var purpose = ""
  @Option(help: help(.cliConsentSource)) var source = ""
  @Option(help: help(.cliConsentEvidence)) var evidence = ""
  @Option(help: help(.cliConsentDate)) var date: Day
  @Option(help: help(.cliConsentFields)) var fields: [RegisterField] = []
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      guard date <= Environment.today else {
        throw CommandFailure(Phrase(.consentInFuture, .text(date.description)), code: EX_USAGE)
      }
      let library = try store.place.open(to: .edit)
      let stakeholder = try library.stakeholder(called: id)
      var edited = stakeholder
      edited.answer(
        Consent(
          use: use, answer: answer, basis: basis, purpose: purpose, source: source, day: date,
          evidence: evidence))
      if !fields.isEmpty { edited.registerFields = fields }
      try library.apply(EditStakeholder(base: stakeholder, edited: edited))
      say(book.say(.saved, .text(stakeholder.title)))
    }
  }
}

/// `outreach privacy data ID --output FILE`.
struct OwnDataCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "data", abstract: abstract(.cliOwnData))
  }

  @Argument(help: help(.cliStakeholderID)) var id: String
  @Option(name: .shortAndLong, help: help(.cliOutput)) var output: String
  @OptionGroup var standing: ReplacingOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: .publish)
      let bytes = try OwnData.bytes(library.stakeholder(called: id).id, in: library)
      let file = try OutputFile(output, replacing: standing.replacing)
      try file.write(bytes)
      try file.commit { try OwnData.disclose(in: library) }
      say(book.say(.ownDataWritten, .text(output)), to: output == "-" ? STDERR_FILENO : STDOUT_FILENO)
    }
  }
}

/// `outreach privacy erase ID --why TEXT`.
struct EraseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "erase", abstract: abstract(.cliErase))
  }

  @Argument(help: help(.cliStakeholderID)) var id: String
  @Option(help: help(.cliEraseWhy)) var why: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: .erase)
      var erasure = try library.erase(library.stakeholder(called: id).id, why: why)
      // Drafts that the store could not take lie outside it, each in its writer's own folder.
      let shelf = DraftShelf(folder: PersonalFolder.drafts, store: library.path, who: library.who)
      for shelved in shelf.drafts() where try library.isOfErased(shelved.draft) {
        shelf.remove(file: shelved.file)
        erasure.drafts += 1
      }
      say(book.say(Phrase(erasure)))
      for one in erasure.mentions { say("  \(one.description)") }
    }
  }
}

/// `outreach privacy review`: whose retention date has come.
struct ReviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "review", abstract: abstract(.cliReview))
  }

  @Option(help: help(.cliReviewDay)) var day: Day
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let due = try store.place.open().read(StakeholdersToReview(on: day, limit: 1_000_000))
      for stakeholder in due {
        say("\(stakeholder.retainUntil?.description ?? "")  \(stakeholder.id)  \(stakeholder.title)")
      }
      if due.isEmpty { say(book.say(.reviewNone)) }
    }
  }
}

/// `outreach privacy log`: what left the house.
struct LogCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "log", abstract: abstract(.cliDisclosures))
  }

  @Flag(help: help(.cliLogEnd)) var end = false
  @Option(help: help(.cliLogNoted)) var noted: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      if let noted { return try compare(noted, in: library, book) }
      if end {
        let end = try library.read(AuditEnd())
        guard end.lines > 0 else { return say(book.say(.disclosuresNone)) }
        return say("\(end.hash)  \(end.lines)")
      }
      let log = try library.read(Disclosures(limit: 1_000_000))
      for entry in log {
        let name = book.label("disclosure", entry.name)
        let rest = [entry.format, entry.selection, entry.purpose].filter { !$0.isEmpty }
        say(
          "\(RFC3339.text(entry.at))  \(entry.who)  \(name)  \(entry.records)  \(rest.joined(separator: " · "))"
        )
      }
      if log.isEmpty { say(book.say(.disclosuresNone)) }
    }
  }

  /// Says whether the log begins as it did when somebody noted where it ended.
  private func compare(_ hash: String, in library: Library, _ book: Phrasebook) throws {
    let faults = try library.read(AuditCheck())
    guard faults.isEmpty else { throw FindingWords.failure(faults.map(Finding.audit), .text(library.path)) }
    guard let line = try library.read(AuditLine(hash: hash)) else {
      throw CommandFailure(Phrase(.logNotedNowhere, .text(hash)), code: EX_DATAERR)
    }
    say(book.say(.logNotedAt, .text(String(line))))
  }
}

/// `outreach privacy trim-log`: lets old lines of the log go.
struct TrimLogCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "trim-log", abstract: abstract(.cliTrimLog))
  }

  @Option(help: help(.cliTrimBefore)) var before: Day
  @Option(help: help(.cliTrimWhy)) var why: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: .administer)
      let gone = try library.letLogGo(before: before.number * 86_400, why: why)
      say(book.say(.logTrimmed, .text(String(gone)), .text(before.description)))
    }
  }
}

extension ConsentUse: ExpressibleByArgument {}
extension ConsentAnswer: ExpressibleByArgument {}
extension ConsentBasis: ExpressibleByArgument {}
extension RegisterField: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
