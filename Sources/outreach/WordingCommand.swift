import ArgumentParser
import Glibc
import Model
import Office
import Phrases

/// `outreach wording`: where a text on its way out prescribes policy, and how to say it neutrally. Advice, and never a
/// lock: it ends well whatever it finds.
struct WordingCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "wording", abstract: abstract(.cliWording))
  }

  @Argument(help: help(.cliWordingFile)) var file = "-"
  @Option(name: .customLong("language"), help: help(.cliWordingLanguage)) var text: String?
  @OptionGroup var table: TableOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      guard let words = String(validating: try ByteStream.read(file), as: UTF8.self) else {
        throw CommandFailure(Phrase(.wordingNotUTF8, .text(file)), code: EX_DATAERR)
      }
      let code = text ?? TextLanguage.guess(words) ?? book.language
      guard let check = BoundaryCheck.of(code) else { throw ReportProblem.notALanguage(code) }
      let report = WordingReport(check.findings(in: words), in: words, phrases: book)
      try table.write(text: report.text, csv: report.csv)
    }
  }
}
