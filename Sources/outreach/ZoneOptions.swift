import ArgumentParser
import Glibc
import Interchange
import Model
import Phrases

/// Whose clocks the times of a table are read by that name no zone.
struct ZoneOptions: ParsableArguments {
  @Option(help: help(.cliZone)) var zone: String?

  /// The same file, its times with what was said of them.
  /// - Throws: `CommandFailure` for a name that nobody has.
  func file(_ file: ImportFile) throws -> ImportFile {
    try zone.map { try ImportFile(file, zone: namedZone($0)) } ?? file
  }

  /// Records without a time have no use for it: what is said of their times is not passed over in silence.
  /// - Throws: `CommandFailure`.
  func refuse() throws {
    if zone != nil { throw CommandFailure(Phrase(.importZoneOfNoTimes), code: EX_USAGE) }
  }
}

/// A zone as somebody wrote it in an argument.
func namedZone(_ name: String) throws -> Zone {
  guard let zone = Zone.meant(by: name) else {
    throw CommandFailure(Phrase(.problemZone, .text(name)), code: EX_USAGE)
  }
  return zone
}
