import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach notice`: what national focal points are told on request.
struct NoticeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "notice", abstract: abstract(.cliNotice),
      subcommands: [
        NoticePreviewCommand.self, NoticeMakeCommand.self, NoticeListCommand.self, NoticeShowCommand.self,
        NoticeSenderCommand.self,
      ])
  }
}

/// For whom and why a notice is made.
struct NoticeOptions: ParsableArguments {
  @Option(help: help(.cliNoticeCountry)) var country: String
  @Flag(help: help(.cliNoticeRegion)) var region = false
  @Option(help: help(.cliNoticeScheme)) var scheme: RegionScheme?
  @Option(help: help(.cliNoticeFocalPoint)) var focalPoint: String?
  @Option(help: help(.cliNoticeRequest)) var request = ""
  @Option(help: help(.cliNoticeRequested)) var requested: String?
  @Option(help: help(.cliPublicationDay)) var day: String?

  func scope() throws -> NoticeScope {
    guard let country = Country.named(country) else {
      throw CommandFailure(Phrase(FieldProblem.unknownCountry(country)), code: EX_USAGE)
    }
    return try NoticeScope(country: country.code, in: scheme ?? (region ? .unGroups : nil))
  }

  func notice(_ scope: NoticeScope, in library: Library, _ book: Phrasebook) throws -> Notice {
    let all = try library.read(AllRecords<FocalPoint>()).filter { $0.country == scope.country }
    var notice = Notice(id: NewID.make())
    guard focalPoint != nil || all.count == 1 else {
      let name = Country.of(scope.country)?.shortName(in: book.language) ?? scope.country
      throw CommandFailure(
        Phrase(all.isEmpty ? .noticeNoFocalPoint : .noticeSeveralFocalPoints, .text(name)), code: EX_USAGE)
    }
    notice.focalPoint = focalPoint ?? all[0].id
    notice.country = scope.country
    notice.request = request.trimmed
    notice.requested = try publicationDay(requested)
    notice.sent = try publicationDay(day)
    if let requested = notice.requested, requested > max(notice.sent ?? Environment.today, Environment.today)
    {
      throw CommandFailure(Phrase(.consentInFuture, .text(requested.description)), code: EX_USAGE)
    }
    return notice
  }
}

/// `outreach notice preview`.
struct NoticePreviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "preview", abstract: abstract(.cliNoticePreview))
  }

  @OptionGroup var notice: NoticeOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      let scope = try notice.scope()
      var draft = try notice.notice(scope, in: library, book)
      // Nobody has to have asked yet for somebody to look.
      if draft.request.isEmpty { draft.request = "…" }
      sayLines(try NoticeFiles.preview(draft, scope: scope, in: library))
    }
  }
}

/// `outreach notice make`.
struct NoticeMakeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "make", abstract: abstract(.cliNoticeMake))
  }

  @OptionGroup var notice: NoticeOptions
  @Option(name: .shortAndLong, help: help(.cliFolder)) var output: String
  @OptionGroup var standing: ReplacingOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: .publish)
      let scope = try notice.scope()
      let draft = try notice.notice(scope, in: library, book)
      let (made, files) = try NoticeFiles.make(
        draft, scope: scope, now: time(nil), in: library, to: output, replacing: standing.replacing)
      say(
        book.say(.noticeMade, .text(made.title), .number(made.stakeholders.count), .text(output)))
      for file in files { say(book.say(.registerWritten, .text(file))) }
    }
  }
}

/// `outreach notice list`.
struct NoticeListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: abstract(.cliNoticeList))
  }

  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let notices = try store.place.open().read(Notices())
      if notices.isEmpty { say(book.say(.noticeNone)) }
      for row in notices {
        let notice = row.notice
        let cells = [
          notice.title, notice.sent?.description ?? "", notice.country, row.focalPoint,
          String(notice.stakeholders.count), notice.request,
        ]
        say(cells.joined(separator: " · "))
      }
    }
  }
}

/// `outreach notice show 2015/7`.
struct NoticeShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: abstract(.cliNoticeShow))
  }

  @Argument(help: help(.cliNoticeNumber)) var number: String
  @Flag(help: help(.cliNoticeMessage)) var message = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { _ in
      let notices = try store.place.open().read(AllRecords<Notice>())
      guard let notice = notices.first(where: { $0.title == number }) else {
        throw PublicationProblem.noNotice(number)
      }
      sayLines(message ? notice.message : notice.text)
    }
  }
}

/// `outreach notice sender`.
struct NoticeSenderCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "sender", abstract: abstract(.cliNoticeSender))
  }

  @Argument(help: help(.cliSender)) var sender: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: sender == nil ? nil : .administer)
      if let sender { try library.set(.noticeSender, to: Mailbox(sender).text) }
      let stored = try library.read(OfficeSetting(.noticeSender))
      say(stored.isEmpty ? book.say(.noticeFromNobody) : book.say(.noticeSenderSet, .text(stored)))
    }
  }
}

/// Several lines for people.
private func sayLines(_ text: String) {
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    say(line.hasSuffix("\r") ? String(line.dropLast()) : String(line))
  }
}

/// `outreach focal-point`: the national focal points.
struct FocalPointCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "focal-point", abstract: abstract(.cliFocalPoint),
      subcommands: [FocalPointListCommand.self, FocalPointAddCommand.self])
  }
}

/// `outreach focal-point list`.
struct FocalPointListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: abstract(.cliFocalPointList))
  }

  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { _ in
      for point in try store.place.open().read(AllRecords<FocalPoint>()) {
        let cells = [
          point.id, point.country, point.name, point.emails.joined(separator: "; "), point.language,
        ]
        say(cells.joined(separator: " · "))
      }
    }
  }
}

/// `outreach focal-point add`.
struct FocalPointAddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "add", abstract: abstract(.cliFocalPointAdd))
  }

  @Option(help: help(.cliNoticeCountry)) var country: String
  @Option(help: help(.cliFocalPointName)) var name: String
  @Option(help: help(.cliFocalPointEmail)) var email: [String] = []
  @Option(name: .customLong("language"), help: help(.cliFocalPointLanguage)) var preferredLanguage = "en"
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      var point = FocalPoint(id: NewID.make())
      let values = [
        ("country", country), ("name", name), ("emails", email.joined(separator: "; ")),
        ("language", preferredLanguage),
      ]
      for (field, text) in values {
        do { try FocalPoint.field(field)?.write(text, to: &point) } catch let error as FieldProblem {
          throw CommandFailure(Phrase(error), code: EX_DATAERR)
        }
      }
      try store.place.open(to: .edit).apply(AddRecord(point))
      say(book.say(.focalPointAdded, .text(point.id), .text(point.name)))
    }
  }
}

extension RegionScheme: ExpressibleByArgument {}
