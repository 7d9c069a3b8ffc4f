import ArgumentParser
import Model
import Office
import Phrases

/// `outreach`: the dashboard, and beside it what is done without one.
struct Outreach: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "outreach", abstract: LanguageOptions.beforehand.say(.cliAbstract),
      discussion: LanguageOptions.beforehand.say(.cliDiscussion), version: Version.text,
      subcommands: [
        DueCommand.self, IndicatorsCommand.self,
        ShowCommand.self, AddCommand.self, EditCommand.self,
        ImportCommand.self, ExportCommand.self, ListCommand.self, CountCommand.self, DuplicatesCommand.self,
        ContactCommand.self, HistoryCommand.self, CalendarCommand.self, BoardCommand.self, BudgetCommand.self,
        ProductsCommand.self, MediaCommand.self, SurveyCommand.self,
        OpportunitiesCommand.self, CommentsCommand.self, ConcernsCommand.self, ProposalsCommand.self,
        PartnershipsCommand.self,
        MessagesCommand.self,
        RegisterCommand.self, PublishCommand.self, NoticeCommand.self, FocalPointCommand.self,
        PrivacyCommand.self, ReportCommand.self, TraceCommand.self, RisksCommand.self, ObjectivesCommand.self,
        WordingCommand.self, MaterialCommand.self, RoleCommand.self, PhrasesCommand.self,
        StoreCommand.self, ManualCommand.self, InstallHelpCommand.self,
      ])
  }

  @OptionGroup var place: StoreOptions
  @OptionGroup var language: LanguageOptions
  @Flag(help: help(.cliTour)) var tour = false
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var clock: ClockOptions
  @Flag(help: help(.cliReadOnly)) var readOnly = false
  @Option(help: help(.cliTheme)) var theme: String?
  @Flag(help: help(.cliSpoken)) var spoken = false
  @Option(help: help(.cliHideAfter)) var hideAfter: Int?
  @Flag(help: help(.cliNoMouse)) var noMouse = false
  @Flag(help: help(.cliEditor)) var editor = false
  @Flag(help: help(.cliRestricted)) var restricted = false
  @Option(help: help(.cliCeiling)) var role: OfficeRole?
  @Option(help: help(.cliFiles)) var files: String?
  @Option(name: .customLong("as"), help: help(.cliAs)) var login: String?

  /// Commands write as their own options say: nobody should believe otherwise.
  func validate() throws {
    if let hideAfter, !(0...1_440).contains(hideAfter) {
      let problem = Phrase(FieldProblem.outOfRange(hideAfter, 0...1_440))
      throw ValidationError(language.book.say(problem))
    }
    // What the administrator said was taken before; nobody says it again.
    for (option, isGiven) in [
      ("--restricted", restricted), ("--role", role != nil), ("--files", files != nil),
      ("--as", login != nil),
    ] where isGiven {
      try Self.refuse(option)
      throw ValidationError(language.book.say(.restrictedOnly, .text(option)))
    }
    for (option, isGiven) in [
      ("--editor", editor), ("--clock", clock.clock != nil), ("--tour", tour),
      ("--theme", theme?.contains("/") == true),
    ] where isGiven {
      try Self.refuse(option)
    }
    guard LanguageOptions.isCommand else { return }
    for (option, isGiven) in [("--tour", tour), ("--read-only", readOnly), ("--spoken", spoken)] where isGiven
    {
      throw ValidationError(language.book.say(.cliOnlyDashboard, .text(option)))
    }
  }

  /// What was said of the visit; the clock of a rehearsal is read later, where a wrong one can be told.
  var visit: VisitOptions {
    var options = VisitOptions(
      place: place.place, sample: place.sample || tour, asOf: reckoning.asOf, readOnly: readOnly, theme: theme
    )
    options.tour = tour
    options.spoken = spoken
    options.hideAfter = hideAfter
    options.mouse = !noMouse
    options.editor = editor
    return options
  }

  func run() throws {
    var options = visit
    try language.reporting { phrases in
      options.stage = try clock.rehearsal()
      try MainActor.assumeIsolated { try Visit.pay(options, phrases) }
    }
  }
}
