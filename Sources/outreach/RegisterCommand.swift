import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach register`: the public register and its releases.
struct RegisterCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "register", abstract: abstract(.cliRegister),
      subcommands: [
        RegisterPreviewCommand.self, RegisterReleaseCommand.self, RegisterListCommand.self,
        RegisterPublishCommand.self, RegisterContactCommand.self,
      ])
  }
}

/// `outreach register preview`: by name, for the office's own eyes.
struct RegisterPreviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "preview", abstract: abstract(.cliRegisterPreview))
  }

  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      let plan = try library.read(NextRelease())
      let waiting = try library.read(RecordByID<RegisterRelease>(RegisterRelease.next))
      let lines = RegisterLines(book)
      say("\(book.say(.registerNext, .number(plan.number))) · \(lines.against(plan))")
      say(lines.counts(plan))
      say(lines.guidance(waiting?.guidance ?? []))
      say(book.say(.registerNotObserver))
      for line in plan.lines {
        let reason = lines.reason(line)
        let named = book.say(.labelled, .text(lines.word(line)), .text(lines.title(line)))
        say(named + (reason.isEmpty ? "" : " · \(reason)"))
      }
    }
  }
}

/// `outreach register release`.
struct RegisterReleaseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "release", abstract: abstract(.cliRegisterRelease),
      discussion: abstract(.cliDocumentLanguagesOld))
  }

  @Option(help: help(.cliGuidance)) var guidance: [String] = []
  @Option(name: .shortAndLong, help: help(.cliFolder)) var output: String
  @OptionGroup var standing: ReplacingOptions
  @OptionGroup var pages: DocumentLanguageOptions
  @Option(help: help(.cliReleaseNote)) var note = ""
  @Option(help: help(.cliPublicationDay)) var day: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try pages.reporting(language) { book, languages in
      let publication = try RegisterPublication(
        folder: output, languages: languages, replacing: standing.replacing)
      let given = try guidance.map { text in
        do { return try Guidance(text) } catch { throw PublicationProblem.malformedGuidance(text) }
      }
      let library = try store.place.open(to: .publish)
      let outcome = try publication.release(
        guidance: given, note: note, on: publicationDay(day), in: library, progress: { _, _ in })
      report(outcome, book)
    }
  }
}

/// `outreach register publish N`.
struct RegisterPublishCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "publish", abstract: abstract(.cliRegisterPublish),
      discussion: abstract(.cliDocumentLanguagesOld))
  }

  @Argument(help: help(.cliReleaseNumber)) var number: Int
  @Option(name: .shortAndLong, help: help(.cliFolder)) var output: String
  @OptionGroup var standing: ReplacingOptions
  @OptionGroup var pages: DocumentLanguageOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try pages.reporting(language) { book, languages in
      let publication = try RegisterPublication(
        folder: output, languages: languages, replacing: standing.replacing)
      report(try publication.publish(number, in: store.place.open(to: .publish), progress: { _, _ in }), book)
    }
  }
}

/// `outreach register list`.
struct RegisterListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: abstract(.cliRegisterList))
  }

  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let rows = try store.place.open().read(Releases())
      if rows.isEmpty { say(book.say(.registerNoReleases)) }
      let lines = RegisterLines(book)
      for row in rows {
        let parts = [lines.release(row), lines.guidance(row.release.guidance), row.release.note]
        say(parts.filter { !$0.isEmpty }.joined(separator: " · "))
      }
    }
  }
}

/// `outreach register contact`.
struct RegisterContactCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "contact", abstract: abstract(.cliRegisterContact))
  }

  @Argument(help: help(.cliContact)) var contact: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: contact == nil ? nil : .administer)
      if let contact { try library.set(.registerContact, to: Mailbox(contact).text) }
      let stored = try library.read(OfficeSetting(.registerContact))
      say(stored.isEmpty ? book.say(.registerContactNobody) : book.say(.registerContactSet, .text(stored)))
    }
  }
}

/// The day of `--day`; today where there is none.
func publicationDay(_ text: String?) throws -> Day {
  guard let text else { return Environment.today }
  return try typedDay(text)
}

private func report(_ outcome: RegisterPublication.Outcome, _ book: Phrasebook) {
  let lines = RegisterLines(book)
  say(lines.release(Releases.Row(release: outcome.release, entries: outcome.entries)))
  say(lines.guidance(outcome.release.guidance))
  if !outcome.withdrawn.isEmpty {
    let numbers = outcome.withdrawn.map(String.init)
    say(book.say(.registerWithdrawnNumbers, .number(outcome.previous), .list(numbers)))
  }
  for file in outcome.files { say(book.say(.registerWritten, .text(file))) }
  if let stale = outcome.warning { say(book.say(stale), to: STDERR_FILENO) }
}

extension PublicationProblem {
  /// The code of `sysexits.h` that says the same to a script.
  var exitCode: Int32 {
    switch self {
    case .noGuidance, .incompleteGuidance, .laterGuidance, .noRequest, .malformedGuidance,
      .noDocumentLanguage, .otherCountry, .noRegion:
      EX_USAGE
    case .registerMoved: EX_TEMPFAIL
    case .noSender: EX_CONFIG
    case .noRelease, .noNotice, .noFocalPoint: EX_NOINPUT
    case .notReproducible, .noAddress, .unsendableAddress: EX_DATAERR
    }
  }
}
