import ArgumentParser
import Dashboard
import Glibc
import Interchange
import Model
import Phrases
import Store

/// `outreach survey`: forms out and in, responses in.
struct SurveyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "survey", abstract: abstract(.cliSurvey),
      subcommands: [
        SurveyFormCommand.self, SurveyAnswerCommand.self, SurveyResultsCommand.self, SurveyInviteCommand.self,
      ])
  }
}

/// `outreach survey form`.
struct SurveyFormCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "form", abstract: abstract(.cliSurveyForm), subcommands: [])
  }
}

extension Library {
  /// The survey that somebody named.
  /// - Throws: `CommandFailure` with the ids that there are.
  func survey(named id: String) throws -> Survey {
    if let survey = try read(RecordByID<Survey>(id)) { return survey }
    let known = try read(AllRecords<Survey>()).map(\.id).joined(separator: ", ")
    throw CommandFailure(Phrase(.cliSurveyUnknown, .text(id), .text(known)), code: EX_USAGE)
  }
}
