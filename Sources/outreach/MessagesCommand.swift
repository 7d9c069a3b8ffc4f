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

  @Option(help: help(.cliMessagesLaunch)) var launch: String?
  @OptionGroup var options: TableReportOptions

  func run() throws {
    try options.write { library, look in
      if let launch, try library.read(RecordByID<Launch>(launch)) == nil {
        throw CommandFailure(Phrase(FieldProblem.unknownRecord(launch)), code: EX_DATAERR)
      }
      let messages = try library.read(AllRecords<Message>()).filter { launch == nil || $0.launch == launch }
      BoundaryAdvice.tell(of: messages, look.phrases)
      return MessagesReport(messages, look: look)
    }
  }
}
