import ArgumentParser
import Glibc
import Interchange
import Phrases
import Translation

/// The folder of the files of phrases, which a command reads and writes.
struct PhraseFolder: ParsableArguments {
  @Option(name: .shortAndLong, help: help(.cliPhrasesFolder)) var output: String?
  @OptionGroup var standing: ReplacingOptions

  /// - Throws: `CommandFailure` where nobody said which it is: the program itself has no such folder.
  var path: String {
    get throws {
      guard let output else { throw CommandFailure(Phrase(.phrasesNeedFolder), code: EX_USAGE) }
      return output
    }
  }

  /// What the folder has, if it is one of phrases, over what is in the program.
  func catalogue() throws -> PhraseCatalogue {
    var catalogue = try PhraseCatalogue()
    let folder = try path
    let names = Set(Folder.names(folder))
    guard names.contains("\(PhraseCatalogue.source).json") else { return catalogue }
    let wanted = Phrasebook.languages.map { "\($0).json" } + [PhraseCatalogue.hashFile]
    for name in wanted where names.contains(name) {
      let file = "\(folder)/\(name)"
      let bytes = try ByteStream.read(file)
      try PhrasesCommand.reading(file) { _ = try catalogue.take(bytes, named: name) }
    }
    return catalogue
  }

  /// Writes what differs from what stands there, all of it or nothing.
  /// - Returns: the paths.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws -> [String] {
    let folder = try path
    let names = Set(Folder.names(folder))
    let changed = try files.filter { file in
      guard names.contains(file.name) else { return true }
      return try ByteStream.read("\(folder)/\(file.name)") != file.bytes
    }
    guard !changed.isEmpty else { return [] }
    let set = try FileSet(changed.map(\.name), in: folder, replacing: standing.replacing)
    for (place, file) in changed.enumerated() { try set.write(file.bytes, to: place) }
    return try set.commit()
  }

  func tell(_ written: [String], _ book: Phrasebook) {
    say(
      written.isEmpty
        ? book.say(.phrasesUntouched) : book.say(.registerWritten, .list(written)))
  }
}
