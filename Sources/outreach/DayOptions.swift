import ArgumentParser
import Glibc
import Model
import Phrases

/// For which day, on the command line: one group for all commands, because the outermost takes the option
/// wherever it stands.
struct DayOptions: ParsableArguments {
  @Option(help: help(.cliAsOf)) var asOf: String?

  /// Nil where nobody named one.
  var day: Day? {
    get throws {
      try asOf.map { text in
        guard let day = Day(text) else {
          throw CommandFailure(Phrase(FieldProblem.malformedDay(text)), code: EX_USAGE)
        }
        return day
      }
    }
  }
}
