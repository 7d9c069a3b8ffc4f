import ArgumentParser
import Interchange

/// Which sheet is read of a file that is a workbook.
struct SheetOptions: ParsableArguments {
  @Option(help: help(.cliSheet)) var sheet: String?

  func file(_ path: String, isWanted: () -> Bool = { true }) throws -> ImportFile {
    try ImportFile(path: path, sheet: sheet, isWanted: isWanted)
  }
}
