import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach log`: contacts with stakeholders, without the dashboard.
struct ContactCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "log", abstract: abstract(.cliLog),
      subcommands: [ContactAddCommand.self, ContactListCommand.self])
  }
}

/// `outreach log add STAKEHOLDER`, and `outreach log add --mail FILE`.
struct ContactAddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "add", abstract: abstract(.cliLogAdd))
  }

  @Argument(help: help(.cliLogWho)) var stakeholder: String?
  @Option(help: help(.cliLogSubject)) var subject: String?
  @Option(help: help(.cliLogDate)) var date: String?
  @Option(help: help(.cliLogChannel)) var channel: String?
  @Option(help: help(.cliLogDirection)) var direction: String?
  @Option(help: help(.cliLogFollowUp)) var followUp: String?
  @Option(help: help(.cliLogNotes)) var notes: String?
  @OptionGroup var mail: MailOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let look = Environment.look(book)
      if let path = mail.mail { return try logMail(at: path, look) }
      guard let stakeholder, let subject, !mail.isAsked else {
        throw CommandFailure(Phrase(mail.isAsked ? .cliLogMailOnly : .cliLogNeeds), code: EX_USAGE)
      }
      let library = try store.place.open(to: .contribute)
      let found = try library.stakeholder(called: stakeholder)
      var contact = Engagement(id: NewID.make())
      contact.stakeholder = found.id
      contact.day = look.asOf
      contact.who = look.who
      contact.channel = found.channels.first
      contact.subject = subject
      let said = try self.said
      for field in Engagement.fields {
        guard let text = said[field.name] else { continue }
        do throws(FieldProblem) { try field.write(text, to: &contact) } catch {
          throw CommandFailure(Phrase(error), code: EX_USAGE)
        }
      }
      try library.apply(AddRecord(contact))
      say(book.say(.cliLogAdded) + " " + LogLines(look).line(of: contact, with: found.title))
    }
  }

  /// What the options say, by field.
  private var said: [String: String] {
    get throws {
      let said = [
        "subject": subject, "day": try date.map(typedDay)?.description, "channel": channel,
        "direction": direction, "follow_up": try followUp.map(typedDay)?.description, "notes": notes,
      ]
      return said.compactMapValues { $0 }
    }
  }

  private func logMail(at path: String, _ look: Look) throws {
    let message = try ReceivedMessage(bytes: ByteStream.read(path, most: ReceivedMessage.mostBytes))
    let library = try mail.dryRun ? store.place.open() : store.place.open(to: .contribute)
    var options = MailContacts.Options(look)
    options.stakeholder = try stakeholder.map(library.stakeholder)
    (options.keepsText, options.addsUnknown) = (mail.text, mail.addUnknown)
    options.own = mail.addresses
    options.said = try said
    do {
      if mail.dryRun {
        mail.show(try library.planContacts(message, options), look)
      } else {
        say(try library.log(message, options).line(look))
      }
    } catch let problem as FieldProblem {
      throw CommandFailure(Phrase(problem), code: EX_USAGE)
    } catch let refusal as MailRefusal {
      throw CommandFailure(Phrase(.cliLogMailDate, .phrase(Phrase(refusal))), code: EX_DATAERR)
    }
  }
}

/// `outreach log list [STAKEHOLDER]`.
struct ContactListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: abstract(.cliLogList))
  }

  @Argument(help: help(.cliLogWho)) var stakeholder: String?
  @Flag(help: help(.cliLogOverdue)) var overdue = false
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      let lines = LogLines(Environment.look(book, asOf: try reckoning.day))
      for item in try contacts(in: library, lines) { say(lines.line(of: item.engagement, with: item.title)) }
    }
  }

  private func contacts(in library: Library, _ lines: LogLines) throws -> [FollowUps.FollowUp] {
    if let stakeholder {
      let found = try library.stakeholder(called: stakeholder)
      let contacts = try library.read(EngagementsOf(found.id)).filter { !overdue || lines.isOverdue($0) }
      return contacts.map { .init(engagement: $0, title: found.title) }
    }
    if overdue {
      return try library.read(FollowUps(asOf: lines.day, limit: 1000)).first.filter {
        lines.isOverdue($0.engagement)
      }
    }
    return try library.read(LatestEngagements(limit: 200))
  }
}

extension Library {
  /// The stakeholder of an id, or of a name that only one has.
  func stakeholder(called text: String) throws -> Stakeholder {
    let folded = Folding.folded(text)
    let known = try read(KnownStakeholders(ids: [text], foldedNames: [folded]))
    if let found = known.byID[text] { return found }
    let named = known.byFoldedName[folded] ?? []
    let count = known.crowds[folded] ?? named.count
    guard count < 2 else {
      throw CommandFailure(
        Phrase(.cliSeveral, .number(count), .text(text), .list(named.prefix(5).map(\.id))), code: EX_DATAERR)
    }
    guard let found = named.first else {
      throw CommandFailure(Phrase(.cliNobody, .text(text)), code: EX_DATAERR)
    }
    return found
  }
}

extension Environment {
  /// What the words of a list need to know.
  static func look(_ book: Phrasebook, asOf: Day? = nil) -> Look {
    var look = Look(
      phrases: book, asOf: asOf ?? today, who: StorePlace.login, now: time(nil), zoneOffset: zoneOffset)
    look.zone = Settings.zone
    return look
  }
}
