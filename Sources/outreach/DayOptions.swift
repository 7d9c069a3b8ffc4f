import ArgumentParser
import Glibc
import Model
import Phrases

/// For which day, on the command line: one group for all commands, because the outermost takes the option
/// wherever it stands.
struct DayOptions: ParsableArguments {
  @Option(help: help(.cliAsOf)) var asOf: String?

  /// Nil where nobody named one.
  var day: Day? { get throws { try asOf.map(typedDay) } }
}

/// A day as somebody wrote it in an argument.
func typedDay(_ text: String) throws -> Day {
  do { return try WrittenDate.day(text, today: Environment.today) } catch {
    throw CommandFailure(Phrase(error), code: EX_USAGE)
  }
}
