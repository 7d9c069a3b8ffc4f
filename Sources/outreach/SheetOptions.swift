import ArgumentParser
import Interchange

/// How a file of a table is read: which sheet where it is a workbook, and how its letters are stored where it is text.
struct SheetOptions: ParsableArguments {
  @Option(help: help(.cliSheet)) var sheet: String?
  @OptionGroup var reading: EncodingOptions

  func file(_ path: String, isWanted: () -> Bool = { true }) throws -> ImportFile {
    try reading.file(path, sheet: sheet, isWanted: isWanted)
  }
}
