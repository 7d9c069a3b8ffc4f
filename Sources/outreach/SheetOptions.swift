import ArgumentParser
import Interchange
import Model

/// How a file of a table is read: which sheet where it is a workbook, how its letters are stored where it is text, and
/// which number comes first in its dates where these do not tell.
struct SheetOptions: ParsableArguments {
  @Option(help: help(.cliSheet)) var sheet: String?
  @Option(help: help(.cliDates)) var dates: DateOrder?
  @OptionGroup var reading: EncodingOptions

  func file(_ path: String, isWanted: () -> Bool = { true }) throws -> ImportFile {
    try reading.file(path, sheet: sheet, dates: dates, isWanted: isWanted)
  }
}

extension DateOrder: ExpressibleByArgument {}
