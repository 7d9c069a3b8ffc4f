import ArgumentParser
import Glibc
import Model
import Office
import Phrases
import Store

/// `outreach messages`: the message house, with the finding behind each message and who agreed to it.
struct MessagesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "messages", abstract: abstract(.cliMessages))
  }

  @Option(help: help(.cliMessagesFormat)) var format = TraceCommand.Format.text
  @Option(help: help(.cliMessagesLaunch)) var launch: String?
  @OptionGroup var output: OutputOptions
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      var look = Look(phrases: book, asOf: try reckoning.day ?? Environment.today, who: StorePlace.login)
      let library = try store.place.open()
      if let launch, try library.read(RecordByID<Launch>(launch)) == nil {
        throw CommandFailure(Phrase(FieldProblem.unknownRecord(launch)), code: EX_DATAERR)
      }
      let messages = try library.read(AllRecords<Message>()).filter { launch == nil || $0.launch == launch }
      look.names = RecordNames(in: library)
      let report = MessagesReport(messages, look: look)
      let file = try output.file()
      switch format {
      case .text: try file.write(Array(Legible.lines(report.text).utf8))
      case .markdown: try file.write(Array(Legible.lines(report.markdown).utf8))
      case .html: try file.write(report.page)
      case .csv: try file.write(report.csv)
      }
      try file.commit()
    }
  }
}
