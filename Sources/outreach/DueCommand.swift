import ArgumentParser
import Glibc
import Model
import Office
import Phrases
import Store

/// `outreach due`: what is overdue and what comes due, for mail and cron. Its exit code tells without being read.
struct DueCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "due", abstract: abstract(.cliDue), discussion: abstract(.cliDueCodes))
  }

  @Option(help: help(.cliDueDays)) var days = AlarmsAt.usualDays
  @Option(help: help(.cliDueFormat)) var format = Format.text
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { phrases in
      // The program never looks further ahead than ten years: a mistyped number would list everything.
      guard (0...3_660).contains(days) else {
        throw CommandFailure(Phrase(.problemDays, .number(days)), code: EX_USAGE)
      }
      let library = try store.place.open()
      let look = Look(
        phrases: phrases, asOf: try reckoning.day ?? Environment.today, who: StorePlace.login,
        access: library.access, now: time(nil), zoneOffset: Environment.zoneOffset)
      let alarms = try library.read(AlarmsAt(asOf: look.asOf, at: look.present, within: days))
      let report = DueReport(
        alarms, within: days, look: look, closedPlans: try library.read(ClosedPlansOn(look.asOf)))
      if format == .json {
        Output.write(text: try report.json())
      } else {
        Output.write(Array(Legible.lines(report.text).utf8))
      }
      if report.exitCode != 0 { throw ExitCode(report.exitCode) }
    }
  }
}
