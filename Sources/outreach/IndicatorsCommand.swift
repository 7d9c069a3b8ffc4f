import ArgumentParser
import Glibc
import Model
import Office
import Phrases
import Store

/// `outreach indicators`: what shows each of the eleven descriptions, and what has no evidence.
struct IndicatorsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "indicators", abstract: abstract(.cliIndicators))
  }

  @Option(help: help(.cliMembers)) var members: String?
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var table: TableOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      var look = Look(phrases: book, asOf: try reckoning.day ?? Environment.today, who: StorePlace.login)
      // The scheme of regions and the members are the person's own, as on the screen.
      for (name, value) in try library.read(Preferences()) { look.prefer(name, value) }
      if let members {
        let read = Representation.members(members)
        if let unknown = read.unknown.first {
          throw CommandFailure(Phrase(.evaluationUnknownCountry, .text(unknown)), code: EX_USAGE)
        }
        look.members = read.known
      }
      let report = try IndicatorReport(library, look: look)
      try table.write(text: report.text, csv: report.csv)
    }
  }
}
